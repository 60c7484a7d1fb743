import { signText, shortNumber } from "./numbers.js";
import { colourIndex } from "./palette.js";
import { app, change, exactChamber, positionOf } from "./store.js";
import { canonicalSigns } from "./exactimage.js";
import { clear, el, svg } from "./dom.js";
import { snapRat } from "./rational.js";
import { projected } from "./image.js";

const WIDTH = 640;
const HEIGHT = 150;

export function makeStrip() {
  const chart = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": "the function on X" });
  const chamber = el("div", { class: "mono small" });
  const node = el("section", { class: "panel strip", test: "strip", "aria-label": "the function on X" }, el("h2", { text: "The function on X" }), el("p", { class: "muted small", text: "hollow: v in Fun(X); filled: f(v); click a bar to bring its point first" }), el("div", { class: "scroll" }, chart), chamber);
  return { node, chart, chamber };
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

export function drawStrip(strip, d) {
  const flow = d.flows[0];
  const order = d.set.orbits.flat().map((x) => x - 1);
  const top = Math.max(1e-9, ...Array.from(flow.h, Math.abs), ...Array.from(flow.out, Math.abs));
  const middle = HEIGHT / 2;
  const scale = (HEIGHT / 2 - 18) / top;
  const step = Math.min(64, (WIDTH - 20) / order.length);
  const width = Math.max(260, step * order.length + 20);
  const start = (width - step * order.length) / 2;
  strip.chart.setAttribute("viewBox", `0 0 ${width.toFixed(1)} ${HEIGHT}`);
  strip.chart.style.maxWidth = `${Math.round(1.3 * width)}px`;
  strip.chart.style.minWidth = order.length > 12 ? "480px" : "";
  const colour = colourIndex(positionOf(d.hands[0].label));
  clear(strip.chart);
  strip.chart.append(svg("line", { x1: 8, x2: width - 8, y1: middle, y2: middle, class: "axis" }));
  order.forEach((x, i) => {
    const bar = (value, className, inset) => svg("rect", { x: (start + step * i + inset).toFixed(1), width: Math.max(1, step - 2 * inset - 2).toFixed(1), y: (value >= 0 ? middle - value * scale : middle).toFixed(1), height: Math.max(0.8, Math.abs(value) * scale).toFixed(1), class: className });
    const group = svg("g", { class: "bar" }, svg("title", { text: `point ${x + 1}: v = ${shortNumber(flow.h[x])}, f(v) = ${shortNumber(flow.out[x])}` }), bar(flow.out[x], `fillbar k${colour}`, 4), bar(flow.h[x], "hollow", 1.5));
    group.addEventListener("click", () => bringFirst(d, x));
    strip.chart.append(group);
    if (order.length <= 16) strip.chart.append(svg("text", { x: start + step * (i + 0.45), y: flow.h[x] >= 0 ? middle + 13 : middle - 6, "text-anchor": "middle", text: `x${x + 1}` }), svg("text", { x: start + step * (i + 0.45), y: flow.h[x] >= 0 ? middle - flow.h[x] * scale - 4 : middle - flow.h[x] * scale + 11, "text-anchor": "middle", text: flow.h[x].toFixed(2).replace("-", "\u2212") }));
  });
  if (!app.dragging) {
    const hand = d.hands[0];
    const signs = d.hands.length === 1 ? exactChamber(d) : Array.from(flow.h, (v) => Math.sign(Math.abs(v) < 1e-12 ? 0 : v));
    const undecided = signs.includes(null);
    const orbit = undecided || d.hands.length > 1 ? null : chamberOrbit(d, hand, signs);
    strip.chamber.textContent = undecided ? "chamber undecided at 80 digits" : `chamber ${signText(signs)}${orbit ? ` \u00b7 orbit ${orbit} of ${hand.simple.fan.orbits.length} \u00b7 ${hand.simple.fan.chambers} chambers` : ""}`;
  } else strip.chamber.textContent = `chamber ${signText(Array.from(flow.h, (v) => Math.sign(Math.abs(v) < 1e-12 ? 0 : v)))}`;
}

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
