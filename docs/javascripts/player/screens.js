// What is seen: before it begins, while it runs, when somebody asks, and after it.
import {say} from "../words.js";
import {icon, make, picture, press} from "./elements.js";
import {breath, chosen, parts, roughly, said, side, stepAt, tell, total} from "./plan.js";

/** @typedef {import("./plan.js").Data} Data */
/** @typedef {import("./plan.js").Choice} Choice */
/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Part} Part */
/** @typedef {import("./plan.js").Side} Side */
/** @typedef {import("./kept.js").Settings} Settings */

const WAYS = /** @type {const} */ (["sound", "vibration"]);

/**
 * The form that asks how it is done, over a button that begins. `change` hears of each new choice.
 * @param {Data} data
 * @param {Choice} first
 * @param {Settings} settings
 * @param {(choice: Choice) => void} change
 * @param {() => void} begin
 * @param {Node | string} goOn a way to where the reader stopped
 */
export function before(data, first, settings, change, begin, goOn) {
  let choice = first;
  const time = make("small");
  const asked = make("div", {class: "pl-asked"});
  const form = make(
    "form",
    {method: "dialog", class: "pl-setup"},
    cover(data, choice),
    make("h2", {}, say("readyAsk"), " ", time),
    goOn,
    asked,
    make("p", {class: "pl-mute", text: say("noVoice")}),
    stopRule(data),
    make("div", {class: "pl-foot"}, make("button", {class: "pl-go"}, icon("play"), say("start"))),
  );
  const tellTime = () => (time.textContent = say("about", {time: roughly(total(parts(data, choice)))}));
  const ask = () => asked.replaceChildren(...questions(data, choice, settings).filter(each => each !== false));
  form.addEventListener("change", () => {
    const {play} = choice;
    choice = answered(form, choice, settings);
    change(choice);
    tellTime();
    if (choice.play === play) return;
    ask();
    /** @type {HTMLInputElement | null} */ (form.querySelector("[name=play]:checked"))?.focus();
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    begin();
  });
  ask();
  tellTime();
  return form;
}

/**
 * The picture of what is done, or of another part.
 * @param {Data} data
 * @param {Choice} choice
 * @param {Part} [part]
 */
function cover(data, {play, sides, first}, part = {kind: "hold", seconds: 1, item: 0, side: sides || (first ?? 0)}) {
  const {step} = tell(data.plays[play].items, part);
  const look = step.turns && part.side === 2 ? "is-turned" : "";
  return step.figure ? make("div", {class: "pl-figure"}, make("img", {src: step.figure, alt: "", class: look})) : "";
}

/** @param {Data} data @param {...(Node | string)} lead */
const stopRule = ({stop, safety}, ...lead) =>
  make("p", {class: "pl-stop"}, ...lead, stop, " ", make("a", {href: safety, text: say("safety")}));

/**
 * Over what runs: how to make it easier, as the record says, or when to stop, with the page's own words on when to call
 * for help.
 * @param {Data} data
 * @param {Item} item
 * @param {"easier" | "stop"} about
 * @param {boolean} ran whether it ran before
 * @param {{goOn: () => void, skip: () => void, end: () => void}} acts
 */
export function sheet(data, item, about, ran, {goOn, skip, end}) {
  const call = document.querySelector(".md-content .admonition.danger:has(.line)")?.cloneNode(true);
  const ways = item.easier.map(({title, text, link}) =>
    make("p", {}, make("b", {}, link ? make("a", {href: link, text: title}) : title), text ? `. ${text}` : ""),
  );
  for (const {who, title, link} of item.instead)
    ways.push(make("p", {}, make("b", {text: `${who}.`}), ` ${say("tryInstead")} `, make("a", {href: link, text: title})));
  const first = (/** @type {string} */ look = "pl-again") => press(ran ? "goOn" : "back", goOn, look);
  const last = (/** @type {string} */ look = "pl-again") => press("end", end, look);
  const between = press("skipThis", skip);
  return make(
    "section",
    {class: "pl-sheet md-typeset"},
    make("h2", {tabindex: "-1", text: say(about === "stop" ? "whenToStop" : "easierTitle")}),
    ...(about === "stop" ? [stopRule(data), call ?? ""] : ways),
    make("div", {class: "pl-foot"}, ...(about === "stop" ? [last("pl-go"), first()] : [first("pl-go"), last()]), between),
  );
}

/**
 * What is left to do and to know. First the way out of the last stretch, so that nobody is left in it.
 * @param {Data} data
 * @param {Choice} choice
 * @param {Part | undefined} back
 * @param {() => void} again
 * @param {() => void} finish
 */
export const after = (data, choice, back, again, finish) =>
  make(
    "div",
    {class: "pl-setup"},
    cover(data, choice, back),
    back && make("p", {class: "pl-back", text: tell(data.plays[choice.play].items, back).cue}),
    make("h2", {tabindex: "-1", text: say("done")}),
    make("p", {text: say("howOften", {every: data.plays[choice.play].every})}),
    stopRule(data, make("b", {text: say("soreAfter")}), " "),
    ...data.next.map(({title, link}) =>
      make("a", {class: "pl-again", href: link, text: say(data.plays[choice.play].items.length > 1 ? "another" : "goesWith", {title})}),
    ),
    press("onceMore", again),
    make("div", {class: "pl-foot"}, press("finish", finish, "pl-go")),
  );

/**
 * The questions of a play; only those that have more than one answer.
 * @param {Data} data
 * @param {Choice} choice
 * @param {Settings} settings
 */
function questions(data, choice, settings) {
  const {items} = data.plays[choice.play];
  const versions = data.plays.map((play, at) => ({value: at, label: play.name}));
  return [
    group("play", say("version"), versions, choice.play),
    group("share", items.length > 1 ? say("length") : lengthName(items[0]), lengths(data, choice), choice.share),
    items.length === 1 && group("more", say("sets"), sets(items[0]), choice.more),
    items.some(item => item.bouts.some(bout => bout.side)) && group("sides", say("sides"), sides(choice.first), choice.sides),
    tick("steps", choice.steps),
    ...WAYS.map(way => tick(way, settings[way])),
  ];
}

/** @param {Item} item */
const lengthName = ({bouts: [bout]}) => (bout.reps ? say("repetitions") : say("holding"));

/** @param {Data} data @param {Choice} choice */
function lengths(data, choice) {
  const {items} = data.plays[choice.play];
  const [bout] = items[0].bouts;
  const span = bout.reps ?? bout.hold ?? [0, 0];
  const shares = items.length > 1 ? [0, 1] : [0, 0.5, 1];
  const found = shares.map(share => ({
    value: share,
    label:
      items.length > 1
        ? roughly(total(parts(data, {...choice, share, steps: false})))
        : say(bout.reps ? "times" : "brief", {n: chosen(span, share)}),
  }));
  return found.filter(({label}, at) => found.findIndex(each => each.label === label) === at);
}

/** @param {Item} item */
const sets = ({sets: [least, most]}) =>
  Array.from({length: most - least + 1}, (_, more) => ({value: more, label: say("times", {n: least + more})}));

/** @param {Side} [first] */
const sides = first =>
  [first === 2 ? "leftFirst" : "both", "right", "left"].map((side, value) => ({value, label: say(/** @type {"both"} */ (side))}));

/**
 * @param {string} name
 * @param {string} legend
 * @param {{value: number, label: string}[]} answers
 * @param {number} now
 */
const group = (name, legend, answers, now) =>
  answers.length > 1 &&
  make(
    "fieldset",
    {},
    make("legend", {text: legend}),
    ...answers.map(({value, label}) =>
      make(
        "label",
        {class: "pl-option"},
        make("input", {type: "radio", name, value: String(value), checked: value === now}),
        make("span", {text: label}),
      ),
    ),
  );

/**
 * @param {"steps" | "sound" | "vibration"} name
 * @param {boolean} isOn
 */
const tick = (name, isOn) =>
  make("label", {class: "pl-tick"}, make("input", {type: "checkbox", name, checked: isOn}), make("span", {text: say(name)}));

/**
 * What a form says. What it does not ask is as it was; another version begins anew.
 * @param {HTMLFormElement} form
 * @param {Choice} before
 * @param {Settings} settings
 * @returns {Choice}
 */
function answered(form, before, settings) {
  const found = new FormData(form);
  for (const way of WAYS) settings[way] = found.has(way);
  const steps = found.has("steps");
  /** @param {"play" | "share" | "more" | "sides"} name */
  const number = name => Number(found.get(name) ?? before[name]);
  const play = number("play");
  const sides = /** @type {Side} */ (number("sides"));
  if (play !== before.play) return {...before, play, share: 0, more: 0, sides: 0, steps};
  return {...before, share: number("share"), more: number("more"), sides, steps};
}

// -- while it runs

/** @typedef {"back" | "pause" | "skip" | "easier" | "stop"} Act */

/** Kinds of parts in which the body works: their panel is filled, so that it is told from across the room. */
export const WORK = ["press", "hold", "reps"];

/** Those that show a step in words and a picture, and count nothing. */
export const SHOWN = ["step", "return"];

export class Running {
  /**
   * @param {Item[]} items
   * @param {Part[]} parts
   * @param {(act: Act) => void} act
   */
  constructor(items, parts, act) {
    this.items = items;
    this.parts = parts;
    this.runs = true;
    this.asks = false;
    /** @type {import("./plan.js").Told | undefined} */
    this.told = undefined;
    this.heading = "";
    /** @param {Act} name */
    const does = name => () => act(name);
    this.figure = make("div", {class: "pl-figure"});
    this.bar = make("i");
    this.phase = make("p", {class: "pl-phase"});
    this.count = make("p", {class: "pl-count", role: "timer", "aria-live": "off"});
    this.of = make("p", {class: "pl-of"});
    this.cue = make("p", {class: "pl-cue"});
    this.next = make("p", {class: "pl-next"});
    this.pause = press("pause", does("pause"), "pl-pause");
    const [back, skip] = /** @type {const} */ (["back", "skip"]).map(name => press(name, does(name), "", name));
    const acts = make("div", {class: "pl-acts"}, back, this.pause, skip);
    const more = make("div", {class: "pl-more"}, press("tooMuch", does("easier")), press("whenToStop", does("stop")));
    const bar = make("div", {class: "pl-bar"}, this.bar);
    const keys = make("p", {class: "pl-keys", text: say("keys")});
    const told = make("div", {class: "pl-told"}, this.phase, this.count, this.of, this.cue);
    const hands = make("div", {class: "pl-hands"}, acts, more);
    this.panel = make("section", {class: "pl-panel", "aria-label": say("timer")}, bar, told, hands, this.next, keys);
    this.whole = make("div", {class: "pl-run"}, this.figure, this.panel);
  }

  /** @param {number} at */
  show(at) {
    const part = this.parts[at];
    const told = tell(this.items, part);
    this.told = told;
    this.heading = told.phase;
    this.asks = part.kind === "next" && !!this.parts[at + 1]?.waits;
    this.running(this.runs);
    this.cue.textContent = told.cue;
    const isShown = SHOWN.includes(part.kind);
    this.of.textContent = isShown ? breath(told.step) : "";
    this.next.textContent = this.nextAfter(at);
    this.panel.classList.toggle("is-work", WORK.includes(part.kind));
    this.panel.classList.toggle("is-step", isShown);
    this.showPicture(told.step, part);
    this.flash();
    return told;
  }

  /**
   * @param {import("./plan.js").Step} step
   * @param {Part} part
   */
  showPicture(step, part) {
    if (!step.figure) return this.figure.replaceChildren();
    const image = picture(step.figure);
    image.alt = said(step, part.side).alt;
    image.classList.toggle("is-turned", !!step.turns && part.side === 2);
    if (this.figure.firstChild !== image) this.figure.replaceChildren(image);
  }

  /**
   * The seconds that are left; of repetitions, which one it is.
   * @param {Part} part
   * @param {number} left
   */
  second(part, left) {
    this.count.textContent = String(part.reps ? repetition(part, left) : left);
    if (part.reps) this.of.textContent = say("of", {n: part.reps});
    this.showMove(part, left);
    this.bar.style.transform = `scaleX(${left / part.seconds})`;
  }

  /**
   * Where a part has several moves, each has its picture and its title in its time. Who wants no motion sees all the titles
   * of a repetition at once.
   * @param {Part} part
   * @param {number} left
   */
  showMove(part, left) {
    const step = stepAt(this.items[part.item], part, part.seconds - left);
    if (!step || (part.reps && matchMedia("(prefers-reduced-motion)").matches)) return;
    const {title, text} = said(step, part.side);
    this.cue.textContent = part.reps ? title : text;
    this.showPicture(step, part);
  }

  /** Time to get ready, before the rest of a part. @param {number} left seconds */
  lead(left) {
    this.heading = say("ready");
    this.running(this.runs);
    this.count.textContent = String(left);
    this.of.textContent = "";
    this.panel.classList.remove("is-work");
  }

  /** Until the reader is in place, as the part before says. @param {number} at */
  wait(at) {
    const before = this.parts[at - 1];
    const {cue, step} = tell(this.items, before);
    this.cue.textContent = cue;
    this.count.textContent = this.of.textContent = "";
    this.showPicture(step, before);
    this.heading = say("takeTime");
    this.panel.classList.remove("is-work");
    this.running(true, true);
  }

  /** @param {boolean} runs @param {boolean} [asks] whether it is for the reader to say that it goes on */
  running(runs, asks = this.asks) {
    this.runs = runs;
    this.phase.textContent = runs ? this.heading : say("paused");
    const key = runs && asks ? "inPlace" : runs ? "pause" : "goOn";
    this.pause.replaceChildren(icon(key === "pause" ? key : "play"), say(key));
    this.whole.classList.toggle("is-paused", !runs);
  }

  /** Once, so that who hears and feels nothing sees that something else begins. */
  flash() {
    this.panel.classList.remove("flashes");
    void this.panel.offsetWidth; // lets it begin anew
    this.panel.classList.add("flashes");
  }

  /** @param {number} at */
  nextAfter(at) {
    const now = this.parts[at];
    const next = this.parts.slice(at + 1).find(part => WORK.includes(part.kind) || part.kind === "next");
    if (!next) return say("last");
    if (next.item !== now.item) return say("nextIs", {title: this.items[next.item].title});
    const amount = next.reps ? say("times", {n: next.reps}) : say("brief", {n: next.seconds});
    return say("nextIs", {title: next.side ? `${side(next.side)}, ${amount}` : amount});
  }

  /** Where in the whole a part is. @param {number} at */
  where(at) {
    const part = this.parts[at];
    const own = this.parts.filter(each => each.item === part.item);
    const bouts = own.filter(each => (each.kind === "hold" || each.kind === "reps") && each.side === part.side);
    const before = bouts.filter(bout => this.parts.indexOf(bout) < at).length;
    return [
      this.items.length > 1 && say("stretchOf", {n: part.item + 1, all: this.items.length}),
      part.kind === "step" && say("step", {n: (part.step ?? 0) + 1}),
      part.kind !== "step" && bouts.length > 1 && roundOf(part, before, bouts.length),
    ]
      .filter(Boolean)
      .join(" · ");
  }
}

/**
 * Which one it is of those of its side; the way back is still of the one before it.
 * @param {Part} part
 * @param {number} before
 * @param {number} all
 */
const roundOf = (part, before, all) =>
  say(part.side ? "sideOf" : "roundOf", {
    side: say(part.side === 2 ? "left" : "right"),
    n: part.kind === "return" ? before : Math.min(before + 1, all),
    all,
  });

/**
 * Which repetition it is, from 1 on.
 * @param {Part} part
 * @param {number} left
 */
export const repetition = (part, left) =>
  Math.min(part.reps ?? 1, Math.floor((part.seconds - left) / (part.each ?? 1)) + 1);
