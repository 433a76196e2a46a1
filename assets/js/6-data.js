/* Citations carry the whole address of the figure: the page's own host is known here only. */
(function () {
  "use strict";

  document.querySelectorAll("[data-citation]").forEach(function (quote) {
    quote.textContent = quote.textContent.replace(/(\s)(\/f\/)/, "$1" + location.origin + "$2");
  });
})();
