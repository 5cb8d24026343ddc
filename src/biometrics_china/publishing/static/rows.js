/* The records of a page, or of a whole table: found by words, put in order, shown as records or as a
   table of chosen columns, taken away as they are shown; each one can be cited or reported as wrong.
   A table of several pages is loaded as a script, which works from a folder too. */
(function () {
  "use strict";
  const tools = document.querySelector(".row-tools");
  if (!tools) return;
  const STEP = 100;
  const sections = [...document.querySelectorAll("section.record")];
  const fold = (words) => words.normalize("NFKD").toLowerCase();
  const clean = (node) => node.textContent.replace(/\s+/g, " ").trim();

  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...content);
    return made;
  }
  function button(words, act) {
    const made = element("button", { type: "button", class: "tool" }, words);
    made.addEventListener("click", act);
    return made;
  }

  /* records: of this page, and once asked for those of all parts; each with the text to look through */
  const heads = ["Id", "Name"];
  const record = (section) => {
    const cells = [section.id, section.dataset.name || clean(section.querySelector("h2")).replace(section.id, "").trim()];
    section.querySelectorAll("dt").forEach(function (term) {
      const name = term.textContent;
      if (!heads.includes(name)) heads.push(name);
      cells[heads.indexOf(name)] = clean(term.nextElementSibling);
    });
    return { href: "#" + section.id, cells: cells, words: fold(section.textContent), section: section };
  };
  const here = sections.map(record);
  let every = null;
  let asked = null;
  const state = { of: here, table: false, by: -1, down: false, most: STEP };
  const hidden = new Set(["Used by", "Versions"]);

  window.bookRows = function (held) {
    every = held.rows.map(function ([part, ...cells]) {
      const sorted = [];
      held.heads.forEach(function (head, place) {
        if (!heads.includes(head)) heads.push(head);
        sorted[heads.indexOf(head)] = cells[place] || "";
      });
      const page = tools.dataset.table + (part ? "-" + (part + 1) : "") + ".html#" + cells[0];
      return { href: page, cells: sorted, words: fold(cells.join(" ")) };
    });
  };

  const input = element("input", { id: "row-words", type: "search", autocomplete: "off" });
  const label = element("label", { for: "row-words" }, "Show records with the words ");
  const told = element("span", { role: "status" });
  const shape = button("Show as a table", () => { state.table = !state.table; draw(); });
  const take = button("Take them as CSV", save);
  const whole = element("input", { type: "checkbox", id: "row-whole" });
  const columns = element("details", { class: "row-columns" }, element("summary", {}, "Columns"));
  const sheet = element("div", { class: "row-sheet", hidden: "" });
  const first = element("p", {}, label, input, " ", told);
  const second = element("p", {}, shape, " ", take);
  if (tools.dataset.parts) {
    const words = "All " + tools.dataset.count + " records of the table";
    second.append(" ", whole, element("label", { for: "row-whole" }, " " + words));
  }
  tools.append(first, second, columns);
  tools.after(sheet);

  const number = (said) => Number(said.replace(/,/g, "").replace("\u2212", "-").replace(/ .*$/, ""));
  function key(said) {
    if (/^[-\u2212]?[\d,.]+( |$)/.test(said) && !/^\d{1,2} [A-Z]/.test(said)) return number(said);
    if (/^(\d{1,2} )?([A-Z][a-z]+ )?\d{4}$/.test(said)) return Date.parse(said + " UTC") / 864e5 || number(said);
    return NaN;
  }
  function compare(one, other) {
    const [a, b] = [one, other].map((row) => row.cells[state.by] || "");
    if (!a || !b) return a ? -1 : b ? 1 : 0;
    const [x, y] = [key(a), key(b)];
    const order = Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b, "en") : x - y;
    return state.down ? -order : order;
  }

  function found() {
    const wanted = fold(input.value).split(/\s+/).filter(Boolean);
    const rows = state.of.filter((row) => wanted.every((word) => row.words.includes(word)));
    return state.by < 0 ? rows : [...rows].sort(compare);
  }
  const shown = () => heads.map((_, place) => place).filter((place) => place < 1 || !hidden.has(heads[place]));

  function draw() {
    const rows = found();
    told.textContent = rows.length.toLocaleString("en") + " of " + state.of.length.toLocaleString("en")
      + (state.of === every ? " in the table." : " on this page.");
    shape.textContent = state.table ? "Show as records" : "Show as a table";
    const chosen = new Set(rows);
    here.forEach((row) => { row.section.hidden = state.table || !chosen.has(row); });
    columns.hidden = sheet.hidden = !state.table;
    if (!state.table) return;
    listColumns();
    sheet.replaceChildren(grid(rows.slice(0, state.most)));
    if (rows.length > state.most) {
      sheet.append(button("Show " + Math.min(STEP, rows.length - state.most) + " more of " + rows.length.toLocaleString("en"), function () {
        const from = state.most;
        state.most += STEP;
        draw();
        sheet.querySelectorAll("tbody a")[from].focus();
      }));
    }
  }

  function listColumns() {
    const known = columns.querySelectorAll("input").length;
    /* a column that says the name once more is there to be chosen */
    heads.forEach(function (head, place) {
      const says = (row) => row.cells[place] && row.cells[place] !== row.cells[1];
      if (place > 1 + known && !state.of.some(says)) hidden.add(head);
    });
    heads.slice(1 + known).forEach(function (head, place) {
      const id = "row-column-" + (1 + known + place);
      const box = element("input", { type: "checkbox", id: id });
      box.checked = !hidden.has(head);
      box.addEventListener("change", () => { hidden[box.checked ? "delete" : "add"](head); draw(); });
      columns.append(element("span", {}, box, element("label", { for: id }, " " + head)));
    });
  }

  function grid(rows) {
    const places = shown();
    const top = element("tr", {}, ...places.map(function (place) {
      const sort = button(heads[place], function () {
        state.down = state.by === place && !state.down;
        state.by = place;
        draw();
        sheet.querySelectorAll("thead button")[places.indexOf(place)].focus();
      });
      const is = state.by === place ? { "aria-sort": state.down ? "descending" : "ascending" } : {};
      return element("th", { scope: "col", ...is }, sort);
    }));
    const body = rows.map((row) => element("tr", {}, ...places.map(function (place) {
      const said = row.cells[place] || "";
      return place ? element("td", {}, said) : element("th", { scope: "row" }, element("a", { href: row.href }, said));
    })));
    const table = element("table", {}, element("thead", {}, top), element("tbody", {}, ...body));
    table.setAttribute("aria-label", "Records as a table");
    return element("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": "Records as a table, scrollable" }, table);
  }

  /* a cell that a spreadsheet would take for a formula begins with an apostrophe */
  const cell = (words) => '"' + (words || "").replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""') + '"';
  function save() {
    const places = state.table ? shown() : heads.map((_, place) => place);
    const lines = [places.map((place) => heads[place]), ...found().map((row) => places.map((place) => row.cells[place]))];
    const csv = "\ufeff" + lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
    const address = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
    element("a", { href: address, download: tools.dataset.table + ".csv" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function load() {
    asked = asked || new Promise(function (done, failed) {
      const script = element("script", { src: tools.dataset.parts });
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
    return asked;
  }
  whole.addEventListener("change", function () {
    if (!whole.checked) { state.of = here; draw(); return; }
    told.textContent = "Loading the table.";
    load().then(function () { state.of = every; state.table = true; draw(); }, function () {
      whole.checked = false;
      told.textContent = "The table could not be loaded.";
    });
  });
  input.addEventListener("input", function () { state.most = STEP; draw(); });

  /* a record that is asked for is shown, whatever the words */
  window.addEventListener("hashchange", function () {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.hidden) return;
    Object.assign(state, { of: here, table: false });
    input.value = "";
    whole.checked = false;
    draw();
    target.scrollIntoView();
  });

  /* a record that stands on another page of the table by now is gone to */
  function seek() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id || document.getElementById(id) || !tools.dataset.parts) return;
    load().then(function () {
      const row = every.find((one) => one.cells[0] === id);
      if (row) location.replace(row.href);
    }, () => {});
  }
  window.addEventListener("hashchange", seek);
  seek();

  /* one step: the text is shown and copied */
  function told_of(section, words) {
    const name = here.find((row) => row.section === section).cells[1];
    /* the first page of a table leads on to every record of it; nobody else knows the folder of a reader */
    const first_page = tools.dataset.table + ".html";
    const place = location.protocol === "file:" ? "data/" + first_page : new URL(first_page, location.href).href;
    const said = name ? words : words.replace(/ \(\{name\}\)|: \{name\}/, "");
    return said.replace("{id}", () => section.id).replace("{name}", () => name)
      .replace("{address}", () => place + "#" + section.id);
  }
  sections.forEach(function (section) {
    const box = element("p", { class: "row-words", hidden: "" });
    const acts = [["Cite", tools.dataset.cite], ["Report as wrong", tools.dataset.report]].map(([name, words]) =>
      button(name, function () {
        const said = told_of(section, words);
        const note = element("span", { role: "status" });
        box.replaceChildren(element("span", { class: "row-said" }, said), " ", note);
        box.hidden = false;
        getSelection().selectAllChildren(box.firstChild);
        const copied = navigator.clipboard ? navigator.clipboard.writeText(said) : Promise.reject();
        copied.then(() => { note.textContent = "Copied."; }, () => { note.textContent = "Selected: copy it with the keyboard."; });
      }));
    acts.forEach((act) => act.setAttribute("aria-label", act.textContent + ": " + section.id));
    const last = element("p", { class: "row-acts" }, acts[0], " ", acts[1]);
    section.append(last, box);
  });
  draw();
})();
