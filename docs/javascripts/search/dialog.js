// The search as readers see it: a field, and below it what it finds, each with its picture, what it is, and a line of facts.
// Arrows go through the answers, Enter opens the first one or the one that has the focus, Escape closes.
import {say} from "../finding.js";
import {Engine} from "./engine.js";

/** @typedef {import("./engine.js").Entry} Entry */

const SITE = new URL("../../", import.meta.url);
const MOST = 20;

/** @type {Promise<Engine> | null} */
let loading = null;

/** What is found; it is asked for once, and again where that failed. */
const engine = () => {
  loading ??= fetch(new URL("search/index.json", SITE)).then(async answer => {
    if (!answer.ok) throw new Error(answer.statusText);
    return new Engine(await answer.json());
  });
  loading.catch(() => (loading = null));
  return loading;
};

/**
 * An element with a class and what it holds.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} name
 * @param {...(string | Node)} children
 */
const made = (tag, name, ...children) => {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...children);
  return element;
};

const field = made("input", "find__field");
field.type = "search";
field.autocomplete = "off";
field.spellcheck = false;
field.enterKeyHint = "go";
field.setAttribute("aria-label", say("search.field"));
field.placeholder = say("search.field");
const close = made("button", "find__close", say("search.close"));
close.type = "button";
const said = made("p", "find__said");
said.role = "status";
const hits = made("ol", "find__hits");
const areas = made("ul", "find__areas");
const more = made("p", "find__more", link(say("search.browse"), "browse/"));
const dialog = made("dialog", "find", made("div", "find__bar", field, close), made("div", "find__found", said, hits, areas, more));
dialog.setAttribute("aria-label", say("search.name"));

/** @param {string} words @param {string} at */
function link(words, at) {
  const element = made("a", "", words);
  element.href = new URL(at, SITE).href;
  return element;
}

/** @param {Entry} entry */
const picture = entry => {
  if (!entry.picture) return made("span", "find__pic find__pic--none");
  const image = made("img", "find__pic");
  image.src = new URL(entry.picture, SITE).href;
  image.alt = "";
  image.loading = "lazy";
  return image;
};

/** @param {Entry} entry */
const hit = entry => {
  const kind = say(/** @type {import("../finding.js").Key} */ (`search.kind.${entry.kind}`));
  const facts = [kind, entry.facts].filter(Boolean).join(" · ");
  const main = link("", entry.at);
  main.append(picture(entry), made("strong", "find__title", entry.title), " ", made("span", "find__facts", facts));
  const item = made("li", `find__hit find__hit--${entry.kind}`, main);
  if (entry.then) {
    const next = link(entry.then[1], `${entry.at}#${entry.then[0]}`);
    next.className = "find__then";
    item.append(next);
  }
  return item;
};

/** A body area to go on with, where nothing is found. @param {Entry} entry */
const area = entry => made("li", "find__area", link(entry.title, entry.at));

/**
 * What is said above the answers: how many there are, and where only the first are shown, that.
 * @param {number} every
 * @param {string} query
 */
const total = (every, query) => {
  if (!every) return say("search.nothing", {query});
  return every > MOST ? say("search.first", {n: MOST}) : say("search.found", {n: every});
};

const show = async () => {
  const query = field.value;
  areas.replaceChildren();
  more.hidden = false;
  if (!query.trim()) {
    hits.replaceChildren();
    said.textContent = say("search.hint");
    return;
  }
  try {
    const known = await engine();
    const found = known.find(query);
    if (query !== field.value) return; // A later one has been typed while this one waited.
    hits.replaceChildren(...found.slice(0, MOST).map(({entry}) => hit(entry)));
    if (!found.length) areas.replaceChildren(...known.entries.filter(({kind}) => kind === "area").map(area));
    more.hidden = found.length === 1 && Boolean(found[0].entry.urgency); // Whoever may need help is not led on to stretches.
    said.textContent = total(found.length, query.trim());
  } catch {
    said.textContent = say("search.failed");
  }
};

/** @param {number} by */
const step = by => {
  const links = [field, ...dialog.querySelectorAll("a")];
  const at = links.findIndex(each => each === document.activeElement);
  links[Math.min(Math.max(at + by, 0), links.length - 1)].focus();
};

dialog.addEventListener("keydown", event => {
  const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (by) {
    event.preventDefault();
    step(by);
  } else if (event.key === "Enter" && event.target === field) {
    event.preventDefault();
    show().then(() => hits.querySelector("a")?.click());
  }
});
dialog.addEventListener("click", ({target}) => {
  const isLink = target instanceof Element && target.closest("a");
  if (target === dialog || isLink) dialog.close(); // The page that it leads to may be this one.
});
close.addEventListener("click", () => dialog.close());
field.addEventListener("input", show);

/** Where the focus goes back to. @type {HTMLElement | null} */
let from = null;
dialog.addEventListener("close", () => from?.focus());

/** @param {HTMLElement} opener */
export const open = opener => {
  if (!dialog.isConnected) document.body.append(dialog);
  if (dialog.open) return;
  const active = document.activeElement;
  from = active instanceof HTMLElement && active !== document.body ? active : opener;
  dialog.showModal();
  field.focus();
  field.select();
  engine().catch(() => {});
  show();
};
