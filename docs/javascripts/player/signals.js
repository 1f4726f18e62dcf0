// What is heard and felt: a voice of the device, tones without a file, and vibration. Each alone is enough to follow.
// And what keeps the screen on.

/** @typedef {import("./kept.js").Settings} Settings */
/** @typedef {"work" | "pause" | "count" | "half" | "done"} Sign */

/** Tones of each sign: hertz and seconds, one after the other. Then its vibration, in milliseconds. */
/** @type {Record<Sign, {tones: [number, number][], shake: number[]}>} */
const SIGNS = {
  work: {tones: [[880, 0.35]], shake: [350]},
  pause: {tones: [[440, 0.15], [440, 0.15]], shake: [120, 120, 120]},
  count: {tones: [[660, 0.07]], shake: [40]},
  half: {tones: [[660, 0.1], [660, 0.1]], shake: [60, 60, 60]},
  done: {tones: [[523, 0.18], [659, 0.18], [784, 0.4]], shake: [250, 120, 250, 120, 500]},
};
const GAP = 0.08;
const LOUD = 0.25;

export class Signals {
  /** @param {Settings} settings */
  constructor(settings) {
    this.settings = settings;
    /** @type {AudioContext | undefined} */
    this.audio = undefined;
    /** @type {WakeLockSentinel | undefined} */
    this.lock = undefined;
  }

  /**
   * A voice that speaks on the device itself: others would send the words to their makers.
   * @returns {SpeechSynthesisVoice | undefined}
   */
  get voice() {
    const language = (document.documentElement.lang || "en").slice(0, 2);
    const voices = globalThis.speechSynthesis?.getVoices() ?? [];
    const own = voices.filter(voice => voice.localService && voice.lang.toLowerCase().startsWith(language));
    return own.find(voice => voice.default) ?? own[0];
  }

  /** To be called from a press of a finger, before which browsers let nothing be heard. */
  allow() {
    try {
      this.audio ??= new AudioContext();
      this.audio.resume().catch(() => {});
    } catch {
      // No tones here.
    }
    this.say("");
  }

  /** @param {string} text */
  say(text) {
    const voice = this.voice;
    if (!this.settings.voice || !voice) return;
    this.hush();
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.95;
    speechSynthesis.speak(words);
  }

  /** @param {Sign} sign */
  give(sign) {
    if (this.settings.vibration) navigator.vibrate?.(SIGNS[sign].shake);
    if (this.settings.sound && this.audio?.state === "running") play(this.audio, SIGNS[sign].tones);
  }

  hush() {
    globalThis.speechSynthesis?.cancel();
  }

  /** Keeps the screen on, or lets it go off again. Whoever hides the page loses it, and asks again. */
  async awake(isWanted = true) {
    try {
      if (isWanted) this.lock = await navigator.wakeLock?.request("screen");
      else await this.lock?.release();
    } catch {
      // The device says no, as with a low battery.
    }
  }

  end() {
    this.hush();
    this.awake(false);
    this.audio?.close().catch(() => {});
    this.audio = undefined;
  }
}

/**
 * @param {AudioContext} audio
 * @param {[number, number][]} tones
 */
function play(audio, tones) {
  let at = audio.currentTime;
  for (const [pitch, length] of tones) {
    const tone = new OscillatorNode(audio, {frequency: pitch});
    const loudness = new GainNode(audio, {gain: LOUD});
    loudness.gain.setTargetAtTime(0, at + length, 0.02);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + length + 0.1);
    at += length + GAP;
  }
}
