/* Tables from the reader's disk: text with commas, semicolons or tabs, and workbooks (XLSX). Each reader returns rows of cells, or throws an Error whose message is one line. */
(function () {
  "use strict";
  const page = window.registerPage;
  const MOST_BYTES = 50 * 1024 * 1024;
  const MOST_IN_CELL = 131072;

  /* the mark that stands most often, outside of quotes, in the first line */
  function delimiter(text) {
    const first = (text.match(/^(?:"(?:[^"]|"")*"|[^"\r\n])*/) || [""])[0].replace(/"(?:[^"]|"")*"/g, "");
    const count = (mark) => first.split(mark).length;
    return ["\t", ";", ","].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ",");
  }

  /* rows of delimited text, as RFC 4180 has them */
  page.parted = function (text, mark = delimiter(text)) {
    const rows = [];
    let row = [];
    let place = 0;
    while (place < text.length) {
      const start = place;
      let cell = "";
      if (text[place] === '"') {
        let end = place + 1;
        while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) {
          end += text[end] === '"' ? 2 : 1;
        }
        if (end >= text.length) throw new Error("a quote that opens in row " + (rows.length + 1) + " does not close");
        cell = text.slice(place + 1, end).replaceAll('""', '"');
        place = end + 1;
      }
      const rest = place;
      while (place < text.length && !(mark + "\r\n").includes(text[place])) place += 1;
      row.push(cell + text.slice(rest, place));
      if (place - start > MOST_IN_CELL) {
        throw new Error("row " + (rows.length + 1) + " has a cell of more than " + MOST_IN_CELL.toLocaleString("en")
          + " characters; a shorter one is right");
      }
      if (text[place] === mark) {
        place += 1;
        if (place < text.length) continue;
        row.push("");
      }
      if (text[place] === "\r" && text[place + 1] === "\n") place += 1;
      place += 1;
      rows.push(row);
      row = [];
    }
    return rows.filter((cells) => cells.some((cell) => cell.trim()));
  };

  /* rows of a file by its content; its name decides between text and workbook only if nothing else does */
  page.readFile = async function (file) {
    if (file.size > MOST_BYTES) throw new Error(file.name + " is larger than 50 MB; split it");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
      throw new Error(file.name + " is an old or locked workbook; save it as XLSX or CSV without a password");
    }
    const text = isZip ? "" : page.decoded(bytes).replace(/^\ufeff/, "");
    if (text.includes("\0")) throw new Error(file.name + " is no table of text; CSV, TSV, TXT and XLSX are read");
    const rows = isZip ? await page.workbook(bytes) : page.parted(text, /\.txt$/i.test(file.name)
      && !text.includes("\t") ? "\n" : undefined);
    if (!rows.length) throw new Error(file.name + " is empty");
    return rows;
  };
})();
