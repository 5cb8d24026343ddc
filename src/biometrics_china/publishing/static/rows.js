/* The records of a page: shown by words in them, and those that are shown taken away as a table. */
(function () {
  "use strict";
  const tools = document.querySelector(".row-tools");
  if (!tools) return;
  const records = [...document.querySelectorAll(".record")];
  const fold = (words) => words.normalize("NFKD").toLowerCase();
  const texts = records.map((record) => fold(record.textContent));
  const element = function (name, attributes, content) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.textContent = content || "";
    return made;
  };

  const label = element("label", { for: "row-words" }, "Show records with the words ");
  const input = element("input", { id: "row-words", type: "search", autocomplete: "off" });
  const told = element("span", { role: "status" });
  const take = element("button", { type: "button" }, "take them as CSV");
  tools.append(label, input, " ", told, " ", take);

  function show() {
    const wanted = fold(input.value).split(/\s+/).filter(Boolean);
    records.forEach(function (record, place) {
      record.hidden = !wanted.every((word) => texts[place].includes(word));
    });
    told.textContent = records.filter((record) => !record.hidden).length + " of " + records.length + " on this page.";
  }

  /* a cell that a spreadsheet would take for a formula begins with an apostrophe */
  const cell = (words) => '"' + words.replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""') + '"';

  function csv() {
    const chosen = records.filter((record) => !record.hidden);
    const rows = chosen.map(function (record) {
      const found = new Map([["id", record.id]]);
      record.querySelectorAll("dt").forEach((term) => found.set(term.textContent, term.nextElementSibling.textContent));
      return found;
    });
    const heads = [...new Set(rows.flatMap((row) => [...row.keys()]))];
    const lines = [heads, ...rows.map((row) => heads.map((head) => row.get(head) || ""))];
    return "\ufeff" + lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  take.addEventListener("click", function () {
    const address = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
    const file = element("a", { href: address, download: tools.dataset.table + ".csv" });
    file.click();
    URL.revokeObjectURL(address);
  });
  input.addEventListener("input", show);
  /* a record that is asked for is shown, whatever the words */
  window.addEventListener("hashchange", function () {
    const asked = document.getElementById(location.hash.slice(1));
    if (asked && asked.hidden) { input.value = ""; show(); asked.scrollIntoView(); }
  });
  show();
})();
