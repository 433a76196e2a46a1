/* The page that checks a text: what is typed stays here, nothing of it is sent, kept or put into the address. */
import { config } from "./page.js";
import { checker } from "./speech.js";

const field = /** @type {HTMLTextAreaElement | null} */ (document.getElementById("quote-text"));
const answers = document.getElementById("quote-answers");
const button = /** @type {HTMLButtonElement | null} */ (document.getElementById("quote-check"));
const failed = document.getElementById("quote-failed");

/**
 * @param {string} tag
 * @param {string} name
 * @param {(Node | string)[]} parts
 */
function made(tag, name, parts) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...parts);
  return element;
}

/**
 * @param {string} text
 * @param {string} href
 */
function linkTo(text, href) {
  const link = document.createElement("a");
  link.href = config.base + href;
  link.textContent = text;
  return link;
}

/**
 * What is said of one number: its words stand open for the value and the name of what the report prints.
 * @param {import("./speech.js").Checked} one
 * @param {Record<string, string>} said
 */
function answer(one, said) {
  const { fact, verdict } = one;
  const parts = said[verdict].split(/(\{value\}|\{name\})/).map((part) => {
    if (part === "{value}") return fact?.shown || "";
    return part === "{name}" && fact ? linkTo(fact.name, fact.href) : part;
  });
  const doubt = verdict === "contested" && fact ? [" ", linkTo(fact.doubt, fact.against)] : [];
  const item = made("li", `is-${verdict}`, [made("strong", "", [one.text]), " ", ...parts, ...doubt]);
  item.dataset.verdict = verdict;
  item.dataset.at = String(one.start);
  return item;
}

/** @param {import("./speech.js").Index} index */
function ready(index) {
  const check = checker(index);
  const tell = () => {
    const found = check(field?.value || "");
    const list = made(
      "ol",
      "",
      found.map((one) => answer(one, index.said)),
    );
    const count = index.said[found.length ? "counted" : "none"].replace("{n}", String(found.length));
    answers?.replaceChildren(made("p", "", [count]), list);
  };
  button?.addEventListener("click", tell);
  for (const control of [field, button]) if (control) control.disabled = false;
}

async function begin() {
  const given = await fetch(config.quote).catch(() => null);
  if (given?.ok) ready(await given.json());
  else if (failed) failed.hidden = false;
}

begin();
