// The map of the body and the list of areas light each other up: under the pointer, and where the focus is.

/** The area that an element of the map or of the list leads to. @param {Element | null} link */
const areaOf = link => {
  const address = link?.getAttribute("href") ?? "";
  return address.match(/([^/]+)\/$/)?.[1] ?? "";
};

const links = [...document.querySelectorAll(".sf-map a, .arealist a")].filter(link => !link.closest(".sf-g"));

/** @param {EventTarget | null} target */
const light = target => {
  const link = target instanceof Element ? target.closest(".sf-map a, .arealist a") : null;
  const area = areaOf(link);
  for (const each of links) each.classList.toggle("on", area !== "" && each !== link && areaOf(each) === area);
};

for (const type of ["pointerover", "focusin"]) document.addEventListener(type, ({target}) => light(target));
document.addEventListener("focusout", () => light(null));
