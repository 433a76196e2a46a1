/* A meeting in the room. On entry all slides of both languages come in one answer and stay in memory: from then on
 * nothing asks the server, so the cable may be pulled. The address follows what is shown; it is the meeting, which is
 * kept on the device too. */

import { followStage, openPresenter } from "./presenter.js";

/** @typedef {{label: string, options: [string, string][]}} Turn */
/** @typedef {{title: string, home: string, said: Record<string, string>, caveats: string[], table: {head: string[], numeric: boolean[], rows: string[][]}, turns: Turn[], placed: boolean, wide: string, tall: string}} Slide */

const slidesList = /** @type {HTMLElement} */ (document.getElementById("slides"));
const ready = document.getElementById("meeting-ready");
const inFile = document.getElementById("meeting-pack");
const TEXT = 28;
const SOURCE = 22;
const EDGE = 52;

/** @type {any} */
let pack = null;
/** @type {string[]} */
let codes = [];
/** @type {string[]} */
let marks = [];
let language = document.documentElement.lang;
let entered = "";
let at = 0;
let digits = "";
let open = "";

/** @param {string} name */
const word = (name) => pack.words[language][name];
/** @returns {Slide} */
const slide = (code = codes[at]) => pack.slides[language][code];

/**
 * @param {string} tag
 * @param {Record<string, string>} [facts]
 * @param {(Node | string)[]} [content]
 */
function make(tag, facts = {}, content = []) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

const screen = make("div", { class: "screen" });
const bar = make("div", { class: "stage-bar" });
const panel = make("div", { class: "stage-panel", hidden: "" });
const live = make("p", { class: "visually-hidden", role: "status" });
const stage = make("section", { id: "stage", tabindex: "-1", hidden: "" }, [screen, panel, bar, live]);

/** @param {string} text */
function drawn(text) {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  return /** @type {SVGSVGElement} */ (/** @type {unknown} */ (document.importNode(parsed, true)));
}

/** @returns {"wide" | "tall"} */
const shape = () => (innerWidth / innerHeight < 1.55 ? "tall" : "wide");

/**
 * What a slide says of those that are marked, on one line or two.
 * @param {SVGSVGElement} svg
 * @param {Slide} shown
 */
function say(svg, shown) {
  const together = shown.said[[...marks].sort().join(" ")];
  const own = marks.map((mark) => shown.said[mark]).filter(Boolean);
  const said = together ? (together === shown.title ? [] : [together]) : Array.from(new Set(own));
  const [first, second] = svg.querySelectorAll("text.said");
  if (!first || !second) return;
  const room = svg.viewBox.baseVal.width - 2 * EDGE;
  const long = (/** @type {Element} */ line) => /** @type {any} */ (line).getComputedTextLength();
  for (const line of [first, second]) line.setAttribute("font-size", String(TEXT));
  second.textContent = "\u00a0";
  first.textContent = said.join(" · ") || "\u00a0";
  if (long(first) <= room) return;
  const half = Math.ceil(said.length / 2);
  const y = Number(first.getAttribute("y"));
  second.setAttribute("y", String(y + SOURCE * 1.35));
  if (said.length > 1) {
    first.textContent = said.slice(0, half).join(" · ");
    second.textContent = said.slice(half).join(" · ");
  }
  for (const line of [first, second]) {
    const size = Math.max(SOURCE, Math.min(TEXT, (TEXT * room) / Math.max(long(line), 1)));
    line.setAttribute("font-size", String(said.length > 1 ? Math.min(size, SOURCE + 2) : size));
  }
}

/** Marked rows get a ground and, on a board, the places right below the total. @param {SVGSVGElement} svg */
function markRows(svg) {
  const rows = Array.from(svg.querySelectorAll("g[data-row]"));
  const on = (/** @type {Element} */ row) => marks.includes(row.getAttribute("data-row") || "");
  const some = rows.filter(on);
  const matrix = rows.some((row) => row.querySelector("[data-part=dot]"));
  const order = matrix ? rows : [...some, ...rows.filter((row) => !on(row))];
  for (const row of rows) {
    const high = Number(row.getAttribute("data-high"));
    row.setAttribute("transform", `translate(0 ${(order.indexOf(row) - rows.indexOf(row)) * high})`);
    row.querySelector("[data-part=ground]")?.setAttribute("fill-opacity", on(row) ? "1" : "0");
    for (const text of row.querySelectorAll("text"))
      text.setAttribute("font-weight", on(row) ? "bold" : "normal");
    for (const dot of row.querySelectorAll("[data-part=dot]")) {
      const x = dot.getAttribute("cx");
      const shared =
        some.length > 1 &&
        on(row) &&
        some.every((other) => other.querySelector(`[data-part=dot][cx="${x}"]`));
      dot.setAttribute("fill-opacity", some.length && !on(row) ? "0.3" : "1");
      dot.setAttribute("stroke", shared ? "currentColor" : "none");
      dot.setAttribute("stroke-width", "3");
    }
  }
}

/**
 * The sides of a place's tiles that no two of them share, as one path.
 * @param {Element[]} tiles
 */
function outline(tiles) {
  /** @type {Map<string, number>} */
  const sides = new Map();
  for (const tile of tiles) {
    const [x, y, wide, high] = ["x", "y", "width", "height"].map((name) => Number(tile.getAttribute(name)));
    const [left, right, top, foot] = [x, x + wide, y, y + high].map(Math.round);
    for (const side of [
      `M${left} ${top}H${right}`,
      `M${left} ${foot}H${right}`,
      `M${left} ${top}V${foot}`,
      `M${right} ${top}V${foot}`,
    ])
      sides.set(side, (sides.get(side) || 0) + 1);
  }
  const edge = document.createElementNS("http://www.w3.org/2000/svg", "path");
  edge.setAttribute("d", Array.from(sides.keys(), (side) => (sides.get(side) === 1 ? side : "")).join(""));
  edge.setAttribute("stroke-linecap", "square");
  return edge;
}

/**
 * The places that results under a marked agency's outputs name get an edge, below all words.
 * @param {SVGSVGElement} svg
 * @param {Slide} shown
 */
function markPlaces(svg, shown) {
  if (!shown.placed) return;
  const places = Array.from(svg.querySelectorAll("[data-place]"));
  for (const name of new Set(marks.flatMap((mark) => pack.places[mark] || []))) {
    const own = places.filter((place) => place.getAttribute("data-place") === name);
    if (!own.length) continue;
    const edge = own[0].matches("rect") ? outline(own) : /** @type {Element} */ (own[0].cloneNode());
    edge.removeAttribute("data-place");
    for (const [key, value] of Object.entries({ fill: "none", stroke: "currentColor", "stroke-width": "7" }))
      edge.setAttribute(key, value);
    edge.setAttribute("class", "marked-place");
    places[places.length - 1].after(edge);
  }
}

/**
 * @param {Element} holder
 * @param {number} number
 * @param {"wide" | "tall"} form
 */
function put(holder, number, form) {
  const shown = slide(codes[number]);
  const svg = drawn(shown[form]);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", shown.title);
  holder.replaceChildren(svg);
  const count = svg.querySelector("text.number");
  if (count) count.textContent = `${number + 1} / ${codes.length}`;
  markRows(svg);
  markPlaces(svg, shown);
  say(svg, shown);
}

/** The address of what is shown. */
function path() {
  const own = codes.join() === pack.own.join();
  const parts = [
    pack.kept,
    own ? "" : `s=${codes.map(encodeURIComponent).join(",")}`,
    marks.length ? `hi=${marks}` : "",
  ];
  const query = parts
    .filter(Boolean)
    .join("&")
    .replace(/%3B/g, ";")
    .replace(/%3A/g, ":")
    .replace(/%7E/g, "~");
  return inFile ? location.pathname : word("page") + (query ? `?${query}` : "");
}

function follow() {
  const place = stage.hidden ? "" : `#${at + 1}`;
  try {
    sessionStorage.setItem("meeting", codes.join(","));
    history.replaceState(null, "", path() + place);
  } catch {
    /* a file on a stick has no address to follow */
  }
}

/**
 * @param {string} label
 * @param {string} name
 * @param {() => void} act
 */
function button(label, name, act) {
  const made = make("button", { type: "button", "data-act": name }, [label]);
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} label
 * @param {[string, string][]} options
 * @param {string} chosen
 * @param {(value: string) => void} act
 */
function picker(label, options, chosen, act) {
  const select = /** @type {HTMLSelectElement} */ (make("select", { "aria-label": label }));
  for (const [text, value] of options) select.append(new Option(text, value, false, value === chosen));
  select.addEventListener("change", () => act(select.value));
  return select;
}

function fillBar() {
  const marking = picker(
    word("marks"),
    [
      [word("marks"), ""],
      .../** @type {[string, string][]} */ (
        Object.entries(word("agencies")).map(([key, name]) => [(marks.includes(key) ? "✓ " : "") + name, key])
      ),
    ],
    "",
    toggleMark,
  );
  marking.setAttribute("data-act", "marks");
  const turns = slide().turns.map((turn) =>
    picker(turn.label, turn.options, codes[at], (code) => {
      codes[at] = code;
      show();
    }),
  );
  bar.replaceChildren(
    button("←", "previous", () => go(at - 1)),
    make("span", { class: "stage-number" }, [`${at + 1} / ${codes.length}`]),
    button("→", "next", () => go(at + 1)),
    ...turns,
    marking,
    button(word("table"), "table", () => toggle("table")),
    button(word("grid"), "grid", () => toGrid()),
    button(word("language"), "language", otherLanguage),
    button(word("code"), "code", () => toggle("code")),
    button(word("black"), "black", () => toggle("black")),
    button(word("presenter"), "presenter", present),
    button(word("leave"), "leave", leave),
    make("span", { class: "stage-ready" }, [word("ready")]),
  );
  bar.querySelector('[data-act="previous"]')?.setAttribute("aria-label", word("previous"));
  bar.querySelector('[data-act="next"]')?.setAttribute("aria-label", word("next"));
}

function fillPanel() {
  panel.hidden = !open;
  panel.className = `stage-panel is-${open}`;
  const shown = slide();
  if (open === "table") {
    const side = (/** @type {number} */ column) => (shown.table.numeric[column] ? "number" : "text");
    const line = (/** @type {string} */ tag, /** @type {string[]} */ cells) =>
      make(
        "tr",
        {},
        cells.map((text, column) => make(tag, { class: side(column) }, [text])),
      );
    const head = line("th", shown.table.head);
    const rows = shown.table.rows.map((row) => line("td", row));
    panel.replaceChildren(
      make("h2", {}, [shown.title]),
      make("table", {}, [make("thead", {}, [head]), make("tbody", {}, rows)]),
      ...shown.caveats.map((text) => make("p", {}, [text])),
    );
  } else if (open === "code") {
    fillCode();
  } else panel.replaceChildren();
}

/** @param {string} text */
function codeDrawn(text) {
  const svg = drawn(text);
  const [wide, high] = ["width", "height"].map((name) => svg.getAttribute(name));
  if (!svg.hasAttribute("viewBox")) svg.setAttribute("viewBox", `0 0 ${wide} ${high}`);
  return svg;
}

/* The code of the meeting as it is now, which the server draws; without it the one of its beginning. */
async function fillCode() {
  const address = inFile ? "" : location.href;
  const said = make("p", { class: "stage-address" }, [address]);
  panel.replaceChildren(pack.code ? codeDrawn(pack.code) : make("p", {}, [word("no_code")]), said);
  const { pathname, search } = location;
  if (!pack.code || inFile || path() === entered) return;
  const answer = await fetch(pathname.replace(/(\/\w+\/[^/]+)$/, "/qr$1.svg") + search).catch(() => null);
  const text = answer?.ok ? await answer.text() : "";
  if (open !== "code" || location.href !== address) return;
  if (text) panel.firstElementChild?.replaceWith(codeDrawn(text));
  else said.before(make("p", {}, [word("code_before")]));
}

/** @param {string} name */
function toggle(name) {
  open = open === name ? "" : name;
  show();
}

function show() {
  document.documentElement.lang = language;
  stage.hidden = false;
  document.body.classList.add("is-presented");
  stage.setAttribute("aria-label", slide().title);
  stage.classList.remove("wide", "tall");
  stage.classList.add(shape());
  put(screen, at, shape());
  fillBar();
  follow();
  fillPanel();
  tellPresenter();
  live.textContent = `${slide().title} ${at + 1} / ${codes.length}`;
  stage.focus({ preventScroll: true });
}

function present() {
  if (openPresenter(press)) tellPresenter();
  else live.textContent = word("refused");
}

/** What stands on the stage, for the window of its presenter. */
function tellPresenter() {
  const following = codes[at + 1] ? (/** @type {Element} */ holder) => put(holder, at + 1, "wide") : null;
  followStage({
    language,
    now: (holder) => put(holder, at, "wide"),
    next: following,
    number: `${at + 1} / ${codes.length}`,
    caveats: slide().caveats,
    word,
  });
}

/** @param {number} number */
function go(number) {
  open = "";
  at = Math.max(0, Math.min(codes.length - 1, number));
  show();
}

/** @param {string} mark */
function toggleMark(mark) {
  if (!mark) return;
  marks = marks.includes(mark) ? marks.filter((one) => one !== mark) : [...marks, mark].slice(-pack.most);
  show();
}

function otherLanguage() {
  const all = pack.languages;
  language = all[(all.indexOf(language) + 1) % all.length];
  if (stage.hidden) fillGrid();
  else show();
}

/** All slides; the keyboard stays on what was just done with this one. */
function toGrid(act = "open") {
  stage.hidden = true;
  open = "";
  document.body.classList.remove("is-presented");
  fillGrid();
  follow();
  const item = slidesList.children[at];
  item?.scrollIntoView({ block: "nearest" });
  const again = item?.querySelector(`[data-act="${act}"]`) || item?.querySelector("button");
  /** @type {HTMLElement | null | undefined} */ (again)?.focus();
}

/* Back to the very card; where the server does not answer, the meeting stays. A file asks nobody. */
async function leave() {
  if (document.fullscreenElement) await document.exitFullscreen();
  if (inFile) {
    toGrid();
    return;
  }
  const there = await fetch(slide().home, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (there?.ok) location.assign(slide().home);
  else {
    toGrid();
    if (ready) ready.textContent = word("lost");
  }
}

/**
 * @param {number} from
 * @param {number} to
 */
function reorder(from, to) {
  const [moved] = codes.splice(from, 1);
  codes.splice(to, 0, moved);
  at = to;
  toGrid(to < from ? "earlier" : "later");
}

/** @param {number} number */
function item(number) {
  const holder = make("div", { class: "slide" });
  const act = make("p", { class: "slide-controls" }, [
    button(word("open"), "open", () => go(number)),
    ...(number ? [button(word("earlier"), "earlier", () => reorder(number, number - 1))] : []),
    ...(number + 1 < codes.length ? [button(word("later"), "later", () => reorder(number, number + 1))] : []),
    ...(codes.length > 1
      ? [
          button(word("remove"), "remove", () => {
            codes.splice(number, 1);
            at = Math.min(number, codes.length - 1);
            toGrid("remove");
          }),
        ]
      : []),
  ]);
  holder.addEventListener("click", () => go(number));
  return make("li", { id: String(number + 1), "data-code": codes[number] }, [
    make("h2", { class: "visually-hidden" }, [slide(codes[number]).title]),
    holder,
    act,
  ]);
}

function fillGrid() {
  document.documentElement.lang = language;
  slidesList.replaceChildren(...codes.map((_, number) => item(number)));
  for (const [number, element] of Array.from(slidesList.children).entries()) {
    put(/** @type {Element} */ (element.querySelector(".slide")), number, "wide");
  }
}

/** @type {Record<string, () => void>} */
const KEYS = {
  ArrowRight: () => go(at + 1),
  ArrowDown: () => go(at + 1),
  PageDown: () => go(at + 1),
  " ": () => go(at + 1),
  n: () => go(at + 1),
  ArrowLeft: () => go(at - 1),
  ArrowUp: () => go(at - 1),
  PageUp: () => go(at - 1),
  Backspace: () => go(at - 1),
  Home: () => go(0),
  End: () => go(codes.length - 1),
  Enter: () => go(digits ? Number(digits) - 1 : at + 1),
  g: () => toGrid(),
  t: () => toggle("table"),
  b: () => toggle("black"),
  ".": () => toggle("black"),
  q: () => toggle("code"),
  l: otherLanguage,
  p: present,
  h: () => /** @type {HTMLElement | null} */ (bar.querySelector('[data-act="marks"]'))?.focus(),
  f: () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  },
  Escape: () => (open ? toggle(open) : leave()),
};

/** @param {KeyboardEvent} event */
function press(event) {
  if (!pack || event.altKey || event.ctrlKey || event.metaKey) return;
  const target = /** @type {Element} */ (event.target);
  const chooses = target.matches("select, input, textarea");
  if (stage.hidden) {
    if (event.key === "l" && !chooses) otherLanguage();
    if (event.key === "g" && !chooses) show();
    return;
  }
  if (chooses && event.key !== "Escape") return;
  if (target.matches("button") && (event.key === "Enter" || event.key === " ")) return;
  const act = KEYS[event.key] || KEYS[event.key.toLowerCase()];
  if (/^\d$/.test(event.key)) digits += event.key;
  else if (act) {
    event.preventDefault();
    if (chooses) stage.focus();
    else act();
    digits = "";
  }
}

let touched = 0;
stage.addEventListener("touchstart", (event) => {
  touched = event.changedTouches[0].clientX;
});
stage.addEventListener("touchend", (event) => {
  const moved = event.changedTouches[0].clientX - touched;
  if (Math.abs(moved) > 50) go(at + (moved < 0 ? 1 : -1));
});
let quiet = 0;
stage.addEventListener("pointermove", () => {
  stage.classList.add("is-moved");
  clearTimeout(quiet);
  quiet = setTimeout(() => stage.classList.remove("is-moved"), 3000);
});

function enter() {
  const number = Number(location.hash.slice(1));
  if (number > 0) go(number - 1);
}

/** All there is, in both languages and shapes: only then nothing will be missing without the network. */
function whole() {
  const wanted = new Set(codes);
  for (const code of wanted)
    for (const turn of slide(code)?.turns || []) for (const [, other] of turn.options) wanted.add(other);
  return pack.languages.every((/** @type {string} */ one) =>
    Array.from(wanted).every((code) => pack.slides[one][code]?.wide && pack.slides[one][code].tall),
  );
}

/* Without a network the last meeting that was kept stands in: the address says which of its slides, and how. */
function readAddress() {
  const asked = new URLSearchParams(location.search);
  const items = (/** @type {string} */ name) => (asked.get(name) || "").split(",");
  const here = pack.languages.find((/** @type {string} */ one) => pack.words[one].page === location.pathname);
  language = here || language;
  const there = (/** @type {string} */ code) => slide(code);
  const own = asked.has("s") ? items("s") : pack.own;
  codes = own.some(there) ? own.filter(there) : codes;
  marks = items("hi")
    .filter((mark) => word("agencies")[mark])
    .slice(0, pack.most);
}

/**
 * @param {any} found
 * @param {boolean} [kept] Whether it is of an earlier day.
 */
function start(found, kept = false) {
  pack = found;
  codes = [...pack.codes];
  marks = [...pack.marks];
  language = pack.language;
  if (!codes.length) return;
  entered = path();
  if (kept) readAddress();
  document.body.append(stage);
  if (inFile || kept) fillGrid();
  enter();
  if (ready && whole()) ready.textContent = word("ready");
  stage.classList.toggle("is-whole", whole());
  addEventListener("hashchange", enter);
  addEventListener("resize", () => stage.hidden || show());
}

/**
 * Keeps the meeting on this device, for a page that is opened anew without a network (sw.js).
 * @param {string} address
 * @param {string} page
 * @param {Response} slides
 */
async function keep(address, page, slides) {
  const base = address.replace(/\/\w+\/meeting\/.*/, "");
  const cache = await caches.open(`${base}meeting`);
  const answer = await fetch(page, { cache: "force-cache" });
  for (const one of pack.languages) await cache.put(pack.words[one].page, answer.clone());
  const headers = { "Content-Type": "application/json", "Site-Kept": "1" };
  await cache.put(`${base}/meeting/pack.json`, new Response(await slides.blob(), { headers }));
  slidesList.dataset.kept = "";
}

/** @param {string} address */
async function fetchAll(address) {
  const page = location.pathname + location.search;
  const answer = await fetch(address);
  if (!answer.ok) return;
  const slides = answer.clone();
  const kept = answer.headers.has("Site-Kept");
  start(await answer.json(), kept);
  if ("caches" in window && !kept) await keep(address, page, slides);
}

document.addEventListener("keydown", press);
const there = slidesList?.dataset.pack;
if (inFile) start(JSON.parse(inFile.textContent || "null"));
else if (there) fetchAll(there).catch(() => undefined); // the page below is a meeting too
