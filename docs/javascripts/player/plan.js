// From the data of a play to its parts, second by second, and what is said of each. The data come from the timeline
// that the pages print.
import {say} from "../words.js";

/** @typedef {[number, number]} Span  From the least to the most. */
/** @typedef {0 | 1 | 2} Side  Right is 1, left is 2; 0 = both at once, or in turn. */
/** @typedef {{title: string, text: string, alt: string}} Said */
/**
 * @typedef {{phase: string, said: Said[], breath?: "in" | "out" | "easy", figure?: string, turns?: boolean,
 *   presses?: boolean}} Step
 */
/**
 * @typedef {{side?: Side, more?: number, turns?: number, pause?: Span, press?: Span, hold?: Span, reps?: Span,
 *   each?: Span}} Bout
 */
/** @typedef {{title: string, text?: string, link?: string}} Easier */
/** @typedef {{who: string, title: string, link: string}} Instead  What stands in for it, for who should take care. */
/**
 * @typedef {{title: string, steps: Step[], sets: Span, bouts: Bout[],
 *   easier: Easier[], instead: Instead[], place: string, effort?: string}} Item
 */
/** @typedef {{name: string, every: string, items: Item[]}} Play */
/**
 * @typedef {{title: string, plays: Play[], next: {title: string, link: string}[], stop: string, safety: string,
 *   seconds: {ready: number, next: number, step: number}}} Data
 */
/**
 * What a reader has chosen: `share` is how far from the least to the most each number is, `more` how many sets more
 * than the fewest, `sides` the only one that is done, `first` the one that begins where both are.
 * @typedef {{play: number, share: number, more: number, sides: Side, first?: Side, steps: boolean}} Choice
 */
/** @typedef {"step" | "ready" | "next" | "press" | "hold" | "reps" | "return" | "change" | "rest"} Kind */
/**
 * A part that `waits` begins in another position than the stretch before it: then the reader says when.
 * @typedef {{kind: Kind, seconds: number, item: number, side: Side, step?: number, reps?: number, each?: number,
 *   waits?: boolean}} Part
 */
/** @typedef {{phase: string, cue: string, spoken: string, step: Step}} Told */

const COARSE = 10; // a range as wide is chosen from in fives

/**
 * @param {Span} span
 * @param {number} share
 */
export function chosen([least, most], share) {
  const exact = least + (most - least) * share;
  const isBetween = exact > least && exact < most;
  return Math.round(isBetween && most - least >= COARSE ? exact / 5 : exact) * (isBetween && most - least >= COARSE ? 5 : 1);
}

/**
 * @param {Data} data
 * @param {Choice} choice
 * @returns {Part[]}
 */
export function parts(data, choice) {
  const {items} = data.plays[choice.play];
  return items.flatMap((item, at) => {
    const back = at ? wayBack(items[at - 1], at - 1, sideOf(done(items[at - 1], choice).at(-1)), data.seconds.next) : [];
    const first = /** @type {Part} */ ({
      kind: at ? "next" : "ready",
      seconds: at ? data.seconds.next - total(back) : data.seconds.ready,
      item: at,
      side: sideOf(done(item, choice)[0]),
    });
    const shown = choice.steps ? stepParts(item, at, data.seconds.step, first.side) : [];
    const bouts = boutParts(item, at, choice);
    if (at && bouts[0]) bouts[0].waits = items[at - 1].place !== item.place;
    return [...back, ...shown, first, ...bouts];
  });
}

/** @param {Part[]} all */
export const total = all => all.reduce((sum, part) => sum + part.seconds, 0);

/** @param {Bout | undefined} bout */
const sideOf = bout => bout?.side ?? 0;

/**
 * The bouts that are done.
 * @param {Item} item
 * @param {Choice} choice
 */
function done(item, {more, sides, first}) {
  const bouts = item.bouts.filter(bout => (bout.more ?? 0) <= more && (!sides || !bout.side || bout.side === sides));
  return first === 2 && !sides ? bouts.map((bout, at) => ({...other(bouts, at), pause: bout.pause})) : bouts;
}

/**
 * The bout that stands at a place when the sides of each set change places: a right one stands before its left one.
 * @param {Bout[]} bouts
 * @param {number} at
 */
function other(bouts, at) {
  const own = bouts[at];
  const next = bouts[own.side === 2 ? at - 1 : at + 1];
  return own.side && next && next.side !== own.side ? next : own;
}

/**
 * @param {Item} item
 * @param {number} at
 * @param {number} seconds
 * @param {Side} side
 */
const stepParts = (item, at, seconds, side) =>
  item.steps.flatMap((step, number) =>
    step.phase === "return" ? [] : [/** @type {Part} */ ({kind: "step", seconds, item: at, side, step: number})],
  );

/**
 * The way out of a stretch, where its record tells it: the greater half of the pause after it.
 * @param {Item} item
 * @param {number} at
 * @param {Side} side
 * @param {number} pause seconds; too short a one has no room for it
 * @returns {Part[]}
 */
export function wayBack({steps}, at, side, pause) {
  const step = steps.findIndex(each => each.phase === "return");
  return step < 0 || pause < 2 ? [] : [{kind: "return", seconds: Math.ceil(pause / 2), item: at, side, step}];
}

/**
 * @param {Item} item
 * @param {number} at
 * @param {Choice} choice
 */
function boutParts(item, at, choice) {
  /** @type {Part[]} */
  const found = [];
  /** @type {Bout | undefined} */
  let before;
  for (const bout of done(item, choice)) {
    const side = sideOf(bout);
    /** @type {(kind: Kind, seconds: number, more?: Partial<Part>) => void} */
    const add = (kind, seconds, more = {}) => void found.push({kind, seconds, item: at, side, ...more});
    if (before && bout.pause) {
      const pause = chosen(bout.pause, choice.share);
      const back = wayBack(item, at, sideOf(before), pause);
      found.push(...back);
      add(before.side === bout.side ? "rest" : "change", pause - total(back));
    }
    if (bout.press) add("press", chosen(bout.press, choice.share));
    if (bout.hold) add("hold", chosen(bout.hold, choice.share));
    if (bout.reps && bout.each) {
      const reps = chosen(bout.reps, choice.share);
      const each = chosen(bout.each, choice.share) * (bout.turns ?? 1);
      add("reps", reps * each, {reps, each});
    }
    before = bout;
  }
  return found;
}

// -- what a part is called, what is said of it, and which step its picture shows

/**
 * @param {Item[]} items
 * @param {Part} part
 * @returns {Told}
 */
export function tell(items, part) {
  const item = items[part.item];
  const step = stepOf(item, part);
  const {title, text} = said(step, part.side);
  const moves = item.steps.filter(each => each.phase === "move").map(each => said(each, part.side).title);
  switch (part.kind) {
    case "step":
      return {phase: title, cue: text, spoken: `${title}. ${text} ${breath(step)}`.trim(), step};
    case "return":
      return {phase: title, cue: text, spoken: text, step};
    case "ready":
      return {phase: say("ready"), cue: text, spoken: `${say("ready")}. ${text}`, step};
    case "next":
      return {phase: say("nextIs", {title: item.title}), cue: text, spoken: `${say("nextIs", {title: item.title})}. ${text}`, step};
    case "change":
      return pausing(say("change"), say("nowSide", {side: side(part.side)}), text, step);
    case "rest":
      return pausing(say("rest"), say("again"), text, step);
    case "press":
      return told(sided("press", part), item.effort ? say("effort", {n: item.effort}) : text, step, part.seconds);
    case "hold":
      return told(sided("hold", part), text, step, part.seconds);
    case "reps":
      return {...told(sided("repeat", part), sentence(moves), step), spoken: spokenReps(part, moves)};
  }
}

/**
 * @param {string} phase
 * @param {string} cue
 * @param {Step} step
 * @param {number} [seconds]
 */
const told = (phase, cue, step, seconds) => ({
  phase,
  cue,
  spoken: `${phase}. ${seconds ? `${say("seconds", {n: seconds})}. ` : ""}${cue}`,
  step,
});

/**
 * Between two bouts: what comes, which is spoken, and how it begins, which is shown.
 * @param {string} phase
 * @param {string} comes
 * @param {string} text
 * @param {Step} step
 */
const pausing = (phase, comes, text, step) => ({...told(phase, comes, step), cue: `${comes}. ${text}`});

/**
 * @param {Part} part
 * @param {string[]} moves
 */
const spokenReps = (part, moves) =>
  `${sided("repeat", part)}. ${say("times", {n: part.reps ?? 0})}. ${sentence(moves)}`;

/** How to breathe in a step; the rule of every stretch, to breathe easily, needs no words. @param {Step} step */
export const breath = ({breath}) => (breath === "in" || breath === "out" ? say(breath) : "");

/** @param {string[]} words */
const sentence = words => words.map(each => `${each}.`).join(" ");

/**
 * What a step says for a side; both have the same words where only one is written.
 * @param {Step} step
 * @param {Side} side
 */
export const said = (step, side) => step.said[side === 2 ? 1 : 0] ?? step.said[0];

/** @param {Side} side */
export const side = side => say(side === 2 ? "leftSide" : "rightSide");

/**
 * @param {"press" | "hold" | "repeat"} key
 * @param {Part} part
 */
const sided = (key, part) => (part.side ? say("onSide", {what: say(key), side: side(part.side)}) : say(key));

/**
 * @param {Item} item
 * @param {Part} part
 */
function stepOf({steps}, part) {
  if (part.step !== undefined) return steps[part.step];
  if (part.kind === "press") return presser(steps);
  const wanted = ["ready", "next", "change", "rest"].includes(part.kind) ? [] : ["hold", "move"];
  return wanted.map(phase => steps.find(step => step.phase === phase)).find(Boolean) ?? steps[0];
}

/**
 * The step that presses: the one whose picture does, or where none says so the last move but one, as the last lets go.
 * @param {Step[]} steps
 */
function presser(steps) {
  const moves = steps.filter(step => step.phase === "move");
  return moves.find(step => step.presses) ?? moves.at(-2) ?? moves[0] ?? steps[0];
}

const LETS_GO = 3; // seconds after a press, before the hold is sought

/**
 * The step that is done at a second of a part, where the part has several. A repetition has its moves, and a hold among
 * them, one after the other for equal times. Of a stretch that presses, the move after the press lets go, at the beginning
 * of the hold.
 * @param {Item} item
 * @param {Part} part
 * @param {number} passed seconds
 * @returns {Step | undefined}
 */
export function stepAt({steps, bouts}, part, passed) {
  const moves = steps.filter(step => step.phase === "move");
  if (part.kind === "hold" && bouts.some(bout => bout.press) && moves.length > 1) {
    const letsGo = moves[moves.indexOf(presser(steps)) + 1];
    return letsGo && passed < LETS_GO ? letsGo : steps.find(step => step.phase === "hold");
  }
  const done = steps.filter(step => step.phase === "move" || step.phase === "hold");
  const each = part.each ?? 1;
  return part.reps && done.length > 1 ? done[Math.floor(((passed % each) * done.length) / each)] : undefined;
}

/**
 * A time as a person says it: to the half minute, from five minutes on to the minute. The pages round alike.
 * @param {number} seconds
 */
export function roughly(seconds) {
  const halves = Math.max(even(seconds / 30), 1);
  if (halves === 1) return say("halfMinute");
  const minutes = halves < 10 ? halves / 2 : even(seconds / 60);
  const shown = `${Math.floor(minutes) || ""}${minutes % 1 ? "½" : ""}`;
  return minutes === 1 ? say("minutes", {n: 1}) : say("minutesIn", {minutes: shown});
}

/** @param {number} number */
const even = number => (number % 1 === 0.5 ? 2 * Math.round(number / 2) : Math.round(number));
