/* What the server wrote into the page for its scripts (`web/shell.py`), and how the parts of the page tell each
 * other of a change. */

/**
 * @typedef {{type: string, props: {id: string, figure?: any, bundle?: string}}} Island
 * @typedef {object} Config
 * @property {string} version What the page was made from; it goes with each question.
 * @property {Record<string, string>} lasting Defaults that newer data change: an address that is to last says them.
 * @property {Island[]} layout The islands of the page.
 * @property {object[]} dependencies Dash's description of the page's callback.
 * @property {string} rest Address of what scripts do once the reader touches something (app.js).
 * @property {string} dash Address of Dash's browser half; empty for a page without form.
 * @property {Record<string, string>} bundles Addresses of the plotly.js files by name.
 * @property {string} outlines Address of the outlines that maps are drawn with.
 * @property {string} quote Address of the numbers of the report, on the page that checks texts.
 * @property {string} finder Address of what proposes things in the search box.
 * @property {string} year The report year that links keep; empty for the newest.
 * @property {string} search Address of the index that the search box looks things up in.
 * @property {string} common Address of the common words that look like slips of names.
 * @property {string} offline Address of the page that says what can be read without a network.
 * @property {string} base The path of the host below which the site stands; empty where it has its host to itself.
 * @property {string} acronyms Address of the meanings of acronyms.
 * @property {string} look Address of what all charts share.
 * @property {Record<string, string>} words Readers' words that scripts write.
 */

const element = document.getElementById("page-config");

/** @type {Config} */
export const config = JSON.parse(element?.textContent || "{}");

/** @type {Record<string, string>} */
export const words = config.words || {};

/**
 * The query of a view as one that stays what it is when newer data come.
 * @param {string} query
 */
export function lasting(query) {
  const said = new URLSearchParams(query);
  const rest = Object.entries(config.lasting || {}).filter(([name]) => !said.has(name));
  return [query, ...rest.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)]
    .filter(Boolean)
    .join("&");
}

const CHANGED = "contentchange";

/**
 * Calls back once for each change of the view, when all that it changes is drawn.
 * @param {() => void} act
 */
export function onChange(act) {
  document.addEventListener(CHANGED, act);
}

export function tellChange() {
  document.dispatchEvent(new CustomEvent(CHANGED));
}

/**
 * Says for a moment, in a button's place, what it has done.
 * @param {HTMLElement} button
 * @param {string} text
 */
export function flash(button, text) {
  if (button.dataset.name) return;
  const name = button.textContent || "";
  button.dataset.name = name;
  button.textContent = text;
  setTimeout(() => {
    button.textContent = name;
    delete button.dataset.name;
  }, 2000);
}

/**
 * What the click was meant for, when it stands in an element that matches.
 * @param {Event} event
 * @param {string} selector
 * @returns {any}
 */
export function within(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}

/**
 * What sends for a script of ours: once, and again when it could not come.
 * @param {string} address
 * @param {() => void} [failed] Called when it could not.
 * @param {() => void} [came] Called once it has run.
 * @returns {() => void}
 */
export function script(address, failed = () => {}, came = () => {}) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    const element = document.createElement("script");
    element.src = address;
    element.onload = came;
    element.onerror = () => {
      asked = false;
      failed();
    };
    document.head.append(element);
  };
}

/**
 * A link to another view of this page, which is drawn in place.
 * @param {HTMLAnchorElement} link
 */
export function staysHere(link) {
  return (
    link.pathname === location.pathname &&
    link.origin === location.origin &&
    !link.hash &&
    !link.hasAttribute("data-same-view") &&
    !link.hasAttribute("download") &&
    link.target !== "_blank"
  );
}

/**
 * A click that asks for nothing special: no other window, no file.
 * @param {MouseEvent} event
 */
export function isPlain(event) {
  return !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}
