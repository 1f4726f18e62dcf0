// The pictures of a play, fetched before it begins: each is one element that is shown again and again, so that a lost
// network costs none of them.

/** @type {Map<string, HTMLImageElement>} */
const pictures = new Map();

/** @param {string} address */
export function picture(address) {
  let found = pictures.get(address);
  if (!found || (found.complete && !found.naturalWidth)) {
    found = new Image();
    found.src = address;
    pictures.set(address, found);
  }
  return found;
}

/**
 * Fetches all pictures of a play; one that cannot be had holds nothing up. `told` hears how many there are of how many.
 * @param {import("./plan.js").Play} play
 * @param {(count: number, all: number) => void} told
 */
export async function fetchAll(play, told) {
  const steps = play.items.flatMap(item => item.steps);
  const addresses = new Set(steps.flatMap(step => step.figure ?? []));
  let count = 0;
  const one = (/** @type {string} */ address) =>
    picture(address)
      .decode()
      .catch(() => {})
      .then(() => told(++count, addresses.size));
  await Promise.all([...addresses].map(one));
}
