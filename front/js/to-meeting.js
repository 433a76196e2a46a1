/* A card goes to the end of the meeting that was begun in this window, not of the usual one. */
import { within } from "./page.js";

document.addEventListener("click", (event) => {
  const link = within(event, '[data-tool="meeting"]');
  if (!link) return;
  const begun = sessionStorage.getItem("meeting");
  if (begun) link.href += `${link.href.includes("?") ? "&" : "?"}begun=${encodeURIComponent(begun)}`;
});
