// What the scripts say, in the language of the page. The words stand in files that the build writes: those of the player in
// strings.js, those of choosing and of the search in strings-finding.js, which say() of finding.js knows.
import strings from "./strings.js";

/** @typedef {string | Record<string, string>} Words  A text, or its forms by number. */

const language = document.documentElement.lang || "en";
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

/** @param {string | number} value */
const shown = value => (typeof value === "number" ? numbers.format(value) : value);

/**
 * What says the words of a key, with values in the place of the names in braces; `n` also decides the plural.
 * @template {string} Key
 * @param {Record<Key, Words>} all
 */
export const teller = all => (/** @type {Key} */ key, /** @type {Record<string, string | number>} */ values = {}) => {
  const words = all[key] ?? key; // A publisher's own file may lack a word.
  const form = typeof words === "string" ? words : words[plurals.select(Number(values.n))] ?? words.other;
  return form.replace(/\{(\w+)\}/g, (whole, name) => shown(values[name] ?? whole));
};

/** @typedef {keyof typeof strings} Key */

export const say = teller(/** @type {Record<Key, Words>} */ (strings));
