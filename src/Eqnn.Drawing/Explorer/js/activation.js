import { rat, R0, R1, addRat, subRat, mulRat, divRat, negRat, compareRat, equalRat, parseRat, ratText, ratNumber, signRat } from "./rational.js";

// The rows of the one table of activations that are neither piecewise linear nor polynomials, with their default parameters; a test compares names and values with it.
const SMOOTH = {
  gelu: (t) => 0.5 * t * (1 + erf(t / Math.SQRT2)),
  "gelu-tanh": (t) => t * sigmoid(Math.sqrt(8 / Math.PI) * (t + 0.044715 * t ** 3)),
  silu: (t) => t * sigmoid(t),
  softplus: (t) => Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t))),
  logsigmoid: (t) => -(Math.max(-t, 0) + Math.log1p(Math.exp(-Math.abs(t)))),
  hardswish: (t) => (t * Math.min(Math.max(t + 3, 0), 6)) / 6,
  cos: Math.cos,
  gauss: (t) => Math.exp(-t * t),
  tanh: Math.tanh,
  arctan: Math.atan,
  erf,
  hardshrink: (t) => (Math.abs(t) <= 0.5 ? 0 : t),
  tanhshrink: (t) => t - Math.tanh(t),
  softsign: (t) => t / (1 + Math.abs(t)),
  sin: Math.sin,
  sigmoid,
  elu: (t) => (t > 0 ? t : Math.expm1(t)),
  selu: (t) => 1.0507009873554805 * (t > 0 ? t : 1.6732632423543772 * Math.expm1(t)),
  celu: (t) => (t > 0 ? t : Math.expm1(t)),
  mish: (t) => t * Math.tanh(Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)))),
  "thresholded-relu": (t) => (t <= 1 ? 0 : t),
  exp: Math.exp,
};

function sigmoid(t) { return t >= 0 ? 1 / (1 + Math.exp(-t)) : Math.exp(t) / (1 + Math.exp(t)); }

function erf(x) {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

// The piecewise linear function through points, the outer segments going on; only true kinks are kept.
export function through(points) {
  const slopes = [];
  for (let i = 1; i < points.length; i++) slopes.push(divRat(subRat(points[i][1], points[i - 1][1]), subRat(points[i][0], points[i - 1][0])));
  const kinks = [];
  const kept = [slopes[0]];
  const offsets = [subRat(points[0][1], mulRat(slopes[0], points[0][0]))];
  for (let i = 1; i < slopes.length; i++) {
    if (equalRat(slopes[i], slopes[i - 1])) continue;
    kinks.push(points[i][0]);
    kept.push(slopes[i]);
    offsets.push(subRat(points[i][1], mulRat(slopes[i], points[i][0])));
  }
  return { kinks, slopes: kept, offsets };
}

// Reads the name of an activation as the tool does; throws a sentence where it is not one.
export function parseActivation(text, known) {
  const name = text.trim();
  const colon = name.indexOf(":");
  const head = (colon < 0 ? name : name.slice(0, colon)).toLowerCase().replaceAll("_", "-");
  const rest = colon < 0 ? "" : name.slice(colon + 1).trim();
  if (colon >= 0) {
    if (head === "pl") return piecewise(`pl:${rest}`, through(plPoints(rest)));
    if (head === "poly") return polynomial(`poly:${rest}`, terms(rest));
    const q = parseRat(rest);
    if (!q) throw new Error(`'${rest}' is not a rational number`);
    if (head === "leaky-relu") return piecewise(`leaky-relu:${ratText(q)}`, through([[rat(-1), negRat(q)], [R0, R0], [R1, R1]]));
    if (head === "relu-bias") return piecewise(`relu-bias:${ratText(q)}`, through([[subRat(negRat(q), R1), R0], [negRat(q), R0], [subRat(R1, q), R1]]));
    throw new Error(`'${head}' takes no parameter`);
  }
  const entry = known.find((candidate) => candidate.name === head || candidate.name.replaceAll("-", "") === head.replaceAll("-", ""));
  if (!entry) throw new Error(`'${name}' is not an activation: one of ${known.map((k) => k.name).join(", ")}, leaky-relu:s, relu-bias:b, pl:..., poly:...`);
  if (entry.points) return piecewise(entry.name, through(plPoints(entry.points)));
  if (entry.polynomial) return polynomial(entry.name, terms(entry.polynomial));
  const analytic = entry.analytic === true;
  if (!SMOOTH[entry.name]) throw new Error(`'${entry.name}' is not on this page`);
  return { name: entry.name, kind: "smooth", value: SMOOTH[entry.name], even: entry.even, odd: entry.odd, analytic, atZero: SMOOTH[entry.name](0) !== 0 };
}

// The points (t,value) of a text, ascending.
export function plPoints(text) {
  const list = [];
  let rest = text.trim();
  while (rest !== "") {
    const match = /^\(([^(),]+),([^(),]+)\)[\s;]*/.exec(rest);
    const [t, y] = match ? [parseRat(match[1]), parseRat(match[2])] : [null, null];
    if (!t || !y) throw new Error(`'${rest}' is no point (t,value) with rational numbers`);
    if (list.length > 0 && compareRat(t, list[list.length - 1][0]) <= 0) throw new Error("the points must ascend");
    list.push([t, y]);
    rest = rest.slice(match[0].length);
  }
  if (list.length < 2) throw new Error("two points at least");
  return list;
}

function terms(text) {
  const coefficients = [];
  let rest = text.replaceAll(" ", "");
  if (rest === "") throw new Error("an empty polynomial");
  for (let first = true; rest !== ""; first = false) {
    const match = /^([+-])?(\d+(?:\/\d+)?)?\*?(t(?:\^(\d{1,2}))?)?/.exec(rest);
    if (!match[2] && !match[3] || (!first && !match[1])) throw new Error(`'${rest}' is no term such as 1/2 t^3`);
    const degree = match[3] ? Number(match[4] ?? 1) : 0;
    const size = parseRat(match[2] ?? "1");
    if (!size) throw new Error(`'${match[2]}' is not a rational number`);
    while (coefficients.length <= degree) coefficients.push(R0);
    coefficients[degree] = addRat(coefficients[degree], match[1] === "-" ? negRat(size) : size);
    rest = rest.slice(match[0].length);
  }
  while (coefficients.length > 0 && signRat(coefficients[coefficients.length - 1]) === 0) coefficients.pop();
  return coefficients;
}

function piecewise(name, f) {
  const kinks = f.kinks.map(ratNumber);
  const slopes = f.slopes.map(ratNumber);
  const offsets = f.offsets.map(ratNumber);
  const pieceOf = (t) => { let i = 0; while (i < kinks.length && t >= kinks[i]) i++; return i; };
  const value = (t) => { const i = pieceOf(t); return slopes[i] * t + offsets[i]; };
  const at = (t) => { const i = f.kinks.filter((k) => compareRat(k, t) <= 0).length; return addRat(mulRat(f.slopes[i], t), f.offsets[i]); };
  const half = rat(1, 2);
  const part = (sign) => {
    const places = [...f.kinks, ...f.kinks.map(negRat), R0].sort(compareRat).filter((t, i, all) => i === 0 || !equalRat(t, all[i - 1]));
    const all = [subRat(places[0], R1), ...places, addRat(places[places.length - 1], R1)];
    return through(all.map((t) => [t, mulRat(half, sign > 0 ? addRat(at(t), at(negRat(t))) : subRat(at(t), at(negRat(t))))]));
  };
  const [even, odd] = [part(1), part(-1)];
  const degrees = (g, degree) => (g.kinks.length > 0 ? null : degree === 0 ? (signRat(g.offsets[0]) === 0 ? [] : [0]) : signRat(g.slopes[0]) === 0 ? [] : [1]);
  return { name, kind: "pl", kinks: f.kinks, slopes: f.slopes, offsets: f.offsets, numeric: { kinks, slopes, offsets }, value, pieceOf, even: degrees(even, 0), odd: degrees(odd, 1), atZero: signRat(at(R0)) !== 0 };
}

function polynomial(name, coefficients) {
  const numbers = coefficients.map(ratNumber);
  const degrees = (parity) => coefficients.map((c, k) => k).filter((k) => k % 2 === parity && signRat(coefficients[k]) !== 0);
  return { name, kind: "poly", analytic: true, coefficients, value: (t) => numbers.reduceRight((sum, c) => sum * t + c, 0), even: degrees(0), odd: degrees(1), atZero: coefficients.length > 0 && signRat(coefficients[0]) !== 0 };
}

// Which graph decides: null stands for a part that is no polynomial, a list for the degrees of one.
export function arrowsOf(f, set) {
  const n = set.simples.length;
  const has = Array.from({ length: n }, () => new Array(n).fill(false));
  const put = (pairs) => pairs.forEach(([i, j]) => { has[i][j] = true; });
  if (f.even === null) put(set.arrows.even);
  if (f.odd === null) put(set.arrows.odd);
  for (const k of [...(f.even ?? []), ...(f.odd ?? [])]) {
    if (k === 0) for (let i = 0; i < n; i++) has[i][0] = true;
    else if (k === 1) for (let i = 0; i < n; i++) has[i][i] = true;
    else if (set.arrows.powers[k]) put(set.arrows.powers[k]);
    else return null;
  }
  if (f.even === null && f.atZero) for (let i = 0; i < n; i++) has[i][0] = true;
  return has;
}

// The activation that stands for the class of f in what the page carries of J_t; null where none does.
export function classOf(f) {
  if (f.even === null && f.odd === null) return "relu-bias";
  if (f.even === null) return f.odd.length === 0 ? "abs" : f.odd.every((k) => k === 1) ? "relu" : null;
  return f.odd !== null ? null : f.even.length === 0 ? "tanh" : f.even.every((k) => k === 0) ? "sigmoid" : null;
}
