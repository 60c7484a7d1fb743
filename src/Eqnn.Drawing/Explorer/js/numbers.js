import { R0, addRat, mulRat, parseRat, ratText, signRat, negRat } from "./rational.js";
import { decimalsOf, isZeroIn } from "./field.js";

// The text of an element of the field: "radicals", "gap", "latex" or "decimals:12".
export function formatNumber(field, a, format = "radicals") {
  const decimals = /^decimals(?::(\d{1,2}))?$/.exec(format);
  if (decimals) return decimalsOf(field, a, Number(decimals[1] ?? 12));
  if (isZeroIn(a)) return "0";
  if (format === "gap" && field.degree === 2 && signRat(a[1]) !== 0) return normalForm(field, a);
  let text = "";
  for (let i = 0; i < field.degree; i++) {
    const q = a[i];
    if (signRat(q) === 0) continue;
    const negative = signRat(q) < 0;
    const size = negative ? negRat(q) : q;
    text += text === "" ? (negative ? "-" : "") : negative ? "-" : "+";
    text += i === 0 ? plain(size, format) : term(size, field.atoms[i], format);
  }
  return text;
}

// GAP's normal form where the page carries the expansions of the atoms: quadratic fields.
function normalForm(field, a) {
  const terms = new Map();
  a.forEach((q, i) => field.atoms[i].zumbroich.forEach(([e, c]) => terms.set(e, addRat(terms.get(e) ?? R0, mulRat(q, parseRat(c))))));
  let text = "";
  for (const [e, q] of [...terms].sort((s, t) => s[0] - t[0])) {
    if (signRat(q) === 0) continue;
    const negative = signRat(q) < 0;
    const size = negative ? negRat(q) : q;
    text += `${text === "" ? (negative ? "-" : "") : negative ? "-" : "+"}${e === 0 ? ratText(size) : `${size.n === 1n && size.d === 1n ? "" : `${ratText(size)}*`}E(${field.conductor})${e === 1 ? "" : `^${e}`}`}`;
  }
  return text;
}

function plain(q, format) { return format === "latex" && q.d !== 1n ? `\\frac{${q.n}}{${q.d}}` : ratText(q); }

function term(q, atom, format) {
  if (format === "gap") {
    const inner = /^[^+-]+$/.test(atom.gap) ? atom.gap : `(${atom.gap})`;
    return q.n === 1n && q.d === 1n ? inner : `${ratText(q)}*${inner}`;
  }
  if (format === "latex") {
    const inner = /^-?[^+-]+$/.test(atom.latex) ? atom.latex : `\\left(${atom.latex}\\right)`;
    return q.n === 1n && q.d === 1n ? inner : `${plain(q, format)} ${inner}`;
  }
  const inner = /^[^+-]+$/.test(atom.radical) ? atom.radical : `(${atom.radical})`;
  if (inner.startsWith("\u221a")) return `${q.n === 1n ? "" : q.n}${inner}${q.d === 1n ? "" : `/${q.d}`}`;
  return q.n === 1n && q.d === 1n ? inner : `${ratText(q)}*${inner}`;
}

export function shortNumber(x) {
  if (x === 0) return "0";
  const size = Math.abs(x);
  return (size < 1e-9 ? `${x.toExponential(1)} (not shown to be 0)` : size < 1e-3 ? x.toExponential(2) : String(Number(x.toPrecision(4)))).replace("-", "\u2212");
}

export function signText(signs) { return signs.map((s) => (s > 1 ? `+${s}` : s > 0 ? "+" : s === 0 ? "0" : s < -1 ? `\u2212${-s}` : "\u2212")).join(" "); }
