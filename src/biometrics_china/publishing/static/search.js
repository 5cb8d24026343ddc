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
  const A_NAME = 15; // a law, or a body of a list, of the name that was typed
  const SHORT = 3; // a name of one word, which several may share
  const NEARLY = 0.7; // of a name is nearly the whole
  const SELDOM = 6; // weight of a word that the first part does not hold
  const data = window.SEARCH;
  const folding = SearchFold(data.words);
  const termsOf = SearchTerms(data.words, folding);
  const index = SearchIndex(data.index, folding.CJK);
  const places = SearchRank.Places(data.units);
  const base = "_static/search/";
  const [small, home] = [data.words.small, data.words.home].map((all) => new Set(all.map(folding.words)));
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
    const isHeld = terms.map((asked) => term(asked).size > 0);
    const found = terms.map((asked, at) => term(isHeld[at] ? asked : used[at]));
    const best = SearchRank.rows(found, weights.map((weight) => weight || SELDOM)).slice(0, ROWS);
    const exact = terms.filter((asked) => asked.isExact).map(expression);
    const all = await Promise.all(best.map(async (hit) => {
      const names = await part("n" + Math.floor(hit.row / data.names));
      if (!names) return null;
      const [kind, page, anchor, name, said, ...others] = names[hit.row % data.names];
      const text = folding.fold(name).text;
      if (!exact.every((regex) => text.search(regex) >= 0)) return null;
      const bonus = Math.max(...[name, ...others].map((one) => ofName(one, hit, terms, kind, query)));
      const unit = [kind, page, anchor, name, null, 0, said];
      return { unit, isWhole: true, number: data.units.length + hit.row, value: hit.value * bonus * data.kinds[kind][1] * meant(unit, query) };
    }));
    return { more: all.filter(Boolean), isHeld };
  }

  /* The words of a name or a question without those that only make a sentence. */
  const bared = (text, silent) => text.trim().split(" ").filter((word) => !silent.has(word)).join(" ");
  const count = (text) => text.split(" ").reduce((n, word) => n + (folding.CJK.test(word) ? word.length : 1), 0);

  /* How much more a row counts whose name was typed: of a law or a body of a list most, if it is all of it. */
  function ofName(name, hit, terms, kind, query) {
    const whole = folding.words(name.replace(/\s*[(\uff08].*/, "")) || folding.words(name);
    const isNamed = ["hub", "listed"].includes(data.kinds[kind][0]);
    const bare = bared(whole, small);
    const asked = bared(folding.words(query), small);
    const isName = terms.length === 1 && terms[0].ways.some(({ phrase }) => phrase === whole)
      || bare === asked || bared(bare, home) === bared(asked, home);
    const begins = askedWords(terms) > 1 && (bare + " ").startsWith(asked + " ");
    if (isNamed && bare && (isName || begins)) return askedWords(terms) > 1 || data.kinds[kind][0] === "hub" ? A_NAME : SHORT;
    if (hit.inName < terms.length) return 1;
    const share = askedWords(terms) / count(bare || whole);
    if (isNamed && terms.length > 1 && share >= NEARLY) return A_NAME * Math.min(1, share) ** 2;
    const covered = SearchRank.cover(askedWords(terms), count(bare || whole));
    return data.kinds[kind][0] === "hub" ? covered : Math.min(covered, 1.2);
  }

  /* More for a place whose lasting id or whole name was typed. */
  function meant(unit, query) {
    if (SearchIds.looksLikeOne(query) && unit[2] === query.trim().toLowerCase()) return THE_VERY;
    const asked = /^(?:fig|figure|tab|table)s? (\d+ \d+)$/.exec(folding.words(query));
    if (asked && data.kinds[unit[0]][0] === "exhibit" && /^(?:figure|table) (\d+ \d+)(?: |$)/.exec(folding.words(unit[3]))?.[1] === asked[1]
      && folding.words(unit[3])[0] === folding.words(query)[0]) return THE_VERY;
    const isMeaning = data.meanings.includes(data.kinds[unit[0]][0]);
    return unit[4] && unit[3] && !isMeaning && folding.words(unit[3]) === folding.words(query) ? A_TITLE : 1;
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
    const { more, isHeld } = await rows(terms, used, weights.map((w, at) => (found[at].size ? w : 0)), query);
    const isTyped = used.every((term, at) => term === terms[at] || !isHeld[at]);
    const kept = isTyped ? await withPhrases(hits, terms) : []; // what rows hold as it was typed is not mended
    const named = await SearchIds.named(query, data, part);
    if (mine !== turn) return;
    const every = foremost(named, [...kept, ...more]);
    await show(every.sort((a, b) => b.value - a.value || a.number - b.number), isTyped ? used : terms, query);
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
