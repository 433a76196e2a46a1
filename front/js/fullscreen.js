/* A card over the whole screen for a projector: the chart fills what its heading leaves, with letters to be read
 * from afar. */
import { charts } from "./charts.js";
import { config, onChange, within } from "./page.js";

/**
 * A part of a figure with some of its numbers grown.
 * @param {any} part
 * @param {string[]} names
 * @param {number} factor
 */
function times(part, names, factor) {
  const grown = { ...part };
  for (const name of names) if (typeof grown[name] === "number") grown[name] *= factor;
  return grown;
}

/**
 * @param {any} figure
 * @param {number} factor
 * @param {number} height
 */
function enlarged(figure, factor, height) {
  const layout = { ...figure.layout, height };
  layout.font = times(layout.font, ["size"], factor);
  layout.margin = times(layout.margin, ["l", "r", "t", "b"], factor);
  layout.annotations = (layout.annotations || []).map((/** @type {any} */ note) => ({
    ...times(note, ["xshift", "yshift"], factor),
    font: times(note.font, ["size"], factor),
  }));
  const data = figure.data.map((/** @type {any} */ trace) => {
    const grown = { ...trace };
    if (trace.marker) grown.marker = times(trace.marker, ["size"], factor);
    if (trace.line) grown.line = times(trace.line, ["width"], factor);
    return grown;
  });
  return { data, layout };
}

/** @type {import("./charts.js").LiveChart | null} */
let screened = null; // the chart on the whole screen

/** @param {Element} card */
function fill(card) {
  /** @type {any} */
  const stage = card.querySelector(".chart-stage");
  if (!stage || !globalThis.Plotly || !stage.layout.margin) return;
  const room = stage.parentNode.clientHeight;
  const own = stage.layout.height;
  const factor = Math.max(0.85, Math.min(innerWidth / 1100, room / own, 2.2));
  const large = enlarged(stage, factor, Math.max(Math.min(room, 4 * own), factor * own));
  screened = charts[stage.parentNode.id];
  globalThis.Plotly.react(stage, large.data, large.layout, config.chart);
}

/* The button of the card on the whole screen says and does the opposite, also once the card is written anew. */
function nameButtons() {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll('[data-tool="full"]');
  const full = Boolean(document.fullscreenElement);
  for (const button of buttons) {
    if (full === button.hasAttribute("data-full")) continue;
    const name = button.textContent || "";
    button.textContent = button.dataset.other || "";
    button.dataset.other = name;
    button.toggleAttribute("data-full", full);
  }
}

/* Phones that give the whole screen to films alone get no button for it. */
if (!document.fullscreenEnabled) document.documentElement.classList.add("windowed");
onChange(nameButtons);

document.addEventListener("fullscreenchange", () => {
  nameButtons();
  screened?.redraw();
  screened = null;
  const card = document.fullscreenElement;
  if (card?.matches(".card:not(.map-card)")) fill(card);
});

document.addEventListener("click", (event) => {
  const button = within(event, '[data-tool="full"]');
  if (!button) return;
  if (document.fullscreenElement) document.exitFullscreen();
  else document.getElementById(button.dataset.card)?.requestFullscreen();
});
