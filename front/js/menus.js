/* What opens over the page, menus of a card and further choices: one at a time, closed by Escape, by a touch
 * elsewhere, menus by what was chosen too; the focus goes back to the name. Without this file the names do it. */
import { within } from "./page.js";

const MENU = "details.tool-menu";
const OVER = `${MENU}, details.more`;

/** @returns {HTMLDetailsElement | null} */
function openMenu() {
  return document.querySelector(`:is(${OVER})[open]`);
}

/** @param {HTMLDetailsElement} menu */
function close(menu) {
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector("summary")?.focus();
}

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && openMenu();
  if (menu) close(menu);
});

/* What copies says so in its own place; everything else has done its work. */
document.addEventListener("click", (event) => {
  const menu = openMenu();
  if (!menu) return;
  const chosen = within(event, `${MENU} :is(a, button)`);
  if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  else if (chosen?.tagName === "A" && chosen.dataset.tool !== "link") close(menu);
});

/* A menu of a card opens upwards and to the left, over the chart, unless that would leave the window. */
/** @param {Element} menu */
function opened(menu) {
  if (!menu.matches(`:is(${OVER})[open]`)) return;
  for (const other of document.querySelectorAll(`:is(${OVER})[open]`)) {
    if (other !== menu) other.removeAttribute("open");
  }
  if (!menu.matches(MENU)) return;
  menu.classList.remove("is-below", "is-right");
  const place = menu.querySelector(".tool-list")?.getBoundingClientRect();
  menu.classList.toggle("is-below", !menu.closest(".card") || Boolean(place && place.top < 0));
  menu.classList.toggle("is-right", Boolean(place && place.left < 0));
}

document.addEventListener("toggle", (event) => opened(/** @type {Element} */ (event.target)), true);
const early = openMenu();
if (early) opened(early);
