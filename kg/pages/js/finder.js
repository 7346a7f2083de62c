// The search field, and what it finds.

const Finder = {
  hits: [],

  open() {
    const input = el("input", { type: "search", id: "search", autocomplete: "off", spellcheck: "false" });
    input.addEventListener("input", afterQuiet(120, () => State.set({ query: input.value.trim() }, false)));
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && Finder.hits.length) Actions.choose(Finder.hits[0]);
      if (event.key === "ArrowDown" || event.key === "Enter") {
        event.preventDefault();
        byId("list").focus();
      }
      if (event.key === "Escape") State.set({ query: "" }, false);
    });
    Finder.input = input;
    Finder.label = el("label", { for: "search" });
    byId("finder").append(Finder.label, input);
  },

  /** Look the words up again. */
  follow({ query }) {
    Finder.hits = query ? Search.find(query) : [];
    if (Finder.input.value.trim() !== query) Finder.input.value = query;
  },

  say() {
    Finder.label.textContent = t("search");
    Finder.input.placeholder = t("search_hint");
  },
};
