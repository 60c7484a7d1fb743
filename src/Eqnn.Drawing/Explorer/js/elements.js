// Group elements as permutations: images from 1, as the page lists them. A product acts left factor last on functions; words are lists of generators in the order in which they are applied.

export function parseCycles(text, degree) {
  const images = Array.from({ length: degree }, (_, i) => i + 1);
  for (const match of text.matchAll(/\(([\d,\s]*)\)/g)) {
    const cycle = match[1].split(",").map((t) => Number(t.trim())).filter((n) => n > 0);
    cycle.forEach((n, i) => { images[n - 1] = cycle[(i + 1) % cycle.length]; });
  }
  return images;
}

// Generators, applied one after the other, that move every point as the element does; null beyond a number of elements.
export function wordOf(generators, element, limit = 20000) {
  const identity = element.map((_, i) => i + 1);
  const goal = element.join();
  const seen = new Map([[identity.join(), []]]);
  const queue = [identity];
  for (let next = 0; next < queue.length && seen.size <= limit; next++) {
    const here = queue[next];
    const word = seen.get(here.join());
    if (here.join() === goal) return word;
    generators.forEach((g, i) => {
      const there = here.map((x) => g[x - 1]);
      const key = there.join();
      if (!seen.has(key)) { seen.set(key, [...word, i]); queue.push(there); }
    });
  }
  return seen.get(goal) ?? null;
}

// Where a word takes the points of a G-set.
export function actionOf(generators, word, size) { return word.reduce((images, i) => images.map((x) => generators[i][x - 1]), Array.from({ length: size }, (_, x) => x + 1)); }

// A function on X moved by a permutation: (gh)(gx) = h(x).
export function movedBy(h, images) { const out = new Float64Array(h.length); h.forEach((v, x) => { out[images[x] - 1] = v; }); return out; }

// All matrices of a group that is given by orthogonal generators, up to a number; doubles, for pictures only.
export function matricesOf(generators, limit = 1500) {
  const n = generators[0]?.length ?? 0;
  const times = (a, b) => a.map((row) => b[0].map((_, j) => row.reduce((sum, c, k) => sum + c * b[k][j], 0)));
  const key = (m) => m.map((row) => row.map((c) => Math.round(c * 1e6) + 0).join()).join(";");
  const one = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  const seen = new Map([[key(one), one]]);
  const queue = [one];
  for (let next = 0; next < queue.length && seen.size < limit; next++) for (const g of generators) {
    const m = times(g, queue[next]);
    const k = key(m);
    if (!seen.has(k)) { seen.set(k, m); queue.push(m); }
  }
  return [...seen.values()];
}

// The unit normals of the mirrors among the matrices: those with trace n - 2 whose square is 1.
export function mirrorsOf(matrices) {
  const normals = [];
  for (const m of matrices) {
    const n = m.length;
    const trace = m.reduce((sum, row, i) => sum + row[i], 0);
    if (n < 2 || Math.abs(trace - (n - 2)) > 1e-6) continue;
    const square = m.every((row, i) => row.every((_, j) => Math.abs(row.reduce((sum, c, k) => sum + c * m[k][j], 0) - (i === j ? 1 : 0)) < 1e-6));
    if (!square) continue;
    const half = m.map((row, i) => row.map((c, j) => ((i === j ? 1 : 0) - c) / 2));
    const column = half.map((row) => row.map((c) => c)).reduce((best, row) => (Math.hypot(...row) > Math.hypot(...best) ? row : best));
    const size = Math.hypot(...column);
    normals.push(column.map((c) => c / size));
  }
  return normals;
}

// The finest partition of 1..size that joins the pairs and that the generators move into itself, as sorted blocks. For pairs (x, rx) with r in some classes these are the orbits of the normal subgroup that the classes generate: a conjugate moves gx to g(rx).
export function invariantPartition(generators, pairs, size) {
  const parent = Array.from({ length: size + 1 }, (_, x) => x);
  const root = (x) => { let at = x; while (parent[at] !== at) { parent[at] = parent[parent[at]]; at = parent[at]; } return at; };
  const queue = pairs.slice();
  while (queue.length > 0) {
    const [x, y] = queue.pop();
    const [a, b] = [root(x), root(y)];
    if (a === b) continue;
    parent[Math.max(a, b)] = Math.min(a, b);
    for (const g of generators) queue.push([g[x - 1], g[y - 1]]);
  }
  const blocks = new Map();
  for (let x = 1; x <= size; x++) blocks.set(root(x), [...(blocks.get(root(x)) ?? []), x]);
  return [...blocks.values()];
}

// From a to b in a plane through 0, angle and length by the part t of the way; opposite points go round, a point of a line goes through 0.
export function turned(a, b, t) {
  const [p, q] = [Math.hypot(...a), Math.hypot(...b)];
  const straight = () => Array.from(a, (x, i) => x + t * (b[i] - x));
  if (a.length < 2 || p < 1e-12 || q < 1e-12) return straight();
  const u = Array.from(a, (x) => x / p);
  const normal = (w) => { const c = u.reduce((sum, x, i) => sum + x * w[i], 0); return w.map((x, i) => x - c * u[i]); };
  const v = Array.from(b, (x) => x / q);
  const cos = u.reduce((sum, x, i) => sum + x * v[i], 0);
  let rest = normal(v);
  if (Math.hypot(...rest) < 1e-9 && cos > 0) return straight();
  const angle = t * Math.atan2(Math.hypot(...rest) < 1e-9 ? 0 : Math.hypot(...rest), cos);
  if (Math.hypot(...rest) < 1e-9) rest = u.map((_, k) => normal(u.map((_, i) => (i === k ? 1 : 0)))).reduce((best, w) => (Math.hypot(...w) > Math.hypot(...best) ? w : best));
  const size = Math.hypot(...rest);
  return u.map((x, i) => (p + t * (q - p)) * (Math.cos(angle) * x + (Math.sin(angle) * rest[i]) / size));
}
