// The guided player: put the phone beside the mat. It plays what the build has written of a guide or of a routine
// (plan.js), in a dialog over the page. Nothing is sent anywhere; what is kept stands in kept.js.
import {say} from "../words.js";
import {Clock} from "./clock.js";
import {fetchAll, icon, make, press} from "./elements.js";
import {keepPlace, keepSettings, kept, place} from "./kept.js";
import {parts, tell, wayBack} from "./plan.js";
import {Running, SHOWN, WORK, after, before, repetition, sheet} from "./screens.js";
import {Signals} from "./signals.js";

/** @typedef {import("./plan.js").Data} Data */
/** @typedef {import("./plan.js").Choice} Choice */
/** @typedef {import("./plan.js").Part} Part */

const HASH = "#play";
const HALF = 20; // seconds of a hold from which its half is told
const COUNTED = 3; // the last seconds, which are counted
const LEAD = 5000; // milliseconds to get back into a stretch that was left
const PATIENCE = 8000; // milliseconds that a start waits for its pictures

/** The look of the player, which no page needs before. */
const look = new Promise(done => {
  const href = new URL("../../stylesheets/player.css", import.meta.url).href;
  document.head.append(make("link", {rel: "stylesheet", href, onload: done, onerror: done}));
});

/**
 * Opens the player over the page.
 * @param {Data} data
 * @param {HTMLElement} opener what has the focus afterwards
 * @param {number} version which one of the page is chosen
 * @param {1 | 2} first the side that the page shows
 */
export async function open(data, opener, version, first) {
  await look;
  if (!document.querySelector("dialog.player")) new Player(data, opener, version, first).open();
}

class Player {
  /**
   * @param {Data} data
   * @param {HTMLElement} opener
   * @param {number} version
   * @param {1 | 2} first
   */
  constructor(data, opener, version, first) {
    this.data = data;
    this.opener = opener;
    this.settings = kept();
    this.signals = new Signals(this.settings);
    this.isRoutine = data.plays[version].items.length > 1; // whose steps would take longer than itself
    /** @type {Choice} */
    this.choice = {play: version, share: 0, more: 0, sides: 0, first, steps: this.settings.steps && !this.isRoutine};
    /** @type {Clock | undefined} */
    this.clock = undefined;
    this.ran = false; // before a sheet lay over it
    this.there = -1; // the part that the reader is in place for
    /** @type {Running | undefined} */
    this.view = undefined;
    this.body = make("div", {class: "pl-body"});
    this.sub = make("small");
    this.live = make("p", {class: "pl-live", "aria-live": "assertive"});
    this.voice = press("voice", () => this.turnVoice(), "pl-voice");
    this.dialog = make("dialog", {class: "player", "aria-labelledby": "player-title"}, this.top(), this.body, this.live);
    this.gone = new AbortController();
  }

  top() {
    const title = make("p", {id: "player-title"}, make("b", {text: this.data.title}), " ", this.sub);
    return make("div", {class: "pl-top"}, title, this.voice, press("close", () => this.dialog.close(), "", "close"));
  }

  // -- opening and closing

  open() {
    document.body.append(this.dialog);
    const {signal} = this.gone;
    this.dialog.addEventListener("close", () => this.closed());
    this.dialog.addEventListener("cancel", event => this.escaped(event));
    document.addEventListener("keydown", event => this.pressed(event), {signal});
    addEventListener("popstate", () => location.hash !== HASH && this.dialog.close(), {signal});
    addEventListener("pagehide", () => this.keep(), {signal});
    document.addEventListener("visibilitychange", () => this.seen(), {signal});
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => this.showVoice(), {signal});
    if (location.hash !== HASH) history.pushState({...history.state, player: true}, "", HASH);
    this.setUp();
    this.dialog.showModal();
    this.focusOn(".pl-go");
  }

  closed() {
    this.keep();
    this.clock?.stop();
    this.signals.end();
    this.gone.abort();
    this.dialog.remove();
    if (location.hash === HASH) {
      if (history.state?.player) history.back();
      else history.replaceState(history.state, "", location.pathname + location.search);
    }
    this.opener.focus({preventScroll: true});
  }

  /** @param {Event} event */
  escaped(event) {
    if (this.sheet) {
      event.preventDefault();
      this.leaveSheet();
    }
  }

  /** Where it stops, for whoever comes back within the hour. */
  keep() {
    if (this.clock) keepPlace({choice: this.choice, at: this.clock.at, left: this.clock.left});
  }

  /** A hidden page stops: nobody follows it. Back again, it says where it is. */
  seen() {
    if (!document.hidden) this.sayWhereItIs();
    else if (this.clock?.runs) this.slept();
  }

  slept() {
    this.pause();
    this.keep();
    this.wasAway = true;
    if (!document.hidden) this.sayWhereItIs();
  }

  sayWhereItIs() {
    const {clock, view, wasAway} = this;
    this.wasAway = false;
    if (clock && view && wasAway) this.tell(say("away", {phase: view.told?.phase ?? "", n: clock.seconds}));
  }

  // -- set-up

  setUp() {
    this.clock = this.view = undefined;
    this.sub.textContent = say("guided");
    const change = (/** @type {Choice} */ choice) => {
      this.choice = choice;
      if (!this.isRoutine) this.settings.steps = choice.steps;
      keepSettings(this.settings);
    };
    const form = before(this.data, this.choice, this.settings, change, () => this.begin(), this.goOnOffer());
    this.body.replaceChildren(form);
    this.showVoice();
    this.focusOn(".pl-go");
  }

  goOnOffer() {
    const stopped = place();
    const was = stopped && parts(this.data, stopped.choice)[stopped.at];
    if (!stopped || !was) return "";
    const {phase} = tell(this.data.plays[stopped.choice.play].items, was);
    const onclick = () => {
      this.choice = stopped.choice;
      this.begin(stopped.at, stopped.left);
    };
    return make("button", {type: "button", class: "pl-again", onclick, text: say("goOnAt", {phase})});
  }

  // -- voice

  turnVoice() {
    this.settings.voice = !this.settings.voice;
    keepSettings(this.settings);
    this.showVoice();
    this.signals.hush();
    this.signals.say(say("voice"));
  }

  showVoice() {
    const isOn = this.settings.voice && !!this.signals.voice;
    this.voice.replaceChildren(icon(isOn ? "voice" : "quiet"), make("span", {text: say("voice")}));
    this.voice.setAttribute("aria-pressed", String(isOn));
    this.voice.disabled = !this.signals.voice;
    const note = this.body.querySelector(".pl-mute");
    if (note instanceof HTMLElement) note.hidden = !!this.signals.voice;
  }

  // -- running

  /**
   * @param {number} [at]
   * @param {number} [left] milliseconds
   */
  async begin(at = 0, left) {
    this.signals.allow();
    await this.havePictures();
    if (!this.dialog.open) return;
    const {items} = this.data.plays[this.choice.play];
    const all = parts(this.data, this.choice);
    this.view = new Running(items, all, act => this.does(act));
    this.clock = new Clock(all, {
      part: part => this.part(part),
      second: (part, seconds) => this.second(part, seconds),
      lead: seconds => this.lead(seconds),
      slept: () => this.slept(),
      ended: () => this.done(),
    });
    this.body.replaceChildren(this.view.whole);
    if (left === undefined) this.clock.go(at);
    else this.resume(at, left);
    this.goOn();
  }

  /** Waits for the pictures, but not for ever: the words are there without them. */
  async havePictures() {
    const button = this.body.querySelector(".pl-go");
    const play = this.data.plays[this.choice.play];
    const told = (/** @type {number} */ n, /** @type {number} */ all) =>
      button?.replaceChildren(say("fetching", {n, all}));
    await Promise.race([fetchAll(play, told), new Promise(done => setTimeout(done, PATIENCE))]);
  }

  /** @param {Part} part */
  part(part) {
    const {clock, view} = this;
    if (!clock || !view) return;
    const {spoken} = view.show(clock.at);
    this.sub.textContent = view.where(clock.at);
    view.second(part, clock.seconds);
    if (part.waits && this.there !== clock.at) return this.wait(clock.at);
    if (clock.lead) return this.lead(clock.lead / 1000);
    this.signals.give(WORK.includes(part.kind) ? "work" : "pause");
    this.tell(spoken);
  }

  /**
   * @param {Part} part
   * @param {number} left
   */
  second(part, left) {
    this.view?.second(part, left);
    if (SHOWN.includes(part.kind)) return;
    if (part.reps && part.each) {
      if ((part.seconds - left) % part.each === 0) this.count(String(repetition(part, left)));
    } else if (left <= COUNTED) {
      if (part.seconds > COUNTED) this.count(String(left));
      else this.signals.give("count"); // what is said of so short a part is not cut off
      if (left === COUNTED) this.live.textContent = "3, 2, 1";
    } else if (part.kind === "hold" && part.seconds >= HALF && left === Math.floor(part.seconds / 2)) {
      this.signals.give("half");
      this.tell(say("halfway"));
    }
  }

  /** For the reader, who is on the way to another position. @param {number} at */
  wait(at) {
    this.clock?.stop();
    this.view?.wait(at);
    this.signals.give("pause");
    this.tell(say("takeTime"));
  }

  /** Seconds to get ready, before the rest of a part. @param {number} left */
  lead(left) {
    this.view?.lead(left);
    if (left * 1000 === LEAD) this.tell(say("ready"));
    else if (left <= COUNTED) this.count(String(left));
  }

  /** @param {string} number */
  count(number) {
    this.signals.give("count");
    this.signals.say(number);
  }

  /** For those who do not look. @param {string} text */
  tell(text) {
    this.live.textContent = text;
    this.signals.say(text);
  }

  pause() {
    this.clock?.stop();
    this.view?.running(false);
    this.signals.awake(false);
    this.tell(say("paused"));
  }

  goOn() {
    this.clock?.run();
    this.view?.running(true);
    this.view?.pause.focus();
    this.signals.awake();
  }

  /**
   * For who has left a stretch: time to be in it again, before what is left of it.
   * @param {number} at
   * @param {number} left milliseconds
   */
  resume(at, left) {
    const {clock} = this;
    this.there = at;
    const isCalm = clock && ["ready", ...SHOWN].includes(clock.parts[at].kind);
    clock?.go(at, left, isCalm ? 0 : LEAD);
  }

  /** @param {import("./screens.js").Act} act */
  does(act) {
    const {clock} = this;
    if (!clock) return;
    if (act === "back") clock.back();
    else if (act === "easier" || act === "stop") this.openSheet(act);
    else if (act === "skip" || (clock.runs && this.view?.asks)) this.skip();
    else if (clock.runs) this.pause();
    else {
      if (clock.part.waits && this.there !== clock.at) this.resume(clock.at, clock.left);
      this.goOn();
    }
  }

  /** Who skips is where the next part begins. */
  skip() {
    const {clock} = this;
    if (!clock) return;
    this.there = clock.at + 1;
    clock.skip();
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (!this.clock || this.sheet || event.altKey || event.ctrlKey || event.metaKey) return;
    const isOnButton = event.target instanceof HTMLButtonElement;
    if (event.key === "ArrowLeft") this.does("back");
    else if (event.key === "ArrowRight") this.does("skip");
    else if (event.key === " " && !isOnButton) this.does("pause");
    else return;
    event.preventDefault();
  }

  // -- too much, and when to stop

  /** @param {"easier" | "stop"} about */
  openSheet(about) {
    if (!this.view || !this.clock) return;
    this.ran = this.clock.runs;
    if (this.ran) this.pause();
    const skip = () => {
      this.closeSheet();
      this.skip();
      if (this.ran) this.goOn();
    };
    const item = this.view.items[this.clock.part.item];
    const acts = {goOn: () => this.leaveSheet(), skip, end: () => this.dialog.close()};
    this.sheet = sheet(this.data, item, about, this.ran, acts);
    this.view.whole.hidden = true;
    this.body.append(this.sheet);
    this.focusOn("h2");
  }

  /** As it was before: what was paused stays so. */
  leaveSheet() {
    this.closeSheet();
    if (!this.ran || !this.clock) return;
    this.resume(this.clock.at, this.clock.left);
    this.goOn();
  }

  closeSheet() {
    this.sheet?.remove();
    this.sheet = undefined;
    if (this.view) this.view.whole.hidden = false;
    this.view?.pause.focus();
  }

  /** @param {string} what */
  focusOn(what) {
    /** @type {HTMLElement | null} */ (this.body.querySelector(what))?.focus({preventScroll: true});
  }

  // -- done

  done() {
    const {items} = this.data.plays[this.choice.play];
    const last = this.clock?.part;
    const [back] = last ? wayBack(items[last.item], last.item, last.side, Infinity) : [];
    this.clock = this.view = undefined;
    keepPlace(undefined);
    this.signals.awake(false);
    this.sub.textContent = say("finished");
    const finish = () => this.dialog.close();
    this.body.replaceChildren(after(this.data, this.choice, back, () => this.setUp(), finish));
    this.focusOn("h2");
    this.signals.give("done");
    this.tell(back ? `${tell(items, back).spoken} ${say("done")}` : say("done"));
  }
}
