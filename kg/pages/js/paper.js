// On paper: title, the picture as it stands, what the signs mean, and every tie shown with its sources.

const Paper = {
  open() {
    window.addEventListener("beforeprint", () => Paper.fill());
    window.addEventListener("afterprint", () => byId("paper").replaceChildren());
  },

  fill() {
    Evidence.openNow();
    byId("paper").replaceChildren(
      ...(State.now.table ? [] : [printed()]),
      el("div", {}, ...Legend.drawn()),
      ...(Evidence.table ? tableOf("ties", "paper") : []),
    );
  },
};

function printed() {
  const box = Scene.box();
  const around = 30;
  const [left, top, wide, tall] = [box[0] - around, box[1] - around, box[2] - box[0] + 2 * around, box[3] - box[1] + 2 * around];
  const view = { x: left + wide / 2, y: top + tall / 2, wide, tall, scale: Math.min(1, 1000 / wide) };
  const picture = Svg.group(Drawing.of(State.now, view));
  return svg("svg", { viewBox: [left, top, wide, tall].map(short).join(" "), role: "img", "aria-label": Data.worded(G.title) }, picture);
}
