/* The search of the register over register-data.js. It takes the steps of register/names.py and
   register/match.py in the same order; a test in a browser holds the answers together. */
(function () {
  "use strict";
  const DATA = window.REGISTER;
  const GRADES = ["same", "sound", "part", "inside", "similar"];
  const MEANING = {
    same: "This name, apart from its form",
    sound: "Same sound in Pinyin: compare the characters",
    part: "What you typed is part of a name of this body",
    inside: "A name of this body stands inside what you typed: a branch, or another body",
    similar: "Similar spelling: most often another body",
  };
  const FORMS = new Set(DATA.forms);
  const COMMON = new Set(DATA.common);
  const HAN = /[\u3400-\u9fff]/;

  function plainOf(name) {
    const lower = name.normalize("NFKC").toLowerCase();
    const letters = Array.from(lower, (c) => DATA.variants[c] || DATA.letters[c] || c).join("");
    return letters.normalize("NFD").replace(/\p{Mn}/gu, "");
  }

  const losesLetters = (name) =>
    /\p{L}/u.test(plainOf(name).replace(/[0-9a-z\u3400-\u9fff]/g, ""));

  function whole(name) {
    let plain = plainOf(name).replace(/(?:集团)?(?:股份)?有限(?:责任)?公司|公司$/g, " ");
    plain = plain.replace(/&/g, " ").replace(/['\u2018\u2019`.·]/g, "");
    plain = plain.replace(/[^0-9a-z\u3400-\u9fff]+/g, " ");
    plain = plain.replace(/([\u3400-\u9fff])(?=[0-9a-z])|([0-9a-z])(?=[\u3400-\u9fff])/g, "$1$2 ");
    return plain.split(" ").filter(Boolean).join(" ");
  }

  function key(name) {
    const words = whole(name).split(" ");
    const kept = words.filter((w) => !FORMS.has(w));
    return (kept.length ? kept : words).join(" ");
  }

  const countries = (words) => words.split(" ").flatMap((w) => DATA.forms_of[w] || []);
  const telling = (words) => words.split(" ").filter((w) => !COMMON.has(w)).join("");

  const compact = (words) => words.replace(/ /g, "");
  const isShort = (words) => Array.from(compact(words)).length <= (HAN.test(words) ? 2 : 4);

  function isPart(asked, name) {
    if (HAN.test(asked)) return compact(asked).length > 1 && compact(name).includes(compact(asked));
    const words = name.split(" ");
    return compact(asked).length > 2
      && asked.split(" ").every((a) => words.some((w) => w.startsWith(a)));
  }

  function isInside(asked, name) {
    return HAN.test(name) ? compact(asked).includes(compact(name))
      : (" " + asked + " ").includes(" " + name + " ");
  }

  function isOneEdit(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    let start = 0;
    while (start < short.length && short[start] === long[start]) start += 1;
    const skip = short.length === long.length ? 1 : 0;
    const swapped = short.slice(start, start + 2) === Array.from(long.slice(start, start + 2)).reverse().join("");
    return (skip && swapped && short.slice(start + 2) === long.slice(start + 2))
      || short.slice(start + skip) === long.slice(start + 1);
  }

  function pairs(word) {
    return Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
  }

  function sharedPairs(a, b) {
    const left = pairs(a);
    const right = pairs(b);
    const total = left.length + right.length;
    let shared = 0;
    for (const pair of left) {
      const at = right.indexOf(pair);
      if (at >= 0) { right.splice(at, 1); shared += 1; }
    }
    return (2 * shared) / total;
  }

  function isSimilar(asked, name) {
    const short = Math.min(asked.length, name.length);
    if (short < 4) return false;
    if (HAN.test(asked) || HAN.test(name)) return Boolean(isOneEdit(asked, name));
    return sharedPairs(asked, name) >= DATA.similar || (short > 4 && Boolean(isOneEdit(asked, name)));
  }

  function grade(asked, name) {
    if (compact(asked) === compact(name)) return "same";
    if (isPart(asked, name)) return "part";
    if (isInside(asked, name)) return "inside";
    return isSimilar(telling(asked), telling(name)) ? "similar" : "";
  }

  const sounds = (asked, sound) => asked === sound
    || (asked.length >= DATA.long_sound && sound.includes(asked));

  function isCertain(query, body) {
    const [asked, full] = [key(query), whole(query)];
    const abroad = countries(full);
    return !body.weak.some((k) => compact(k) === compact(asked))
      && (!isShort(asked) || body.whole.includes(full))
      && (!abroad.length || abroad.includes(body.country));
  }

  function best(asked, body) {
    const graded = body.keys.map((k) => [grade(asked, k), k]);
    for (const k of body.sounds) if (sounds(compact(asked), compact(k))) graded.push(["sound", k]);
    const known = graded.filter((g) => g[0]).map((g) => [GRADES.indexOf(g[0]), g[1]]);
    known.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
    return known.length ? { body, grade: GRADES[known[0][0]], key: known[0][1] } : null;
  }

  function find(query) {
    const asked = key(query);
    const partly = losesLetters(query);
    let hits = asked ? DATA.bodies.map((b) => best(asked, b)).filter(Boolean) : [];
    if (partly) {
      hits = hits.filter((h) => h.grade === "same" || h.grade === "inside")
        .map((h) => ({ ...h, grade: "inside" }));
    }
    const far = (hit) => Math.abs(hit.key.length - asked.length);
    hits.sort((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) || far(a) - far(b)
      || (a.body.id < b.body.id ? -1 : 1));
    const same = hits.filter((h) => h.grade === "same");
    const named = same.length === 1 && isCertain(query, same[0].body);
    const empty = partly ? "unread" : "none";
    return { verdict: named ? "named" : hits.length ? "check" : empty, hits, same: same.length };
  }

  function element(name, content, attributes) {
    const made = document.createElement(name);
    made.append(...[].concat(content));
    Object.entries(attributes || {}).forEach(([k, v]) => made.setAttribute(k, v));
    return made;
  }

  function sentence(query, answer) {
    const name = "“" + query.trim() + "”";
    if (answer.verdict === "unread") {
      return name + " could not be compared: write it in Latin letters or in Chinese characters.";
    }
    if (answer.verdict === "none") {
      return "The register holds nothing under " + name + ". That is not clearance: it holds what "
        + "this book found, and no more.";
    }
    if (answer.verdict === "named") {
      const more = answer.hits.length - 1;
      return name + " is the name of one body in the register."
        + (more ? " Below it: " + more + " more to compare." : "");
    }
    if (answer.same > 1) return "Several bodies bear the name " + name + ". Compare them.";
    if (answer.same) return name + " is a name that other bodies may bear too. Compare.";
    return "No body bears exactly the name " + name + ". " + answer.hits.length
      + (answer.hits.length === 1 ? " body has" : " bodies have") + " a name to compare.";
  }

  function line(record) {
    const source = element("a", record.source || "source",
      { href: "reference/sources.html#source-" + record.source_id });
    const kind = " (" + record.source_kind.toLowerCase() + (record.is_relay === "yes" ? ", a relay" : "") + ")";
    const basis = record.source_id ? [source, kind, " · "] : [];
    const day = record.date ? [element("b", record.date), " "] : [];
    const small = element("small", [...basis, "record ", element("code", record.record)]);
    return element("li", [...day, record.text + ". ", small]);
  }

  function recordList(body) {
    const parts = [];
    for (const [kind, title] of Object.entries(DATA.kinds)) {
      const rows = body.records.filter((r) => r.kind === kind);
      if (rows.length) parts.push(element("h3", title), element("ul", rows.map(line), { class: "records" }));
    }
    return parts.length ? parts : [element("p", "No record names this body itself; it stands here for its parts.")];
  }

  function item(hit) {
    const body = hit.body;
    const link = element("a", body.name, { href: "../register/" + body.id + ".html" });
    const chinese = body.name_en && body.name_zh ? [" ", element("span", body.name_zh, { lang: "zh" })] : [];
    const facts = [body.kind, body.country].filter(Boolean).join(", ");
    const head = [element("h2", [link, ...chinese]), element("p", MEANING[hit.grade] + ". " + facts + ".")];
    const records = recordList(body);
    const count = body.records.length + (body.records.length === 1 ? " record" : " records");
    const shown = hit.grade === "same" ? records
      : [element("details", [element("summary", count), ...records])];
    return element("li", [...head, ...shown], { class: "grade-" + hit.grade, "data-id": body.id });
  }

  function show(query) {
    const status = document.querySelector(".screening-status");
    const results = document.querySelector(".screening-results");
    results.replaceChildren();
    status.textContent = "";
    if (!query.trim()) return;
    const answer = find(query);
    status.textContent = sentence(query, answer);
    results.dataset.verdict = answer.verdict;
    results.append(...answer.hits.slice(0, 25).map(item));
  }

  window.screenName = (query) => {
    const answer = find(query);
    return { verdict: answer.verdict, hits: answer.hits.map((h) => [h.body.id, h.grade]) };
  };

  const form = document.querySelector(".screening");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = form.elements.name.value;
    history.replaceState(null, "", "?name=" + encodeURIComponent(query));
    show(query);
  });
  const given = new URLSearchParams(window.location.search).get("name") || "";
  form.elements.name.value = given;
  show(given);
})();
