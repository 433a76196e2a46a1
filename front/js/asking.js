/* The way to ask for a view until Dash is there, and on a link that is not to carry Dash: the page of the view, as its
 * address gives it to anybody, of which the pieces that differ are taken. One way to the server and back. */
import { answerTo, replace, tellChanged, tellOutcome } from "./answers.js";
import { config, takeForeseen } from "./page.js";

/**
 * What the server wrote for each part that a choice may change, by id.
 * @typedef {{html?: string, figure?: any, still?: string}} Part
 */

/** @param {string} id */
const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @param {Document} page
 * @param {import("./page.js").Island[]} layout
 * @returns {Map<string, Part>}
 */
function partsOf(page, layout) {
  /** @type {Map<string, Part>} */
  const parts = new Map();
  for (const { type, props } of layout) {
    const element = page.getElementById(props.id);
    if (!element) continue;
    if (type === "Fragment") parts.set(props.id, { html: element.innerHTML });
    if (type === "Chart") {
      parts.set(props.id, {
        figure: props.figure,
        still: element.querySelector(".chart-still")?.innerHTML,
      });
    }
  }
  return parts;
}

/* Read before any script has changed the page. */
let shown = partsOf(document, config.dash ? config.layout : []);

/** @param {Document} page */
function draw(page) {
  const parts = partsOf(page, JSON.parse(page.getElementById("page-config")?.textContent || "{}").layout);
  for (const [id, part] of parts) {
    if (JSON.stringify(part) === JSON.stringify(shown.get(id))) continue;
    if (part.html !== undefined) replace(place(id), part.html);
    else place(id).dispatchEvent(new CustomEvent("figurechange", { detail: part }));
  }
  shown = parts;
}

/**
 * The page of a view: what first.js has asked for already, where it is the same.
 * @param {string} address
 * @param {AbortSignal} signal
 */
function pageOf(address, signal) {
  const early = takeForeseen();
  if (early?.address !== address) return fetch(address, { signal });
  signal.addEventListener("abort", early.stop);
  return early.answer;
}

/**
 * Asks for the page of a view. What has no version of ours is somebody else's page: that of a network that wants a
 * password first.
 * @param {{path: string, query: string}} view
 */
export async function askForPage({ path, query }) {
  const came = await answerTo((signal) => pageOf(path + (query ? `?${query}` : ""), signal));
  const version = came?.response.headers.get("Site-Version");
  if (!came?.response.ok || !version) return tellOutcome("failed");
  if (version !== config.version)
    return tellChanged(version.split("-")[0] === config.version.split("-")[0] ? "site" : "data");
  draw(new DOMParser().parseFromString(came.text, "text/html"));
  return tellOutcome("drawn");
}
