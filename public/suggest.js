// Names and common words under the search box, fetched once somebody begins to type. Without it the box works just the same.
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
