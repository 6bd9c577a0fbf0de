"use strict";
/* One's own keys: whoever presses "Learn" presses the key or steps on the pedal, and its name stands in the field. */
(() => {
  const dialog = document.getElementById("learn");
  if (!dialog) return;
  let field = null;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-learns]");
    if (!button) return;
    field = document.getElementById(button.dataset.learns);
    dialog.showModal();
    dialog.querySelector("[data-shows=learns]").textContent = button.dataset.says.replace("learn: ", "");
  });
  document.addEventListener("keydown", (event) => { /* before any other who listens: it is learned, and does nothing */
    if (!dialog.open) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (["Control", "Alt", "Shift", "Meta"].includes(event.key) || event.repeat) return;
    if (event.key !== "Escape") {
      field.value = event.key === "Delete" ? "" : event.key === " " ? "Space" : keyOf(event);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    dialog.close();
    field.focus();
  }, true);
})();
