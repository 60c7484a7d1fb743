import { ratNumber, ratText, parseRat, compareRat } from "./rational.js";
import { SHAPE_GRID, liftedPiece, movedPoint, shapeOf, shapeText, splitPiece, withoutPoint } from "./plshape.js";
import { app, beginDrag, change, endDrag, tell } from "./store.js";
import { button, clear, el, pathText, set, svg } from "./dom.js";

// The activation shaped by hand: points and pieces of its graph are dragged, and every picture answers at once.

const SHAPE_SIDE = 260;
const SHAPE_HALF = SHAPE_SIDE / 2;

export function makeShaper() {
  const graph = svg("svg", { viewBox: `0 0 ${SHAPE_SIDE} ${SHAPE_SIDE}`, class: "shapegraph", role: "group", "aria-label": "graph of f with movable points", "data-testid": "shape-graph" });
  const table = el("div", { class: "shapepoints", test: "shape-points" });
  const text = el("p", { class: "small muted" }, "Drag a point, or a piece to lift it; a double click on a piece (or + beside it) makes a new point, Delete takes one away. Arrows move a point by 1/8. The outer pieces go on for ever.");
  const node = el("section", { class: "panel shaper", test: "shaper", "aria-label": "shape of f", hidden: true }, graph, el("div", {}, el("h2", { text: "f, shaped by hand" }), text, table));
  return { node, graph, table, key: "", points: [], scale: 40, handles: [], pieces: [], drag: false };
}

function putShape(points) { change({ f: shapeText(points) }, !app.dragging); }

export function drawShaper(shaper, d) {
  if (shaper.node.hidden) { shaper.key = ""; return; }
  if (d.f.kind !== "pl") {
    if (shaper.key !== d.f.name) { shaper.key = d.f.name; shaper.handles = []; clear(shaper.graph); clear(shaper.table).append(el("p", {}, `${d.f.name} is not piecewise linear. `, button("start from relu", () => change({ f: "relu" }), { test: "shape-start" }))); }
    return;
  }
  if (shaper.key === d.f.name) return;
  shaper.key = d.f.name;
  shaper.points = shapeOf(d.f);
  if (!shaper.drag) shaper.scale = (SHAPE_HALF - 14) / Math.max(2.5, ...shaper.points.map(([t, y]) => Math.max(Math.abs(ratNumber(t)), Math.abs(ratNumber(y))) + 0.75));
  if (shaper.handles.length !== shaper.points.length) buildShape(shaper);
  const place = ([t, y]) => [SHAPE_HALF + shaper.scale * t, SHAPE_HALF - shaper.scale * y];
  const places = shaper.points.map(([t, y]) => place([ratNumber(t), ratNumber(y)]));
  const far = SHAPE_SIDE / shaper.scale;
  const lines = [[place([-far, d.f.value(-far)]), places[0]], ...places.slice(1).map((p, i) => [places[i], p]), [places[places.length - 1], place([far, d.f.value(far)])]];
  lines.forEach((line, i) => { shaper.pieces[i].setAttribute("d", pathText(line)); shaper.pieces[i].previousSibling.setAttribute("d", pathText(line)); });
  places.forEach(([x, y], i) => {
    const [t, v] = shaper.points[i].map(ratText);
    set(shaper.handles[i], { cx: x.toFixed(1), cy: y.toFixed(1), "aria-label": `point ${i + 1} of f at (${t}, ${v})` });
    const [first, second] = shaper.table.children[i].querySelectorAll("input");
    if (document.activeElement !== first) first.value = t;
    if (document.activeElement !== second) second.value = v;
  });
}

function buildShape(shaper) {
  const focused = shaper.handles.indexOf(document.activeElement);
  clear(shaper.graph).append(svg("line", { x1: 0, x2: SHAPE_SIDE, y1: SHAPE_HALF, y2: SHAPE_HALF, class: "axis" }), svg("line", { x1: SHAPE_HALF, x2: SHAPE_HALF, y1: 0, y2: SHAPE_SIDE, class: "axis" }));
  shaper.pieces = Array.from({ length: shaper.points.length + 1 }, (_, i) => {
    shaper.graph.append(svg("path", { class: "image k1" }));
    const piece = svg("path", { class: "piece", "data-testid": `shape-piece-${i}` });
    listenPiece(shaper, piece, i - 1);
    shaper.graph.append(piece);
    return piece;
  });
  shaper.handles = shaper.points.map((_, i) => {
    const handle = svg("circle", { r: 7.5, class: "handle k2", tabindex: 0, role: "button", "aria-roledescription": "movable point", "data-testid": `shape-point-${i + 1}` });
    listenPoint(shaper, handle, i);
    shaper.graph.append(handle);
    return handle;
  });
  clear(shaper.table).append(...shaper.points.map((_, i) => {
    const read = (k) => (event) => {
      const q = parseRat(event.target.value);
      const points = shaper.points.map((p, m) => (m === i ? p.map((c, n) => (n === k ? q : c)) : p));
      if (!q || points.some(([t], m) => m > 0 && compareRat(t, points[m - 1][0]) <= 0)) { tell(`'${event.target.value}' is no rational number between its neighbours`); event.target.value = ratText(shaper.points[i][k]); return; }
      tell("");
      putShape(points);
    };
    return el("div", { class: "row" }, el("span", { class: "mono", text: `${i + 1}` }), el("input", { type: "text", class: "box", "aria-label": `place of point ${i + 1}`, onchange: read(0), test: `shape-t-${i + 1}` }), el("input", { type: "text", class: "box", "aria-label": `value of point ${i + 1}`, onchange: read(1), test: `shape-y-${i + 1}` }),
      button("\u00d7", () => putShape(withoutPoint(shaper.points, i)), { "aria-label": `take point ${i + 1} away` }), button("+", () => putShape(splitPiece(shaper.points, i)), { "aria-label": `a new point after point ${i + 1}`, test: `shape-add-${i + 1}` }));
  }));
  if (focused >= 0) shaper.handles[Math.min(focused, shaper.handles.length - 1)].focus();
}

function spotOf(shaper, event) {
  const box = shaper.graph.getBoundingClientRect();
  return [(((event.clientX - box.left) * SHAPE_SIDE) / box.width - SHAPE_HALF) / shaper.scale, (SHAPE_HALF - ((event.clientY - box.top) * SHAPE_SIDE) / box.height) / shaper.scale];
}

// Drags of points and pieces: moved(start, now) are the points of f.
function listenDrag(shaper, node, moved) {
  let start = null;
  node.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    node.setPointerCapture(event.pointerId);
    start = { spot: spotOf(shaper, event), points: shaper.points };
    shaper.drag = true;
    beginDrag();
  });
  node.addEventListener("pointermove", (event) => { if (start) putShape(moved(start, spotOf(shaper, event))); });
  const stop = () => { if (!start) return; start = null; shaper.drag = false; shaper.key = ""; endDrag(); };
  node.addEventListener("pointerup", stop);
  node.addEventListener("pointercancel", stop);
}

function listenPoint(shaper, handle, i) {
  listenDrag(shaper, handle, (start, [t, y]) => movedPoint(start.points, i, t, y));
  handle.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (!by && event.key !== "Delete" && event.key !== "+") return;
    event.preventDefault();
    const [t, y] = shaper.points[i].map(ratNumber);
    putShape(by ? movedPoint(shaper.points, i, t + by[0] / SHAPE_GRID, y + by[1] / SHAPE_GRID) : event.key === "Delete" ? withoutPoint(shaper.points, i) : splitPiece(shaper.points, i));
  });
}

// A piece between two points is lifted, an outer piece turns about the point where it begins.
function listenPiece(shaper, piece, i) {
  listenDrag(shaper, piece, (start, [t, y]) => {
    const n = start.points.length;
    if (i >= 0 && i + 1 < n) return liftedPiece(start.points, i, y - start.spot[1]);
    const end = i < 0 ? 0 : n - 1;
    const next = i < 0 ? 1 : n - 2;
    const [at, about] = [start.points[end].map(ratNumber), start.points[next].map(ratNumber)];
    return movedPoint(start.points, end, at[0], about[1] + ((y - about[1]) * (at[0] - about[0])) / (t - about[0] || 1));
  });
  piece.addEventListener("dblclick", () => putShape(splitPiece(shaper.points, i)));
}
