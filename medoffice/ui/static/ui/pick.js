"use strict";
/* Comboboxes: the patient finder, pickers, the palette (words that begin as typed, else words that hold it). Enter takes only what is marked in an answer to what is typed. */
(() => {
  const box = (input) => document.getElementById(input.getAttribute("aria-controls"));
  const options = (input) => [...box(input).querySelectorAll("[role=option]:not([aria-disabled=true])")].filter((o) => !o.hidden);
  const chosen = (input) => options(input).find((o) => o.getAttribute("aria-selected") === "true");
  const stays = (input) => input.closest(".palette") || input.hasAttribute("data-stays"); /* its list is the page's, not one over it */
  const close = (input) => { if (stays(input)) return; box(input).replaceChildren(); input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };

  function mark(input, option) {
    options(input).forEach((o, i) => { o.id = o.id || `${box(input).id}-${i}`; o.setAttribute("aria-selected", o === option ? "true" : "false"); });
    if (option) { input.setAttribute("aria-activedescendant", option.id); option.scrollIntoView({ block: "nearest" }); }
    else input.removeAttribute("aria-activedescendant");
  }
  function take(input, option) {
    if (!option) return;
    if (!("value" in option.dataset)) { option.click(); return; }
    const many = input.closest(".picker").querySelector("[data-picked]");
    if (many) { pick(input, many, option); return; }
    const hidden = input.closest(".picker").querySelector("input[type=hidden]");
    hidden.value = option.dataset.value;
    input.value = option.dataset.text || option.textContent.trim();
    input.setCustomValidity("");
    close(input);
    hidden.dispatchEvent(new Event("change", { bubbles: true }));
    if (input.hasAttribute("data-sends")) hidden.form.requestSubmit();
    const then = input.dataset.then && document.getElementById(input.dataset.then);
    if (then) then.focus();
  }
  /* Of a picker that takes many each stands below, until it is taken off, and the field is free for the next. */
  function pick(input, many, option) {
    const name = option.dataset.text || option.textContent.trim();
    if (![...many.querySelectorAll("input")].some((one) => one.value === option.dataset.value)) {
      const one = many.parentElement.querySelector("template").content.cloneNode(true);
      one.querySelector("input").value = option.dataset.value;
      one.querySelector("bdi").textContent = name;
      one.querySelector("button").setAttribute("aria-label", `Take ${name} off`);
      many.append(one);
    }
    input.value = "";
    input.setCustomValidity("");
    close(input);
  }
  document.addEventListener("click", (event) => {
    const off = event.target.closest("[data-unpick]");
    if (!off) return;
    const picker = off.closest(".picker");
    off.closest(".picked").remove();
    picker.querySelector("[role=combobox]").focus();
  });

  function filter(input) {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const all = [...box(input).querySelectorAll("[role=option]")];
    const begins = (o) => words.every((w) => (" " + o.textContent.toLowerCase()).includes(" " + w));
    const fits = all.some(begins) ? begins : (o) => words.every((w) => o.textContent.toLowerCase().includes(w));
    all.forEach((o) => { o.hidden = !fits(o); });
    mark(input, options(input)[0]);
  }

  /* Where free words are taken too, a hit is marked unasked only if every typed word is a word of its own; on words half typed the first Enter marks, the next takes. */
  function meant(input) {
    const wordsOf = (text) => text.toLowerCase().split(/[^\p{L}\p{N}.]+/u).filter(Boolean);
    const typed = wordsOf(input.value);
    const hits = options(input);
    return hits.find((o) => { const own = wordsOf([...o.children].map((part) => part.textContent).join(" ")); return !(o.hasAttribute("data-typed") && hits.length > 1) && typed.every((w) => own.includes(w)); });
  }

  document.addEventListener("input", (event) => {
    const input = event.target.closest("[role=combobox]");
    if (!input) return;
    if (input.closest(".palette")) { filter(input); return; }
    delete input.dataset.enter;
    box(input).setAttribute("aria-busy", "true");
    const many = input.closest(".picker") && input.closest(".picker").querySelector("[data-picked]");
    if (many) { input.setCustomValidity(input.value ? "Choose one from the list." : ""); return; }
    const hidden = input.closest(".picker") && input.closest(".picker").querySelector("input[type=hidden]");
    if (hidden) { const was = hidden.value; hidden.value = ""; if (was) hidden.dispatchEvent(new Event("change", { bubbles: true })); if (!input.hasAttribute("data-free")) input.setCustomValidity(input.value || input.required ? "Choose one from the list." : ""); }
  });
  /* An answer counts only if it answers what stands in the field now; until then the list is busy and Enter waits. */
  document.addEventListener("htmx:before:request", (event) => { if (event.target.matches("[role=combobox]")) event.detail.ctx.asked = event.target.value; });
  document.addEventListener("htmx:after:swap", (event) => {
    const input = event.target;
    if (!input.matches || !input.matches("[role=combobox]") || event.detail.ctx.asked !== input.value) return;
    const hits = box(input);
    hits.removeAttribute("aria-busy");
    input.setAttribute("aria-expanded", hits.childElementCount ? "true" : "false");
    mark(input, input.hasAttribute("data-free") ? meant(input) : options(input)[0]);
    if (input.dataset.enter && options(input).length === 1) take(input, options(input)[0]);
    delete input.dataset.enter;
  });
  /* Words typed in the instant before htmx listens are asked for as soon as it does. */
  document.addEventListener("htmx:after:init", (event) => {
    const input = event.target;
    if (!input.matches("[role=combobox]") || box(input).getAttribute("aria-busy") !== "true") return;
    const enter = input.dataset.enter;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    if (enter) input.dataset.enter = enter;
  });
  document.addEventListener("keydown", (event) => {
    const input = event.target.closest && event.target.closest("[role=combobox]");
    if (!input || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = options(input);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length) {
      event.preventDefault();
      const at = all.indexOf(chosen(input));
      mark(input, all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length]);
    } else if (event.key === "Enter" && (input.id === "finder" || box(input).childElementCount || box(input).hasAttribute("aria-busy"))) {
      event.preventDefault();
      if (box(input).hasAttribute("aria-busy")) input.dataset.enter = "yes";
      else if (chosen(input)) take(input, chosen(input));
      else mark(input, all[0]);
    } else if (event.key === "Escape" && !stays(input) && box(input).childElementCount) {
      event.preventDefault();
      close(input);
    } else if (event.key === "Tab" && !input.closest("dialog")) close(input);
  });
  document.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option][data-value]");
    if (option) { event.preventDefault(); take(document.querySelector(`[aria-controls="${option.closest("[role=listbox]").id}"]`), option); return; }
    document.querySelectorAll("[role=combobox][aria-expanded=true]").forEach((input) => { if (!input.closest(".palette") && !box(input).contains(event.target) && event.target !== input) close(input); });
  });
})();
