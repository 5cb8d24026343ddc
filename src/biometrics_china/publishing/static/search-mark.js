/* Marks on a page the words that a search found, and shows the paragraph or row that holds most of them. */
(function () {
  "use strict";
  const BLOCKS = "p, li, tr, dd, dt, figcaption, blockquote, h1, h2, h3";
  const asked = new URLSearchParams(window.location.search).getAll("find").map((words) => words.toLowerCase());
  const named = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  const place = named || document.querySelector("main");

  function held(block) {
    const text = block.textContent.toLowerCase();
    return asked.filter((words) => text.includes(words)).length;
  }

  function best() {
    let found = null;
    let most = 0;
    for (const block of place.querySelectorAll(BLOCKS)) {
      if (block.querySelector(BLOCKS)) continue;
      const count = held(block);
      if (count > most) [found, most] = [block, count];
    }
    return found || (held(place) ? place : null);
  }

  /* Puts a mark around each of the words in the texts of a block. */
  function mark(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (let text of texts) {
      for (let at = next(text.data, 0); at; at = next(text.data, 0)) {
        const word = text.splitText(at.index);
        text = word.splitText(at.length);
        const element = document.createElement("mark");
        word.replaceWith(element);
        element.append(word);
      }
    }
  }

  function next(data, from) {
    const text = data.toLowerCase();
    const all = asked.map((words) => ({ index: text.indexOf(words, from), length: words.length }));
    return all.filter(({ index }) => index >= 0).sort((a, b) => a.index - b.index || b.length - a.length)[0];
  }

  const block = asked.length ? best() : null;
  if (block) {
    mark(block);
    const closed = block.closest("details:not([open])");
    if (closed) closed.open = true;
    block.scrollIntoView({ block: "center" });
  }
})();
