// What the player keeps. On the device: its settings, under one key, and nothing that anybody did. In this tab, until
// it is closed: where the reader stopped. Storage may be forbidden, broken, or written by a newer player: then all is
// as at the first time, and what a newer one wrote stays.

const KEY = "stretchguide-player";
const VERSION = 1;
const HOUR = 3_600_000;

/** @typedef {{voice: boolean, sound: boolean, vibration: boolean, steps: boolean}} Settings */
/** @typedef {{page: string, when: number, choice: import("./plan.js").Choice, at: number, left: number}} Place */

/** @type {Settings} */
const FIRST = {voice: false, sound: true, vibration: true, steps: true};

/** @returns {Settings} */
export function kept() {
  const stored = read(() => localStorage);
  const found = {...FIRST};
  if (stored?.version !== VERSION) return found;
  for (const name of /** @type {(keyof Settings)[]} */ (Object.keys(FIRST)))
    if (typeof stored[name] === "boolean") found[name] = stored[name];
  return found;
}

/** @param {Settings} found */
export function keepSettings(found) {
  if (!(read(() => localStorage)?.version > VERSION)) write(() => localStorage, {version: VERSION, ...found});
}

/**
 * Where the reader stopped on this page within the last hour.
 * @returns {Place | undefined}
 */
export function place() {
  const stopped = read(() => sessionStorage);
  const isHere = stopped?.page === location.pathname && stopped.choice && Date.now() - stopped.when < HOUR;
  return isHere ? stopped : undefined;
}

/** @param {Omit<Place, "page" | "when"> | undefined} stopped */
export function keepPlace(stopped) {
  write(() => sessionStorage, stopped && {page: location.pathname, when: Date.now(), ...stopped});
}

/** @param {() => Storage} where */
function read(where) {
  try {
    return JSON.parse(where().getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {() => Storage} where
 * @param {object | undefined} what
 */
function write(where, what) {
  try {
    if (what) where().setItem(KEY, JSON.stringify(what));
    else where().removeItem(KEY);
  } catch {
    // Nothing is kept then.
  }
}
