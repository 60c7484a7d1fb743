import { ratText, snapRat } from "./rational.js";
import { equalIn, isRationalIn, numberOf } from "./field.js";
import { exactProjection, exactValues } from "./exactimage.js";
import { actionOf, invariantPartition, parseCycles, turned, wordOf } from "./elements.js";
import { pictured } from "./image.js";
import { solveUpper } from "./linear.js";
import { numberList } from "./number-view.js";
import { app, beginDrag, change, componentOf, endDrag, exactTotal, reducedMotion, redraw, setNamed } from "./store.js";
import { button, el } from "./dom.js";

// The group acts on what is shown: an element of a class moves the hands, a normal subgroup says what it leaves where it is.

const ACT_MILLISECONDS = 600;
const ACT_GRID = 4096;
const MOST_ELEMENTS = 60000;

// Where an element, written in cycles, takes the points of a set; null where the group is too large to write it in its generators here.
function imagesUnder(set, element) {
  const group = app.data.group;
  set.elements = set.elements ?? new Map();
  if (!set.elements.has(element)) {
    const cycles = parseCycles(element, group.degree);
    const same = set.generators.length === group.generators.length && set.generators.every((g, i) => g.join() === group.generators[i].join());
    const word = same ? null : wordOf(group.generators, cycles, MOST_ELEMENTS);
    set.elements.set(element, same ? cycles : word && actionOf(set.generators, word, set.size));
  }
  return set.elements.get(element);
}

// The points of a hand moved by a permutation of X, exactly.
function movedPoints(hand, images) {
  const simple = componentOf(setNamed(app.state.x), hand.label);
  return hand.points.map((point) => {
    const values = exactValues(app.field, simple, hand.copy, point);
    const moved = new Array(values.length);
    values.forEach((value, x) => { moved[images[x] - 1] = value; });
    const from = hand.copy * simple.copyDimension;
    return exactProjection(app.field, simple, moved).coordinates.slice(from, from + simple.copyDimension);
  });
}

let acting = null;

export function isActing() { return acting !== null; }

// g moves every hand, in 600 ms; where it makes irrational coordinates the hand stands on the nearest point of the grid, and the page says so.
export function act(position, say) {
  const set = setNamed(app.state.x);
  const element = app.data.group.classes[position].element;
  const images = imagesUnder(set, element);
  if (acting) acting.finish();
  if (!images) { say(`the group is too large to write ${element} in its generators here`); return; }
  const before = structuredClone(app.state.h);
  const exact = before.map((hand) => movedPoints(hand, images));
  const snapped = exact.some((list) => list.some((point) => !point.every(isRationalIn)));
  const after = before.map((hand, i) => ({ ...hand, points: exact[i].map((point) => point.map((c) => (isRationalIn(c) ? c[0] : snapRat(numberOf(app.field, c), ACT_GRID)))) }));
  say(el("span", {}, `g = ${element} takes a at (${before[0].points[0].map(ratText).join(", ")}) in ${before[0].label} to `, numberList(exact[0][0]), snapped ? `, which is irrational: the hand stands at the nearest multiple of 1/${ACT_GRID}` : "", ". Every picture is moved by g, as f is applied to each point of X alike."));
  const end = () => { acting = null; app.running = false; change({ h: after }, false); endDrag(); };
  beginDrag();
  if (reducedMotion()) { end(); return; }
  const begin = performance.now();
  app.running = true;
  const run = { finish: () => { if (acting === run) end(); } };
  acting = run;
  const tick = () => {
    if (acting !== run) return;
    const t = (performance.now() - begin) / ACT_MILLISECONDS;
    if (t >= 1 || document.hidden) { end(); return; }
    const eased = t * t * (3 - 2 * t);
    change({ h: before.map((hand, i) => ({ ...hand, points: hand.points.map((point, k) => between(hand, point, after[i].points[k], eased)) })) }, false);
    requestAnimationFrame(tick);
  };
  tick();
}

function between(hand, from, to, t) {
  const simple = componentOf(setNamed(app.state.x), hand.label);
  const [a, b] = [from, to].map((point) => pictured(simple, 0, Float64Array.from(point, (q) => Number(q.n) / Number(q.d))));
  return Array.from(solveUpper(simple.numeric.frame, turned(a, b, t)), (c) => snapRat(c, ACT_GRID));
}

// The class of the element 1.
function classOfOne() { return app.data.group.classes.findIndex((c) => c.order === 1); }

// What a normal subgroup N does: on each simple "kernel" (N is its kernel), "fixed" (N lies in its kernel, all points are fixed) or "moved" (only 0 is fixed); its orbits on X, null where the page cannot say; whether v is fixed, exactly.
export function normalOf(set, index) {
  const group = app.data.group;
  const n = group.normalSubgroups[index];
  const one = classOfOne();
  set.normals = set.normals ?? new Map();
  if (!set.normals.has(index)) {
    const acts = new Map(app.data.simples.map((s, k) => [s.label, !n.classes.every((c) => group.simpleCharacters[k][c] === group.simpleCharacters[k][one]) ? "moved" : n.kernelOf.includes(s.label) ? "kernel" : "fixed"]));
    const images = n.classes.map((c) => imagesUnder(set, group.classes[c].element));
    const blocks = images.includes(null) ? null : invariantPartition(set.generators, images.flatMap((list) => list.map((y, x) => [x + 1, y])), set.size);
    set.normals.set(index, { index, order: n.order, acts, blocks });
  }
  return set.normals.get(index);
}

export function normalText(set, index) {
  const found = normalOf(set, index);
  const named = (kind) => set.simples.map((s) => s.label).filter((label) => found.acts.get(label) === kind);
  const list = (labels) => labels.join(" ") || "none";
  const points = found.blocks ? `On X: ${found.blocks.filter((b) => b.length === 1).length} of ${set.size} points are fixed, ${found.blocks.length} orbits; ` : "";
  const v = exactTotal(set, app.state.h);
  const fixed = found.blocks ? `v is ${found.blocks.every((block) => block.every((x) => equalIn(v[x - 1], v[block[0] - 1]))) ? "fixed: it is constant on them, and so is f(v), through every layer" : "not fixed"}.` : "";
  return `N${index + 1}, order ${found.order}: kernel of ${list(named("kernel"))}; lies in the kernel of ${list(named("fixed"))}, too: all points of these pictures are fixed. It moves ${list(named("moved"))}: only 0 is fixed there. ${points}${fixed}`;
}

// Shows a normal subgroup on cards, tiles and strip until it is left; nothing of it is stored.
export function showNormal(index) { if (app.normal !== index) { app.normal = index; redraw(); } }

export function markNormal(nodes, set) {
  const found = app.normal === null ? null : normalOf(set, app.normal);
  for (const { node, label } of nodes) {
    const mark = found ? found.acts.get(label) : "";
    if ((node.dataset.normal ?? "") !== mark) node.dataset.normal = mark;
  }
}

// A menu of classes beside the strip: choose an element, let it act, again and again.
export function makeActor() {
  const classes = app.data.group.classes;
  const said = el("p", { class: "small", test: "acted", "aria-live": "polite" });
  const say = (what) => said.replaceChildren(what);
  const choice = el("select", { test: "act-class", "aria-label": "element g of a class" }, classes.map((c, i) => el("option", { value: i, text: `${c.element}, order ${c.order}` })));
  choice.value = String(Math.min(1, classes.length - 1));
  return { node: el("div", {}, el("div", { class: "row small" }, "let g = ", choice, button("act on the hand", () => act(Number(choice.value), say), { test: "act" })), said), say };
}
