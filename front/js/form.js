/* The form is the state of the view, and so is the address: both are what is shown, but for the moment in which an
 * answer is on its way. Where none comes, the form goes back, and keeps the choice for another try.
 *
 * Until Dash is there, the page of the view is asked for; a link that is slow or counted does not carry Dash at all. */
import { onOutcome, takeBack } from "./answers.js";
import { askForPage } from "./asking.js";
import { queryOf, take, writtenQuery } from "./fields.js";
import { sparing } from "./link.js";
import { config, lasting, onChange, script } from "./page.js";
import { onRetry, tellDone, tellFailed, tellWaiting } from "./waiting.js";

/* Ms without a letter after which a word that is typed has come to rest. */
const REST = 250;
/* Ms after which a question that a later choice has overtaken is taken back. */
const LATE = 2000;

/**
 * A choice: its view, and whether it changes the entry of the history that the one before it made.
 * @typedef {{query: string, again: boolean}} Step
 */

/**
 * A form that is alive.
 * @typedef {object} Live
 * @property {() => string} linked The view that the links in the islands were written for.
 * @property {() => void} restored Takes the view of the address, where Back or Forward has brought another one.
 * @property {() => string} chosen The view that the reader chose last, shown or not.
 */

/**
 * @param {HTMLFormElement} element
 * @returns {Live}
 */
function live(element) {
  const path = location.pathname;
  const entrance = location.search;
  const first = writtenQuery(element);
  let shown = first; // what the islands show
  let wanted = shown; // what the reader chose last, even when an answer has taken its box away since
  let written = shown; // what the address says
  let typed = false; // whether the newest choice is a word that is being typed
  /** @type {Step[]} */
  let steps = []; // choices that are not drawn yet
  /** @type {Step[]} */
  let failed = []; // those that could not be, for another try
  /** @type {string | null} */
  let asking = null; // what the server was asked for and has not answered
  let linked = shown; // the view that the links in the islands were written for
  /** @type {(view: {path: string, query: string, before: string, version: string}) => void} */
  let ask = askForPage;
  /** @type {Element | null} */
  let touched = null; // the control that the reader used last
  /** @type {ReturnType<typeof setTimeout>} */
  let resting;
  /** @type {ReturnType<typeof setTimeout>} */
  let lateness;

  /* A choice is an entry of the history, and so is a word: its later letters change the entry that it made. */
  function record(/** @type {Step} */ { query, again }) {
    if (query === written) return;
    history[again ? "replaceState" : "pushState"](null, "", path + (query ? `?${query}` : ""));
    written = query;
  }

  /* One question at a time: the server sends only what differs from the view that is shown. */
  function follow() {
    if (asking !== null) return;
    if (wanted === shown) {
      steps = [];
      record({ query: shown, again: true });
      tellDone();
      return;
    }
    asking = wanted;
    tellWaiting(touched);
    lateness = setTimeout(overtake, LATE);
    ask({ path, query: wanted, before: shown, version: config.version });
  }

  /* A later choice does not wait for an answer that does not come. */
  function overtake() {
    if (asking !== null && wanted !== asking) takeBack();
    else if (asking !== null) lateness = setTimeout(overtake, LATE / 4);
  }

  function drawn(/** @type {string} */ query) {
    shown = query;
    const last = steps.map((step) => step.query).lastIndexOf(query);
    for (const step of steps.splice(0, last + 1)) record(step);
    follow();
  }

  /* Control and address go back to what is shown; the choice is kept for another try. */
  function refused() {
    failed = steps.length ? steps : [{ query: wanted, again: true }];
    steps = [];
    wanted = shown;
    typed = false;
    take(element, shown);
    record({ query: shown, again: true });
    takeAlong();
    tellFailed(touched);
  }

  function tryAgain() {
    if (!failed.length || asking !== null) return;
    steps = failed;
    failed = [];
    wanted = steps[steps.length - 1].query;
    take(element, wanted);
    takeAlong();
    follow();
  }

  /* Links to this view as something else (a file, the other language) go where the reader goes. */
  function takeAlong() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll("a[data-same-view]");
    for (const link of links) {
      const query = link.hreflang ? wanted : lasting(wanted);
      link.search = [query, link.dataset.also].filter(Boolean).join("&");
    }
  }

  function tell(/** @type {boolean} */ typing) {
    clearTimeout(resting);
    failed = [];
    wanted = queryOf(element);
    const said = steps.at(-1)?.query ?? written;
    if (wanted !== said) {
      steps.push({ query: wanted, again: typing && typed });
      typed = typing;
      takeAlong();
    }
    follow();
  }

  /* The address is the view, whether the page still has a box for each of its choices or not. */
  function restored() {
    const query = location.search === entrance ? first : location.search.slice(1);
    if (query === wanted && query === written) return;
    clearTimeout(resting);
    steps = [];
    failed = [];
    typed = false;
    wanted = query;
    written = query;
    take(element, query);
    takeAlong();
    follow();
  }

  /* An answer brings links of the view it was asked for; the reader may have chosen more since. */
  onChange(() => {
    linked = asking ?? shown;
    if (linked !== wanted) takeAlong();
  });
  onOutcome((outcome) => {
    if (asking === null) return;
    const asked = asking;
    asking = null;
    clearTimeout(lateness);
    if (outcome === "drawn") drawn(asked);
    else if (outcome === "failed" && wanted !== asked) follow();
    else refused();
    if (outcome === "changed") tellDone();
  });
  onRetry(tryAgain);

  const isText = (/** @type {Event} */ event) =>
    event.target instanceof HTMLInputElement && event.target.type === "search";
  const touch = (/** @type {Event} */ event) => {
    touched = event.target === element ? document.activeElement : /** @type {Element} */ (event.target);
  };
  element.addEventListener("change", (event) => {
    touch(event);
    tell(isText(event));
    if (isText(event)) typed = false; // the reader has left the field
  });
  element.addEventListener("input", (event) => {
    if (!isText(event)) return;
    touch(event);
    clearTimeout(resting);
    resting = setTimeout(() => tell(true), REST);
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    touch(event);
    tell(true);
    typed = false;
  });

  /* What dash-islands.js sends: it listens to this form from now on. */
  element.addEventListener("listening", (event) => {
    ask = /** @type {CustomEvent} */ (event).detail;
    element.classList.add("has-dash");
  });
  element.classList.add("is-live");
  if (queryOf(element) !== first) tell(false);
  return { linked: () => linked, restored, chosen: () => failed.at(-1)?.query ?? wanted };
}

const choices = (config.layout || []).find((island) => island.type === "Choices");

/** The form of the page's view, where it has one that is live. */
export const form =
  choices && config.dash ? /** @type {HTMLFormElement} */ (document.getElementById(choices.props.id)) : null;

/** @type {Live} */
export const {
  linked: linkedView,
  restored,
  chosen,
} = form ? live(form) : { linked: () => "", restored: () => {}, chosen: () => location.search.slice(1) };

if (form) {
  const sendForDash = script(config.dash);
  const unlessSparing = () => {
    if (!sparing()) sendForDash();
  };
  for (const touch of ["pointerdown", "focusin"]) form.addEventListener(touch, unlessSparing);
  addEventListener("load", () => {
    const rest = window.requestIdleCallback || ((/** @type {() => void} */ act) => setTimeout(act, 200));
    if (!document.documentElement.dataset.read)
      setTimeout(() => rest(unlessSparing, { timeout: 5000 }), 1500);
  });
}
