/* A view that was opened by a ready question has it as its heading; once the reader chooses otherwise, the question is
 * no longer what the view answers, and the page's own heading comes back. */
import { onChange } from "./page.js";

onChange(() => {
  if (new URLSearchParams(location.search).has("question")) return;
  for (const asked of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".asked"))) {
    const heading = document.createElement("h1");
    heading.textContent = asked.dataset.heading || "";
    asked.replaceWith(heading);
  }
});
