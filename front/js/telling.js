/* One voice per page tells what a choice has changed: the first sentence of each part that reads otherwise now; where
 * none does, what was chosen. */
import { onChange, within } from "./page.js";

/** @type {HTMLElement | null} */
const voice = document.querySelector(".choice-word [data-updated]");

function sentences() {
  return new Map(
    Array.from(document.querySelectorAll("[data-told]"), (part) => [
      part.id,
      ((part.querySelector("h1, h2, p") || part).textContent || "").trim(),
    ]),
  );
}

let before = sentences();
let choice = "";

document.addEventListener("change", (event) => {
  const field = within(event, "form.choices select, form.choices input");
  choice = (field?.selectedOptions?.[0] || field?.closest("label"))?.textContent.trim() || "";
});

onChange(() => {
  const now = sentences();
  const said = [...now].filter(([id, text]) => text && text !== before.get(id)).map(([, text]) => text);
  before = now;
  if (voice) voice.textContent = `${voice.dataset.updated} ${said.join(" ") || choice}`;
});
