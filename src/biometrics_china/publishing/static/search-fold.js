/* Text and questions folded alike: lower case, without accents, punctuation and differences of
   spelling, by the table of publishing/search/words.py. publishing/search/folding.py does the same. */
(function () {
  "use strict";
  const CJK = /[\u2e80-\u9fff\uf900-\ufaff]/;
  const TOKEN = /[\u2e80-\u9fff\uf900-\ufaff]|[^\s\u2e80-\u9fff\uf900-\ufaff]+/g;
  const SILENT = /['\u2018\u2019\u201a\u201b\u2032\u02bc\uff07`\u00b4\u00ad\u200b-\u200d\u2060\ufeff]/g;

  window.SearchFold = function (table) {
    const spellings = table.spellings.map(([from, to]) => [new RegExp(from, "g"), to]);
    const known = new Map();

    function plain(token) {
      if (!known.has(token)) known.set(token, folded(token));
      return known.get(token);
    }

    /* The words of a token. */
    function folded(token) {
      let text = token.replace(SILENT, "").normalize("NFKC").toLowerCase().normalize("NFD");
      text = text.replace(/\p{M}/gu, "").normalize("NFC").replace(SILENT, "");
      text = Array.from(text, (char) => table.characters[char] || char).join("");
      text = text.replace(/(\d)[,\u066c](?=\d{3}(?!\d))/g, "$1");
      text = text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
      return spellings.reduce((words, [from, to]) => words.replace(from, to), text);
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

    /* The words under which the index holds a folded word: of Chinese its pairs of characters. */
    function held(word) {
      if (!CJK.test(word.charAt(0)) || word.length === 1) return [word];
      return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
    }

    /* Every stretch of the raw text that an expression covers, in order and without overlap. */
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

    return { CJK, fold, words, held, stretches };
  };
})();
