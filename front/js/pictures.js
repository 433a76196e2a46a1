// @ts-nocheck: goes when the server composes pictures
/* A chart taken away: as a picture that stands alone in a slide. */
import { within } from "./page.js";

const WIDTH = 1280;
const EDGE = 24;
const LETTERS = 145; // on a line of the picture
const SAID = 21; // height of a line above the chart
const CITED = 17; // height of a line below it
const MARKS = { bar: "■", dot: "●", ring: "○", diamond: "◆", small: "•", upright: "┆", line: "━" };

function texts(card, part) {
  return Array.prototype.map.call(card.querySelectorAll(part), (node) => node.textContent.trim());
}

function wrapped(text) {
  return text.split(" ").reduce((lines, word) => {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length < LETTERS) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
    return lines;
  }, []);
}

function wrappedAll(parts) {
  return parts.filter(Boolean).reduce((lines, text) => lines.concat(wrapped(text)), []);
}

/* The marks of the legend as letters in their colours. */
function legend(card) {
  return Array.prototype.map
    .call(card.querySelectorAll(".legend li"), (entry) => {
      const key = entry.querySelector(".key");
      const shape = Object.keys(MARKS).find((name) => key.classList.contains(name));
      const colour = getComputedStyle(key).getPropertyValue("--key").trim();
      return `<span style="color:${colour}">${MARKS[shape || "bar"]}</span> ${entry.textContent.trim()}`;
    })
    .join("      ");
}

function note(text, size, shift, side, left) {
  return {
    text: text,
    align: "left",
    showarrow: false,
    xref: "paper",
    yref: "paper",
    font: { size: size },
    x: 0,
    xanchor: "left",
    xshift: EDGE - left,
    y: side === "top" ? 1 : 0,
    yanchor: side === "top" ? "bottom" : "top",
    yshift: shift,
  };
}

/* Heading, unit, sentences and legend above the chart; its source and its address below. */
function titled(card, stage) {
  const said = wrappedAll(texts(card, ".subtitle").concat(texts(card, ".finding > p, p.finding"))).concat(
    legend(card) || [],
  );
  const cited = wrappedAll(texts(card, ".breaks li, .card-foot .source").concat(location.href.split("#")[0]));
  const margin = stage.layout.margin;
  const top = 64 + SAID * said.length;
  const foot = CITED * cited.length + 16;
  const layout = Object.assign({}, stage.layout);
  layout.height = stage.layout.height + top + foot;
  layout.margin = Object.assign({}, margin, { t: margin.t + top, b: margin.b + foot });
  layout.title = {
    text: `<b>${card.querySelector("h2").textContent}</b>`,
    font: { size: 22 },
    x: EDGE / WIDTH,
    xanchor: "left",
    y: 1 - 20 / layout.height,
    yanchor: "top",
  };
  layout.annotations = (layout.annotations || []).concat(
    note(said.join("<br>"), 15, margin.t + 4, "top", margin.l),
    note(cited.join("<br>"), 12, -margin.b - 4, "foot", margin.l),
  );
  return { data: stage.data, layout: layout };
}

function picture(card, format) {
  const stage = card.querySelector(".chart-stage");
  if (!stage || !globalThis.Plotly) {
    return;
  }
  const whole = titled(card, stage);
  const options = {
    format: format,
    width: WIDTH,
    height: whole.layout.height,
    scale: format === "png" ? 2 : 1,
  };
  globalThis.Plotly.toImage(whole, options).then((address) => {
    const link = document.createElement("a");
    const file = card.querySelector(".tools a[download]");
    link.href = address;
    link.download = `${file ? file.pathname.split("/").pop().split(".")[0] : card.id}.${format}`;
    link.click();
  });
}

document.addEventListener("click", (event) => {
  const button = within(event, '[data-tool="png"], [data-tool="svg"]');
  if (button) picture(document.getElementById(button.dataset.card), button.dataset.tool);
});
