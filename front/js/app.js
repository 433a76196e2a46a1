/* What a page does for who chooses: the first touch sends for it (first.js), and more.js comes after it. The page is
 * complete before both, and without them. */
import "./charts.js";
import "./form.js";
import "./telling.js";
import "./tools.js";
import "./menus.js";
import "./map.js";
import "./views.js";
import "./mistake.js";
import "./search.js";
import "./paper.js";
