/* The search of the register: a typed name, or one in the address, and the answer to it. */
(function () {
  "use strict";
  const page = window.registerPage;
  const form = document.querySelector(".screening");
  const status = document.querySelector(".screening-status");
  const filing = document.querySelector(".filing");
  const MOST = 12;
  let turn = 0;

  function facts(query, said, data, at) {
    const pairs = [["Typed", query], ["Day and hour", at.words], ["Version of the book", data.version],
      ["Answer", said]];
    return page.element("dl", pairs.flatMap(([term, words]) =>
      [page.element("dt", term), page.element("dd", words)]), { class: "filing-facts" });
  }

  function clear() {
    filing.replaceChildren();
    filing.hidden = true;
    document.documentElement.classList.remove("answered");
  }

  async function show(query) {
    const mine = (turn += 1);
    clear();
    status.textContent = query.trim() ? "Loading the names …" : "";
    if (!query.trim()) return;
    const why = page.wrong(query.trim());
    if (why) {
      status.textContent = "The name " + why + ".";
      return;
    }
    const data = await page.names();
    const answer = window.findBodies(query);
    const hits = answer.hits.slice(0, MOST);
    const entries = await page.records(hits.map((hit) => hit.body));
    if (mine !== turn) return;
    const at = page.now();
    const said = page.sentence(query, answer, entries, data);
    const more = answer.hits.length - hits.length;
    const rest = more > 0 ? "Not shown: " + more + " bodies with a less similar name." : "";
    const book = document.querySelector(".site-title").textContent;
    const from = page.element("p", "From the register of: " + book, { class: "printed-only" });
    filing.append(page.element("h2", "Answer"), from, facts(query, said, data, at), ...page.ageNote(data));
    if (answer.verdict === "none") filing.append(...page.compared(data));
    if (answer.verdict !== "named") filing.append(...page.signs(query, data));
    filing.append(page.results(hits, entries, data, answer), page.element("p", rest));
    filing.append(...page.closing(data));
    page.file?.({ query, said, answer, hits, entries, data, at }, filing);
    page.markOld(filing);
    filing.hidden = false;
    document.documentElement.classList.add("answered");
    status.textContent = said;
  }

  const answerTo = (query) => show(query).catch((error) => {
    clear();
    status.textContent = "The register could not be loaded: " + error.message + ". Reload the page.";
  });

  /* after `#` a name stays in this browser; after `?` it also goes to the server of the page */
  const inHash = () => new URLSearchParams(location.hash.slice(1)).get("name");
  const given = () => inHash() ?? new URLSearchParams(location.search).get("name");

  function keep(query) {
    history.replaceState(null, "", location.pathname + (query ? "#name=" + encodeURIComponent(query) : ""));
  }

  function answerToAddress() {
    const query = given();
    if (query === null) return;
    form.elements.name.value = query;
    if (inHash() === null) keep(query);
    answerTo(query);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(form.elements.name.value);
    answerTo(form.elements.name.value);
  });
  form.elements.name.addEventListener("focus", () => page.names().catch(() => {}), { once: true });
  window.addEventListener("hashchange", () => { if (inHash() !== null) answerToAddress(); });
  answerToAddress();
})();
