// Makes the link to all stretches in the header the button of the search. What it takes is loaded when it is first opened;
// the key "/" opens it too, where nobody is typing.

/** @type {HTMLAnchorElement | null} */
const opener = document.querySelector("a[data-find]");

/** @param {HTMLElement} from */
const open = async from => (await import("./dialog.js")).open(from);

/** @param {EventTarget | null} target */
const isTyping = target => target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"));

if (opener) {
  opener.role = "button";
  opener.setAttribute("aria-haspopup", "dialog");
  opener.addEventListener("click", event => {
    event.preventDefault();
    open(opener);
  });
  opener.addEventListener("keydown", event => {
    if (event.key === " ") {
      event.preventDefault();
      open(opener);
    }
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open(opener);
  });
}
