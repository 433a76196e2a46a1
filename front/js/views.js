/* Links to another view of the same page change the view in place: the form takes their choices, the address
 * follows, Back takes them back, and the keyboard stays where it was. Without this file they are plain links. */
import { take } from "./fields.js";
import { linkedView, restored } from "./form.js";
import { isPlain, onChange, staysHere, within } from "./page.js";

/** @type {HTMLFormElement | null} */
const form = document.querySelector("form.choices");
let waiting = "";

/**
 * @param {HTMLFormElement} choices
 * @param {URLSearchParams} params
 */
function offered(choices, params) {
  return Array.from(params.keys()).every((name) => Boolean(choices.elements.namedItem(name)));
}

/**
 * @param {HTMLFormElement} choices
 * @param {MouseEvent} event
 */
function follow(choices, event) {
  const link = within(event, "main a[href]");
  if (!link || !isPlain(event)) return;
  if (!choices.classList.contains("is-live") || !staysHere(link)) return;
  if (!offered(choices, new URLSearchParams(link.search))) return;
  event.preventDefault();
  waiting = link.id || "results-path";
  take(choices, link.search, linkedView());
  choices.dispatchEvent(new Event("change"));
}

/* What was tapped may be gone once the view has changed: go to the same choice, or to where one is now. */
function keepPlace() {
  if (!waiting || (document.activeElement && document.activeElement !== document.body)) return;
  const target = document.getElementById(waiting) || document.getElementById("results-path");
  waiting = "";
  target?.focus();
}

if (form) {
  document.addEventListener("click", (event) => follow(form, event));
  onChange(keepPlace);
  addEventListener("popstate", restored);
}
