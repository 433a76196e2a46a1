/* Links that are a number say in a list of links what they count: row and column of the table that they stand in, what
 * they are a value of, what their card is about or the words that follow. Who reads on hears that from what stands
 * around them. */
import { onChange } from "./page.js";

/* Words that follow a number in its sentence, at most. */
const WORDS = 4;

/** @param {Node | null | undefined} node */
const said = (node) => (node?.textContent || "").trim().replace(/\s+/g, " ");

/**
 * What stands last above each column of a table.
 * @param {HTMLTableElement} table
 * @returns {HTMLTableCellElement[]}
 */
function headsOf(table) {
  /** @type {HTMLTableCellElement[]} */
  const heads = [];
  /** @type {number[]} */
  const until = [];
  Array.from(table.tHead?.rows || []).forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (until[x] > y) x += 1;
      for (const end = x + cell.colSpan; x < end; x += 1) {
        heads[x] = cell;
        until[x] = y + cell.rowSpan;
      }
    }
  });
  return heads;
}

/**
 * @param {HTMLTableCellElement} cell
 * @returns {string[]}
 */
function ofCell(cell) {
  const row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
  const table = /** @type {HTMLTableElement} */ (cell.closest("table"));
  const about = row.querySelector("th");
  if (cell === about) return [];
  if (table.querySelector("tbody [rowspan]")) return [said(about)]; // columns are not to be told from rows
  const before = Array.from(row.cells).slice(0, cell.cellIndex);
  const x = before.reduce((sum, one) => sum + one.colSpan, 0);
  return [said(about), said(headsOf(table)[x])];
}

/** @param {Element} link */
function following(link) {
  let text = "";
  for (let node = link.nextSibling; node && node.nodeName !== "A"; node = node.nextSibling)
    text += node.textContent;
  return text
    .split(/[.,;:()«»·!?]/)[0]
    .trim()
    .split(/\s+/)
    .slice(0, WORDS)
    .join(" ");
}

/**
 * @param {HTMLElement} link
 * @returns {string[]}
 */
function about(link) {
  const cell = /** @type {HTMLTableCellElement | null} */ (link.closest("td, th"));
  if (cell) return ofCell(cell);
  const term =
    link.closest("dd")?.parentElement?.querySelector("dt") || link.parentElement?.querySelector(".year");
  const card = link.closest("h1, h2, h3") ? null : link.closest(".card, section, article");
  const heading = card?.querySelector("h2, h3");
  return [said(term) || link.title || said(heading?.querySelector(".measure") || heading) || following(link)];
}

function name() {
  /** @type {NodeListOf<HTMLElement>} */
  const links = document.querySelectorAll("main a[href]:not([aria-label])");
  for (const link of links) {
    const text = said(link);
    if (!text || /\p{L}{3}/u.test(text)) continue;
    const more = about(link).filter(Boolean);
    if (more.length) link.setAttribute("aria-label", [text, ...more].join(", "));
  }
}

onChange(name);
name();
