/* What a reader sees of an answer: how a body stands on the lists, its records, what they do not
   show, what to do next, and the lists as they were read. */
(function () {
  "use strict";
  const page = window.registerPage;
  const element = page.element;
  /* what is printed: so many records of a kind, and so many bodies; files and pages have all */
  const PRINTED = 3;
  const PRINTED_LISTS = 6;
  const BODIES = 4;
  const MEANING = {
    same: "This name, apart from its form",
    sound: "Same sound in Pinyin: compare the characters",
    order: "The words of a name of this body, in another order or language",
    part: "What you typed is part of a name of this body",
    inside: "A name of this body, or the beginning of one, stands inside what you typed: a branch, or another body",
    abbreviation: "What you typed may be short for a name of this body: most often another body",
    similar: "Similar spelling: most often another body",
  };
  page.meaning = (grade) => MEANING[grade] || grade;

  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  /* the first line of an answer: the rules and the words of `register.opening` */
  page.sentence = function (query, { verdict, hits, same }, entries, { opening }) {
    const isWithin = window.isFewHan(query, opening.few) && hits.every((hit) => hit.grade === "part");
    const near = isWithin ? "within" : "near";
    const form = verdict !== "check" ? verdict : same > 1 ? "several" : same ? "borne" : near;
    const count = hits.filter((hit) => hit.body.on.length).length;
    return filled(opening.said[form], {
      name: query.trim(), latin: window.isHanName(query) ? opening.latin : "", same, lead: entries[0]?.lead,
      hits: filled(opening.bodies[Math.min(hits.length, 2) - 1] || "", { count: hits.length }),
      on: filled(opening.on[Math.min(count, 2)], { count }),
    });
  };

  /* that lists are old by the reader's clock; empty if none is */
  page.age = function ({ editions, opening }) {
    const old = editions.filter((read) => page.isOld(read.read_to));
    if (!old.length) return "";
    const form = old.length === 1 ? "one" : old.length === editions.length ? "all" : "some";
    const [first] = old.filter((read) => read.read_to).sort((a, b) => (a.read_to < b.read_to ? -1 : 1));
    const oldest = !first ? "on a day that is not known"
      : (first.read_to.length === 10 ? "on " : "in ") + first.read_to_said;
    return filled(opening.age[form], { all: editions.length, count: old.length, days: page.OLD, oldest })
      + opening.look;
  };

  /* the same as a paragraph, or nothing */
  page.ageNote = (data) => (page.age(data) ? [element("p", page.age(data), { class: "notice old-lists" })] : []);

  const list = (items, attributes) =>
    element("ul", items.map((item) => (item.tagName === "LI" ? item : element("li", item))), attributes);

  /* for an answer that found nothing: what was read only in part, and what stood against what */
  page.compared = function (data) {
    const names = data.bodies.reduce((sum, b) => sum + b.keys.length, 0);
    const words = "It was compared with " + names.toLocaleString("en") + " names of "
      + data.bodies.length.toLocaleString("en") + " bodies: official names in English and Chinese, "
      + "former and short names, brands, aliases on official lists, and names as the sources of this "
      + "book write them; letter by letter, by legal form, by sound in Pinyin, by parts, and by "
      + "similar spelling.";
    const partly = "Of the " + data.editions.length + " official lists, read only in part:";
    const gap = data.partly.length ? [element("p", partly), list(data.partly, { class: "partly" })] : [];
    return [...gap, element("p", words)];
  };

  const titled = (title, ...content) => [element("h3", title), ...content];

  function recordLine(record, isOver) {
    const source = element("a", record.source || "source",
      { href: "reference/sources.html#source-" + record.source_id });
    const kind = " (" + record.source_kind.toLowerCase() + (record.read_in ? ", read in a " + record.read_in : "") + ")";
    const basis = record.source_id ? [source, kind, " · "] : [];
    const day = record.date ? [element("b", record.date_said), " "] : [];
    const small = element("small", [...basis, "record ", element("code", record.record)]);
    return element("li", [...day, record.text + ". ", small], isOver ? { class: "over" } : {});
  }

  function recordsOf(entry, kind, title) {
    const rows = entry.records.filter((r) => r.kind === kind);
    if (!rows.length) return [];
    const over = rows.length - (kind === "list" ? PRINTED_LISTS : PRINTED);
    const lines = rows.map((record, place) => recordLine(record, place < over));
    const more = over > 0 ? "Not printed: " + over + " more, on register/" + entry.page : "";
    if (more) lines.push(element("li", more, { class: "printed-only" }));
    return [element("h4", title), list(lines, { class: "records" })];
  }

  const dotted = (line) => line.replace(/\.$/, "") + ".";
  const linked = (line) => dotted(line).split(/(https:\/\/[^\s()]+[^\s().;,:])/).map((part, place) =>
    (place % 2 ? element("a", part, { href: part }) : part));
  const section = ({ kind, heading, lines }) =>
    [element("h4", heading), list(lines.map(linked), { class: "lines-" + kind })];

  function noneUnder(entry, data) {
    const none = Object.keys(data.kinds).filter((k) => !entry.records.some((r) => r.kind === k));
    const titles = none.map((k) => data.kinds[k].toLowerCase()).join("; ");
    return none.length ? [element("p", "No record under: " + titles + ".", { class: "none-under" })] : [];
  }

  const changed = ({ since }) => (since.lines?.length ? [element("div", section({ kind: "since",
    heading: "Changed since version " + since.version, lines: since.lines }), { class: "since-lines" })] : []);

  /* a body: how it and its kin stand, what its name says, its records by kind, and where there are none */
  const bodyParts = (entry, data) => [
    ...entry.sections.flatMap(section),
    ...Object.entries(data.kinds).flatMap(([kind, title]) => recordsOf(entry, kind, title)),
    ...changed(entry),
    ...(entry.records.length ? noneUnder(entry, data) : [element("p", data.no_record)]),
  ];

  /* the name of a country in place of its code */
  const seats = new Intl.DisplayNames(["en"], { type: "region" });
  const seat = (code) => (/^[A-Z]{2}$/.test(code || "") ? seats.of(code) : code);

  /* the one body that bears the name is shown whole; of others the reader opens what is to be read */
  function item(hit, entry, data, isWhole) {
    const body = hit.body;
    const link = element("a", body.name, { href: "../register/" + body.page });
    const chinese = body.name_en && body.name_zh ? [" ", element("span", body.name_zh, { lang: "zh" })] : [];
    const facts = [body.kind, seat(body.country)].filter(Boolean).join(", ");
    const head = [element("h3", [link, ...chinese]), element("p", page.meaning(hit.grade) + ". " + facts + ".")];
    const parts = bodyParts(entry, data);
    if (!isWhole) {
      const count = entry.records.length + (entry.records.length === 1 ? " record" : " records");
      head.push(element("p", dotted(entry.standing[0]), { class: "lead" }));
      parts.splice(0, parts.length, element("details", [element("summary", count), ...parts]));
    }
    return element("li", [...head, ...parts], { class: (isWhole ? "whole" : "folded") + " grade-" + hit.grade, "data-id": body.id });
  }

  page.results = function (hits, entries, data, { verdict, same }) {
    const items = hits.map((hit, place) => item(hit, entries[place], data, same === 1 && hit.grade === "same"));
    const over = items.slice(BODIES);
    over.forEach((one) => one.classList.add("over"));
    const names = hits.slice(BODIES).map((hit) => hit.body.name).join("; ");
    if (over.length) items.push(element("li", "Also to compare: " + names, { class: "printed-only" }));
    return element("ol", items, { class: "screening-results", "data-verdict": verdict });
  };

  /* lists that were read in one edition stand in one line */
  function editions(data) {
    const groups = new Map();
    for (const read of data.editions) {
      const key = [read.authority, read.country, read.edition, read.read_to, read.changes].join("|");
      groups.set(key, [...(groups.get(key) || []), read]);
    }
    return list(Array.from(groups.values(), edition), { class: "editions" });
  }

  function edition(group) {
    const [read] = group;
    const names = group.flatMap((e, place) => [place ? "; " : "",
      e.address ? element("a", e.name, { href: e.address }) : e.name]);
    const day = element("time", read.read_to_said, { class: "read-to", datetime: read.read_to });
    return [...names, " (" + read.authority + ", " + read.country + "): " + read.edition
      + ", known up to ", day, "; changes " + read.changes];
  }

  /* what a name itself points to, where the register holds nothing under it */
  page.signs = function (query, data) {
    const said = data.signs.filter((sign) => new RegExp(sign.pattern, "i").test(query));
    return said.length ? [element("h3", "What the name says"), list(said.map((s) => linked(s.says)))] : [];
  };

  /* what follows the bodies of every answer */
  page.closing = (data) => [
    ...titled("What the records do not show", list(data.not_shown.map(linked))),
    ...titled("Next steps", list(data.next_steps.map(linked), { class: "steps" })),
    ...titled("The lists as they were read", editions(data)),
  ];
})();
