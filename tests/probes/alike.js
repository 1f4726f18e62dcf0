// Leaves of the items of a page that look alike, in the same place of it, the first `most`, and says how many it has taken
// away. Alike are those that hold the same elements with the same classes, however many and with whatever text: the cards
// of a list, the rows of a table, the keys of a block, the records of a sheet. What nobody sees yet stays as it is.
most => {
  const ITEMS = "li, tr, dt, section";
  const look = element => `${element.localName}.${element.getAttribute("class") ?? ""}`;
  const path = (element, end) =>
    element === end || !element ? "" : `${path(element.parentElement, end)}>${look(element)}`;
  // A term goes with what is said of it.
  const parts = item => {
    const found = [item];
    while (item.localName === "dt" && found.at(-1).nextElementSibling?.localName === "dd")
      found.push(found.at(-1).nextElementSibling);
    return found;
  };
  const shape = item => [...new Set(parts(item).flatMap(part =>
    [look(part), ...[...part.querySelectorAll("*")].map(each => path(each, part))]))].sort().join();

  const seen = new Map();
  let taken = 0;
  for (const text of document.querySelectorAll("article, body > main"))
    for (const each of [...text.querySelectorAll(ITEMS)].filter(one => !one.closest("svg, nav"))) {
      if (!each.isConnected || !each.checkVisibility()) continue;
      const kind = path(each.parentElement, document.body) + shape(each);
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      if (seen.get(kind) <= most) continue;
      parts(each).forEach(part => part.remove());
      taken++;
    }
  return taken;
}
