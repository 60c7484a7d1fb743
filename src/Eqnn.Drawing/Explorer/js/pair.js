import { ratNumber, ratText, parseRat, R0 } from "./rational.js";
import { readNumber, numberOf, addIn, scaleIn, zeroOf, mulIn, signOf, negIn } from "./field.js";
import { formatNumber } from "./numbers.js";
import { app, change } from "./store.js";
import { reachOf, reasonOf } from "./graph.js";
import { button, clear, el, pathText, svg } from "./dom.js";

export function pairOf(d) {
  const match = /^(L\d+)>(L\d+)$/.exec(app.state.q);
  const first = d.hands[0].label;
  return match ? [match[1], match[2]] : [first, (d.set.simples.find((s) => s.label !== first && s.label !== "L0") ?? d.set.simples[0]).label];
}

export function verdictOf(source, target) {
  const found = app.data.pairs.find((p) => p.source === source && p.target === target);
  if (!found) return null;
  const order = (label) => app.data.simples.find((s) => s.label === label).kernelOrder;
  return { ...found, reason: found.exists ? `ker ${source} (order ${order(source)}) lies in ker ${target} (order ${order(target)})` : `${found.element} acts trivially on ${source} and not on ${target}` };
}

export function makePair(actions) {
  const rows = el("dl", { class: "facts" });
  const title = el("h2", {});
  const node = el("section", { class: "panel", test: "pair", "aria-label": "pair of simples" }, title, rows, el("div", { class: "row" }, button("Play", actions.play, { test: "play" }), button("All maps", () => change({ tab: "maps" }))));
  return { node, rows, title, key: "" };
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
    const reach = reachOf(d, source, 99);
    if (reach) { const first = reach.steps.findIndex((step) => step.includes(app.data.simples.findIndex((s) => s.label === target))); row("first depth", first < 0 ? "never, at any depth" : `${first + 1} (with enough channels)`, "verdict-depth"); }
  }
  row("with a bias", verdict.exists ? `witness relu(v \u2212 \u03b2), \u03b2 = ${verdict.bias}` : "none, at any depth", "verdict-bias");
}

// The value of c_1 F_1 + ... + c_n F_n at a rational point of a plane or a line: two rays span its chamber.
export function mapValue(space, coefficients, vector) {
  const field = app.field;
  space.exactRays = space.exactRays ?? space.rays.map((ray) => ray.map((c) => readNumber(field, c)));
  space.exactBasis = space.exactBasis ?? space.basis.map((values) => values.map((value) => value.map((c) => readNumber(field, c))));
  const v = vector.map((q) => { const x = zeroOf(field); x[0] = q; return x; });
  const valueOn = (ray) => space.exactBasis.reduce((sum, values, b) => sum.map((c, k) => addIn(field, c, scaleIn(field, coefficients[b] ?? R0, values[ray][k]))), space.exactBasis[0][ray].map(() => zeroOf(field)));
  if (vector.every((q) => q.n === 0n)) return valueOn(0).map(() => zeroOf(field));
  if (vector.length === 1) {
    const ray = space.exactRays.findIndex((r) => signOf(field, r[0]) === signOf(field, v[0]));
    const factor = divided(field, v[0], space.exactRays[ray][0]);
    return valueOn(ray).map((c) => mulIn(field, factor, c));
  }
  const angles = space.exactRays.map((ray, i) => ({ i, a: Math.atan2(numberOf(field, ray[1]), numberOf(field, ray[0])) })).sort((s, t) => s.a - t.a);
  for (let i = 0; i < angles.length; i++) {
    const [r, s] = [space.exactRays[angles[i].i], space.exactRays[angles[(i + 1) % angles.length].i]];
    const det = minus(field, mulIn(field, r[0], s[1]), mulIn(field, r[1], s[0]));
    if (signOf(field, det) <= 0) continue;
    const a = minus(field, mulIn(field, v[0], s[1]), mulIn(field, v[1], s[0]));
    const b = minus(field, mulIn(field, r[0], v[1]), mulIn(field, r[1], v[0]));
    if (signOf(field, a) < 0 || signOf(field, b) < 0) continue;
    const [p, q] = [divided(field, a, det), divided(field, b, det)];
    const [first, second] = [valueOn(angles[i].i), valueOn(angles[(i + 1) % angles.length].i)];
    return first.map((c, k) => addIn(field, mulIn(field, p, c), mulIn(field, q, second[k])));
  }
  return null;
}

function minus(field, a, b) { return addIn(field, a, negIn(field, b)); }

// a / b by solving b x = a over the rationals.
function divided(field, a, b) {
  const n = field.degree;
  const rows = Array.from({ length: n }, () => []);
  for (let j = 0; j < n; j++) { const unit = zeroOf(field); unit[j] = { n: 1n, d: 1n }; const column = mulIn(field, b, unit); for (let i = 0; i < n; i++) rows[i][j] = column[i]; }
  const right = a.slice();
  const sub = (x, y) => ({ n: x.n * y.d - y.n * x.d, d: x.d * y.d });
  const tidy = (x) => { const g = gcdOf(x.n, x.d); return { n: x.n / g, d: x.d / g }; };
  for (let c = 0; c < n; c++) {
    const p = rows.findIndex((row, i) => i >= c && row[c].n !== 0n);
    [rows[c], rows[p]] = [rows[p], rows[c]];
    [right[c], right[p]] = [right[p], right[c]];
    for (let i = 0; i < n; i++) {
      if (i === c || rows[i][c].n === 0n) continue;
      const m = { n: rows[i][c].n * rows[c][c].d, d: rows[i][c].d * rows[c][c].n };
      if (m.d < 0n) { m.n = -m.n; m.d = -m.d; }
      const times = (y) => ({ n: m.n * y.n, d: m.d * y.d });
      for (let k = 0; k < n; k++) rows[i][k] = tidy(sub(rows[i][k], times(rows[c][k])));
      right[i] = tidy(sub(right[i], times(right[c])));
    }
  }
  return right.map((q, i) => { const x = { n: q.n * rows[i][i].d, d: q.d * rows[i][i].n }; return tidy(x.d < 0n ? { n: -x.n, d: -x.d } : x); });
}

function gcdOf(a, b) { let x = a < 0n ? -a : a; let y = b < 0n ? -b : b; while (y !== 0n) [x, y] = [y, x % y]; return x === 0n ? 1n : x; }

export function spaceOf(source, target) { return app.data.maps.find((m) => m.source === source && m.target === target) ?? null; }

// The coefficients of the map that is shown: the first map of the basis before anybody has moved a slider.
function coefficientsOf(space) { return Array.from({ length: space.dimension }, (_, i) => app.state.m[i] ?? (app.state.m.length === 0 && i === 0 ? { n: 1n, d: 1n } : R0)); }

// The tab of all maps: sliders over the exact basis, and the image of the unit circle under their combination.
export function drawMaps(place, d) {
  const [source, target] = pairOf(d);
  const space = app.state.x === app.page.x ? spaceOf(source, target) : null;
  const key = `${source}|${target}|${app.state.x}`;
  if (place.dataset.key !== key) {
    place.dataset.key = key;
    clear(place);
    place.append(el("h2", { text: `All maps ${source} \u2192 ${target} on the ReLU fan` }));
    if (!space) {
      place.append(el("p", { text: `Not on this page (sources of dimension 1 and 2 in ${app.page.x}): eqnn maps ${app.data.group.name} ${source} ${target} --enumerate` }));
      return;
    }
    place.append(el("p", { class: "small", text: `dimension ${space.dimension}, linear ${space.linear}, one layer ${space.oneLayer}; K in the coordinates ${space.model}${space.dimension > 0 ? `; relu lies at ${space.activations.relu.map((c) => `(${c.join(", ")})`).join(" ") || "0"}` : ": only the zero map is linear on the chambers of this fan"}` }));
    if (space.dimension === 0) return;
    const sliders = el("div", { class: "sliders" });
    for (let i = 0; i < Math.min(space.dimension, 8); i++) {
      const put = (text) => { const q = parseRat(text); if (!q) return; const m = coefficientsOf(space).slice(); m[i] = q; change({ m }); };
      sliders.append(el("label", { class: "row" }, `c${i + 1} `, el("input", { type: "range", min: -128, max: 128, value: 0, test: `map-slider-${i + 1}`, "aria-label": `coefficient ${i + 1}`, oninput: (e) => put(`${e.target.value}/64`) }), el("input", { type: "text", class: "box", "aria-label": `coefficient ${i + 1} as a fraction`, onchange: (e) => put(e.target.value) })));
    }
    place.append(sliders, svg("svg", { viewBox: "0 0 200 200", class: "mapview", role: "img", "aria-label": "image of the unit circle" }), el("p", { class: "muted small", text: "the images of the rays of the fan, joined; scaled to fit" }), el("p", { class: "mono", test: "map-value" }));
  }
  if (!space || space.dimension === 0) return;
  const coefficients = coefficientsOf(space);
  place.querySelectorAll(".sliders label").forEach((label, i) => { const [slider, box] = label.querySelectorAll("input"); const q = coefficients[i] ?? R0; if (document.activeElement !== slider) slider.value = Math.round(64 * ratNumber(q)); if (document.activeElement !== box) box.value = ratText(q); });
  const hand = d.hands.find((h) => h.label === source);
  const value = place.querySelector("[data-testid=map-value]");
  if (hand && hand.points[0].length <= 2) { const image = mapValue(space, coefficients, hand.points[0]); value.textContent = image ? `F(${hand.points[0].map(ratText).join(", ")}) = (${image.map((c) => formatNumber(app.field, c)).join(", ")})` : ""; }
  const picture = place.querySelector(".mapview");
  clear(picture);
  picture.append(svg("line", { x1: 0, x2: 200, y1: 100, y2: 100, class: "axis" }), svg("line", { x1: 100, x2: 100, y1: 0, y2: 200, class: "axis" }));
  const numbers = (list) => list.map((c) => numberOf(app.field, readNumber(app.field, c)));
  const rays = space.rays.map(numbers).map((r, i) => ({ r, a: Math.atan2(r[1] ?? 0, r[0]), image: space.basis.reduce((sum, values, b) => { const v = numbers(values[i]); return sum.map((c, k) => c + ratNumber(coefficients[b] ?? R0) * v[k]); }, numbers(space.basis[0][i]).map(() => 0)) })).sort((s, t) => s.a - t.a);
  const points = rays.map((ray) => ray.image);
  const size = Math.max(1e-9, ...points.map((p) => Math.hypot(...p)));
  const place2 = (p) => [100 + (85 * p[0]) / size, 100 - (85 * (p[1] ?? 0)) / size];
  picture.append(svg("path", { d: pathText(points.map(place2), true), class: "image k1", fill: "none" }));
}
