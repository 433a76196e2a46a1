/* The way to ask for a view until Dash is there, and on a link that is not to carry Dash: the page of the view, as its
 * address gives it to anybody, of which the pieces that differ are taken. One way to the server and back. */
import { answerTo, replace, tellChanged, tellOutcome } from "./answers.js";
import { config } from "./page.js";

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

/* A chart shows the picture of its new view, and keeps the figure for what may draw it later (charts.js); a figure that
 * brings no picture leaves it that of another view. */
document.addEventListener(
  "figurechange",
  (event) => {
    const element = /** @type {HTMLElement} */ (event.target);
    const { figure, still } = /** @type {CustomEvent} */ (event).detail;
    const picture = element.querySelector(".chart-still");
    element.classList.toggle("is-stale", still === undefined);
    if (picture && still !== undefined) picture.innerHTML = still;
    element.style.height = `${figure.layout.height}px`;
    element.style.setProperty("--high", element.style.height);
    Object.assign(element, { figure });
  },
  true,
);

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
 * Asks for the page of a view. What has no version of ours is somebody else's page: that of a network that wants a
 * password first.
 * @param {{path: string, query: string}} view
 */
export async function askForPage({ path, query }) {
  const came = await answerTo((signal) => fetch(path + (query ? `?${query}` : ""), { signal }));
  const version = came?.response.headers.get("Site-Version");
  if (!came?.response.ok || !version) return tellOutcome("failed");
  if (version !== config.version)
    return tellChanged(version.split("-")[0] === config.version.split("-")[0] ? "site" : "data");
  draw(new DOMParser().parseFromString(came.text, "text/html"));
  return tellOutcome("drawn");
}
