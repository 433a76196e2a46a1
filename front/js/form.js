/* The form is the state of the view; the address follows it. Its first change sends for Dash, which asks the server
 * what that redraws. Until Dash is there, a change waits. */
import { slowLink } from "./charts.js";
import { config, lasting, onChange } from "./page.js";

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
 * @param {HTMLFormElement} element
 * @returns {() => string} The view that the links in the islands were written for.
 */
function live(element) {
  const path = location.pathname;
  let shown = queryOf(element); // what the islands show
  let wanted = shown; // what the reader chose last, even when an answer has taken its box away since
  let written = shown; // what the address says
  /** @type {string | null} */
  let asking = null; // what the server was asked for and has not answered
  let linked = shown; // the view that the links in the islands were written for
  /** @type {((view: {path: string, query: string, before: string, version: string}) => void) | undefined} */
  let ask;
  /** @type {ReturnType<typeof setTimeout>} */
  let waiting;

  /* One question at a time: Dash drops the answer to a question that a later one overtakes, and the server sends
     only what differs from the view that is shown. */
  function follow() {
    if (!ask) {
      if (wanted !== shown) sendForDash();
      return;
    }
    if (wanted !== written) {
      history.replaceState(null, "", path + (wanted ? `?${wanted}` : ""));
      written = wanted;
      takeAlong();
    }
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

  function tell() {
    clearTimeout(waiting);
    wanted = queryOf(element);
    follow();
  }

  /* An answer brings links of the view it was asked for; the reader may have chosen more since. */
  onChange(() => {
    linked = asking ?? shown;
    if (linked !== written) takeAlong();
  });
  element.addEventListener("change", tell);
  element.addEventListener("input", (event) => {
    if (/** @type {HTMLInputElement} */ (event.target).type !== "search") return;
    clearTimeout(waiting);
    waiting = setTimeout(tell, 250);
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    tell();
  });
  for (const touch of ["pointerdown", "focusin"]) element.addEventListener(touch, sendForDash);

  /* What dash-islands.js sends: it listens to this form now; an answer came. */
  element.addEventListener("listening", (event) => {
    ask = /** @type {CustomEvent} */ (event).detail;
    tell();
  });
  document.addEventListener("answered", (event) => {
    if (asking === null) return;
    const well = /** @type {CustomEvent} */ (event).detail;
    if (well) shown = asking;
    asking = null;
    if (well) follow();
  });
  element.classList.add("is-live");
  return () => linked;
}

let asked = false;
function sendForDash() {
  if (asked) return;
  asked = true;
  const script = document.createElement("script");
  script.src = config.dash;
  script.onerror = () => {
    asked = false;
    tellWhy();
  };
  document.head.append(script);
}

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

/** The view that the links in the islands were written for. */
export const linkedView = form ? live(form) : () => "";

if (form) {
  addEventListener("load", () => {
    const rest = window.requestIdleCallback || ((/** @type {() => void} */ act) => setTimeout(act, 200));
    if (!slowLink()) setTimeout(() => rest(sendForDash, { timeout: 5000 }), 1500);
  });
}
