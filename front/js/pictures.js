/* The picture of a card as the server draws it: for a slide, a message, the clipboard. Without this file it is still
 * a link to an SVG file. */
import { flash, within, words } from "./page.js";
import { smallPng } from "./png.js";

export const phone = matchMedia("(max-width: 47.99rem)");

/* Only a page on a safe connection may write to the clipboard. */
if (!navigator.clipboard?.write) document.documentElement.classList.add("no-clipboard");

/**
 * The picture of this view, in a size of `FORMATS` (figures/picture_plate.py).
 * @param {Element} part A card, or something in it that stands beside the link to its picture.
 * @param {string} size Empty for that of a slide.
 * @returns {Promise<Response> | null} Null for a card without pictures.
 */
export function pictureOf(part, size) {
  const tools = part.closest(".tools") || part;
  /** @type {HTMLAnchorElement | null} */
  const link = tools.querySelector('a[data-tool="svg"]');
  if (!link) return null;
  const address = new URL(link.href);
  if (size) address.searchParams.set("size", size);
  return fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer;
  });
}

/** @param {Response} answer */
function nameOf(answer) {
  const named = /filename="(.+)\.svg"/.exec(answer.headers.get("Content-Disposition") || "");
  return `${named ? named[1] : "picture"}.png`;
}

/**
 * @param {Response} answer
 * @returns {Promise<Blob>}
 */
async function asPng(answer) {
  const svg = await answer.text();
  const source = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  URL.revokeObjectURL(source);
  return (await smallPng(canvas, svg)) || ownPng(canvas);
}

/**
 * The browser's own file of a canvas.
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Blob>}
 */
function ownPng(canvas) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((file) => (file ? resolve(file) : reject(new Error("no picture"))), "image/png");
  });
}

/**
 * @param {Blob} file
 * @param {string} name
 */
function save(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {HTMLElement} button */
async function take(button) {
  const answer = await pictureOf(button, button.dataset.size || "");
  if (answer) save(await asPng(answer), nameOf(answer));
}

/** @param {HTMLElement} button */
async function copy(button) {
  const file = Promise.resolve(pictureOf(button, "")).then((answer) => answer && asPng(answer));
  await navigator.clipboard.write([new ClipboardItem({ "image/png": /** @type {Promise<Blob>} */ (file) })]);
  flash(button, words.copied_picture);
}

document.addEventListener("click", async (event) => {
  const button = within(event, '[data-tool="png"], [data-tool="copy"]');
  if (!button) return;
  button.setAttribute("aria-busy", "true");
  try {
    await (button.dataset.tool === "png" ? take(button) : copy(button));
  } catch {
    flash(button, words.failed);
  }
  button.removeAttribute("aria-busy");
});
