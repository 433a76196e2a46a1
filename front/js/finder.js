/* What the search box proposes while somebody types: what the server's search would find, also without a network once the
 * index is there. `search.js` sends for this file when a reader first goes to the box. */

import { rowsOf } from "./engine/lexicon.js";
import { engine } from "./engine.js";
import { config, within } from "./page.js";

const MOST = 3;
/* Ready questions, for whoever has not typed yet. */
const READY = 7;
const box = /** @type {HTMLInputElement | null} */ (document.getElementById("site-search"));

/** @type {import("./engine.js").Index | undefined} */
let index;
/** @type {ReturnType<typeof engine> | undefined} */
let find;
/* Common words that look like slips of names; until they are here, nothing is taken for a slip. */
/** @type {Set<string> | undefined} */
let common;
let fetching = false;
let active = -1;

const list = made("div", "suggestions", { id: "site-search-list", role: "listbox", hidden: "" });
const status = made("p", "visually-hidden", { role: "status" });

/**
 * @param {string} tag
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {string} [text]
 */
function made(tag, name, attributes = {}, text = "") {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

async function fetchIndex() {
  if (index || fetching) return;
  fetching = true;
  const answer = await fetch(config.search).catch(() => null);
  fetching = false;
  if (!answer?.ok) return;
  index = /** @type {import("./engine.js").Index} */ (await answer.json());
  list.setAttribute("aria-label", index.said.list);
  find = engine(index, (word) => !common || common.has(word));
  propose();
  fetchCommon();
}

async function fetchCommon() {
  const answer = await fetch(config.common).catch(() => null);
  if (!answer?.ok) return;
  common = new Set((await answer.json()).split(" "));
  if (!list.hidden && active < 0) propose();
}

function options() {
  return /** @type {HTMLElement[]} */ (Array.from(list.querySelectorAll('[role="option"]')));
}

/* From the last one on to the first, and back. */
/** @param {number} place */
function point(place) {
  const all = options();
  active = place < 0 ? all.length - 1 : place % all.length;
  all.forEach((option, at) => {
    option.setAttribute("aria-selected", String(at === active));
  });
  box?.setAttribute("aria-activedescendant", all[active].id);
  all[active].scrollIntoView({ block: "nearest" });
}

/** @param {boolean} open */
function unfold(open) {
  list.hidden = !open;
  active = -1;
  box?.setAttribute("aria-expanded", String(open));
  box?.removeAttribute("aria-activedescendant");
}

/* Below the site's own path, and from a page of an older report on to pages of the same. */
/** @param {string} href */
function addressOf(href) {
  const there = config.base + href;
  return config.year && !/[?&]year=/.test(href)
    ? `${there}${href.includes("?") ? "&" : "?"}year=${config.year}`
    : there;
}

/**
 * @param {import("./engine.js").Entry} entry
 * @param {number} place
 */
function optionOf(entry, place) {
  const here = index?.said.page || "";
  const href = addressOf(entry.href || `${here}?q=${encodeURIComponent(entry.name)}`);
  const option = made("div", "suggestion", {
    role: "option",
    id: `site-search-${place}`,
    "aria-selected": "false",
  });
  option.dataset.thing = entry.thing;
  option.dataset.href = href;
  option.append(made("span", "answer-name", {}, entry.name));
  if (entry.count) option.append(" ", made("span", "count", {}, entry.count));
  if (entry.note || entry.text) option.append(" ", made("span", "answer-note", {}, entry.note || entry.text));
  return option;
}

/**
 * @param {import("./engine.js").Group} group
 * @param {number} first
 */
function groupOf(group, first) {
  const heading = `site-search-${group.key}`;
  const holder = made("div", "suggestion-group", { role: "group", "aria-labelledby": heading });
  holder.append(made("p", "suggestion-head", { id: heading, role: "presentation" }, group.heading));
  holder.append(...group.entries.map((entry, at) => optionOf(entry, first + at)));
  return holder;
}

/**
 * @param {import("./engine.js").Index} told
 * @returns {import("./engine.js").Group}
 */
function ready(told) {
  const rows = rowsOf(told)
    .filter(([thing]) => thing.startsWith("question:"))
    .slice(0, READY);
  const entries = rows.map(([thing, , , , , name = "", href = ""]) => ({
    thing,
    name,
    href,
    note: "",
    count: "",
    text: "",
  }));
  return { key: "questions", heading: told.said.questions, score: 0, entries };
}

/* What the report says instead stands before the options: it is no way to anywhere. */
/** @param {string} text */
function parts(text) {
  if (!find || !index) return [];
  if (!text) return [groupOf(ready(index), 0)];
  const { said, groups } = find(text, MOST);
  const shown = said.map((one) => {
    const told = made("p", "suggestion-told", { role: "presentation" }, one.name);
    told.dataset.thing = one.thing;
    return told;
  });
  let first = 0;
  for (const group of groups) {
    shown.push(groupOf(group, first));
    first += group.entries.length;
  }
  const name = index.said.all.replace("{text}", text);
  const href = `${index.said.page}?q=${encodeURIComponent(text)}`;
  shown.push(optionOf({ thing: "all", name, href, note: "", count: "", text: "" }, first));
  return shown;
}

function propose() {
  const text = box?.value.trim() || "";
  if (!find || !index || document.activeElement !== box) {
    unfold(false);
    return;
  }
  list.replaceChildren(...parts(text));
  unfold(true);
  const told = list.querySelector(".suggestion-told")?.textContent || "";
  status.textContent = `${told} ${index.said.count.replace("{n}", String(options().length))}`.trim();
}

/** @param {HTMLElement} option */
function follow(option) {
  location.assign(option.dataset.href || "");
}

/* As the pattern has it: the first Escape closes the list, the next one empties the field; of one more, and of an empty
 * field, `search.js` takes care. */
/** @param {KeyboardEvent} event */
function back(event) {
  if (!box?.value) {
    unfold(false);
    return;
  }
  event.stopImmediatePropagation();
  if (list.hidden) box.value = "";
  else unfold(false);
}

/** @type {Record<string, (event: KeyboardEvent) => void>} */
const KEYS = {
  ArrowDown: () => (list.hidden ? propose() : point(active + 1)),
  ArrowUp: () => (list.hidden ? propose() : point(active < 0 ? -1 : active - 1)),
  Escape: back,
};

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" && active >= 0) {
    event.preventDefault();
    follow(options()[active]);
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key](event);
  }
}

/** @param {HTMLInputElement} field */
function enhance(field) {
  field.setAttribute("aria-controls", list.id);
  field.form?.append(list, status);
  field.addEventListener("focus", fetchIndex);
  field.addEventListener("focus", propose);
  field.addEventListener("input", propose);
  field.addEventListener("keydown", pressed);
  field.form?.addEventListener("focusout", (event) => {
    if (!field.form?.contains(/** @type {Node | null} */ (event.relatedTarget))) unfold(false);
  });
  /* The field keeps the focus: it is the one that speaks. */
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = within(event, '[role="option"]');
    if (option) follow(option);
  });
  fetchIndex();
}

if (box) enhance(box);
