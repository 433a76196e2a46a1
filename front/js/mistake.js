/* "Une erreur ?": the ready text speaks of the view that is shown now; it can be copied and shared. */
import { flash, within, words } from "./page.js";
import { copyText } from "./tools.js";

const box = /** @type {HTMLElement | null} */ (document.getElementById("mistake"));

function ready() {
  return box?.querySelector("[data-ready='true']")?.textContent || "";
}

if (box) {
  const tellAddress = () => {
    const address = box.querySelector("[data-here]");
    if (address) address.textContent = location.href;
  };
  box.addEventListener("toggle", tellAddress);
  if (box.hasAttribute("open")) tellAddress();
  box.addEventListener("click", async (event) => {
    const button = within(event, "button[data-ready]");
    if (button?.dataset.ready === "copy") {
      const done = () => flash(button, words.copied);
      await copyText(ready(), box).then(done, () => undefined);
    } else if (button?.dataset.ready === "share" && navigator.share) {
      navigator.share({ text: ready() }).catch(() => undefined);
    }
  });
}
