/* Paper shows what is folded for screens: what carries data-paper opens before printing, and folds again after it.
 * Without this file the stylesheet shows it in browsers that know ::details-content. Charts of a view chosen since
 * the page came are drawn as wide as the sheet, in the colours of paper. Each sheet says the choices in words: where
 * a browser writes on sheets at all, it takes them from the root. */
import { charts } from "./charts.js";
import { within } from "./page.js";

/** @type {Element[]} */
const opened = [];

/** @param {boolean} starts */
function drawCharts(starts) {
  document.documentElement.classList.toggle("on-sheet", starts);
  for (const chart of Object.values(charts)) chart.print(starts);
}

/** The words of the view at the head and foot of each sheet, and the day on the last one. */
function writeSheets() {
  const root = document.documentElement;
  for (const name of ["head", "foot"]) {
    const words = document.querySelector(`[data-sheet="${name}"]`);
    if (words) root.style.setProperty(`--sheet-${name}`, JSON.stringify(words.textContent));
  }
  const day = /** @type {HTMLElement | null} */ (document.querySelector('[data-sheet="day"]'));
  const time = day?.querySelector("time");
  if (!day || !time) return;
  time.textContent = new Intl.DateTimeFormat(root.lang, { dateStyle: "long" }).format(new Date());
  day.hidden = false;
}

document.addEventListener("click", (event) => within(event, "[data-print]") && print());

addEventListener("beforeprint", () => {
  drawCharts(true);
  writeSheets();
  for (const details of document.querySelectorAll("details[data-paper]:not([open])")) {
    details.setAttribute("open", "");
    opened.push(details);
  }
});

addEventListener("afterprint", () => {
  for (const details of opened.splice(0)) details.removeAttribute("open");
  drawCharts(false);
});
