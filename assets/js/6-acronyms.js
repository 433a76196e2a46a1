/* Acronyms explained on tap: the first one of each block becomes a button that shows its meaning.
 *
 * Without this file the same list stands under "Acronyms" on Data and method.
 */
(function () {
  "use strict";

  var configuration = document.getElementById("page-config");
  var main = document.getElementById("main");
  var address = configuration && JSON.parse(configuration.textContent).acronyms;
  if (!address || !main) { return; }

  var BLOCKS = "p, li, dd";
  /* A summary is a button itself and may hold none. */
  var LEFT_ALONE = "a, button, label, summary, select, script, style, svg, code, .chart, .table-frame, .word-list, .acronym, .citation";
  var LEANS_ON = /(?:\p{L}{1,6}['’]|[([«“"]\u00a0?)+$/u;
  var LEANS_BACK = /^(?:[\u00a0\u202f]?[.,:;!?…»”"’')\]])+/u;
  var meanings;
  var pattern;
  var open;

  function escaped(word) { return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }

  function learn(words) {
    meanings = words;
    var list = Object.keys(words).filter(function (word) { return word.length > 1; });
    list.sort(function (one, other) { return other.length - one.length; });
    pattern = new RegExp("(^|[^\\p{L}\\p{N}-])(" + list.map(escaped).join("|") + ")(?![\\p{L}\\p{N}])", "u");
    explain();
  }

  /* One walk over the texts; each acronym once per section of the page. */
  function explain() {
    if (!pattern) { return; }
    var seen = new Map();
    var walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    var texts = [];
    while (walker.nextNode()) { texts.push(walker.currentNode); }
    texts.forEach(function (text) {
      var parent = text.parentElement;
      if (!parent || !parent.closest(BLOCKS) || parent.closest(LEFT_ALONE)) { return; }
      var section = parent.closest("section, details") || main;
      if (!seen.has(section)) { seen.set(section, knownIn(section)); }
      wrap(text, seen.get(section));
    });
  }

  function knownIn(section) {
    var words = {};
    section.querySelectorAll(".acronym > button").forEach(function (button) { words[button.textContent] = true; });
    return words;
  }

  function wrap(text, seen) {
    var found = pattern.exec(text.data);
    if (!found) { return; }
    var word = found[2];
    var rest = text.splitText(found.index + found[1].length);
    var after = rest.splitText(word.length);
    if (!seen[word]) {
      seen[word] = true;
      rest.replaceWith(made(word, cut(text, LEANS_ON), cut(after, LEANS_BACK)));
    }
    wrap(after, seen);
  }

  /* Lines may break on both sides of a button, so what no line parts from the word goes into its holder. */
  function cut(text, pattern) {
    var found = pattern.exec(text.data);
    if (!found) { return ""; }
    text.deleteData(found.index, found[0].length);
    return found[0];
  }

  function made(word, before, behind) {
    var holder = document.createElement("span");
    var button = document.createElement("button");
    holder.className = "acronym";
    button.type = "button";
    button.textContent = word;
    button.setAttribute("aria-expanded", "false");
    holder.append(before, button, behind);
    return holder;
  }

  function close(back) {
    if (!open || !document.contains(open)) { open = null; return; }
    open.nextSibling.remove();
    open.setAttribute("aria-expanded", "false");
    if (back) { open.focus(); }
    open = null;
  }

  function show(button) {
    close(false);
    var note = document.createElement("span");
    note.className = "acronym-meaning";
    note.setAttribute("role", "status");
    button.after(note);
    note.textContent = meanings[button.textContent];
    button.setAttribute("aria-expanded", "true");
    var over = note.getBoundingClientRect().right - document.documentElement.clientWidth + 8;
    if (over > 0) { note.style.left = -over + "px"; }
    open = button;
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest(".acronym > button");
    if (button && button !== open) { show(button); return; }
    if (!event.target.closest(".acronym-meaning")) { close(false); }
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { close(true); } });
  document.addEventListener("contentchange", explain);

  function fetchWords() {
    window.fetch(address).then(function (answer) { return answer.json(); }).then(learn).catch(function () {});
  }
  if ("requestIdleCallback" in window) {
    window.requestIdleCallback(fetchWords, { timeout: 3000 });
  } else {
    window.setTimeout(fetchWords, 500);
  }
})();
