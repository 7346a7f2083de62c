// Taking it along: an answer as a file, the picture as one page that works without this server.

const Take = {
  async answer(ask, format) {
    const blob = await Ask.file({ ...ask, format });
    if (blob) saved(blob, `${ask.query ?? "answer"}.${format}`);
  },

  async page() {
    const blob = await Ask.page({ ids: Trail.now.shown.join(","), derived: Trail.now.derived ? "yes" : "" });
    if (blob) saved(blob, "picture.html");
  },

  link() {
    Dialog.show(t("save_link"), t("link_here"), `${location.origin}/#${Trail.address()}`);
  },
};

function saved(blob, name) {
  const url = URL.createObjectURL(blob);
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
