/* What a page does for who touches it, beside choices, which it does not keep waiting. */
import "./copying.js";
import "./walk.js";
import "./pictures.js";
import "./fullscreen.js";
import "./acronyms.js";
import "./question.js";
import "./offline.js";
import "./to-meeting.js";
