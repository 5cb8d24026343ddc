/* The entry of a number, opened in place. It is loaded with the first number of its chapter that is
   asked for, by a script, which works from a folder too. Without any of this the link leads to it. */
(function () {
  "use strict";
  const links = document.querySelectorAll("a.num");
  if (!links.length || !("showPopover" in HTMLElement.prototype)) return;
  const entries = new Map();
  const loading = new Map();
  let opener = null;

  window.bookNumbers = function (held) {
    Object.entries(held).forEach(([anchor, html]) => entries.set(anchor, html));
  };

  const box = document.createElement("div");
  box.className = "record number-entry";
  box.setAttribute("popover", "auto");
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", "What the number is made of");
  box.tabIndex = -1;
  document.body.append(box);

  function load(page) {
    if (!loading.has(page)) {
      loading.set(page, new Promise(function (done, failed) {
        const script = document.createElement("script");
        script.src = page.replace(/\.html$/, ".js");
        script.onload = done;
        script.onerror = failed;
        document.head.append(script);
      }));
    }
    return loading.get(page);
  }

  /* below the number, or above it where there is more room; on a phone the stylesheet decides */
  function place(link) {
    const at = link.getClientRects()[0];
    const below = window.innerHeight - at.bottom;
    const left = Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8);
    const isBelow = below >= at.top;
    box.style.setProperty("--left", Math.max(8, left) + "px");
    box.style.setProperty("--top", isBelow ? at.bottom + 6 + "px" : "auto");
    box.style.setProperty("--bottom", isBelow ? "auto" : window.innerHeight - at.top + 6 + "px");
    box.style.setProperty("--room", (isBelow ? below : at.top) - 16 + "px");
  }

  function show(link, page, anchor) {
    const top = page.slice(0, page.indexOf("chapters/reference/numbers/"));
    box.innerHTML = entries.get(anchor).replaceAll('href="~/', 'href="' + top).replaceAll('href="#', 'href="' + page + "#");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "tool";
    close.textContent = "Close";
    close.addEventListener("click", () => box.hidePopover());
    box.prepend(close);
    opener = link;
    box.showPopover();
    place(link);
    box.scrollTop = 0;
    box.focus({ preventScroll: true });
  }

  function follow(event) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.currentTarget;
    const [page, anchor] = link.getAttribute("href").split("#");
    event.preventDefault();
    const leave = () => window.location.assign(link.href);
    load(page).then(() => (entries.has(anchor) ? show(link, page, anchor) : leave()), leave);
  }

  for (const link of links) {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", follow);
  }
  /* a way back to a sentence of this page closes what lies over it */
  box.addEventListener("click", function (event) {
    const link = event.target.closest("a");
    if (link && link.pathname === window.location.pathname) {
      opener = null;
      box.hidePopover();
    }
  });
  box.addEventListener("toggle", function (event) {
    if (event.newState === "closed" && opener) opener.focus({ preventScroll: true });
  });
})();
