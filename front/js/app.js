/* All that a page does for who touches it; first.js sends for it. The page is complete before it, and without it. */
import "./charts.js";
import "./form.js";
import "./tools.js";
import "./copying.js";
import "./menus.js";
import "./map.js";
import "./walk.js";
import "./pictures.js";
import "./fullscreen.js";
import "./views.js";
import "./acronyms.js";
import "./question.js";
import "./mistake.js";
import "./search.js";
import "./paper.js";
import "./offline.js";
import "./to-meeting.js";
