/* What the ways of asking the server share: a limit of time, a way to take a question back, and to say how it ended. */
import { tellChange } from "./page.js";

/* Milliseconds after which no answer is expected any more. */
const LIMIT = 20_000;
const TAKE_BACK = "takeback";
const ANSWERED = "answered";

/**
 * How a question ended: its view is drawn; no answer of ours came; the server has other data or other code by now.
 * @typedef {"drawn" | "failed" | "changed"} Outcome
 */

/**
 * The answer once it is here whole; null where none came in time, or the question was taken back.
 * @param {(signal: AbortSignal) => Promise<Response>} send
 * @returns {Promise<{response: Response, text: string} | null>}
 */
export async function answerTo(send) {
  const control = new AbortController();
  const stop = () => control.abort();
  const limit = setTimeout(stop, LIMIT);
  document.addEventListener(TAKE_BACK, stop);
  try {
    const response = await send(control.signal);
    return { response, text: await response.text() };
  } catch {
    return null;
  } finally {
    clearTimeout(limit);
    document.removeEventListener(TAKE_BACK, stop);
  }
}

/** What is asked and has not come yet is not wanted any more. */
export function takeBack() {
  document.dispatchEvent(new CustomEvent(TAKE_BACK));
}

/** @param {Outcome} outcome */
export function tellOutcome(outcome) {
  if (outcome === "drawn") tellChange();
  document.dispatchEvent(new CustomEvent(ANSWERED, { detail: outcome }));
}

/** @param {(outcome: Outcome) => void} act */
export function onOutcome(act) {
  document.addEventListener(ANSWERED, (event) => act(/** @type {CustomEvent} */ (event).detail));
}

/**
 * The page stays whole, as it is, until the reader takes the new one.
 * @param {string} what `data` or `site`
 */
export function tellChanged(what) {
  const notice = document.getElementById(`changed-${what}`);
  if (notice) notice.hidden = false;
  tellOutcome("changed");
}

/**
 * A piece of the page anew. A box of the form that stands in it keeps its tick, which may be newer than the answer,
 * a fold or a menu that was opened stays open, and the focus stays.
 * @param {HTMLElement} element
 * @param {string} html
 */
export function replace(element, html) {
  const boxes = boxesIn(element);
  const folds = foldsIn(element);
  const focused = document.activeElement;
  element.innerHTML = html;
  for (const [name, box] of boxesIn(element)) {
    const old = boxes.get(name);
    if (!old) continue;
    box.checked = old.checked;
    if (old === focused) box.focus({ preventScroll: true });
  }
  for (const [name, fold] of foldsIn(element)) {
    const old = folds.get(name);
    if (!old) continue;
    if (old.open) fold.open = true;
    if (old.firstElementChild === focused) fold.querySelector("summary")?.focus({ preventScroll: true });
  }
}

/**
 * @param {HTMLElement} element
 * @returns {Map<string, HTMLInputElement>}
 */
function boxesIn(element) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const boxes = element.querySelectorAll("input[name]");
  return new Map(Array.from(boxes, (box) => [`${box.name}=${box.value}`, box]));
}

/**
 * Folds by the part that they stand in and by their name.
 * @param {HTMLElement} element
 * @returns {Map<string, HTMLDetailsElement>}
 */
function foldsIn(element) {
  return new Map(
    Array.from(element.querySelectorAll("details"), (fold) => [
      `${fold.closest("[id]")?.id} ${fold.querySelector("summary")?.textContent}`,
      fold,
    ]),
  );
}
