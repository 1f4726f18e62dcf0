// An address that names a version of a stretch, such as exercises/cat-cow/#version-seated, opens the page at its top with
// that version chosen; #version-seated-steps opens it at that version's steps, and #version-seated-left at those for the
// left side. A link to the other side does the same, and the focus follows. Without scripts the page shows its first
// version with the names of the others above it, and a link to a side leads to where it is chosen.

/** @param {Element} block */
const chooseVersion = block => {
  const place = [...(block.parentElement?.children ?? [])].indexOf(block);
  /** @type {NodeListOf<HTMLInputElement> | undefined} */
  const versions = block.closest(".tabbed-set")?.querySelectorAll(":scope > input");
  versions?.[place]?.click();
};

/** @param {HTMLInputElement} side */
const chooseSide = side => {
  side.checked = true;
  side.focus({preventScroll: true});
};

const choose = () => {
  const named = location.hash.startsWith("#version-") && document.getElementById(location.hash.slice(1));
  if (!named) return;
  const version = named.closest(".tabbed-block");
  if (version) chooseVersion(version);
  const side = named.querySelector(":scope > input");
  if (side instanceof HTMLInputElement) chooseSide(side);
  if (named.checkVisibility()) named.scrollIntoView();
};

// The address has the side that is shown, so that it can be sent to somebody; the way back stays what it was.
addEventListener("change", ({target}) => {
  const label = target instanceof Element && target.closest(".side label");
  if (label) history.replaceState(history.state, "", `#${label.id}`);
});
addEventListener("hashchange", choose);
addEventListener("click", ({target}) => {
  const link = target instanceof Element && target.closest("a[href^='#version-']");
  if (link instanceof HTMLAnchorElement && link.hash === location.hash) choose();
});
choose();
