// An address that names a version of a stretch, such as exercises/cat-cow/#version-seated, opens the page at its top with
// that version chosen. Without scripts the page shows its first version, and the names of the others above it.
{
  const choose = () => {
    const name = location.hash.startsWith("#version-") && document.getElementById(location.hash.slice(1));
    const version = name && name.closest(".tabbed-block");
    if (!version) return;
    const place = [...version.parentElement.children].indexOf(version);
    version.closest(".tabbed-set").querySelectorAll(":scope > input")[place].click();
  };
  addEventListener("hashchange", choose);
  choose();
}
