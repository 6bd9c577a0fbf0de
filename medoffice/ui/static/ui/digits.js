"use strict";
/* A digit that is an answer goes on to the next question; after the last one all are kept, or the button is next. */
document.querySelectorAll("[data-digits]").forEach((form) => {
  const fields = [...form.querySelectorAll("[data-answers] input")];
  const next = form.querySelector("#why") || form.querySelector("button");
  form.addEventListener("input", ({ target }) => {
    const place = fields.indexOf(target);
    if (place < 0 || !/^[0-9]$/.test(target.value)) return;
    if (Number(target.value) >= Number(target.closest("[data-answers]").dataset.answers)) { target.select(); return; }
    const empty = fields.find((field) => !field.value);
    if (!fields[place + 1] && "keeps" in form.dataset && !empty) { form.requestSubmit(); return; }
    (fields[place + 1] || ("keeps" in form.dataset && empty) || next).focus();
    if (fields[place + 1]) fields[place + 1].select();
  });
  form.addEventListener("focusin", ({ target }) => { if (fields.includes(target)) target.select(); });
});
