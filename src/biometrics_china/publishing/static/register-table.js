/* The answers to many names as a table to sort and to take away. The columns of the files are those of
   the command `screen`. */
(function () {
  "use strict";
  const page = window.registerPage;
  const element = page.element;
  const SHOWN = 500;
  const COMPARED = 3;
  const VERDICTS = {
    named: "one body bears this name",
    check: "compare",
    unread: "could not be compared",
    none: "nothing held; no clearance",
  };
  const RANK = Object.keys(VERDICTS);
  const COLUMNS = ["line", "name", "verdict", "agreement", "meaning", "entity_id", "entity", "country",
    "lists", "kin", "records", "kinds", "signs", "version", "read_to", "old"];

  /* the bodies that a row speaks of, and the weight of the heaviest list that one of them is on */
  const spoken = ({ answer }) => answer.hits.slice(0, answer.verdict === "named" ? 1 : COMPARED);
  const weight = (one) => Math.min(Infinity, ...spoken(one).flatMap((hit) => hit.body.on));
  const rank = (one) => RANK.indexOf(one.answer.verdict);

  const before = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const ORDERS = {
    Line: (a, b) => a.line - b.line,
    Name: (a, b) => before(a.name.toLowerCase(), b.name.toLowerCase()),
    Answer: (a, b) => rank(a) - rank(b) || before(weight(a), weight(b)),
    Bodies: (a, b) => before(spoken(a)[0]?.body.name || "\uffff", spoken(b)[0]?.body.name || "\uffff"),
    "Heaviest list": (a, b) => before(weight(a), weight(b)) || rank(a) - rank(b),
  };

  function bodies(one) {
    const links = spoken(one).flatMap((hit, place) => [place ? "; " : "",
      element("a", hit.body.name, { href: "../register/" + hit.body.page })]);
    const more = one.answer.hits.length - spoken(one).length;
    return more > 0 ? [...links, " and " + more + " more"] : links;
  }

  /* what the words of a name point to */
  const signs = (name, data) =>
    data.signs.filter((sign) => new RegExp(sign.pattern, "i").test(name)).map((sign) => sign.says);

  function rowOf(one, data) {
    const says = signs(one.name, data).map((words) => element("small", " " + words + "."));
    const told = [VERDICTS[one.answer.verdict], ...says];
    const list = weight(one) === Infinity ? "" : data.order[weight(one)];
    const maybe = list && one.answer.verdict !== "named" ? "if it is one of them: " : "";
    const whole = element("a", one.name, { href: "#name=" + encodeURIComponent(one.name) });
    const cells = [element("td", String(one.line), { class: "number" }), element("th", whole, { scope: "row" }),
      ...[told, bodies(one), maybe + list].map((content) => element("td", content))];
    return element("tr", cells, { "data-verdict": one.answer.verdict });
  }

  const readTo = (data) => {
    const days = data.editions.map((e) => e.read_to).filter(Boolean).sort();
    return [...new Set([days[0], days.at(-1)])].join(" to ");
  };

  /* one row for each body that a name may mean, or one without a body */
  function rowsOf(found, { data, known }) {
    const old = page.age(data);
    return found.flatMap(function ({ line, name, answer }) {
      const about = { line, name, verdict: answer.verdict, meaning: VERDICTS[answer.verdict],
        signs: signs(name, data).join("; "), version: data.version, read_to: readTo(data), old };
      const hits = answer.hits.map(function (hit) {
        const entry = known.get(hit.body.id);
        const kinds = Object.keys(data.kinds).filter((k) => entry.records.some((r) => r.kind === k));
        const kin = entry.sections.find((section) => section.kind === "kin")?.lines || [];
        const lists = entry.lists.length ? entry.standing : [];
        const verdict = answer.verdict === "named" && hit.grade === "same" ? "named" : "check";
        return { ...about, verdict, agreement: hit.grade, meaning: page.meaning(hit.grade), entity_id: entry.id,
          entity: entry.name, country: entry.country, lists: lists.join("; "), kin: kin.join("; "),
          records: entry.records.length, kinds: kinds.map((k) => data.kinds[k]).join("; ") };
      });
      return hits.length ? hits : [about];
    });
  }

  function buttons(found, told) {
    const save = (ending, text) => page.download(
      "screening-" + told.at.iso.slice(0, 10) + "-" + found.length + "-names." + ending, text());
    const asCsv = () => page.csv([COLUMNS, ...rowsOf(found, told).map((row) => COLUMNS.map((c) => row[c]))]);
    const asJson = () => JSON.stringify({ asked_at: told.at.iso, version: told.data.version,
      caution: told.data.caution, old: page.age(told.data), lists: told.data.editions, answers: rowsOf(found, told) }, null, 1) + "\n";
    return [["Save the table as CSV", "csv", asCsv], ["Save the table as JSON", "json", asJson]]
      .map(function ([words, ending, text]) {
        const made = element("button", words, { type: "button", class: "tool" });
        made.addEventListener("click", () => save(ending, text));
        return made;
      });
  }

  /* show answers in a part of the page, by their heaviest list first; none empties it */
  page.table = function (part, found, told) {
    const place = part.querySelector(".batch-results");
    place.replaceChildren();
    if (!found.length) return;
    const body = element("tbody", "");
    const more = element("button", "Show more rows", { type: "button", class: "tool" });
    const heads = Object.keys(ORDERS).map(function (title) {
      const button = element("button", title, { type: "button" });
      button.addEventListener("click", () => sort(title));
      return element("th", button, { scope: "col", "data-column": title });
    });
    let sorted = [];
    let by = "";
    let up = true;

    function show() {
      const next = sorted.slice(body.rows.length, body.rows.length + SHOWN);
      body.append(...next.map((one) => rowOf(one, told.data)));
      more.hidden = body.rows.length >= sorted.length;
    }

    function sort(title) {
      up = title === by ? !up : true;
      by = title;
      sorted = [...found].sort(ORDERS[title]);
      if (!up) sorted.reverse();
      for (const head of heads) head.removeAttribute("aria-sort");
      heads.find((head) => head.dataset.column === title)
        .setAttribute("aria-sort", up ? "ascending" : "descending");
      body.replaceChildren();
      show();
    }

    more.addEventListener("click", show);
    const grid = element("table", [element("thead", element("tr", heads)), body], { "aria-label": "Answers" });
    const scroll = element("div", grid, { class: "table-scroll", tabindex: "0", role: "region",
      "aria-label": "Answers, scrollable" });
    place.append(...page.ageNote(told.data), element("p", buttons(found, told), { class: "filing-buttons" }), scroll, more);
    sort("Answer");
  };
})();
