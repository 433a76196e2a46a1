/* A chart: drawn when it comes near, drawn anew when its figure or the light changes. Until then, and without
 * scripts, the picture that came with the page stands in its place. */
import { offerFor, waits } from "./offers.js";
import { config, flash, onChange, words } from "./page.js";
import { drawn, library, options } from "./plotly.js";

/* Pixels across an A4 sheet within the margins, at the size that paper.css gives charts. */
const SHEET = 937;

/* Phones turn dark at sunset, while the page is open. */
const darkness = matchMedia("(prefers-color-scheme: dark)");

/**
 * @typedef {object} LiveChart
 * @property {() => void} redraw Draws anew what is drawn.
 * @property {(starts: boolean) => void} print For paper, and back.
 */

/** @type {Record<string, LiveChart>} */
export const charts = {};

/**
 * @param {Element} element
 * @param {() => void} act
 */
function whenNear(element, act) {
  if (!("IntersectionObserver" in window)) return act();
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: "200px" },
  );
  observer.observe(element);
}

/**
 * @param {{id: string, figure?: any, bundle?: string}} props
 * @returns {LiveChart}
 */
function chart(props) {
  const element = /** @type {HTMLElement} */ (document.getElementById(props.id));
  /** @type {{figure?: any}} The figure of a view that was chosen before this file came. */
  const { figure: newer } = /** @type {any} */ (element);
  let figure = newer || props.figure;
  let onSheet = false;
  /** @type {any} */
  let stage;

  async function draw() {
    const plotly = await library(props.bundle || "plotly.js");
    const now = drawn(figure);
    const first = !stage;
    if (onSheet) now.layout.width = SHEET;
    if (first) {
      stage = document.createElement("div");
      stage.className = "chart-stage";
      element.append(stage);
    }
    await plotly[first ? "newPlot" : "react"](stage, now.data, now.layout, options(figure));
    silence();
    if (first) awaken();
  }

  /* The picture that came with the page keeps its name, and its empty place, for those who listen: what is drawn
     over it says letter by letter what the table says in order. The buttons of a map stay heard. */
  function silence() {
    for (const part of stage.querySelectorAll("svg")) part.setAttribute("aria-hidden", "true");
  }

  function awaken() {
    element.classList.add("is-live");
    stage.on("plotly_click", (/** @type {any} */ event) => {
      const chosen = event.points[0].customdata;
      if (typeof chosen === "string" && chosen.startsWith("/")) location.href = chosen;
    });
  }

  function redraw() {
    if (stage) draw();
  }

  function offer() {
    const button = offerFor(element);
    button.addEventListener("click", async () => {
      button.setAttribute("aria-busy", "true");
      try {
        await draw();
        button.remove();
      } catch {
        flash(button, words.unreached);
      }
      button.removeAttribute("aria-busy");
    });
  }

  /* A chart on the whole screen is drawn anew when it leaves that. */
  darkness.addEventListener("change", redraw);
  /* Its picture is that of the new view already (asking.js). */
  element.addEventListener("figurechange", (event) => {
    ({ figure } = /** @type {CustomEvent} */ (event).detail);
    redraw();
  });
  if (waits(element)) offer();
  else whenNear(element, () => draw().catch(offer));
  return {
    redraw,
    /* That picture would fit the sheet by itself; interactive maps stay on screens. */
    print(starts) {
      const shown = element.getClientRects().length && !figure.layout.geo;
      if (!shown || !element.classList.contains("is-stale")) return;
      onSheet = starts;
      draw();
    },
  };
}

/* A view with more or fewer panels leaves a drawn chart another width; plotly.js hears only of the window's. */
function fitCharts() {
  const misfit = Array.from(document.querySelectorAll(".chart-stage")).some((stage) => {
    const width = stage.querySelector(".main-svg")?.getAttribute("width");
    return width && stage.clientWidth && Math.abs(stage.clientWidth - Number(width)) > 1;
  });
  if (misfit) dispatchEvent(new Event("resize"));
}

for (const { type, props } of config.layout || []) {
  if (type === "Chart") charts[props.id] = chart(props);
}
onChange(() => requestAnimationFrame(fitCharts));
