/* The document for the file: an answer with the remark and name of whoever asked, on paper (the page
   prints as that and nothing else), as JSON, and as CSV. Remark and name are kept nowhere. */
(function () {
  "use strict";
  const page = window.registerPage;
  const element = page.element;
  const HEADS = ["part", "entity_id", "body", "agreement", "date", "text", "record", "source"];

  function field(id, label, made) {
    made.id = id;
    return element("p", [element("label", label, { for: id }), made]);
  }

  /* what is written into a field stands on paper as text */
  function mirrored(input, term) {
    const shown = element("dd", "");
    input.addEventListener("input", () => { shown.textContent = input.value; });
    return [element("dt", term), shown];
  }

  const bodyOf = (hit, entry) => ({ agreement: hit.grade, meaning: page.meaning(hit.grade), ...entry });

  function asJson(asked, remark, name) {
    return JSON.stringify({
      typed: asked.query,
      asked_at: asked.at.iso,
      time_zone: asked.at.zone,
      version: asked.data.version,
      verdict: asked.answer.verdict,
      answer: asked.said,
      old: page.age(asked.data),
      caution: asked.data.caution,
      lists: asked.data.editions.map((e) => ({ ...e, is_old: page.isOld(e.read_to) })),
      bodies: asked.hits.map((hit, place) => bodyOf(hit, asked.entries[place])),
      remark,
      officer: name,
    }, null, 1) + "\n";
  }

  function rowsOf(asked, remark, name) {
    const about = (part, text, date = "") => [part, "", "", "", date, text, "", ""];
    const bodies = asked.hits.flatMap(function (hit, place) {
      const entry = asked.entries[place];
      const row = (part, text, record = {}) => [part, entry.id, entry.name, hit.grade,
        record.date, text, record.record, record.source];
      return [
        ...entry.sections.flatMap((s) => s.lines.map((line) => row(s.heading, line))),
        ...entry.records.map((r) => row(asked.data.kinds[r.kind], r.text, r)),
      ];
    });
    return [HEADS, about("Typed", asked.query), about("Answer", asked.said, asked.at.iso),
      about("Lists", page.age(asked.data)),
      about("Version of the book", asked.data.version), ...bodies,
      ...asked.data.editions.map((e) => about("List as it was read", e.name + ": " + e.edition, e.read_to)),
      about("Caution", asked.data.caution), about("Remark", remark), about("Name", name)];
  }

  const fileName = (asked, ending) => "screening-"
    + (asked.query.trim().replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "name")
    + "-" + asked.at.iso.slice(0, 10) + "." + ending;

  /* add remark, name and what takes the document away to an answer */
  page.file = function (asked, filing) {
    const remark = element("textarea", "", { rows: 3 });
    const name = element("input", "", { type: "text", autocomplete: "off" });
    const button = (words, act) => {
      const made = element("button", words, { type: "button", class: "tool" });
      made.addEventListener("click", act);
      return made;
    };
    const save = (ending, content) => page.download(fileName(asked, ending), content);
    const form = element("form", [
      element("h3", "For the file"),
      element("p", "Of the bodies, those that are open are printed; the files have all. Remark and name are kept nowhere."),
      field("filing-remark", "Remark", remark),
      field("filing-name", "Your name", name),
      element("p", [
        button("Print, or save as PDF", () => window.print()),
        button("Save as JSON", () => save("json", asJson(asked, remark.value, name.value))),
        button("Save as CSV", () => save("csv", page.csv(rowsOf(asked, remark.value, name.value)))),
      ], { class: "filing-buttons" }),
    ], { class: "filing-form", "aria-label": "For the file" });
    form.addEventListener("submit", (event) => event.preventDefault());
    const signed = [...mirrored(remark, "Remark"), ...mirrored(name, "Name")];
    filing.append(form);
    filing.querySelector(".filing-facts").after(
      element("dl", signed, { class: "filing-facts printed-only" }));
  };
})();
