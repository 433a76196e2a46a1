/* Paper shows what is folded for screens: what carries data-paper opens before printing, and folds again after it.
 * Without this file the stylesheet shows it in browsers that know ::details-content. Charts of a view chosen since
 * the page came are drawn as wide as the sheet, in the colours of paper.
 */
(function () {
  "use strict";

  var opened = [];

  function drawCharts(starts) {
    document.documentElement.classList.toggle("on-sheet", starts);
    Object.keys(window.islands.charts).forEach(function (id) { window.islands.charts[id].print(starts); });
  }

  window.addEventListener("beforeprint", function () {
    drawCharts(true);
    document.querySelectorAll("details[data-paper]:not([open])").forEach(function (details) {
      details.open = true;
      opened.push(details);
    });
  });

  window.addEventListener("afterprint", function () {
    opened.splice(0).forEach(function (details) { details.open = false; });
    drawCharts(false);
  });
})();
