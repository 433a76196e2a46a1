/* Paper shows what is folded for screens: what carries data-paper opens before printing, and folds again after it.
 * Without this file the stylesheet shows it in browsers that know ::details-content. Charts of a view chosen since
 * the page came are drawn as wide as the sheet, in the colours of paper. */
import { charts } from "./charts.js";
import { within } from "./page.js";

/** @type {Element[]} */
const opened = [];

/** @param {boolean} starts */
function drawCharts(starts) {
  document.documentElement.classList.toggle("on-sheet", starts);
  for (const chart of Object.values(charts)) chart.print(starts);
}

document.addEventListener("click", (event) => within(event, "[data-print]") && print());

addEventListener("beforeprint", () => {
  drawCharts(true);
  for (const details of document.querySelectorAll("details[data-paper]:not([open])")) {
    details.setAttribute("open", "");
    opened.push(details);
  }
});

addEventListener("afterprint", () => {
  for (const details of opened.splice(0)) details.removeAttribute("open");
  drawCharts(false);
});
