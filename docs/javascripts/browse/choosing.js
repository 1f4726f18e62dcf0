// Which stretches fit what is chosen: any of the values of one way, and all of the ways, for one version of the stretch.
// Nothing here knows the page.

/**
 * @typedef {object} Version
 * @property {string} at its place on the page of the stretch; empty = the top
 * @property {string[]} facts area, label, still or moving, time
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

  /**
   * @param {Set<number>} chosen the numbers of the values
   * @returns {Answer}
   */
  answer(chosen) {
    const wanted = new Set([...chosen].map(value => this.wayOf[value]));
    const counts = this.wayOf.map(() => 0);
    const versions = this.stretches.map(stretch => this.#fitting(stretch, chosen, wanted, counts));
    return {versions, counts, number: versions.filter(Boolean).length};
  }

  /**
   * The first version that fits. What a stretch would count for is added to the counts, each value once.
   * @param {Stretch} stretch
   * @param {Set<number>} chosen
   * @param {Set<number>} wanted the ways of which something is chosen
   * @param {number[]} counts
   */
  #fitting(stretch, chosen, wanted, counts) {
    let fitting = null;
    const counted = new Set();
    for (const version of stretch.versions) {
      const held = new Set(version.has.filter(value => chosen.has(value)).map(value => this.wayOf[value]));
      const missing = wanted.size - held.size;
      if (!missing) fitting ??= version;
      if (missing > 1) continue;
      for (const value of version.has) {
        const way = this.wayOf[value];
        if (!missing || (wanted.has(way) && !held.has(way))) counted.add(value);
      }
    }
    for (const value of counted) counts[value]++;
    return fitting;
  }

  /**
   * What could be left out where nothing fits: each way of which something is chosen, with what there would be then.
   * @param {Set<number>} chosen
   * @returns {{way: Way, values: number[], number: number}[]}
   */
  loosened(chosen) {
    return this.ways
      .map((way, at) => {
        const values = [...chosen].filter(value => this.wayOf[value] === at);
        const rest = new Set([...chosen].filter(value => this.wayOf[value] !== at));
        return {way, values, number: values.length ? this.answer(rest).number : 0};
      })
      .filter(({number}) => number)
      .sort((one, other) => other.number - one.number);
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
