/* Search over search-data.js: [url, page title, section title, text] for each section of the book,
   and the table of publishing/search_words.py. Text and question are folded alike. Latin words match
   from their beginning, numbers whole, Chinese any run of characters, words in quotes as a phrase. */
(function () {
  "use strict";
  const LIMIT = 60;
  const CONTEXT = 110;
  const TABLE = window.SEARCH_WORDS;
  const SPELLINGS = TABLE.spellings.map(([from, to]) => [new RegExp(from, "g"), to]);
  const CJK = /[\u2e80-\u9fff\uf900-\ufaff]/;
  const TOKEN = /[\u2e80-\u9fff\uf900-\ufaff]|[^\s\u2e80-\u9fff\uf900-\ufaff]+/g;
  const SILENT = /['\u2018\u2019\u201a\u201b\u2032\u02bc\uff07`\u00b4\u00ad\u200b-\u200d\u2060\ufeff]/g;
  const QUOTES = /["\u201c-\u201f\u2033\u00ab\u00bb\uff02\u300c-\u300f\u301d-\u301f]/g;
  const FIRM = /(?:科技|集团|股份|有限|责任|公司)+$/;
  const OWNER = /\p{L}['\u2019]\p{L}/u; // China's is more than China
  const HYPHENS = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;

  const known = new Map();
  function plain(token) {
    if (!known.has(token)) known.set(token, folded(token));
    return known.get(token);
  }

  /* The words of a token: lower case, without accents, punctuation and differences of spelling. */
  function folded(token) {
    let text = token.replace(SILENT, "").normalize("NFKC").toLowerCase().normalize("NFD");
    text = text.replace(/\p{M}/gu, "").normalize("NFC").replace(SILENT, "");
    text = Array.from(text, (char) => TABLE.characters[char] || char).join("");
    text = text.replace(/(\d)[,\u066c](?=\d{3}(?!\d))/g, "$1");
    text = text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    return SPELLINGS.reduce((words, [from, to]) => words.replace(from, to), text);
  }

  /* The folded text, each word behind a blank, and for each token [its end there, start and end here]. */
  function fold(raw) {
    let text = "";
    let open = -1;
    const tokens = [];
    for (const { 0: token, index } of raw.matchAll(TOKEN)) {
      const words = plain(token);
      if (!words) continue;
      const isChinese = CJK.test(token);
      const end = index + token.length;
      text += (isChinese && index === open ? "" : " ") + words;
      open = isChinese ? end : -1;
      tokens.push([text.length, index, end]);
    }
    return { text, tokens };
  }

  const words = (raw) => fold(raw).text.trim();

  const OTHERS = new Map();
  for (const group of TABLE.short.concat(TABLE.same)) {
    const all = group.map(words);
    for (const word of TABLE.same.includes(group) ? all : all.slice(0, 1)) {
      OTHERS.set(word, (OTHERS.get(word) || []).concat(all));
    }
  }

  const LONGEST = Math.max(...Array.from(OTHERS.keys(), (name) => name.split(" ").length));

  /* A word without the ending of a plural, for what begins with it is found; a Chinese name as it is
     and without what firms add to theirs. */
  function singular(word) {
    if (CJK.test(word)) return [word, word.replace(FIRM, "")].filter((name) => name.length > 1);
    if (/^[a-z]{2,}[^aeiou]y$/.test(word)) return [word, word.slice(0, -1) + "ies"];
    if (word.length < 5 || !/^[a-z]+[^suz]s$/.test(word)) return [word];
    if (/ies$/.test(word)) return [word, word.slice(0, -3) + "y"];
    return [word.replace(/(?:(ss|x|z|ch|sh)e)?s$/, "$1")];
  }

  /* What may stand for the words from here on, and how many of them it takes. */
  function ways(asked, at) {
    for (let count = LONGEST; count > 0; count -= 1) {
      const phrase = asked.slice(at, at + count).join(" ");
      if (/^\d{1,3}(?: \d{3})+$/.test(phrase)) return [[phrase, phrase.replace(/ /g, "")], count];
      const others = [phrase, ...singular(phrase)].map((word) => OTHERS.get(word)).find(Boolean);
      if (others) return [[...singular(phrase), ...others], count];
    }
    return [singular(asked[at]), 1];
  }

  /* The terms of a question, each a list of words or phrases of which one must occur. */
  function termsOf(query) {
    const terms = [];
    let loose = [];
    const settle = () => {
      for (let at = 0, count; at < loose.length; at += count) {
        let term;
        [term, count] = ways(loose, at);
        terms.push(term);
      }
      loose = [];
    };
    for (const [, quoted, word] of query.replace(QUOTES, '"').matchAll(/"([^"]+)"|([^\s"]+)/g)) {
      const exact = quoted || (OWNER.test(word) && word);
      if (!exact) loose.push(...(HYPHENS.test(word) ? words(word).split(" ") : [words(word)]).filter(Boolean));
      else settle();
      if (exact && words(exact)) terms.push([words(exact)]);
    }
    settle();
    return terms;
  }

  /* Numbers, and abbreviations beside what they stand for, are found whole. */
  function pattern(term) {
    const isWhole = (phrase) => term.length > 1 && /^[a-z]{1,3}$/.test(phrase);
    const ways = term.map((phrase) => (CJK.test(phrase.charAt(0)) ? "" : " ") + phrase
      + (/\d$/.test(phrase) ? "(?!\\d)" : isWhole(phrase) ? "(?![a-z])" : ""));
    return new RegExp(ways.join("|"), "g");
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
    const regexes = termsOf(query).map(pattern);
    if (!regexes.length) return { regexes, hits: [] };
    const hits = entries
      .map((entry) => ({ entry, score: score(entry, regexes) }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score || a.entry.order - b.entry.order);
    return { regexes, hits };
  }

  /* Every stretch of the raw text that a term covers, in order and without overlap. */
  function stretches(raw, regexes) {
    const { text, tokens } = fold(raw);
    const found = regexes.flatMap((regex) =>
      Array.from(text.matchAll(regex), (match) => [match.index, match.index + match[0].length]));
    found.sort((a, b) => a[0] - b[0]);
    const marks = [];
    let at = 0;
    for (const [start, end] of found) {
      while (at < tokens.length && tokens[at][0] <= start) at += 1;
      let last = at;
      while (tokens[last][0] < end) last += 1;
      marks.push(trimmed(raw, tokens[at][1], tokens[last][2]));
    }
    return marks.filter(([start], i) => i === 0 || start >= marks[i - 1][1]);
  }

  /* A stretch without the punctuation around it. */
  function trimmed(raw, start, end) {
    const stretch = raw.slice(start, end);
    return [start + stretch.search(/[\p{L}\p{N}]/u), start + stretch.replace(/[^\p{L}\p{N}]+$/u, "").length];
  }

  function excerpt(entry, regexes) {
    const line = document.createElement("p");
    const marks = stretches(entry.raw, regexes);
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
      page: fold(page).text, section: fold(section).text, text: fold(raw).text,
    }));
  }

  function run() {
    const query = new URLSearchParams(window.location.search).get("q") || "";
    const status = document.querySelector(".search-status");
    document.getElementById("query").value = query;
    status.textContent = "";
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
