/* A form as the query of its view, and back. */

/** @param {HTMLFormElement} form */
export function queryOf(form) {
  /** @type {Record<string, string>} */
  const grouped = {};
  for (const [name, value] of new FormData(form)) {
    if (value) grouped[name] = grouped[name] ? `${grouped[name]},${value}` : String(value);
  }
  return Object.entries(grouped)
    .filter(([name, value]) => form.elements.namedItem(name) && value !== (form.dataset[name] || ""))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replace(/%2C/g, ",")}`)
    .join("&");
}

/**
 * The view that the server wrote the form for: a reader may have chosen before any script came.
 * @param {HTMLFormElement} form
 */
export function writtenQuery(form) {
  const written = /** @type {HTMLFormElement} */ (form.cloneNode(true));
  written.reset();
  return queryOf(written);
}

/**
 * @param {any} field
 * @param {string} value
 */
function set(field, value) {
  const boxes = field.length && field[0].type ? Array.from(field) : [field];
  if (boxes[0].type !== "checkbox") {
    field.value = value;
    return;
  }
  for (const box of boxes) box.checked = value.split(",").includes(box.value);
}

/**
 * A link says a whole view, written when another was shown: only what it changes there is taken, so that a choice
 * made while an answer is still on its way is not lost.
 * @param {HTMLFormElement} choices
 * @param {string} search
 * @param {string} [linked]
 */
export function take(choices, search, linked) {
  const params = new URLSearchParams(search);
  const before = linked === undefined ? null : new URLSearchParams(linked);
  for (const [name, preset = ""] of Object.entries(choices.dataset)) {
    const field = choices.elements.namedItem(name);
    const value = params.get(name) || preset;
    if (field && !(before && value === (before.get(name) || preset))) set(field, value);
  }
}
