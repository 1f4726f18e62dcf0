// What the scripts say, in the language of the page. The words stand in strings.js, which the build writes.
import strings from "./strings.js";

/** @typedef {keyof typeof strings} Key */

const language = document.documentElement.lang || "en";
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

/**
 * The words of a key, with values in the place of the names in braces; `n` also decides the plural.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
  /** @type {string | Record<string, string>} */
  const words = strings[key] ?? key; // A publisher's own file may lack a word.
  const form = typeof words === "string" ? words : words[plurals.select(Number(values.n))] ?? words.other;
  return form.replace(/\{(\w+)\}/g, (whole, name) => shown(values[name] ?? whole));
}

/** @param {string | number} value */
const shown = value => (typeof value === "number" ? numbers.format(value) : value);
