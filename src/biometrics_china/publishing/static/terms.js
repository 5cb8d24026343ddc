/* What a term of the glossary means, shown beside it: under a pointer, on focus, and at a first tap.
   The notes come with the first term that is asked for, by a script, which works from a folder too.
   A click, Enter or a second tap follows the link to the entry; without this script every click does. */
(function () {
  "use strict";
  const links = document.querySelectorAll("a.term");
  if (!links.length || !("showPopover" in HTMLElement.prototype)) return;
  const SOON = 200;
  const LATE = 300;
  let notes = null;
  let loading = null;
  let shown = null;
  let timer = 0;
  let isTouch = false;

  window.bookTerms = function (held) { notes = held; };

  const box = document.createElement("div");
  box.className = "term-note";
  box.id = "term-note";
  box.setAttribute("popover", "manual");
  box.setAttribute("role", "tooltip");
  document.querySelector("main").append(box);

  function load(link) {
    loading = loading || new Promise(function (done, failed) {
      const script = document.createElement("script");
      script.src = link.getAttribute("href").replace(/\.html#.*$/, ".js");
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
    return loading;
  }

  /* below the term, or above it where there is more room */
  function place() {
    const at = shown.getClientRects()[0];
    const below = window.innerHeight - at.bottom;
    const isBelow = below >= Math.min(at.top, box.scrollHeight + 16);
    const left = Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8);
    box.style.setProperty("--left", Math.max(8, left) + "px");
    box.style.setProperty("--top", isBelow ? at.bottom + 4 + "px" : "auto");
    box.style.setProperty("--bottom", isBelow ? "auto" : window.innerHeight - at.top + 4 + "px");
    box.style.setProperty("--room", (isBelow ? below : at.top) - 12 + "px");
  }

  function show(link) {
    const html = notes && notes[link.hash.slice(1)];
    if (!html) return false;
    hide();
    box.innerHTML = html;
    if (isTouch) {
      const hint = document.createElement("p");
      hint.className = "by-touch";
      hint.textContent = "Tap the term again for its entry.";
      box.append(hint);
    }
    shown = link;
    link.setAttribute("aria-describedby", box.id);
    box.showPopover();
    place();
    return true;
  }

  function hide() {
    window.clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    box.hidePopover();
  }

  function later(wait, act) {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, wait);
  }

  const wanted = (link) => load(link).then(() => show(link), () => false);

  for (const link of links) {
    link.addEventListener("pointerenter", function (event) {
      if (event.pointerType !== "mouse") return;
      isTouch = false;
      later(SOON, () => shown === link || wanted(link));
    });
    link.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(LATE, hide));
    link.addEventListener("pointerdown", function (event) { isTouch = event.pointerType !== "mouse"; });
    link.addEventListener("focus", function () {
      if (link.matches(":focus-visible") && !isTouch) load(link).then(() => link === document.activeElement && show(link), () => false);
    });
    link.addEventListener("blur", hide);
    link.addEventListener("click", function (event) {
      if (!isTouch || shown === link) return;
      event.preventDefault();
      wanted(link).then((isShown) => isShown || window.location.assign(link.href));
    });
  }
  box.addEventListener("pointerenter", () => window.clearTimeout(timer));
  box.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(LATE, hide));
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
    else isTouch = false;
  });
  document.addEventListener("pointerdown", function (event) {
    if (shown && !box.contains(event.target) && !shown.contains(event.target)) hide();
  });
  window.addEventListener("scroll", () => shown && place(), { passive: true });
})();
