/* The text of a file whose encoding nobody told, by the rules of `register.reading.decoding`: taken only
   where the bytes leave no doubt. Big5, Shift JIS, EUC and others are refused in one line. */
(function () {
  "use strict";
  const page = window.registerPage;
  const EVERYDAY = 2 / 3;
  const NAMED = 3 / 10;
  const WESTERN = /^[À-ËÍ-ÏÑ-ÖØ-Üß-ëí-ïñ-öø-ü‘’“”–—«»°·§®™\u00a0\x00-\x7f]*$/;
  const NOT_WESTERN = new RegExp("[À-ü]{3}|[a-zß-ü.][À-Ü]|[A-ZÀ-Ü][À-Ü][a-zß-ü]|È[a-zß-ü]"
    + "|[A-Za-zÀ-ü][“”–—«»°·§®™\\u00a0][A-Za-zÀ-ü]");
  const inNames = () => document.querySelector(".batch").dataset.inNames;

  function tried(bytes, encoding) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  }

  /* the characters whose two bytes in GB18030 lie between these bounds */
  function between(firsts, seconds) {
    const found = new Set();
    for (let first = firsts[0]; first <= firsts[1]; first += 1) {
      for (let second = seconds[0]; second <= seconds[1]; second += 1) {
        const one = tried(new Uint8Array([first, second]), "gb18030");
        if (one?.length === 1) found.add(one);
      }
    }
    return found;
  }

  /* most characters are everyday ones (the first level of GB 2312), some frequent in names, two side by side */
  function isChinese(text) {
    const everyday = between([0xb0, 0xd7], [0xa1, 0xfe]);
    const marks = new Set([...between([0xa1, 0xa1], [0x40, 0xfe]), ...between([0xa3, 0xa3], [0x40, 0xfe])]);
    const letters = Array.from(text).filter((c) => c > "\x7f" && !marks.has(c));
    const named = new Set(inNames());
    const count = (set) => letters.filter((c) => set.has(c)).length;
    return count(named) >= NAMED * letters.length && /[\u4e00-\u9fff]{2}/.test(text)
      && count(everyday) >= EVERYDAY * letters.length;
  }

  const isWestern = (text) => WESTERN.test(text) && !NOT_WESTERN.test(text);

  /* a browser reads no UTF-32 by itself */
  function utf32(bytes, isLittle) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let text = "";
    for (let at = 4; at + 4 <= bytes.length; at += 4) {
      const code = view.getUint32(at, isLittle);
      if (code > 0x10ffff) throw new Error("byte " + at + " is not UTF-32; save the file as UTF-8");
      text += String.fromCodePoint(code);
    }
    return text;
  }

  function marked(bytes) {
    const starts = (...mark) => mark.every((byte, place) => bytes[place] === byte);
    if (starts(0xff, 0xfe, 0, 0)) return utf32(bytes, true);
    if (starts(0, 0, 0xfe, 0xff)) return utf32(bytes, false);
    if (starts(0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
    return starts(0xfe, 0xff) ? new TextDecoder("utf-16be").decode(bytes) : null;
  }

  /* what is beyond ASCII is UTF-8 more often than not, so that the file is one with a fault */
  function isDamaged(bytes) {
    const text = Array.from(new TextDecoder().decode(bytes));
    const lost = text.filter((c) => c === "\ufffd").length;
    return text.filter((c) => c > "\x7f").length - lost >= Math.max(lost, 1);
  }

  page.decoded = function (bytes) {
    const text = marked(bytes) ?? tried(bytes, "utf-8");
    if (text !== null) return text;
    if (isDamaged(bytes)) throw new Error("a part of the file is not UTF-8; save it as UTF-8");
    const chinese = tried(bytes, "gb18030");
    if (chinese !== null && isChinese(chinese)) return chinese;
    const western = new TextDecoder("windows-1252").decode(bytes);
    if (isWestern(western)) return western;
    throw new Error("the file is not UTF-8, and which encoding it is of is not certain; save it as UTF-8");
  };
})();
