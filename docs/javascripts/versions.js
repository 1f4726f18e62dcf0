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

/** A side is chosen for every version of the page. @param {HTMLInputElement} side */
const chooseSide = side => {
  /** @type {NodeListOf<HTMLInputElement>} */
  const alike = document.querySelectorAll(`.side input[value="${side.value}"]`);
  for (const each of alike) each.checked = true;
};

const choose = () => {
  const named = location.hash.startsWith("#version-") && document.getElementById(location.hash.slice(1));
  if (!named) return;
  const version = named.closest(".tabbed-block");
  if (version) chooseVersion(version);
  const side = named.querySelector(":scope > input");
  if (side instanceof HTMLInputElement) {
    chooseSide(side);
    side.focus({preventScroll: true});
  }
  if (named.checkVisibility()) named.scrollIntoView();
};

// The address has the version and the side that are shown, so that it can be sent to somebody; the way back stays what it
// was, and so does an address that has led to this version.
addEventListener("change", ({target}) => {
  if (!(target instanceof HTMLInputElement)) return;
  if (target.closest(".side")) chooseSide(target);
  else if (!target.matches(".tabbed-set > input") || isShown(location.hash)) return;
  const side = [...document.querySelectorAll(".side label:has(:checked)")].find(label => label.checkVisibility());
  if (side) history.replaceState(history.state, "", `#${side.id}`);
});

/** Whether an address names a place of the version that is shown. @param {string} hash */
const isShown = hash => !!document.getElementById(hash.slice(1))?.closest(".tabbed-block")?.checkVisibility();

addEventListener("hashchange", choose);
addEventListener("click", ({target}) => {
  const link = target instanceof Element && target.closest("a[href^='#version-']");
  if (link instanceof HTMLAnchorElement && link.hash === location.hash) choose();
});
choose();
