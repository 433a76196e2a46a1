/* An address that ends in #finding-… or #acronym-… opens what it leads to, and all that folds it.
 * Without this file most browsers open what folds it, and a tap opens the rest.
 */
(function () {
  "use strict";

  function unfold() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") { node.open = true; }
    }
    if (target.closest("details")) { target.scrollIntoView(); }
  }

  window.addEventListener("hashchange", unfold);
  unfold();
})();

/* Citations carry the whole address of the figure, sheets for paper that of their page: where the operator named
 * none, the site's own host is known here only. */
(function () {
  "use strict";

  document.querySelectorAll("[data-citation]").forEach(function (quote) {
    quote.textContent = quote.textContent.replace(/(\s)(\/f\/)/, "$1" + location.origin + "$2");
  });
  document.querySelectorAll("[data-address]").forEach(function (shown) {
    if (shown.textContent[0] === "/") { shown.textContent = location.origin + shown.textContent; }
  });
})();
