// Vectors and matrices of doubles.

export function timesVector(rows, v) {
  const out = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    let sum = 0;
    const row = rows[i];
    for (let j = 0; j < row.length; j++) sum += row[j] * v[j];
    out[i] = sum;
  }
  return out;
}

export function transposedTimes(rows, h, width) {
  const out = new Float64Array(width);
  for (let x = 0; x < rows.length; x++) {
    const value = h[x];
    if (value === 0) continue;
    const row = rows[x];
    for (let j = 0; j < width; j++) out[j] += row[j] * value;
  }
  return out;
}

export function norm(v) {
  let sum = 0;
  for (const x of v) sum += x * x;
  return Math.sqrt(sum);
}

// Solves an upper triangular system, as the frames of pictures are.
export function solveUpper(rows, y) {
  const x = new Float64Array(y.length);
  for (let i = y.length - 1; i >= 0; i--) {
    let rest = y[i];
    for (let j = i + 1; j < y.length; j++) rest -= rows[i][j] * x[j];
    x[i] = rest / rows[i][i];
  }
  return x;
}

export function mix(a, b, t) { return Float64Array.from(a, (x, i) => x + t * (b[i] - x)); }
