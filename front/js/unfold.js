/* An address that ends in #finding-… or #acronym-… opens what it leads to, and all that folds it. Without this file
 * most browsers open what folds it, and a tap opens the rest. */

function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let node = target.closest("details"); node; node = node.parentElement?.closest("details") ?? null) {
    node.open = true;
  }
  if (target.closest("details")) target.scrollIntoView();
}

addEventListener("hashchange", unfold);
unfold();

/* Citations carry the whole address of the figure, sheets for paper that of their page: where the operator named
 * none, the site's own host is known here only. */
for (const quote of document.querySelectorAll("[data-citation]")) {
  quote.textContent = (quote.textContent || "").replace(/(\s)(\/f\/)/, `$1${location.origin}$2`);
}
/* On paper the host of the reader's own machine would lead nobody anywhere. */
const own = /^(localhost|127\..*|0\.0\.0\.0|\[::1?\])$|\.localhost$/.test(location.hostname);
for (const shown of document.querySelectorAll("[data-address]")) {
  if (!own && shown.textContent?.startsWith("/")) shown.textContent = location.origin + shown.textContent;
}
