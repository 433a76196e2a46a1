/* plotly.js, fetched once, when the first chart comes near; figures in the reader's colours. */
import { config, words } from "./page.js";

/**
 * @typedef {object} Look What all charts share.
 * @property {Record<string, any>} look What all layouts of figures share.
 * @property {Record<string, any>} chart Options of plotly.js.
 * @property {Record<string, string>} palette Colour tokens by the light colours that figures are written in.
 */

/** @type {Record<string, Promise<any>>} */
const bundles = {};
/** @type {Look} */
let shared = { look: {}, chart: {}, palette: {} };
/** @type {Promise<void> | null} */
let coming = null;

/* Once; and again when it could not come. */
function sharedLook() {
  coming ??= fetch(config.look)
    .then((answer) => answer.json())
    .then((look) => {
      shared = look;
    })
    .catch((lost) => {
      coming = null;
      throw lost;
    });
  return coming;
}

/** @param {string} address */
function bundle(address) {
  bundles[address] ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(globalThis.Plotly);
    script.onerror = (lost) => {
      delete bundles[address];
      reject(lost);
    };
    document.head.append(script);
  });
  return bundles[address];
}

/* Maps get their outlines from us before plotly.js would ask a CDN for them: this is the name it looks under. */
async function outlines() {
  const [answer] = await Promise.all([fetch(config.outlines), sharedLook()]);
  const { scope, resolution } = shared.look.geo;
  globalThis.PlotlyGeoAssets ??= { topojson: {} };
  globalThis.PlotlyGeoAssets.topojson[`${scope}_${resolution}m`] = await answer.json();
}

/**
 * plotly.js with what a figure needs.
 * @param {string} name
 * @returns {Promise<any>}
 */
export async function library(name) {
  const [plotly] = await Promise.all([
    bundle(config.bundles[name]),
    name === "plotly.js" ? sharedLook() : outlines(),
  ]);
  return plotly;
}

/**
 * Colours and type come from the style sheet, in light, dark and print.
 * @param {any} value
 * @returns {any}
 */
function withColours(value) {
  if (typeof value === "string") {
    const name = shared.palette[value];
    return name ? getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim() : value;
  }
  if (Array.isArray(value)) return value.map(withColours);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withColours(part)]));
}

/**
 * A figure as plotly.js draws it: our look, its own layout, the reader's colours.
 * @param {any} figure
 */
export function drawn(figure) {
  const layout = { ...shared.look, ...figure.layout };
  const isMap = Boolean(figure.layout.geo);
  for (const part of ["xaxis", "yaxis", "geo", "legend"]) {
    if (part !== "legend" && isMap !== (part === "geo")) delete layout[part];
    else layout[part] = { ...shared.look[part], ...figure.layout[part] };
  }
  /* A finger always scrolls the page; a mouse may move a map that was asked for. */
  if (isMap) layout.dragmode = matchMedia("(pointer: fine)").matches ? "pan" : false;
  return withColours({ data: figure.data, layout });
}

/** @param {any} figure */
export function options(figure) {
  if (!figure.layout.geo) return shared.chart;
  const language = document.documentElement.lang;
  const zoom = [["zoomInGeo", "zoomOutGeo", "resetGeo"]];
  /* plotly.js names its buttons in English: its words, and ours for them. */
  const dictionary = { "Zoom in": words.zoom_in, "Zoom out": words.zoom_out, Reset: words.zoom_reset };
  return {
    ...shared.chart,
    locale: language,
    locales: { [language]: { dictionary } },
    displayModeBar: true,
    displaylogo: false,
    modeBarButtons: zoom,
  };
}
