import { addRat, rat, parseRat, ratNumber, snapRat, ratText } from "./rational.js";
import { addIn, doubleOf, fromRat, makeField, isZeroIn } from "./field.js";
import { parseActivation, arrowsOf } from "./activation.js";
import { embedded, applied, projected } from "./image.js";
import { norm, solveUpper } from "./linear.js";
import { remembered, FADE } from "./trails.js";
import { parseState, printState, MAX_LINK } from "./permalink.js";
import { exactValues, exactImages, exactProjection, exactSigns } from "./exactimage.js";

// One store: state -> derived values -> pictures. Views register draw functions; one animation frame draws them. Extras are tabs that only some groups have; their modules register them, and are left out of all other pages.
export const app = { data: null, field: null, page: null, state: null, past: [], future: [], errors: [], views: [], extras: [], tabs: [], sets: new Map(), frames: [], dragging: false, queued: false, stamp: 0, zoom: new Map(), message: "", ghost: null, trail: [], normal: null };

export function openData(data) {
  app.data = data;
  app.field = makeField(data.field, data.numbers);
  app.labels = data.simples.map((s) => s.label);
  const set = setNamed(data.gsets[0].name);
  const source = set.simples.find((s) => simpleNamed(s.label).kernelOrder === "1" && s.copyDimension > 1) ?? set.simples.find((s) => simpleNamed(s.label).kernelOrder === "1") ?? set.simples[set.simples.length - 1];
  app.page = { x: set.name, f: "relu", h: [firstHand(source)] };
}

function firstHand(simple) {
  const d = simple.copyDimension;
  const direction = Float64Array.from({ length: d }, (_, i) => (i === 0 ? 0.8 : i === 1 ? 0.45 : 0.3));
  const size = norm(direction);
  const coordinates = solveUpper(simple.numeric.frame, direction.map((x) => x / size));
  return { label: simple.label, copy: 0, kind: "p", points: [Array.from(coordinates, (c) => snapRat(c, 64))] };
}

export function simpleNamed(label) { return app.data.simples.find((s) => s.label === label); }
export function positionOf(label) { return app.data.simples.findIndex((s) => s.label === label); }

function prepared(simple) {
  if (!simple.numeric) {
    const rows = (list) => list.map((row) => Float64Array.from(row, (c) => doubleOf(app.field, c)));
    simple.numeric = { iota: rows(simple.iota), inverse: rows(simple.gramInverse), frame: simple.frame };
  }
  return simple;
}

// A G-set by its name; sums and multiples of carried ones are put together, block by block. Null where a part is not carried.
export function setNamed(name) {
  const key = name.replaceAll(" ", "");
  if (app.sets.has(key)) return app.sets.get(key);
  const parts = app.data.gsets.filter((s) => s.name === name); // A name of a file may look like a sum.
  for (const part of parts.length > 0 ? [] : splitSum(key)) {
    const match = /^(?:([1-9]\d?)\*)?(.+)$/.exec(part);
    const wanted = match[2].startsWith("#") ? `cosets:${match[2]}` : match[2];
    const found = app.data.gsets.find((s) => s.name.replaceAll(" ", "") === wanted);
    if (!found) return null;
    for (let i = 0; i < Number(match[1] ?? 1); i++) parts.push(found);
  }
  const whole = parts.length === 1 ? parts[0] : summed(name, parts);
  whole.simples.forEach(prepared);
  app.sets.set(key, whole);
  return whole;
}

function splitSum(text) {
  const parts = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "(") depth++;
    if (text[i] === ")") depth--;
    if (text[i] === "+" && depth === 0) { parts.push(text.slice(start, i)); start = i + 1; }
  }
  return [...parts, text.slice(start)];
}

function summed(name, parts) {
  const size = parts.reduce((sum, p) => sum + p.size, 0);
  const labels = app.data.simples.map((s) => s.label).filter((label) => parts.some((p) => p.simples.some((s) => s.label === label)));
  const offsets = parts.map((_, i) => parts.slice(0, i).reduce((sum, p) => sum + p.size, 0));
  const simples = labels.map((label) => {
    const here = parts.map((p, i) => ({ s: p.simples.find((c) => c.label === label), from: offsets[i] })).filter((c) => c.s);
    const width = here.reduce((sum, c) => sum + c.s.multiplicityDimension, 0);
    const iota = Array.from({ length: size }, () => new Array(width).fill(0));
    const gramInverse = Array.from({ length: width }, () => new Array(width).fill(0));
    let at = 0;
    for (const { s, from } of here) {
      s.iota.forEach((row, x) => row.forEach((c, j) => { iota[from + x][at + j] = c; }));
      s.gramInverse.forEach((row, i) => row.forEach((c, j) => { gramInverse[at + i][at + j] = c; }));
      at += s.multiplicityDimension;
    }
    const first = here[0].s;
    return { label, multiplicity: here.reduce((sum, c) => sum + c.s.multiplicity, 0), copyDimension: first.copyDimension, multiplicityDimension: width, split: here.every((c) => c.s.split && c.s.copyDimension === first.copyDimension), iota, gramInverse, frame: first.frame };
  });
  const pairs = (read) => [...new Set(parts.flatMap((p) => read(p.arrows).map(([i, j]) => `${labels.indexOf(p.simples[i].label)},${labels.indexOf(p.simples[j].label)}`)))].map((t) => t.split(",").map(Number));
  const degrees = Object.keys(parts[0].arrows.powers).filter((k) => parts.every((p) => p.arrows.powers[k]));
  return {
    name, size, named: true, orbits: parts.flatMap((p, i) => p.orbits.map((o) => o.map((x) => x + offsets[i]))), stabilisers: parts.flatMap((p) => p.stabilisers),
    generators: parts[0].generators.map((_, g) => parts.flatMap((p, i) => p.generators[g].map((x) => x + offsets[i]))), simples,
    arrows: { even: pairs((a) => a.even), odd: pairs((a) => a.odd), powers: Object.fromEntries(degrees.map((k) => [k, pairs((a) => a.powers[k])])), absEnergies: summedEnergies(labels, parts) },
    parts,
  };
}

// A standard normal vector of V_L on a sum is one on each part, independently: energies are means over the parts, weighted by their dimensions; null where a part carries none.
function summedEnergies(labels, parts) {
  if (parts.some((p) => !p.arrows.absEnergies)) return null;
  return labels.map((from) => {
    const here = parts.map((p) => ({ p, i: p.simples.findIndex((s) => s.label === from) })).filter((entry) => entry.i >= 0);
    const whole = here.reduce((sum, { p, i }) => sum + p.simples[i].multiplicityDimension, 0);
    return labels.map((to) => here.reduce((sum, { p, i }) => { const k = p.simples.findIndex((s) => s.label === to); return k < 0 ? sum : sum + p.simples[i].multiplicityDimension * Number(p.arrows.absEnergies[i][k]); }, 0) / whole);
  });
}

export function activationNamed(text) { return parseActivation(text, app.data.activations); }

// Everything that does not depend on the hand.
export function context(state = app.state) {
  const key = `${state.x}|${state.f}`;
  if (app.contextKey !== key) {
    const set = setNamed(state.x);
    const f = activationNamed(state.f);
    app.context = { set, f, arrows: arrowsOf(f, set) };
    app.contextKey = key;
  }
  return app.context;
}

export function componentOf(set, label) { return set.simples.find((s) => s.label === label); }

// Where a hand stands, exactly: a circle stands at the end of its radius.
export function standing(hand) { return hand.kind === "c" ? hand.points[0].map((c, i) => addRat(c, hand.points[1][i])) : hand.points[0]; }

// A hand of another kind where this one stands; null where the simple has no room for it.
export function ofKind(hand, kind) {
  const p = hand.points[0];
  if (kind === "r" && p.length !== 2) return null;
  const other = p.map((c, i) => addRat(c, i === (p.length > 1 ? 1 : 0) ? rat(3, 8) : rat(-1, 4)));
  const centre = p.map(() => rat(0));
  const radius = p.every((c) => c.n === 0n) ? p.map((_, i) => rat(i === 0 ? 1 : 0, 2)) : p;
  return { ...hand, kind, points: { p: [p], s: [p, other], c: [centre, radius], k: [p, other], r: [p, other, p.map((c, i) => addRat(c, i === 0 ? rat(-1, 2) : rat(-1, 8)))] }[kind] };
}

// What a vector of one simple becomes in all others.
export function flowOf(d, id, h) {
  const out = applied(d.f, h);
  return { id, h, out, norm: norm(out), parts: d.set.simples.map((s) => projected(s, out)) };
}

// The hands as functions on X, what goes through f, and the parts in all simples.
export function derive(state = app.state) {
  const { set, f, arrows } = context(state);
  const hands = state.h.map((hand, i) => {
    const simple = componentOf(set, hand.label);
    const embed = (p) => embedded(simple, Math.min(hand.copy, copyCount(simple) - 1), p.map(ratNumber));
    return { ...hand, id: "abcd"[i], simple, functions: hand.points.map(embed), value: embed(standing(hand)) };
  });
  const alone = state.o.includes("e") && hands.length > 1 && state.b.length === 0;
  const total = new Float64Array(set.size);
  hands.forEach((hand) => { for (let x = 0; x < total.length; x++) total[x] += hand.value[x]; });
  const bent = state.b.length > 0;
  for (const [x, q] of state.b) total[x - 1] += ratNumber(q);
  const flows = (alone ? hands : [hands[0]]).map((hand) => flowOf({ set, f }, hand.id, alone ? hand.value : total));
  const above = app.ghost && hands.find((hand) => hand.label === app.ghost.label && hand.copy === app.ghost.copy);
  const ghost = above && !app.dragging ? { ...flowOf({ set, f }, "ghost", embedded(above.simple, Math.min(above.copy, copyCount(above.simple) - 1), app.ghost.point.map(ratNumber))), hand: above } : null;
  return { set, f, arrows, hands, total, alone, bent, inputs: bent ? set.simples.map((s) => projected(s, total)) : null, flows, ghost };
}

export function copyCount(simple) { return simple.multiplicityDimension / simple.copyDimension; }

// Whether K is reached for some v from the hands at all: an arrow from the simple of a hand. Null where the page does not carry it, and where a dragged bar took v out of the simples.
export function isArrow(d, label) {
  if (d.arrows === null || d.bent || (d.hands.length > 1 && !d.alone)) return null;
  const j = d.set.simples.findIndex((s) => s.label === label);
  return d.hands.some((hand) => d.arrows[d.set.simples.findIndex((s) => s.label === hand.label)][j]);
}

// What goes through f, exactly: the hands together, and what was dragged in the strip.
export function exactTotal(set, hands, bars = app.state.b) {
  const parts = hands.map((hand) => exactValues(app.field, componentOf(set, hand.label), Math.min(hand.copy, copyCount(componentOf(set, hand.label)) - 1), standing(hand)));
  return Array.from({ length: set.size }, (_, x) => parts.reduce((sum, values) => addIn(app.field, sum, values[x]), fromRat(app.field, bars.find(([y]) => y === x + 1)?.[1] ?? rat(0))));
}

// f(v) of the hands together (of the first, if each goes alone), exactly; null where nothing exact is known.
export function exactOut(d) { return exactImages(app.field, d.f, exactTotal(d.set, d.alone ? d.hands.slice(0, 1) : d.hands)); }

// Exactly 0 at this v: decided with exact numbers.
export function isExactlyZero(d, label) {
  if (d.alone) return false;
  const images = exactOut(d);
  return images !== null && exactProjection(app.field, componentOf(d.set, label), images).coordinates.every(isZeroIn);
}

// |P_K f(v)| squared, exactly; null where nothing exact is known.
export function exactNormSquare(d, label) {
  const images = exactOut(d);
  return images && exactProjection(app.field, componentOf(d.set, label), images).square;
}

export function exactChamber(d, hand = d.hands[0]) { return exactSigns(app.field, d.f, exactValues(app.field, hand.simple, hand.copy, standing(hand))); }

export function redraw() {
  if (app.queued) return;
  app.queued = true;
  requestAnimationFrame(() => {
    app.queued = false;
    drawNow();
  });
}

export function drawNow() {
  const start = performance.now();
  try {
    app.derived = derive();
    app.derived.arrowTo = app.derived.set.simples.map((s) => isArrow(app.derived, s.label));
    leaveTrail(app.derived, start);
    for (const view of app.views) view(app.derived);
  } catch (error) {
    report(error);
  }
  app.frames.push(performance.now() - start);
  if (app.frames.length > 2000) app.frames.shift();
}

let quiet = null;

// Whether the reader wants no motion.
export function reducedMotion() { quiet = quiet ?? matchMedia("(prefers-reduced-motion: reduce)"); return quiet.matches; }

function leaveTrail(d, time) {
  const keep = app.state.o.includes("k");
  const still = reducedMotion();
  if (app.trail.length > 0 && !app.trail[0].key.startsWith(`${app.state.x}|`)) app.trail = []; // Of another G-set: its parts have other coordinates.
  if (app.dragging || app.running) {
    const point = standing(d.hands[0]).map(ratNumber);
    app.trail = remembered(app.trail, { time, key: `${app.state.x}|${d.hands.map((hand) => standing(hand).map(ratText).join()).join("|")}`, hand: { label: d.hands[0].label, point }, parts: new Map(d.set.simples.map((s, k) => [s.label, d.flows[0].parts[k]])) }, keep || still);
  }
  if (keep || still || app.trail.length === 0) return;
  if (time - app.trail[app.trail.length - 1].time > FADE) app.trail = [];
  else if (!app.dragging && !app.running) setTimeout(redraw, 120);
}

export function report(error) {
  app.errors.push(String(error && error.message ? error.message : error));
  tell(`Something went wrong: ${app.errors[app.errors.length - 1]}`);
}

export function tell(text) {
  app.message = text;
  const place = document.getElementById("message");
  place.textContent = text;
  place.hidden = text === "";
}

// A change of the state: silent during a gesture, with a step of undo and the link at its end.
export function change(patch, commit = true) {
  if (commit && !app.dragging) remember();
  if (patch.x !== undefined && patch.x !== app.state.x) app.state.b = [];
  Object.assign(app.state, patch);
  repair();
  if (commit) {
    app.stamp++;
    writeLink();
  }
  redraw();
}

export function remember() {
  app.past.push(structuredClone(app.state));
  if (app.past.length > 200) app.past.shift();
  app.future = [];
}

export function beginDrag() { remember(); app.dragging = true; if (!app.state.o.includes("k")) app.trail = []; }
export function endDrag() { app.dragging = false; app.stamp++; writeLink(); redraw(); }

export function undo() { travel(app.past, app.future); }
export function redo() { travel(app.future, app.past); }

function travel(from, to) {
  if (from.length === 0) return;
  to.push(structuredClone(app.state));
  app.state = from.pop();
  app.stamp++;
  writeLink();
  redraw();
}

// Hands that the G-set does not carry go to the first vector of the first faithful simple.
export function repair() {
  const set = setNamed(app.state.x) ?? setNamed(app.page.x);
  const hands = app.state.h.filter((hand) => { const s = componentOf(set, hand.label); return s && hand.copy < copyCount(s) && hand.points.every((p) => p.length === s.copyDimension); });
  if (hands.length === 0) {
    const source = set.simples.find((s) => simpleNamed(s.label).kernelOrder === "1") ?? set.simples[set.simples.length - 1];
    hands.push(firstHand(source));
  }
  app.state.h = hands;
  app.state.b = app.state.b.filter(([x]) => x <= set.size);
}

export function loadFragment(fragment) {
  const { state, refused } = parseState(fragment, app.page);
  if (state.i !== "" && !app.extras.some((part) => part.accepts?.(state.i))) { refused.push("i"); state.i = ""; }
  if (!app.tabs.includes(state.tab)) { refused.push("tab"); state.tab = app.tabs[0]; }
  if (!setNamed(state.x)) { refused.push("x"); state.x = app.page.x; }
  try { activationNamed(state.f); } catch { refused.push("f"); state.f = app.page.f; }
  app.state = state;
  const [wanted, bars] = [state.h.length, state.b.length];
  repair();
  if (app.state.h.length < wanted) refused.push("h");
  if (app.state.b.length < bars) refused.push("b");
  app.stamp++;
  tell(refused.length > 0 ? `The link's part ${[...new Set(refused)].join(", ")} was not understood; what stands for it is the default.` : "");
  redraw();
}

export function fragment() {
  const state = structuredClone(app.state);
  let text = printState(state, app.page);
  while (text.length > MAX_LINK && state.h.some((hand) => hand.points.length > 4)) {
    for (const hand of state.h) if (hand.kind === "k") hand.points = hand.points.filter((_, i) => i % 2 === 0 || i === hand.points.length - 1);
    text = printState(state, app.page);
  }
  return text;
}

export function writeLink() {
  try { history.replaceState(null, "", `#${fragment()}`); } catch { /* pages on disk may refuse */ }
}

export function quoted(text) { return /^[\w:.#/@+*-]+$/.test(text) ? text : `"${text.replace(/["\\$`]/g, "\\$&")}"`; }

export function commandOf(hand, f = app.state.f, x = app.state.x) {
  return `eqnn apply ${quoted(app.data.group.name)} ${hand.label} --on ${quoted(x)} --vector=${quoted(standing(hand).map(ratText).join(","))} --activation ${quoted(f)}${hand.copy > 0 ? ` --copy ${hand.copy + 1}` : ""}`;
}

export function readVector(vector) {
  return vector.map((c) => { const q = typeof c === "number" ? parseRat(String(c)) ?? rat(BigInt(Math.round(c * 65536)), 65536n) : parseRat(c); if (!q) throw new Error(`'${c}' is not a rational number`); return q; });
}
