/* A presenter's own window: the slide on show, the next one, the time, and every caveat in full. The stage writes it
 * itself, so it needs no network; its keys lead the stage. */

const LOOK = [
  'body { margin: 0; padding: 1rem; box-sizing: border-box; min-height: 100vh; display: grid; gap: 1rem; grid-template: "now next" auto "said next" auto "said clock" 1fr / 3fr 2fr; font: 1.125rem/1.4 system-ui, sans-serif; color: #1b2730; background: #fff; color-scheme: light; }',
  "h2 { font-size: 1rem; margin: 0 0 .25rem; color: #5a6872; }",
  ".picture { border: 1px solid #5a6872; }",
  ".picture svg { display: block; width: 100%; height: auto; }",
  ".now { grid-area: now; }",
  ".next { grid-area: next; }",
  ".said { grid-area: said; }",
  ".clock { grid-area: clock; }",
  ".said p { margin: 0 0 .375rem; font-size: 1rem; line-height: 1.3; }",
  ".clock p { margin: 0; font-size: 2.25rem; font-variant-numeric: tabular-nums; }",
].join("");

/**
 * @typedef {object} Shown
 * @property {string} language
 * @property {(holder: Element) => void} now Draws the slide on show into an element.
 * @property {((holder: Element) => void) | null} next The same of the next one; none after the last.
 * @property {string} number
 * @property {string[]} caveats
 * @property {(name: string) => string} word
 */

/** @type {Window | null} */
let own = null;
let since = 0;

/** @param {number} seconds */
const minutes = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/**
 * Opens the window, or brings it to the front; false where the browser refuses.
 * @param {(event: KeyboardEvent) => void} press What keys do.
 */
export function openPresenter(press) {
  if (own && !own.closed) {
    own.focus();
    return true;
  }
  own = open("", "presenter", "popup,width=1100,height=720");
  if (!own) return false;
  since = Date.now();
  const style = own.document.createElement("style");
  style.textContent = LOOK;
  own.document.head.replaceChildren(style);
  own.addEventListener("keydown", press);
  const tick = setInterval(() => (own && !own.closed ? tell() : clearInterval(tick)), 1000);
  return true;
}

/** The time of day, and how long the window has been open. */
function tell() {
  const page = own?.document;
  const [day, run] = page?.querySelectorAll(".clock time") || [];
  if (!page || !day || !run) return;
  const hour = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit" });
  day.textContent = new Intl.DateTimeFormat(page.documentElement.lang, hour).format(new Date());
  run.textContent = minutes((Date.now() - since) / 1000);
}

/** @param {Shown} shown */
export function followStage(shown) {
  if (!own || own.closed) return;
  const page = own.document;
  page.documentElement.lang = shown.language;
  page.title = shown.word("presenter");
  /**
   * @param {string} name
   * @param {string} heading
   * @param {(Node | string)[]} content
   */
  const part = (name, heading, content) => {
    const made = page.createElement("section");
    made.className = name;
    const head = page.createElement("h2");
    head.textContent = heading;
    made.append(head, ...content);
    return made;
  };
  /**
   * @param {string} tag
   * @param {string} text
   */
  const element = (tag, text, name = "") => {
    const made = page.createElement(tag);
    made.textContent = text;
    made.className = name;
    return made;
  };
  const [now, next] = [element("div", "", "picture"), element("div", "", "picture")];
  const clock = element("p", "");
  clock.append(element("time", ""), " · ", element("time", ""));
  const said = shown.caveats.length ? shown.caveats : [shown.word("no_caveat")];
  page.body.replaceChildren(
    part("now", shown.number, [now]),
    part("next", shown.word(shown.next ? "coming" : "last"), shown.next ? [next] : []),
    part(
      "said",
      shown.word("caveats"),
      said.map((text) => element("p", text)),
    ),
    part("clock", shown.word("elapsed"), [clock]),
  );
  shown.now(now);
  shown.next?.(next);
  tell();
}
