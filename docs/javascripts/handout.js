// The button of a printed sheet. Without this script the sheet says to use the browser's menu.
const button = document.querySelector("button[data-print]");
if (button instanceof HTMLButtonElement) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
