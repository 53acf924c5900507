"use strict";
(function () {
  const MOST = 200;

  /* What is compared: letters and digits only, of one width and case, so that 〔2016〕 is found by 2016. */
  function folded(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  }

  /* The rows in which every word stands; those whose titles hold them first, each group in the order of the index. */
  function find(index, query) {
    const words = query.split(/\s+/).map(folded).filter(Boolean);
    const groups = [[], [], []];
    if (words.length === 0) {
      return [];
    }
    for (const row of index) {
      const title = folded(row[1]);
      const whole = title + " " + folded(row[2]) + " " + folded(row[4]);
      if (words.every((word) => whole.includes(word))) {
        const inTitle = words.filter((word) => title.includes(word)).length;
        groups[inTitle === words.length ? 0 : inTitle > 0 ? 1 : 2].push(row);
      }
    }
    return groups.flat();
  }

  function shown(row) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = row[3];
    link.textContent = row[1];
    item.append("〔" + row[0] + "〕 ", link, row[2] ? " " + row[2] : "");
    return item;
  }

  function start() {
    const box = document.getElementById("q");
    const list = document.getElementById("found");
    const status = document.getElementById("status");

    function answer() {
      const found = find(globalThis.creditRulesIndex, box.value);
      const words = status.dataset;
      list.replaceChildren(...found.slice(0, MOST).map(shown));
      if (box.value.trim() === "") {
        status.textContent = "";
      } else if (found.length === 0) {
        status.textContent = words.none;
      } else {
        status.textContent = words.found + " " + found.length + (found.length > MOST ? words.first + " " + MOST : "");
      }
    }

    box.value = new URLSearchParams(location.search).get("q") || "";
    box.addEventListener("input", answer);
    box.form.addEventListener("submit", (event) => {
      event.preventDefault();
      answer();
    });
    answer();
    box.focus();
  }

  globalThis.creditRulesSearch = { find };
  if (typeof document !== "undefined") {
    start();
  }
})();
