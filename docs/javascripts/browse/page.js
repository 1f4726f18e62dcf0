// Choosing in place: the links of the browse page become boxes to tick, with the ways that have no pages of their own
// beside them. The list follows at once, each card by the version that fits; the address keeps what is chosen.
import {say} from "../finding.js";
import {Choosing} from "./choosing.js";

/** @typedef {import("./choosing.js").Version} Version */

const SITE = new URL("../../", import.meta.url);
const CARDS_AT_ONCE = 100;

/** @type {HTMLElement | null} */
const nav = document.querySelector(".browse [data-ways]");
const list = document.querySelector(".browse .guides");
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

  /** Shows the card by a version, hides it where none fits. @param {Version | null} version @param {boolean} isFirst */
  show(version, isFirst) {
    this.item.classList.toggle("out", !version);
    if (!version || !this.link || this.told === version.at) return;
    this.told = version.at;
    this.link.href = isFirst ? this.first.href : `${this.first.href}#${version.at}`;
    const [area, name, motion, time] = version.facts;
    this.facts?.replaceChildren(
      ...(isFirst ? this.first.facts : [`${area} · `, made("strong", "", name), ` · ${motion} · `, made("em", "", time)]),
    );
    if (this.picture) this.picture.src = isFirst || !version.picture ? this.first.src : new URL(version.picture, SITE).href;
  }
}

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
    /** @type {Map<string, Card>} */
    const cards = new Map();
    for (const item of list.querySelectorAll("li")) {
      const card = new Card(item);
      if (card.link) cards.set(new URL(card.link.href).pathname, card);
    }
    this.cards = choosing.stretches.map(({at}) => cards.get(new URL(at, SITE).pathname));
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
    this.turn = 0;
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
    this.boxes.forEach((box, value) => {
      box.checked = chosen.has(value);
      this.counts[value].textContent = String(counts[value]);
      box.closest("li")?.classList.toggle("none", !counts[value] && !box.checked);
    });
    for (const box of this.boxes) if (box.checked) box.closest("details")?.setAttribute("open", "");
    this.clear.hidden = !chosen.size;
    if (this.filter) this.filter.textContent = chosen.size ? say("browse.filter", {name: this.name, n: chosen.size}) : this.name;
    this.chips.replaceChildren(...[...chosen].map(value => this.#chip(chosen, value)));
    const all = this.cards.length;
    this.said.textContent = !number
      ? say("browse.nothing")
      : chosen.size
        ? say("browse.shown", {n: number, all})
        : say("browse.all", {n: all});
    this.loosen.replaceChildren(...(number ? [] : this.choosing.loosened(chosen).map(each => this.#looser(chosen, each))));
    this.#show(versions);
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

  /** Shows and hides the cards, so many at a time that a slow phone stays awake. @param {(Version | null)[]} versions */
  #show(versions) {
    const turn = ++this.turn;
    /** @param {number} from */
    const some = from => {
      if (turn !== this.turn) return; // Something else has been chosen since.
      const to = Math.min(from + CARDS_AT_ONCE, versions.length);
      for (let at = from; at < to; at++) {
        this.cards[at]?.show(versions[at], versions[at] === this.choosing.stretches[at].versions[0]);
      }
      if (to < versions.length) setTimeout(some, 0, to);
    };
    some(0);
  }
}

if (nav && list && said) {
  const answer = await fetch(new URL("browse/index.json", SITE));
  if (answer.ok) new Page(new Choosing(await answer.json()), nav, list, said).follow();
}
