/* The order of what was found. A hit counts by how rare its words are, where they stand (in a name, in the
   title of the page, in the text), whether they stand together, and what kind of place it is. */
(function () {
  "use strict";
  const IN_NAME = 3.5;
  const IN_TITLE = 1;
  const TOGETHER = 1.5;
  const OF_PAGE = 0.12; // for each doubling of the places of a page that hold all words
  const OF_ONE_PAGE = 0.8;
  const MOST = 0.6; // of the weight of a question of three words or more
  const rarity = (all, found) => Math.log(1 + all / Math.max(found, 1));

  /* Places of the first part: [kind, page, anchor, name, words of each name, blocks, status]. */
  function Places(units) {
    const unitOf = [];
    const starts = units.map((unit, number) => {
      const start = unitOf.length;
      for (let n = unit[4].length + unit[5]; n > 0; n -= 1) unitOf.push(number);
      return start;
    });
    const firstOf = new Map();
    units.forEach((unit, number) => { if (!firstOf.has(unit[1])) firstOf.set(unit[1], number); });
    return { unitOf, starts, firstOf };
  }

  /* Unit → {names: Map(name → strength), texts: Map(block → strength)} for one term. */
  function byUnit(blocks, units, places) {
    const found = new Map();
    for (const [block, value] of blocks) {
      const number = places.unitOf[block];
      if (!found.has(number)) found.set(number, { names: new Map(), texts: new Map() });
      const at = block - places.starts[number];
      const hit = found.get(number);
      (at < units[number][4].length ? hit.names : hit.texts).set(at, value);
    }
    return found;
  }

  function score(unit, hits, weights, titles, kinds) {
    let total = 0;
    let held = 0;
    hits.forEach((hit, at) => {
      const name = hit && hit.names.size ? IN_NAME * Math.max(...hit.names.values()) : 0;
      const text = hit && hit.texts.size
        ? Math.max(...hit.texts.values()) * (1 + 0.4 * Math.log2(hit.texts.size) + hit.texts.size / (unit[5] + 4)) / (1 + unit[5] / 150) : 0;
      const title = titles[at] ? IN_TITLE * titles[at] : 0;
      if (name || text || title) held += weights[at];
      total += weights[at] * (Math.max(name, title) + text);
    });
    return { held, value: total * kinds[unit[0]][1] * together(unit, hits) };
  }

  /* More if one name holds all words, most if it holds nothing else; more if one block does. */
  function together(unit, hits) {
    const all = (where) => hits[0] && Array.from(hits[0][where].keys()).filter(
      (at) => hits.every((hit) => hit && hit[where].has(at)));
    const asked = hits.words;
    const names = all("names") || [];
    if (names.length) return Math.max(...names.map((at) => cover(asked, unit[4][at])));
    return hits.length > 1 && (all("texts") || []).length ? TOGETHER : 1;
  }

  /* How much of a name the question is: more than twice as much if it is the whole of it. */
  const cover = (asked, words) => 0.3 + 2.7 * Math.min(1, asked / words) ** 2;

  /* Hits of the first part: [{number, unit, value, isWhole, block}] in order, and the weight of each term. */
  function ranked(data, places, found, words) {
    const { units, kinds } = data;
    const perTerm = found.map((blocks) => byUnit(blocks, units, places));
    const weights = perTerm.map((units_) => rarity(units.length, units_.size));
    const whole = weights.reduce((a, b) => a + b, 0);
    const candidates = new Set(perTerm.flatMap((units_) => Array.from(units_.keys())));
    const hits = [];
    for (const number of candidates) {
      const unit = units[number];
      const own = perTerm.map((units_) => units_.get(number));
      own.words = words;
      const titles = perTerm.map((units_) => {
        const first = units_.get(places.firstOf.get(unit[1]));
        return first && first.names.size && kinds[unit[0]][0] !== "body" ? Math.max(...first.names.values()) : 0;
      });
      const { held, value } = score(unit, own, weights, titles, kinds);
      const isWhole = held > whole - 1e-9;
      if (isWhole || (found.length > 2 && held >= MOST * whole)) {
        hits.push({ number, unit, isWhole, value: value * (held / whole) ** 3, block: bestBlock(own, unit) });
      }
    }
    const ofPage = new Map();
    for (const { unit, isWhole } of hits) if (isWhole) ofPage.set(unit[1], (ofPage.get(unit[1]) || 0) + 1);
    for (const hit of hits) hit.value *= 1 + OF_PAGE * Math.log2(ofPage.get(hit.unit[1]) || 1);
    return { hits: spread(hits), weights };
  }

  /* The block that holds most of the words, the first of several. */
  function bestBlock(own, unit) {
    const counts = new Map();
    for (const hit of own) for (const at of hit ? hit.texts.keys() : []) counts.set(at, (counts.get(at) || 0) + 1);
    let best = -1;
    for (const [at, count] of counts) if (best < 0 || count > counts.get(best) || (count === counts.get(best) && at < best)) best = at;
    return best - unit[4].length;
  }

  /* Hits in order; each further one of a page counts less, so that other pages are seen too. */
  function spread(hits) {
    const order = (a, b) => b.value - a.value || a.number - b.number;
    const seen = new Map();
    for (const hit of hits.sort(order)) {
      const before = seen.get(hit.unit[1]) || 0;
      seen.set(hit.unit[1], before + 1);
      hit.value *= OF_ONE_PAGE ** Math.min(before, 6);
    }
    return hits.sort(order);
  }

  /* Hits of the second part, where block 2n is the name of a row and 2n + 1 its text: [{row, value}]. */
  function rows(found, weights) {
    const totals = new Map();
    found.forEach((blocks, at) => {
      const best = new Map();
      for (const [block, value] of blocks) {
        const worth = value * (block % 2 ? 1 : IN_NAME);
        const row = block >> 1;
        if (!(best.get(row) >= worth)) best.set(row, worth);
      }
      for (const [row, worth] of best) {
        const total = totals.get(row) || { row, count: 0, value: 0, inName: 0 };
        total.count += 1;
        total.value += worth * weights[at];
        total.inName += worth > 1;
        totals.set(row, total);
      }
    });
    const hits = Array.from(totals.values()).filter((hit) => hit.count === found.length);
    return hits.sort((a, b) => b.value - a.value || a.row - b.row);
  }

  window.SearchRank = { Places, ranked, rows, cover };
})();
