import { ratNumber, ratText, parseRat, R0, rat } from "./rational.js";
import { doubleOf, fromRat, isRationalIn, numberOf, readNumber } from "./field.js";
import { shortNumber } from "./numbers.js";
import { drawnMap, liesIn, mapAt, openFan } from "./fan.js";
import { app, change, componentOf, positionOf, quoted, setNamed } from "./store.js";
import { reachOf, reasonOf } from "./graph.js";
import { pictured } from "./image.js";
import { solveUpper } from "./linear.js";
import { button, clear, el, pathText, show, svg } from "./dom.js";
import { numberList, realView, termView } from "./number-view.js";
import { viewIn, withView } from "./permalink.js";
import { drawMovie, makeMovie } from "./witness.js";

export function pairOf(d) {
  const match = /^(L\d+)>(L\d+)$/.exec(app.state.q);
  const first = d.hands[0].label;
  if (match && match.slice(1).every((label) => positionOf(label) >= 0)) return [match[1], match[2]];
  const others = d.set.simples.filter((s) => s.label !== first && s.label !== "L0");
  return [first, (others.find((s) => verdictOf(first, s.label).exists) ?? others[0] ?? d.set.simples[0]).label];
}

export function verdictOf(source, target) {
  const [i, j] = [positionOf(source), positionOf(target)];
  if (i < 0 || j < 0) return null;
  const entry = app.data.pairs.rows[i][j];
  const order = (k) => app.data.simples[k].kernelOrder;
  const exists = entry >= 0;
  const element = exists ? null : app.data.group.classes[-1 - entry].element;
  return { source, target, exists, linear: i === j, bias: exists ? app.data.pairs.biases[entry] : null, element, reason: exists ? `ker ${source} (order ${order(i)}) lies in ker ${target} (order ${order(j)})` : `${element} acts trivially on ${source} and not on ${target}` };
}

export function makePair(actions) {
  const rows = el("dl", { class: "facts" });
  const title = el("h2", {});
  const movie = makeMovie();
  const node = el("section", { class: "panel", test: "pair", "aria-label": "pair of simples", id: "pair", tabindex: -1 }, title, rows, movie.node, el("div", { class: "row" }, button("All maps", () => change({ tab: "maps" }), { test: "pair-maps" }), el("span", { class: "small" }, "what is a ", termView("kernel", "kernel"), ", a ", termView("witness", "witness"), ", an ", termView("obstruction", "obstruction"), "?")));
  return { node, rows, title, movie, key: "" };
}

export function drawPair(pair, d) {
  const [source, target] = pairOf(d);
  const key = `${app.state.x}|${app.state.f}|${source}|${target}`;
  if (pair.key === key) return;
  pair.key = key;
  const verdict = verdictOf(source, target);
  if (!verdict) return;
  pair.title.textContent = `${source} \u2192 ${target}`;
  clear(pair.rows);
  const row = (name, text, test) => pair.rows.append(el("dt", { text: name }), el("dd", { text, test }));
  row("exists", `${verdict.exists ? "yes" : "no"}: ${verdict.reason}`, "verdict-exists");
  row("linear", verdict.linear ? "yes: the same simple" : "no: not isomorphic (Schur)", "verdict-linear");
  const [i, j] = [d.set.simples.findIndex((s) => s.label === source), d.set.simples.findIndex((s) => s.label === target)];
  if (i < 0 || j < 0) row("one layer", `${i < 0 ? source : target} does not occur in Fun(${d.set.name})`, "verdict-layer");
  else {
    const has = d.arrows === null ? null : d.arrows[i][j];
    row(`one layer of ${d.f.name}`, has === null ? "not on this page" : `${has ? "yes" : "no, 0 for every v"}. ${reasonOf(d, source, target)}`, "verdict-layer");
    const reach = reachOf(d, source, 1);
    if (reach) row("first depth", firstDepthText(reach, target), "verdict-depth");
  }
  pair.rows.append(el("dt", { text: "with a bias" }), el("dd", { test: "verdict-bias" }, verdict.exists ? ["witness relu(v \u2212 \u03b2) on the regular set, \u03b2 = ", realView(verdict.bias)] : "none, at any depth"));
  pair.rows.append(el("dt", { text: "command" }), el("dd", {}, el("code", { text: `eqnn maps ${quoted(app.data.group.name)} ${source} ${target} --on ${quoted(app.state.x)} --activation ${quoted(app.state.f)}`, test: "pair-command" })));
  drawMovie(pair.movie, source, target, verdict);
}

function firstDepthText(reach, target) {
  let bound = 0;
  let open = null;
  for (let t = 1; t <= reach.depth; t++) {
    const found = reach.at(t).find((r) => r.label === target);
    if (!found) continue;
    bound = bound || t;
    if (found.state === 1) return `${t} (${found.reason})`;
    open = open ?? (found.state === -1 ? found : null);
  }
  return bound === 0 ? "never, at any depth and with any number of channels" : open ? `in J_${bound}; with one input channel ${open.reason}` : `in J_${bound}, but never with one input channel; several populate it`;
}

// The space of maps between two simples with the fan of the source, if the page carries it.
export function spaceOf(source, target) {
  const from = app.data.maps.sources.find((s) => s.source === source);
  const space = from?.targets.find((t) => t.target === target);
  return space ? Object.assign(space, { from, source, linear: space.linearPart.length, oneLayer: space.oneLayerPart.length }) : null;
}

function fanOf(space) {
  const simple = componentOf(setNamed(app.page.x), space.source);
  return openFan(app.field, space.from, simple.iota.map((row) => row.slice(0, simple.copyDimension)));
}

// The exact value of a combination of the basis at a rational vector.
export function mapValue(space, coefficients, vector) { return mapAt(app.field, fanOf(space), space, coefficients, vector.map((q) => fromRat(app.field, q))); }

// What the combination is: linear, one layer without bias, or only deeper; exactly.
export function mapKind(space, coefficients) {
  if (coefficients.every((q) => q.n === 0n)) return "the zero map";
  return liesIn(app.field, space.linearPart, coefficients) ? "linear" : liesIn(app.field, space.oneLayerPart, coefficients) ? "one layer" : "only deeper";
}

// The coefficients of the map that is shown: the first map of the basis before anybody has moved a slider.
export function coefficientsOf(space) { return Array.from({ length: space.dimension }, (_, i) => app.state.m[i] ?? (app.state.m.length === 0 && i === 0 ? rat(1) : R0)); }

// Why a space is not on the page.
export function omittedReason(source, target) {
  const [i, j] = [positionOf(source), positionOf(target)];
  const found = app.data.maps.omitted.find((o) => o.pairs.some(([a, b]) => a === i && b === j));
  return found ? found.reason : verdictOf(source, target)?.exists === false ? `only the zero map exists: ${verdictOf(source, target).reason}` : `${source} or ${target} does not occur in Fun(${app.page.x})`;
}

const PAGE = 8;
const view = { first: 0 };

// The axes of the slice on which a map is drawn.
function sliceAxes(size) { const axes = viewIn(app.state.z, "map") ?? [0, 1]; return axes.some((a) => a >= size) || axes[0] === axes[1] ? [0, 1] : axes; }

// The tab of all maps: sliders over the exact basis, and the picture of their combination.
export function drawMaps(place, d) {
  const [source, target] = pairOf(d);
  const space = app.state.x === app.page.x ? spaceOf(source, target) : null;
  const key = `${source}|${target}|${app.state.x}|${view.first}`;
  if (place.dataset.key !== key) { place.dataset.key = key; buildMaps(place, source, target, space); }
  if (!space || space.dimension === 0) return;
  const coefficients = coefficientsOf(space);
  place.querySelectorAll(".sliders label").forEach((label) => { const [slider, box] = label.querySelectorAll("input"); const q = coefficients[Number(label.dataset.index)] ?? R0; if (document.activeElement !== slider) slider.value = Math.round(64 * ratNumber(q)); if (document.activeElement !== box) box.value = ratText(q); });
  place.querySelectorAll("[data-testid^=map-axis]").forEach((select, i) => { select.value = sliceAxes(componentOf(d.set, source).copyDimension)[i]; });
  const hand = d.hands.find((h) => h.label === source);
  const value = place.querySelector("[data-testid=map-value]");
  clear(value);
  if (hand) { const image = mapValue(space, coefficients, hand.points[0]); value.append(`F(${hand.points[0].map(ratText).join(", ")}) = `, image ? numberList(image) : "undecided"); }
  place.querySelector("[data-testid=map-kind]").textContent = mapKind(space, coefficients);
  drawMapPicture(place, space, coefficients, hand);
}

function buildMaps(place, source, target, space) {
  clear(place);
  place.append(el("h2", { text: `All maps ${source} \u2192 ${target} on the ReLU fan` }));
  const command = el("p", {}, el("code", { test: "maps-command", text: `eqnn maps ${quoted(app.data.group.name)} ${source} ${target} --on ${quoted(app.page.x)} --enumerate` }));
  if (!space) {
    place.append(el("p", { test: "maps-refused", text: app.state.x === app.page.x ? `Not on this page: ${omittedReason(source, target)}.` : `The maps of this page are those on ${app.page.x}; ${app.state.x} is chosen.` }), command);
    return;
  }
  place.append(el("p", { class: "small", test: "map-space", text: `dimension ${space.dimension}, linear ${space.linear}, one layer ${space.oneLayer}, of them only deeper ${space.dimension - space.oneLayer}; ${space.from.rays.length} rays; K in the coordinates ${space.model}${space.dimension > 0 ? "" : ": only the zero map is linear on the chambers of this fan"}` }));
  if (space.dimension === 0) { place.append(command); return; }
  const sliders = el("div", { class: "sliders" });
  const last = Math.min(space.dimension, view.first + PAGE);
  for (let i = view.first; i < last; i++) {
    const put = (text) => { const q = parseRat(text); if (!q) return; const m = coefficientsOf(space).slice(); m[i] = q; change({ m }); };
    sliders.append(el("label", { class: "row", "data-index": i }, `c${i + 1} `, el("input", { type: "range", min: -128, max: 128, value: 0, test: `map-slider-${i + 1}`, "aria-label": `coefficient ${i + 1}`, oninput: (e) => put(`${e.target.value}/64`) }), el("input", { type: "text", class: "box", "aria-label": `coefficient ${i + 1} as a fraction`, onchange: (e) => put(e.target.value) })));
  }
  const pager = space.dimension > PAGE ? el("div", { class: "row" }, button("\u2190", () => { view.first = Math.max(0, view.first - PAGE); change({}); }, { "aria-label": "sliders before" }), el("span", { text: `c${view.first + 1} to c${last} of ${space.dimension}` }), button("\u2192", () => { if (view.first + PAGE < space.dimension) view.first += PAGE; change({}); }, { "aria-label": "sliders after", test: "map-next" })) : null;
  const marks = el("div", { class: "row small" }, "stand on: ", Object.entries(space.activations).flatMap(([name, list]) => list.map((coordinates, k) => button(list.length > 1 ? `${name} ${k + 1}` : name, () => stand(space, coordinates), { test: `map-mark-${name}-${k + 1}` }))), button("0", () => change({ m: Array.from({ length: space.dimension }, () => R0) })));
  const size = componentOf(setNamed(app.page.x), source).copyDimension;
  const axis = (which) => { const node = el("select", { "aria-label": `axis ${which + 1} of the slice`, test: `map-axis-${which + 1}`, onchange: (e) => { const axes = sliceAxes(size).slice(); const next = Number(e.target.value); if (axes[1 - which] === next) axes[1 - which] = (next + 1) % size; axes[which] = next; change({ z: withView(app.state.z, "map", axes) }); } }, Array.from({ length: size }, (_, i) => el("option", { value: i, text: `axis ${i + 1}` }))); node.value = sliceAxes(size)[which]; return node; };
  place.append(el("div", { class: "columns" },
    el("div", {}, sliders, pager, marks, el("p", {}, "this map: ", el("b", { test: "map-kind" })), el("p", { class: "mono", test: "map-value" }), size > 2 ? el("div", { class: "row small" }, "slice through the hand along ", axis(0), axis(1)) : null, command),
    el("figure", {}, svg("svg", { viewBox: "0 0 200 200", class: "mapview", role: "img", "data-testid": "map-picture" }), el("canvas", { width: 80, height: 80, class: "pixels levels", role: "img", test: "map-levels" }), el("figcaption", { class: "muted small" }))));
}

// The sliders on the coordinates of an activation: exactly, if these are rational.
function stand(space, coordinates) {
  const exact = coordinates.map((c) => readNumber(app.field, c));
  change({ m: exact.map((x) => (isRationalIn(x) ? x[0] : rat(BigInt(Math.round(4096 * numberOf(app.field, x))), 4096n))) });
}

// A line as target: the values on the slice of the source, 0 white. More: the image of a circle of the slice.
function drawMapPicture(place, space, coefficients, hand) {
  const [picture, canvas, caption] = [place.querySelector(".mapview"), place.querySelector(".levels"), place.querySelector("figcaption")];
  const simple = componentOf(setNamed(app.page.x), space.source);
  const still = `${coefficients.map(ratText).join()}|${sliceAxes(simple.copyDimension).join()}|${simple.copyDimension > 2 && hand ? hand.points[0].map(ratText).join() : ""}|${app.dragging}`;
  if (picture.dataset.key === still) return;
  picture.dataset.key = still;
  const f = drawnMap(app.field, fanOf(space), space, coefficients);
  const size = simple.copyDimension;
  const centre = size > 2 && hand ? Array.from(pictured(simple, 0, hand.points[0].map(ratNumber))) : new Array(size).fill(0);
  const [i, j] = size > 1 ? sliceAxes(size) : [0, 0];
  if (size > 1) { centre[i] = 0; centre[j] = 0; }
  const vector = (x, y) => { const p = centre.slice(); p[i] += x; if (size > 1) p[j] += y; return solveUpper(simple.numeric.frame, p); };
  const isLine = space.gram.length === 1;
  show(picture, !isLine);
  show(canvas, isLine);
  if (isLine) {
    const n = app.dragging || app.running ? 32 : 80;
    canvas.width = n;
    canvas.height = n;
    const values = Array.from({ length: n * n }, (_, k) => f(vector((2 * (k % n)) / (n - 1) - 1, 1 - (2 * Math.floor(k / n)) / (n - 1)))[0]);
    const top = Math.max(1e-12, ...values.map(Math.abs));
    const context = canvas.getContext("2d");
    const image = context.createImageData(n, n);
    values.forEach((v, k) => { const t = v / top; image.data.set(Math.abs(t) < 0.012 ? [20, 20, 20] : t >= 0 ? [255 * (1 - t), 255 * (1 - 0.55 * t), 255] : [255, 255 * (1 + 0.7 * t), 255 * (1 + t)], 4 * k); image.data[4 * k + 3] = 255; });
    context.putImageData(image, 0, 0);
    caption.textContent = `values on ${size > 2 ? "the slice" : "the plane"} of ${space.source} (blue positive, red negative, black 0), largest ${shortNumber(top)}`;
    canvas.setAttribute("aria-label", caption.textContent);
    return;
  }
  const gram = space.gram;
  const factor = [];
  for (let r = 0; r < gram.length; r++) { factor.push(new Array(gram.length).fill(0)); for (let c = r; c < gram.length; c++) { let rest = gram[r][c]; for (let k = 0; k < r; k++) rest -= factor[k][r] * factor[k][c]; factor[r][c] = r === c ? Math.sqrt(rest) : rest / factor[r][r]; } }
  const points = Array.from({ length: size === 1 ? 2 : 241 }, (_, k) => { const v = f(size === 1 ? [k === 0 ? -1 : 1] : vector(Math.cos((k * Math.PI) / 120), Math.sin((k * Math.PI) / 120))); return factor.slice(0, 2).map((row) => row.reduce((sum, c, m) => sum + c * v[m], 0)); });
  const top = Math.max(1e-9, ...points.map((p) => Math.hypot(...p)));
  const spot = (p) => [100 + (85 * p[0]) / top, 100 - (85 * (p[1] ?? 0)) / top];
  clear(picture);
  const text = `image of the unit circle of ${size > 2 ? "the slice" : space.source} in ${space.target}${gram.length > 2 ? ", its first two axes" : ""}; largest norm ${shortNumber(top)}`;
  picture.setAttribute("aria-label", text);
  caption.textContent = `${text}; scaled to fit`;
  picture.append(svg("line", { x1: 0, x2: 200, y1: 100, y2: 100, class: "axis" }), svg("line", { x1: 100, x2: 100, y1: 0, y2: 200, class: "axis" }), svg("path", { d: pathText(points.map(spot), size > 1), class: "image k1", fill: "none" }));
}
