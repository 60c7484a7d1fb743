import { snapRat, ratNumber, rat, addRat, R0, ratText, parseRat } from "./rational.js";
import { shortNumber } from "./numbers.js";
import { solveUpper, norm } from "./linear.js";
import { pictured, projected, applied, embedded, spotOn } from "./image.js";
import { canonicalSigns } from "./exactimage.js";
import { circleStops, pathStops, segmentStops } from "./pieces.js";
import { colourIndex } from "./palette.js";
import { zoomFor } from "./layout.js";
import { copyMenu } from "./copy.js";
import { rootView } from "./number-view.js";
import { bandsOf } from "./trails.js";
import { viewIn, withView } from "./permalink.js";
import { matricesOf, mirrorsOf, movedBy } from "./elements.js";
import { app, beginDrag, change, copyCount, endDrag, exactNormSquare, isArrow, isExactlyZero, positionOf, reducedMotion, simpleNamed, redraw, tell } from "./store.js";
import { button, el, pathText, say, show, svg, clear } from "./dom.js";

const W = 176;
const H = 176;
const C = 88;
const LINE = { top: 56, height: 62 };
const R = 68;
const MOST_MOVING = 100;
const GLYPHS = ["circle", "triangle", "diamond", "square"];
const DASHES = ["", "6 4", "2 3", "8 2 2 2"];

// The turn of the sphere of a card: two angles, in the link in thousandths; while it is turned, here.
const turns = new Map();

function turnOf(label) { return turns.get(label) ?? viewIn(app.state.z, label)?.map((t) => t / 1000) ?? [0.5, 0.35]; }

function keepTurn(label) {
  const view = turnOf(label).map((t) => Math.round(1000 * (((t % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI))));
  turns.delete(label);
  change({ z: withView(app.state.z, label, view) });
}

function rotated([x, y, z], [a, b]) {
  const x1 = Math.cos(a) * x - Math.sin(a) * y;
  const y1 = Math.sin(a) * x + Math.cos(a) * y;
  return [x1, Math.cos(b) * y1 - Math.sin(b) * z, Math.sin(b) * y1 + Math.cos(b) * z];
}

function unrotated([x, y, z], [a, b]) {
  const y1 = Math.cos(b) * y + Math.sin(b) * z;
  const z1 = -Math.sin(b) * y + Math.cos(b) * z;
  return [Math.cos(a) * x + Math.sin(a) * y1, -Math.sin(a) * x + Math.cos(a) * y1, z1];
}

export function axesOf(label) { return viewIn(app.state.z, label) ?? [0, 1]; }

// From the picture of a simple (isometric to Fun(X)) to pixels of its card.
export function placeOf(simple, point, scale) {
  const d = simple.copyDimension;
  if (d === 1) return [C + scale * point[0], C];
  if (d === 2) return [C + scale * point[0], C - scale * point[1]];
  if (d === 3) { const [x, , z] = rotated(point, turnOf(simple.label)); return [C + scale * x, C - scale * z]; }
  const [i, j] = axesOf(simple.label);
  return [C + scale * point[i], C - scale * point[j]];
}

function scaleOf(label) { return R * (app.zoom.get(label) ?? 1); }

// The exact coordinates under a pixel: the grid makes them rational.
function coordinatesAt(simple, hand, x, y, grid) {
  const scale = scaleOf(simple.label);
  const d = simple.copyDimension;
  const old = pictured({ ...simple, multiplicityDimension: d }, 0, Float64Array.from(hand, ratNumber));
  let point;
  if (d === 1) point = [(x - C) / scale];
  else if (d === 2) point = [(x - C) / scale, (C - y) / scale];
  else if (d === 3) {
    const radius = norm(old) || 1;
    let [px, pz] = [(x - C) / scale, (C - y) / scale];
    const size = Math.hypot(px, pz);
    if (size > radius) [px, pz] = [(px * radius) / size, (pz * radius) / size];
    const depth = Math.sqrt(Math.max(0, radius * radius - px * px - pz * pz));
    const before = rotated(old, turnOf(simple.label))[1];
    point = unrotated([px, before > 1e-9 ? depth : -depth, pz], turnOf(simple.label));
  } else {
    const [i, j] = axesOf(simple.label);
    point = Array.from(old);
    point[i] = (x - C) / scale;
    point[j] = (C - y) / scale;
  }
  return Array.from(solveUpper(simple.numeric.frame, point), (c) => snapRat(c, grid));
}

export function glyphPath(kind, x, y, r) {
  if (kind === "triangle") return `M${x},${y - r}L${x + r},${y + r * 0.8}L${x - r},${y + r * 0.8}z`;
  if (kind === "diamond") return `M${x},${y - r}L${x + r},${y}L${x},${y + r}L${x - r},${y}z`;
  if (kind === "square") return `M${x - r * 0.8},${y - r * 0.8}h${1.6 * r}v${1.6 * r}h${-1.6 * r}z`;
  return `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0z`;
}

export function pixelOf(label, id) {
  const d = app.derived;
  const hand = d.hands.find((h) => h.id === id);
  if (!hand || hand.label !== label) return null;
  const [x, y] = placeOf(hand.simple, pictured(hand.simple, 0, hand.points[0].map(ratNumber)), scaleOf(label));
  const box = document.querySelector(`[data-testid="picture-${label}"]`).getBoundingClientRect();
  const [top, height] = hand.simple.copyDimension === 1 ? [LINE.top, LINE.height] : [0, H];
  return { x: box.left + (x * box.width) / W, y: box.top + ((y - top) * box.height) / height };
}

// Zooms change between gestures only: what the hands sweep stays inside.
function settleZooms(d, swept) {
  if (app.dragging || app.zoomStamp === `${app.stamp}|${app.state.x}`) return;
  app.zoomStamp = `${app.stamp}|${app.state.x}`;
  const reach = new Map(d.set.simples.map((s) => [s.label, 0]));
  for (const hand of d.hands) for (const p of hand.points) reach.set(hand.label, Math.max(reach.get(hand.label), norm(pictured(hand.simple, 0, p.map(ratNumber)))));
  for (const hand of d.hands) if (hand.kind === "c") reach.set(hand.label, norm(pictured(hand.simple, 0, hand.points[0].map(ratNumber))) + norm(pictured(hand.simple, 0, hand.points[1].map(ratNumber))));
  const sources = new Set(d.hands.map((hand) => hand.label));
  const paths = swept.flatMap(({ outs }) => outs);
  d.set.simples.forEach((s, k) => {
    let size = sources.has(s.label) ? reach.get(s.label) : 0;
    for (const flow of d.flows) for (let c = 0; c < copyCount(s); c++) size = Math.max(size, norm(pictured(s, c, flow.parts[k].coordinates)));
    for (const part of d.inputs ? [d.inputs[k]] : []) for (let c = 0; c < copyCount(s); c++) size = Math.max(size, norm(pictured(s, c, part.coordinates)));
    const all = Array.from({ length: s.copyDimension }, (_, i) => i);
    for (let c = 0; c < Math.min(copyCount(s), 4); c++) for (const out of paths) size = Math.max(size, norm(spotOn(s, c, out, all)));
    app.zoom.set(s.label, zoomFor(size * 0.98, 1));
  });
  if (app.state.o.includes("l")) { const least = Math.min(...app.zoom.values()); for (const label of app.zoom.keys()) app.zoom.set(label, least); }
}

// What a hand sweeps, as functions on X, moved by the other hands.
export function stopsOf(d, hand) {
  const others = new Float64Array(d.set.size);
  if (!d.alone) for (const other of d.hands) if (other !== hand) for (let x = 0; x < others.length; x++) others[x] += other.value[x];
  const moved = hand.functions.map((h) => h.map((v, x) => v + others[x]));
  if (hand.kind === "s") return segmentStops(d.f, moved[0], moved[1]);
  if (hand.kind === "k") return pathStops(d.f, moved, false);
  if (hand.kind === "r") return pathStops(d.f, moved, true);
  if (hand.kind === "c") {
    const [first, second] = circleFrame(hand);
    return circleStops(d.f, moved[0], first, second);
  }
  return [];
}

// The second point of a circle is its radius vector; the circle lies in the plane of the picture's first two axes.
function circleFrame(hand) {
  const simple = hand.simple;
  const p = pictured(simple, 0, hand.points[1].map(ratNumber));
  const q = new Float64Array(p.length);
  if (p.length > 1) { q[0] = -p[1]; q[1] = p[0]; }
  const back = solveUpper(simple.numeric.frame, q);
  const from = hand.copy * simple.copyDimension;
  const second = Float64Array.from(simple.numeric.iota, (row) => back.reduce((sum, c, j) => sum + row[from + j] * c, 0));
  return [hand.functions[1], second];
}

export function makeCard(simple, actions) {
  const info = simpleNamed(simple.label);
  const colour = colourIndex(positionOf(simple.label));
  const node = el("section", { class: "card", test: `card-${simple.label}`, tabindex: 0, "data-colour": colour, "aria-label": `simple ${simple.label}` });
  const title = svg("title", { text: `picture of ${simple.label}` });
  const picture = svg("svg", { viewBox: simple.copyDimension === 1 ? `0 ${LINE.top} ${W} ${LINE.height}` : `0 0 ${W} ${H}`, role: "img", "data-testid": `picture-${simple.label}`, tabindex: 0, class: "picture" }, title);
  const walls = svg("g", { class: "walls" });
  const mirrors = svg("g", { class: "mirrors" });
  const trails = svg("g", { class: "trails", "data-testid": `trail-${simple.label}` });
  const paths = svg("g", { class: "paths" });
  const dots = svg("g", { class: "dots" });
  const handles = svg("g", { class: "handles" });
  const zeroGroup = svg("g", { "data-testid": `zero-${simple.label}`, class: "zero" });
  picture.append(axes(simple), walls, mirrors, trails, paths, dots, zeroGroup, handles);
  const zoom = el("span", { class: "zoom", test: `zoom-${simple.label}` });
  const norms = el("span", { test: `norm-${simple.label}`, class: "mono" }, el("span", { class: "named", text: "|P f(v)| = " }), rootView(() => exactNormSquare(app.derived, simple.label), () => String(app.derived.flows[0].parts[app.derived.set.simples.indexOf(simple)].norm), { test: `number-norm-${simple.label}`, title: `the norm of the part in ${simple.label}; its square exactly` }));
  const shares = el("span", { class: "muted" });
  const spark = svg("svg", { viewBox: "0 0 60 12", class: "spark", role: "img", "aria-label": "norm along the trail", "data-testid": `spark-${simple.label}` });
  const why = button("why?", () => actions.why(simple.label), { class: "link" });
  const boxes = el("div", { class: "boxes" });
  node.append(
    el("h2", {}, el("span", { class: "swatch" }), el("b", { text: simple.label }), simple.multiplicity > 1 ? el("span", { class: "muted times", text: `\u00d7${simple.multiplicity}`, title: "multiplicity in Fun(X)" }) : null, copyMenu(() => picture, () => `${title.textContent}, ${app.data.group.name}`, `copy-picture-${simple.label}`), el("small", { text: `${info.aliases[0] ? `${info.aliases[0]} \u00b7 ` : ""}${info.type} \u00b7 ker ${info.kernelOrder} \u00b7 image ${info.imageOrder}` })),
    picture, el("div", { class: "foot" }, norms, spark, zoom, shares, why), boxes);
  node.title = `dimension ${info.dimension}, kernel of order ${info.kernelOrder}, character ${characterText(positionOf(simple.label))}`;
  listen(node, picture, simple, actions);
  return { simple, node, picture, title, walls, mirrors, trails, spark, mirrorKey: "", paths, dots, handles, zeroGroup, zoom, norms, shares, why, boxes, wallKey: "", boxKey: "" };
}

export function characterText(position) { return app.data.group.simpleCharacters[position].map((i) => { const value = app.data.group.values[i]; return typeof value === "number" ? String(value) : value.radical; }).join(", "); }

function axes(simple) {
  const g = svg("g", { class: "axes" });
  if (simple.copyDimension === 1) {
    g.append(svg("line", { x1: 8, x2: W - 8, y1: C, y2: C }));
    for (const t of [-1, -0.5, 0, 0.5, 1]) g.append(svg("line", { x1: C + R * t, x2: C + R * t, y1: C - 4, y2: C + 4 }));
  } else {
    g.append(svg("line", { x1: C, x2: C, y1: 8, y2: H - 8 }), svg("line", { x1: 8, x2: W - 8, y1: C, y2: C }), svg("circle", { cx: C, cy: C, r: R }), svg("circle", { cx: C, cy: C, r: R / 2 }));
  }
  return g;
}

function listen(node, picture, simple, actions) {
  let active = null;
  const spot = (event) => { const box = picture.getBoundingClientRect(); return [((event.clientX - box.left) * W) / box.width, ((event.clientY - box.top) * H) / box.height]; };
  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const d = app.derived;
    const [x, y] = spot(event);
    const mine = d.hands.filter((hand) => hand.label === simple.label);
    if (mine.length === 0) return;
    let best = null;
    for (const hand of mine) hand.points.forEach((p, i) => {
      const centre = hand.kind === "c" && i === 1 ? hand.points[0].map((c, k) => addRat(c, p[k])) : p;
      const [px, py] = placeOf(simple, pictured(simple, 0, centre.map(ratNumber)), scaleOf(simple.label));
      const distance = Math.hypot(px - x, py - y);
      if (!best || distance < best.distance) best = { hand: d.hands.indexOf(hand), point: i, distance, dx: px - x, dy: py - y };
    });
    const turn = simple.copyDimension === 3 && best.distance > 22;
    active = { ...best, turn, last: [x, y], grabbed: best.distance <= 22, path: app.state.h[best.hand].kind === "k" ? [] : null };
    picture.setPointerCapture(event.pointerId);
    event.preventDefault();
    picture.focus({ preventScroll: true });
    if (turn) turns.set(simple.label, turnOf(simple.label).slice());
    else { beginDrag(); move(x, y, event); }
  });
  const move = (x, y, event) => {
    const offset = active.grabbed ? [active.dx, active.dy] : [0, 0];
    const grid = event.altKey ? 256 : 64;
    const hands = structuredClone(app.state.h);
    const hand = hands[active.hand];
    const at = coordinatesAt(simple, hand.points[active.point], x + offset[0], y + offset[1], grid);
    if (active.path) {
      active.path.push(at);
      hand.points = active.path.length > 1 ? thinned(active.path) : [at, at.map((c) => addRat(c, rat(1, 64)))];
    } else if (hand.kind === "c" && active.point === 1) hand.points[1] = at.map((c, k) => addRat(c, { n: -hand.points[0][k].n, d: hand.points[0][k].d }));
    else if (hand.kind === "r" && !active.grabbed) {
      const shift = at.map((c, k) => addRat(c, { n: -hand.points[active.point][k].n, d: hand.points[active.point][k].d }));
      hand.points = hand.points.map((p) => p.map((c, k) => addRat(c, shift[k])));
    } else hand.points[active.point] = snapped(simple, at, hand, event);
    change({ h: hands }, false);
  };
  picture.addEventListener("pointermove", (event) => {
    const [x, y] = spot(event);
    if (!active) {
      const hand = event.pointerType === "mouse" ? app.derived.hands.find((h) => h.label === simple.label) : null;
      if (hand) { app.ghost = { label: hand.label, copy: hand.copy, point: coordinatesAt(simple, hand.points[0], x, y, 64) }; redraw(); }
      return;
    }
    if (active.turn) {
      const turn = turnOf(simple.label);
      turn[0] += (x - active.last[0]) / 60;
      turn[1] += (y - active.last[1]) / 60;
      active.last = [x, y];
      redraw();
    } else move(x, y, event);
  });
  const stop = () => { if (active?.turn) keepTurn(simple.label); else if (active) endDrag(); active = null; };
  picture.addEventListener("pointerleave", () => { if (app.ghost) { app.ghost = null; redraw(); } });
  picture.addEventListener("pointerup", stop);
  picture.addEventListener("pointercancel", stop);
  node.addEventListener("click", () => { if (!app.derived.hands.some((hand) => hand.label === simple.label)) actions.source(simple.label); });
  node.addEventListener("keydown", (event) => {
    if (event.target !== node) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) { const cards = [...node.parentElement.children]; cards[(cards.indexOf(node) + step + cards.length) % cards.length].focus(); event.preventDefault(); }
    if (event.key === "Enter") actions.source(simple.label);
  });
  picture.addEventListener("keydown", (event) => actions.key(event, simple));
}

function thinned(path) {
  let list = path;
  while (list.length > 64) list = list.filter((_, i) => i % 2 === 0 || i === list.length - 1);
  return list;
}

// Within 6 pixels of a rational wall of a plane the hand stands on it.
function snapped(simple, at, hand, event) {
  if (simple.copyDimension !== 2 || event.altKey || app.derived.f.kind !== "pl") return at;
  const scale = scaleOf(simple.label);
  const here = pictured(simple, 0, at.map(ratNumber));
  for (const axis of [0, 1]) {
    const near = at.map((c, k) => (k === axis ? R0 : c));
    const wall = simple.iota.some((row) => { const [a, b] = row.slice(hand.copy * 2, hand.copy * 2 + 2); return axis === 0 ? a !== 0 && b === 0 : a === 0 && b !== 0; });
    if (!wall) continue;
    const there = pictured(simple, 0, near.map(ratNumber));
    if (Math.hypot(here[0] - there[0], here[1] - there[1]) * scale < 3) return near;
  }
  return at;
}

export function drawCards(cards, d) {
  const sources = new Set(d.hands.map((hand) => hand.label));
  const paths = d.hands.map((hand) => { const stops = stopsOf(d, hand); return { hand, stops, outs: stops.map((stop) => applied(d.f, stop.h)) }; });
  settleZooms(d, paths);
  const scaleOutputs = app.state.o.includes("s");
  cards.forEach((card) => drawCard(card, d, sources.has(card.simple.label), paths, scaleOutputs));
}

function drawCard(card, d, isSource, paths, scaleOutputs) {
  const simple = card.simple;
  const k = d.set.simples.indexOf(simple);
  const label = simple.label;
  const sourceColour = colourIndex(positionOf(d.hands[0].label));
  card.node.classList.toggle("source", isSource);
  card.picture.setAttribute("data-from", sourceColour);
  const arrow = d.arrowTo[k];
  const factor = scaleOutputs && !isSource ? outputFactor(d, k) : 1;
  const scale = scaleOf(label) * factor;
  drawWalls(card, d, isSource);
  drawMirrors(card, d, isSource);
  drawTrails(card, d, isSource, scale);
  clear(card.paths);
  clear(card.dots);
  if (arrow !== false) {
    const shown = simple.copyDimension > 3 ? axesOf(label) : Array.from({ length: simple.copyDimension }, (_, i) => i);
    for (const { hand, stops, outs } of paths) if (stops.length > 0) for (let c = 0; c < Math.min(copyCount(simple), 4); c++) {
      const places = outs.map((out) => placeOf(simple, spotOn(simple, c, out, shown), scale));
      card.paths.append(svg("path", { d: pathText(places, false), class: `image k${colourIndex(positionOf(hand.label))}${hand.kind === "r" ? " region" : ""}`, "stroke-dasharray": DASHES[c] }));
      const corners = simple.copyDimension > 1 && !(app.dragging && stops.length > MOST_MOVING) ? stops.map((stop, i) => (stop.corner ? `M${(places[i][0] - 2).toFixed(1)},${(places[i][1] - 2).toFixed(1)}h4v4h-4z` : "")).join("") : "";
      if (corners !== "") card.paths.append(svg("path", { d: corners, class: `corner k${colourIndex(positionOf(hand.label))}` }));
    }
    for (const flow of d.flows) for (let c = 0; c < Math.min(copyCount(simple), 4); c++) {
      const [x, y] = placeOf(simple, pictured(simple, c, flow.parts[k].coordinates), scale);
      const owner = d.alone ? d.hands.find((hand) => hand.id === flow.id) : d.hands[0];
      card.dots.append(svg("path", { d: glyphPath(GLYPHS[c], Number(x.toFixed(2)), Number(y.toFixed(2)), isSource ? 3.6 : 5.5), class: `dot k${colourIndex(positionOf(owner.label))}`, "data-testid": c === 0 ? `image-${label}-${flow.id}` : `image-${label}-${flow.id}-${c + 1}` }));
      if (!isSource && c === 0) card.dots.append(svg("text", { x: (x + 7).toFixed(1), y: (y - 7).toFixed(1), class: "halo", text: flow.id }));
    }
  }
  if (d.bent) for (let c = 0; c < Math.min(copyCount(simple), 4); c++) {
    const [x, y] = placeOf(simple, pictured(simple, c, d.inputs[k].coordinates), scaleOf(label));
    card.dots.append(svg("path", { d: glyphPath(GLYPHS[c], Number(x.toFixed(2)), Number(y.toFixed(2)), 5.5), class: `ghost input k${colourIndex(positionOf(label))}`, "data-testid": c === 0 ? `input-${label}` : `input-${label}-${c + 1}` }));
  }
  if (d.ghost) drawGhost(card, d, isSource, k, scale);
  const part = d.flows[0].parts[k];
  const small = arrow !== false && d.flows.every((flow) => flow.parts[k].norm < 1e-9);
  const here = small && !app.dragging && isExactlyZero(d, label);
  drawZero(card, arrow === false ? "theorem" : here ? "here" : null);
  const share = d.flows[0].norm > 0 ? (part.norm / d.flows[0].norm) ** 2 : 0;
  const zero = arrow === false ? "0 by the theorem" : here ? "0 here" : null;
  card.norms.firstChild.hidden = zero !== null;
  say(card.norms.lastChild, zero ?? shortNumber(part.norm));
  const mean = meanShare(d, k);
  say(card.shares, arrow === false ? `no arrow ${d.hands[0].label} \u2192 ${label}` : `${(100 * share).toFixed(1)} % here${mean === null ? "" : ` \u00b7 mean ${(100 * mean).toFixed(1)} %`}${factor !== 1 ? ` \u00b7 scaled by ${shortNumber(factor)}` : ""}`);
  say(card.zoom, `\u00d7${app.zoom.get(label) ?? 1}`);
  show(card.why, arrow === false);
  drawHandles(card, d);
  drawBoxes(card, d, isSource);
  if (!app.dragging) card.title.textContent = `picture of ${label}: ${arrow === false ? "exactly zero" : Array.from(part.coordinates, shortNumber).slice(0, 8).join(", ")}`;
}

// What would be there if the hand stood under the pointer: nothing of it is stored.
function drawGhost(card, d, isSource, k, scale) {
  const simple = card.simple;
  const colour = `ghost k${colourIndex(positionOf(d.ghost.hand.label))}`;
  if (isSource && d.ghost.hand.label === simple.label) {
    const [x, y] = placeOf(simple, pictured(simple, 0, app.ghost.point.map(ratNumber)), scaleOf(simple.label));
    card.dots.append(svg("circle", { cx: x.toFixed(2), cy: y.toFixed(2), r: 7.5, class: colour }));
  }
  const from = d.set.simples.indexOf(d.ghost.hand.simple);
  if (d.arrows !== null && !d.arrows[from][k]) return;
  for (let c = 0; c < Math.min(copyCount(simple), 4); c++) {
    const [x, y] = placeOf(simple, pictured(simple, c, d.ghost.parts[k].coordinates), scale);
    card.dots.append(svg("path", { d: glyphPath(GLYPHS[c], Number(x.toFixed(2)), Number(y.toFixed(2)), isSource ? 3.6 : 5.5), class: colour, "data-testid": c === 0 ? `ghost-${simple.label}` : `ghost-${simple.label}-${c + 1}` }));
  }
}

function outputFactor(d, k) {
  const hand = d.hands[0];
  const first = hand.points[0].map((_, i) => (i === 0 ? 1 : 0));
  const h = Float64Array.from(hand.simple.numeric.iota, (row) => row[hand.copy * hand.simple.copyDimension] * first[0]);
  const size = projected(d.set.simples[k], applied(d.f, h)).norm;
  return size > 1e-12 ? 1 / size / (app.zoom.get(d.set.simples[k].label) ?? 1) : 1;
}

// The mean share from the energies of abs: f = alpha t + beta |t|.
export function meanShare(d, k) {
  const energies = d.set.arrows.absEnergies;
  if (!energies || d.f.kind !== "pl" || d.f.kinks.length > 1 || d.f.kinks.some((q) => q.n !== 0n) || d.f.atZero || d.bent || d.hands.length > 1) return null;
  const [below, above] = [ratNumber(d.f.slopes[0]), ratNumber(d.f.slopes[d.f.slopes.length - 1])];
  const [a, b] = [((above + below) / 2) ** 2, ((above - below) / 2) ** 2];
  const i = d.set.simples.indexOf(d.hands[0].simple);
  return a + b === 0 ? null : (a * (i === k ? 1 : 0) + b * Number(energies[i][k])) / (a + b);
}

function drawZero(card, kind) {
  if (card.zeroKind === kind) return;
  card.zeroKind = kind;
  clear(card.zeroGroup);
  card.zeroGroup.setAttribute("data-zero", kind ?? "");
  if (kind === null) return;
  card.zeroGroup.append(svg("circle", { cx: C, cy: C, r: kind === "theorem" ? 5 : 3 }), svg("text", { x: C, y: C + 24, class: "halo", "text-anchor": "middle", text: kind === "theorem" ? "exactly 0 for every v" : "0 here" }));
}

function drawWalls(card, d, isSource) {
  const simple = card.simple;
  const hand = d.hands.find((h) => h.label === simple.label);
  const wanted = isSource && d.f.kind === "pl" ? `${app.state.x}|${app.state.f}|${hand.copy}|${app.zoom.get(simple.label)}|${simple.copyDimension === 3 ? turnOf(simple.label).join() : ""}|${app.state.o.includes("c")}|${simple.copyDimension > 3 ? hand.points[0].map(ratText).join() : ""}` : "";
  if (card.wallKey === wanted) return;
  card.wallKey = wanted;
  clear(card.walls);
  if (wanted === "") return;
  const scale = scaleOf(simple.label);
  const d1 = simple.copyDimension;
  const from = hand.copy * d1;
  const seen = new Set();
  const angles = [];
  simple.numeric.iota.forEach((row) => {
    const form = row.slice(from, from + d1);
    // The normal in the picture: frame^-T form.
    const normal = new Float64Array(d1);
    for (let i = 0; i < d1; i++) { let rest = form[i]; for (let j = 0; j < i; j++) rest -= simple.numeric.frame[j][i] * normal[j]; normal[i] = rest / simple.numeric.frame[i][i]; }
    const size = norm(normal);
    if (size < 1e-12) return;
    for (const kink of d.f.numeric.kinks) {
      const n = Array.from(normal, (c) => c / size);
      const level = kink / size;
      const key = [...n, level].map((c) => c.toFixed(6)).join();
      const flipped = [...n, level].map((c) => (-c).toFixed(6)).join();
      if (seen.has(key) || seen.has(flipped)) continue;
      seen.add(key);
      if (d1 === 2 && Math.abs(level) < 1e-12) angles.push(Math.atan2(n[0], -n[1]), Math.atan2(-n[0], n[1]));
      const line = wallLine(simple, n, level, scale, hand);
      if (line) card.walls.append(line);
    }
  });
  if (!app.state.o.includes("c") || d.f.numeric.kinks.some((kink) => kink !== 0)) return;
  if (d1 === 2) tintChambers(card, d, hand, angles);
  if (d1 === 3) tintSphere(card, d, hand);
}

// The mirrors of the group in this picture: numerically, from the matrices of the generators. They are drawn where a plane or a sphere shows them.
function mirrorNormals(set, simple) {
  if (!simple.mirrors) {
    const d = simple.copyDimension;
    const columns = (g) => Array.from({ length: d }, (_, i) => {
      const c = solveUpper(simple.numeric.frame, Array.from({ length: d }, (_, k) => (k === i ? 1 : 0)));
      return pictured(simple, 0, projected(simple, movedBy(embedded(simple, 0, c), g)).coordinates);
    });
    const matrices = set.generators.map((g) => { const list = columns(g); return Array.from({ length: d }, (_, i) => Array.from({ length: d }, (_, j) => list[j][i])); });
    simple.mirrors = d < 2 ? [] : mirrorsOf(matricesOf(matrices));
  }
  return simple.mirrors;
}

function drawMirrors(card, d, isSource) {
  const simple = card.simple;
  const hand = d.hands.find((h) => h.label === simple.label);
  const wanted = app.state.o.includes("y") && (simple.copyDimension < 4 || isSource) ? `${app.state.x}|${app.zoom.get(simple.label)}|${simple.copyDimension === 3 ? turnOf(simple.label).join() : ""}|${simple.copyDimension > 3 ? hand.points[0].map(ratText).join() + app.state.z : ""}` : "";
  if (card.mirrorKey === wanted) return;
  card.mirrorKey = wanted;
  clear(card.mirrors);
  if (wanted === "") return;
  for (const normal of mirrorNormals(d.set, simple)) {
    const line = wallLine(simple, normal, 0, scaleOf(simple.label), hand);
    if (line) { line.classList.add("mirror"); card.mirrors.append(line); }
  }
}

// The trail of the hand and of its images, and the norms along it.
function drawTrails(card, d, isSource, scale) {
  clear(card.trails);
  clear(card.spark);
  const simple = card.simple;
  const keep = app.state.o.includes("k");
  const bands = bandsOf(app.trail, performance.now(), keep || reducedMotion());
  if (bands.length === 0) return;
  const colour = colourIndex(positionOf(d.hands[0].label));
  bands.forEach((band, age) => {
    if (band.length < 2) return;
    const parts = band.filter((e) => e.parts.has(simple.label));
    for (let c = 0; c < Math.min(copyCount(simple), 4) && parts.length > 1; c++) card.trails.append(svg("path", { d: pathText(parts.map((e) => placeOf(simple, pictured(simple, c, e.parts.get(simple.label).coordinates), scale))), class: `trail age${age} k${colour}`, "stroke-dasharray": DASHES[c] }));
    const hands = band.filter((e) => e.hand.label === simple.label);
    if (hands.length > 1) card.trails.append(svg("path", { d: pathText(hands.map((e) => placeOf(simple, pictured(simple, 0, e.hand.point), scaleOf(simple.label)))), class: `trail hand age${age} k${colour}` }));
  });
  const norms = app.trail.filter((e) => e.parts.has(simple.label)).map((e) => e.parts.get(simple.label).norm);
  const top = Math.max(1e-12, ...norms);
  if (norms.length > 1 && isArrow(d, simple.label) !== false) card.spark.append(svg("path", { d: pathText(norms.map((v, i) => [1 + (58 * i) / (norms.length - 1), 11 - (10 * v) / top])), class: `thin k${colour}` }));
}

// The chambers of a plane, those of one orbit in one tint.
function tintChambers(card, d, hand, angles) {
  const simple = card.simple;
  const rays = angles.sort((s, t) => s - t);
  const orbits = new Map();
  rays.forEach((from, i) => {
    const to = i + 1 < rays.length ? rays[i + 1] : rays[0] + 2 * Math.PI;
    const middle = solveUpper(simple.numeric.frame, [Math.cos((from + to) / 2), Math.sin((from + to) / 2)]);
    const signs = Array.from(embedded(simple, hand.copy, middle), (v) => (Math.abs(v) < 1e-12 ? 0 : Math.sign(v)));
    const key = canonicalSigns(signs, d.set.generators);
    if (!orbits.has(key)) orbits.set(key, orbits.size);
    const [a, b] = [from, to].map((t) => `${(C + 82 * Math.cos(t)).toFixed(2)},${(C - 82 * Math.sin(t)).toFixed(2)}`);
    card.walls.prepend(svg("path", { d: `M${C},${C}L${a}A82,82 0 0 0 ${b}z`, class: `chamber k${1 + (orbits.get(key) % 7)}${i % 2 === 0 ? " even" : ""}` }));
  });
}

// The chambers that meet the half of the sphere in front, cell by cell; those of one orbit in one tint, which they keep when the sphere turns.
function tintSphere(card, d, hand) {
  const simple = card.simple;
  const turn = turnOf(simple.label);
  const side = 4;
  const seen = simple.tints ?? (simple.tints = { orbitOf: new Map(), orbits: new Map() });
  const runs = new Map();
  for (let y = C - R; y < C + R; y += side) {
    let run = null;
    for (let x = C - R; x <= C + R; x += side) {
      const [px, pz] = [(x + side / 2 - C) / R, (C - y - side / 2) / R];
      const rest = 1 - px * px - pz * pz;
      let orbit = -1;
      if (rest > 0) {
        const values = embedded(simple, hand.copy, solveUpper(simple.numeric.frame, unrotated([px, -Math.sqrt(rest), pz], turn)));
        const signs = Array.from(values, (v) => (Math.abs(v) < 1e-12 ? 0 : Math.sign(v)));
        const key = signs.join("");
        if (!seen.orbitOf.has(key)) { const least = canonicalSigns(signs, d.set.generators); if (!seen.orbits.has(least)) seen.orbits.set(least, seen.orbits.size); seen.orbitOf.set(key, seen.orbits.get(least)); }
        orbit = seen.orbitOf.get(key);
      }
      if (run && run.orbit === orbit) { run.width += side; continue; }
      if (run) runs.set(run.orbit, `${runs.get(run.orbit) ?? ""}M${run.x},${y}h${run.width}v${side}h${-run.width}z`);
      run = orbit < 0 ? null : { orbit, x, width: side };
    }
    if (run) runs.set(run.orbit, `${runs.get(run.orbit) ?? ""}M${run.x},${y}h${run.width}v${side}h${-run.width}z`);
  }
  for (const [orbit, path] of runs) card.walls.prepend(svg("path", { d: path, class: `chamber even k${1 + (orbit % 7)}`, "shape-rendering": "crispEdges" }));
}

function wallLine(simple, n, level, scale, hand) {
  const d1 = simple.copyDimension;
  if (d1 === 1) return svg("line", { x1: C + scale * level * n[0], x2: C + scale * level * n[0], y1: C - 10, y2: C + 10 });
  if (d1 === 3) {
    if (Math.abs(level) > 1e-12) return null;
    const u = Math.abs(n[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0];
    const a = unit(cross(n, u));
    const b = cross(n, a);
    // The half in front is drawn, the half behind is dashed: they meet where the circle crosses the edge of the sphere.
    const depth = (t) => rotated(a.map((c, k) => Math.cos(t) * c + Math.sin(t) * b[k]), turnOf(simple.label))[1];
    const start = Math.atan2(-depth(0), depth(Math.PI / 2));
    const first = start + (depth(start + Math.PI / 2) > 0 ? Math.PI : 0);
    const half = (from) => pathText(Array.from({ length: 25 }, (_, i) => { const t = from + (i * Math.PI) / 24; return placeOf(simple, a.map((c, k) => Math.cos(t) * c + Math.sin(t) * b[k]), R); }));
    return svg("g", {}, svg("path", { d: half(first + Math.PI), class: "behind" }), svg("path", { d: half(first) }));
  }
  let [nx, ny, rest] = [n[0], n[1], level];
  if (d1 > 3) {
    const [i, j] = axesOf(simple.label);
    const p = pictured(simple, 0, hand.points[0].map(ratNumber));
    [nx, ny] = [n[i], n[j]];
    rest = level - n.reduce((sum, c, m) => (m === i || m === j ? sum : sum + c * p[m]), 0);
  }
  const size = Math.hypot(nx, ny);
  if (size < 1e-9) return null;
  const [cx, cy] = [(nx * rest) / (size * size), (ny * rest) / (size * size)];
  const reach = 110 / scale;
  const a = [C + scale * (cx - (ny / size) * reach), C - scale * (cy + (nx / size) * reach)];
  const b = [C + scale * (cx + (ny / size) * reach), C - scale * (cy - (nx / size) * reach)];
  return svg("line", { x1: a[0].toFixed(1), y1: a[1].toFixed(1), x2: b[0].toFixed(1), y2: b[1].toFixed(1) });
}

function cross(a, b) { return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]; }
function unit(a) { const size = Math.hypot(...a); return a.map((c) => c / size); }

function drawHandles(card, d) {
  clear(card.handles);
  const simple = card.simple;
  const scale = scaleOf(simple.label);
  for (const hand of d.hands) {
    if (hand.label !== simple.label) continue;
    const places = hand.points.map((p, i) => placeOf(simple, pictured(simple, 0, (hand.kind === "c" && i === 1 ? hand.points[0].map((c, k) => addRat(c, p[k])) : p).map(ratNumber)), scale));
    const colour = `k${colourIndex(positionOf(hand.label))}`;
    if (hand.kind === "c") {
      const [first, second] = [pictured(simple, 0, hand.points[1].map(ratNumber)), new Float64Array(simple.copyDimension)];
      if (first.length > 1) { second[0] = -first[1]; second[1] = first[0]; }
      const centre = pictured(simple, 0, hand.points[0].map(ratNumber));
      const ring = Array.from({ length: 65 }, (_, i) => placeOf(simple, centre.map((c, k) => c + Math.cos((i * Math.PI) / 32) * first[k] + Math.sin((i * Math.PI) / 32) * second[k]), scale));
      card.handles.append(svg("path", { d: pathText(ring), class: `sweep ${colour}` }));
    } else if (places.length > 1) card.handles.append(svg("path", { d: pathText(places, hand.kind === "r"), class: `sweep ${colour}${hand.kind === "r" ? " region" : ""}` }));
    if (app.state.o.includes("o")) for (const image of orbitOf(d, hand)) {
      const [x, y] = placeOf(simple, pictured(simple, hand.copy, image), scale);
      card.handles.append(svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: 2.6, class: `orbit ${colour}` }));
    }
    const marks = hand.kind === "k" ? [places[0]] : places;
    marks.forEach(([x, y], i) => {
      card.handles.append(svg("circle", { cx: x.toFixed(2), cy: y.toFixed(2), r: i === 0 ? 7.5 : 5, class: `handle ${colour}`, role: "button", "aria-roledescription": "movable point", "aria-label": `hand ${hand.id} in ${hand.label} at (${hand.points[i].map(ratText).join(", ")})`, "data-testid": i === 0 ? `handle-${hand.id}` : `handle-${hand.id}-${i + 1}` }));
      if (i === 0) card.handles.append(svg("circle", { cx: x.toFixed(2), cy: y.toFixed(2), r: 12, class: `ring ${colour}` }), svg("text", { x: (x + 13).toFixed(1), y: (y - 9).toFixed(1), class: "halo id", text: hand.id }));
    });
  }
}

// The orbit of a hand: its function on X moved by the group.
function orbitOf(d, hand) {
  const seen = new Map();
  const queue = [hand.functions[0]];
  while (queue.length > 0 && seen.size < 240) {
    const h = queue.pop();
    const key = Array.from(h, (v) => v.toFixed(7)).join();
    if (seen.has(key)) continue;
    seen.set(key, projected(hand.simple, h).coordinates);
    for (const g of d.set.generators) { const moved = new Float64Array(h.length); h.forEach((v, x) => { moved[g[x] - 1] = v; }); queue.push(moved); }
  }
  return [...seen.values()];
}

// A rational box for each exact coordinate: the second full way to move a hand; sliders too where there is no plane for all of them.
function drawBoxes(card, d, isSource) {
  const hand = d.hands.find((h) => h.label === card.simple.label);
  const key = isSource ? `${hand.id}|${hand.kind}|${hand.points[0].length}` : "";
  if (card.boxKey !== key) {
    card.boxKey = key;
    clear(card.boxes);
    if (isSource) hand.points[0].forEach((_, i) => {
      const put = (text) => { const q = parseRat(text); if (!q) return; const hands = structuredClone(app.state.h); hands[app.derived.hands.findIndex((h) => h.label === card.simple.label)].points[0][i] = q; change({ h: hands }); };
      card.boxes.append(el("label", {}, `v${i + 1}`, el("input", { type: "text", class: "box", "aria-label": `coordinate ${i + 1} of ${card.simple.label}`, onchange: (event) => put(event.target.value) }),
        hand.points[0].length > 3 ? el("input", { type: "range", min: -64, max: 64, step: 1, "aria-label": `slider of coordinate ${i + 1}`, oninput: (event) => put(`${event.target.value}/64`) }) : null));
    });
    if (isSource && hand.points[0].length > 3) {
      const options = () => hand.points[0].map((_, i) => el("option", { value: i, text: `axis ${i + 1}` }));
      const [i, j] = axesOf(card.simple.label);
      const pick = (place, at) => { const axes2 = axesOf(card.simple.label).slice(); axes2[place] = Number(at); if (axes2[0] !== axes2[1]) change({ z: withView(app.state.z, card.simple.label, axes2) }); };
      const [first, second] = [el("select", { "aria-label": "horizontal axis", onchange: (e) => pick(0, e.target.value) }, options()), el("select", { "aria-label": "vertical axis", onchange: (e) => pick(1, e.target.value) }, options())];
      first.value = i;
      second.value = j;
      card.boxes.append(first, second);
    }
  }
  if (isSource) card.boxes.querySelectorAll("input.box").forEach((box, i) => { if (document.activeElement !== box) box.value = ratText(hand.points[0][i]); });
  card.boxes.querySelectorAll("select").forEach((select, i) => { select.value = axesOf(card.simple.label)[i]; });
  if (isSource) card.boxes.querySelectorAll("input[type=range]").forEach((slider, i) => { if (document.activeElement !== slider) slider.value = Math.round(64 * ratNumber(hand.points[0][i])); });
}

export function moveByKey(event, simple) {
  const d = app.derived;
  const index = d.hands.findIndex((hand) => hand.label === simple.label);
  if (index < 0) return false;
  const step = event.shiftKey ? rat(1, 2) : event.altKey ? rat(1, 256) : rat(1, 16);
  const last = simple.copyDimension > 1 ? 1 : 0;
  if (event.key === "," || event.key === ".") { const n = simple.copyDimension; if (n < 3) return false; app.axis = 2 + ((Math.max(0, (app.axis ?? 2) - 2) + (event.key === "." ? 1 : n - 3)) % (n - 2)); tell(`PageUp and PageDown move coordinate ${app.axis + 1}`); return true; }
  const far = Math.min(app.axis ?? 2, simple.copyDimension - 1);
  const moves = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowUp: [last, 1], ArrowDown: [last, -1], PageUp: [Math.max(2, far), 1], PageDown: [Math.max(2, far), -1] };
  const hands = structuredClone(app.state.h);
  const hand = hands[index];
  if (event.key === "Home") hand.points[0] = hand.points[0].map(() => R0);
  else if (moves[event.key] && moves[event.key][0] < hand.points[0].length) {
    const [axis, sign] = moves[event.key];
    hand.points[0][axis] = addRat(hand.points[0][axis], { n: BigInt(sign) * step.n, d: step.d });
  } else return false;
  change({ h: hands });
  return true;
}

