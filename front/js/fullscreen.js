/* A card over the whole screen, for a projector: its picture, with every name and number large enough for the last
 * row; arrows turn to the other charts of the page. A phone scrolls the card itself, and so does a screen until the
 * picture has come, or where it can't. */
import { onChange, within, words } from "./page.js";
import { phone, pictureOf } from "./pictures.js";

/* Of the two pictures for screens the one whose shape is nearer. */
const WIDE = 1.55;

/* Keys of keyboards and of what presenters hold in their hands: how many charts further. */
/** @type {Record<string, number>} */
const TURNS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/* Whose picture the card on the whole screen shows: its own, or that of another card of the page. */
/** @type {Element | null} */
let shown = null;

/**
 * @param {Element} stage The card on the whole screen.
 * @param {Element} card Whose picture to show there.
 */
async function picture(stage, card) {
  const before = shown;
  shown = card;
  const asked = phone.matches ? null : pictureOf(card, innerWidth / innerHeight < WIDE ? "screen" : "");
  const text = await Promise.resolve(asked)
    .then((answer) => answer?.text())
    .catch(() => ""); // without network the screen stays as it is
  if (shown !== card || document.fullscreenElement !== stage) return;
  if (!text) {
    shown = before;
    return;
  }
  const drawn = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  drawn.classList.add("screen");
  clear(stage);
  stage.append(document.importNode(drawn, true));
  if (pictured().length > 1) stage.append(keys());
  stage.classList.add("is-pictured");
}

/** What the keys do, in words. */
function keys() {
  const told = document.createElement("p");
  told.className = "screen-keys";
  told.textContent = words.turn;
  return told;
}

/** @param {Element} card */
function clear(card) {
  for (const part of card.querySelectorAll(":scope > :is(.screen, .screen-keys)")) part.remove();
  card.classList.remove("is-pictured");
}

/** @returns {HTMLElement[]} The buttons of all cards. */
function buttons() {
  return Array.from(document.querySelectorAll('[data-tool="full"]'));
}

/** @param {HTMLElement | undefined} button */
function cardOf(button) {
  return document.getElementById(button?.dataset.card || "");
}

/**
 * The cards of the page whose picture can be shown, in its order; what is folded away is left out.
 * @returns {(Element | null)[]}
 */
function pictured() {
  return buttons()
    .map(cardOf)
    .filter((card) => card?.checkVisibility() && card.querySelector('a[data-tool="svg"]'));
}

/** @param {number} by */
function turn(by) {
  const stage = document.fullscreenElement;
  const cards = pictured();
  const next = cards[cards.indexOf(shown) + by];
  if (stage && next) picture(stage, next);
}

/* The button of the card on the whole screen says and does the opposite, also once the card is written anew. */
function nameButtons() {
  const full = Boolean(document.fullscreenElement);
  for (const button of buttons()) {
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
  const stage = document.fullscreenElement;
  if (stage) picture(stage, shown?.isConnected ? shown : stage);
});

document.addEventListener("fullscreenchange", () => {
  const stage = document.fullscreenElement;
  nameButtons();
  for (const card of document.querySelectorAll(".is-pictured")) {
    clear(card);
    if (shown && shown !== card) buttonOf(shown)?.focus(); // the page goes on where the screen was left
  }
  shown = null;
  if (stage) picture(stage, stage);
});

/** @param {Element | null} card */
function buttonOf(card) {
  return card && buttons().find((button) => cardOf(button) === card);
}

document.addEventListener("keydown", (event) => {
  const by = TURNS[event.key];
  if (!by || !document.fullscreenElement?.matches(".is-pictured")) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  turn(by);
});

document.addEventListener("click", (event) => {
  const button = within(event, '[data-tool="full"]');
  if (!button) return;
  const card = cardOf(button);
  /* The focus would stay on the button, and the space bar, a presenter's key, would leave. */
  if (!document.fullscreenElement) card?.requestFullscreen().then(() => button.blur());
  else {
    const back = buttonOf(shown) || button;
    document.exitFullscreen().then(() => back.focus());
  }
});
