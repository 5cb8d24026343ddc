/* What the scripts of the register share: elements, what is loaded when it is needed, files to take
   away, and the reader's clock. Everything is loaded as a script of this site, so that the page works
   from a folder; what is typed or opened goes nowhere. */
(function () {
  "use strict";
  const page = window.registerPage;
  const form = document.querySelector(".screening");
  const loading = new Map();
  const held = {};

  /* Chinese and Japanese words carry their language, as on the written pages */
  const RUN = /([\u3041-\u30ff\u3400-\u9fff]+)/;
  function spoken(part) {
    if (typeof part !== "string" || !RUN.test(part)) return [part];
    return part.split(RUN).map((words, place) => (place % 2 === 0 ? words : page.element("span", words,
      { lang: /[\u3041-\u30ff]/.test(words) ? "ja" : "zh" })));
  }

  page.element = function (name, content, attributes = {}) {
    const made = document.createElement(name);
    const parts = [content].flat().filter((part) => part !== "" && part != null);
    made.append(...(attributes.lang || name === "option" ? parts : parts.flatMap(spoken)));
    Object.entries(attributes).forEach(([k, v]) => made.setAttribute(k, v));
    return made;
  };

  function load(src) {
    if (!loading.has(src)) {
      loading.set(src, new Promise((done, fail) => {
        const script = page.element("script", "", { src });
        script.onload = done;
        script.onerror = () => { loading.delete(src); fail(new Error(src + " could not be loaded")); };
        document.head.append(script);
      }));
    }
    return loading.get(src);
  }

  page.ofRegister = (file) => load(form.dataset.folder + file + "?v=" + form.dataset.mark);

  /* names and tables of matching, and the script that matches; also what all answers say */
  page.names = async function () {
    await page.ofRegister("names.js");
    await load(form.dataset.matchSrc);
    return window.REGISTER;
  };

  /* called by each file of records */
  page.keep = (bodies) => Object.assign(held, bodies);

  /* the whole entries of some bodies, as they stand in `REGISTER.bodies`, in their order */
  page.records = async function (bodies) {
    const shards = new Set(bodies.map((b) => b.shard));
    await Promise.all(Array.from(shards, (n) => page.ofRegister(String(n).padStart(2, "0") + ".js")));
    return bodies.map((b) => held[b.id]);
  };

  /* the text of a cell, each end of a line in it as one blank: `register.reading.bad` */
  page.inOneLine = (cell) => cell.trim()
    .replace(/[ \t]*[\n\r\v\f\x85\u2028\u2029][ \t\n\r\v\f\x85\u2028\u2029]*/g, " ");

  /* why a text is no name that can be looked up, or nothing: `register.reading.bad` */
  page.wrong = function (name) {
    const { length } = Array.from(name);
    if (length > 300) return "has " + length.toLocaleString("en") + " characters; at most 300 are right";
    const [strange] = name.match(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u) || [];
    const code = strange?.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    return strange ? "holds the character U+" + code + "; a name on one line of text is right" : "";
  };

  /* a cell that a table program would take for a formula is made text */
  const defused = (cell) => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? "'" + cell : cell);
  const quoted = (cell) => (/[",\r\n]/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell);

  page.csv = (rows) => rows.map((row) =>
    row.map((cell) => quoted(defused(String(cell ?? "")))).join(",") + "\r\n").join("");

  page.download = function (name, text) {
    const type = name.endsWith(".json") ? "application/json" : "text/csv;charset=utf-8";
    const start = name.endsWith(".csv") ? "\ufeff" : "";
    const href = URL.createObjectURL(new Blob([start, text], { type }));
    page.element("a", "", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60000);
  };

  /* the reader's clock: in words, and as ISO 8601 with the distance to UTC */
  page.now = function () {
    const at = new Date();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const away = -at.getTimezoneOffset();
    const two = (n) => String(Math.trunc(Math.abs(n))).padStart(2, "0");
    const offset = (away < 0 ? "-" : "+") + two(away / 60) + ":" + two(away % 60);
    const iso = new Date(at.getTime() + away * 60000).toISOString().slice(0, 19) + offset;
    const words = at.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
    return { iso, zone, words: words + " (UTC" + offset + ", " + zone + ")" };
  };
})();
