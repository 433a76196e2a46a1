/* What a reader is told beside the control that was touched: that the page is being updated, or that it could not be. */
import { config } from "./page.js";

/* Milliseconds without an answer after which the page says that it works. */
const SOON = 300;
/* Pixels between the word and what it stands beside. */
const GAP = 4;

/** @type {HTMLElement | null} */
const word = document.querySelector(".choice-word");
/** @type {ReturnType<typeof setTimeout>} */
let timer;

/** @param {string} said */
function show(said) {
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (word?.querySelectorAll("[data-said]") || [])) {
    line.hidden = line.dataset.said !== said;
  }
}

/** @param {boolean} busy */
function mark(busy) {
  for (const { type, props } of config.layout || []) {
    const element = type !== "Choices" && document.getElementById(props.id);
    if (!element) continue;
    if (busy) element.setAttribute("aria-busy", "true");
    else element.removeAttribute("aria-busy");
  }
}

/**
 * Below what was touched, wherever that stands in the page; else where it stood before.
 * @param {Element | null} control
 */
function placeBeside(control) {
  const box = control?.closest(".control, label, summary, a, button")?.getBoundingClientRect();
  if (!word || !box?.width) return;
  const parent = word.offsetParent;
  const whole = parent && parent !== document.body ? parent : document.documentElement;
  const origin = whole.getBoundingClientRect();
  const most = document.documentElement.clientWidth - word.offsetWidth - GAP;
  word.style.top = `${box.bottom - origin.top + GAP}px`;
  word.style.left = `${Math.max(GAP, Math.min(box.left, most)) - origin.left}px`;
}

/** @param {Element | null} control What the reader touched. */
export function tellWaiting(control) {
  clearTimeout(timer);
  show("");
  timer = setTimeout(() => {
    mark(true);
    show("busy");
    placeBeside(control);
  }, SOON);
}

export function tellDone() {
  clearTimeout(timer);
  mark(false);
  show("");
}

/** @param {Element | null} control */
export function tellFailed(control) {
  tellDone();
  show("failed");
  placeBeside(control);
}

/** @param {() => void} act */
export function onRetry(act) {
  word?.querySelector("button")?.addEventListener("click", act);
  addEventListener("online", act);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") act();
  });
}
