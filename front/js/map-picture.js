// @ts-nocheck: goes when the server composes pictures
/* The map as a file: the picture carries its heading, sentence, legend and source. */
import { within } from "./page.js";

const KEPT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "paint-order",
  "dominant-baseline",
  "display",
];

function styled(source, copy) {
  const style = getComputedStyle(source);
  KEPT.forEach((name) => {
    copy.style.setProperty(name, style.getPropertyValue(name));
  });
  Array.prototype.forEach.call(source.children, (child, index) => {
    styled(child, copy.children[index]);
  });
}

function shapesOf(picture) {
  const files = {};
  picture.querySelectorAll("use").forEach((use) => {
    files[use.getAttribute("href").split("#")[0]] = null;
  });
  return Promise.all(
    Object.keys(files).map((address) =>
      fetch(address)
        .then((answer) => answer.text())
        .then((text) => {
          files[address] = new DOMParser().parseFromString(text, "image/svg+xml");
        }),
    ),
  ).then(() => files);
}

function text(words, y, size, weight) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", "text");
  node.setAttribute("x", 20);
  node.setAttribute("y", y);
  node.setAttribute(
    "style",
    `font: ${weight} ${size}px sans-serif; fill: ${getComputedStyle(document.body).color}`,
  );
  node.textContent = words;
  return node;
}

function lines(words, most) {
  return words.split(/\s+/).reduce((all, word) => {
    const last = all[all.length - 1];
    if (last && `${last} ${word}`.length <= most) {
      all[all.length - 1] = `${last} ${word}`;
    } else {
      all.push(word);
    }
    return all;
  }, []);
}

function said(card, part) {
  const node = card.querySelector(part);
  return node ? node.textContent.trim() : "";
}

/* Swatches and names in as many rows as the width needs; gives the number of rows. */
function drawLegend(card, svg, top, width) {
  let x = 20;
  let row = 0;
  card.querySelectorAll(".map-legend li").forEach((item) => {
    const parts = Array.prototype.map.call(item.querySelectorAll("span"), (part) => part.textContent.trim());
    const words = `${parts[1]} (${parts[2]})`;
    const long = 60 + words.length * 10;
    if (x + long > width) {
      x = 20;
      row += 1;
    }
    const swatch = item.querySelector(".swatch");
    const square = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const hatched = swatch.classList.contains("is-uncovered");
    const fill = hatched ? "url(#map-hatch)" : getComputedStyle(swatch).backgroundColor;
    Object.entries({
      x: x,
      y: top + row * 30 - 18,
      width: 22,
      height: 22,
      stroke: getComputedStyle(swatch).borderTopColor,
      fill: fill,
    }).forEach((pair) => {
      square.setAttribute(pair[0], pair[1]);
    });
    if (swatch.classList.contains("is-filtered")) {
      square.setAttribute("stroke-dasharray", "3 3");
    }
    const name = text(words, top + row * 30, 18, 400);
    name.setAttribute("x", x + 32);
    svg.appendChild(square);
    svg.appendChild(name);
    x += long;
  });
  return row + 1;
}

function whole(card, picture, files) {
  const box = picture.viewBox.baseVal;
  const copy = picture.cloneNode(true);
  styled(picture, copy);
  copy.querySelectorAll("use").forEach((use) => {
    const parts = use.getAttribute("href").split("#");
    const shape = files[parts[0]].getElementById(parts[1]).cloneNode(true);
    shape.removeAttribute("id");
    shape.setAttribute("style", use.getAttribute("style"));
    if (use.getAttribute("fill")) {
      shape.style.setProperty("fill", use.getAttribute("fill"));
    }
    use.replaceWith(shape);
  });
  const above = [[said(card, "h2"), 34, 700]].concat(
    lines(said(card, ".finding"), 80).map((line) => [line, 22, 400]),
  );
  const below = lines(`${said(card, ".card-foot .source")} · ${location.href}`, 100).concat(
    lines(said(card, ".disclaimer"), 100),
    lines(said(card, ".credit"), 100),
  );
  const top = 20 + above.length * 40;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const legend = drawLegend(card, svg, top + box.height + 30, box.width);
  const height = top + box.height + 30 + legend * 30 + below.length * 26;
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("viewBox", `0 0 ${box.width} ${height}`);
  svg.setAttribute("width", box.width);
  svg.setAttribute("height", height);
  svg.style.background = getComputedStyle(document.documentElement).backgroundColor;
  above.forEach((line, index) => {
    svg.appendChild(text(line[0], 44 + index * 38, line[1], line[2]));
  });
  copy.setAttribute("y", top);
  copy.setAttribute("width", box.width);
  copy.setAttribute("height", box.height);
  svg.appendChild(copy);
  below.forEach((line, index) => {
    svg.appendChild(text(line, top + box.height + 24 + legend * 30 + index * 26, 18, 400));
  });
  return svg;
}

function save(address, name) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

function asPng(source, svg, name) {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = 2 * svg.getAttribute("width");
    canvas.height = 2 * svg.getAttribute("height");
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    save(canvas.toDataURL("image/png"), name);
  };
  image.src = source;
}

document.addEventListener(
  "click",
  (event) => {
    const button = within(event, '[data-tool="png"], [data-tool="svg"]');
    const card = button && document.getElementById(button.dataset.card);
    const picture = card?.querySelector(".map-frame .map-picture");
    if (!picture) {
      return;
    }
    event.stopImmediatePropagation(); // the picture is the map itself, not the interactive one
    shapesOf(picture).then((files) => {
      const svg = whole(card, picture, files);
      const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
      const name = `${card.id}.${button.dataset.tool}`;
      if (button.dataset.tool === "svg") {
        save(source, name);
      } else {
        asPng(source, svg, name);
      }
    });
  },
  true,
);
