/* The first and smallest script: while the others are on their way, it sends for plotly.js if a chart is near. */
(function () {
  "use strict";

  var link = navigator.connection || {};
  var slow = Boolean(link.saveData) || /2g$/.test(link.effectiveType || "");
  var first = document.querySelector(".chart");
  if (slow || !first || !("IntersectionObserver" in window)) { return; }

  var config = JSON.parse(document.getElementById("page-config").textContent);
  var chart = config.layout.find(function (island) { return island.props.id === first.id; });
  var observer = new IntersectionObserver(function (entries) {
    observer.disconnect();
    if (!entries[0].isIntersecting) { return; }
    var early = document.createElement("link");
    early.rel = "preload";
    early.as = "script";
    early.href = config.bundles[chart.props.bundle || "plotly.js"];
    early.fetchPriority = "low";
    document.head.appendChild(early);
  }, { rootMargin: "200px" });
  observer.observe(first);
})();
