// The button of a printed sheet. Without this script the sheet says to use the browser's menu.
const button = document.querySelector("[data-print]");
button.hidden = false;
button.addEventListener("click", () => window.print());
