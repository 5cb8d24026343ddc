/* The reader's choice of light or dark, and what a keyboard reaches. Runs before the first paint, so
   that no page flashes; without it the system's own setting decides. Kept in this browser only after
   a click. */
(function () {
  "use strict";
  const KEY = "theme";
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try {
      return window.localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function store(theme) {
    try {
      window.localStorage.setItem(KEY, theme);
    } catch {
      /* storage refused: the choice holds for this page */
    }
  }

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
  }

  function bindButton() {
    const button = document.querySelector(".theme-button");
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      store(root.dataset.theme);
      show();
    });
    dark.addEventListener("change", show);
    show();
    button.hidden = false;
  }

  /* On a phone the contents list lies over the page: close it when a section of this page is chosen. */
  function bindContents() {
    const contents = document.getElementById("contents");
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
    });
  }

  /* A part that may scroll is written as a stop for the keyboard, with a role and a name. It is one
     only while it does scroll. */
  function bindScrolling() {
    const names = ["tabindex", "role", "aria-label"];
    const asWritten = new WeakMap();
    const fit = ({ target: part }) => {
      const over =
        (part.scrollWidth > part.clientWidth + 1 ? "x" : "") +
        (part.scrollHeight > part.clientHeight + 1 ? "y" : "");
      if (over) part.dataset.over = over; /* the stylesheet says in words that it goes on */
      else delete part.dataset.over;
      for (const [name, value] of asWritten.get(part)) {
        if (over) part.setAttribute(name, value);
        else part.removeAttribute(name);
      }
    };
    const sizes = new ResizeObserver((entries) => entries.forEach(fit));
    for (const part of document.querySelectorAll("main [tabindex='0']")) {
      const written = names.map((name) => [name, part.getAttribute(name)]);
      asWritten.set(part, written.filter(([, value]) => value !== null));
      sizes.observe(part);
    }
  }

  /* What an address names is shown open: the folded parts around it, and those of its own. */
  function showTarget() {
    const target = document.getElementById(window.location.hash.slice(1));
    if (!target) return;
    for (const part of target.querySelectorAll(":scope > details")) part.open = true;
    const around = target.closest("details:not([open])");
    if (around) around.open = true;
    if (around) target.scrollIntoView();
  }

  /* On paper the basis of each finding stands at the end of its chapter, before the references. */
  const moved = [];
  function moveBasis() {
    const references = document.querySelector(".references");
    if (!references || moved.length) return;
    const end = document.createElement("section");
    end.className = "print-basis";
    end.innerHTML = "<h2>Basis and limits of the findings</h2><ol class='findings-list'></ol>";
    for (const basis of document.querySelectorAll(".findings-list > .finding > details")) {
      moved.push([basis, basis.parentNode]);
      const item = document.createElement("li");
      item.className = "finding";
      item.append(basis);
      end.lastChild.append(item);
    }
    if (moved.length) references.before(end);
  }
  function moveBasisBack() {
    for (const [basis, finding] of moved.splice(0)) finding.append(basis);
    for (const end of document.querySelectorAll(".print-basis")) end.remove();
  }
  window.addEventListener("beforeprint", moveBasis);
  window.addEventListener("afterprint", moveBasisBack);

  /* Who comes from the search sees what was found. */
  const own = document.currentScript.src;
  function showFound() {
    if (!new URLSearchParams(window.location.search).has("find")) return;
    const script = document.createElement("script");
    script.src = own.replace(/book\.js.*$/, "search-mark.js");
    document.head.append(script);
  }

  const choice = stored();
  if (choice === "light" || choice === "dark") root.dataset.theme = choice;

  document.addEventListener("DOMContentLoaded", () => {
    bindButton();
    bindContents();
    bindScrolling();
    showTarget();
    showFound();
    window.addEventListener("hashchange", showTarget);
  });
})();
