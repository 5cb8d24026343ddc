/* The page of the search. The first part (search-data.js) answers at once; parts on rows, works and bodies
   of lists, and the texts of what is shown, come when something is asked. All parts are scripts, since a page
   that was opened from a folder may load nothing else. */
(function () {
  "use strict";
  const { SearchFold, SearchTerms, SearchIndex, SearchRank, SearchIds, SearchShow } = window;
  const LIMIT = 60;
  const ROWS = 80; // rows whose names are loaded
  const THE_VERY = 20; // a hit whose lasting id was typed
  const FOREMOST = 1e9; // places of a lasting id that was typed
  const A_TITLE = 4; // a place whose whole name was typed
  const A_NAME = 15; // a row of the name that was typed
  const SELDOM = 6; // weight of a word that the first part does not hold
  const data = window.SEARCH;
  const folding = SearchFold(data.words);
  const termsOf = SearchTerms(data.words, folding);
  const index = SearchIndex(data.index, folding.CJK);
  const places = SearchRank.Places(data.units);
  const base = "_static/search/";
  const list = document.querySelector(".search-results");
  const status = document.querySelector(".search-status");
  const coming = new Map();
  const arrived = new Map();
  let turn = 0;

  window.SEARCH_PART = (name, content) => arrived.set(name, content);

  /* A part by its name; null if it cannot be loaded. */
  function part(name) {
    if (!coming.has(name)) coming.set(name, new Promise((done) => {
      const script = document.createElement("script");
      script.src = base + name + ".js?v=" + data.mark;
      script.onload = () => done(arrived.get(name));
      script.onerror = () => done(null);
      document.head.append(script);
    }));
    return coming.get(name);
  }

  const shardOf = (word) => (/^[a-z]/.test(word) ? word[0] : /^[0-9]/.test(word) ? "0" : "zh");
  const expression = (term) => SearchTerms.pattern(term, folding.CJK);
  const askedWords = (terms) => terms.reduce(
    (sum, term) => sum + term.ways[0].phrase.split(" ").reduce((n, word) => n + (folding.CJK.test(word) ? word.length : 1), 0), 0);

  /* A word that nothing holds is taken for one with a letter wrong. */
  function mended(term, find) {
    const { phrase } = term.ways[0];
    if (term.isExact || !/^[a-z]{4,}$/.test(phrase)) return term;
    const near = find(phrase);
    return near.length ? { ...term, ways: near.map((word) => ({ phrase: word, weight: 0.8 })), typed: phrase } : term;
  }

  function first(terms) {
    const found = terms.map((term) => index.term(term, folding.held));
    const used = terms.map((term, at) => (found[at].size ? term : mended(term, index.near)));
    used.forEach((term, at) => { if (term !== terms[at]) found[at] = index.term(term, folding.held); });
    return { used, found };
  }

  /* Only places that hold each phrase as it was typed, read in their texts. */
  async function withPhrases(hits, terms) {
    const exact = terms.filter((term) => term.isExact).map(expression);
    if (!exact.length) return hits;
    const kept = await Promise.all(hits.map(async (hit) => {
      const all = [hit.unit[3], ...(await textsOf(hit))].map((raw) => folding.fold(raw).text);
      return exact.every((regex) => all.some((text) => text.search(regex) >= 0));
    }));
    return hits.filter((_, at) => kept[at]);
  }

  async function textsOf({ number, unit }) {
    if (!data.texts.includes(unit[1])) return [];
    const texts = (await part("t" + unit[1])) || [];
    return texts[number - places.firstOf.get(unit[1])] || [];
  }

  async function rows(terms, used, weights, query) {
    const shards = new Map();
    const needed = new Set([...terms, ...used].flatMap((term) => term.ways.flatMap(
      ({ phrase }) => phrase.split(" ").flatMap(folding.held).map(shardOf))));
    await Promise.all(Array.from(needed).filter((name) => data.shards.includes("w" + name)).map(async (name) => {
      shards.set(name, SearchIndex((await part("w" + name)) || "", folding.CJK));
    }));
    const term = (asked) => SearchIndex.merged(asked, folding.held, (word) => shards.get(shardOf(word)));
    const found = terms.map((asked, at) => {
      const own = term(asked);
      return own.size || asked === used[at] ? own : term(used[at]);
    });
    const best = SearchRank.rows(found, weights.map((weight) => weight || SELDOM)).slice(0, ROWS);
    const exact = terms.filter((asked) => asked.isExact).map(expression);
    const count = askedWords(terms);
    const named = await Promise.all(best.map(async (hit) => {
      const names = await part("n" + Math.floor(hit.row / data.names));
      if (!names) return null;
      const [kind, page, anchor, name, said] = names[hit.row % data.names];
      const text = folding.fold(name).text;
      if (!exact.every((regex) => text.search(regex) >= 0)) return null;
      const bare = folding.words(name.replace(/\s*[(（].*/, "")) || text.trim();
      const nameWords = bare.split(" ").reduce((n, word) => n + (folding.CJK.test(word) ? word.length : 1), 0);
      const isHub = data.kinds[kind][0] === "hub";
      const isName = terms.length === 1 && terms[0].ways.some(({ phrase }) => phrase === bare);
      const begins = count > 1 && (bare + " ").startsWith(folding.words(query) + " ");
      const covered = hit.inName === terms.length ? SearchRank.cover(count, nameWords) : 1;
      const bonus = isHub && (isName || begins) ? A_NAME : Math.min(covered, isHub ? covered : 1.2);
      const unit = [kind, page, anchor, name, null, 0, said];
      return { unit, isWhole: true, number: data.units.length + hit.row, value: hit.value * bonus * data.kinds[kind][1] * meant(unit, query) };
    }));
    return named.filter(Boolean);
  }

  /* More for a place whose lasting id or whole name was typed. */
  function meant(unit, query) {
    if (SearchIds.looksLikeOne(query) && unit[2] === query.trim().toLowerCase()) return THE_VERY;
    return unit[4] && unit[3] && folding.words(unit[3]) === folding.words(query) ? A_TITLE : 1;
  }

  async function run(query) {
    const mine = (turn += 1);
    const terms = termsOf(query);
    if (!terms.length) {
      list.replaceChildren();
      list.setAttribute("aria-busy", "false");
      status.textContent = query.trim() ? nothing(query) : "";
      return;
    }
    list.setAttribute("aria-busy", "true");
    const { used, found } = first(terms);
    const { hits, weights } = SearchRank.ranked(data, places, found, askedWords(terms));
    for (const hit of hits) hit.value *= meant(hit.unit, query);
    hits.sort((a, b) => b.value - a.value || a.number - b.number);
    const hasPhrase = terms.some((term) => term.isExact);
    if (!hasPhrase) show(hits, used, query);
    const kept = await withPhrases(hits, terms);
    const more = await rows(terms, used, weights.map((w, at) => (found[at].size ? w : 0)), query);
    const named = await SearchIds.named(query, data, part);
    if (mine !== turn) return;
    const every = foremost(named, [...kept, ...more]);
    await show(every.sort((a, b) => b.value - a.value || a.number - b.number), used, query);
    if (mine === turn) list.setAttribute("aria-busy", "false");
  }

  /* Hits with those of a typed id before all others. */
  function foremost(named, hits) {
    const is = (a, b) => a[1] === b[1] && a[2] === b[2];
    const own = named.map((unit, at) => {
      const hit = hits.find((one) => is(one.unit, unit)) || { unit, isWhole: true, number: Infinity };
      return { ...hit, value: FOREMOST - at };
    });
    return [...own, ...hits.filter((hit) => !named.some((unit) => is(hit.unit, unit)))];
  }

  const nothing = (query) => "Nothing found for “" + query + "”. Try fewer or shorter words.";

  /* Shows hits: name and way at once, the words around as they come. */
  async function show(hits, terms, query) {
    const regexes = terms.map(expression);
    const shown = hits.slice(0, LIMIT).map((hit) => SearchShow.item(hit, data, places));
    list.replaceChildren(...shown);
    const isMended = terms.some((term) => term.typed);
    status.textContent = hits.length
      ? hits.length + (hits.length === 1 ? " place" : " places") + " found for “" + query + "”"
        + (hits.length > LIMIT ? "; the first " + LIMIT + " are shown." : ".")
        + (isMended ? " No place has it as it was typed; one letter was changed." : "")
      : nothing(query);
    await Promise.all(shown.map(async (item, at) => {
      const texts = at < LIMIT && hits[at].number < data.units.length ? await textsOf(hits[at]) : [];
      SearchShow.excerpt(item, hits[at], texts, regexes, folding);
    }));
  }

  const field = document.getElementById("query");
  field.value = new URLSearchParams(window.location.search).get("q") || "";
  field.addEventListener("input", () => run(field.value));
  run(field.value);
})();
