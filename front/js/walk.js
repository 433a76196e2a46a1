/* A map is one stop on the way of the keyboard: from there arrows walk from place to place, the nearest on that side
 * first. Without this file each place is a stop of its own. */
import { onChange, within } from "./page.js";

/* Across and down, for each key. */
/** @type {Record<string, [number, number]>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/* How much further a place counts as that lies aside of the way. */
const ASIDE = 2;

/**
 * @param {Element} picture
 * @returns {SVGAElement[]}
 */
function placesOf(picture) {
  return Array.from(picture.querySelectorAll("a.place"));
}

/**
 * Makes one place the stop of its map.
 * @param {SVGAElement[]} places
 * @param {SVGAElement | undefined} stop
 */
function stopAt(places, stop) {
  for (const place of places) place.setAttribute("tabindex", place === stop ? "0" : "-1");
}

function prepare() {
  for (const picture of document.querySelectorAll(".map-picture")) {
    const places = placesOf(picture);
    stopAt(places, places.find((place) => place.hasAttribute("aria-current")) || places[0]);
  }
}

/** @param {SVGAElement} place */
function middle(place) {
  const box = place.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/**
 * The place that comes next on a way.
 * @param {SVGAElement[]} places
 * @param {SVGAElement} here
 * @param {[number, number]} way
 */
function next(places, here, [across, down]) {
  const [x, y] = middle(here);
  /** @param {SVGAElement} place */
  const far = (place) => {
    const [right, below] = middle(place).map((at, side) => at - (side ? y : x));
    const ahead = right * across + below * down;
    return ahead < 1 ? Number.POSITIVE_INFINITY : ahead + ASIDE * Math.abs(right * down + below * across);
  };
  const [nearest] = places
    .filter((place) => far(place) < Number.POSITIVE_INFINITY)
    .sort((a, b) => far(a) - far(b));
  return nearest;
}

document.addEventListener("keydown", (event) => {
  const way = WAYS[event.key];
  const here = way && within(event, ".map-picture a.place");
  if (!here || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  next(placesOf(here.closest(".map-picture")), here, way)?.focus();
});

/* Whatever gives a place the focus, there the keyboard goes on. */
document.addEventListener("focusin", (event) => {
  const here = within(event, ".map-picture a.place");
  if (here) stopAt(placesOf(here.closest(".map-picture")), here);
});

onChange(prepare);
prepare();
