import { ratText, rat, snapRat, addRat, R0 } from "./rational.js";
import { signText, shortNumber } from "./numbers.js";
import { colourIndex } from "./palette.js";
import { app, beginDrag, change, endDrag, exactTotal, positionOf } from "./store.js";
import { canonicalSigns, exactSigns } from "./exactimage.js";
import { button, clear, el, set, show, svg } from "./dom.js";
import { termView } from "./number-view.js";
import { textMenu, valuesText } from "./copy.js";
import { makeActor, normalOf } from "./act.js";
import { projected } from "./image.js";

const WIDTH = 640;
const HEIGHT = 158;
const MIDDLE_LINE = 75;
const WITH_TEXTS = 16;

export function makeStrip() {
  const chart = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": "the function on X" });
  const chamber = el("div", { class: "mono small", test: "chamber" });
  const leaves = el("div", { class: "row small", test: "leaves" });
  const actor = makeActor();
  const node = el("section", { class: "panel strip", test: "strip", "aria-label": "the function on X" }, el("h2", {}, "The function on X: ", termView("fun", "Fun(X)"), termView("chamber", "chambers"), textMenu(valuesText, "copy v and f(v)", "copy-values")), el("p", { class: "muted small", text: "hollow: v in Fun(X); filled: f(v); click a bar to bring its point first, or drag it with drag bars" }), el("div", { class: "scroll" }, chart), chamber, leaves, actor.node);
  return { node, chart, chamber, leaves, bars: [], key: "", scale: 1, drag: null };
}

// The number of the orbit of chambers, from 1, where the fan is carried and v is on no wall.
export function chamberOrbit(d, hand, signs) {
  const fan = hand.simple.fan;
  if (!fan || hand.copy > 0 || hand.simple.copyDimension > 3 || d.f.kind !== "pl" || d.f.kinks.length !== 1 || d.f.kinks[0].n !== 0n || d.f.atZero) return null;
  const onWall = signs.some((s, x) => s === 0 && hand.simple.iota[x].some((c) => c !== 0));
  if (onWall) return null;
  if (!fan.canonical) fan.canonical = fan.orbits.map((orbit) => canonicalSigns([...orbit.signs].map((s) => (s === "+" ? 1 : s === "-" ? -1 : 0)), d.set.generators));
  const at = fan.canonical.indexOf(canonicalSigns(signs, d.set.generators));
  return at < 0 ? null : at + 1;
}

// The bars are made once for a G-set; a frame sets numbers only.
function buildBars(strip, d) {
  const order = d.set.orbits.flat().map((x) => x - 1);
  const step = Math.min(64, (WIDTH - 20) / order.length);
  const width = Math.max(260, step * order.length + 20);
  const start = (width - step * order.length) / 2;
  strip.chart.setAttribute("viewBox", `0 0 ${width.toFixed(1)} ${HEIGHT}`);
  strip.chart.style.maxWidth = `${Math.round(1.3 * width)}px`;
  strip.chart.style.minWidth = order.length > 12 ? "480px" : "";
  clear(strip.chart);
  strip.chart.append(svg("line", { x1: 8, x2: width - 8, y1: MIDDLE_LINE, y2: MIDDLE_LINE, class: "axis" }));
  strip.filled = svg("path");
  strip.hollow = svg("path", { class: "hollow" });
  strip.chart.append(strip.filled, strip.hollow);
  strip.bars = order.map((x, i) => {
    const [left, wide] = [start + step * i, step - Math.min(5, 0.3 * step)];
    const bar = (inset, className) => svg("rect", { x: (start + step * i + inset).toFixed(1), width: Math.max(1, step - 2 * inset - 2).toFixed(1), class: className });
    const [title, block, hit] = [svg("title"), bar(1.5, "block"), bar(0, "hit")];
    const group = svg("g", { class: "bar", "data-testid": `bar-${x + 1}` }, title, block, hit);
    set(hit, { y: 0, height: HEIGHT });
    const [name, value] = order.length <= WITH_TEXTS ? [svg("text", { "text-anchor": "middle", x: start + step * (i + 0.45), text: `x${x + 1}` }), svg("text", { "text-anchor": "middle", x: start + step * (i + 0.45) })] : [null, null];
    group.append(...(name ? [name, value] : []));
    set(block, { y: HEIGHT - 8, height: 5 });
    group.addEventListener("pointerenter", () => { title.textContent = spoken(app.derived, x); });
    group.addEventListener("focus", () => group.setAttribute("aria-valuetext", spoken(app.derived, x)));
    group.addEventListener("click", () => { if (!app.state.o.includes("b")) bringFirst(app.derived, x); });
    listenBar(strip, group, x);
    strip.chart.append(group);
    return { x, group, block, name, value, kind: "", left, wide };
  });
}

function spoken(d, x) { return `point ${x + 1}: v = ${shortNumber(d.flows[0].h[x])}, f(v) = ${shortNumber(d.flows[0].out[x])}`; }

// With drag bars a bar moves by itself: v becomes any function on X.
function listenBar(strip, group, x) {
  const put = (value) => {
    const d = app.derived;
    const old = app.state.b.find(([y]) => y === x + 1)?.[1] ?? R0;
    const without = d.total[x] - Number(old.n) / Number(old.d);
    setBar(x, snapRat(value - without, 64));
  };
  group.addEventListener("pointerdown", (event) => {
    if (!app.state.o.includes("b") || event.button !== 0) return;
    group.setPointerCapture(event.pointerId);
    event.preventDefault();
    strip.drag = group;
    beginDrag();
  });
  group.addEventListener("pointermove", (event) => {
    if (strip.drag !== group) return;
    const box = strip.chart.getBoundingClientRect();
    put((MIDDLE_LINE - ((event.clientY - box.top) * HEIGHT) / box.height) / strip.scale);
  });
  const stop = () => { if (strip.drag === group) { strip.drag = null; endDrag(); } };
  group.addEventListener("pointerup", stop);
  group.addEventListener("pointercancel", stop);
  group.addEventListener("keydown", (event) => {
    const sign = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!app.state.o.includes("b") || (!sign && event.key !== "Delete")) return;
    event.preventDefault();
    setBar(x, sign ? addRat(app.state.b.find(([y]) => y === x + 1)?.[1] ?? R0, rat(sign, event.shiftKey ? 2 : 16)) : R0);
  });
}

function setBar(x, q) { change({ b: [...app.state.b.filter(([y]) => y !== x + 1), ...(q.n === 0n ? [] : [[x + 1, q]])].sort((a, b) => a[0] - b[0]) }, !app.dragging); }

export function drawStrip(strip, d) {
  const flow = d.flows[0];
  const key = app.state.x;
  if (strip.key !== key) { strip.key = key; buildBars(strip, d); }
  if (!strip.drag) {
    let top = 1e-9;
    for (let x = 0; x < flow.h.length; x++) top = Math.max(top, Math.abs(flow.h[x]), Math.abs(flow.out[x]));
    strip.scale = (MIDDLE_LINE - 18) / top;
  }
  const scale = strip.scale;
  const colour = `bar k${colourIndex(positionOf(d.hands[0].label))}${app.state.o.includes("b") ? " free" : ""}`;
  const free = app.state.o.includes("b");
  const normal = app.normal === null ? null : normalOf(d.set, app.normal).blocks;
  let [filled, hollow] = ["", ""];
  for (const bar of strip.bars) {
    const [v, w] = [flow.h[bar.x], flow.out[bar.x]];
    filled += box(bar.left + 0.15 * bar.wide, 0.8 * bar.wide, w * scale);
    hollow += box(bar.left + 0.05 * bar.wide, bar.wide, v * scale);
    if (bar.kind !== colour) {
      bar.kind = colour;
      bar.group.setAttribute("class", colour);
      if (free) set(bar.group, { tabindex: 0, role: "slider", "aria-label": `value at point ${bar.x + 1}` });
      else for (const name of ["tabindex", "role", "aria-label", "aria-valuenow"]) bar.group.removeAttribute(name);
    }
    if (free) bar.group.setAttribute("aria-valuenow", v.toFixed(3));
    if (bar.name) {
      bar.name.setAttribute("y", v >= 0 ? MIDDLE_LINE + 13 : MIDDLE_LINE - 6);
      bar.value.setAttribute("y", (v >= 0 ? MIDDLE_LINE - v * scale - 4 : MIDDLE_LINE - v * scale + 11).toFixed(1));
      bar.value.textContent = v.toFixed(2).replace("-", "\u2212");
    }
    const at = normal ? normal.findIndex((block) => block.includes(bar.x + 1)) : -1;
    const block = at < 0 ? "block" : `block k${1 + (at % 7)}${normal[at].length === 1 ? " fixedpoint" : ""}`;
    if (bar.blockKind !== block) { bar.blockKind = block; bar.block.setAttribute("class", block); }
  }
  set(strip.filled, { d: filled, class: `fillbar k${colourIndex(positionOf(d.hands[0].label))}` });
  strip.hollow.setAttribute("d", hollow);
  if (app.dragging) { strip.chamber.textContent = `chamber ${signText(Array.from(flow.h, (v) => Math.sign(Math.abs(v) < 1e-12 ? 0 : v)))}`; return; }
  const hand = d.hands[0];
  const signs = d.alone ? Array.from(flow.h, (v) => Math.sign(Math.abs(v) < 1e-12 ? 0 : v)) : exactSigns(app.field, d.f, exactTotal(d.set, d.hands));
  const undecided = signs.includes(null);
  const orbit = undecided || d.hands.length > 1 || d.bent ? null : chamberOrbit(d, hand, signs);
  strip.chamber.textContent = undecided ? "chamber undecided at 80 digits" : `chamber ${signText(signs)}${orbit ? ` \u00b7 orbit ${orbit} of ${hand.simple.fan.orbits.length} \u00b7 ${hand.simple.fan.chambers} chambers` : ""}`;
  show(strip.leaves, d.bent);
  if (d.bent) strip.leaves.replaceChildren(`v leaves ${d.hands.map((h) => h.label).join(", ")}: moved by ${app.state.b.map(([x, q]) => `${ratText(q)} at x${x}`).slice(0, 6).join(", ")}${app.state.b.length > 6 ? ", ..." : ""}; its parts: ${d.set.simples.map((s, k) => (d.inputs[k].norm > 1e-9 ? `${s.label} ${shortNumber(d.inputs[k].norm)}` : null)).filter((t) => t).slice(0, 12).join(", ")}`, button("back", () => change({ b: [] }), { test: "bars-back" }));
}

function box(left, wide, height) { return `M${left.toFixed(1)},${MIDDLE_LINE}v${(-height).toFixed(1)}h${Math.max(1, wide).toFixed(1)}V${MIDDLE_LINE}z`; }

// The hand turned by a group element that brings a point to the first place of its orbit; on the grid of the hand.
function bringFirst(d, x) {
  const goal = d.set.orbits.find((orbit) => orbit.includes(x + 1))[0] - 1;
  const seen = new Map([[x, null]]);
  const queue = [x];
  while (queue.length > 0 && !seen.has(goal)) {
    const here = queue.shift();
    d.set.generators.forEach((g, i) => { const next = g[here] - 1; if (!seen.has(next)) { seen.set(next, { from: here, by: i }); queue.push(next); } });
  }
  const path = [];
  for (let at = goal; seen.get(at); at = seen.get(at).from) path.unshift(seen.get(at).by);
  const hands = structuredClone(app.state.h);
  d.hands.forEach((hand, i) => {
    hands[i].points = hand.functions.map((start) => {
      let h = start;
      for (const by of path) { const moved = new Float64Array(h.length); const g = d.set.generators[by]; h.forEach((v, y) => { moved[g[y] - 1] = v; }); h = moved; }
      const from = hand.copy * hand.simple.copyDimension;
      return Array.from(projected(hand.simple, h).coordinates.slice(from, from + hand.simple.copyDimension), (c) => snapRat(c, 4096));
    });
  });
  change({ h: hands });
}
