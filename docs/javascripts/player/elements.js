// Makes elements, and fetches pictures. Texts are texts: nothing from a record becomes markup.
import {say} from "../words.js";

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | EventListener | undefined>} [given] attributes; `text`; `onclick`
 * @param {...(Node | string | false | undefined)} inside
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, given = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name === "text") made.textContent = String(value);
    else if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (typeof value === "string") made.setAttribute(name, value);
  }
  made.append(...inside.filter(each => each !== false && each !== undefined));
  return made;
}

/**
 * A button with a word on it, or with a sign that has the word for a name.
 * @param {import("../words.js").Key} key
 * @param {() => void} onclick
 * @param {string} [look] its class
 * @param {keyof typeof SHAPES} [sign]
 */
export const press = (key, onclick, look = "pl-again", sign) =>
  make("button", {type: "button", class: look, "aria-label": sign && say(key), onclick}, sign ? icon(sign) : say(key));

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  close: "M6 4 20 18 18 20 4 6zM18 4 20 6 6 20 4 18z",
  back: "M6 6h2v12H6zM19 6v12l-9-6z",
  skip: "M16 6h2v12h-2zM5 6v12l9-6z",
  pause: "M6 5h4v14H6zM14 5h4v14h-4z",
  play: "M8 5v14l11-7z",
  voice: "M3 9v6h4l5 5V4L7 9zM14 8v8c3-1 3-7 0-8zM14 3v2c6 2 6 12 0 14v2c9-3 9-15 0-18z",
  quiet: "M3 9v6h4l5 5V4L7 9zM15 10l1-1 2 2 2-2 1 1-2 2 2 2-1 1-2-2-2 2-1-1 2-2z",
};

/** @param {keyof typeof SHAPES} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(SVG, "path"));
  svg.firstElementChild?.setAttribute("d", SHAPES[name]);
  return svg;
}

// -- pictures, fetched before a play begins: each is one element that is shown again and again, so that a lost network
// costs none of them

/** @type {Map<string, HTMLImageElement>} */
const pictures = new Map();

/** @param {string} address */
export function picture(address) {
  let found = pictures.get(address);
  if (!found || (found.complete && !found.naturalWidth)) {
    found = new Image();
    found.src = address;
    pictures.set(address, found);
  }
  return found;
}

/**
 * Fetches all pictures of a play; one that cannot be had holds nothing up. `told` hears how many there are of how many.
 * @param {import("./plan.js").Play} play
 * @param {(count: number, all: number) => void} told
 */
export async function fetchAll(play, told) {
  const steps = play.items.flatMap(item => item.steps);
  const addresses = new Set(steps.flatMap(step => step.figure ?? []));
  let count = 0;
  const one = (/** @type {string} */ address) =>
    picture(address)
      .decode()
      .catch(() => {})
      .then(() => told(++count, addresses.size));
  await Promise.all([...addresses].map(one));
}
