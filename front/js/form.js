/* The form is the state of the view; the address follows it. Its first change sends for Dash, which asks the server
 * what that redraws. Until Dash is there, a change waits. */
import { slowLink } from "./charts.js";
import { config, lasting, onChange, script } from "./page.js";

/* Ms without a letter after which a word that is typed has come to rest. */
const REST = 250;

/** @param {HTMLFormElement} form */
function queryOf(form) {
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
 * A form that is alive.
 * @typedef {object} Live
 * @property {() => string} linked The view that the links in the islands were written for.
 * @property {() => boolean} restored Takes the view of the address, where Back or Forward has brought another one.
 */

/**
 * @param {HTMLFormElement} element
 * @returns {Live}
 */
function live(element) {
  const path = location.pathname;
  const entrance = location.search;
  const first = queryOf(element);
  let shown = first; // what the islands show
  let wanted = shown; // what the reader chose last, even when an answer has taken its box away since
  let written = shown; // what the address says
  let typed = false; // whether the newest entry of the history holds a word that is being typed
  /** @type {{query: string, again: boolean}[]} */
  const steps = []; // choices that wait for Dash
  /** @type {string | null} */
  let asking = null; // what the server was asked for and has not answered
  let linked = shown; // the view that the links in the islands were written for
  /** @type {((view: {path: string, query: string, before: string, version: string}) => void) | undefined} */
  let ask;
  /** @type {ReturnType<typeof setTimeout>} */
  let waiting;

  /* A choice is an entry of the history, and so is a word: its later letters change the entry that it made. */
  function record(/** @type {string} */ query, /** @type {boolean} */ again) {
    if (query === written) return;
    history[again ? "replaceState" : "pushState"](null, "", path + (query ? `?${query}` : ""));
    written = query;
  }

  /* One question at a time: Dash drops the answer to a question that a later one overtakes, and the server sends
     only what differs from the view that is shown. */
  function follow() {
    if (!ask) {
      if (wanted !== shown) sendForDash();
      return;
    }
    const before = written;
    for (const { query, again } of steps.splice(0)) record(query, again);
    if (written !== before) takeAlong();
    if (asking !== null || wanted === shown) return;
    asking = wanted;
    ask({ path, query: wanted, before: shown, version: config.version });
  }

  /* Links to this view as something else (a file, the other language) go where the address goes. */
  function takeAlong() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll("a[data-same-view]");
    for (const link of links) {
      const query = link.hreflang ? written : lasting(written);
      link.search = [query, link.dataset.also].filter(Boolean).join("&");
    }
  }

  function tell(/** @type {boolean} */ typing) {
    clearTimeout(waiting);
    wanted = queryOf(element);
    const said = steps.at(-1)?.query ?? written;
    if (wanted !== said) {
      steps.push({ query: wanted, again: typing && typed });
      typed = typing;
    }
    follow();
  }

  /* The address is the view, whether the page still has a box for each of its choices or not. */
  function restored() {
    const query = location.search === entrance ? first : location.search.slice(1);
    if (query === written) return false;
    clearTimeout(waiting);
    steps.length = 0;
    typed = false;
    wanted = query;
    written = query;
    takeAlong();
    follow();
    return true;
  }

  /* An answer brings links of the view it was asked for; the reader may have chosen more since. */
  onChange(() => {
    linked = asking ?? shown;
    if (linked !== written) takeAlong();
  });
  const isText = (/** @type {Event} */ event) =>
    event.target instanceof HTMLInputElement && event.target.type === "search";
  element.addEventListener("change", (event) => {
    tell(isText(event));
    if (isText(event)) typed = false; // the reader has left the field
  });
  element.addEventListener("input", (event) => {
    if (!isText(event)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => tell(true), REST);
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    tell(true);
    typed = false;
  });
  for (const touch of ["pointerdown", "focusin"]) element.addEventListener(touch, sendForDash);

  /* What dash-islands.js sends: it listens to this form now; an answer came. */
  element.addEventListener("listening", (event) => {
    ask = /** @type {CustomEvent} */ (event).detail;
    follow();
  });
  document.addEventListener("answered", (event) => {
    if (asking === null) return;
    const well = /** @type {CustomEvent} */ (event).detail;
    if (well) shown = asking;
    asking = null;
    if (well) follow();
  });
  element.classList.add("is-live");
  return { linked: () => linked, restored };
}

const sendForDash = script(config.dash, tellWhy);

/* A file that is no longer there has a successor, which only a new page knows; without a network, waiting helps. */
async function tellWhy() {
  const answer = await fetch(config.dash, { method: "HEAD" }).catch(() => null);
  const notice = document.getElementById(answer?.status === 404 ? "changed-site" : "trouble");
  if (notice) notice.hidden = false;
}

const choices = (config.layout || []).find((island) => island.type === "Choices");

/** The form of the page's view, where it has one that is live. */
export const form =
  choices && config.dash ? /** @type {HTMLFormElement} */ (document.getElementById(choices.props.id)) : null;

/** @type {Live} */
export const { linked: linkedView, restored } = form
  ? live(form)
  : { linked: () => "", restored: () => false };

if (form) {
  addEventListener("load", () => {
    const rest = window.requestIdleCallback || ((/** @type {() => void} */ act) => setTimeout(act, 200));
    if (!slowLink() && !document.documentElement.dataset.read)
      setTimeout(() => rest(sendForDash, { timeout: 5000 }), 1500);
  });
}
