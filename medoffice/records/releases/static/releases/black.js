"use strict";
/* What is blacked out of pages, drawn on them: by mouse (draw, drag, a corner sizes), by keyboard (n makes a box, the arrows move
   it, with Shift they size it) and by the buttons. What is drawn is what the field says, and what is typed there is drawn. */
(() => {
  const form = document.querySelector("[data-blacks]");
  if (!form) return;
  const field = form.elements.black;
  const leaves = [...document.querySelectorAll("[data-leaf]")];
  const told = document.querySelector("[data-black-says]");
  const first = field.value;
  const STEP = 5; /* thousandths of the page: half a hundredth */
  const PART = /^(\d{1,3}(?:\.\d)?)\s*-\s*(\d{1,3}(?:\.\d)?)(?:\s*x\s*(\d{1,3}(?:\.\d)?)\s*-\s*(\d{1,3}(?:\.\d)?))?$/;
  let boxes = [];
  let at = null; /* the box at hand */
  let before = []; /* what the field said, for undo */
  const say = (words) => { told.textContent = words; };
  const leafOf = (page) => leaves.find((leaf) => Number(leaf.dataset.leaf) === page);
  const per = (side) => String(side / 10);
  const placed = (box) => `from ${per(box.top)} to ${per(box.bottom)} down, ${per(box.left)} to ${per(box.right)} across`;

  /* The field's words and the boxes: the grammar of rules/ranges.py. Null where they cannot be read. */
  const read = (text) => {
    const found = [];
    for (const part of text.toLowerCase().split(";").map((one) => one.trim()).filter(Boolean)) {
      const [page, bands] = part.split(":");
      if (bands === undefined || !leafOf(Number(page))) return null;
      for (const band of bands.split(",")) {
        const sides = PART.exec(band.trim());
        if (!sides) return null;
        const [top, bottom, left, right] = [sides[1], sides[2], sides[3] || "0", sides[4] || "100"].map((side) => Math.round(Number(side) * 10));
        if (bottom <= top || right <= left || bottom > 1000 || right > 1000) return null;
        found.push({ page: Number(page), top, bottom, left, right });
      }
    }
    return found;
  };
  const written = () => leaves.map((leaf) => Number(leaf.dataset.leaf)).map((page) => {
    const here = boxes.filter((box) => box.page === page);
    const words = here.map((box) => `${per(box.top)}-${per(box.bottom)}` + (box.left === 0 && box.right === 1000 ? "" : ` x ${per(box.left)}-${per(box.right)}`));
    return here.length ? `${page}: ${words.join(", ")}` : "";
  }).filter(Boolean).join("; ");

  const put = (box) => {
    const [across, down] = [box.right - box.left, box.bottom - box.top];
    Object.assign(box.el.style, { left: per(box.left) + "%", top: per(box.top) + "%", width: per(across) + "%", height: per(down) + "%" });
    box.el.setAttribute("aria-label", `Black on page ${box.page}, ${placed(box)}`);
  };
  const show = () => {
    document.querySelectorAll(".black").forEach((el) => el.remove());
    boxes.forEach((box) => {
      box.el = document.createElement("button");
      box.el.type = "button";
      box.el.className = "black";
      box.el.append(document.createElement("i"));
      box.el.addEventListener("focus", () => take(box));
      leafOf(box.page).append(box.el);
      put(box);
    });
    take(at && boxes.includes(at) ? at : null);
  };
  const take = (box) => {
    at = box;
    boxes.forEach((one) => one.el.toggleAttribute("data-taken", one === box));
    document.querySelectorAll("[data-black]").forEach((button) => {
      button.disabled = button.dataset.black === "undo" ? before.length === 0 : button.dataset.black !== "new" && button.dataset.black !== "goes" && !at;
    });
  };
  const remember = () => { before.push(field.value); before = before.slice(-200); };
  const keep = () => {
    field.value = written();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    look(false);
    take(at);
  };
  const drawn = () => {
    const found = read(field.value);
    if (!found) { say("What stands under Black cannot be read. Mend it there, then draw."); return; }
    boxes = found;
    at = null;
    show();
  };

  const inside = (side) => Math.max(0, Math.min(1000, side));
  const change = (box, verb, [across, down], step) => {
    if (verb === "move") {
      const right = Math.max(-box.left, Math.min(1000 - box.right, across * step));
      const below = Math.max(-box.top, Math.min(1000 - box.bottom, down * step));
      Object.assign(box, { left: box.left + right, right: box.right + right, top: box.top + below, bottom: box.bottom + below });
    } else {
      box.right = Math.max(box.left + STEP, inside(box.right + across * step));
      box.bottom = Math.max(box.top + STEP, inside(box.bottom + down * step));
    }
    put(box);
    box.el.scrollIntoView({ block: "nearest", inline: "nearest" });
    say(`Page ${box.page}, ${placed(box)}`);
  };
  /* A new one stands in the middle of what is seen of the page that is seen most. */
  const add = () => {
    const seen = leaves.map((leaf) => {
      const { top, bottom, height } = leaf.getBoundingClientRect();
      const pane = leaf.closest(".pane").getBoundingClientRect();
      const [from, to] = [Math.max(top, pane.top), Math.min(bottom, pane.bottom)];
      return { leaf, much: to - from, middle: height ? ((from + to) / 2 - top) / height : 0.5 };
    }).sort((one, two) => two.much - one.much)[0];
    const middle = Math.round(Math.max(20, Math.min(980, seen.middle * 1000)));
    remember();
    boxes.push({ page: Number(seen.leaf.dataset.leaf), top: middle - 15, bottom: middle + 15, left: 100, right: 500 });
    at = boxes[boxes.length - 1];
    show();
    keep();
    at.el.focus({ preventScroll: true });
    say(`A new box on page ${at.page}, ${placed(at)}`);
  };
  const remove = () => {
    remember();
    const place = boxes.indexOf(at);
    boxes.splice(place, 1);
    at = boxes[Math.min(place, boxes.length - 1)] || null;
    show();
    keep();
    (at ? at.el : document.querySelector("[data-black=new]")).focus({ preventScroll: true });
    say("Taken away.");
  };
  const undo = () => {
    if (!before.length) return;
    field.value = before.pop();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    drawn();
    say("Undone.");
  };
  /* As it would go: the picture the office's machine makes of what is kept. What is only drawn is not in it. */
  const look = (goes) => {
    const button = document.querySelector("[data-black=goes]");
    if (goes && field.value !== first) { say("Keep what is drawn first; then it is shown as it would go."); return; }
    if ((button.getAttribute("aria-pressed") === "true") === goes) return;
    button.setAttribute("aria-pressed", String(goes));
    leaves.forEach((leaf) => {
      const picture = leaf.querySelector("img[data-bare]");
      picture.src = goes ? picture.dataset.goes : picture.dataset.bare;
      leaf.toggleAttribute("data-goes-so", goes);
    });
  };
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const arrow = (key, sizes, repeats) => {
    if (!repeats) remember();
    change(at, sizes ? "size" : "move", ways[key], repeats ? 2 * STEP : STEP);
    keep();
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-black]");
    if (!button) return;
    const verb = button.dataset.black;
    if (verb === "new") add();
    else if (verb === "undo") undo();
    else if (verb === "goes") look(button.getAttribute("aria-pressed") !== "true");
    else if (at && verb === "delete") remove();
    else if (at) arrow(verb.split(" ")[1], verb.startsWith("size"), false);
  });
  document.addEventListener("keydown", (event) => {
    const el = document.activeElement;
    if (!at || event.ctrlKey || event.altKey || event.metaKey || el.matches("input, textarea, select") || document.querySelector("dialog[open]")) return;
    if (ways[event.key]) arrow(event.key, event.shiftKey, event.repeat);
    else if (["Delete", "Backspace"].includes(event.key)) { if (!event.repeat) remove(); }
    else if (event.key === "Escape") { el.blur(); take(null); say("No box is at hand."); }
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  /* By mouse or pen; a finger scrolls, and moves a box it lies on. Sides go outwards to a tenth of a hundredth. */
  let hand = null;
  const point = (leaf, event) => {
    const { left, top, width, height } = leaf.getBoundingClientRect();
    return [inside(((event.clientX - left) / width) * 1000), inside(((event.clientY - top) / height) * 1000)];
  };
  leaves.forEach((leaf) => {
    const page = Number(leaf.dataset.leaf);
    leaf.addEventListener("dragstart", (event) => event.preventDefault());
    leaf.addEventListener("pointerdown", (event) => {
      const box = boxes.find((one) => one.el.contains(event.target));
      if (event.button !== 0 || leaf.hasAttribute("data-goes-so") || (!box && event.pointerType === "touch")) return;
      event.preventDefault();
      hand = { box, leaf, from: point(leaf, event), sizes: event.target.matches(".black > i"), was: field.value, old: box && { ...box }, moved: false };
      leaf.setPointerCapture(event.pointerId);
      if (box) box.el.focus({ preventScroll: true });
    });
    leaf.addEventListener("pointermove", (event) => {
      if (!hand || hand.leaf !== leaf) return;
      const [x, y] = point(leaf, event);
      const [ox, oy] = hand.from;
      if (!hand.moved && Math.hypot(x - ox, y - oy) < 4) return;
      if (!hand.box) {
        hand.box = { page, left: ox, right: ox, top: oy, bottom: oy };
        boxes.push(hand.box);
        at = hand.box;
        show();
      }
      hand.moved = true;
      const box = hand.box;
      if (!hand.old) Object.assign(box, { left: Math.floor(Math.min(x, ox)), right: Math.ceil(Math.max(x, ox)), top: Math.floor(Math.min(y, oy)), bottom: Math.ceil(Math.max(y, oy)) });
      else { Object.assign(box, hand.old, { el: box.el }); change(box, hand.sizes ? "size" : "move", [Math.round(x - ox), Math.round(y - oy)], 1); }
      put(box);
    });
    leaf.addEventListener("pointerup", () => {
      if (hand && hand.moved) {
        before.push(hand.was);
        at = hand.box;
        Object.assign(at, { right: Math.max(at.right, at.left + 1), bottom: Math.max(at.bottom, at.top + 1) });
        keep();
        at.el.focus({ preventScroll: true });
        say(`Page ${page}, ${placed(at)}`);
      }
      hand = null;
    });
    leaf.addEventListener("pointercancel", () => { hand = null; drawn(); });
  });
  field.addEventListener("change", () => {
    if (field.value === written()) return;
    before.push(written());
    drawn();
  });
  document.querySelectorAll("img[data-bare]").forEach((picture) => { picture.src = picture.dataset.bare; });
  drawn();
})();
