// The words of choosing in place and of the search, which few pages need when they open.
import strings from "./strings-finding.js";
import {teller} from "./words.js";

/** @typedef {keyof typeof strings} Key */

export const say = teller(/** @type {Record<Key, import("./words.js").Words>} */ (strings));
