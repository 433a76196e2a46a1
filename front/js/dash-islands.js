/* The React halves of dashboard.components.islands: they carry what Dash brings to what app.js made. This file is
 * loaded with React and dash-renderer when a form is first touched, or the page has come to rest.
 *
 * Dash asks for its layout and its callbacks by fetch; both are already in the page, so the two requests are
 * answered from there, and answers to the form are remembered. Every other request of the page is none of ours. */
import { answerTo, replace, tellChanged, tellOutcome } from "./answers.js";
import { config } from "./page.js";

/** @type {Record<string, object[]>} */
const prepared = { "_dash-layout": config.layout, "_dash-dependencies": config.dependencies };
const UPDATE = "_dash-update-component";
/* The server has other data or other code than this page: see web/dash/callbacks.py. */
const CHANGED = 409;
/* Dash's word for an answer that changes nothing. */
const NOTHING = 204;
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
  const question = { ...options, body: bare(options?.body) };
  const known = answers.get(question.body);
  return known === undefined ? ask(address, question) : brought(answer(known), JSON.parse(known));
};

/**
 * Dash asks nothing twice in the same words: what makes each question new is not sent.
 * @param {any} body
 */
function bare(body) {
  const question = JSON.parse(body);
  delete question.inputs[0].value.turn;
  return JSON.stringify(question);
}

/** @param {string} text */
function answer(text) {
  return new Response(text, { headers: { "Content-Type": "application/json" } });
}

/**
 * Dash gets an answer once it is here whole: then it is known what will be drawn, before it is. What is no answer of
 * ours (none at all, or the page of a network that wants a password first) changes nothing.
 * @param {RequestInfo | URL} address
 * @param {RequestInit} options
 */
async function ask(address, options) {
  const came = await answerTo((signal) => askServer(address, { ...options, signal }));
  const said = came && read(came.text);
  if (came?.response.status === 200 && said?.response) {
    keep(options.body, came.text);
    return brought(answer(came.text), said);
  }
  if (came?.response.status === NOTHING) tellOutcome("drawn");
  else if (came?.response.status === CHANGED && said?.changed) tellChanged(said.changed);
  else tellOutcome("failed");
  return new Response(null, { status: NOTHING });
}

/** @param {string} text */
function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
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
 * @param {any} said
 */
function brought(response, said) {
  awaited = new Set(Object.keys(said.response));
  if (!awaited.size) tellOutcome("drawn");
  return response;
}

/** @param {string} id */
function drawn(id) {
  if (awaited.delete(id) && !awaited.size) tellOutcome("drawn");
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
    element.dispatchEvent(new CustomEvent("figurechange", { detail: { figure: props.figure } }));
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
    let turn = 0;
    const detail = (/** @type {object} */ view) => {
      turn += 1;
      setProps({ view: { ...view, turn } });
    };
    document.getElementById(id)?.dispatchEvent(new CustomEvent("listening", { detail }));
  }, []);
  return null;
}

/* What Dash looks for: the halves under the name of their package, and somebody to start it. */
Object.assign(globalThis, { dashboard: { Chart, Choices, Fragment } });
new globalThis.DashRenderer();
