/* Links to another view of the same page change the view in place: the form takes their choices, the address
 * follows, Back takes them back, and the keyboard stays where it was. Without this file they are plain links.
 */
(function () {
  "use strict";

  var form = document.querySelector("form.choices");
  var waiting = "";

  function offered(params) {
    return Array.from(params.keys()).every(function (name) { return Boolean(form.elements[name]); });
  }

  /* A link says a whole view, written when another was shown: only what it changes there is taken, so that a
   * choice made while an answer is still on its way is not lost. */
  function take(search, linked) {
    var params = new URLSearchParams(search);
    var before = linked === undefined ? null : new URLSearchParams(linked);
    Object.keys(form.dataset).forEach(function (name) {
      var field = form.elements[name];
      var value = params.get(name) || form.dataset[name];
      if (!field || (before && value === (before.get(name) || form.dataset[name]))) { return; }
      if (field.type === "checkbox" || (field.length && field[0].type === "checkbox")) {
        (field.length ? Array.from(field) : [field]).forEach(function (box) {
          box.checked = value.split(",").indexOf(box.value) >= 0;
        });
      } else {
        field.value = value;
      }
    });
    form.dispatchEvent(new Event("change"));
  }

  function staysHere(link) {
    return link.pathname === location.pathname && link.origin === location.origin && !link.hash &&
      !link.hasAttribute("data-same-view") && !link.hasAttribute("download") && link.target !== "_blank";
  }

  function onClick(event) {
    var link = event.target.closest("main a[href]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) { return; }
    if (!form.classList.contains("is-live") || !staysHere(link) || !offered(new URLSearchParams(link.search))) { return; }
    event.preventDefault();
    waiting = link.id || "results-path";
    history.pushState(null, "", location.href);
    take(link.search, window.islands.forms[form.id].linked());
  }

  /* What was tapped may be gone once the view has changed: go to the same choice, or to where one is now. */
  function keepPlace() {
    if (!waiting || (document.activeElement && document.activeElement !== document.body)) { return; }
    var target = document.getElementById(waiting) || document.getElementById("results-path");
    waiting = "";
    if (target) { target.focus(); }
  }

  function openWhenWide() {
    if (!window.matchMedia("(min-width: 64rem)").matches) { return; }
    document.querySelectorAll("details[data-wide]").forEach(function (details) { details.open = true; });
  }

  openWhenWide();
  if (!form) { return; }
  document.addEventListener("click", onClick);
  document.addEventListener("contentchange", keepPlace);
  window.addEventListener("popstate", function () { take(location.search); });
})();
