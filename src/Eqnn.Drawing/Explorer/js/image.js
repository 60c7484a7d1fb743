import { timesVector, transposedTimes } from "./linear.js";

// The double side of one set: Float64Array rows made once from the exact numbers.
export function embedded(simple, copy, vector) {
  const from = copy * simple.copyDimension;
  const out = new Float64Array(simple.numeric.iota.length);
  for (let x = 0; x < out.length; x++) {
    const row = simple.numeric.iota[x];
    let sum = 0;
    for (let j = 0; j < vector.length; j++) sum += row[from + j] * vector[j];
    out[x] = sum;
  }
  return out;
}

export function applied(f, values) {
  const out = new Float64Array(values.length);
  for (let x = 0; x < out.length; x++) out[x] = f.value(values[x]);
  return out;
}

// The coordinates of P_K h and its norm as a function on X.
export function projected(simple, h) {
  const products = transposedTimes(simple.numeric.iota, h, simple.multiplicityDimension);
  const coordinates = timesVector(simple.numeric.inverse, products);
  let square = 0;
  for (let j = 0; j < products.length; j++) square += products[j] * coordinates[j];
  return { coordinates, norm: Math.sqrt(Math.max(0, square)) };
}

// Where the points of a copy stand in its picture: the frame makes the norm of the picture that of Fun(X).
export function pictured(simple, copy, coordinates) {
  const from = copy * simple.copyDimension;
  const d = simple.copyDimension;
  const frame = simple.numeric.frame;
  const out = new Float64Array(d);
  for (let i = 0; i < d; i++) {
    let sum = 0;
    for (let j = i; j < d; j++) sum += frame[i][j] * coordinates[from + j];
    out[i] = sum;
  }
  return out;
}

// The rows that take a function on X to its place in the picture of a copy: pictured after projected, made once.
export function pictureRows(simple, copy) {
  const made = (simple.numeric.pictures = simple.numeric.pictures ?? []);
  if (!made[copy]) {
    const { iota, inverse, frame } = simple.numeric;
    const from = copy * simple.copyDimension;
    made[copy] = Array.from({ length: simple.copyDimension }, (_, i) => {
      const combined = new Float64Array(simple.multiplicityDimension);
      for (let j = i; j < simple.copyDimension; j++) for (let k = 0; k < combined.length; k++) combined[k] += frame[i][j] * inverse[from + j][k];
      return Float64Array.from(timesVector(iota, combined));
    });
  }
  return made[copy];
}

// Where the projection of h stands in the picture of a copy; only the named coordinates are computed, the others are 0.
export function spotOn(simple, copy, h, axes) {
  const rows = pictureRows(simple, copy);
  const out = new Float64Array(rows.length);
  for (const i of axes) {
    const row = rows[i];
    let sum = 0;
    for (let x = 0; x < h.length; x++) sum += row[x] * h[x];
    out[i] = sum;
  }
  return out;
}
