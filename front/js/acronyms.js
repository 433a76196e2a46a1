/* Acronyms and the site's own words explained on tap: the first acronym of each block, and the first of each word on
 * the page, becomes a button that shows its meaning. What stands only where no button can be (links, headings, controls,
 * tables, pictures) is explained in a fold at the page's end. Without this file the lists stand on Data and method. */
import { sparing } from "./link.js";
import { config, onChange, within } from "./page.js";

const main = document.getElementById("main");

const BLOCKS = "p, li, dd";
/* A summary is a button itself and may hold none; the first screen of the matrix is full. */
const LEFT_ALONE =
  "a, button, label, summary, select, script, style, svg, code, .chart, .table-frame, .word-list, .page-words, .acronym, .citation, #agencies-finding, .matrix-card, .sheet-words";
const LEANS_ON = /(?:\p{L}{1,6}['’]|[([«“"]\u00a0?)+$/u;
const LEANS_BACK = /^(?:[\u00a0\u202f]?[.,:;!?…»”"’')\]])+/u;

/** @type {Record<string, string>} */
let meanings = {};
/** @type {Record<string, string>} */
let own = {};
let heading = "";
/** @type {RegExp | null} */
let pattern = null;
/** @type {HTMLElement | null} */
let open = null;

/** @param {string} word */
function escaped(word) {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** @param {{heading: string, acronyms: Record<string, string>, words: Record<string, string>}} told */
function learn(told) {
  heading = told.heading;
  own = told.words;
  meanings = { ...told.words, ...told.acronyms };
  const list = Object.keys(meanings).filter((word) => word.length > 1);
  list.sort((one, other) => other.length - one.length);
  pattern = new RegExp(`(^|[^\\p{L}\\p{N}-])(${list.map(escaped).join("|")})(?![\\p{L}\\p{N}])`, "u");
  explain();
}

/* One walk over the texts; each acronym once per section of the page. */
function explain() {
  if (!pattern || !main) return;
  const seen = new Map();
  const said = new Set(Array.from(knownIn(main), (word) => meanings[word || ""]));
  for (const text of textsOf(main)) {
    const parent = text.parentElement;
    if (!parent?.closest(BLOCKS) || parent.closest(LEFT_ALONE)) continue;
    const section = parent.closest("section, details") || main;
    if (!seen.has(section)) seen.set(section, knownIn(section));
    wrap(text, seen.get(section), pattern, said);
  }
  gather(main, pattern, said);
}

/**
 * The fold at the page's end: what the page says and explains nowhere else.
 * @param {Element} page
 * @param {RegExp} words
 * @param {Set<string>} told The meanings of what is explained where it stands.
 */
function gather(page, words, told) {
  const before = page.querySelector(".page-words");
  const open = before?.hasAttribute("open");
  before?.remove();
  if (page.querySelector(".word-list")) return;
  const texts = textsOf(page).filter((text) => !text.parentElement?.closest("script, style, .sheet-words"));
  const known = new Set([...told, ...Array.from(knownIn(page), (word) => meanings[word || ""])]);
  const found = new Map();
  for (const match of texts.flatMap((text) => Array.from(text.data.matchAll(new RegExp(words, "gu"))))) {
    const word = match[2];
    if (!known.has(meanings[word]) && !found.has(meanings[word])) found.set(meanings[word], word);
  }
  if (found.size) page.append(fold(found, Boolean(open)));
}

/**
 * @param {Map<string, string>} found Each word by its meaning.
 * @param {boolean} open
 */
function fold(found, open) {
  const holder = document.createElement("details");
  holder.className = "page-words glossary";
  holder.open = open;
  const list = document.createElement("dl");
  const sorted = Array.from(found).sort(([, one], [, other]) => one.localeCompare(other));
  for (const [meaning, word] of sorted) {
    const pair = document.createElement("div");
    pair.append(filled("dt", word), filled("dd", meaning));
    list.append(pair);
  }
  holder.append(filled("summary", heading), list);
  return holder;
}

/**
 * @param {string} tag
 * @param {string} text
 */
function filled(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/**
 * All texts of an element, listed before any of them is cut.
 * @param {Element} element
 * @returns {Text[]}
 */
function textsOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  return texts;
}

/** @param {Element} section */
function knownIn(section) {
  return new Set(Array.from(section.querySelectorAll(".acronym > button"), (button) => button.textContent));
}

/**
 * @param {Text} text
 * @param {Set<string>} seen
 * @param {RegExp} words
 * @param {Set<string>} said The meanings of the site's own words that the page has explained already.
 */
function wrap(text, seen, words, said) {
  const found = words.exec(text.data);
  if (!found) return;
  const word = found[2];
  const rest = text.splitText(found.index + found[1].length);
  const after = rest.splitText(word.length);
  const known = word in own ? said.has(meanings[word]) : seen.has(word);
  if (!known) {
    seen.add(word);
    said.add(meanings[word]);
    rest.replaceWith(made(word, cut(text, LEANS_ON), cut(after, LEANS_BACK)));
  }
  wrap(after, seen, words, said);
}

/**
 * Lines may break on both sides of a button, so what no line parts from the word goes into its holder.
 * @param {Text} text
 * @param {RegExp} leaning
 */
function cut(text, leaning) {
  const found = leaning.exec(text.data);
  if (!found) return "";
  text.deleteData(found.index, found[0].length);
  return found[0];
}

/**
 * @param {string} word
 * @param {string} before
 * @param {string} behind
 */
function made(word, before, behind) {
  const holder = document.createElement("span");
  const button = document.createElement("button");
  holder.className = "acronym";
  button.type = "button";
  button.textContent = word;
  button.setAttribute("aria-expanded", "false");
  holder.append(before, button, behind);
  return holder;
}

/** @param {boolean} back */
function close(back) {
  if (open && document.contains(open)) {
    open.nextSibling?.remove();
    open.setAttribute("aria-expanded", "false");
    if (back) open.focus();
  }
  open = null;
}

/** @param {HTMLElement} button */
function show(button) {
  close(false);
  const note = document.createElement("span");
  note.className = "acronym-meaning";
  note.setAttribute("role", "status");
  button.after(note);
  note.textContent = meanings[button.textContent || ""];
  button.setAttribute("aria-expanded", "true");
  const over = note.getBoundingClientRect().right - document.documentElement.clientWidth + 8;
  if (over > 0) note.style.left = `${-over}px`;
  open = button;
}

async function fetchWords() {
  const answer = await fetch(config.acronyms).catch(() => null);
  if (answer?.ok) learn(await answer.json());
}

if (config.acronyms) {
  document.addEventListener("click", (event) => {
    const button = within(event, ".acronym > button");
    if (button && button !== open) show(button);
    else if (!within(event, ".acronym-meaning")) close(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
  });
  onChange(explain);
  /* On a slow link they wait until a first choice has had its answer. */
  const idle = window.requestIdleCallback || ((/** @type {() => void} */ act) => setTimeout(act, 500));
  setTimeout(() => idle(fetchWords, { timeout: 3000 }), sparing() ? 4000 : 0);
}
