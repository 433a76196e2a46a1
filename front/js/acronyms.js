/* Acronyms and the site's own words explained on tap: the first acronym of each section, and the first of each word on
 * the page, becomes a button that shows its meaning, in running text where it stands there, else in a heading. A link or
 * control that holds some tells them as its title, where the keyboard stops, and to screen readers. What stands nowhere
 * in text, links and pictures included, is explained in a fold at the page's end too, for fingers. Without this file the
 * lists stand on Data and method. */
import { sparing } from "./link.js";
import { config, onChange, within } from "./page.js";

const main = document.getElementById("main");

/* The words of a heading become buttons only where no text below it has them, and those of small ones where none of the
 * page has. */
const HEADINGS = "h2, h3, h4, h5, th";
const BLOCKS = ["p, li, dd", "h1", HEADINGS];
/* What is a link or a control already may hold no button: it tells its words itself. */
const HOLDERS = "a[href], button, summary, label:not(:has(select))";
const MOST_TOLD = 3;
/* A summary is a button itself and may hold none; the first screen of the matrix is full. */
const LEFT_ALONE =
  "a, button, label, summary, select, script, style, svg, code, td, .visually-hidden, .chart, .word-list, .page-words, .acronym, .citation, #agencies-finding, .matrix-card, .sheet-words";
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
/** @type {HTMLElement | null} */
let note = null;

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

/** @param {Element} heading */
const isUnseen = (heading) => heading.clientWidth === 1;

/* One walk over the texts; each acronym once per section of the page. */
function explain() {
  if (!pattern || !main) return;
  const seen = new Map();
  const said = new Set(Array.from(knownIn(main), (word) => meanings[word || ""]));
  /* A heading that only screen readers meet is one pixel wide: a button in it would be a stop that nobody sees. */
  const unseen = new Set(Array.from(main.querySelectorAll("h1, h2, h3, h4, h5")).filter(isUnseen));
  for (const blocks of BLOCKS) {
    for (const text of textsOf(main)) {
      const parent = text.parentElement;
      const block = parent?.closest(blocks);
      if (!parent || !block || unseen.has(block) || parent.closest(LEFT_ALONE)) continue;
      const section = parent.closest("section, details") || main;
      if (!seen.has(section)) seen.set(section, knownIn(section));
      wrap(text, blocks === HEADINGS ? said : seen.get(section), pattern, said);
    }
  }
  for (const holder of /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll(HOLDERS))) {
    if (!holder.closest(".acronym, .page-words, svg, .chart")) describe(holder, pattern, said);
  }
  gather(main, pattern, said);
}

/**
 * @param {HTMLElement} holder A link or control, or the label of one.
 * @param {RegExp} words
 * @param {Set<string>} said The meanings that the page has explained; of the site's own words once is enough.
 */
function describe(holder, words, said) {
  const text = holder.textContent || "";
  const found = Array.from(text.matchAll(new RegExp(words, "gu")), (match) => match[2]);
  const clear = (/** @type {string} */ word) =>
    text.includes(meanings[word]) || (word in own && said.has(meanings[word]));
  const strange = found.filter((word, at) => found.indexOf(word) === at && !clear(word));
  if (!strange.length) return;
  const told = strange.slice(0, MOST_TOLD).map((word) => `${word} – ${meanings[word]}`);
  const control = holder instanceof HTMLLabelElement ? holder.control : holder;
  control?.setAttribute("aria-description", told.join(" "));
  holder.dataset.words = told.join("\n");
  if (!holder.title) holder.title = holder.dataset.words;
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
  const spelledOut = text.parentElement?.closest("h1")?.textContent?.includes(meanings[word]);
  const once = word in own || seen === said;
  const known = spelledOut || (once ? said.has(meanings[word]) : seen.has(word));
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
  note?.remove();
  note = null;
  if (open && document.contains(open)) {
    open.setAttribute("aria-expanded", "false");
    if (back) open.focus();
  }
  open = null;
}

/** @param {HTMLElement} button */
function show(button) {
  close(false);
  open = button;
  note = filled("span", "");
  note.setAttribute("role", "status");
  /* Where a frame would cut it off, or a heading would say it, it stands apart. */
  if (button.closest("h1, h2, h3, h4, h5, .table-frame")) below(button, note);
  else button.after(note);
  place(note, meanings[button.textContent || ""]);
  button.setAttribute("aria-expanded", "true");
}

/** @param {HTMLElement} holder */
function tell(holder) {
  if (open) return;
  close(false);
  note = filled("span", "");
  note.setAttribute("role", "tooltip");
  below(holder, note);
  place(note, holder.dataset.words || "");
}

/**
 * At the page's end, and below an element to the eye.
 * @param {HTMLElement} element
 * @param {HTMLElement} told
 */
function below(element, told) {
  const box = element.getClientRects()[0] || element.getBoundingClientRect();
  told.style.left = `${box.left + scrollX}px`;
  told.style.top = `${box.bottom + scrollY}px`;
  (document.fullscreenElement || document.body).append(told);
}

/**
 * @param {HTMLElement} told
 * @param {string} text
 */
function place(told, text) {
  told.className = "acronym-meaning";
  told.textContent = text;
  const over = told.getBoundingClientRect().right - document.documentElement.clientWidth + 8;
  if (over > 0) told.style.left = `${(Number.parseFloat(told.style.left) || 0) - over}px`;
}

/** @param {Event} event */
function reached(event) {
  const holder = /** @type {HTMLElement | null} */ (within(event, "[data-words]"));
  if (holder?.matches(":focus-visible")) tell(holder);
  else if (note && !open) close(false);
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
  document.addEventListener("focusin", reached);
  onChange(explain);
  /* On a slow link they wait until a first choice has had its answer. */
  const idle = window.requestIdleCallback || ((/** @type {() => void} */ act) => setTimeout(act, 500));
  setTimeout(() => idle(fetchWords, { timeout: 3000 }), sparing() ? 4000 : 0);
}
