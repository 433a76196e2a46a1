/* The small tools of a page: copied links, sortable tables. */
(function () {
  "use strict";

  document.documentElement.classList.add("scripted");
  var words = JSON.parse(document.getElementById("page-config").textContent).words;

  function copied(button) {
    var before = button.textContent;
    button.textContent = words.copied;
    setTimeout(function () { button.textContent = before; }, 2000);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest('[data-tool="link"]');
    if (button) {
      var address = location.href.split("#")[0] + "#" + button.dataset.card;
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
