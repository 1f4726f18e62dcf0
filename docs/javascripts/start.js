// The Start button of a guide or of a routine opens the player, which is fetched when a pointer or the focus comes to the
// button: most who read a page never start it. Without this script, and where the player cannot be had, it leads to the
// steps.
const HASH = "#play";

/** @param {HTMLAnchorElement} start */
function offer(start) {
  /** @type {Promise<[typeof import("./player/player.js"), import("./player/plan.js").Data]> | undefined} */
  let fetched;
  const near = () => {
    fetched ??= Promise.all([import("./player/player.js"), data(start.dataset.player ?? "")]);
    fetched.catch(() => (fetched = undefined));
    return fetched;
  };
  const open = async () => {
    start.setAttribute("aria-busy", "true");
    try {
      const [player, played] = await near();
      await player.open(played, start, chosenVersion(played.plays.length), chosenSide());
    } catch {
      location.hash = start.hash;
    }
    start.removeAttribute("aria-busy");
  };
  start.setAttribute("role", "button");
  start.setAttribute("aria-haspopup", "dialog");
  /** @param {Event} event */
  const pressed = event => {
    event.preventDefault();
    open();
  };
  start.addEventListener("click", pressed);
  start.addEventListener("keydown", event => event.key === " " && pressed(event));
  for (const comes of ["pointerover", "focus"]) start.addEventListener(comes, () => near().catch(() => {}));
  addEventListener("hashchange", () => location.hash === HASH && open());
  if (location.hash === HASH) open();
}

/** @param {string} address */
async function data(address) {
  const answer = await fetch(new URL(address, location.href));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/**
 * Which version of the page is chosen.
 * @param {number} count
 */
function chosenVersion(count) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const versions = document.querySelectorAll(".tabbed-set > input");
  const at = [...versions].findIndex(version => version.checked);
  return at > 0 && at < count ? at : 0;
}

/** The side that the page shows, with which the player begins; right is 1, left is 2. @returns {1 | 2} */
const chosenSide = () => (document.querySelector(".side [value=left]:checked") ? 2 : 1);

const start = document.querySelector("a[data-player]");
if (start instanceof HTMLAnchorElement) offer(start);
