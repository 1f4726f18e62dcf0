// What a part is called, what is said of it, and which step its picture shows.
import {say} from "../words.js";

/** @typedef {import("./plan.js").Part} Part */
/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Side} Side */
/** @typedef {import("./plan.js").Step} Step */
/** @typedef {{phase: string, cue: string, spoken: string, step: Step}} Told */

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
    case "ready":
      return {phase: say("ready"), cue: text, spoken: `${say("ready")}. ${text}`, step};
    case "next":
      return {phase: say("nextIs", {title: item.title}), cue: text, spoken: `${say("nextIs", {title: item.title})}. ${text}`, step};
    case "change":
      return told(say("change"), say("nowSide", {side: side(part.side)}), step);
    case "rest":
      return told(say("rest"), say("again"), step);
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
  const start = part.kind === "ready" || part.kind === "next";
  const wanted = start ? [] : ["hold", "move"];
  return wanted.map(phase => steps.find(step => step.phase === phase)).find(Boolean) ?? steps[0];
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
