// The search: any name of anybody in the graph.

const Finder = {
  form() {
    const field = entityField({ id: "ask", label: t("search_all"), help: t("search_hint"), chosen: (hit) => Entity.open(hit.id), most: 30 });
    return [field.node];
  },
};
