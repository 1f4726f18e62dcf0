// Plays data of the player on a clock that runs only here, in steps of 200 ms, and tells what was on each second:
// [kind, side, seconds] in a row, what is alike taken together. A kind of pause is a pause, every kind of work a bout,
// and the way back is of the pause that it begins.
async ({base, files, choices}) => {
  const {Clock, parts} = await import(`${base}javascripts/player/player.js`);
  const real = {now: Date.now, setInterval: window.setInterval};
  const kinds = {change: "rest", press: "bout", hold: "bout", reps: "bout", next: "transition"};
  let now = 0;
  let tick;
  Date.now = () => now;
  window.setInterval = call => ((tick = call), 1);

  const played = (data, choice) => {
    const told = [];
    let ended = false;
    const clock = new Clock(parts(data, choice), {part() {}, second() {}, slept: () => told.push("slept"), ended: () => (ended = true)});
    clock.go(0);
    clock.run();
    for (let at = 0; !ended; at += 200, now += 200, tick()) {
      if (at % 1000) continue;
      const {side} = clock.part;
      const {kind} = clock.part.kind === "return" ? clock.parts[clock.at + 1] : clock.part;
      const name = kinds[kind] ?? kind;
      const seen = [name, name === "bout" ? side : 0];
      const last = told.at(-1);
      if (last?.[0] === seen[0] && last[1] === seen[1]) last[2] += 1;
      else told.push([...seen, 1]);
    }
    return told;
  };
  const answers = {};
  for (const file of files) {
    const data = await (await fetch(base + file)).json();
    answers[file] = data.plays.map((_, play) => choices.map(choice => played(data, {...choice, play})));
  }
  Object.assign(Date, {now: real.now});
  window.setInterval = real.setInterval;
  return answers;
}
