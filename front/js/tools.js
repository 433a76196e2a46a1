/* The small tools of a page: copied links, sortable tables. */
import { flash, lasting, onChange, within, words } from "./page.js";

/**
 * Copies a text; where the connection is not safe enough for the clipboard, through a field that is selected.
 * @param {string} text
 * @param {HTMLElement} beside
 */
export async function copyText(text, beside) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  beside.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("no clipboard");
}

/**
 * The address of the view as it is now, at a card of it.
 * @param {HTMLElement} control
 */
function addressOf(control) {
  const query = lasting(location.search.slice(1));
  const spot = control.dataset.card ? `#${control.dataset.card}` : "";
  return `${location.origin}${location.pathname}${query && `?${query}`}${spot}`;
}

/* Without scripts it is a link to that address. */
document.addEventListener("click", async (event) => {
  const control = within(event, '[data-tool="link"]');
  if (!control) return;
  event.preventDefault();
  const address = addressOf(control);
  try {
    await copyText(address, control.parentElement);
    flash(control, words.copied);
  } catch {
    prompt(control.textContent, address);
  }
});

/* The device's own sheet of ways to send, which only safe connections have; whoever closes it has chosen not to. */
if (!navigator.share) document.documentElement.classList.add("no-share");

document.addEventListener("click", (event) => {
  const control = within(event, '[data-tool="send"]');
  if (!control) return;
  const card = document.getElementById(control.dataset.card || "main");
  const said = card?.querySelector(".finding, h1, h2")?.textContent?.trim() || document.title;
  navigator.share({ title: document.title, text: said, url: addressOf(control) }).catch(() => {});
});

/* ---- tables sort by their headings ---- */

/**
 * @param {HTMLTableRowElement} row
 * @param {number} index
 */
function sortKey(row, index) {
  const cell = row.cells[index];
  return cell.dataset.value === undefined ? (cell.textContent || "").trim() : Number(cell.dataset.value);
}

/**
 * @param {string | number} one
 * @param {string | number} other
 */
function compare(one, other) {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), document.documentElement.lang, { numeric: true });
}

/**
 * @param {HTMLTableElement} table
 * @param {HTMLTableCellElement} heading
 * @param {number} index
 */
function sortBy(table, heading, index) {
  const up = heading.getAttribute("aria-sort") === "descending";
  for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", up ? "ascending" : "descending");
  const rows = Array.from(table.tBodies[0].rows);
  rows.sort((one, other) => (up ? 1 : -1) * compare(sortKey(one, index), sortKey(other, index)));
  table.tBodies[0].append(...rows);
}

/** @param {HTMLTableElement} table */
function makeSortable(table) {
  if (table.dataset.sortable) return;
  table.dataset.sortable = "true";
  Array.from(table.tHead?.rows[0].cells || []).forEach((heading, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sorter";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sortBy(table, heading, index));
  });
}

function prepare() {
  for (const table of document.querySelectorAll("table.sortable")) {
    makeSortable(/** @type {HTMLTableElement} */ (table));
  }
}

onChange(prepare);
prepare();
