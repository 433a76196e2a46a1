/* The small tools of a page: pictures of a chart, copied links, full screen, sortable tables. */
(function () {
  "use strict";

  document.documentElement.classList.add("scripted");
  var words = JSON.parse(document.getElementById("page-config").textContent).words;

  function titled(card, stage) {
    /* The picture carries its heading, sentence and source: it must stand alone in a slide. */
    var said = [".finding", ".source"].map(function (part) {
      var node = card.querySelector(part);
      return node ? node.textContent.trim() : "";
    });
    var layout = Object.assign({}, stage.layout);
    layout.title = { text: card.querySelector("h2").textContent, subtitle: { text: said[0] }, x: 0.02, xanchor: "left" };
    layout.margin = Object.assign({}, layout.margin, { t: 110, b: layout.margin.b + 50 });
    layout.height = stage.layout.height + 150;
    layout.annotations = (layout.annotations || []).concat({
      text: said[1] + " · " + location.href, showarrow: false, xref: "paper", yref: "paper",
      x: 0, y: 0, xanchor: "left", yanchor: "top", yshift: -45, font: { size: 12 }
    });
    return { data: stage.data, layout: layout };
  }

  function picture(card, format) {
    var stage = card.querySelector(".chart-stage");
    if (!stage || !window.Plotly) { return; }
    var options = { format: format, width: 1280, height: stage.layout.height + 150, scale: format === "png" ? 2 : 1 };
    window.Plotly.toImage(titled(card, stage), options).then(function (address) {
      var link = document.createElement("a");
      link.href = address;
      link.download = card.id + "." + format;
      link.click();
    });
  }

  function copied(button) {
    var before = button.textContent;
    button.textContent = words.copied;
    setTimeout(function () { button.textContent = before; }, 2000);
  }

  function fullScreen(card) {
    if (document.fullscreenElement) { document.exitFullscreen(); } else { card.requestFullscreen(); }
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-tool]");
    if (!button) { return; }
    var card = document.getElementById(button.dataset.card);
    var tool = button.dataset.tool;
    if (tool === "png" || tool === "svg") { picture(card, tool); }
    if (tool === "full") { fullScreen(card); }
    if (tool === "link") {
      var address = location.href.split("#")[0] + "#" + card.id;
      navigator.clipboard.writeText(address).then(function () { copied(button); });
    }
  });

  /* ---- tables sort by their headings ---- */
  function valueOf(row, index) {
    var cell = row.cells[index];
    if (cell.dataset.value !== undefined) { return Number(cell.dataset.value); }
    return cell.textContent.trim();
  }

  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") { return a - b; }
    return String(a).localeCompare(String(b), document.documentElement.lang, { numeric: true });
  }

  function makeSortable(table) {
    if (table.dataset.sortable) { return; }
    table.dataset.sortable = "true";
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (heading, index) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sorter";
      while (heading.firstChild) { button.appendChild(heading.firstChild); }
      heading.appendChild(button);
      button.addEventListener("click", function () {
        var up = heading.getAttribute("aria-sort") === "descending";
        table.querySelectorAll("th[aria-sort]").forEach(function (other) { other.removeAttribute("aria-sort"); });
        heading.setAttribute("aria-sort", up ? "ascending" : "descending");
        var rows = Array.prototype.slice.call(table.tBodies[0].rows);
        rows.sort(function (one, other) {
          return (up ? 1 : -1) * compare(valueOf(one, index), valueOf(other, index));
        });
        rows.forEach(function (row) { table.tBodies[0].appendChild(row); });
      });
    });
  }

  function prepare() { document.querySelectorAll("table.sortable").forEach(makeSortable); }
  document.addEventListener("contentchange", prepare);
  prepare();
})();
