/* What a page does before anybody touches it, and what sends for the rest (app.js): at once, but on phones and on slow
 * links with the first touch, as who only reads should not pay for more; a choice has the link for itself until its
 * view is there (choices.js). A touch that comes before the rest is kept for it: no button is dead. */
import { onOutcome } from "./answers.js";
import { able, atRest, keepThis, tellAge } from "./keeping.js";
import { sparing } from "./link.js";
import { offerFor, waits } from "./offers.js";
import { config, isPlain, script, staysHere, within } from "./page.js";
import { onRetry, tellDone, tellFailed, tellWaiting } from "./waiting.js";
import "./unfold.js";

const root = document.documentElement;
/* Milliseconds after which the rest is not expected any more. */
const LIMIT = 20_000;
const TOUCHES = ["pointerdown", "keydown", "focusin", "scroll"];
/* What choices.js answers by itself. */
const CHOICES = "form.choices, [data-set], [data-zoom], .choice-word";

/** @type {Element | null} */
let tapped = null; // what was tapped before anything could answer
/** @type {Element | null} */
let missed = null; // what could not be answered, for another try
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

/** @param {Event} event */
function touched(event) {
  const link = within(event, "main a[href]");
  if (!within(event, CHOICES) && !(link && staysHere(link))) send();
}

/** @param {MouseEvent} event */
function hold(event) {
  const control = within(event, "button[type=button], [data-tool], [data-print], .search-open");
  if (!control || within(event, CHOICES) || !isPlain(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  waitFor(control);
}

/** @param {Element} control */
function waitFor(control) {
  tapped = control;
  missed = null;
  tellWaiting(control);
  clearTimeout(limit);
  limit = setTimeout(lost, LIMIT);
  send();
}

function came() {
  removeEventListener("click", hold, true);
  for (const name of TOUCHES) removeEventListener(name, touched);
  if (!tapped) return;
  clearTimeout(limit);
  tellDone();
  /* Places of a map are no elements of HTML, which alone know click(). */
  tapped.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
}

function lost() {
  clearTimeout(limit);
  missed = tapped;
  tapped = null;
  if (missed) tellFailed(missed);
}

if (!sparing() || root.dataset.read || root.dataset.missing || location.hash) send();
else if (able && config.offline) atRest(() => keepThis().then(tellKept, () => {}));
onOutcome(send);
onRetry(() => missed && waitFor(missed));
addEventListener("click", hold, true);
for (const name of TOUCHES) addEventListener(name, touched, { passive: true });
