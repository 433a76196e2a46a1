/* The search box of every page: the key `/` goes to it, on a phone its icon opens it in the header's line, and whoever
 * goes there is sent what proposes things while they type. Without this file it is a plain form, and the icon a link to
 * the page of answers. */
import { config, script, within } from "./page.js";

const header = document.querySelector(".site-header");
const box = document.getElementById("site-search");

function open() {
  header?.classList.add("is-searching");
  box?.focus();
}

/* Whoever writes means the letter. */
/** @param {Event} event */
function writes(event) {
  return Boolean(within(event, "input, select, textarea, [contenteditable]"));
}

const sendForFinder = script(config.finder);

/** @param {HTMLElement} field */
function enhance(field) {
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.addEventListener("focus", sendForFinder);
  if (document.activeElement === field) sendForFinder();
  header?.addEventListener("focusout", (event) => {
    const next = /** @type {FocusEvent} */ (event).relatedTarget;
    if (!field.closest("form")?.contains(/** @type {Node | null} */ (next)))
      header.classList.remove("is-searching");
  });
  field.closest("form")?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const icon = /** @type {HTMLElement | null} */ (header?.querySelector(".search-open"));
    header?.classList.remove("is-searching");
    icon?.focus();
  });
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
}

if (box && config.finder) enhance(box);
