// Choosing in place: the links of the browse page become boxes to tick, with the ways that have no pages of their own
// beside them. The list follows at once, each card by the version that fits; the address keeps what is chosen.
import {say} from "../finding.js";
import {Choosing} from "./choosing.js";

/** @typedef {import("./choosing.js").Version} Version */
/** @typedef {import("./choosing.js").Stretch} Stretch */

const SITE = new URL("../../", import.meta.url);

/** @type {HTMLElement | null} */
const nav = document.querySelector(".browse [data-ways]");
const list = document.querySelector(".browse__list");
const said = document.querySelector(".browse__said");

/**
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

class Card {
  /** @param {HTMLElement} item */
  constructor(item) {
    this.item = item;
    /** @type {HTMLAnchorElement | null} */
    this.link = item.querySelector(".g-t a");
    this.facts = item.querySelector(".g-m");
    /** @type {HTMLImageElement | null} */
    this.picture = item.querySelector("img.fig");
    this.first = {href: this.link?.href ?? "", facts: [...(this.facts?.childNodes ?? [])], src: this.picture?.src ?? ""};
    this.told = "";
  }

  /** Shows the card by a version. @param {Version} version @param {boolean} isFirst */
  show(version, isFirst) {
    if (!this.link || this.told === version.at) return;
    this.told = version.at;
    this.link.href = isFirst ? this.first.href : `${this.first.href}#${version.at}`;
    const [area, name, motion, time] = version.facts;
    this.facts?.replaceChildren(
      ...(isFirst ? this.first.facts : [`${area} · `, made("strong", "", name), ` · ${motion} · `, made("em", "", time)]),
    );
    if (this.picture) this.picture.src = isFirst || !version.picture ? this.first.src : new URL(version.picture, SITE).href;
  }
}

/**
 * The cards of those that fit, in lists as long as the page has made them (browse.md). A browser draws only the lists that
 * are near the screen, and each is filled in a turn of its own, so that a slow phone stays awake however many there are.
 */
class List {
  /** @param {Element} list @param {Stretch[]} stretches */
  constructor(list, stretches) {
    this.stretches = stretches;
    /** @type {NodeListOf<HTMLElement>} */
    const parts = list.querySelectorAll(".guides");
    this.parts = [...parts];
    this.length = list.querySelector("ul")?.children.length ?? 0;
    const items = new Map([...list.querySelectorAll("li")].map(item => [addressOf(item), item]));
    this.items = stretches.map(({at}) => items.get(at));
    /** @type {Card[]} */
    this.cards = [];
    this.turn = 0;
    this.isAsWritten = true;
  }

  /** @param {(Version | null)[]} versions of each stretch the one that fits */
  show(versions) {
    const turn = ++this.turn;
    this.isAsWritten &&= this.stretches.every((stretch, at) => versions[at] === stretch.versions[0]);
    if (this.isAsWritten) return;
    const fitting = versions.flatMap((version, at) => (version && this.items[at] ? [at] : []));
    const parts = Math.ceil(fitting.length / this.length);
    for (const part of this.parts.slice(parts)) part.hidden = true;
    /** @param {number} at */
    const fill = at => {
      if (turn !== this.turn || at >= parts) return; // The former: something else has been chosen since.
      const some = fitting.slice(at * this.length, (at + 1) * this.length);
      this.parts[at].querySelector("ul")?.replaceChildren(...some.map(each => this.#card(each, versions[each])));
      this.parts[at].hidden = false;
      setTimeout(fill, 0, at + 1);
    };
    fill(0);
  }

  /** @param {number} at @param {Version | null} version */
  #card(at, version) {
    const item = /** @type {HTMLElement} */ (this.items[at]);
    const card = (this.cards[at] ??= new Card(item));
    if (version) card.show(version, version === this.stretches[at].versions[0]);
    return item;
  }
}

/** Where a card leads to, seen from the top of the site. @param {Element} item */
const addressOf = item => item.querySelector("a")?.getAttribute("href")?.replace(/^(\.\.\/)+/, "") ?? "";

class Page {
  /**
   * @param {Choosing} choosing
   * @param {HTMLElement} nav
   * @param {Element} list
   * @param {Element} said where it stands how many there are
   */
  constructor(choosing, nav, list, said) {
    this.choosing = choosing;
    this.nav = nav;
    this.list = new List(list, choosing.stretches);
    /** @type {HTMLInputElement[]} */
    this.boxes = [];
    /** @type {Element[]} */
    this.counts = [];
    this.said = said;
    this.clear = made("button", "browse__clear", say("browse.clear"));
    this.clear.type = "button";
    this.loosen = made("ul", "browse__loosen");
    said.after(this.clear, this.loosen);
    this.filter = document.querySelector(".filter > summary");
    this.name = this.filter?.textContent ?? "";
    this.chips = made("ul", "browse__chosen");
    said.parentElement?.before(this.chips);
    this.#offer();
    this.clear.addEventListener("click", () => this.#choose(new Set()));
    nav.addEventListener("change", () => this.#choose(this.#ticked()));
    addEventListener("popstate", () => this.follow());
  }

  /** Makes boxes of the links, and of the ways that have none. */
  #offer() {
    const facets = [...this.nav.querySelectorAll(".facet")];
    const known = (this.nav.dataset.ways ?? "").split(" ");
    for (const way of this.choosing.ways) {
      let facet = facets[known.indexOf(way.key)];
      if (!facet) {
        facet = made("details", "facet", made("summary", "", way.name));
        this.nav.append(facet);
      }
      facet.querySelector("ul")?.remove();
      const group = made("ul", "", ...way.values.map(([id, name]) => this.#box(way.key, id, name)));
      group.setAttribute("aria-label", say("browse.legend", {name: way.name}));
      facet.append(group);
    }
  }

  /** @param {string} key @param {string} id @param {string} name */
  #box(key, id, name) {
    const box = made("input", "");
    box.type = "checkbox";
    box.name = key;
    box.value = id;
    const count = made("em", "");
    this.boxes.push(box);
    this.counts.push(count);
    return made("li", "", made("label", "tick", box, `${name} `, count));
  }

  #ticked() {
    return new Set(this.boxes.flatMap((box, value) => (box.checked ? [value] : [])));
  }

  /** Chooses, and keeps it in the address. @param {Set<number>} chosen */
  #choose(chosen) {
    history.pushState(null, "", this.choosing.queryFor(chosen) || location.pathname);
    this.follow();
  }

  /** Shows what the address asks for. */
  follow() {
    const chosen = this.choosing.chosenIn(new URLSearchParams(location.search));
    const {versions, counts, number} = this.choosing.answer(chosen);
    this.boxes.forEach((box, value) => this.#mark(box, this.counts[value], chosen.has(value), counts[value]));
    this.clear.hidden = !chosen.size;
    if (this.filter) this.filter.textContent = chosen.size ? say("browse.filter", {name: this.name, n: chosen.size}) : this.name;
    this.chips.replaceChildren(...[...chosen].map(value => this.#chip(chosen, value)));
    const all = versions.length;
    this.said.textContent = !number
      ? say("browse.nothing")
      : chosen.size
        ? say("browse.shown", {n: number, all})
        : say("browse.all", {n: all});
    this.loosen.replaceChildren(...(number ? [] : this.choosing.loosened(chosen).map(each => this.#looser(chosen, each))));
    this.list.show(versions);
  }

  /** @param {HTMLInputElement} box @param {Element} shown @param {boolean} isChosen @param {number} count */
  #mark(box, shown, isChosen, count) {
    box.checked = isChosen;
    // What stays as it is asks the browser for nothing.
    if (shown.textContent !== String(count)) shown.textContent = String(count);
    box.closest("li")?.classList.toggle("none", !count && !isChosen);
    if (isChosen) box.closest("details")?.setAttribute("open", "");
  }

  /** What is chosen, to be taken off. @param {Set<number>} chosen @param {number} value */
  #chip(chosen, value) {
    const name = this.choosing.names[value];
    const item = this.#without(chosen, [value], name);
    item.firstElementChild?.setAttribute("aria-label", say("browse.off", {name}));
    return item;
  }

  /** @param {Set<number>} chosen @param {{values: number[], number: number}} part */
  #looser(chosen, {values, number}) {
    const name = values.map(value => this.choosing.names[value]).join(", ");
    return this.#without(chosen, values, say("browse.loosen", {name, n: number}));
  }

  /** A button that takes off values; the focus goes on to the next one. @param {Set<number>} chosen @param {number[]} values @param {string} words */
  #without(chosen, values, words) {
    const button = made("button", "", words);
    button.type = "button";
    button.addEventListener("click", () => {
      const at = [...this.chips.children].indexOf(item);
      this.#choose(new Set([...chosen].filter(value => !values.includes(value))));
      const left = this.chips.querySelectorAll("button");
      (left[Math.min(Math.max(at, 0), left.length - 1)] ?? this.boxes.find(box => box.checkVisibility()) ?? this.filter)?.focus();
    });
    const item = made("li", "", button);
    return item;
  }
}

if (nav && list && said) {
  const answer = await fetch(new URL("browse/index.json", SITE));
  if (answer.ok) new Page(new Choosing(await answer.json()), nav, list, said).follow();
}
