// The drawing surface: vis-network holds the camera and the gestures, we draw and say what is where.

const STAGE_OPTIONS = {
  physics: false,
  autoResize: false,
  layout: { improvedLayout: false },
  edges: { smooth: false },
  interaction: { hideEdgesOnDrag: true, hideEdgesOnZoom: true, selectConnectedEdges: false, keyboard: false },
};
const LINES_WHILE_MOVING = 400, STILL_AFTER = 160;

const Stage = {
  net: null,
  layers: null,
  isMoving: false,
  listeners: [],

  open() {
    Stage.box = byId("stage");
    Stage.marks = new vis.DataSet();
    Stage.net = new vis.Network(Stage.box, { nodes: Stage.marks, edges: [] }, STAGE_OPTIONS);
    Stage.net.on("beforeDrawing", (context) => {
      if (Stage.layers) Canvas.draw(context, Stage.layers, Stage.drawnNow());
    });
    for (const node of Stage.box.querySelectorAll("*")) node.removeAttribute("tabindex");
    watchCamera();
    watchPointer();
    new ResizeObserver(resized).observe(Stage.box);
  },

  /** Lines are left out while a picture of many of them moves. */
  drawnNow() {
    const isHeavy = Scene.isCrowded || Scene.ties.length > LINES_WHILE_MOVING;
    return Stage.isMoving && isHeavy ? ["back", "marks", "words"] : ["back", "lines", "marks", "words"];
  },

  view() {
    const scale = Stage.net.getScale();
    const { x, y } = Stage.net.getViewPosition();
    return { x, y, scale, wide: Stage.box.clientWidth / scale, tall: Stage.box.clientHeight / scale };
  },

  /** Draw the scene as it stands now. */
  draw() {
    Stage.layers = Drawing.of(State.now, Stage.view());
    Stage.net.redraw();
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
    const around = Math.min(56, Stage.box.clientWidth * 0.06);
    const wide = Math.max(20, Stage.box.clientWidth - 2 * around), tall = Math.max(20, Stage.box.clientHeight - 2 * around);
    const scale = Math.min(wide / Math.max(1, right - left), tall / Math.max(1, bottom - top), closest);
    Stage.moveTo({ x: (left + right) / 2, y: (top + bottom) / 2, scale });
  },

  zoom(factor) {
    const { x, y, scale } = Stage.view();
    Stage.moveTo({ x, y, scale: scale * factor });
  },

  pan(right, down) {
    const { x, y, scale } = Stage.view();
    Stage.moveTo({ x: x + right / scale, y: y + down / scale, scale });
  },

  /** Bring a mark into view if it is not. */
  show(i) {
    const item = Scene.items.get(i);
    if (!item) return;
    const view = Stage.view();
    const isIn = Math.abs(item.x - view.x) < view.wide * 0.42 && Math.abs(item.y - view.y) < view.tall * 0.42;
    if (!isIn) Stage.moveTo({ x: item.x, y: item.y, scale: view.scale });
  },

  /** The camera stands still: letters and lines get their final form. */
  settle() {
    Stage.isMoving = false;
    Stage.draw();
    for (const listener of Stage.listeners) listener();
  },
};

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
  if (Narrow.isEgo(State.now)) return;
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
  if (!clientWidth || !clientHeight) return;
  Stage.net.setSize(`${clientWidth}px`, `${clientHeight}px`);
  Stage.net.redraw();
  if (Stage.isFitted) Stage.fit();
}
