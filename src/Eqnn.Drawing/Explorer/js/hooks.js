import { ratText, snapRat } from "./rational.js";
import { numberOf, isZeroIn } from "./field.js";
import { formatNumber } from "./numbers.js";
import { embedded, applied, projected } from "./image.js";
import { arrowsOf } from "./activation.js";
import { exactImages, exactMatrix, exactProjection, exactSigns, exactValues } from "./exactimage.js";
import { chamberOrbit } from "./strip.js";
import { mapKind, mapValue, spaceOf, verdictOf } from "./pair.js";
import { handAnswer, pictureText, valuesText } from "./copy.js";
import { filmOf } from "./witness.js";
import { reachOf } from "./graph.js";
import { meanShare, pixelOf } from "./card.js";
import { isActing } from "./act.js";
import { reachSteps, stepAt } from "./reach.js";
import { depthRule } from "./depth.js";
import { activationNamed, app, beginDrag, change, componentOf, copyCount, derive, drawNow, endDrag, fragment, loadFragment, ofKind, readVector, redo, repair, setNamed, undo, writeLink } from "./store.js";

function place(options) {
  const set = setNamed(options.on ?? app.state.x);
  if (!set) throw new Error(`the G-set '${options.on}' is not on this page`);
  return set;
}

// Coordinates of one image, copy by copy.
export function imageOf(source, vector, activation = "relu", options = {}) {
  const set = place(options);
  const f = activationNamed(activation);
  const simple = componentOf(set, source);
  if (!simple) throw new Error(`${source} does not occur in Fun(${set.name})`);
  const copy = (options.copy ?? 1) - 1;
  const v = readVector(vector);
  if (v.length !== simple.copyDimension) throw new Error(`${v.length} coordinates; a copy of ${source} has ${simple.copyDimension}`);
  const arrows = arrowsOf(f, set);
  const i = set.simples.indexOf(simple);
  const values = exactValues(app.field, simple, copy, v);
  const signs = exactSigns(app.field, f, values);
  const images = exactImages(app.field, f, values);
  const numeric = applied(f, Float64Array.from(values, (x) => numberOf(app.field, x)));
  const targets = {};
  set.simples.forEach((target, j) => {
    const byCopy = (list) => Array.from({ length: copyCount(target) }, (_, c) => list.slice(c * target.copyDimension, (c + 1) * target.copyDimension));
    const none = arrows !== null && !arrows[i][j];
    const exact = images ? exactProjection(app.field, target, images) : null;
    const about = exact ? exact.coordinates.map((c) => numberOf(app.field, c)) : none ? new Array(target.multiplicityDimension).fill(0) : Array.from(projected(target, numeric).coordinates);
    const texts = exact ? exact.coordinates.map((c) => formatNumber(app.field, c, options.format ?? "gap")) : none ? about.map(() => "0") : null;
    targets[target.label] = {
      exact: texts ? byCopy(texts) : null,
      approx: byCopy(about),
      norm: exact ? Math.sqrt(Math.max(0, numberOf(app.field, exact.square))) : none ? 0 : projected(target, numeric).norm,
      zero: none ? "theorem" : exact && exact.coordinates.every(isZeroIn) ? "here" : null,
    };
  });
  const hand = { simple, copy, points: [v] };
  return { chamber: { signs, orbit: signs.includes(null) ? null : chamberOrbit({ set, f }, hand, signs) }, targets };
}

export function matrixOf(source, target, vector, activation = "relu", options = {}) {
  const set = place(options);
  const f = activationNamed(activation);
  const [from, to] = [componentOf(set, source), componentOf(set, target)];
  const copy = (options.copy ?? 1) - 1;
  const found = exactMatrix(app.field, f, from, copy, to, exactValues(app.field, from, copy, readVector(vector)));
  const text = (c) => formatNumber(app.field, c, options.format ?? "gap");
  return found ? found.matrix.map((row) => row.map(text)) : null;
}

export function graphOf(activation = app.state.f, on = app.state.x) {
  const set = place({ on });
  const arrows = arrowsOf(activationNamed(activation), set);
  return { nodes: set.simples.map((s) => s.label), edges: arrows === null ? null : arrows.flatMap((row, i) => row.flatMap((has, j) => (has ? [[set.simples[i].label, set.simples[j].label]] : []))) };
}

export function installHooks(ready) {
  const api = {
    ready,
    version: app.data.page.version,
    data: app.data,
    state: () => structuredClone({ ...app.state, h: app.state.h.map((hand) => ({ ...hand, points: hand.points.map((p) => p.map(ratText)) })), b: app.state.b.map(([x, q]) => [x, ratText(q)]), m: app.state.m.map(ratText), n: app.state.n.map((pin) => ({ ...pin, hand: { ...pin.hand, points: pin.hand.points.map((p) => p.map(ratText)) } })) }),
    set: (value) => {
      if (typeof value === "string") loadFragment(value);
      else {
        const patch = { ...value };
        if (patch.h) patch.h = patch.h.map((hand) => ({ copy: 0, kind: "p", ...hand, points: hand.points.map(readVector) }));
        if (patch.b) patch.b = patch.b.map(([x, q]) => [x, readVector([q])[0]]);
        if (patch.m) patch.m = readVector(patch.m);
        if (patch.n) patch.n = patch.n.map((pin) => ({ ...pin, hand: { copy: 0, kind: "p", ...pin.hand, points: pin.hand.points.map(readVector) } }));
        app.past.push(structuredClone(app.state));
        app.future = [];
        Object.assign(app.state, patch);
        repair();
        app.stamp++;
      }
      writeLink();
      return new Promise((resolve) => requestAnimationFrame(() => { drawNow(); resolve(api.state()); }));
    },
    permalink: () => fragment(),
    undo: () => { undo(); drawNow(); },
    redo: () => { redo(); drawNow(); },
    value: (activation, t) => activationNamed(activation).value(t),
    image: imageOf,
    matrix: matrixOf,
    verdict: (source, target) => { const found = verdictOf(source, target); return found && { ...found, bias: found.bias?.gap ?? null }; },
    graph: graphOf,
    reach: (source, t, activation = app.state.f, on = app.state.x) => { const d = { set: place({ on }), f: activationNamed(activation) }; const found = reachOf(d, source, t); return found ? found.reached.map((r) => r.label) : null; },
    depth: (source, t, activation = app.state.f, on = app.state.x) => { const found = reachOf({ set: place({ on }), f: activationNamed(activation) }, source, t); return found ? found.reached : null; },
    computedReach: (source, t, activation = app.state.f, on = app.state.x) => { const set = place({ on }); const f = activationNamed(activation); const steps = reachSteps(app.field, set, f, set.simples.findIndex((s) => s.label === source), depthRule(f).biased === true); return steps ? stepAt(steps, t, (step) => step.join()).map((i) => set.simples[i].label) : null; },
    energy: (source, activation = app.state.f, on = app.state.x) => { const set = place({ on }); const d = { set, f: activationNamed(activation), hands: [{ simple: componentOf(set, source) }] }; return Object.fromEntries(set.simples.map((s, k) => [s.label, meanShare(d, k)])); },
    mapKind: (source, target, coefficients) => { const space = spaceOf(source, target); return space ? mapKind(space, readVector(coefficients)) : null; },
    film: (source, target) => { const film = filmOf(source, target, verdictOf(source, target)); return { kind: film.kind, reason: film.reason ?? null, valueAtIdentity: film.valueAtIdentity ?? null, moves: film.moves ?? null }; },
    map: (source, target, coefficients, vector) => { const space = spaceOf(source, target); const value = space && space.dimension > 0 ? mapValue(space, readVector(coefficients), readVector(vector)) : null; return value ? value.map((c) => formatNumber(app.field, c, "gap")) : null; },
    format: (number, format) => formatNumber(app.field, typeof number === "string" || typeof number === "number" ? [readVector([number])[0], ...new Array(app.field.degree - 1).fill({ n: 0n, d: 1n })] : readData(number), format),
    pixel: pixelOf,
    picture: (label, format = "svg") => pictureText(document.querySelector(`[data-testid=picture-${label}]`), `picture of ${label}, ${app.data.group.name}`, format),
    answer: (format) => handAnswer(format),
    values: (format) => valuesText(format),
    frames: () => { const list = app.frames.slice().sort((a, b) => a - b); const at = (q) => (list.length === 0 ? 0 : list[Math.min(list.length - 1, Math.floor(q * list.length))]); return { count: list.length, median: at(0.5), p95: at(0.95), worst: at(1) }; },
    now: () => { const flow = derive().flows[0]; return { h: Array.from(flow.h), out: Array.from(flow.out), norms: Object.fromEntries(app.context.set.simples.map((s, k) => [s.label, flow.parts[k].norm])) }; },
    acting: isActing,
    measure: (moves = 200, kind = "p") => measured(moves, kind),
    errors: () => app.errors.slice(),
    embed: (source, vector, on = app.state.x) => Array.from(embedded(componentOf(setNamed(on), source), 0, Float64Array.from(vector, Number))),
  };
  window.eqnn = Object.freeze(api);
}

// Script time of drags: the first hand goes round in its simple, each move is a change of the state and a frame of all pictures, without what the browser does for layout and paint.
function measured(moves, kind) {
  const before = structuredClone(app.state);
  change({ h: [ofKind(app.state.h[0], kind) ?? app.state.h[0]] }, false);
  drawNow();
  const times = [];
  beginDrag();
  for (let i = 0; i < moves; i++) {
    const hands = structuredClone(app.state.h);
    const last = hands[0].points.length - 1;
    const [c, s] = [Math.cos((2 * Math.PI * i) / moves), Math.sin((2 * Math.PI * i) / moves)].map((x) => snapRat(x, 64));
    hands[0].points[last] = hands[0].points[last].map((q, k) => (k === 0 ? c : k === 1 ? s : q));
    const start = performance.now();
    change({ h: hands }, false);
    drawNow();
    times.push(performance.now() - start);
  }
  endDrag();
  Object.assign(app.state, before);
  drawNow();
  const sorted = times.slice().sort((a, b) => a - b);
  return { count: moves, median: sorted[Math.floor(moves / 2)], worst: sorted[moves - 1], times };
}

function readData(number) {
  const x = new Array(app.field.degree).fill({ n: 0n, d: 1n });
  for (let i = 0; i < number.a.length; i += 2) x[number.a[i]] = readVector([number.a[i + 1]])[0];
  return x;
}
