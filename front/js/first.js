/* What a page does before anybody touches it, and what sends for the rest (app.js): at once, but on phones and on slow
 * links with the first touch, as who only reads should not pay for more; what answers choices comes before all else
 * (more.js). A touch that comes before the rest is kept for it: no button is dead, no choice is lost. */
import { queryOf, writtenQuery } from "./fields.js";
import { able, atRest, keepThis, tellAge } from "./keeping.js";
import { sparing } from "./link.js";
import { offerFor, waits } from "./offers.js";
import { config, isPlain, offerForeseen, onChange, script, staysHere, within } from "./page.js";
import { tellDone, tellFailed, tellWaiting } from "./waiting.js";
import "./unfold.js";

const root = document.documentElement;
/* Milliseconds after which the rest is not expected any more. */
const LIMIT = 20_000;
const TOUCHES = ["pointerdown", "keydown", "focusin", "scroll"];

/** @typedef {{field: any, value: string, checked: boolean}} Chosen */

/** @type {Element | null} */
let tapped = null; // what was tapped before anything could answer
/** @type {HTMLFormElement | null} */
let form = null; // the form in which the reader has chosen
/** @type {Element | null} */
let touched = null; // what was touched for it
/** @type {Chosen[]} */
let choice = []; // what was chosen in it, once it had to be taken back
/** @type {import("./page.js").Foreseen | null} */
let foreseen = null; // the answer to it that is on its way
/** @type {ReturnType<typeof setTimeout>} */
let limit;

/* ---- what is there from the beginning, so that nothing moves later ---- */

root.classList.add("scripted");
tellAge();
if (matchMedia("(min-width: 64rem)").matches) {
  for (const details of document.querySelectorAll("details[data-wide]")) details.setAttribute("open", "");
}
for (const { type, props } of config.layout || []) {
  const chart = type === "Chart" && document.getElementById(props.id);
  if (chart && waits(chart)) offerFor(chart);
}

/* Where the menu is a line that scrolls, the page one is on stands in it from the start. */
const menu = document.querySelector(".site-header nav ul");
const here = menu?.querySelector("[aria-current]");
if (menu && here) {
  const [line, place] = [menu, here].map((element) => element.getBoundingClientRect());
  menu.scrollLeft += place.left + place.width / 2 - line.left - line.width / 2;
}

const tellKept = () => root.setAttribute("data-kept", config.version);

/* ---- the rest ---- */

const send = script(config.rest, lost, came);
const sendMore = script(config.more, lost, complete);
let answers = false; // whether choices are answered already
let more = false; // whether all else is there too

/**
 * What only scripts answer, or answer better than a new page.
 * @param {Event} event
 * @returns {Element | null}
 */
function awaits(event) {
  const control = within(
    event,
    "button[type=button], [data-tool], [data-set], [data-print], .search-open, a[href]",
  );
  if (control?.matches("a[href]:not([data-tool], [data-set], [data-print], .search-open)")) {
    return !answers && within(event, "main") && document.querySelector("form.choices") && staysHere(control)
      ? control
      : null;
  }
  return control;
}

/** @param {MouseEvent} event */
function hold(event) {
  const control = awaits(event);
  if (!control || !isPlain(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  tapped = control;
  ask(control);
}

/**
 * The newest choice is the one that counts: what waited for another try is over.
 * @param {HTMLFormElement} chosen
 * @param {Element} [control]
 */
function keep(chosen, control = chosen) {
  form = chosen;
  touched = control;
  choice = [];
  foresee(chosen);
  ask(control);
}

/** @param {Event} event */
function changed(event) {
  const chosen = within(event, "form.choices");
  if (chosen) keep(chosen, /** @type {Element} */ (event.target));
}

/* The page of the view is asked for beside the rest, which takes it from here: one way to the server and back. */
/** @param {HTMLFormElement} chosen */
function foresee(chosen) {
  const query = queryOf(chosen);
  const address = location.pathname + (query && `?${query}`);
  const control = new AbortController();
  const answer = fetch(address, { signal: control.signal });
  foreseen?.stop();
  const asked = { address, answer, stop: () => control.abort() };
  foreseen = asked;
  /* What could not come is asked for again. */
  answer.catch(() => {
    if (foreseen === asked) foreseen = null;
  });
}

offerForeseen(() => {
  const given = foreseen;
  foreseen = null;
  return given;
});

/* What was chosen stays in the form, where app.js finds it. */
/** @param {Element} control */
function ask(control) {
  for (const { field, value, checked } of choice.splice(0)) Object.assign(field, { value, checked });
  tellWaiting(control);
  clearTimeout(limit);
  limit = setTimeout(lost, LIMIT);
  if (answers) sendMore();
  else send();
}

/* A choice has the link for itself until its view is there. */
function came() {
  answers = true;
  removeEventListener("change", changed, true);
  for (const name of TOUCHES) removeEventListener(name, send);
  if (!touched || tapped) sendMore();
  const control = touched;
  touched = null; // from here on the form takes care of its choices
  form = null;
  if (control) {
    clearTimeout(limit);
    tellDone();
    onChange(sendMore);
    setTimeout(sendMore, LIMIT);
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
  if (more) complete();
}

function complete() {
  more = true;
  if (!answers) return;
  removeEventListener("click", hold, true);
  if (!tapped) return;
  clearTimeout(limit);
  tellDone();
  /* Places of a map are no elements of HTML, which alone know click(). */
  tapped.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
}

/* The form says again what is shown, and the choice waits for another try. */
function lost() {
  const control = tapped || touched;
  clearTimeout(limit);
  tapped = null;
  if (!control) return;
  if (form && !choice.length) {
    choice = Array.from(form.elements, (field) => {
      const { value, checked } = /** @type {any} */ (field);
      return { field, value, checked };
    });
    form.reset();
  }
  tellFailed(control);
}

if (!sparing() || root.dataset.read || root.dataset.missing || location.hash) {
  send();
  if (!sparing()) sendMore();
} else if (able && config.offline) atRest(() => keepThis().then(tellKept, () => {}));
/** @type {HTMLFormElement | null} */
const early = document.querySelector("form.choices");
if (early && queryOf(early) !== writtenQuery(early)) keep(early);
addEventListener("online", () => choice.length && form && ask(form));
addEventListener("click", hold, true);
addEventListener("change", changed, true);
for (const name of TOUCHES) addEventListener(name, send, { passive: true });
