// Stands in for what a phone has and this browser lacks, and remembers what it was asked for: a voice, whose end never
// comes, vibration, tones, and a screen that is kept on. `window.voices` are those of the device.
window.told = {said: [], shaken: 0, tones: 0, awake: []};
window.voices ??= [{lang: "en-GB", localService: true, default: true, name: "Own"}];
const told = window.told;
Object.defineProperty(window, "speechSynthesis", {
  value: {getVoices: () => window.voices, speak: words => told.said.push(words.text), cancel() {}, addEventListener() {}},
});
window.SpeechSynthesisUtterance = class {
  constructor(text) {
    this.text = text;
  }
};
navigator.vibrate = () => (told.shaken++, true);
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...given) {
  told.tones++;
  return start.apply(this, given);
};
Object.defineProperty(navigator, "wakeLock", {
  value: {request: async () => (told.awake.push("on"), {release: async () => told.awake.push("off")})},
});
