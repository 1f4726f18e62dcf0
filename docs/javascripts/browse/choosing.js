// Which stretches fit what is chosen: any of the values of one way, and all of the ways, for one version of the stretch.
// Nothing here knows the page.

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
  }

  /** The ways of which a version lacks what is chosen, each a bit. @param {Set<number>} chosen */
  #missing(chosen) {
    const bits = this.wayOf.map((way, value) => (chosen.has(value) ? 1 << way : 0));
    const wanted = bits.reduce((all, bit) => all | bit, 0);
    return (/** @type {Version} */ version) => version.has.reduce((missing, value) => missing & ~bits[value], wanted);
  }

  /**
   * @param {Set<number>} chosen the numbers of the values
   * @returns {Answer}
   */
  answer(chosen) {
    const missingIn = this.#missing(chosen);
    const counts = this.wayOf.map(() => 0);
    const countedAt = this.wayOf.map(() => -1); // a stretch counts once for a value, whichever of its versions have it
    const versions = this.stretches.map((stretch, at) => {
      let fitting = null;
      for (const version of stretch.versions) {
        const missing = missingIn(version);
        if (!missing) fitting ??= version;
        if (missing & (missing - 1)) continue; // Two ways are missing: one more value of one makes it fit no better.
        for (const value of version.has) {
          if (countedAt[value] === at || (missing && missing !== 1 << this.wayOf[value])) continue;
          countedAt[value] = at;
          counts[value]++;
        }
      }
      return fitting;
    });
    return {versions, counts, number: versions.filter(Boolean).length};
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
