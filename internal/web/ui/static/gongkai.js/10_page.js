// Niceties only: every page works without this file.
(() => {
  "use strict";

  // A print button exists only where it can work.
  for (const place of document.querySelectorAll("[data-print]")) {
    place.hidden = false;
    place.addEventListener("click", event => { event.preventDefault(); window.print(); });
  }

  // A window opened for one page closes; any other goes where the link leads.
  for (const link of document.querySelectorAll("[data-close]")) {
    link.addEventListener("click", event => {
      event.preventDefault();
      window.close();
      setTimeout(() => location.assign(link.href), 150);
    });
  }

  // A choice in a filter takes effect at once; its button stays for the keyboard.
  for (const form of document.querySelectorAll("form[data-auto]")) {
    for (const select of form.querySelectorAll("select")) {
      let keyed = false; // arrow keys walk through the choices; wait for Enter or leaving
      select.addEventListener("keydown", event => { keyed = event.key !== "Enter"; });
      select.addEventListener("pointerdown", () => { keyed = false; });
      select.addEventListener("change", () => { if (!keyed) form.requestSubmit(); });
    }
  }

  // Leaving a form with unsaved changes asks first.
  for (const form of document.querySelectorAll("form[data-guard]")) {
    let changed = false;
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
    window.addEventListener("beforeunload", event => { if (changed) event.preventDefault(); });
  }

  // A refused form begins at its list of errors.
  const errors = document.querySelector(".g-errors");
  if (errors) errors.focus();
})();
