/* The search box of every page: the key `/` goes to it, and on a phone its icon opens it in the header's line.
 * Without this file it is a plain form, and the icon a link to the page of answers. */
import { within } from "./page.js";

const header = document.querySelector(".site-header");
const box = /** @type {HTMLInputElement | null} */ (document.getElementById("site-search"));

function open() {
  header?.classList.add("is-searching");
  box?.focus();
}

function close() {
  header?.classList.remove("is-searching");
}

/* Whoever writes means the letter. */
/** @param {Event} event */
function writes(event) {
  return Boolean(within(event, "input, select, textarea, [contenteditable]"));
}

if (box) {
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-expanded", "false");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writes(event)) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", (event) => {
    if (!within(event, ".search-open")) return;
    event.preventDefault();
    open();
  });
  box.form?.addEventListener("focusout", (event) => {
    if (!box.form?.contains(/** @type {Node | null} */ (event.relatedTarget))) close();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || box.value) return;
    const icon = /** @type {HTMLElement | null} */ (header?.querySelector(".search-open"));
    close();
    icon?.focus();
  });
}
