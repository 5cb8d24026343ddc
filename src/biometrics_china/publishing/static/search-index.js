/* One part of the index, "word step,step;word step": which blocks hold what a term asks for, and how well. */
(function () {
  "use strict";

  window.SearchIndex = function (text, CJK) {
    const lines = text ? text.split(";") : [];
    const wordOf = (line) => line.slice(0, line.indexOf(" "));

    function from(word) {
      let low = 0;
      let high = lines.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (wordOf(lines[middle]) < word) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    function each(line, take) {
      let block = 0;
      for (const step of line.slice(line.indexOf(" ") + 1).split(",")) {
        block += parseInt(step, 36);
        take(block);
      }
    }

    /* How well a held word answers one that begins it. */
    function strength(word, held) {
      if (word === held) return 1;
      return held.length - word.length < 3 ? 0.95 : 0.7;
    }

    /* Block → how well it holds a word; a word found whole, or from its beginning on. */
    function blocks(word, isWhole) {
      const found = new Map();
      const pair = CJK.test(word.charAt(0)) && word.length > 1;
      for (let at = from(word); at < lines.length; at += 1) {
        const held = wordOf(lines[at]);
        if (!held.startsWith(word)) break;
        if (held !== word && (isWhole || pair)) continue;
        if (/\d$/.test(word) && /^[\d_]/.test(held.slice(word.length))) continue;
        const value = strength(word, held);
        each(lines[at], (block) => { if (!(found.get(block) >= value)) found.set(block, value); });
      }
      return found;
    }

    const term = (asked, heldWords) => merged(asked, heldWords, () => ({ blocks }));

    /* The held words that are one letter from a word: one more, one less, another, or two exchanged. */
    function near(word) {
      const plain = (text) => text.replace(/z/g, "s"); // folding has made -is- to -iz-
      return lines.map(wordOf).filter((held) =>
        Math.abs(held.length - word.length) < 2 && isNear(plain(word), plain(held)));
    }

    return { blocks, term, near };
  };

  /* The blocks that hold all words of a phrase, anywhere in them. */
  function phrase(words, isWhole, partOf) {
    let found = null;
    for (const word of words) {
      const part = partOf(word);
      const next = part ? part.blocks(word, isWhole || (words.length > 1 && word.length < 4)) : new Map();
      if (found) for (const [block, value] of found) {
        if (!next.has(block)) found.delete(block);
        else found.set(block, Math.min(value, next.get(block)));
      }
      else found = next;
    }
    return found || new Map();
  }

  /* Block → how well it answers a term; `partOf(word)` is the part that holds a word. */
  function merged(asked, heldWords, partOf) {
    const found = new Map();
    for (const { phrase: words, weight } of asked.ways) {
      const isWhole = window.SearchTerms.isWhole(asked, words);
      for (const [block, value] of phrase(words.split(" ").flatMap(heldWords), isWhole, partOf)) {
        if (!(found.get(block) >= value * weight)) found.set(block, value * weight);
      }
    }
    return found;
  }

  function isNear(a, b) {
    let start = 0;
    while (start < a.length && a[start] === b[start]) start += 1;
    let end = 0;
    while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
    const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
    return (x.length < 2 && y.length < 2) || (x.length === 2 && x === y[1] + y[0]);
  }

  Object.assign(window.SearchIndex, { isNear, merged });
})();
