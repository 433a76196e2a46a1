"""How far the parts of a page jump: a script for `add_init_script`, read as `window.shift`."""

SHIFT = """
// Counted from the first picture of the whole page: while a long page still arrives, its last line may move.
window.shift = 0;
let whole = Infinity;
document.addEventListener("DOMContentLoaded", () => {
  requestAnimationFrame(() => requestAnimationFrame(now => { whole = now; }));
});
new PerformanceObserver(list => list.getEntries().forEach(entry => {
  window.shift += entry.hadRecentInput || entry.startTime < whole ? 0 : entry.value;
})).observe({type: "layout-shift", buffered: true});
"""
