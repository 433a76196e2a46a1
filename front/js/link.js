/* What the reader's device and link can bear. */

/** Whether the reader's link is slow or counted. */
export function slowLink() {
  /** @type {any} */
  const link = /** @type {any} */ (navigator).connection || {};
  return Boolean(link.saveData) || /2g$/.test(link.effectiveType || "");
}

/** Whether the reader's device is a phone, or the link slower than it could be: then what is heavy waits for a wish. */
export function sparing() {
  /** @type {any} */
  const link = /** @type {any} */ (navigator).connection || {};
  return slowLink() || link.effectiveType === "3g" || matchMedia("(pointer: coarse)").matches;
}
