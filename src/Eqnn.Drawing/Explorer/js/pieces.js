import { mix } from "./linear.js";

// The parameters in (0, 1) at which the function a + t (b - a) on X meets a kink of f, ascending: the corners of the image of a segment.
export function cuts(f, a, b) {
  if (f.kind !== "pl") return [];
  const found = [];
  for (let x = 0; x < a.length; x++) {
    const change = b[x] - a[x];
    if (change === 0) continue;
    for (const kink of f.numeric.kinks) {
      const t = (kink - a[x]) / change;
      if (t > 1e-12 && t < 1 - 1e-12) found.push(t);
    }
  }
  found.sort((s, t) => s - t);
  return found.filter((t, i) => i === 0 || t - found[i - 1] > 1e-12);
}

// The functions on X along a segment at which its image turns, ends included; for smooth f samples.
export function segmentStops(f, a, b, samples = 48) {
  const ts = f.kind === "pl" ? [0, ...cuts(f, a, b), 1] : Array.from({ length: samples + 1 }, (_, i) => i / samples);
  return ts.map((t) => ({ t, corner: f.kind === "pl" && t > 0 && t < 1, h: mix(a, b, t) }));
}

// The angles in [0, 2 pi) at which c + r cos(s) + q sin(s) meets a kink in some coordinate.
export function circleCuts(f, centre, first, second) {
  if (f.kind !== "pl") return [];
  const found = [];
  for (let x = 0; x < centre.length; x++) {
    const size = Math.hypot(first[x], second[x]);
    if (size < 1e-14) continue;
    const phase = Math.atan2(second[x], first[x]);
    for (const kink of f.numeric.kinks) {
      const level = (kink - centre[x]) / size;
      if (Math.abs(level) > 1) continue;
      const half = Math.acos(level);
      for (const s of [phase + half, phase - half]) found.push(((s % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI));
    }
  }
  found.sort((s, t) => s - t);
  return found.filter((s, i) => i === 0 || s - found[i - 1] > 1e-12);
}

// A circle as functions on X: between cuts the image is an arc of an ellipse, drawn by a few chords.
export function circleStops(f, centre, first, second, chords = 8) {
  const turns = f.kind === "pl" ? circleCuts(f, centre, first, second) : [];
  const marks = turns.length === 0 ? [0] : turns;
  const stops = [];
  for (let i = 0; i < marks.length; i++) {
    const from = marks[i];
    const to = i + 1 < marks.length ? marks[i + 1] : marks[0] + 2 * Math.PI;
    const steps = turns.length === 0 ? 96 : Math.ceil((chords * (to - from)) / 0.8);
    for (let k = 0; k < steps; k++) {
      const s = from + ((to - from) * k) / steps;
      const [cos, sin, h] = [Math.cos(s), Math.sin(s), new Float64Array(centre.length)];
      for (let x = 0; x < h.length; x++) h[x] = centre[x] + cos * first[x] + sin * second[x];
      stops.push({ s, corner: k === 0 && turns.length > 0, h });
    }
  }
  stops.push({ ...stops[0], corner: false });
  return stops;
}

// A polyline of vectors as one list of stops.
export function pathStops(f, functions, closed) {
  const list = closed ? [...functions, functions[0]] : functions;
  const stops = [];
  for (let i = 1; i < list.length; i++) stops.push(...segmentStops(f, list[i - 1], list[i]).slice(i === 1 ? 0 : 1));
  return stops;
}
