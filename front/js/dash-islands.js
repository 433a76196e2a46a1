/* The React halves of dashboard.components.islands: they carry what Dash brings to what app.js made. This file is
 * loaded with React and dash-renderer when a form is first touched, or the page has come to rest.
 *
 * Dash asks for its layout and its callbacks by fetch; both are already in the page, so the two requests are
 * answered from there, and answers to the form are remembered. Every other request of the page is none of ours. */
import { config, tellChange } from "./page.js";

/** @type {Record<string, object[]>} */
const prepared = { "_dash-layout": config.layout, "_dash-dependencies": config.dependencies };
const UPDATE = "_dash-update-component";
/* The server has other data or other code than this page: see web/dash/callbacks.py. */
const CHANGED = 409;
const askServer = window.fetch;
const { useEffect, useRef } = globalThis.React;

/* Answers by question: who goes to and fro between views asks the server once for each way. */
/** @type {Map<any, string>} */
const answers = new Map();
const MOST = 60;

window.fetch = async (address, options) => {
  const name = typeof address === "string" ? address.split("?")[0].split("/").pop() || "" : "";
  if (prepared[name]) return answer(JSON.stringify(prepared[name]));
  if (name !== UPDATE) return askServer(address, options);
  const known = answers.get(options?.body);
  return known === undefined ? ask(address, options) : brought(answer(known), known);
};

/** @param {string} text */
function answer(text) {
  return new Response(text, { headers: { "Content-Type": "application/json" } });
}

/**
 * Dash gets an answer once it is here whole: then it is known what will be drawn, before it is.
 * @param {RequestInfo | URL} address
 * @param {RequestInit} [options]
 */
async function ask(address, options) {
  try {
    const response = await askServer(address, options);
    const text = await response.text();
    if (response.status === CHANGED) return toldChanged(JSON.parse(text).changed);
    if (response.status === 200) keep(options?.body, text);
    return brought(new Response(text || null, response), text);
  } catch (error) {
    tellTrouble(true);
    tellForm(false);
    throw error;
  }
}

/**
 * The page stays whole, as it is, until the reader takes the new one; the address has the view already.
 * @param {"data" | "site"} what
 */
function toldChanged(what) {
  const notice = document.getElementById(`changed-${what}`);
  if (notice) notice.hidden = false;
  tellTrouble(false);
  tellForm(false);
  return new Response(null, { status: 204 });
}

/**
 * @param {any} question
 * @param {string} text
 */
function keep(question, text) {
  answers.set(question, text);
  if (answers.size > MOST) answers.delete(answers.keys().next().value);
}

/* ---- an answer is drawn when the last island that it changes has said so ---- */

/** @type {Set<string>} */
let awaited = new Set();

/**
 * @param {Response} response
 * @param {string} text
 */
function brought(response, text) {
  tellTrouble(!response.ok);
  awaited = new Set(response.status === 200 ? Object.keys(JSON.parse(text).response) : []);
  if (!awaited.size) tellForm(response.ok);
  return response;
}

/** @param {string} id */
function drawn(id) {
  if (!awaited.delete(id) || awaited.size) return;
  tellChange();
  tellForm(true);
}

/** @param {boolean} well */
function tellForm(well) {
  document.dispatchEvent(new CustomEvent("answered", { detail: well }));
}

/** @param {boolean} there */
function tellTrouble(there) {
  const notice = document.getElementById("trouble");
  if (notice) notice.hidden = !there;
}

/* ---- the islands ---- */

/**
 * Calls back with each value but the first, which the page shows already.
 * @param {{id: string}} props
 * @param {unknown} value
 * @param {(element: HTMLElement) => void} act
 */
function useChanges({ id }, value, act) {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      act(/** @type {HTMLElement} */ (document.getElementById(id)));
      drawn(id);
    }
    first.current = false;
  }, [value]);
}

/** @param {{id: string, figure: any}} props */
function Chart(props) {
  useChanges(props, props.figure, (element) => {
    element.dispatchEvent(new CustomEvent("figurechange", { detail: props.figure }));
  });
  return null;
}

/** @param {{id: string, html: string}} props */
function Fragment(props) {
  useChanges(props, props.html, (element) => replace(element, props.html));
  return null;
}

/** @param {{id: string, setProps: (props: object) => void}} props */
function Choices({ id, setProps }) {
  useEffect(() => {
    const detail = (/** @type {object} */ view) => setProps({ view });
    document.getElementById(id)?.dispatchEvent(new CustomEvent("listening", { detail }));
  }, []);
  return null;
}

/**
 * A box of the form that stands in the piece keeps its tick, which may be newer than the answer, and the focus.
 * @param {HTMLElement} element
 * @param {string} html
 */
function replace(element, html) {
  const before = boxesIn(element);
  const focused = document.activeElement;
  element.innerHTML = html;
  for (const [name, box] of boxesIn(element)) {
    const old = before.get(name);
    if (!old) continue;
    box.checked = old.checked;
    if (old === focused) box.focus({ preventScroll: true });
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

/* What Dash looks for: the halves under the name of their package, and somebody to start it. */
Object.assign(globalThis, { dashboard: { Chart, Choices, Fragment } });
new globalThis.DashRenderer();
