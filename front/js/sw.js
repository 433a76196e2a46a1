/* Answers where there is no network: with pages that were read, or with any page once the reader has kept the site.
 * Each version of data and code has a cache of its own, so that nothing mixes two; what asks the server passes by. */

const worker = /** @type {any} */ (self);
/* The path of the host below which the site stands; other sites of the host keep theirs beside ours. */
const BASE = worker.location.pathname.replace(/\/[^/]*$/, "");
const PAGES = `${BASE}site-`;
const FILES = `${BASE}files`;
const OFFLINE = `${BASE}offline`;
/* The last meeting that was opened: its page at the address of each language, whatever its choices, and its slides. */
const MEETING = { cacheName: `${BASE}meeting` };
const PACK = "/meeting/pack.json";
const WHOLE = "/whole";
/* Light pages have no script to say when they were read: without a network the whole page stands in. */
const LIGHT = `${BASE}/lite/`;
/* Milliseconds after which a page that was kept is shown, though the network may still bring it. */
const PATIENCE = 15000;
/* Files have the hash of their content in their names; so many of them are more than one version has. */
const MOST_FILES = 60;

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  /* A draft stays nowhere. */
  if (url.pathname.startsWith(`${BASE}/preview/`)) return;
  if (request.mode === "navigate" && url.pathname.startsWith(LIGHT)) event.respondWith(light(request, url));
  else if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (url.pathname.startsWith(`${BASE}/static/`)) event.respondWith(file(request));
  else if (url.pathname.endsWith(PACK)) event.respondWith(slides(request));
});

/**
 * @param {Request} request
 * @param {URL} url
 */
async function light(request, url) {
  return fetch(request).catch(() =>
    Response.redirect(BASE + url.pathname.slice(LIGHT.length - 1) + url.search),
  );
}

/**
 * @param {any} event
 * @param {URL} url
 */
async function page(event, url) {
  const asked = fetch(event.request);
  const stored = await newest(url.pathname + url.search);
  try {
    const answer = await (stored ? soon(asked) : asked);
    if (stored && answer.status > 501) return shown(stored);
    event.waitUntil(keep(url, answer.clone()));
    return answer;
  } catch {
    return stored ? shown(stored) : elsewhere(url);
  }
}

/**
 * @param {Promise<Response>} asked
 * @returns {Promise<Response>}
 */
function soon(asked) {
  const late = new Promise((_, refuse) => setTimeout(() => refuse(new Error("late")), PATIENCE));
  return /** @type {Promise<Response>} */ (Promise.race([asked, late]));
}

/* The names of the caches of pages, the newest first. */
async function versions() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PAGES)).reverse();
}

/** @param {string} path */
async function newest(path) {
  for (const name of await versions()) {
    const found = await (await caches.open(name)).match(path);
    if (found) return found;
  }
  return undefined;
}

/**
 * @param {URL} url
 * @param {Response} answer
 */
async function keep(url, answer) {
  const version = answer.headers.get("Site-Version");
  if (!answer.ok || answer.redirected || !version) return;
  const headers = new Headers(answer.headers);
  headers.set("Site-Read", new Date().toISOString());
  const cache = await caches.open(PAGES + version);
  await cache.put(url.pathname + url.search, new Response(await answer.blob(), { headers }));
  await forget();
}

/* Two versions stay, and the newest that is kept whole. */
async function forget() {
  const names = await versions();
  let whole = "";
  for (const name of names) {
    if (!whole && (await (await caches.open(name)).match(WHOLE))) whole = name;
  }
  await Promise.all(names.slice(2).map((name) => name !== whole && caches.delete(name)));
}

/**
 * The page says itself that it was read before, and when.
 * @param {Response} stored
 * @param {string} [missing]
 */
async function shown(stored, missing = "") {
  const read = stored.headers.get("Site-Read") || "";
  const said = `<html data-read="${read}"${missing ? ` data-missing="${missing}"` : ""} `;
  return new Response((await stored.text()).replace("<html ", said), { headers: stored.headers });
}

/**
 * A meeting is what its address says. A choice that was not kept leads to its page without choices; an address without language to that of the
 * pages kept; the rest to the page that says what is kept.
 * @param {URL} url
 */
async function elsewhere(url) {
  const meeting = await caches.match(url.pathname, MEETING);
  if (meeting) return shown(meeting);
  if (url.search && (await newest(url.pathname))) return Response.redirect(`${url.pathname}#read-before`);
  const offline = await (await caches.open(OFFLINE)).keys();
  const languages = offline.map((request) => new URL(request.url).pathname);
  const own = languages.find((start) => url.pathname.startsWith(start));
  const start = own || languages[languages.length - 1];
  if (!start) return Response.error();
  const there = start + url.pathname.slice(BASE.length + 1);
  if (!own && (await newest(there))) return Response.redirect(there);
  const found = await (await caches.open(OFFLINE)).match(start);
  return found ? shown(found, "page") : Response.error();
}

/**
 * A file that was kept, or the part of it that a player asks for.
 * @param {Request} request
 * @param {Response} kept
 */
async function part(request, kept) {
  const [asked, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("Range") || "") || [];
  if (!asked) return kept;
  const whole = await kept.blob();
  const last = Math.min(to ? Number(to) : whole.size, whole.size - 1);
  const headers = new Headers(kept.headers);
  headers.set("Content-Range", `bytes ${from}-${last}/${whole.size}`);
  headers.set("Content-Length", String(last - Number(from) + 1));
  return new Response(whole.slice(Number(from), last + 1), { status: 206, headers });
}

/** @param {Request} request */
async function slides(request) {
  return fetch(request).catch(async () => (await caches.match(BASE + PACK, MEETING)) || Response.error());
}

/** @param {Request} request */
async function file(request) {
  const cache = await caches.open(FILES);
  const found = await cache.match(request);
  if (found) return part(request, found);
  const answer = await fetch(request);
  /* A player asks for a part of its file, which is not the file. */
  if (answer.status === 200) {
    await cache.put(request, answer.clone());
    const kept = await cache.keys();
    if (kept.length > MOST_FILES) await cache.delete(kept[0]);
  }
  return answer;
}
