// What reaches beyond the sides of the screen, is cut off inside its own box, or has its words broken to pieces.
// A word of `longWord` letters or more may have to break in a narrow column.
longWord => {
  const width = document.documentElement.clientWidth;
  const faults = document.documentElement.scrollWidth > width
    ? [`the page is ${document.documentElement.scrollWidth} px wide on a screen of ${width} px`] : [];
  const describe = element => `${element.outerHTML.replace(/\s+/g, " ").slice(0, 100)} `;
  for (const element of document.querySelectorAll("article *, .md-footer *, .md-header *, .bar *, .sheet *")) {
    if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (element.closest("svg, .md-search, .md-header__title")) continue; // the name in the header ends in dots
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) continue; // for screen readers
    if (box.right > width + 1) faults.push(`${describe(element)} reaches ${Math.round(box.right)} px to the right`);
    if (box.left < -1) faults.push(`${describe(element)} begins left of the screen`);
    const style = getComputedStyle(element);
    const isCut = style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1
      || style.overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1;
    if (isCut && element.clientWidth && style.textOverflow !== "ellipsis") faults.push(`${describe(element)} is cut off`);
  }
  const texts = document.createTreeWalker(document.querySelector("article") ?? document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.parentElement.checkVisibility() || text.parentElement.closest("svg")) continue;
    for (const word of text.data.matchAll(/(?<=^|\s)\p{L}+(?=\p{Po}?(\s|$))/gu)) {
      if (word[0].length >= longWord) continue;
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
      if (lines.size > 1) faults.push(`"${word[0]}" is broken in ${describe(text.parentElement)}`);
    }
  }
  return faults;
}
