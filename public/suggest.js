// Names and common words to suggest under the search box, fetched when somebody begins to type. The box works without them.
const box = document.querySelector("input[data-names]");
box?.addEventListener(
  "input",
  async () => {
    const answer = await fetch(box.dataset.names);
    const list = document.createElement("datalist");
    list.id = "names";
    list.append(...(await answer.json()).map((name) => new Option("", name)));
    box.after(list);
    box.setAttribute("list", list.id);
  },
  { once: true },
);
