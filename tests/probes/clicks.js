// The links among `links` that a click would not reach: what has no address, is out of view even when scrolled to, or has
// something else over the place that is clicked, the middle of its first line.
links => links.filter(link => {
  link.scrollIntoView({block: "center", inline: "nearest"});
  const box = link.getClientRects()[0];
  const hit = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return !link.getAttribute("href") || !hit || !link.contains(hit);
}).map(link => `a click does not reach ${link.outerHTML.replace(/\s+/g, " ").slice(0, 120)}`)
