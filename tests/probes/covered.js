// What can be pressed on the part of a page that is seen, and what lies over its middle instead; and whether the page is
// wider than the screen. Links that fill the card or map around them are hit by any part of it.
() => {
  const {clientWidth, scrollWidth} = document.documentElement;
  const faults = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
  const describe = element => element.outerHTML.replace(/\s+/g, " ").slice(0, 90);
  for (const element of document.querySelectorAll("a, button, summary, label, h1, h2")) {
    if (element.closest("svg") || !element.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    const box = [...element.getClientRects()].find(each => each.width > 1 && each.height > 1);
    if (!box) continue;
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    if (y < 0 || y >= innerHeight) continue;
    if (x < 0 || x >= clientWidth) {
      if (!element.closest("[data-md-component=sidebar]")) faults.push(`${describe(element)} is beside the screen`);
      continue;
    }
    const over = document.elementFromPoint(x, y), row = element.closest("li");
    if (over && !element.contains(over) && !over.contains(element) && !row?.contains(over))
      faults.push(`${describe(element)} lies below ${describe(over)}`);
  }
  return faults;
}
