// What the search finds: every word of a query is looked for in the entries of search/index.json, first as it stands, then
// by its beginning while it is being typed, then with a letter wrong. What an entry is called counts more than what is
// said of it. Who names a sign to stop for is told to get help and shown no stretch; who names a caution is shown none
// that carries it. Nothing here knows the page.

/**
 * @typedef {object} Entry what pages/search_index.py says of a page, of a place on one, or of a word
 * @property {string} title
 * @property {string} kind guide, routine, area, moment, choice, caution, muscle, word or page
 * @property {string} at its address, from the first page of the site
 * @property {string[]} [names]
 * @property {string[]} [complaints]
 * @property {string} [text] found, never shown
 * @property {number[]} [about] the numbers of the entries whose names lead to it as well
 * @property {number[]} [touches] the same of what it is also about
 * @property {string} [facts]
 * @property {string} [picture]
 * @property {[string, string]} [then] a place on its page that leads on, and its title
 * @property {number[]} [not_for] the numbers of the stretches, routines and lists that are not for who has this caution
 * @property {number} [urgency] how soon to get help: 1 at once, 2 the same day, 3 within days
 *
 * @typedef {{skip: string[], general: string[], alike: string[][], entries: Entry[]}} Index
 * @typedef {{entry: Entry, score: number}} Hit
 */

/** How much a word counts, by where it stands. */
const WEIGHTS = {title: 10, names: 8, complaints: 5, about: 4, touches: 2, text: 1};

/** How much an entry counts, by what it is: a caution before a list, and a list before one of the many. @type {Record<string, number>} */
const KINDS = {area: 1.5, moment: 1.3, caution: 1.55, routine: 1.1, guide: 1, choice: 1, muscle: 0.95, page: 0.8, word: 0.3};

/** What a word is worth that is not the one typed: its beginning, or another by a letter. */
const BEGUN = 0.7;
const MISTYPED = 0.55;

/** So much of a query, by what its words are worth, an entry has to hold; and nearly as much as the best one where enough do. */
const LEAST = 0.5;
const NEARLY = 0.75;
const ENOUGH = 5;

/** What is worth less than this part of the best answer is none. */
const FAINT = 0.08;

/** What a word is worth that many conditions have in their names, of what it would be worth by how few entries hold it. */
const GENERAL = 0.2;

/** Letters from which on one, and two, may be wrong. */
const ONE_WRONG = 4;
const TWO_WRONG = 9;

/**
 * The words of a text, in small letters, without accents and apostrophes.
 * @param {string} text
 * @returns {string[]}
 */
const split = text =>
  text.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/**
 * A word without the endings that a reader may type or leave out: "stretches" and "stretching" are "stretch".
 * @param {string} word
 */
export const stem = word => {
  if (word.length < 4) return word;
  const bare = word.replace(/ies$/, "y").replace(/(?<=ss|sh|ch|x)es$/, "").replace(/(?<![su])s$/, "");
  const root = bare.length > 5 ? bare.replace(/(ing|ness|ed|ly)$/, "") : bare;
  return (root.length > 2 ? root : bare).replace(/([^aeiouls])\1$/, "$1").replace(/(?<=...)e$/, "");
};

/**
 * Whether two words differ by at most so many letters: one wrong, one too many, one missing, or two that changed places.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export const isNear = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return false;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({length: other.length + 1}, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const wrong = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + wrong);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    before = row;
    row = next;
  }
  return row[other.length] <= most;
};

/** What each word of a name is worth: the more words, the less. @param {string[]} row */
const shareOf = row => 2 / (1 + Math.sqrt(row.length));

/** How many letters of a word may be wrong. @param {string} word */
const wrongIn = word => (word.length < TWO_WRONG ? 1 : 2);

export class Engine {
  /** @param {Index} index */
  constructor(index) {
    this.entries = index.entries;
    /** @type {Map<string, string>} */
    this.first = new Map(index.alike.flatMap(row => row.map(word => [word, stem(row[0])])));
    this.skip = new Set(index.skip);
    this.general = new Set(index.general.map(word => this.#root(word)));
    /** The words of the index as they are spelled, each with what it is compared as; "" = it says nothing. */
    this.spelled = new Map(index.skip.map(word => [word, ""]));
    /** @type {Map<string, string[]>} */
    this.rows = new Map();
    /** The entries that hold a word, each with how much it counts there. @type {Map<string, Map<number, number>>} */
    this.words = new Map();
    /** What each entry is called, as a row of words. @type {{row: string, weight: number}[][]} */
    this.called = this.entries.map(() => []);
    /** What cautions and signs are called, word by word as it is written: a sore chest is no tight one here. @type {{entry: Entry, words: string[]}[]} */
    this.named = this.entries.filter(({kind}) => kind === "caution").flatMap(entry =>
      [entry.title, ...(entry.names ?? [])].map(name => ({entry, words: this.#row(name)})));
    this.entries.forEach((entry, number) => this.#read(entry, number));
  }

  /**
   * The words of a text; those that say nothing are left out, unless there is no other.
   * @param {string} text
   */
  #row(text) {
    const every = split(text);
    const said = every.filter(word => !this.skip.has(word));
    return said.length ? said : every;
  }

  /** What a word is compared as. @param {string} word */
  #root(word) {
    return this.first.get(word) ?? stem(word);
  }

  /** The words of a text of the index, as they are compared; many texts stand there often. @param {string} text */
  #known(text) {
    const known = this.rows.get(text);
    if (known) return known;
    const row = this.#row(text).map(word => {
      const root = this.#root(word);
      this.spelled.set(word, root);
      return root;
    });
    this.rows.set(text, row);
    return row;
  }

  /** @param {Entry} entry @param {number} number */
  #read(entry, number) {
    this.#note(number, WEIGHTS.title, [entry.title], true);
    this.#note(number, WEIGHTS.names, entry.names, true);
    this.#note(number, WEIGHTS.complaints, entry.complaints, true);
    for (const other of entry.about ?? []) this.#noteNames(number, WEIGHTS.about, this.entries[other]);
    for (const other of entry.touches ?? []) this.#noteNames(number, WEIGHTS.touches, this.entries[other]);
    if (entry.text) this.#note(number, WEIGHTS.text, [entry.text]);
  }

  /** @param {number} number @param {number} weight @param {Entry} other */
  #noteNames(number, weight, other) {
    this.#note(number, weight, [other.title, ...(other.names ?? [])]);
  }

  /** @param {number} number @param {number} weight @param {string[]} [texts] @param {boolean} [isCalled] */
  #note(number, weight, texts = [], isCalled = false) {
    for (const text of texts) {
      const row = this.#known(text);
      for (const word of row) {
        const places = this.words.get(word) ?? new Map();
        this.words.set(word, places);
        places.set(number, Math.max(places.get(number) ?? 0, isCalled ? weight * shareOf(row) : weight));
      }
      if (isCalled) this.called[number].push({row: ` ${row.join(" ")} `, weight});
    }
  }

  /**
   * What a word of a query may mean: words as they are compared, each with what it is worth. Nothing = it says nothing.
   * @param {string} word
   * @param {boolean} isLast whether it may not be typed to its end
   * @returns {Map<string, number> | null}
   */
  #meant(word, isLast) {
    const root = this.#root(word);
    const found = new Map(this.words.has(root) ? [[root, 1]] : []);
    if (isLast && word.length > 1) this.#add(found, BEGUN, each => each.startsWith(word));
    if (found.size || word.length < ONE_WRONG - 1) return found;
    this.#add(found, MISTYPED, each => each[0] === word[0] && isNear(word, each, wrongIn(word)));
    return found.has("") ? null : found;
  }

  /** @param {Map<string, number>} found @param {number} share @param {(word: string) => boolean} isMeant */
  #add(found, share, isMeant) {
    for (const [word, root] of this.spelled) if (!found.has(root) && isMeant(word)) found.set(root, share);
  }

  /**
   * The entries that hold one of some words, each with what it counts there at most; and what such a word is worth: the
   * fewer hold one, the more it says.
   * @param {Map<string, number>} meant
   */
  #places(meant) {
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const [word, share] of meant) {
      for (const [number, weight] of this.words.get(word) ?? []) {
        best.set(number, Math.max(best.get(number) ?? 0, share * weight));
      }
    }
    return {best, worth: Math.log(1 + this.entries.length / Math.max(best.size, 1))};
  }

  /**
   * What a query finds, the best first.
   * @param {string} query
   * @returns {Hit[]}
   */
  find(query) {
    const row = this.#row(query);
    const named = this.#cautions(row);
    if (named[0]?.urgency) return [named[0], ...this.#areasCalled(row)].map(entry => ({entry, score: 1}));
    return this.#fit(this.#matched(query, row), named);
  }

  /**
   * The areas that are called just so: some words name a sign to heed first, and a complaint as well.
   * @param {string[]} row
   */
  #areasCalled(row) {
    const asked = ` ${row.map(word => this.#root(word)).join(" ")} `;
    return this.entries.filter(
      ({kind}, number) => kind === "area" && this.called[number].some(({row: name}) => name === asked),
    );
  }

  /**
   * The cautions and signs that a query names whole, in any order, the most urgent first.
   * @param {string[]} row
   */
  #cautions(row) {
    /** @param {string} name @param {string} word */
    const isSame = (name, word) =>
      stem(name) === stem(word) ||
      (!this.spelled.has(word) && word.length >= ONE_WRONG - 1 && word[0] === name[0] && isNear(word, name, wrongIn(word)));
    const said = this.named.filter(({words}) => words.every(name => row.some(word => isSame(name, word))));
    const soon = ({urgency = Infinity}) => urgency;
    return [...new Set(said.map(({entry}) => entry))].sort((one, other) => soon(one) - soon(other) || 0);
  }

  /**
   * The hits for a reader with the cautions that are named, or else with the one that answers best: these first, and
   * nothing that is not for them.
   * @param {Hit[]} hits
   * @param {Entry[]} named
   */
  #fit(hits, named) {
    const answers = new Set(named.length ? named : hits.slice(0, 1).map(({entry}) => entry));
    const dropped = new Set([...answers].flatMap(entry => entry.not_for ?? []).map(number => this.entries[number]));
    const kept = hits.filter(({entry}) => !dropped.has(entry));
    return [...kept.filter(({entry}) => answers.has(entry)), ...kept.filter(({entry}) => !answers.has(entry))];
  }

  /**
   * The entries that hold the words of a query, the best first. One that holds only general words of it is none.
   * @param {string} query
   * @param {string[]} row
   */
  #matched(query, row) {
    const isEnded = /\s$/.test(query);
    /** @type {Map<number, {score: number, held: number, isSaid: boolean}>} */
    const found = new Map();
    let whole = 0;
    row.forEach((word, at) => {
      const meant = this.#meant(word, at === row.length - 1 && !isEnded);
      if (!meant) return;
      const {best, worth: rarity} = this.#places(meant);
      const isGeneral = meant.size > 0 && [...meant.keys()].every(each => this.general.has(each));
      const worth = isGeneral ? rarity * GENERAL : rarity;
      const held = best.size ? worth : worth / 2; // a word that nothing knows says less than one that something does
      whole += held;
      for (const [number, weight] of best) {
        const sum = found.get(number) ?? {score: 0, held: 0, isSaid: false};
        found.set(number, {score: sum.score + worth * weight, held: sum.held + held, isSaid: sum.isSaid || !isGeneral});
      }
    });
    return this.#ranked(found, whole, row.map(word => this.#root(word)));
  }

  /**
   * @param {Map<number, {score: number, held: number, isSaid: boolean}>} found
   * @param {number} whole
   * @param {string[]} row
   * @returns {Hit[]}
   */
  #ranked(found, whole, row) {
    const shares = [...found.values()].map(({held}) => held / whole);
    const near = Math.max(0, ...shares) * NEARLY;
    const least = shares.filter(share => share >= near).length < ENOUGH ? LEAST : Math.max(LEAST, near);
    const hits = [];
    for (const [number, {score, held, isSaid}] of found) {
      const share = held / whole;
      if (share < least || !isSaid) continue;
      const entry = this.entries[number];
      hits.push({entry, score: score * share * share * this.#likeness(number, row) * (KINDS[entry.kind] ?? 1)});
    }
    const faint = Math.max(0, ...hits.map(({score}) => score)) * FAINT;
    const clear = hits.filter(({score}) => score >= faint);
    return clear.sort((one, other) => other.score - one.score || (one.entry.title < other.entry.title ? -1 : 1));
  }

  /** How near a whole query is to something that an entry is called. @param {number} number @param {string[]} row */
  #likeness(number, row) {
    const asked = ` ${row.join(" ")} `;
    let best = 1;
    for (const {row: name, weight} of this.called[number]) {
      const rank = weight / WEIGHTS.title;
      if (name === asked) best = Math.max(best, 1 + 2 * rank);
      else if (row.length > 1 && name.includes(asked)) best = Math.max(best, 1 + 0.8 * rank);
    }
    return best;
  }
}
