// An address that names a version of a stretch, such as exercises/cat-cow/#version-seated, opens the page at its top with
// that version chosen; #version-seated-steps opens it at that version's steps, and #version-seated-left at those for the
// left side. A link to the other side does the same, and the focus follows. Without scripts the page shows its first
// version with the names of the others above it, and a link to a side leads to where it is chosen.
{
  const chooseVersion = block => {
    const place = [...block.parentElement.children].indexOf(block);
    block.closest(".tabbed-set").querySelectorAll(":scope > input")[place].click();
  };

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
    if (side) chooseSide(side);
    if (named.checkVisibility()) named.scrollIntoView();
  };

  // The address has the side that is shown, so that it can be sent to somebody; the way back stays what it was.
  addEventListener("change", ({target}) => {
    if (target.closest(".side")) history.replaceState(history.state, "", `#${target.parentElement.id}`);
  });
  addEventListener("hashchange", choose);
  addEventListener("click", ({target}) => {
    const link = target.closest?.("a[href^='#version-']");
    if (link && link.hash === location.hash) choose();
  });
  choose();
}
