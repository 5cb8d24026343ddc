/* The marks of a figure are links that lie over its drawing. Here their names are shown: under the
   pointer, for the mark that has the focus, and at the first tap, which opens a way to the record.
   A figure is one stop of the keyboard; arrows, Home and End go from mark to mark, Escape hides the
   name. The names that are shown are not read out, since each link says its own. */
(function () {
  "use strict";
  const MOST = 5; /* names of marks that lie on each other */
  const NEAR = 24; /* pixels: a finger need not hit more closely */
  const box = document.createElement("div");
  box.className = "mark-names";
  box.hidden = true;
  box.setAttribute("aria-hidden", "true");
  document.body.append(box);
  let shown = [];
  let leaving = 0;
  let isTouch = false;

  const nameOf = (mark) => mark.getAttribute("aria-label");

  function line(mark, more) {
    const part = document.createElement("a");
    part.href = mark.href.baseVal;
    part.tabIndex = -1;
    part.textContent = nameOf(mark) + more;
    return part;
  }

  /* below the marks, or above them where there is more room */
  function place(mark) {
    const at = mark.getBoundingClientRect();
    const edge = document.documentElement.clientWidth - box.offsetWidth - 8;
    const isBelow = at.bottom + box.offsetHeight + 16 < window.innerHeight || at.top < box.offsetHeight + 16;
    box.style.left = Math.max(8, Math.min(at.left, edge)) + "px";
    box.style.top = (isBelow ? at.bottom + 8 : at.top - box.offsetHeight - 8) + "px";
  }

  function show(marks, more) {
    window.clearTimeout(leaving);
    if (!marks.length) return;
    if (!box.hidden && marks.length === shown.length && marks.every((mark, n) => mark === shown[n])) return;
    hide();
    shown = marks;
    box.replaceChildren(...marks.slice(0, MOST).map((mark) => line(mark, more)));
    if (marks.length > MOST) box.append("and " + (marks.length - MOST) + " more: see the table");
    for (const mark of marks) mark.classList.add("named");
    box.classList.toggle("tapped", isTouch);
    box.hidden = false;
    place(marks[0]);
  }

  function hide() {
    window.clearTimeout(leaving);
    for (const mark of shown) mark.classList.remove("named");
    shown = [];
    box.hidden = true;
  }

  function hideSoon() {
    window.clearTimeout(leaving);
    leaving = window.setTimeout(hide, 250);
  }

  function under(svg, x, y) {
    const found = document.elementsFromPoint(x, y).map((part) => part.closest("a"));
    return [...new Set(found)].filter((mark) => mark && mark.parentNode === svg);
  }

  function nearest(svg, x, y) {
    let best = null;
    let least = NEAR;
    for (const mark of svg.children) {
      const at = mark.getBoundingClientRect();
      const away = Math.hypot(
        Math.max(at.left - x, 0, x - at.right),
        Math.max(at.top - y, 0, y - at.bottom)
      );
      if (away < least) [best, least] = [mark, away];
    }
    return best ? [best] : [];
  }

  function go(svg, from, event) {
    const marks = [...svg.children];
    const at = marks.indexOf(from);
    const steps = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 };
    const next = marks[steps[event.key]];
    if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (next) next.focus();
  }

  function bind(svg) {
    const marks = [...svg.children];
    const drawn = svg.parentNode;
    drawn.querySelector(".past-marks").remove();
    svg.setAttribute("aria-label", svg.getAttribute("aria-label") + "; arrow keys go from mark to mark");
    marks.forEach(function (mark, n) {
      const title = mark.querySelector("title");
      mark.setAttribute("aria-label", title.textContent);
      if (n) mark.setAttribute("tabindex", "-1");
      title.remove();
    });
    svg.addEventListener("focusin", function (event) {
      const mark = event.target.closest("a");
      for (const other of marks) other.setAttribute("tabindex", "-1");
      mark.removeAttribute("tabindex");
      if (mark.matches(":focus-visible")) show([mark], " (" + (marks.indexOf(mark) + 1) + " of " + marks.length + ")");
    });
    svg.addEventListener("focusout", hideSoon);
    svg.addEventListener("keydown", (event) => go(svg, event.target.closest("a"), event));
    svg.addEventListener("pointermove", function (event) {
      if (event.pointerType !== "touch") show(under(svg, event.clientX, event.clientY), "");
    });
    svg.addEventListener("pointerleave", hideSoon);
    drawn.addEventListener("click", function (event) {
      if (!isTouch || event.detail === 0) return;
      const here = under(svg, event.clientX, event.clientY);
      const found = here.length ? here : nearest(svg, event.clientX, event.clientY);
      const isAgain = found.length === 1 && found[0] === shown[0];
      if (!found.length || isAgain) return;
      event.preventDefault();
      show(found, "");
    });
  }

  document.addEventListener("pointerdown", function (event) {
    isTouch = event.pointerType === "touch";
    if (!event.target.closest(".marks, .mark-names")) hide();
  }, true);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  function follow() {
    if (!shown.length) return;
    const at = shown[0].getBoundingClientRect();
    if (at.bottom < 0 || at.top > window.innerHeight) hide();
    else place(shown[0]);
  }
  window.addEventListener("scroll", follow, { capture: true, passive: true });
  box.addEventListener("pointerenter", () => window.clearTimeout(leaving));
  box.addEventListener("pointerleave", hideSoon);
  document.querySelectorAll("svg.marks").forEach(bind);
})();
