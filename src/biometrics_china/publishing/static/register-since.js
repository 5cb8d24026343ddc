/* Whose answer has changed since a released version, as a list. */
(function () {
  "use strict";
  const page = window.registerPage;
  const element = page.element;
  const part = document.querySelector(".since");
  if (!part) return;
  const version = part.querySelector("select");
  const status = part.querySelector(".since-status");
  const results = part.querySelector(".since-results");
  const kept = {};

  /* called by the file of a version */
  page.keepSince = (name, changed, gone) => { kept[name] = { changed, gone }; };

  function item(id, lines, bodies, gone) {
    const body = bodies.get(id);
    const name = body ? element("a", body.name, { href: "../register/" + body.page })
      : element("b", gone[id] || id);
    return element("li", [name, ": " + lines.map((line) => line.replace(/\.$/, "")).join(". ") + "."]);
  }

  async function show() {
    const chosen = version.value;
    status.textContent = "Loading …";
    const data = await page.names();
    await page.ofRegister("since-" + chosen + ".js");
    if (chosen !== version.value) return;
    const { changed, gone } = kept[chosen];
    const bodies = new Map(data.bodies.map((body) => [body.id, body]));
    const named = (id) => (bodies.get(id)?.name || gone[id] || id).toLowerCase();
    const ids = Object.keys(changed).sort((a, b) => (named(a) < named(b) ? -1 : 1));
    const isNew = (id) => changed[id][0] === part.dataset.new;
    const items = (some) => some.map((id) => item(id, changed[id], bodies, gone));
    const known = ids.filter((id) => !isNew(id));
    const added = ids.filter(isNew);
    status.textContent = "Since version " + chosen + " the answers on " + known.length.toLocaleString("en")
      + " bodies have changed, and " + added.length.toLocaleString("en") + " bodies are new.";
    const fold = element("details", [element("summary", "New bodies (" + added.length.toLocaleString("en") + ")"),
      element("ul", added.map((id) => element("li", element("a", bodies.get(id).name,
        { href: "../register/" + bodies.get(id).page }))), { class: "bodies" })]);
    results.replaceChildren(element("ul", items(known)), ...(added.length ? [fold] : []));
  }

  const tell = () => show().catch((error) => { status.textContent = error.message + "."; });
  part.addEventListener("toggle", () => { if (part.open && !results.childElementCount) tell(); });
  version.addEventListener("change", tell);
  part.hidden = false;
})();
