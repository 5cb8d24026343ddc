/* Many names at once: pasted, or from a file on the reader's disk. They are compared in slices, so that
   the page stays alive, and nothing of them leaves the browser. */
(function () {
  "use strict";
  const page = window.registerPage;
  const part = document.querySelector(".batch");
  const form = part.querySelector("form");
  const { names: pasted, file, column, heads } = form.elements;
  const choice = part.querySelector(".batch-choice");
  const status = part.querySelector(".batch-status");
  const progress = part.querySelector("progress");
  const stop = part.querySelector(".batch-stop");
  const SLICE = 40;
  const HEAD = /^(?:.*\bname\b.*|organi[sz]ation|company|entity|partner|institution|.*名称|单位|机构|公司)$/i;
  let rows = null;
  let run = 0;

  const say = (words) => { status.textContent = words; };
  const breath = () => new Promise((go) => setTimeout(go));

  /* the rows of a file, and the choice of the column that has the names */
  function opened(found, name) {
    rows = found;
    const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
    const guess = rows[0].findIndex((cell) => HEAD.test(cell.trim()));
    column.replaceChildren(...Array.from({ length: width }, (_, place) => page.element("option",
      place + 1 + ": " + (rows[0][place] || "").slice(0, 60), { value: place })));
    column.value = String(Math.max(guess, 0));
    heads.checked = guess >= 0;
    choice.hidden = false;
    say(name + ": " + rows.length.toLocaleString("en") + " rows. Choose the column, then screen.");
  }

  /* an answer to other names, or work on them, does not stay beside a new file */
  function emptied() {
    run += 1;
    rows = null;
    choice.hidden = true;
    working(false);
    page.table(part, [], null);
    say("");
  }

  file.addEventListener("change", async () => {
    emptied();
    const [chosen] = file.files;
    if (!chosen) return;
    try {
      opened(await page.readFile(chosen), chosen.name);
    } catch (error) {
      file.value = "";
      say(error.message + ".");
    }
  });

  /* line and text of each name that is not empty */
  function asked() {
    const typed = pasted.value.split(/\r?\n/).map((name, place) => ({ line: place + 1, name }));
    const start = heads.checked ? 1 : 0;
    const read = (rows || []).slice(start).map((cells, place) =>
      ({ line: place + 1 + start, name: page.inOneLine(cells[Number(column.value)] || "") }));
    const all = [...typed, ...read].map((one) => ({ ...one, name: one.name.trim() })).filter((one) => one.name);
    for (const one of all) {
      const why = page.wrong(one.name);
      if (why) throw new Error("line " + one.line + ": the name " + why);
    }
    return all;
  }

  /* answers to all names in order, or null if it was stopped */
  async function answers(all, mine) {
    const found = [];
    let told = 0;
    while (found.length < all.length) {
      const until = performance.now() + SLICE;
      while (found.length < all.length && performance.now() < until) {
        const one = all[found.length];
        found.push({ ...one, answer: window.findBodies(one.name) });
      }
      progress.value = found.length / all.length;
      const tenth = Math.floor((10 * found.length) / all.length);
      if (tenth > told) {
        told = tenth;
        say(found.length.toLocaleString("en") + " of " + all.length.toLocaleString("en") + " names");
      }
      await breath();
      if (mine !== run) return null;
    }
    return found;
  }

  function working(is) {
    progress.hidden = !is;
    stop.hidden = !is;
  }

  async function screen() {
    const mine = (run += 1);
    page.table(part, [], null);
    const all = asked();
    if (!all.length) return say("There is no name: paste some, or open a file.");
    working(true);
    progress.value = 0;
    say("Loading the names …");
    const data = await page.names();
    const found = await answers(all, mine);
    if (!found) return null;
    const bodies = new Map(found.flatMap((one) => one.answer.hits.map((h) => [h.body.id, h.body])));
    const entries = await page.records([...bodies.values()]);
    if (mine !== run) return null;
    const known = new Map(entries.map((entry) => [entry.id, entry]));
    working(false);
    page.table(part, found, { data, known, at: page.now() });
    const named = found.filter((one) => one.answer.verdict === "named").length;
    const check = found.filter((one) => one.answer.verdict === "check").length;
    return say(found.length.toLocaleString("en") + " names compared: " + named.toLocaleString("en")
      + " name one body, " + (check ? check.toLocaleString("en") : "none") + " to compare.");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    screen().catch((error) => { working(false); say(error.message + "."); });
  });
  stop.addEventListener("click", () => {
    run += 1;
    working(false);
    say("Stopped; nothing was kept.");
  });
  part.hidden = false;
})();
