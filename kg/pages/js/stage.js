// The drawing surface: vis-network holds the camera and the gestures, we draw and say what is where.

const STAGE_OPTIONS = {
  physics: false,
  autoResize: false,
  layout: { improvedLayout: false },
  edges: { smooth: false },
  interaction: { hideEdgesOnDrag: true, hideEdgesOnZoom: true, selectConnectedEdges: false, keyboard: false },
};
const READABLE_SCALE = 0.8, SMALLEST_START = 0.56;
/** What the buttons take of the picture on its right, in pixels. */
const BUTTONS = 54;
const LINES_WHILE_MOVING = 400, STILL_AFTER = 160;

const Stage = {
  net: null,
  layers: { ties: [] },
  isReady: false,
  isStale: false,
  isMoving: false,
  listeners: [],

  open() {
    Stage.box = byId("stage");
    Stage.marks = new vis.DataSet();
    Stage.net = new vis.Network(Stage.box, { nodes: Stage.marks, edges: [] }, STAGE_OPTIONS);
    Stage.net.on("beforeDrawing", (context) => {
      if (!Stage.isReady) return;
      if (Stage.isStale) Stage.renew(Stage.view());
      else if (Stage.isMoving && Scene.frames.length) Object.assign(Stage.layers, Frames.drawn(Stage.view()));
      Stage.isStale = false;
      Canvas.draw(context, Stage.layers, Stage.drawnNow());
    });
    Stage.size = `${Stage.box.clientWidth} ${Stage.box.clientHeight}`;
    for (const node of Stage.box.querySelectorAll("*")) node.removeAttribute("tabindex");
    watchCamera();
    watchPointer();
    new ResizeObserver(resized).observe(Stage.box);
  },

  /** Lines are left out while a picture of many of them moves. */
  drawnNow() {
    const isHeavy = Scene.isCrowded || Scene.ties.length > LINES_WHILE_MOVING;
    return Stage.isMoving && isHeavy ? LAYERS.filter((name) => name !== "lines") : LAYERS;
  },

  view() {
    const scale = Stage.net.getScale();
    const { x, y } = Stage.net.getViewPosition();
    return { x, y, scale, wide: Stage.box.clientWidth / scale, tall: Stage.box.clientHeight / scale };
  },

  /** What is drawn from here on. */
  renew(view) {
    Stage.layers = Drawing.of(State.now, view);
    Stage.fade(view);
  },

  /** Draw the scene as it stands, in the next frame and once, however often this is asked. */
  draw() {
    Stage.isReady = Stage.isStale = true;
    Stage.net.body.emitter.emit("_requestRedraw");
  },

  /** Tell vis-network what can be taken hold of; of a crowded scene, nothing. */
  hold() {
    const wanted = Scene.isCrowded ? [] : [...Scene.items.values()];
    const ids = new Set(wanted.map(({ i }) => i));
    Stage.marks.remove(Stage.marks.getIds().filter((i) => !ids.has(i)));
    Stage.marks.update(wanted.map(({ i, x, y }) => ({ id: i, x, y, shape: "custom", ctxRenderer: handle })));
  },

  moveTo(view) {
    Stage.net.moveTo({ position: { x: view.x, y: view.y }, scale: view.scale });
    Stage.settle();
  },

  /** Show a box with some room around it. */
  fit(box = Scene.box(), closest = 1.15) {
    const [left, top, right, bottom] = box;
    if (!(right >= left)) return;
    const { clientWidth, clientHeight } = Stage.box;
    const around = Math.min(48, clientWidth * 0.06), beside = Scene.hasCards() || Scene.isEgo ? around : Math.min(96, clientWidth * 0.16);
    const buttons = Scene.isEgo ? 0 : Math.max(0, BUTTONS - beside);
    const wide = Math.max(20, clientWidth - 2 * beside - buttons), tall = Math.max(20, clientHeight - 2 * around);
    const scale = Math.min(wide / Math.max(1, right - left), tall / Math.max(1, bottom - top), closest);
    Stage.moveTo({ x: (left + right + buttons / scale) / 2, y: (top + bottom) / 2, scale });
  },

  /** The first look, with what is chosen in it. */
  start() {
    Stage.overview();
    if (!Scene.isEgo) Stage.show(State.now.node);
    Stage.showAll(Scene.path(State.now));
  },

  /** All of it if its letters can be read, else as wide as it is, from the top. */
  overview() {
    const [left, top, right, bottom] = Scene.box();
    Stage.fit();
    if (!Scene.hasCards() || G.layout === "map") return;
    const { scale, wide, tall } = Stage.view();
    const fitting = (scale * wide - BUTTONS) / (right - left + 30);
    const readable = Math.min(READABLE_SCALE, Math.max(fitting, smallestStart()));
    if (scale >= readable) return;
    const focus = Scene.items.get(G.focus[0]) ?? nearestTo(G.layout === "timeline" ? right : left, top);
    const within = (low, high, room, wanted) => Math.max(low + room / 2, Math.min(high - room / 2, wanted));
    const shownWide = (wide * scale) / readable, shownTall = (tall * scale) / readable;
    Stage.moveTo({
      x: shownWide > right - left ? (left + right + Math.min(BUTTONS / readable, shownWide - (right - left) - 24)) / 2 : within(left - 20, right + BUTTONS / readable, shownWide, focus.x),
      y: shownTall > bottom - top + 60 ? (top + bottom) / 2 : within(top - 30, bottom + 30, shownTall, focus.y),
      scale: readable,
    });
  },

  zoom(factor) {
    const { x, y, scale } = Stage.view();
    Stage.moveTo({ x, y, scale: scale * factor });
  },

  pan(right, down) {
    const { x, y, scale } = Stage.view();
    Stage.moveTo({ x: x + right / scale, y: y + down / scale, scale });
  },

  /** Bring a mark into view: into the middle if it is outside, no further than it has to be if it is at the edge. */
  show(i) {
    const item = Scene.items.get(i);
    if (!item) return;
    const view = Stage.view();
    const halfWide = (item.isCard ? item.w / 2 : item.r), halfTall = (item.isCard ? item.h / 2 : item.r);
    const x = nearer(view.x, item.x, view.wide / 2, halfWide + 16 / view.scale);
    const y = nearer(view.y, item.y, view.tall / 2, halfTall + 16 / view.scale);
    if (x !== view.x || y !== view.y) Stage.moveTo({ x, y, scale: view.scale });
  },

  /** All of several marks: as near as now, or from as far as it takes. */
  showAll(ids) {
    if (!ids.length) return;
    const [left, top, right, bottom] = Scene.around(ids), { x, y, wide, tall, scale } = Stage.view();
    const isIn = left > x - wide / 2 && right < x + wide / 2 && top > y - tall / 2 && bottom < y + tall / 2;
    if (!isIn) Stage.fit([left, top, right, bottom], scale);
  },

  /** A soft edge on each side where the picture goes on outside. */
  fade({ x, y, wide, tall }) {
    const [left, top, right, bottom] = Scene.box();
    const beyond = { left: x - wide / 2 - left, right: right - x - wide / 2, top: y - tall / 2 - top, bottom: bottom - y - tall / 2 };
    for (const [side, far] of Object.entries(beyond)) Stage.box.classList.toggle(`more-${side}`, far > 4);
  },

  /** The camera stands still: letters and lines get their final form. */
  settle() {
    Stage.isMoving = false;
    Stage.draw();
    for (const listener of Stage.listeners) listener();
  },
};

/** Where the middle of the view goes so that a mark is whole in it; `half` is how far the view reaches. */
function nearer(middle, mark, half, own) {
  if (Math.abs(mark - middle) > half) return mark;
  const room = Math.max(0, half - own);
  return Math.max(mark - room, Math.min(mark + room, middle));
}

/** Cards with a second line are read from closer by. */
function smallestStart() {
  const noted = Array.from({ length: Data.n }, (_, i) => Say.event(i)).filter(Boolean).length;
  return 4 * noted > Data.n ? READABLE_SCALE : SMALLEST_START;
}

/** The mark nearest to a corner: a first look at an empty one tells nothing. */
function nearestTo(x, y) {
  return [...Scene.items.values()].reduce((best, each) => (Math.hypot(each.x - x, each.y - y) < Math.hypot(best.x - x, best.y - y) ? each : best));
}

/** What vis-network asks of each mark: how large it is. The drawing is ours. */
function handle({ id }) {
  const { w, h, r, isCard } = Scene.items.get(id) ?? { r: 0 };
  const nodeDimensions = isCard ? { width: w, height: h } : { width: 2 * r, height: 2 * r };
  return { drawNode() {}, nodeDimensions };
}

function watchCamera() {
  const { net } = Stage;
  const still = afterQuiet(STILL_AFTER, Stage.settle);
  net.on("zoom", () => {
    Stage.isMoving = true;
    still();
  });
  net.on("dragStart", ({ nodes }) => {
    Stage.isMoving = nodes.length === 0;
    Tip.hide();
  });
  net.on("dragging", ({ nodes }) => {
    if (nodes.length) moved(nodes[0], false);
  });
  net.on("dragEnd", ({ nodes }) => {
    if (nodes.length) moved(nodes[0], true);
    net.unselectAll();
    Stage.settle();
  });
}

/** A mark was dragged: it stays where it was put, and its ties follow. */
function moved(i, isStep) {
  if (Scene.isEgo) return;
  const { x, y } = Stage.net.getPosition(i);
  const item = Scene.items.get(i);
  if (isStep) State.set({ moved: { ...State.now.moved, [i]: [Math.round(x), Math.round(y)] } });
  else {
    Object.assign(item, { x, y });
    Scene.reroute();
    Stage.draw();
  }
}

function watchPointer() {
  Stage.net.on("click", ({ pointer, event }) => {
    const under = underPointer(pointer.canvas, event?.pointerType === "touch" ? 16 : 4);
    if (under?.item) Actions.choose(under.item.i);
    else if (under?.tie) Actions.chooseTie(under.tie);
    else Actions.choose(-1);
  });
  Stage.net.on("doubleClick", ({ pointer }) => {
    const under = underPointer(pointer.canvas, 4);
    if (under?.item) Actions.open(under.item.i);
  });
  Stage.box.addEventListener("pointermove", (event) => {
    if (event.buttons || event.pointerType === "touch") return;
    const box = Stage.box.getBoundingClientRect();
    const place = { x: event.clientX - box.left, y: event.clientY - box.top };
    const under = underPointer(Stage.net.DOMtoCanvas(place), 4);
    Stage.box.classList.toggle("pointing", Boolean(under));
    Tip.show(under, place);
  });
  Stage.box.addEventListener("pointerleave", () => Tip.hide());
}

function underPointer({ x, y }, pixels) {
  return Scene.at(x, y, pixels / Stage.net.getScale());
}

function resized() {
  const { clientWidth, clientHeight } = Stage.box;
  const size = `${clientWidth} ${clientHeight}`;
  if (!clientWidth || !clientHeight || size === Stage.size) return;
  Stage.size = size;
  const { x, y, scale } = Stage.view();
  Stage.net.setSize(`${clientWidth}px`, `${clientHeight}px`);
  if (Stage.isFitted) return Stage.start();
  // vis-network zooms along with its window.
  Stage.net.moveTo({ position: { x, y }, scale });
  if (Scene.isEgo) Stage.fit();
  else Stage.draw();
}
