/* A card over the whole screen, for a projector: its picture, with every name and number large enough for the last
 * row. A phone scrolls the card itself, and so does a screen until the picture has come, or where it can't. */
import { onChange, within } from "./page.js";
import { phone, pictureOf } from "./pictures.js";

/* Of the two pictures for screens the one whose shape is nearer. */
const WIDE = 1.55;

/** @param {Element} card */
async function picture(card) {
  const asked = phone.matches ? null : pictureOf(card, innerWidth / innerHeight < WIDE ? "screen" : "");
  const text = await Promise.resolve(asked)
    .then((answer) => answer?.text())
    .catch(() => ""); // without network the card stays as it is
  if (!text || document.fullscreenElement !== card) return;
  const drawn = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  drawn.classList.add("screen");
  clear(card);
  card.append(document.importNode(drawn, true));
  card.classList.add("is-pictured");
}

/** @param {Element} card */
function clear(card) {
  card.querySelector(":scope > .screen")?.remove();
  card.classList.remove("is-pictured");
}

/* The button of the card on the whole screen says and does the opposite, also once the card is written anew. */
function nameButtons() {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll('[data-tool="full"]');
  const full = Boolean(document.fullscreenElement);
  for (const button of buttons) {
    if (full === button.hasAttribute("data-full")) continue;
    const name = button.textContent || "";
    button.textContent = button.dataset.other || "";
    button.dataset.other = name;
    button.toggleAttribute("data-full", full);
  }
}

/* Phones that give the whole screen to films alone get no button for it. */
if (!document.fullscreenEnabled) document.documentElement.classList.add("windowed");

onChange(() => {
  nameButtons();
  if (document.fullscreenElement) picture(document.fullscreenElement);
});

document.addEventListener("fullscreenchange", () => {
  nameButtons();
  for (const card of document.querySelectorAll(".is-pictured")) clear(card);
  if (document.fullscreenElement) picture(document.fullscreenElement);
});

document.addEventListener("click", (event) => {
  const button = within(event, '[data-tool="full"]');
  if (!button) return;
  const card = document.getElementById(button.dataset.card);
  /* The focus would stay on the button, and the space bar, a presenter's key, would leave. */
  if (!document.fullscreenElement) card?.requestFullscreen().then(() => button.blur());
  else document.exitFullscreen().then(() => button.focus());
});
