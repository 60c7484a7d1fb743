import { rat, R0, R1, addRat, divRat, mulRat, negRat, parseRat, signRat, subRat, ratNumber, equalRat } from "./rational.js";

// One real field Q(atoms): an element is the list of its rational coordinates in the atoms, of which the first is 1.
export function makeField(data, numbers = []) {
  const atoms = data.atoms.map((atom) => ({ ...atom, fixed: fixedPoint(atom.digits) }));
  const products = new Map();
  for (const [i, j, terms] of data.products) {
    const list = terms.map(([k, c]) => [k, parseRat(c)]);
    products.set(i * atoms.length + j, list);
    products.set(j * atoms.length + i, list);
  }
  const field = { degree: atoms.length, conductor: data.conductor, atoms, products };
  field.numbers = numbers.map((list) => { const x = zeroOf(field); for (let i = 0; i < list.length; i += 2) x[list[i]] = parseRat(list[i + 1]); return x; });
  field.doubles = Float64Array.from(field.numbers, (x) => numberOf(field, x));
  return field;
}

// Decimals as a fixed-point integer of 80 digits.
function fixedPoint(digits) {
  const [whole, rest = ""] = digits.replace("-", "").split(".");
  const value = BigInt(whole + rest.slice(0, 80).padEnd(80, "0"));
  return digits.startsWith("-") ? -value : value;
}

export function zeroOf(field) { return new Array(field.degree).fill(R0); }
export function fromRat(field, q) { const x = zeroOf(field); x[0] = q; return x; }

// A number of the page: 3, "1/4", [i] for one of the numbers that stand once at its end, or { a: [atom, coefficient, ...] }.
export function readNumber(field, value) {
  if (Array.isArray(value)) return field.numbers[value[0]];
  if (value === 0) return zeroOf(field);
  if (typeof value === "number") return fromRat(field, rat(value));
  if (typeof value === "string") return fromRat(field, parseRat(value));
  const x = zeroOf(field);
  for (let i = 0; i < value.a.length; i += 2) x[value.a[i]] = parseRat(value.a[i + 1]);
  return x;
}

export function addIn(field, a, b) { return a.map((q, i) => addRat(q, b[i])); }
export function negIn(field, a) { return a.map(negRat); }
export function scaleIn(field, q, a) { return signRat(q) === 0 ? zeroOf(field) : a.map((c) => mulRat(q, c)); }
export function isZeroIn(a) { return a.every((q) => q.n === 0n); }
export function isRationalIn(a) { return a.every((q, i) => i === 0 || q.n === 0n); }
export function equalIn(a, b) { return a.every((q, i) => equalRat(q, b[i])); }

export function mulIn(field, a, b) {
  const sum = zeroOf(field);
  for (let i = 0; i < field.degree; i++) {
    if (a[i].n === 0n) continue;
    for (let j = 0; j < field.degree; j++) {
      if (b[j].n === 0n) continue;
      const c = mulRat(a[i], b[j]);
      if (i === 0 || j === 0) sum[i + j] = addRat(sum[i + j], c);
      else for (const [k, q] of field.products.get(i * field.degree + j)) sum[k] = addRat(sum[k], mulRat(c, q));
    }
  }
  return sum;
}

export function numberOf(field, a) {
  let sum = 0;
  for (let i = 0; i < field.degree; i++) if (a[i].n !== 0n) sum += ratNumber(a[i]) * field.atoms[i].double;
  return sum;
}

// The nearest double of a number of the page.
export function doubleOf(field, value) { return typeof value === "number" ? value : Array.isArray(value) ? field.doubles[value[0]] : numberOf(field, readNumber(field, value)); }

// 1 / a, by solving a x = 1 over the rationals.
export function inverseIn(field, a) {
  if (isRationalIn(a)) return fromRat(field, divRat(R1, a[0]));
  const n = field.degree;
  const rows = Array.from({ length: n }, (_, i) => [...Array.from({ length: n }, () => R0), i === 0 ? R1 : R0]);
  for (let j = 0; j < n; j++) { const unit = zeroOf(field); unit[j] = R1; mulIn(field, a, unit).forEach((c, i) => { rows[i][j] = c; }); }
  for (let c = 0; c < n; c++) {
    const p = rows.findIndex((row, i) => i >= c && row[c].n !== 0n);
    [rows[c], rows[p]] = [rows[p], rows[c]];
    const inverse = divRat(R1, rows[c][c]);
    rows[c] = rows[c].map((x) => mulRat(inverse, x));
    rows.forEach((row, i) => { if (i !== c && row[c].n !== 0n) { const m = row[c]; rows[i] = row.map((x, k) => subRat(x, mulRat(m, rows[c][k]))); } });
  }
  return rows.map((row) => row[n]);
}

// -1, 0 or 1; null where 80 digits do not decide, which does not happen at the heights that a hand reaches.
export function signOf(field, a) {
  if (isZeroIn(a)) return 0;
  if (isRationalIn(a)) return signRat(a[0]);
  let sum = 0;
  let size = 0;
  for (let i = 0; i < field.degree; i++) {
    const term = ratNumber(a[i]) * field.atoms[i].double;
    sum += term;
    size += Math.abs(term);
  }
  if (Math.abs(sum) > size * (4 * field.degree + 8) * 1.2e-16) return Math.sign(sum);
  const denominator = a.reduce((d, q) => d * q.d, 1n);
  let value = 0n;
  let error = 0n;
  for (let i = 0; i < field.degree; i++) {
    const c = a[i].n * (denominator / a[i].d);
    value += c * field.atoms[i].fixed;
    error += c < 0n ? -c : c;
  }
  return value > error ? 1 : value < -error ? -1 : null;
}

// Decimals of an element, from 80 digits of the atoms.
export function decimalsOf(field, a, digits) {
  const denominator = a.reduce((d, q) => d * q.d, 1n);
  const value = a.reduce((sum, q, i) => sum + q.n * (denominator / q.d) * field.atoms[i].fixed, 0n);
  const scale = 10n ** BigInt(80 - digits);
  const below = denominator * scale;
  const size = value < 0n ? -value : value;
  const text = ((2n * size + below) / (2n * below)).toString().padStart(digits + 1, "0");
  const point = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return value < 0n && /[1-9]/.test(point) ? `-${point}` : point;
}

export function oneOf(field) { return fromRat(field, R1); }
