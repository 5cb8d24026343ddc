/* The first sheet of a workbook (XLSX, ECMA-376): a zip file of XML. What is not understood is said in
   one line. */
(function () {
  "use strict";
  const page = window.registerPage;
  const MOST_COLUMNS = 1000;
  const MOST_TEXT = 200 * 1024 * 1024;
  const bad = (why) => new Error("the workbook could not be read: " + why + "; save it as CSV");

  /* name → place, size and method of each part, from the directory at the end of a zip file */
  function directory(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let end = bytes.length - 22;
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
    if (end < 0) throw bad("it is cut off");
    const parts = new Map();
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw bad("its directory is broken");
      const [nameSize, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize));
      parts.set(name, {
        flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true),
        at: view.getUint32(at + 42, true), view, bytes,
      });
      at += 46 + nameSize + extra + comment;
    }
    return parts;
  }

  async function textOf(part) {
    if (part.flags & 1) throw bad("it is locked with a password");
    if (part.size > MOST_TEXT) throw bad("it is too large");
    if (part.at + 30 > part.bytes.length) throw bad("it is cut off");
    const from = part.at + 30 + part.view.getUint16(part.at + 26, true) + part.view.getUint16(part.at + 28, true);
    const packed = part.bytes.subarray(from, from + part.packed);
    if (part.method === 0) return new TextDecoder().decode(packed);
    if (part.method !== 8) throw bad("a part of it is packed in an unknown way");
    try {
      const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      return await new Response(stream).text();
    } catch {
      throw bad("a part of it is damaged");
    }
  }

  async function xml(parts, name) {
    const part = parts.get(name);
    if (!part) return null;
    const text = await textOf(part);
    if (/<!DOCTYPE/i.test(text)) throw bad("it has a document type");
    const tree = new DOMParser().parseFromString(text, "application/xml");
    if (tree.querySelector("parsererror")) throw bad(name + " is no XML");
    return tree;
  }

  const all = (tree, name) => Array.from(tree.getElementsByTagNameNS("*", name));
  /* the text of a string; readings in Pinyin or kana that stand beside it are left out */
  const words = (node) => all(node, "t").filter((t) => t.parentNode.localName !== "rPh")
    .map((t) => t.textContent).join("");
  const columnOf = (reference) => Array.from(reference.replace(/\d+/g, ""))
    .reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

  async function firstSheet(parts) {
    const book = await xml(parts, "xl/workbook.xml");
    const ties = await xml(parts, "xl/_rels/workbook.xml.rels");
    if (!book || !ties) throw bad("it holds no workbook");
    const sheet = all(book, "sheet").find((s) => (s.getAttribute("state") || "visible") === "visible");
    const id = sheet?.getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id")
      || sheet?.getAttribute("r:id");
    const tie = all(ties, "Relationship").find((r) => r.getAttribute("Id") === id);
    const target = tie?.getAttribute("Target") || "";
    const tree = await xml(parts, target.startsWith("/") ? target.slice(1) : "xl/" + target);
    if (!tree) throw bad("its first sheet is missing");
    return tree;
  }

  function cellText(cell, strings) {
    const value = all(cell, "v")[0]?.textContent ?? "";
    const kind = cell.getAttribute("t");
    if (kind === "s") return strings[Number(value)] ?? "";
    return kind === "inlineStr" ? words(cell) : value;
  }

  page.workbook = async function (bytes) {
    const parts = directory(bytes);
    const shared = await xml(parts, "xl/sharedStrings.xml");
    const strings = shared ? all(shared, "si").map(words) : [];
    const rows = all(await firstSheet(parts), "row").map(function (row) {
      const cells = [];
      for (const cell of all(row, "c")) {
        const reference = cell.getAttribute("r");
        const place = reference ? columnOf(reference) : cells.length;
        if (place >= MOST_COLUMNS) throw bad("it has a cell " + reference + "; at most 1,000 columns are right");
        cells[place] = cellText(cell, strings);
      }
      return Array.from(cells, (text) => text ?? "");
    });
    return rows.filter((cells) => cells.some((cell) => cell.trim()));
  };
})();
