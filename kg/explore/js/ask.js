// Asking the server: this machine's own, and nothing else. What goes wrong is told in one line.

const Ask = {
  /** The data at an address; null if it could not be had, which the reader is told. */
  get: (path, cells = {}) => answered(`${path}?${query(cells)}`, {}, (reply) => reply.json()),

  /** A question that is run: a saved query or a Cypher text. */
  run: (form) => answered(`/answer?${query()}`, posted(form), (reply) => reply.json()),

  /** The same as a file. */
  file: (form) => answered(`/answer?${query()}`, posted(form), (reply) => reply.blob()),

  page: (cells) => answered(`/page?${query(cells)}`, {}, (reply) => reply.blob()),
};

function query(cells = {}) {
  const kept = Object.entries(cells).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return new URLSearchParams([["lang", Words.lang], ...kept]);
}

function posted(form) {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(form) };
}

async function answered(address, options, read) {
  document.body.classList.add("asking");
  try {
    const reply = await fetch(address, options);
    if (!reply.ok) throw new Error((await reply.json()).error);
    Trouble.clear();
    return await read(reply);
  } catch (error) {
    Trouble.say(error instanceof TypeError || error instanceof SyntaxError ? t("silent") : error.message);
    return null;
  } finally {
    document.body.classList.remove("asking");
  }
}

const Trouble = {
  /** What went wrong; or, as a note, what the reader should know. */
  say(line, kind = "") {
    const node = byId("error");
    node.hidden = false;
    node.className = kind;
    node.replaceChildren(el("span", { dir: "auto" }, line), " ", button(icon("close"), Trouble.clear, { class: "close", "aria-label": t("close") }));
  },

  clear() {
    byId("error").hidden = true;
  },
};

/** Only the last of several questions counts: a slow answer must not replace a later one. */
function latest() {
  let turn = 0;
  return async (asking) => {
    const own = ++turn;
    const found = await asking;
    return own === turn ? found : null;
  };
}
