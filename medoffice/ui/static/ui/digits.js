"use strict";
/* A digit that is an answer goes on to the next question, and after the last one to the button. */
document.querySelectorAll("[data-digits]").forEach((form) => {
  const fields = [...form.querySelectorAll("[data-answers] input")];
  const next = form.querySelector("#why") || form.querySelector("button");
  form.addEventListener("input", ({ target }) => {
    const place = fields.indexOf(target);
    if (place < 0 || !/^[0-9]$/.test(target.value)) return;
    if (Number(target.value) >= Number(target.closest("[data-answers]").dataset.answers)) { target.select(); return; }
    (fields[place + 1] || next).focus();
    if (fields[place + 1]) fields[place + 1].select();
  });
  form.addEventListener("focusin", ({ target }) => { if (fields.includes(target)) target.select(); });
});
