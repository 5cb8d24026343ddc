/* Search over search-data.js: [url, page title, section title, text] for each section of the book.
   Latin words match from their beginning; Chinese matches any run of characters. */
(function () {
  "use strict";
  const LIMIT = 60;
  const CONTEXT = 110;
  const CJK = /[\u2e80-\u9fff\uf900-\ufaff]/;

  /* Lower case without accents, of the same length as the original so that positions agree. */
  function fold(text) {
    return Array.from(text, (char) => {
      const plain = char.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      return plain.length === char.length ? plain : char;
    }).join("");
  }

  function pattern(term) {
    const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(CJK.test(term) ? escaped : "(?<![\\p{L}\\p{N}])" + escaped, "gu");
  }

  function count(text, regex) {
    return (text.match(regex) || []).length;
  }

  function score(entry, regexes) {
    let total = 0;
    for (const regex of regexes) {
      const value = 20 * count(entry.page, regex) + 10 * count(entry.section, regex);
      const inText = Math.min(count(entry.text, regex), 9);
      if (value + inText === 0) return 0;
      total += value + inText;
    }
    return total;
  }

  function find(entries, query) {
    const terms = fold(query).split(/\s+/).filter(Boolean);
    const regexes = terms.map(pattern);
    if (!regexes.length) return { regexes, hits: [] };
    const hits = entries
      .map((entry) => ({ entry, score: score(entry, regexes) }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score || a.entry.order - b.entry.order);
    return { regexes, hits };
  }

  /* Every stretch of the text that a term covers, in order and without overlap. */
  function stretches(folded, regexes) {
    const found = regexes.flatMap((regex) =>
      Array.from(folded.matchAll(regex), (match) => [match.index, match.index + match[0].length]));
    found.sort((a, b) => a[0] - b[0]);
    return found.filter(([start], i) => i === 0 || start >= found[i - 1][1]);
  }

  function excerpt(entry, regexes) {
    const line = document.createElement("p");
    const marks = stretches(entry.text, regexes);
    const from = Math.max(0, (marks.length ? marks[0][0] : 0) - CONTEXT);
    const to = Math.min(entry.raw.length, from + 2.5 * CONTEXT);
    let at = from;
    if (from > 0) line.append("… ");
    for (const [start, end] of marks) {
      if (start < at || end > to) continue;
      const mark = document.createElement("mark");
      mark.textContent = entry.raw.slice(start, end);
      line.append(entry.raw.slice(at, start), mark);
      at = end;
    }
    line.append(entry.raw.slice(at, to), to < entry.raw.length ? " …" : "");
    return line;
  }

  function item(hit, regexes, root) {
    const element = document.createElement("li");
    const link = document.createElement("a");
    link.href = root + hit.entry.url;
    link.textContent = hit.entry.title;
    element.append(link, excerpt(hit.entry, regexes));
    return element;
  }

  function load(data) {
    return data.map(([url, page, section, raw], order) => ({
      url, raw, order,
      title: section && section !== page ? page + " › " + section : page,
      page: fold(page), section: fold(section), text: fold(raw),
    }));
  }

  function run() {
    const query = new URLSearchParams(window.location.search).get("q") || "";
    const status = document.querySelector(".search-status");
    document.getElementById("query").value = query;
    if (!query.trim()) return;
    const { regexes, hits } = find(load(window.SEARCH_DATA), query);
    const shown = hits.slice(0, LIMIT).map((hit) => item(hit, regexes, ""));
    document.querySelector(".search-results").append(...shown);
    status.textContent = hits.length
      ? hits.length + (hits.length === 1 ? " section" : " sections") + " found for “" + query + "”"
        + (hits.length > LIMIT ? "; the first " + LIMIT + " are shown." : ".")
      : "Nothing found for “" + query + "”. Try fewer or shorter words.";
  }

  run();
})();
