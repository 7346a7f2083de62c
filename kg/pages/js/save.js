// Taking it along: the view as PNG or SVG with its title and credit, the table as CSV, the address, paper.

const EDGE = 24, TWICE = 2;

const Save = {
  async png() {
    const sheet = sheetOf(Stage.view());
    const canvas = el("canvas", { width: sheet.wide * TWICE, height: sheet.tall * TWICE });
    const context = canvas.getContext("2d");
    context.scale(TWICE, TWICE);
    drawSheet(context, sheet);
    canvas.toBlob((blob) => deliver(blob, "png"), "image/png");
  },

  svg() {
    const text = new XMLSerializer().serializeToString(svgSheet(sheetOf(Stage.view())));
    deliver(new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" }), "svg");
  },

  async csv() {
    await Evidence.open();
    deliver(new Blob(["\ufeff", shownCsv()], { type: "text/csv" }), "csv");
  },

  link() {
    const address = `${location.href.split("#")[0]}#${Address.of(State.now, Stage.view())}`;
    Dialog.show(t("save_link"), t("link_hint"), address);
  },
};

/** What a saved view consists of: title, the picture as it stands in the window, its signs, credit. */
function sheetOf(view) {
  const wide = Math.round(view.wide * view.scale), tall = Math.round(view.tall * view.scale);
  const titles = wrap(Data.worded(G.title), wide - 2 * EDGE, 20, 700);
  const credits = wrap(creditLine(), wide - 2 * EDGE, 11, 400);
  const head = EDGE + 26 * titles.length, below = head + tall;
  const signs = Signs.drawn(EDGE, below + 8, wide - 2 * EDGE);
  const credit = below + signs.tall + 8, foot = 14 + 15 * credits.length;
  return { view, wide, tall: credit + foot, head, picture: tall, titles, credits, credit, signs: signs.parts, layers: Drawing.of(State.now, view) };
}

function creditLine() {
  const said = [t("credit", { version: G.version }), G.as_of ? t("as_of", { date: G.as_of }) : ""];
  return said.filter(Boolean).join(" ");
}

function wrap(text, room, size, weight) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (lines.at(-1) && Lettering.width(longer, size, weight) > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => Lettering.cut(line, room, size, weight));
}

function sheetTexts({ titles, credits, credit, signs }) {
  const { ink, soft } = surroundings();
  const text = (words, y, size, weight, fill) => ({ text: words, x: EDGE, y, size, weight, fill, align: "start" });
  return [
    ...titles.map((words, row) => text(words, EDGE + 14 + 26 * row, 20, 700, ink)),
    ...signs,
    ...credits.map((words, row) => text(words, credit + 14 + 15 * row, 11, 400, soft)),
  ];
}

function drawSheet(context, sheet) {
  const { view, wide, tall, head, picture, layers } = sheet;
  context.fillStyle = surroundings().paper;
  context.fillRect(0, 0, wide, tall);
  context.save();
  context.beginPath();
  context.rect(0, head, wide, picture);
  context.clip();
  context.translate(wide / 2, head + picture / 2);
  context.scale(view.scale, view.scale);
  context.translate(-view.x, -view.y);
  Canvas.draw(context, layers);
  context.restore();
  Canvas.draw(context, { words: sheetTexts(sheet) }, ["words"]);
}

function svgSheet(sheet) {
  const { view, wide, tall, head, picture, layers } = sheet;
  const paper = svg("rect", { width: wide, height: tall, fill: surroundings().paper });
  const window_ = svg(
    "svg",
    { x: 0, y: head, width: wide, height: picture, viewBox: [view.x - view.wide / 2, view.y - view.tall / 2, view.wide, view.tall].map(short).join(" ") },
    Svg.group(layers),
  );
  const texts = svg("g", {}, sheetTexts(sheet).map(svgOne));
  const title = svg("title", {}, Data.worded(G.title));
  return svg("svg", { width: wide, height: tall, viewBox: `0 0 ${wide} ${tall}` }, title, paper, window_, texts);
}

/** As a download; in a frame that allows none, to copy or to save by hand. */
async function deliver(blob, kind) {
  if (window.self !== window.top && window.origin === "null") {
    Dialog.show(t("save"), t("by_hand"), kind === "png" ? "" : await blob.text(), kind === "csv" ? "" : await asData(blob));
    return;
  }
  const url = URL.createObjectURL(blob);
  const link = el("a", { href: url, download: `${G.name}.${kind}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function asData(blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(blob);
  });
}

const Dialog = {
  /** A text to copy, or an image to save by hand. */
  show(heading, hint, text, image = "") {
    const field = text ? el("textarea", { rows: "5", readonly: true, "aria-label": heading }, text) : null;
    const copy = async () => {
      field.select();
      if (!document.execCommand("copy")) await navigator.clipboard?.writeText(text);
      Status.say(t("copied"));
    };
    const node = el(
      "dialog",
      { "aria-label": heading, onclose: () => node.remove() },
      el("h2", {}, heading),
      el("p", {}, hint),
      field,
      image ? el("img", { src: image, alt: Data.worded(G.title) }) : null,
      el("div", { class: "buttons" }, field ? button(t("copy"), copy) : null, button(t("close"), () => node.close())),
    );
    document.body.append(node);
    node.showModal();
    field?.select();
  },
};

const Status = {
  say(text) {
    byId("status").textContent = text;
  },
};
