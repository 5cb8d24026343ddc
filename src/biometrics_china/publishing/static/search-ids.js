/* Lasting ids that were typed: where they lead (publishing/search/ids.py), whatever else is found. */
(function () {
  "use strict";
  const LOOKS = /^(?=.*[-_./\d])[a-z\d][a-z\d._/-]+$/; // a word alone is looked for as a word
  const PREFIXES = ["number-", "source-", "work-", "body-", "table-", "vocabulary-"];

  /* The forms under which a typed id may be held: [id, table]; a number is printed with a dot too. */
  function forms(query) {
    const typed = query.trim().toLowerCase();
    if (!LOOKS.test(typed)) return [];
    const [table, row] = typed.includes("/") ? typed.split("/") : ["", typed];
    const found = [[row, table], ["number-" + row.replace(/[._]/g, "-"), ""]];
    for (const prefix of PREFIXES) if (row.startsWith(prefix)) found.push([row.slice(prefix.length), ""]);
    return found.filter(([id]) => id);
  }

  const shard = (id) => "i" + (/^[a-z]/.test(id) ? id[0] : "0");

  /* Units, as the first part has them, of the ids that a question is; `part` loads a part by its name. */
  async function named(query, data, part) {
    const found = [];
    for (const [id, table] of forms(query)) {
      if (!data.ids.includes(shard(id))) continue;
      for (const [page, prefix, name, kind, of, ids] of (await part(shard(id))) || []) {
        const held = (" " + ids.toLowerCase() + " ").indexOf(" " + id + " ");
        if (held < 0 || (table ? table !== of : data.meanings.includes(data.kinds[kind][0]))) continue;
        const whole = ids.slice(held, held + id.length);
        found.push([kind, page, prefix === null ? "" : prefix + whole, name + ": " + whole, null, 0]);
      }
    }
    return found.sort((a, b) => data.kinds[b[0]][1] - data.kinds[a[0]][1]); // of two of one id
  }

  window.SearchIds = { forms, named, looksLikeOne: (query) => LOOKS.test(query.trim().toLowerCase()) };
})();
