// The symbols of kinds, as paths around 0,0 that reach from -1 to 1. Shape tells what colour tells.

const SYMBOLS = {
  circle: "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z",
  dot: "M.7 0A.7 .7 0 1 1-.7 0A.7 .7 0 1 1 .7 0Z",
  ring: "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0ZM.5 0A.5 .5 0 1 0-.5 0A.5 .5 0 1 0 .5 0Z",
  hexagon: "M1 0L.5 .87H-.5L-1 0L-.5-.87H.5Z",
  shield: "M-.9-.9H.9V.25L0 1L-.9 .25Z",
  sheet: "M-.75-1H.25V-.45H.75V1H-.75ZM.4-1L.75-.6H.4Z",
  triangle: "M0-1L1 .85H-1Z",
  diamond: "M0-1L1 0L0 1L-1 0Z",
  square: "M-.85-.85H.85V.85H-.85Z",
  star: "M0-1L.25-.32L.97-.3L.4 .14L.6 .83L0 .43L-.6 .83L-.4 .14L-.97-.3L-.25-.32Z",
  pentagon: "M0-1L.97-.28L.6 .85H-.6L-.97-.28Z",
  pin: "M0 1C-.3 .45-.75 .15-.75-.28A.75 .75 0 1 1 .75-.28C.75 .15 .3 .45 0 1ZM.3-.28A.3 .3 0 1 0-.3-.28A.3 .3 0 1 0 .3-.28Z",
  cylinder: "M-.8-.65A.8 .35 0 0 1 .8-.65A.8 .35 0 0 1-.8-.65ZM-.8-.4A.8 .35 0 0 0 .8-.4V.65A.8 .35 0 0 1-.8 .65Z",
};

function symbol(shape) {
  return SYMBOLS[shape] ?? SYMBOLS.dot;
}

/** The symbol of a label as a small picture in the text. */
function symbolPicture(label) {
  return svg(
    "svg",
    { class: "symbol", viewBox: "-1.15 -1.15 2.3 2.3", "aria-hidden": "true" },
    svg("path", { d: symbol(label.shape), fill: tone(label.colour), "fill-rule": "evenodd" }),
  );
}

/** A style of line as a small picture in the text. */
function stylePicture(style) {
  const colour = tone(style.colour);
  const head = { d: "M44 4L54 8L44 12Z", fill: style.arrow === "full" ? colour : surroundings().paper, stroke: colour };
  return svg(
    "svg",
    { class: "stroke", viewBox: "0 0 56 16", "aria-hidden": "true" },
    svg("path", {
      d: style.arrow === "none" ? "M1 8H55" : "M1 8H44",
      stroke: colour,
      fill: "none",
      "stroke-width": style.width,
      "stroke-dasharray": style.dash.join(" ") || null,
    }),
    style.arrow === "none" ? null : svg("path", head),
  );
}

const ICONS = {
  theme: "M8 1.5A6.5 6.5 0 1 0 8 14.5A6.5 6.5 0 1 0 8 1.5ZM8 3.2V12.8A4.8 4.8 0 0 1 8 3.2Z",
  fit: "M2 2H6.5V3.8H3.8V6.5H2ZM9.5 2H14V6.5H12.2V3.8H9.5ZM2 9.5H3.8V12.2H6.5V14H2ZM12.2 9.5H14V14H9.5V12.2H12.2Z",
  plus: "M7.1 2.5H8.9V7.1H13.5V8.9H8.9V13.5H7.1V8.9H2.5V7.1H7.1Z",
  minus: "M2.5 7.1H13.5V8.9H2.5Z",
  close: "M3.2 4.4L4.4 3.2L8 6.8L11.6 3.2L12.8 4.4L9.2 8L12.8 11.6L11.6 12.8L8 9.2L4.4 12.8L3.2 11.6L6.8 8Z",
};

/** A sign on a button, drawn so that it does not hang on the reader's fonts. */
function icon(name) {
  const path = svg("path", { d: ICONS[name], fill: "currentColor", "fill-rule": "evenodd" });
  return svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, path);
}
