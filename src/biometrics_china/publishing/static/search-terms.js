/* The terms of a question: what may stand for each of its words. Words in quotes are a phrase; words that
   only make a sentence are dropped beside others; forms and other words come from the table. */
(function () {
  "use strict";
  const QUOTES = /["\u201c-\u201f\u2033\u00ab\u00bb\uff02\u300c-\u300f\u301d-\u301f]/g;
  const FIRM = /(?:科技|集团|股份|有限|责任|公司)+$/;
  const OWNER = /\p{L}['\u2019]\p{L}/u; // China's is more than China
  const HYPHENS = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
  const ENDING = /(?:ations?|ing|ed|ers?|ly)$/;

  window.SearchTerms = function (table, folding) {
    const { CJK, words } = folding;
    const others = new Map();
    for (const group of table.short.concat(table.same)) {
      const all = group.map(words);
      for (const word of table.same.includes(group) ? all : all.slice(0, 1)) {
        others.set(word, (others.get(word) || []).concat(all));
      }
    }
    const longest = Math.max(1, ...Array.from(others.keys(), (name) => name.split(" ").length));
    const small = new Set(table.small.map(words));

    /* A word without the ending of a plural, for what begins with it is found; a Chinese name as it is
       and without what firms add to theirs. */
    function singular(word) {
      if (CJK.test(word)) return [word, word.replace(FIRM, "")].filter((name) => name.length > 1 || name === word);
      if (/^[a-z]{2,}[^aeiou]y$/.test(word)) return [word, word.slice(0, -1) + "ies"];
      if (word.length < 5 || !/^[a-z]+[^suz]s$/.test(word)) return [word];
      if (/ies$/.test(word)) return [word, word.slice(0, -3) + "y"];
      return [word.replace(/(?:(ss|x|z|ch|sh)e)?s$/, "$1")];
    }

    /* Its forms, and the same word without another ending, which is a little less. */
    function forms(word) {
      const bare = /^[a-z]{7,}$/.test(word) ? word.replace(ENDING, "") : word;
      const all = singular(word).map((form) => ({ phrase: form, weight: 1 }));
      return bare !== word && bare.length > 3 ? [...all, { phrase: bare, weight: 0.7 }] : all;
    }

    /* What may stand for the words from here on, and how many of them it takes. */
    function ways(asked, at) {
      for (let count = Math.min(longest, asked.length - at); count > 0; count -= 1) {
        const phrase = asked.slice(at, at + count).join(" ");
        if (/^\d{1,3}(?: \d{3})+$/.test(phrase)) {
          return [[phrase, phrase.replace(/ /g, "")].map((p) => ({ phrase: p, weight: 1 })), count];
        }
        const same = [phrase, ...singular(phrase)].map((word) => others.get(word)).find(Boolean);
        if (same) {
          const own = singular(phrase);
          const rest = same.filter((word) => !own.includes(word));
          return [[...own.map((p) => ({ phrase: p, weight: 1 })),
            ...rest.map((p) => ({ phrase: p, weight: CJK.test(phrase) ? 0.95 : 1 }))], count];
        }
      }
      return [forms(asked[at]), 1];
    }

    /* Each term: {ways: [{phrase, weight}], isExact}. One of its ways must occur. */
    return function (query) {
      const terms = [];
      let loose = [];
      const settle = () => {
        const kept = loose.filter((word) => !small.has(word));
        const asked = kept.length || terms.length ? kept : loose;
        for (let at = 0, count; at < asked.length; at += count) {
          let found;
          [found, count] = ways(asked, at);
          terms.push({ ways: found, isExact: false });
        }
        loose = [];
      };
      const parts = Array.from(query.replace(QUOTES, '"').matchAll(/"([^"]+)"|([^\s"]+)/g));
      for (const [, quoted, word] of parts) {
        const phrase = words(quoted || word);
        if (!phrase) continue;
        if (quoted) {
          settle();
          terms.push({ ways: [{ phrase, weight: 1 }], isExact: phrase.includes(" ") || OWNER.test(quoted) });
        } else if (OWNER.test(word)) {
          const owner = words(word.replace(/['\u2019].*$/, ""));
          settle();
          const all = parts.length > 1 && owner ? [phrase, owner] : [phrase];
          if (!small.has(owner)) terms.push({ ways: all.map((p) => ({ phrase: p, weight: 1 })), isExact: false });
        } else if (/\d/.test(phrase) && phrase.includes(" ")) {
          loose.push(/^\d{1,3}(?: \d{3})+$/.test(phrase) ? phrase : phrase.replace(/ /g, "_"));
        } else {
          loose.push(...(HYPHENS.test(word) ? phrase.split(" ") : [phrase]));
        }
      }
      settle();
      return terms;
    };
  };

  /* Numbers, and abbreviations beside what they stand for, are found whole. */
  window.SearchTerms.isWhole = (term, phrase) => term.ways.length > 1 && /^[a-z]{1,3}$/.test(phrase);

  /* The expression that finds a term in folded text; unless it was quoted, its longer words one by one too. */
  window.SearchTerms.pattern = function (term, CJK) {
    const phrases = term.ways.map(({ phrase }) => phrase.replace(/_/g, " "));
    const alone = term.isExact ? [] : phrases.filter((phrase) => phrase.includes(" "))
      .flatMap((phrase) => phrase.split(" ").filter((word) => /^[a-z]{4,}$/.test(word)));
    const all = [...phrases, ...alone].map((phrase) => (CJK.test(phrase.charAt(0)) ? "" : " ") + phrase
      + (/\d$/.test(phrase) ? "(?!\\d)" : window.SearchTerms.isWhole(term, phrase) ? "(?![a-z])" : ""));
    return new RegExp(all.join("|"), "g");
  };
})();
