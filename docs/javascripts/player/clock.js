// Runs through parts by the clock of the device, so that a slow or throttled browser loses no second. After a sleep it
// stands still where it was.

/** @typedef {import("./plan.js").Part} Part */
/**
 * @typedef {{
 *   part: (part: Part) => void,
 *   second: (part: Part, left: number) => void,
 *   lead: (left: number) => void,
 *   slept: () => void,
 *   ended: () => void,
 * }} Told
 */

const TICK = 200;
const SLEPT = 3000; // milliseconds without a tick: a hidden page still ticks once a second
const RESTART = 2000; // so far into a part, the way back leads to its beginning

export class Clock {
  /**
   * @param {Part[]} parts
   * @param {Told} told
   */
  constructor(parts, told) {
    this.parts = parts;
    this.told = told;
    this.at = 0;
    this.left = 0; // milliseconds of this part
    this.lead = 0; // milliseconds to get ready, before what is left of a part goes on
    this.seen = 0;
    this.timer = 0;
  }

  get part() {
    return this.parts[this.at];
  }

  /** Whole seconds that are left of this part. */
  get seconds() {
    return Math.ceil(this.left / 1000);
  }

  get runs() {
    return this.timer !== 0;
  }

  /**
   * @param {number} at
   * @param {number} [left] milliseconds; the whole part when left out
   * @param {number} [lead] milliseconds to get ready before it, which are no part's
   */
  go(at, left, lead = 0) {
    if (at >= this.parts.length) return this.end();
    this.at = Math.max(0, at);
    this.left = left ?? this.part.seconds * 1000;
    this.lead = lead;
    this.told.part(this.part);
  }

  /** The beginning of this part, or the part before it. */
  back() {
    this.go(this.part.seconds * 1000 - this.left > RESTART ? this.at : this.at - 1);
  }

  skip() {
    this.go(this.at + 1);
  }

  run() {
    if (this.runs) return;
    this.seen = Date.now();
    this.timer = setInterval(() => this.tick(), TICK);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = 0;
  }

  end() {
    this.stop();
    this.told.ended();
  }

  tick() {
    const now = Date.now();
    const passed = now - this.seen;
    this.seen = now;
    if (passed > SLEPT || passed < 0) {
      this.stop();
      this.told.slept();
      return;
    }
    if (this.lead > 0) return this.leads(passed);
    const before = this.seconds;
    this.left -= passed;
    if (this.left <= 0) {
      const over = this.left;
      this.skip();
      if (this.runs) this.left += over;
    } else if (this.seconds !== before) this.told.second(this.part, this.seconds);
  }

  /** @param {number} passed milliseconds */
  leads(passed) {
    const before = Math.ceil(this.lead / 1000);
    this.lead -= passed;
    const seconds = Math.ceil(this.lead / 1000);
    if (this.lead <= 0) this.go(this.at, this.left + this.lead);
    else if (seconds !== before) this.told.lead(seconds);
  }
}
