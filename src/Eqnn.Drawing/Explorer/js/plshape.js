import { R0, R1, addRat, compareRat, divRat, mulRat, rat, ratNumber, ratText, subRat } from "./rational.js";
import { plPoints } from "./activation.js";

// A piecewise linear activation as the points that a hand may move: kinks, and one point on each outer piece. Points keep their order, on the grid of eighths.
export const SHAPE_GRID = 8;
export const MOST_POINTS = 12;
const LARGEST = 8;

// The points of f: those of its name where it is written by points, else its kinks and a point one step outside of them.
export function shapeOf(f) {
  if (f.name.startsWith("pl:")) return plPoints(f.name.slice(3));
  const value = (t) => { const i = f.kinks.filter((k) => compareRat(k, t) <= 0).length; return addRat(mulRat(f.slopes[i], t), f.offsets[i]); };
  const first = f.kinks[0] ?? R0;
  const last = f.kinks[f.kinks.length - 1] ?? R0;
  return [subRat(first, R1), ...(f.kinks.length > 0 ? f.kinks : []), addRat(last, R1)].map((t) => [t, value(t)]);
}

export function shapeText(points) { return `pl:${points.map(([t, y]) => `(${ratText(t)},${ratText(y)})`).join(" ")}`; }

function grid(x) { return rat(BigInt(Math.round(Math.max(-LARGEST, Math.min(LARGEST, x)) * SHAPE_GRID)), BigInt(SHAPE_GRID)); }

// Point i moved to doubles t, y: never past a neighbour.
export function movedPoint(points, i, t, y) {
  const gap = rat(1, SHAPE_GRID);
  let at = grid(t);
  if (i > 0 && compareRat(at, addRat(points[i - 1][0], gap)) < 0) at = addRat(points[i - 1][0], gap);
  if (i + 1 < points.length && compareRat(at, subRat(points[i + 1][0], gap)) > 0) at = subRat(points[i + 1][0], gap);
  const inside = (i === 0 || compareRat(at, points[i - 1][0]) > 0) && (i + 1 === points.length || compareRat(at, points[i + 1][0]) < 0);
  return points.map((p, k) => (k === i ? [inside ? at : p[0], grid(y)] : p));
}

// The piece between points i and i + 1 lifted by a double, both ends alike.
export function liftedPiece(points, i, by) {
  const rise = grid(by);
  return points.map(([t, y], k) => (k === i || k === i + 1 ? [t, addRat(y, rise)] : [t, y]));
}

// A new point on the graph, in the middle of the piece after point i; the same points where there is no room or there are enough.
export function splitPiece(points, i) {
  if (i < 0 || i + 1 >= points.length || points.length >= MOST_POINTS) return points;
  const [[s, y], [t, z]] = [points[i], points[i + 1]];
  const middle = grid((ratNumber(s) + ratNumber(t)) / 2);
  if (compareRat(middle, s) <= 0 || compareRat(middle, t) >= 0) return points;
  const part = divRat(subRat(middle, s), subRat(t, s));
  return [...points.slice(0, i + 1), [middle, addRat(y, mulRat(part, subRat(z, y)))], ...points.slice(i + 1)];
}

export function withoutPoint(points, i) { return points.length > 2 ? points.filter((_, k) => k !== i) : points; }
