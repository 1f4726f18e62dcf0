// On a phone a bar leads to steps, safety and paper, once the button at the head of a guide has gone up out of sight. Its
// words stand in the page, which without this script has no bar. It is for thumbs: the keyboard passes it over, as it meets
// the same places on its way.
const bar = document.querySelector(".reading");
const start = document.querySelector(".start");

/** @param {string | undefined} words @param {string} href */
const link = (words, href) => Object.assign(document.createElement("a"), {textContent: words ?? "", href, tabIndex: -1});

/** The sheet of the version that is shown. */
const sheet = () => {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const sheets = document.querySelectorAll(".print a");
  return ([...sheets].find(each => each.checkVisibility()) ?? sheets[0])?.href ?? "";
};

if (bar instanceof HTMLElement && start) {
  const {steps, safe, print} = bar.dataset;
  const paper = link(print, sheet());
  bar.append(link(steps, "#how-to"), link(safe, "#safety"), paper);
  addEventListener("change", () => (paper.href = sheet()));
  new IntersectionObserver(([{isIntersecting, boundingClientRect}]) => {
    bar.hidden = isIntersecting || boundingClientRect.top > 0;
  }).observe(start);
}
