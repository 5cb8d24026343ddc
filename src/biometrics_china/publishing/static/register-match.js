/* How typed names are matched, over the names of register/data. It takes the steps of register/forms.py, names.py,
   vocabulary.py, similar.py, told.py, near.py, certain.py and matcher.py in the same order; a test holds the
   answers together. All names are made ready when the first one is asked for. */
(function () {
  "use strict";
  const DATA = window.REGISTER;
  const GRADES = DATA.grades;
  const FORMS = new Set(DATA.forms);
  const AT_START = new Set(DATA.at_start);
  const AT_END = new Set(DATA.at_end);
  const COMMON = new Set(DATA.common);
  const GENERIC = new Set(DATA.generic);
  const PLACES = new Set(DATA.places);
  const HAN = /[\u3400-\u9fff]/;
  const HAN_TELLS_NOTHING = new RegExp("^(?:" + DATA.han_tells_nothing + ")$");
  const FORM_SOUND = new RegExp(DATA.form_sound);
  const HAN_TAIL = new RegExp(DATA.han_tail);
  const DIGITS = "零一二三四五六七八九";
  const NUMBER = /第([零一二三四五六七八九〇十百]+)|([零一二三四五六七八九〇十百]+)(?=所|院|研究[所院])/g;
  const BRACKETS = /[(（[][^()（）[\]]*[)）\]]/g;

  const isHan = (words) => HAN.test(words);
  const compact = (words) => words.replace(/ /g, "");
  const isShort = (words) => compact(words).length <= (isHan(words) ? 2 : 4);
  const isForeign = (words) => /[^ 0-9a-z\u3400-\u9fff]/.test(words);
  const distinct = (list) => Array.from(new Set(list));

  function grouped(pairs) {
    const found = new Map();
    for (const [group, one] of pairs) {
      if (found.has(group)) found.get(group).push(one); else found.set(group, [one]);
    }
    return found;
  }

  /* --- forms.py */
  function inOneWord(words) {
    for (const [phrase, form] of DATA.phrases) {
      if (words.endsWith(" " + phrase)) return words.slice(0, words.length - phrase.length) + form;
    }
    return words;
  }

  function withoutForms(words) {
    const kept = words.filter((w) => !FORMS.has(w));
    while (kept.length > 1 && (AT_START.has(kept[0]) || AT_END.has(kept[kept.length - 1]))) {
      if (AT_START.has(kept[0])) kept.shift(); else kept.pop();
    }
    return kept.length ? kept : words;
  }

  function formsOf(words) {
    const all = words.split(" ");
    const isAtEnds = (w) => (AT_START.has(w) && w === all[0]) || (AT_END.has(w) && w === all[all.length - 1]);
    return all.filter((w) => DATA.forms_of[w] && (FORMS.has(w) || isAtEnds(w)));
  }

  function kindsOf(words) {
    const all = words.split(" ");
    const told = [...formsOf(words), ...all.map((w) => DATA.kinds_of[w]).filter(Boolean)];
    return told.length || !(all.includes("co") || all.includes("company")) ? told : ["co"];
  }

  /* --- names.py */
  function plainOf(name) {
    const lower = name.normalize("NFKC").toLowerCase();
    const letters = Array.from(lower, (c) => DATA.variants[c] || DATA.letters[c] || c).join("");
    return letters.normalize("NFD").replace(/\p{Mn}/gu, "");
  }

  function number(characters) {
    const all = Array.from(characters.replace(/〇/g, "零"));
    if (!all.some((c) => c === "十" || c === "百")) return all.map((c) => DIGITS.indexOf(c)).join("");
    let [total, last] = [0, all[0] === "十" || all[0] === "百" ? 1 : 0];
    for (const c of all) {
      if (c === "十" || c === "百") [total, last] = [total + last * (c === "十" ? 10 : 100), 0];
      else last = DIGITS.indexOf(c);
    }
    return String(total + last);
  }

  function whole(name) {
    let plain = plainOf(name).replace(/['\u2018\u2019`.·]/g, "");
    plain = plain.replace(/(?:股份)?有限(?:责任)?公司|总公司$|(^|[^分子])公司(?=$|第)/g, (_, before) => (before || "") + " ");
    plain = plain.replace(NUMBER, (_, after, alone) => number(after || alone));
    plain = plain.replace(/[^\p{L}\p{N}]/gu, " ");
    plain = plain.replace(/([\u3400-\u9fff])(?=[0-9a-z])|([0-9a-z])(?=[\u3400-\u9fff])/g, "$1$2 ");
    return inOneWord(plain.split(" ").filter(Boolean).join(" "));
  }

  function key(name) {
    const words = withoutForms(whole(name).split(" ")).map((w) => DATA.in_full[w] || w);
    const numbers = words.map((w) => /^([0-9]+)(?:st|nd|rd|th)?$/.exec(w));
    return words.map((w, i) => (numbers[i] ? numbers[i][1] : w))
      .filter((w, i) => !(w === "no" && numbers[i + 1])).join(" ");
  }

  function pieces(name) {
    let within = (name.match(BRACKETS) || []).map(key);
    let rest = key(name.replace(BRACKETS, " "));
    if (!within.length) {
      const words = rest.split(" ");
      within = [words.filter((w) => !isHan(w)).join(" ")];
      rest = words.filter(isHan).join(" ");
    }
    return [rest, ...within].filter(Boolean);
  }

  /* --- vocabulary.py */
  const tellsNothing = (words) => GENERIC.has(words) || HAN_TELLS_NOTHING.test(compact(words));
  const isTraditional = (name) => Array.from(name).some((c) => DATA.variants[c]);
  const placeIn = (run) => DATA.han_places.find((p) => run.startsWith(p)) || "";
  const isUniversityOfMany = (run) => run.length <= DATA.few_han && run.endsWith("大学") && !placeIn(run);
  function inTwo(run) {
    const full = [run.slice(placeIn(run).length), run].find((n) => n.length === DATA.few_han && n.endsWith("大学"));
    return full ? full[0] + "大" : "";
  }
  function beginsOrEnds(run, name) {
    const rest = name.slice(placeIn(name).length).replace(/^[省市]+/, "");
    return name.startsWith(run) || rest.startsWith(run) || core(name).endsWith(run);
  }
  const core = (run) => run.replace(HAN_TAIL, "");
  const isCommon = (words) => words.every((w) => COMMON.has(w));
  const telling = (words) => words.split(" ").filter((w) => !COMMON.has(w)).join("");

  /* --- similar.py */
  function pairs(text) {
    const seen = new Map();
    return Array.from({ length: text.length - 1 }, (_, i) => {
      const pair = text.slice(i, i + 2);
      const n = (seen.get(pair) || 0) + 1;
      seen.set(pair, n);
      return n > 1 ? pair + n : pair;
    });
  }

  function rests(text) {
    const found = new Set([text]);
    for (let i = 0; i < text.length; i += 1) found.add(text.slice(0, i) + text.slice(i + 1));
    return Array.from(found);
  }

  const scanned = (text) => DATA.scanned.reduce((t, [letters, one]) => t.split(letters).join(one), text);
  const digits = (text) => text.replace(/[^0-9]/g, "");
  const letters = (text) => Array.from(text).sort().join("");

  function slips(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        let best = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && b[j - 1] === a[i - 2]) best = Math.min(best, before[j - 2] + 1);
        row.push(best);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  }

  function isOneSlip(a, b) {
    if (isHan(a) !== isHan(b) || digits(a) !== digits(b) || a === b || slips(a, b, 1) !== 1) return false;
    if (isHan(a)) return !placeIn(a) || placeIn(a) === placeIn(b);
    return Math.max(a.length, b.length) > 4 || letters(a) === letters(b);
  }

  function isFewSlips(a, b) {
    const allowed = Math.min(DATA.slips, Math.floor(Math.min(a.length, b.length) / DATA.letters_a_slip));
    return digits(a) === digits(b) && slips(a, b, allowed) <= allowed;
  }

  function spellings(texts) {
    const long = texts.filter((t) => t.length > 3);
    const leaving = grouped(long.flatMap((t) => rests(t).map((rest) => [rest, t])));
    const asScanned = grouped(long.map((t) => [scanned(t), t]));
    return (asked) => {
      if (asked.length < 4) return [];
      const near = distinct(rests(asked).flatMap((rest) => leaving.get(rest) || []));
      return distinct([...near.filter((t) => isOneSlip(asked, t)), ...(asScanned.get(scanned(asked)) || [])]);
    };
  }

  function longSpellings(texts) {
    const long = texts.filter((t) => t.length >= 2 * DATA.letters_a_slip && !isHan(t));
    const having = grouped(long.flatMap((t) => pairs(t).map((pair) => [pair, t])));
    return (asked) => {
      if (asked.length < 2 * DATA.letters_a_slip - 1) return [];
      const shared = new Map();
      for (const pair of pairs(asked)) {
        for (const t of having.get(pair) || []) shared.set(t, (shared.get(t) || 0) + 1);
      }
      const isNear = ([t, n]) => 2 * n >= DATA.similar * (t.length + asked.length - 2);
      return Array.from(shared).filter(isNear).map(([t]) => t).filter((t) => isFewSlips(asked, t));
    };
  }

  /* --- near.py: the first place in a sorted list whose entry is not before a value */
  function placeOf(sorted, value) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < value) low = middle + 1; else high = middle;
    }
    return low;
  }

  function beginning(sorted, start) {
    const from = placeOf(sorted, start);
    if (start.length < 3 || /^[0-9]+$/.test(start)) return sorted[from] === start ? [start] : [];
    let end = from;
    while (end < sorted.length && sorted[end].startsWith(start)) end += 1;
    return sorted.slice(from, end);
  }

  /* Texts in one long text, so that those that hold some characters are found at once. */
  function runs(texts) {
    const long = texts.join("\n");
    const starts = [0];
    for (const text of texts) starts.push(starts[starts.length - 1] + text.length + 1);
    return (run) => {
      const found = [];
      let at = long.indexOf(run);
      while (at >= 0) {
        const place = placeOf(starts, at + 1) - 1;
        found.push(texts[place]);
        at = long.indexOf(run, starts[place + 1]);
      }
      return found;
    };
  }

  function head(name) {
    const words = name.split(" ");
    while (words.length > 2 && COMMON.has(words[words.length - 1])) words.pop();
    return words.join("").length >= DATA.head && !isCommon(words) ? words.join(" ") : name;
  }

  function isInOrder(some, text) {
    let at = -1;
    return Array.from(some).every((c) => (at = text.indexOf(c, at + 1)) >= 0);
  }

  function isRun(starts, words) {
    return starts.length > 1 && words.some((word, i) => word === starts[0] && i + starts.length <= words.length
      && starts.every((a, j) => words[i + j].startsWith(a)));
  }

  function isTold(asked, name) {
    const [typed, words] = [asked.split(" "), name.split(" ")];
    if (typed.length === 2 && DATA.institutions.includes(typed[1]) && !isRun(typed, words)) return false;
    const place = words.findIndex((w) => !PLACES.has(w));
    const begins = (from) => typed.every((a, i) => a === words[from + i]);
    if ((begins(0) || begins(place)) && !typed.every(tellsNothing)) return true;
    if (typed.some((a) => words.includes(a) && !COMMON.has(a))) return true;
    const left = words.filter((w) => !COMMON.has(w));
    const begun = typed.filter((a) => a.length >= DATA.beginning && !COMMON.has(a));
    if (begun.some((a) => left.some((w) => w.startsWith(a) && 5 * a.length >= 2 * w.length))) return true;
    const isMost = 5 * compact(asked).length >= 3 * compact(name).length;
    const allTold = left.every((w) => typed.some((a) => w.startsWith(a)));
    return isMost && allTold && isRun(typed, words);
  }

  function inEnglish(words) {
    const typed = words.split(" ");
    if (!typed.some((w) => DATA.in_english[w])) return words;
    return typed.filter((w) => !DATA.little.includes(w)).map((w) => DATA.in_english[w] || w).join(" ");
  }

  /* The keys of all names: for each grade, what gives the keys that agree so with what was typed. */
  function questions(keys) {
    const latin = keys.filter((k) => !isHan(k));
    const spelt = grouped(keys.map((k) => [compact(k), k]));
    const han = Array.from(spelt.keys()).filter(isHan);
    const inOrder = (words) => words.split(" ").sort().join(" ");
    const sorted = grouped(latin.filter((k) => k.includes(" ")).map((k) => [inOrder(k), k]));
    const byWord = grouped(keys.flatMap((k) => distinct(k.split(" ")).map((w) => [w, k])));
    const words = Array.from(byWord.keys()).sort();
    const heads = grouped(latin.filter((k) => !COMMON.has(k) && k.length > 2)
      .flatMap((k) => distinct([k, head(k)]).map((h) => [compact(h), k])));
    const initials = grouped(latin.filter((k) => k.split(" ").length > 2)
      .map((k) => [k.split(" ").map((w) => w[0]).join(""), k]));
    const told = grouped(keys.map((k) => [telling(k) || compact(k), k]));
    const cores = grouped(han.flatMap((s) => distinct([s, core(s)])
      .filter((c) => c === s || (c.length > 3 && !tellsNothing(c)))
      .flatMap((c) => spelt.get(s).map((k) => [c, k]))));
    const twos = grouped(han.filter(inTwo).map((s) => [inTwo(s), s]));
    const byStart = grouped(Array.from(cores.keys()).flatMap((s) => [[s.slice(0, 1), s], [s.slice(0, 2), s]]));
    const holding = runs(han);
    const tolds = Array.from(told.keys());
    const [likeWord, likeHan] = [spellings(words.filter((w) => !isHan(w))), spellings(tolds.filter(isHan))];
    const likeLong = longSpellings(tolds);
    const same = (asked) => spelt.get(compact(asked)) || [];
    const order = (asked) => (asked.includes(" ") && sorted.get(inOrder(inEnglish(asked)))) || [];

    function begun(starts) {
      let found = null;
      for (const start of starts.sort((a, b) => b.length - a.length)) {
        const some = new Set(beginning(words, start).flatMap((w) => byWord.get(w)));
        found = found ? found.filter((k) => some.has(k)) : Array.from(some);
        if (!found.length) break;
      }
      return found;
    }

    function part(asked) {
      const run = compact(asked);
      if (tellsNothing(asked)) return [];
      if (isHan(asked)) {
        const isHeld = (s) => run.length > 2 || (run.length > 1 && beginsOrEnds(run, s));
        return holding(run).filter(isHeld).flatMap((s) => spelt.get(s));
      }
      return run.length > 2 ? begun(asked.split(" ")).filter((k) => isTold(asked, k)) : [];
    }

    function inside(asked) {
      const [typed, run, found] = [asked.split(" "), compact(asked), []];
      for (let i = 0; i < typed.length; i += 1) {
        let text = "";
        for (let j = i; j < typed.length; j += 1) {
          text += typed[j];
          found.push(...(heads.get(text) || []));
        }
        if (/^[0-9]+$/.test(typed[i])) {
          const isThere = (k) => k.includes(" ") && k.split(" ").every((w) => typed.includes(w));
          found.push(...(byWord.get(typed[i]) || []).filter(isThere));
        }
      }
      for (let i = 0; i + 1 < run.length; i += 1) {
        for (const text of byStart.get(run.slice(i, i + 2)) || []) {
          if (run.startsWith(text, i)) found.push(...cores.get(text));
        }
      }
      return found;
    }

    function abbreviation(asked) {
      const run = compact(asked);
      if (!isHan(asked)) return initials.get(asked) || [];
      return (byStart.get(run.slice(0, 1)) || [])
        .filter((s) => run.length > 2 && run.length < s.length && isInOrder(run, s) && !run.endsWith("大学"))
        .concat(twos.get(run) || [])
        .flatMap((s) => spelt.get(s) || []);
    }

    /* What was typed, with words that no name has replaced by one that is spelt alike. */
    function mended(typed, least) {
      const better = typed.map((w) => (w.length >= least && !byWord.has(w) ? likeWord(w) : []));
      const first = typed.map((w, i) => better[i].slice().sort()[0] || w);
      return better.flatMap((some, i) => some.map((one) => first.map((w, j) => (i === j ? one : w)).join(" ")));
    }

    function similar(asked) {
      const typed = asked.split(" ").filter((w) => !isHan(w));
      return (isHan(asked) ? likeHan(compact(asked)) : []).concat(likeLong(telling(typed.join(" "))))
        .flatMap((t) => told.get(t))
        .concat(mended(typed, DATA.mended).flatMap((better) => [...same(better), ...order(better)]))
        .concat(mended(typed, DATA.mended_within).flatMap(inside));
    }

    return { same, order, part, inside, abbreviation, similar };
  }

  /* --- loose.py */
  const OFFICE = new RegExp(DATA.office, "g");
  const REGION = new RegExp(DATA.region, "g");
  const HAN_REGION = new RegExp(DATA.han_region, "g");
  const ARMY = new RegExp(DATA.army);
  const others = (words, found) => distinct(found.filter((o) => o !== words && !tellsNothing(o)));
  function officeOf(words) {
    const rest = words.replace(OFFICE, " ");
    const place = rest.replace(REGION, " ").split(" ").filter(Boolean).join(" ");
    return place && rest !== words ? place + " public security bureau" : "";
  }

  const hanOffice = (words) => words.replace(HAN_REGION, "").replaceAll("公安厅", "公安局");
  function renamed(words) {
    return others(words, [officeOf(words) || hanOffice(words), words.replace(ARMY, "")]);
  }

  function placeless(words) {
    const typed = words.split(" ");
    while (typed.length > 1 && PLACES.has(typed[typed.length - 1])) typed.pop();
    return typed.every(tellsNothing) ? [] : others(words, [typed.join(" ")]);
  }

  /* --- matcher.py: made at the first question, keys and sounds with the bodies that bear them */
  const bearing = (field) => grouped(DATA.bodies.flatMap((b) => b[field].map((name) => [name, b])));
  let made = null;
  function ready() {
    if (made) return made;
    const [bearers, sounds] = [bearing("keys"), bearing("sounds")];
    const heard = grouped(Array.from(sounds.keys(), (sound) => [compact(sound), sound]));
    made = { bearers, sounds, heard, ask: questions(Array.from(bearers.keys())),
      holding: runs(Array.from(heard.keys())) };
    return made;
  }

  function isShortFor(query, asked) {
    if (isHan(asked)) return (compact(asked).length > 2 && compact(asked).length < 9) || asked.endsWith("大");
    const isCapitals = query === query.toUpperCase();
    return (asked.length > 3 && asked.length < 9) || (asked.length === 3 && isCapitals);
  }

  function sounding(asked) {
    if (asked.length < 4) return [];
    const { heard, holding } = ready();
    const isMost = (run) => run.startsWith(asked) || 2 * asked.length >= run.length
      || asked.length >= 2 * DATA.long_sound - 2;
    return (asked.length >= DATA.long_sound ? holding(asked) : [asked]).filter(isMost)
      .flatMap((run) => heard.get(run) || []);
  }

  function agreements(query, asked) {
    const { bearers, sounds, ask } = ready();
    const graded = new Map();
    for (const grade of Object.keys(ask)) {
      if (grade === "abbreviation" && !isShortFor(query, asked)) continue;
      const other = { same: renamed, inside: placeless }[grade]?.(asked) || [];
      for (const name of [...ask[grade](asked), ...other.flatMap(ask.same)]) {
        if (!graded.has(name)) graded.set(name, grade);
      }
    }
    for (const other of graded.size ? [] : [...renamed(asked), ...placeless(asked)]) {
      for (const name of ask.part(other)) graded.set(name, "part");
    }
    const found = Array.from(graded, ([name, grade]) => [grade, name, bearers.get(name)]);
    const run = compact(asked).replace(/([a-z])[1-5]/g, "$1").replace(FORM_SOUND, "");
    for (const sound of tellsNothing(asked) ? [] : sounding(run)) {
      found.push(["sound", sound, sounds.get(sound)]);
    }
    const several = pieces(query);
    if (several.length > 1) {
      const bearing_ = several.map((piece) => ask.same(piece).flatMap((k) => bearers.get(k)));
      const all = distinct(bearing_[0]).filter((body) => bearing_.every((some) => some.includes(body)));
      found.push(["same", several[0], all]);
    }
    return found;
  }

  /* For each body the strongest way in which it agrees. */
  function hitsOf(query, asked) {
    const best = new Map();
    const alone = [...pieces(query), ...placeless(asked)];
    for (const [grade, name, bodies] of agreements(query, asked)) {
      const isLittle = grade === "inside" && isShort(name) && !alone.includes(name);
      for (const body of bodies.filter((b) => !(isLittle && b.weak.includes(name)))) {
        const old = best.get(body);
        const first = old ? GRADES.indexOf(grade) - GRADES.indexOf(old.grade) : -1;
        if (first < 0 || (first === 0 && name < old.key)) best.set(body, { body, grade, key: name });
      }
    }
    return Array.from(best.values());
  }

  function isItsKind(asked, typed, body) {
    const isShared = typed.some((kind) => body.kinds.includes(kind));
    const isInstitution = typed.length && asked.split(" ").some((w) => DATA.institutions.includes(w));
    if (isInstitution || body.bare.some((k) => compact(k) === compact(asked))) return isShared;
    const isLong = isHan(asked) || asked.split(" ").length > DATA.few_latin;
    return isLong || !typed.length || !body.kinds.length || isShared;
  }

  function isItsOwn(asked, full, body) {
    const typed = formsOf(full);
    const own = body.whole.flatMap(formsOf);
    return body.keys.some((k) => compact(k) === compact(asked) && !body.weak.includes(k))
      && !DATA.borne_elsewhere.includes(asked) && isItsKind(asked, kindsOf(full), body)
      && (!isShort(asked) || body.whole.includes(full))
      && (!typed.length || typed.some((form) => DATA.forms_of[form].includes(body.country)))
      && typed.every((form) => (own.length ? own : DATA.of_heads).includes(form));
  }

  function isCertain(query, body) {
    const asked = key(query);
    if (!body.keys.some((k) => compact(k) === compact(asked))) {
      return pieces(query).some((piece) => isItsOwn(piece, piece, body));
    }
    return !(isTraditional(query) && isUniversityOfMany(compact(asked))) && isItsOwn(asked, whole(query), body);
  }

  /* which of several bodies alone has the legal forms of a name as typed */
  function byItsForm(query, same) {
    const fitting = same.filter((h) => kindsOf(whole(query)).every((k) => h.body.kinds.includes(k)));
    return same.length > 1 && fitting.length === 1 && fitting[0].body.whole.includes(whole(query)) ? fitting[0] : null;
  }

  function find(query) {
    const asked = key(query);
    const far = (hit) => Math.abs(hit.key.length - asked.length);
    const isLess = (hit) => Number((hit.grade === "same" && hit.body.weak.includes(hit.key))
      || (hit.grade === "inside" && !compact(asked).includes(compact(hit.key))));
    let hits = (asked ? hitsOf(query, asked) : []).sort((a, b) =>
      GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) || isLess(a) - isLess(b) || far(a) - far(b)
      || (a.body.id < b.body.id ? -1 : 1));
    let same = hits.filter((h) => h.grade === "same");
    if (same.length) hits = hits.filter((h) => h.grade !== "abbreviation" && h.grade !== "similar");
    const only = byItsForm(query, same);
    if (only) {
      const kin = same.filter((h) => h !== only).map((h) => ({ ...h, grade: "similar" }));
      hits = [...hits.filter((h) => h === only || h.grade !== "same"), ...kin];
      same = [only];
    }
    const named = same.length === 1 && isCertain(query, same[0].body);
    const isShown = (h, n) => h.grade === "same" || h.grade === "part"
      || (n < DATA.most && !(named && (h.grade === "sound" || h.grade === "inside")));
    hits = hits.filter(isShown);
    const empty = isForeign(asked) ? "unread" : "none";
    return { verdict: named ? "named" : hits.length ? "check" : empty, hits, same: same.length };
  }

  window.findBodies = find;
  window.isHanName = (query) => isHan(key(query));
  window.isFewHan = (query, few) => isHan(key(query)) && compact(key(query)).length < few;
  window.screenName = (query) => {
    const answer = find(query);
    return { verdict: answer.verdict, hits: answer.hits.map((h) => [h.body.id, h.grade]) };
  };
})();
