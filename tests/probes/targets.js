// The targets that a finger may miss: under `least` px wide or high where a tap really reaches them, in a drawing
// under `leastInDrawing`.
// As WCAG 2.5.5 has it, a link in a sentence may be as high as its line, and a target whose work another one of full
// size on the same page does as well may be smaller.
({least, leastInDrawing}) => {
  const MARGIN = 0.5;  // px that rounding may take
  const WORDS = 3;     // so many words beside its links make a line of text a sentence
  const controls = "a[href]:not([aria-hidden]), button, summary, label[for], select, textarea, [role=button], [tabindex='0'], " +
    "input:not([type=hidden]):not([type=checkbox]):not([type=radio])";

  const isSeen = element => {
    if (element.closest("[inert]")) return false;
    if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true})) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth;
  };

  const isInSentence = element => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const copy = block.cloneNode(true);
    for (const link of copy.querySelectorAll("a, li li, svg")) link.remove();
    return (copy.textContent.match(/\p{L}{2,}/gu) || []).length >= WORDS;
  };

  const address = element => new URL(element.href?.baseVal ?? element.href ?? "#", document.baseURI).href;
  // A part of a map is drawn as several links with one address, some of them an invisible rim for fingers.
  const isSameDrawing = (element, hit) =>
    element instanceof SVGElement && hit.closest("svg a") !== null && address(hit.closest("svg a")) === address(element);

  // The stretch of the screen around a point, along one axis, on which a tap reaches the element.
  const reach = (element, x, y, dx, dy) => {
    const hits = k => {
      const hit = document.elementFromPoint(x + k * dx, y + k * dy);
      return hit !== null && (element.contains(hit) || isSameDrawing(element, hit));
    };
    if (!hits(0)) return 0;
    let from = 0, to = 0;
    while (to < least && hits(to + 1)) to++;
    while (from < least && hits(-from - 1)) from++;
    return from + to + 1;
  };

  // A drawing may be hollow at its centre, a link may run over two lines, and something may cover a part of it: the best
  // place that a tap reaches counts.
  const PARTS = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9];
  const needed = element => (element instanceof SVGElement ? leastInDrawing : least) - MARGIN;
  const size = element => {
    element.scrollIntoView({block: "center", inline: "nearest"});
    let best = [0, 0];
    for (const box of element.getClientRects()) for (const x of PARTS) for (const y of PARTS) {
      const at = [box.left + x * box.width, box.top + y * box.height];
      const found = [reach(element, ...at, 1, 0), reach(element, ...at, 0, 1)];
      if (Math.min(...found) > Math.min(...best)) best = found;
      if (Math.min(...best) >= needed(element)) return best;
    }
    return best;
  };

  const measured = [...document.querySelectorAll(controls)].filter(each => isSeen(each) && !isInSentence(each))
    .map(element => ({element, size: size(element)}));
  const isLarge = each => each.size.every(px => px >= needed(each.element));
  const large = new Set(measured.filter(isLarge).map(each => address(each.element)));
  const hasEquivalent = element => element.localName === "a" && large.has(address(element));
  scrollTo(0, 0);
  return measured
    .filter(each => !isLarge(each) && !hasEquivalent(each.element))
    .map(({element, size}) => {
      const name = (element.textContent.trim() || element.ariaLabel || element.title || "").replace(/\s+/g, " ");
      return `${element.localName}.${element.getAttribute("class") ?? ""} "${name.slice(0, 40)}" in ` +
        `.${element.parentElement.className.baseVal ?? element.parentElement.className} takes ${size.join(" x ")} px`;
    });
}
