import { addIn, isZeroIn, mulIn, negIn, readNumber, scaleIn, signOf, zeroOf, doubleOf, inverseIn, oneOf } from "./field.js";

// Maps that are linear on the chambers of a ReLU fan, given by their values on its rays: the chamber of a vector is found by signs, and its rays decide the matrix there. Any dimension.

// What a source needs once: exact rays, and the signs of v_x on each.
export function openFan(field, source, forms) {
  if (!source.open) {
    const rays = source.rays.map((ray) => ray.map((c) => readNumber(field, c)));
    const numeric = source.rays.map((ray) => ray.map((c) => doubleOf(field, c)));
    const distinct = [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()].filter((form) => form.some((c) => c !== 0));
    const exact = distinct.map((form) => form.map((c) => readNumber(field, c)));
    const about = distinct.map((form) => form.map((c) => doubleOf(field, c)));
    const signs = rays.map((ray, i) => Int8Array.from(about, (form, x) => {
      const terms = form.map((c, j) => c * numeric[i][j]);
      const sum = terms.reduce((s, c) => s + c, 0);
      const size = terms.reduce((s, c) => s + Math.abs(c), 0);
      return Math.abs(sum) > 1e-9 * size ? Math.sign(sum) : signOf(field, dot(field, exact[x], ray));
    }));
    source.open = { rays, numeric, forms: exact, about, signs, cells: new Map() };
  }
  return source.open;
}

function dot(field, a, b) { return a.reduce((sum, c, j) => (isZeroIn(c) || isZeroIn(b[j]) ? sum : addIn(field, sum, mulIn(field, c, b[j]))), zeroOf(field)); }

// The smallest cone of the fan with these signs: independent rays that span it, found once for each cone.
export function coneOf(field, fan, signs) {
  const key = Int8Array.from(signs).join();
  if (!fan.cells.has(key)) {
    const inside = [];
    fan.signs.forEach((ray, i) => { if (ray.every((s, x) => s === 0 || s === signs[x])) inside.push(i); });
    fan.cells.set(key, independent(field, fan, inside));
  }
  return fan.cells.get(key);
}

// Rows of the dual: for the first independent rays of a cone the coefficients of v in them are linear forms on their span.
function independent(field, fan, inside) {
  const width = fan.rays[0].length;
  const chosen = [];
  const rows = [];
  for (const i of inside) {
    let rest = fan.rays[i].slice();
    const how = new Map([[chosen.length, oneOf(field)]]);
    for (const row of rows) {
      const c = rest[row.pivot];
      if (isZeroIn(c)) continue;
      rest = rest.map((x, j) => addIn(field, x, negIn(field, mulIn(field, c, row.values[j]))));
      row.how.forEach((h, k) => how.set(k, addIn(field, how.get(k) ?? zeroOf(field), negIn(field, mulIn(field, c, h)))));
    }
    const pivot = rest.findIndex((x) => !isZeroIn(x));
    if (pivot < 0) continue;
    const inverse = inverseIn(field, rest[pivot]);
    rows.push({ pivot, values: rest.map((x) => mulIn(field, inverse, x)), how: new Map([...how].map(([k, h]) => [k, mulIn(field, inverse, h)])) });
    chosen.push(i);
    if (chosen.length === width) break;
  }
  return { chosen, rows };
}


// The coefficients of an exact vector in the chosen rays of its cone; null if a sign is undecided.
export function rayCoefficients(field, fan, v) {
  const signs = fan.forms.map((form) => signOf(field, dot(field, form, v)));
  if (signs.includes(null)) return null;
  const cone = coneOf(field, fan, signs);
  const sum = cone.chosen.map(() => zeroOf(field));
  let rest = v.slice();
  for (const row of cone.rows) {
    const c = rest[row.pivot];
    if (isZeroIn(c)) continue;
    rest = rest.map((x, j) => addIn(field, x, negIn(field, mulIn(field, c, row.values[j]))));
    row.how.forEach((h, k) => { sum[k] = addIn(field, sum[k], mulIn(field, c, h)); });
  }
  return rest.every(isZeroIn) ? { rays: cone.chosen, coefficients: sum } : null;
}

// The exact values of the maps of a basis on a ray; 0 where they are not listed.
export function openBasis(field, space) {
  if (!space.open) {
    const size = space.gram.length;
    space.open = space.basis.map((entries) => new Map(entries.map(([ray, values]) => [ray, values.map((c) => readNumber(field, c))])));
    space.zero = Array.from({ length: size }, () => zeroOf(field));
  }
  return space.open;
}

// The value of c_1 F_1 + ... + c_n F_n on a ray, and at a vector.
export function rayValue(field, space, coefficients, ray) {
  return openBasis(field, space).reduce((sum, map, b) => { const q = coefficients[b]; const value = q && q.n !== 0n ? map.get(ray) : null; return value ? sum.map((c, k) => addIn(field, c, scaleIn(field, q, value[k]))) : sum; }, space.zero ?? []);
}

export function mapAt(field, fan, space, coefficients, v) {
  openBasis(field, space);
  if (v.every(isZeroIn)) return space.zero;
  const found = rayCoefficients(field, fan, v);
  if (!found) return null;
  return found.rays.reduce((sum, ray, i) => rayValue(field, space, coefficients, ray).map((c, k) => addIn(field, sum[k], mulIn(field, found.coefficients[i], c))), space.zero);
}

// A function of doubles that evaluates the same combination quickly, cone by cone, for pictures.
export function drawnMap(field, fan, space, coefficients) {
  openBasis(field, space);
  const number = (x) => x.reduce((sum, q, i) => (q.n === 0n ? sum : sum + (Number(q.n) / Number(q.d)) * field.atoms[i].double), 0);
  const matrices = new Map();
  return (v) => {
    let key = "";
    for (const form of fan.about) {
      let s = 0;
      for (let j = 0; j < v.length; j++) s += form[j] * v[j];
      key += s > 1e-9 ? "+" : s < -1e-9 ? "-" : "0";
    }
    if (!matrices.has(key)) {
      const signs = Int8Array.from(key, (c) => (c === "+" ? 1 : c === "-" ? -1 : 0));
      const cone = coneOf(field, fan, signs);
      const values = cone.chosen.map((ray) => rayValue(field, space, coefficients, ray).map(number));
      const rows = cone.rows.map((row) => ({ pivot: row.pivot, values: row.values.map(number), how: [...row.how].map(([k, h]) => [k, number(h)]) }));
      matrices.set(key, { values, rows });
    }
    const { values, rows } = matrices.get(key);
    const rest = Array.from(v);
    const out = space.zero.map(() => 0);
    if (values.length === 0) return out;
    for (const row of rows) {
      const c = rest[row.pivot];
      if (c === 0) continue;
      row.values.forEach((x, j) => { rest[j] -= c * x; });
      for (const [k, h] of row.how) values[k].forEach((x, j) => { out[j] += c * h * x; });
    }
    return out;
  };
}

// Whether a rational combination lies in the span of reduced rows: exactly.
export function liesIn(field, rows, coefficients) {
  let rest = coefficients.map((q) => { const x = zeroOf(field); x[0] = q; return x; });
  for (const row of rows) {
    const values = row.map((c) => readNumber(field, c));
    const pivot = values.findIndex((x) => !isZeroIn(x));
    const c = rest[pivot];
    if (!isZeroIn(c)) rest = rest.map((x, j) => addIn(field, x, negIn(field, mulIn(field, c, values[j]))));
  }
  return rest.every(isZeroIn);
}
