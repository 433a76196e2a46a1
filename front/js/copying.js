/* A selected table pastes into a spreadsheet as what it is: plain numbers in the decimal sign of the page, without
   units or thin spaces; codes as text. A number with a reserve (`plus de 350 000`) stays text, lest it lose it.
   What stands beside a number in its cell, its date, gets a column of its own; bars get none. */

const SPACES = /[\s\u00a0\u2009\u202f]+/g;
const NUMBER =
  /^[-+−]?\s?[$€]?\s?\d[\d.,\s\u00a0\u2009\u202f]*(?:\s?(?:%|[$€]|M|[a-zà-ÿ]{2,}|[A-Z]{3,4}))*$/u;
const UNMARKED = /^[-+−]?\d+(?:[ ,]\d{3})*(?:(?:[.,]\d+)?\s?%)?$/u;
const BARE = /^-?\d+(?:\.\d+)?$/;

/** @param {string} text */
const collapsed = (text) => text.replace(SPACES, " ").trim();

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** The signs of the page's language: of decimals and between thousands. */
function signs() {
  const parts = new Intl.NumberFormat(document.documentElement.lang).formatToParts(1234567.5);
  /** @param {string} type */
  const sign = (type) => parts.find((part) => part.type === type)?.value ?? "";
  return { decimal: sign("decimal"), group: sign("group") };
}

/** What a cell holds as a number with a point; empty for words.
 * @param {Element} cell
 * @param {string} text
 */
function numeral(cell, text) {
  if (!(cell.matches(".number, .amount") ? NUMBER : UNMARKED).test(text)) return "";
  const told = cell.getAttribute("data-value");
  if (told && BARE.test(told)) return told;
  // Millions without their bare number would come out a million times too small.
  if (/\bM\b/.test(text)) return "";
  const { decimal, group } = signs();
  const digits = text
    .replace("−", "-")
    .replace(SPACES, "")
    .replace(/[^\d.,-]/g, "");
  const plain = digits.split(group).join("").replace(decimal, ".");
  return BARE.test(plain) ? plain : "";
}

/** What a reader sees in a cell: the line that opens what is folded; stacked parts with a space between.
 * @param {Element} cell
 */
function shownIn(cell) {
  const summary = cell.querySelector("summary");
  const parts = [...(summary ?? cell).childNodes].map((node) => node.textContent ?? "");
  return collapsed(parts.join(cell.closest(".status") ? " " : ""));
}

/** A number, or a text that no spreadsheet takes for one.
 * @param {string} text
 * @param {string} number
 */
function filled(text, number) {
  const shown = number ? number.replace(".", signs().decimal) : text;
  const marks = number
    ? `x:num="${number}" sdval="${number}"`
    : 'style=\'mso-number-format:"\\@"\' sdnum="1033;0;@"';
  return { text: shown, html: `<td ${marks}>${escaped(shown)}</td>` };
}

/** A cell, and what is said beside its number: its date.
 * @param {Element} cell
 */
function copied(cell) {
  const [text, figures] = [shownIn(cell), cell.querySelectorAll("a.figure")];
  const linked = figures.length === 1 ? collapsed(figures[0].textContent ?? "") : "";
  const number = linked && numeral(cell, linked);
  if (!number) return { cell: filled(text, numeral(cell, text)), beside: "" };
  return { cell: filled(linked, number), beside: collapsed(text.replace(linked, "")) };
}

/** The rows of a table within a selection; a column with something beside a number is two.
 * @param {HTMLTableElement} table
 * @param {Selection} selection
 */
function copiedRows(table, selection) {
  const rows = [...table.rows]
    .map((row) =>
      [...row.cells].filter((cell) => selection.containsNode(cell, true) && !cell.matches(".bars")),
    )
    .map((cells) => cells.map(copied))
    .filter((cells) => cells.length);
  const wide = new Set(rows.flatMap((cells) => cells.flatMap(({ beside }, at) => (beside ? [at] : []))));
  return rows.map((cells) =>
    cells.flatMap(({ cell, beside }, at) => (wide.has(at) ? [cell, filled(beside, "")] : [cell])),
  );
}

/** The one table that is selected, with nothing but it.
 * @param {Selection} selection
 */
function selectedTable(selection) {
  const range = selection.getRangeAt(0);
  const node = range.commonAncestorContainer;
  const within = (node instanceof Element ? node : node.parentElement)?.closest("table");
  if (within) return within;
  const content = range.cloneContents();
  const tables = content.querySelectorAll("table");
  for (const table of tables) table.remove();
  if (tables.length !== 1 || content.textContent?.trim()) return null;
  return [...document.querySelectorAll("table")].find((table) => selection.containsNode(table, true)) ?? null;
}

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed || !event.clipboardData) return;
  const table = selectedTable(selection);
  const rows = table ? copiedRows(table, selection) : [];
  if (rows.flat().length < 2) return;
  const html = rows.map((cells) => `<tr>${cells.map((cell) => cell.html).join("")}</tr>`).join("");
  event.clipboardData.setData(
    "text/plain",
    rows.map((cells) => cells.map((cell) => cell.text).join("\t")).join("\n"),
  );
  event.clipboardData.setData(
    "text/html",
    `<meta charset="utf-8"><table xmlns:x="urn:schemas-microsoft-com:office:excel">${html}</table>`,
  );
  event.preventDefault();
});
