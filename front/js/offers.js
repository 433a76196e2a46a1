/* The offer to explore a chart, below its picture: it stands there from the beginning, so that nothing moves under a
 * finger when what draws the chart has come. */
import { slowLink, sparing } from "./link.js";
import { words } from "./page.js";

/**
 * Whether a chart waits for a wish. Who opens what holds it has asked for it, on a link that is neither slow nor counted.
 * @param {Element} element
 */
export function waits(element) {
  return sparing() && (slowLink() || !element.closest("details"));
}

/**
 * The button below a chart, which it gets once.
 * @param {Element} element
 */
export function offerFor(element) {
  const next = element.nextElementSibling;
  if (next instanceof HTMLElement && next.matches(".chart-wake")) return next;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button chart-wake";
  button.textContent = words.wake;
  element.after(button);
  return button;
}
