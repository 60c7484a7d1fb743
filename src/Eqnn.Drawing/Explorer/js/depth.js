import { signRat, equalRat, negRat, R0 } from "./rational.js";
import { classOf } from "./activation.js";
import { isTreated, reachSteps, stepAt, walksOf } from "./reach.js";

// Which statement says what networks with one input channel populate, as in the table of docs/interaction.md: "carried" where the page holds the library's decision, "all" of J_t, or "open".
export function depthRule(f) {
  if (f.kind !== "pl" && f.analytic && isTreated(f)) return { kind: "all", reason: "f is analytic: almost all weights and inputs" };
  if (f.kind === "pl") {
    if (f.kinks.length === 1 && signRat(f.kinks[0]) !== 0 && f.slopes.some((s) => signRat(s) === 0) && valueAtKink(f) === 0) return { kind: "all", biased: true, reason: "ReLU with free biases: an open set of weights" };
    if (f.kinks.length === 1 && signRat(f.kinks[0]) === 0) return ["relu", "leaky-relu", "abs"].includes(f.name) ? { kind: "carried", name: f.name } : { kind: "open", sums: true, reason: "decided for relu, leaky-relu and abs on this page, not for other slopes" };
    if (f.kinks.length > 0) return f.even !== null || f.kinks.some((k) => signRat(k) !== 0 && !oddKinkOnly(f, k)) ? { kind: "all", reason: "f has kinks off 0: an open set of weights" } : { kind: "open", reason: "the even part of f is c|t| + d and the odd part has kinks: not proved" };
    return { kind: "all", reason: "f is linear" };
  }
  return { kind: "open", reason: f.kind === "poly" ? "f is a polynomial of degree 2 or more: not proved beyond one layer" : "f is neither analytic nor piecewise linear, or has jumps: not proved" };
}

function valueAtKink(f) { const k = f.kinks[0]; return signRat({ n: f.slopes[0].n * k.n * f.offsets[0].d + f.offsets[0].n * f.slopes[0].d * k.d, d: f.slopes[0].d * k.d * f.offsets[0].d }); }

// Whether the even part has no kink at k: the bends at k and -k are opposite.
function oddKinkOnly(f, k) {
  const bend = (t) => { const i = f.kinks.findIndex((q) => equalRat(q, t)); return i < 0 ? R0 : { n: f.slopes[i + 1].n * f.slopes[i].d - f.slopes[i].n * f.slopes[i + 1].d, d: f.slopes[i + 1].d * f.slopes[i].d }; };
  const [a, b] = [bend(k), bend(negRat(k))];
  return signRat({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }) === 0;
}

// What t layers of f can populate from a simple of a set: { reached: [{ label, state: 1 | 0 | -1, reason }], carried, steps, stable }, null where J_t is not treated. State 1 is populated, 0 never with one input channel, -1 open.
export function depthOf(field, set, labels, f, label, t) {
  const source = set.simples.findIndex((s) => s.label === label);
  if (source < 0) return null;
  const rule = depthRule(f);
  const name = classOf(f);
  const own = set.depth && name !== null ? set.depth.classes[rule.kind === "carried" ? rule.name : name] : null;
  if (own) {
    const steps = own[source];
    const reason = (why, i) => set.depth.reasons[Array.isArray(why) ? why[i] : why];
    const read = (step, depth) => set.depth.lists[step[0]].map((position, i) => ({ label: labels[position], ...stateOf(rule, depth, labels[position], rule.kind === "carried" ? reason(step[1], i) : null) }));
    const at = (depth) => read(stepAt(steps, depth, (step) => step.join("|")), depth);
    return { reached: at(t), at, depth: steps.length, exact: true };
  }
  if (!isTreated(f)) return null;
  set.reachKnown = set.reachKnown ?? new Map();
  const key = `${f.even === null}|${f.even?.join()}|${f.odd === null}|${f.odd?.join()}|${f.atZero}|${rule.biased === true}|${source}`;
  if (!set.reachKnown.has(key)) set.reachKnown.set(key, reachSteps(field, set, f, source, rule.biased === true));
  const steps = set.reachKnown.get(key);
  const at = (depth) => stepAt(steps, depth, (step) => step.join()).map((i) => ({ label: set.simples[i].label, ...stateOf(rule, depth, set.simples[i].label, rule.kind === "carried" ? fromParts(field, set, labels, f, label, depth, set.simples[i].label) : null) }));
  return { reached: at(t), at, depth: steps.length, exact: false };
}

function stateOf(rule, depth, label, carried) {
  if (depth === 1) return { state: 1, reason: "one layer" };
  if (carried) return { state: carried[0], reason: carried[1] };
  if (rule.kind === "all") return { state: 1, reason: rule.reason };
  if (rule.sums && label === "L0") return { state: 1, reason: "the sum of a layer is not 0" };
  return { state: -1, reason: `not decided: ${rule.reason}` };
}

// On a sum: what a part populates alone stays populated, as the weights to the other parts may be 0 and f(0) = 0; the rest is left to the tool.
function fromParts(field, set, labels, f, source, depth, target) {
  for (const part of set.parts ?? []) {
    const found = part.simples.some((s) => s.label === source) ? depthOf(field, part, labels, f, source, depth) : null;
    if (found?.reached.some((r) => r.label === target && r.state === 1)) return [1, `on the part ${part.name} alone`];
  }
  return [-1, "not decided on this page for a sum: eqnn interact --depth decides it"];
}

export function walkLabels(set, arrows, label, t) { return arrows === null ? null : walksOf(arrows, set.simples.findIndex((s) => s.label === label), t).map((i) => set.simples[i].label); }
