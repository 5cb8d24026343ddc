/* How a hit is shown: its place, the words around what was found, and a way that marks them there. */
(function () {
  "use strict";
  const CONTEXT = 110;
  const MARKS = 6; // words that are marked on the page

  function title({ unit }, data, places) {
    const [kind, page, anchor, name] = unit;
    const whole = data.units[places.firstOf.get(page)];
    if (data.kinds[kind][0] === "finding") return whole[3] + " › Finding";
    if (!whole || whole === unit || !name || whole[3] === name) return name || (whole ? whole[3] : anchor);
    return whole[3] + " › " + name;
  }

  function item(hit, data, places) {
    const element = document.createElement("li");
    const link = document.createElement("a");
    link.href = data.pages[hit.unit[1]] + (hit.unit[2] ? "#" + hit.unit[2] : "");
    link.textContent = title(hit, data, places);
    const kind = document.createElement("span");
    kind.className = "search-kind";
    kind.textContent = data.said[hit.unit[0]];
    element.append(link, " ", kind);
    return element;
  }

  /* Puts the words around what was found below a hit, and lets its way mark them. */
  function excerpt(element, hit, texts, regexes, folding) {
    const raw = hit.unit[6] || texts[hit.block] || texts[0] || "";
    const marks = folding.stretches(raw, regexes);
    const from = Math.max(0, (marks.length ? marks[0][0] : 0) - CONTEXT);
    const to = Math.min(raw.length, from + 2.5 * CONTEXT);
    const line = document.createElement("p");
    let at = from;
    if (from > 0) line.append("… ");
    for (const [start, end] of marks) {
      if (start < at || end > to) continue;
      const mark = document.createElement("mark");
      mark.textContent = raw.slice(start, end);
      line.append(raw.slice(at, start), mark);
      at = end;
    }
    line.append(raw.slice(at, to), to < raw.length ? " …" : "");
    if (raw) element.append(line);
    const shown = hit.unit[6] || !texts.length ? hit.unit[3] + " " + hit.unit[2] : raw; // a row prints its id
    const found = folding.stretches(shown, regexes).map(([start, end]) => shown.slice(start, end));
    way(element.querySelector("a"), Array.from(new Set(found)).slice(0, MARKS));
  }

  function way(link, found) {
    if (!found.length) return;
    const [address, anchor] = link.getAttribute("href").split("#");
    const asked = found.map((words) => "find=" + encodeURIComponent(words)).join("&");
    link.href = address + "?" + asked + (anchor ? "#" + anchor : "");
  }

  window.SearchShow = { item, excerpt };
})();
