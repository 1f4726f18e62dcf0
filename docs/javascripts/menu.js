// The menu for those who use no mouse.
//
// On a narrow window the theme opens it by the label of a hidden checkbox. Here it gets a button that the keyboard
// reaches and a screen reader names; while the menu is open the page behind it is out of reach, Escape closes
// it, and the focus goes back to where it came from. Without scripts the label still answers to a finger or a mouse.

const narrow = matchMedia("(max-width: 76.234375em)"); // where the theme shows the menu as a drawer
/** @type {HTMLElement | null} */
const drawer = document.querySelector(".md-sidebar--primary");
/** @type {NodeListOf<HTMLElement>} */
const behind = document.querySelectorAll(".md-skip, .md-banner, .md-header, .md-content, .md-footer");

/**
 * Makes a button of the label in the header that works a switch; it says what the switch is called.
 * @param {HTMLInputElement} toggle
 */
const button = toggle => {
  const label = document.querySelector(`.md-header__button[for="${toggle.id}"]`);
  if (!label) return null;
  const made = document.createElement("button");
  made.type = "button";
  made.setAttribute("aria-label", toggle.getAttribute("aria-label") ?? "");
  made.setAttribute("aria-expanded", String(toggle.checked));
  made.append(...label.childNodes);
  label.append(made);
  made.addEventListener("click", () => toggle.click());
  return made;
};

/**
 * Whether the focus would be lost, or stay where nobody sees it, once a part of the page has closed.
 * @param {Element | null} part
 */
const isLost = part => document.activeElement === document.body || !!part?.contains(document.activeElement);

/** @typedef {(toggle: HTMLInputElement, opener: HTMLElement) => void} Open */

/** @type {Open} */
const openDrawer = (toggle, opener) => {
  const isOpen = toggle.checked && narrow.matches;
  for (const part of behind) part.inert = isOpen;
  /** @type {NodeListOf<HTMLElement> | undefined} */
  const links = drawer?.querySelectorAll("a, input");
  if (isOpen) [...(links ?? [])].find(link => link.checkVisibility({visibilityProperty: true}))?.focus();
  else if (opener.checkVisibility() && isLost(drawer)) opener.focus();
};

/**
 * @param {string} id
 * @param {Open} open
 */
const opens = (id, open) => {
  const toggle = document.getElementById(id);
  const opener = toggle instanceof HTMLInputElement && button(toggle);
  if (!opener) return null;
  const change = () => {
    opener.setAttribute("aria-expanded", String(toggle.checked));
    open(toggle, opener);
  };
  toggle.addEventListener("change", change);
  return {toggle, change};
};

const menu = drawer && opens("__drawer", openDrawer);
if (menu) {
  narrow.addEventListener("change", menu.change);
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && menu.toggle.checked) menu.toggle.click();
  });
}
