"use strict";
/* A field to draw a signature in: strokes in thousandths of the field, kept as text; without scripts it is not there. */
(() => {
  document.querySelectorAll("[data-sign]").forEach((field) => {
    const svg = field.querySelector("svg");
    const kept = field.querySelector("input");
    let strokes = [];
    let line = null;
    const at = (event) => {
      const box = svg.getBoundingClientRect();
      const part = (value, from, length) => Math.round(Math.min(1, Math.max(0, (value - from) / length)) * 1000);
      return [part(event.clientX, box.left, box.width), part(event.clientY, box.top, box.height)];
    };
    const keep = () => { kept.value = strokes.map((stroke) => stroke.map((point) => point.join(",")).join(" ")).join(";").slice(0, 20000); };
    const draw = () => line.setAttribute("points", strokes[strokes.length - 1].map(([x, y]) => `${x},${y / 3}`).join(" "));
    svg.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      svg.setPointerCapture(event.pointerId);
      strokes.push([at(event)]);
      line = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
      svg.append(line);
      draw();
    });
    svg.addEventListener("pointermove", (event) => { if (line) { strokes[strokes.length - 1].push(at(event)); draw(); } });
    svg.addEventListener("pointerup", () => { line = null; keep(); });
    field.querySelector("[data-sign-clear]").addEventListener("click", () => { strokes = []; svg.replaceChildren(); keep(); });
    field.hidden = false;
  });
})();
