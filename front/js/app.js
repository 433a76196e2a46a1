/* What a page does for who touches it: the first touch sends for it (first.js). The page is complete before, and
 * without it. */
import "./charts.js";
import "./tools.js";
import "./menus.js";
import "./mistake.js";
import "./search.js";
import "./paper.js";
import "./copying.js";
import "./naming.js";
import "./walk.js";
import "./pictures.js";
import "./fullscreen.js";
import "./acronyms.js";
import "./question.js";
import "./offline.js";
import "./to-meeting.js";
