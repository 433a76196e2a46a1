/* The map in the browser: links that set a choice, the place sheet, enlarging. Without this file every link of the
 * map still leads to the same view by its address. */
import { onChange, within } from "./page.js";

const STEPS = [1, 1.6, 2.4, 3.6];
let step = 0;
/** @type {string[]} */
let toFocus = [];

/* ---- a link with data-set changes the form that holds those names ---- */

/** @param {string[]} names */
function formWith(names) {
  return Array.from(document.forms).find((form) => names.every((name) => form.elements.namedItem(name)));
}

/** @param {HTMLElement} link */
function choose(link) {
  const asked = Array.from(new URLSearchParams(link.dataset.set));
  const form = formWith(asked.map(([name]) => name));
  if (!form) return false;
  /** @type {any} */
  const fields = form.elements;
  for (const [name, value] of asked) fields[name].value = value;
  fields[asked[0][0]].dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

document.addEventListener("click", (event) => {
  const link = within(event, "[data-set]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const before = openPlace();
  if (!choose(link)) return;
  event.preventDefault();
  const place = new URLSearchParams(link.dataset.set).get("place");
  if (link.closest(".map-years, .year-maps")) {
    toFocus = [".map-years [aria-current]"];
  } else if (place === null) {
    toFocus = [`.map-legend [href="${link.getAttribute("href")}"]`, ".map-legend .on", ".map-legend a"];
  } else {
    toFocus = place
      ? ["#map-panel-heading"]
      : [`.map-frame [data-place="${before}"]`, 'select[name="place"]'];
  }
});

function openPlace() {
  return document.getElementById("map-panel-heading")?.dataset.place || "";
}

document.addEventListener("keydown", (event) => {
  /** @type {HTMLElement | null} */
  const close = document.querySelector(".map-panel .place-panel .close");
  if (event.key === "Escape") close?.click();
});

/* The focus goes to the place that was opened and, when it is closed, back to where it was. */
function settle() {
  const goal = toFocus.map((part) => document.querySelector(part)).find(Boolean);
  toFocus = [];
  if (!(goal instanceof HTMLElement || goal instanceof SVGElement)) return;
  goal.focus({ preventScroll: true });
  // The small map of a year lies below the large one that it redraws.
  if (goal.closest(".map-years")) goal.scrollIntoView({ block: "nearest" });
  const panel = goal.closest(".map-panel");
  if (panel) panel.scrollTop = 0;
}

onChange(() => {
  enlarge();
  settle();
});

/* ---- enlarging: the picture grows within a frame that scrolls by itself ---- */
function enlarge() {
  /** @type {NodeListOf<SVGElement>} */
  const pictures = document.querySelectorAll(".map-card .map-frame .map-picture");
  for (const picture of pictures) {
    picture.style.setProperty("--zoom", String(STEPS[step]));
    picture.classList.toggle("is-large", step > 0);
    picture.classList.toggle("is-larger", step > 1);
  }
}

document.addEventListener("click", (event) => {
  const button = within(event, "[data-zoom]");
  if (!button) return;
  const frame = button.closest(".map-box").querySelector(".map-frame");
  const middle = (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth;
  step = Math.min(STEPS.length - 1, Math.max(0, step + Number(button.dataset.zoom)));
  enlarge();
  frame.scrollLeft = middle * frame.scrollWidth - frame.clientWidth / 2;
});
