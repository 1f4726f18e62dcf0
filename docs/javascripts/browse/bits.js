// A table of bits: for each value, which versions of which stretches have it. A row holds the first version of every
// stretch, 32 to a word, then the second of every stretch, and so on; so a thousand stretches are counted in a few
// dozen steps for each value, on a slow phone as well.

const WORD = 32;

/** How many bits of a word are set. @param {number} word */
const setIn = word => {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

export class Bits {
  /**
   * @param {number[][][]} stretches of each stretch its versions, of each version the numbers of its values
   * @param {number} values how many values there are
   */
  constructor(stretches, values) {
    this.number = stretches.length;
    /** Words that hold a bit for every stretch. */
    this.words = Math.ceil(stretches.length / WORD);
    this.versions = stretches.reduce((most, {length}) => Math.max(most, length), 0);
    /** All versions that there are. */
    this.every = this.#row();
    this.rows = Array.from({length: values}, () => this.#row());
    stretches.forEach((versions, at) => {
      versions.forEach((has, version) => {
        const word = version * this.words + (at >> 5);
        const bit = 1 << (at & 31);
        this.every[word] |= bit;
        for (const value of has) this.rows[value][word] |= bit;
      });
    });
  }

  #row() {
    return new Uint32Array(this.words * this.versions);
  }

  /** The versions that have one of these values at least. @param {number[]} values */
  withAnyOf(values) {
    const found = this.#row();
    for (const value of values) this.rows[value].forEach((word, at) => (found[at] |= word));
    return found;
  }

  /** The versions that stand in each of these rows; all of them where there is no row. @param {Uint32Array[]} rows */
  inAllOf(rows) {
    const found = this.every.slice();
    for (const row of rows) row.forEach((word, at) => (found[at] &= word));
    return found;
  }

  /**
   * How many stretches have a version in this row that has this value.
   * @param {number} value
   * @param {Uint32Array} row
   */
  count(value, row) {
    const having = this.rows[value];
    let number = 0;
    for (let word = 0; word < this.words; word++) {
      let found = 0;
      for (let at = word; at < row.length; at += this.words) found |= row[at] & having[at];
      number += setIn(found);
    }
    return number;
  }

  /** The number of the first version of each stretch that stands in this row; -1 for none. @param {Uint32Array} row */
  firstOf(row) {
    const first = new Int8Array(this.number).fill(-1);
    for (let version = this.versions - 1; version >= 0; version--) {
      const begin = version * this.words;
      first.forEach((_, at) => {
        if (row[begin + (at >> 5)] & (1 << (at & 31))) first[at] = version;
      });
    }
    return first;
  }
}
