/* What pages with choices have in the place of first.js: that, and what answers choices, so that a first choice waits
 * for nothing but the page of its view. */
import "./first.js";
import "./views.js";
import "./map.js";
import "./telling.js";
import "./renewing.js";
