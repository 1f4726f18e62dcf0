// Watches the keyboard's focus on its way through a page: `start()` notes what the Tab key should reach; from then on each
// stop is judged when the key comes up. `told()` says whether the way has ended, and what was wrong on it. `again()`
// judges each stop once more, in other colours.
(() => {
  const LEAST_PX = 2;        // WCAG 2.4.13: a ring is this thick at least. The browser's own, `auto`, counts as thin
  const LEAST_CONTRAST = 3;  // WCAG 1.4.11
  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex], [contenteditable]";

  const name = element => {
    const text = (element.ariaLabel || element.getAttribute("aria-label") || element.textContent || element.id || "").trim();
    return `${element.localName}.${element.getAttribute("class") ?? ""} "${text.replace(/\s+/g, " ").slice(0, 40)}"`;
  };

  const isReachable = element => {
    if (element.tabIndex < 0 || element.disabled || element.closest("[inert]")) return false;
    if (!element.checkVisibility({visibilityProperty: true})) return false;
    if (element.type !== "radio" || element.checked) return true;
    const group = [...document.getElementsByName(element.name)];
    return !group.some(radio => radio.checked) && group[0] === element;
  };

  // Colours

  const channels = colour => {
    const numbers = (colour.match(/[\d.]+/g) || ["0", "0", "0", "0"]).map(Number);
    const scale = colour.startsWith("color(") ? 255 : 1;
    return [...numbers.slice(0, 3).map(each => each * scale), numbers[3] ?? 1];
  };
  const over = (front, back) => {
    const alpha = front[3] + back[3] * (1 - front[3]);
    const mix = i => (front[i] * front[3] + back[i] * back[3] * (1 - front[3])) / (alpha || 1);
    return [mix(0), mix(1), mix(2), alpha];
  };
  const luminance = colour => {
    const [r, g, b] = colour.slice(0, 3).map(each => each / 255)
      .map(each => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = element => {
    let colour = [0, 0, 0, 0];
    for (let each = element; each && colour[3] < 1; each = each.parentElement)
      colour = over(colour, channels(getComputedStyle(each).backgroundColor));
    return over(colour, [255, 255, 255, 1]);
  };

  // Rings

  // What a reader sees of an element: itself, and its labels. The theme's switch of colours shows the label of the next
  // colours, which stands behind the radio button of the present ones.
  const faces = element => [element, ...(element.labels ?? []),
    ...(element.type === "radio" && element.nextElementSibling?.localName === "label" ? [element.nextElementSibling] : [])];
  // Where a ring can be drawn for an element: on its faces, beside their text, on the shapes of a drawing.
  const places = element => {
    const shapes = element instanceof SVGElement ? [...element.querySelectorAll("*")] : [];
    return [...faces(element), ...shapes]
      .flatMap(each => [[each, null], [each, "::before"], [each, "::after"]]);
  };
  const looks = element => places(element).map(([each, part]) => {
    const style = getComputedStyle(each, part);
    return {each, part,
      outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      stroke: style.stroke === "none" ? 0 : parseFloat(style.strokeWidth), outlineColour: style.outlineColor, strokeColour: style.stroke,
      isInside: parseFloat(style.outlineOffset) < 0, text: style.content};
  });

  const rings = (before, now) => now.flatMap((look, index) => {
    const old = before[index];
    if (look.part && look.text === "none") return [];
    const found = [];
    if (look.outline > 0 && (old.outline !== look.outline || old.outlineColour !== look.outlineColour))
      found.push({px: look.outline, colour: look.outlineColour,
        around: look.isInside ? look.each : look.each.parentElement});
    if (!look.part && look.stroke > old.stroke)
      found.push({px: pixels(look.each, look.stroke), colour: look.strokeColour, around: look.each.closest("svg")});
    return found;
  });
  const pixels = (shape, width) =>
    shape.getScreenCTM ? width * Math.hypot(shape.getScreenCTM().a, shape.getScreenCTM().b) : width;

  const ringFault = (before, now) => {
    const found = rings(before, now);
    if (!found.length) return "shows no focus";
    const thick = found.filter(ring => ring.px >= LEAST_PX);
    if (!thick.length) return `has a ring of ${found[0].px} px`;
    const best = Math.max(...thick.map(ring => contrast(over(channels(ring.colour), ground(ring.around)), ground(ring.around))));
    return best >= LEAST_CONTRAST ? null : `has a ring with a contrast of ${best.toFixed(1)}`;
  };

  // Places

  const shown = element => {
    const boxes = faces(element).map(each => [each, each.getClientRects()[0]]);
    return boxes.find(([, box]) => box && box.width > 1 && box.height > 1) ?? [element, null];
  };
  const isCovered = element => {
    const [seen, box] = shown(element);
    if (!box) return true;
    // A drawing may be hollow at its centre.
    const parts = seen instanceof SVGElement ? [0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9] : [0.5];
    return !parts.some(x => parts.some(y => {
      const hit = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
      // In a map the bare ground lies over the links, and paints nothing: only what is outside the drawing covers it.
      const drawing = seen.ownerSVGElement;
      return hit !== null && (seen === hit || seen.contains(hit) || (drawing && drawing.contains(hit)));
    }));
  };

  let wanted = [], atRest = new Map(), reached = [], faults = [], hasEnded = false;
  const begin = () => {
    wanted = [...document.querySelectorAll(controls)].filter(isReachable);
    atRest = new Map(wanted.map(element => [element, looks(element)]));
    faults = [];
  };
  // What shows only at the top of the page needs a moment to come back.
  const toTheTop = () => {
    scrollTo(0, 0);
    return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  };
  const blame = (element, fault) => { if (fault) faults.push(`${name(element)} ${fault}`); };
  const judgeFocus = element =>
    blame(element, atRest.has(element) ? ringFault(atRest.get(element), looks(element)) : "takes the focus, and should not");
  const judgeMissed = () =>
    wanted.filter(element => !reached.includes(element)).forEach(element => blame(element, "is never reached"));

  const step = () => {
    const element = document.activeElement;
    hasEnded ||= element === document.body || reached.includes(element);
    if (hasEnded) return;
    const last = reached.at(-1);
    reached.push(element);
    judgeFocus(element);
    if (isCovered(element)) blame(element, "has the focus where it cannot be seen");
    if (last && !(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING))
      blame(element, `comes after ${name(last)}, which stands behind it`);
  };

  window.focusWatch = {
    async start() {
      await toTheTop();
      begin();
      reached = [];
      hasEnded = false;
      addEventListener("keyup", step, true);
      return wanted.length;
    },
    told() {
      if (!hasEnded) return {hasEnded, faults};
      removeEventListener("keyup", step, true);
      judgeMissed();
      return {hasEnded, faults};
    },
    async again() {
      document.activeElement.blur();
      await toTheTop();
      begin();
      for (const element of reached.filter(each => each.isConnected)) {
        element.focus();
        if (document.activeElement === element) judgeFocus(element);
        else blame(element, "does not take the focus again");
        if (isCovered(element)) blame(element, "has the focus where it cannot be seen");
      }
      judgeMissed();
      return faults;
    },
  };
})();
