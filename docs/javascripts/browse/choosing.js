// Which stretches fit what is chosen: any of the values of one way, and all of the ways, for one version of the stretch.
// Nothing here knows the page.
import {Bits} from "./bits.js";

/**
 * @typedef {object} Version
 * @property {string} at its place on the page of the stretch; empty = the top
 * @property {string[]} facts area, version, still or moving, time
 * @property {string} picture
 * @property {number[]} has the numbers of its values
 *
 * @typedef {{key: string, name: string, values: [string, string][]}} Way
 * @typedef {{at: string, versions: Version[]}} Stretch
 * @typedef {{ways: Way[], stretches: Stretch[]}} Index
 *
 * @typedef {object} Answer
 * @property {(Version | null)[]} versions of each stretch the first version that fits, or null
 * @property {number[]} counts how many stretches there would be with each value besides what is chosen of other ways
 * @property {number} number how many stretches fit
 */

const MOST_LOOSER = 4;

export class Choosing {
  /** @param {Index} index */
  constructor(index) {
    this.stretches = index.stretches;
    this.ways = index.ways;
    /** The number of the way of each value. */
    this.wayOf = index.ways.flatMap((way, number) => way.values.map(() => number));
    /** The address of each value, "positions:standing". */
    this.ids = index.ways.flatMap(way => way.values.map(([id]) => `${way.key}:${id}`));
    this.names = index.ways.flatMap(way => way.values.map(([, name]) => name));
    this.bits = new Bits(index.stretches.map(({versions}) => versions.map(({has}) => has)), this.ids.length);
  }

  /** The values that are chosen of each way; a way of which none is asks for nothing. @param {Set<number>} chosen */
  #ofWays(chosen) {
    return this.ways.map((_, way) => [...chosen].filter(value => this.wayOf[value] === way));
  }

  /**
   * @param {Set<number>} chosen the numbers of the values
   * @returns {Answer}
   */
  answer(chosen) {
    const {bits} = this;
    const fitting = this.#ofWays(chosen).map(values => (values.length ? bits.withAnyOf(values) : bits.every));
    /** For each way what fits all the others. */
    const others = fitting.map((_, way) => bits.inAllOf(fitting.filter((_, at) => at !== way)));
    const first = bits.firstOf(bits.inAllOf(fitting));
    return {
      versions: this.stretches.map(({versions}, at) => versions[first[at]] ?? null),
      counts: this.wayOf.map((way, value) => bits.count(value, others[way])),
      number: first.reduce((number, version) => number + (version < 0 ? 0 : 1), 0),
    };
  }

  /** The ways of which a version lacks what is chosen, each a bit. @param {Set<number>} chosen */
  #missing(chosen) {
    const bits = this.wayOf.map((way, value) => (chosen.has(value) ? 1 << way : 0));
    const wanted = bits.reduce((all, bit) => all | bit, 0);
    return (/** @type {Version} */ version) => version.has.reduce((missing, value) => missing & ~bits[value], wanted);
  }

  /**
   * What could be left out where nothing fits: as few ways as will do, with what there would be then.
   * @param {Set<number>} chosen
   * @returns {{values: number[], number: number}[]}
   */
  loosened(chosen) {
    const missingIn = this.#missing(chosen);
    let fewest = Infinity;
    /** @type {Map<number, number>} */
    const numbers = new Map();
    for (const {versions} of this.stretches) {
      for (const missing of new Set(versions.map(missingIn))) {
        const ways = this.ways.filter((_, way) => missing & (1 << way)).length;
        if (ways < fewest) numbers.clear();
        fewest = Math.min(fewest, ways);
        if (ways === fewest) numbers.set(missing, (numbers.get(missing) ?? 0) + 1);
      }
    }
    const most = [...numbers].sort(([, one], [, other]) => other - one).slice(0, MOST_LOOSER);
    return most.map(([missing, number]) => ({
      values: [...chosen].filter(value => missing & (1 << this.wayOf[value])),
      number,
    }));
  }

  /** What an address asks for. @param {URLSearchParams} query */
  chosenIn(query) {
    const asked = new Set(this.ways.flatMap(({key}) => (query.get(key) ?? "").split(",").map(id => `${key}:${id}`)));
    return new Set(this.ids.flatMap((id, value) => (asked.has(id) ? [value] : [])));
  }

  /** The query of an address that asks for this. @param {Set<number>} chosen */
  queryFor(chosen) {
    const asked = this.ways.flatMap(({key, values}, at) => {
      const first = this.wayOf.indexOf(at);
      const ids = values.map(([id]) => id).filter((_, place) => chosen.has(first + place));
      return ids.length ? [`${key}=${ids.join(",")}`] : [];
    });
    return asked.length ? `?${asked.join("&")}` : "";
  }
}
