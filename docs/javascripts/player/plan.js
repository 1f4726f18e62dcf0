// From the data of a play to its parts, second by second. The data come from the timeline that the pages print.

/** @typedef {[number, number]} Span  From the least to the most. */
/** @typedef {0 | 1 | 2} Side  Right is 1, left is 2; 0 = both at once, or in turn. */
/** @typedef {{title: string, text: string, alt: string}} Said */
/** @typedef {{phase: string, said: Said[], breath?: "in" | "out" | "easy", figure?: string, turns?: boolean}} Step */
/**
 * @typedef {{side?: Side, more?: number, turns?: number, pause?: Span, press?: Span, hold?: Span, reps?: Span,
 *   each?: Span}} Bout
 */
/** @typedef {{title: string, text?: string, link?: string}} Easier */
/**
 * @typedef {{title: string, steps: Step[], sets: Span, bouts: Bout[],
 *   easier: Easier[], effort?: string}} Item
 */
/** @typedef {{name: string, every: string, items: Item[]}} Play */
/**
 * @typedef {{title: string, plays: Play[], next: {title: string, link: string}[], stop: string, safety: string,
 *   seconds: {ready: number, next: number, step: number}}} Data
 */
/**
 * What a reader has chosen: `share` is how far from the least to the most each number is, `more` how many sets more
 * than the fewest.
 * @typedef {{play: number, share: number, more: number, sides: Side, steps: boolean}} Choice
 */
/** @typedef {"step" | "ready" | "next" | "press" | "hold" | "reps" | "change" | "rest"} Kind */
/**
 * @typedef {{kind: Kind, seconds: number, item: number, side: Side, step?: number, reps?: number, each?: number}} Part
 */

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
  return data.plays[choice.play].items.flatMap((item, at) => {
    const first = /** @type {Part} */ ({
      kind: at ? "next" : "ready",
      seconds: at ? data.seconds.next : data.seconds.ready,
      item: at,
      side: sideOf(done(item, choice)[0]),
    });
    const shown = choice.steps ? stepParts(item, at, data.seconds.step, first.side) : [];
    return [...shown, first, ...boutParts(item, at, choice)];
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
const done = (item, {more, sides}) =>
  item.bouts.filter(bout => (bout.more ?? 0) <= more && (!sides || !bout.side || bout.side === sides));

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
    if (before && bout.pause) add(before.side === bout.side ? "rest" : "change", chosen(bout.pause, choice.share));
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
