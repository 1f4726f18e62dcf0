// Where forced colours take something away: what is told by its background alone needs a border then.
() => {
  const told = ".steps li::before, .md-button, .tabbed-labels > label, .cue--hold, .steps li, .guides li, .moments li, button";
  const faults = [];
  for (const selector of told.split(", ")) {
    const [css, part] = selector.split("::");
    for (const element of document.querySelectorAll(`:is(article, body > nav) ${css}`)) {
      const style = getComputedStyle(element, part ? `::${part}` : null);
      if (element.checkVisibility() && (style.borderTopStyle === "none" || parseFloat(style.borderTopWidth) === 0))
        faults.push(`${selector} has no border: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 80)}`);
    }
  }
  for (const box of document.querySelectorAll("article .fig:not(.fig--soon) > svg, .sheet .picture > svg"))
    if (box.checkVisibility() && getComputedStyle(box).forcedColorAdjust !== "none")
      faults.push(`a figure lets its colours be forced: ${box.outerHTML.slice(0, 80)}`);
  return faults;
}
