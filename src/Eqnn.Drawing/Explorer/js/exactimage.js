import { R0 } from "./rational.js";
import { addIn, fromRat, isZeroIn, mulIn, negIn, readNumber, scaleIn, signOf, zeroOf } from "./field.js";

// The exact side of one component: coordinates as elements of the field, made when first asked for.
export function exactPart(field, simple) {
  if (!simple.exact) {
    simple.exact = {
      iota: simple.iota.map((row) => row.map((c) => readNumber(field, c))),
      inverse: simple.gramInverse.map((row) => row.map((c) => readNumber(field, c))),
    };
  }
  return simple.exact;
}

// v_x for a rational vector in one copy.
export function exactValues(field, simple, copy, vector) {
  const { iota } = exactPart(field, simple);
  const from = copy * simple.copyDimension;
  return iota.map((row) => vector.reduce((sum, q, j) => (q.n === 0n ? sum : addIn(field, sum, scaleIn(field, q, row[from + j]))), zeroOf(field)));
}

// For each point the number of kinks below minus the number above (the sign, for functions without kinks); null where undecided.
export function exactSigns(field, f, values) {
  const kinks = f.kind === "pl" && f.kinks.length > 0 ? f.kinks : [R0];
  return values.map((value) => {
    let sum = 0;
    for (const kink of kinks) {
      const s = signOf(field, addIn(field, value, negIn(field, fromRat(field, kink))));
      if (s === null) return null;
      sum += s;
    }
    return sum;
  });
}

// The piece of f at each value; at a kink the one to the right.
export function exactPieces(field, f, values) {
  return values.map((value) => {
    let piece = 0;
    for (const kink of f.kinks) {
      const s = signOf(field, addIn(field, value, negIn(field, fromRat(field, kink))));
      if (s === null) return null;
      if (s >= 0) piece++;
    }
    return piece;
  });
}

// f(v_x) exactly; null for smooth functions and where a sign is undecided.
export function exactImages(field, f, values) {
  if (f.kind === "pl") {
    const pieces = exactPieces(field, f, values);
    if (pieces.includes(null)) return null;
    return values.map((value, x) => addIn(field, scaleIn(field, f.slopes[pieces[x]], value), fromRat(field, f.offsets[pieces[x]])));
  }
  if (f.kind === "poly") return values.map((value) => f.coefficients.reduceRight((sum, c) => addIn(field, mulIn(field, sum, value), fromRat(field, c)), zeroOf(field)));
  return null;
}

// The coordinates of the projection of a function on X.
export function exactProjection(field, simple, h) {
  const { iota, inverse } = exactPart(field, simple);
  const width = simple.multiplicityDimension;
  const products = Array.from({ length: width }, (_, j) => h.reduce((sum, value, x) => (isZeroIn(value) || isZeroIn(iota[x][j]) ? sum : addIn(field, sum, mulIn(field, iota[x][j], value))), zeroOf(field)));
  const coordinates = inverse.map((row) => row.reduce((sum, c, j) => (isZeroIn(c) || isZeroIn(products[j]) ? sum : addIn(field, sum, mulIn(field, c, products[j]))), zeroOf(field)));
  const square = coordinates.reduce((sum, c, j) => addIn(field, sum, mulIn(field, c, products[j])), zeroOf(field));
  return { coordinates, square };
}

// The affine map v -> P_K f(v) on the piece of v: rows are coordinates of the target, the last entry of each row the constant.
export function exactMatrix(field, f, source, copy, target, values) {
  if (f.kind !== "pl") return null;
  const pieces = exactPieces(field, f, values);
  if (pieces.includes(null)) return null;
  const from = copy * source.copyDimension;
  const { iota } = exactPart(field, source);
  const columns = Array.from({ length: source.copyDimension }, (_, j) => exactProjection(field, target, iota.map((row, x) => scaleIn(field, f.slopes[pieces[x]], row[from + j]))).coordinates);
  const offset = exactProjection(field, target, pieces.map((piece) => fromRat(field, f.offsets[piece]))).coordinates;
  return { matrix: offset.map((_, i) => columns.map((column) => column[i])), offset };
}

// Chambers up to the group: the least sign vector among the images under permutations of the points.
export function canonicalSigns(signs, generators) {
  const start = signs.join(",");
  const seen = new Map([[start, signs]]);
  const queue = [signs];
  let least = start;
  while (queue.length > 0 && seen.size < 5000) {
    const here = queue.pop();
    for (const g of generators) {
      const moved = new Array(here.length);
      for (let x = 0; x < here.length; x++) moved[g[x] - 1] = here[x];
      const key = moved.join(",");
      if (!seen.has(key)) {
        seen.set(key, moved);
        queue.push(moved);
        if (key < least) least = key;
      }
    }
  }
  return least;
}

