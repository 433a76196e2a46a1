/* A brief fills its sheets. Before it is printed a copy of the page is laid out as on paper, its sheets side by side
 * as columns, which break as sheets do; the letters are the largest that take no sheet more than the smallest would. */

const WIDE = "186mm";
/** A little less than there is: letters of print are no pixel wide. */
const HIGH = "266mm";
/** Points, from what all can read to what a page of print has. */
const SIZES = [8, 8.25, 8.5, 8.75, 9, 9.25, 9.5, 9.75, 10, 10.25, 10.5, 10.75, 11];

/** The styles of this page as they are on paper: `tty` is what no screen and no paper is. */
function paperStyles() {
  const rules = Array.from(document.styleSheets).flatMap((sheet) => Array.from(sheet.cssRules));
  const media = (/** @type {string} */ query) =>
    query.replace(/\bscreen\b/g, "tty").replace(/\bprint\b/g, "all");
  return rules.map((rule) => rule.cssText.replace(/@media[^{]+/g, media)).join("");
}

/** A copy of this page, as wide and high as a sheet within its margins. @param {HTMLIFrameElement} frame */
function laidOut(frame) {
  frame.style.cssText = `position: fixed; visibility: hidden; border: 0; width: ${WIDE}; height: ${HIGH}`;
  const content = document.body.cloneNode(true);
  document.body.append(frame);
  const page = /** @type {Document} */ (frame.contentDocument);
  const style = page.createElement("style");
  style.textContent = paperStyles();
  page.documentElement.lang = document.documentElement.lang;
  page.head.append(style);
  page.body.replaceWith(page.adoptNode(content));
  page.body.style.cssText = `text-rendering: geometricPrecision; margin: 0; height: ${HIGH}; columns: ${WIDE}; column-gap: 0; column-fill: auto`;
  for (const details of page.querySelectorAll("details[data-paper]")) details.setAttribute("open", "");
  return page.documentElement;
}

addEventListener("beforeprint", () => {
  const frame = document.createElement("iframe");
  const copy = laidOut(frame);
  /** @param {number} size */
  const sheets = (size) => {
    copy.style.setProperty("--sheet-type", `${size}pt`);
    return Math.round(copy.scrollWidth / copy.clientWidth);
  };
  const fewest = sheets(SIZES[0]);
  const size = SIZES.reduce((best, larger) => (sheets(larger) === fewest ? larger : best));
  frame.remove();
  document.documentElement.style.setProperty("--sheet-type", `${size}pt`);
});
