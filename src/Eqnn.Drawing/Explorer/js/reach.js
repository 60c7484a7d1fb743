import { addIn, equalIn, isZeroIn, mulIn, negIn, zeroOf } from "./field.js";
import { exactPart } from "./exactimage.js";

// Theorem 2 for a whole set of simples, orbit by orbit, and with it J_t: also on sums of G-sets, of which the page carries no depth of their own.

// The rows P_L(x, y) of the first point x of each orbit, y in the orbit.
export function projectorRows(field, set, simple) {
  if (!simple.projectors) {
    const { iota, inverse } = exactPart(field, simple);
    const dot = (a, b) => a.reduce((sum, c, j) => (isZeroIn(c) || isZeroIn(b[j]) ? sum : addIn(field, sum, mulIn(field, c, b[j]))), zeroOf(field));
    simple.projectors = set.orbits.map((orbit) => { const u = inverse.map((row) => dot(row, iota[orbit[0] - 1])); return orbit.map((y) => dot(iota[y - 1], u)); });
  }
  return simple.projectors;
}

// Which parts of f decide: null stands for a part that is no polynomial; polynomials of degree 2 or more are not treated here.
export function isTreated(f) { return [f.even, f.odd].every((part) => part === null || part.every((k) => k <= 1)); }

// T_X(S): the positions in set.simples of what f can make of functions with parts in S only.
export function reachStep(field, set, f, members) {
  const found = new Set();
  const trivial = set.simples.findIndex((s) => s.label === "L0");
  if ((f.even !== null && f.even.includes(0)) || (f.even === null && f.atZero)) found.add(trivial);
  if (f.odd !== null && f.odd.includes(1)) members.forEach((i) => found.add(i));
  set.orbits.forEach((orbit, o) => {
    const rows = members.map((i) => projectorRows(field, set, set.simples[i])[o]).filter((row) => !isZeroIn(row[0]));
    if (rows.length === 0) return;
    const fixed = orbit.map((_, y) => rows.every((row) => equalIn(row[y], row[0])));
    const turned = orbit.map((_, y) => rows.every((row) => equalIn(row[y], negIn(field, row[0]))));
    set.simples.forEach((target, k) => {
      if (found.has(k)) return;
      const row = projectorRows(field, set, target)[o];
      const [a, c] = [fixed, turned].map((list) => list.reduce((sum, has, y) => (has ? addIn(field, sum, row[y]) : sum), zeroOf(field)));
      if ((f.even === null && !isZeroIn(addIn(field, a, c))) || (f.odd === null && !isZeroIn(addIn(field, a, negIn(field, c))))) found.add(k);
    });
  });
  return [...found].sort((s, t) => s - t);
}

// J_1, ..., J_t from one simple until a set comes again; null where f is not treated. ReLU with a bias stands for free biases: the trivial simple is added before each layer.
export function reachSteps(field, set, f, source, biased = false) {
  if (!isTreated(f)) return null;
  const trivial = set.simples.findIndex((s) => s.label === "L0");
  const steps = [];
  let here = [source];
  while (steps.length < 200) {
    here = reachStep(field, set, f, biased ? [...new Set([...here, trivial])] : here);
    const again = steps.findIndex((step) => step.join() === here.join());
    steps.push(here);
    if (again >= 0) return steps;
  }
  return steps;
}

// The step at depth t of a list that ends where one of its members comes again.
export function stepAt(steps, t, key) {
  const n = steps.length;
  if (t <= n) return steps[t - 1];
  const first = steps.findIndex((step) => key(step) === key(steps[n - 1]));
  return steps[first + ((t - 1 - first) % Math.max(1, n - 1 - first))];
}

// Walks of t arrows: neither a bound of depth nor always attained.
export function walksOf(arrows, source, t) {
  let here = new Set([source]);
  for (let i = 0; i < t; i++) here = new Set([...here].flatMap((k) => arrows[k].flatMap((has, j) => (has ? [j] : []))));
  return [...here].sort((a, b) => a - b);
}
