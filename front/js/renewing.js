/* What takes the page anew when the server has newer data or newer code. New data may bring a newer year: who reads one
 * stays there. A choice that met the new data is taken along. */
import { chosen } from "./form.js";
import { lasting, within } from "./page.js";

document.addEventListener("click", (event) => {
  if (!within(event, '[data-tool="reload"]')) return;
  const query = lasting(chosen());
  if (query === location.search.slice(1)) location.reload();
  else location.replace(`${location.pathname}?${query}${location.hash}`);
});
