/* What was read can be read again without a network; a button keeps the whole site. sw.js answers then; here stands
 * what a page does for it once all of it is there (keeping.js does the rest). */
import { able, atRest, date, fetched, filesOf, keepFiles, keepThis, PAGES, pagesOf } from "./keeping.js";
import { slowLink } from "./link.js";
import { config } from "./page.js";

const root = document.documentElement;
const WHOLE = "/whole";
/* Pages put into the cache at the same time. */
const AT_ONCE = 25;
/* Milliseconds between two questions whether the file is ready. */
const AGAIN = 3000;

/* Where a page that is not kept leads to. */
async function keepWayOut() {
  const start = new URL(config.offline, location.href).pathname.replace(/[^/]*$/, "");
  const offline = await caches.open(`${config.base}offline`);
  const kept = await offline.match(start);
  if (kept?.headers.get("Site-Version") !== config.version) {
    const page = await fetched(config.offline);
    await keepFiles(filesOf(new DOMParser().parseFromString(await page.clone().text(), "text/html")));
    await offline.put(start, page);
  }
  await keepFiles([config.acronyms]);
}

/** The version that is kept whole, and when it was read. */
async function whole() {
  for (const name of (await caches.keys()).filter((name) => name.startsWith(PAGES)).reverse()) {
    const mark = await (await caches.open(name)).match(WHOLE);
    if (mark) return { version: name.slice(PAGES.length), read: await mark.text() };
  }
  return null;
}

/**
 * @param {string} address
 * @param {(part: number) => void} tell
 */
async function keepWhole(address, tell) {
  const answer = await fetch(address);
  if (answer.status !== 200) throw new Error(String(answer.status));
  const { version, headers, pages, files } = await answer.json();
  const read = new Date().toISOString();
  const about = {
    ...headers,
    "Content-Type": "text/html; charset=utf-8",
    "Site-Version": version,
    "Site-Read": read,
  };
  const cache = await pagesOf(version);
  const all = /** @type {[string, string][]} */ (Object.entries(pages));
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    await Promise.all(some.map(([path, text]) => cache.put(path, new Response(text, { headers: about }))));
    tell((from + some.length) / all.length);
  }
  await keepFiles(files);
  await cache.put(WHOLE, new Response(read));
  const others = (await caches.keys()).filter((name) => name.startsWith(PAGES) && name !== PAGES + version);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** @param {HTMLElement} panel */
function panelOf(panel) {
  const address = panel.dataset.whole || "";

  /** @param {string[]} names */
  function show(...names) {
    for (const state of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-state]"))) {
      state.hidden = !names.includes(state.dataset.state || "");
    }
  }

  /** @param {string[]} beside */
  async function offer(...beside) {
    show("preparing", ...beside);
    const answer = await fetch(`${address}?size`).catch(() => null);
    if (!answer?.ok) return show("failed", ...beside);
    const { bytes } = await answer.json();
    if (bytes === null) return void setTimeout(() => offer(...beside), AGAIN);
    const size = Math.ceil(bytes / 1000);
    for (const place of panel.querySelectorAll(".kilobytes")) {
      place.textContent = new Intl.NumberFormat(root.lang).format(size);
    }
    show("offered", ...beside);
  }

  async function tell() {
    const kept = await whole();
    if (kept) date(panel, kept.read);
    if (root.dataset.read) return show(kept ? "kept" : "");
    if (!kept) return offer();
    if (kept.version === config.version) return show("kept");
    return offer("older");
  }

  async function keep() {
    show("keeping");
    try {
      await keepWhole(address, (part) => {
        for (const bar of panel.querySelectorAll("progress")) bar.value = part;
      });
      await tell();
    } catch {
      show("failed");
    }
  }

  async function forget() {
    const ours = ["offline", "files", "meeting"].map((name) => config.base + name);
    const names = (await caches.keys()).filter((name) => name.startsWith(PAGES) || ours.includes(name));
    await Promise.all(names.map((name) => caches.delete(name)));
    await tell();
  }

  panel.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button) (button.dataset.act === "forget" ? forget : keep)();
  });
  if (able) tell();
  else show("unable");
}

async function replaceOld() {
  const kept = await whole();
  if (kept && kept.version !== config.version && !slowLink())
    await keepWhole(`${config.base}/${root.lang}/site.json`, () => {});
}

const panel = document.getElementById("offline");
if (panel) panelOf(panel);
if (able && config.offline && !root.dataset.read) {
  atRest(async () => {
    try {
      await keepThis();
      await keepWayOut();
      root.dataset.kept = config.version;
      await replaceOld();
    } catch {
      /* Without a place for it nothing is kept: the page says so where it offers to keep. */
    }
  });
}
