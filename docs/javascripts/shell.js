// What a page needs of the theme's own script, which is sixteen times as long: the choice of colours, the contents that
// follow the reader, the title of the page in the header, tables that know their width, and parts that open where
// something within them is asked for. Without this script all of it stands still, and nothing is missing.
//
// A publisher who asks for more of the theme gets its script in place of this one (overrides/base.html).

// The scripts that stand in the theme's templates keep what is chosen by these two.
/** @typedef {{__md_get: (name: string) => any, __md_set: (name: string, value: unknown) => void}} Kept */
const kept = /** @type {Window & typeof globalThis & Kept} */ (window);

/** What of a page is read; none where a template has no such part. */
const article = document.querySelector(".md-content__inner");

/** What an address leads to on this page; nothing for one that somebody has mistyped. @param {string} hash */
const placeOf = hash => {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch { // A lone % is no text.
    return null;
  }
};

// ---------- Colours: as the device has them, light, dark ----------

const DEVICE = "(prefers-color-scheme)";
const NAMES = ["scheme", "primary", "accent"];
/** @type {NodeListOf<HTMLInputElement>} */
const choices = document.querySelectorAll("form[data-md-component=palette] input");

/** The colours that a choice stands for; those of the device are one of the others. @param {HTMLInputElement} choice */
const coloursOf = choice => {
  if (choice.dataset.mdColorMedia !== DEVICE) return choice;
  return [...choices].find(each => each !== choice && matchMedia(each.dataset.mdColorMedia ?? "").matches) ?? choice;
};

/** Shows the colours of a choice, and the button that leads on to the next. @param {HTMLInputElement} choice */
const colour = choice => {
  choice.checked = true;
  const colours = coloursOf(choice);
  for (const name of NAMES) {
    const value = colours.getAttribute(`data-md-color-${name}`) ?? "";
    if (document.body.getAttribute(`data-md-color-${name}`) !== value) {
      document.body.setAttribute(`data-md-color-${name}`, value);
    }
  }
  for (const each of choices) {
    const label = each.nextElementSibling;
    if (label instanceof HTMLLabelElement) label.hidden = each !== choice;
  }
};

/** Keeps a choice as the theme does. @param {HTMLInputElement} choice */
const keep = choice => {
  const color = Object.fromEntries(["media", ...NAMES].map(name => [name, choice.getAttribute(`data-md-color-${name}`)]));
  kept.__md_set("__palette", {index: [...choices].indexOf(choice), color});
};

if (choices.length) {
  colour(choices[kept.__md_get("__palette")?.index] ?? choices[0]);
  for (const choice of choices) {
    choice.addEventListener("change", () => {
      colour(choice);
      keep(choice);
    });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colour([...choices].find(choice => choice.checked) ?? choices[0]);
  });
}

// ---------- Versions: who has chosen one finds it chosen on other pages that have it ----------

addEventListener("change", ({target}) => {
  if (!(target instanceof HTMLInputElement) || !target.matches(".tabbed-set > input")) return;
  /** @type {HTMLElement | null} */
  const label = document.querySelector(`label[for="${target.id}"]`);
  const name = label?.innerText.trim() ?? ""; // As the theme's script in the page looks for it.
  const others = kept.__md_get("__tabs");
  kept.__md_set("__tabs", [...new Set([name, ...(Array.isArray(others) ? others : [])])]);
});

// ---------- The title of the page stands in the header once its heading has gone up out of sight ----------

const title = document.querySelector(".md-header__title");
const heading = article?.querySelector("h1");
if (title && heading) {
  new IntersectionObserver(([{isIntersecting, boundingClientRect}]) => {
    title.classList.toggle("md-header__title--active", !isIntersecting && boundingClientRect.top < 0);
  }).observe(heading);
}

// ---------- The contents say where on the page the reader is ----------

/** @type {NodeListOf<HTMLAnchorElement>} */
const entries = document.querySelectorAll(".md-sidebar--secondary [data-md-component=toc] a");
const ABOVE = "1000000px 0px -67% 0px"; // above the lower two thirds: who jumps past a heading has reached it too
if (entries.length) {
  const parts = [...entries].map(entry => placeOf(entry.hash));
  const mark = () => {
    const reached = parts.filter(part => part && part.getBoundingClientRect().top < innerHeight / 3).length - 1;
    entries.forEach((entry, at) => {
      entry.classList.toggle("md-nav__link--passed", at < reached);
      entry.classList.toggle("md-nav__link--active", at === reached);
    });
  };
  const seen = new IntersectionObserver(mark, {rootMargin: ABOVE});
  for (const part of parts) if (part) seen.observe(part);
}

// ---------- Tables stand in a box, by whose width they know whether their rows have room ----------

for (const table of article?.querySelectorAll("table:not([class])") ?? []) {
  const box = document.createElement("div");
  box.className = "md-typeset__table";
  table.replaceWith(box);
  box.append(table);
}

// ---------- What is folded opens where an address leads into it, and on paper ----------

const unfold = () => {
  const named = placeOf(location.hash);
  let folded = named ? named.closest("details:not([open])") : null;
  if (!folded || !named) return;
  for (; folded; folded = named.closest("details:not([open])")) folded.setAttribute("open", "");
  named.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();

/** @type {Element[]} */
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...(article?.querySelectorAll("details:not([open])") ?? [])];
  for (const each of opened) each.setAttribute("open", "");
});
addEventListener("afterprint", () => {
  for (const each of opened) each.removeAttribute("open");
});

// ---------- The menu closes behind who goes on to a place on the same page ----------

addEventListener("hashchange", () => {
  const drawer = document.getElementById("__drawer");
  if (drawer instanceof HTMLInputElement && drawer.checked) drawer.click();
});
