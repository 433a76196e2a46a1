/* A page that was read is kept: it came before anybody could keep it, and the browser still has its bytes. */
import { config } from "./page.js";

const root = document.documentElement;

/* Other sites of the same host keep theirs beside ours. */
export const PAGES = `${config.base || ""}site-`;
export const able = "serviceWorker" in navigator && "caches" in window;

/** @param {string} version */
export const pagesOf = (version) => caches.open(PAGES + version);

/** @param {string} address */
export async function fetched(address) {
  const answer = await fetch(address, { cache: "force-cache" });
  const headers = new Headers(answer.headers);
  headers.set("Site-Read", new Date().toISOString());
  return new Response(await answer.blob(), { headers });
}

/** @param {string[]} addresses */
export async function keepFiles(addresses) {
  const files = await caches.open(`${config.base}files`);
  for (const address of addresses) {
    if (!(await files.match(address))) await files.add(address);
  }
}

/**
 * The styles and scripts that a page reads.
 * @param {Document} page
 */
export function filesOf(page) {
  /** @type {NodeListOf<HTMLLinkElement & HTMLScriptElement>} */
  const files = page.querySelectorAll('link[rel="stylesheet"], script[src]');
  return Array.from(files, (file) => file.href || file.src);
}

/** Sends for sw.js, and keeps the files that this page has read, then the page, which is whole by then. */
export async function keepThis() {
  await navigator.serviceWorker.register(`${config.base}/sw.js`);
  await navigator.serviceWorker.ready;
  await keepFiles(filesOf(document));
  const here = location.pathname + location.search;
  const pages = await pagesOf(config.version);
  if (!(await pages.match(here))) await pages.put(here, await fetched(here));
}

/**
 * When the page is there and nobody waits for anything.
 * @param {() => void} act
 */
export function atRest(act) {
  const rest = () =>
    "requestIdleCallback" in window ? requestIdleCallback(act, { timeout: 5000 }) : setTimeout(act, 1000);
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest);
}

/** @param {string} moment */
function said(moment) {
  const shape = /** @type {const} */ ({ dateStyle: "long", timeStyle: "short" });
  return new Intl.DateTimeFormat(root.lang, shape).format(new Date(moment));
}

/**
 * @param {ParentNode} within
 * @param {string} moment
 */
export function date(within, moment) {
  for (const place of within.querySelectorAll("time.read-at")) {
    place.setAttribute("datetime", moment);
    place.textContent = said(moment);
  }
}

/* What comes from the reader's own device says so. */
export function tellAge() {
  const { read, missing } = root.dataset;
  const notice = document.getElementById("read-before");
  const other = missing || (location.hash === "#read-before" ? "choice" : "");
  if (!notice || !(read || other)) return;
  if (read) date(notice, read);
  notice.hidden = false;
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (notice.querySelectorAll("[data-read]"))) {
    line.hidden = line.dataset.read !== other && !(read && line.dataset.read === "age");
  }
}
