import { colourIndex } from "./palette.js";
import { arrowTexts, frameAround } from "./arrow.js";
import { placeNodes } from "./layout.js";
import { depthOf, walkLabels } from "./depth.js";
import { app, change, positionOf, quoted, simpleNamed } from "./store.js";
import { copyMenu } from "./copy.js";
import { termView } from "./number-view.js";
import { clear, el, svg } from "./dom.js";

const GRAPH_WIDTH = 372;

export function makeGraph(actions) {
  const picture = svg("svg", { role: "group", "aria-label": "interaction graph" });
  const why = el("p", { class: "small why", "aria-live": "polite" });
  const slider = el("input", { type: "range", min: 1, max: 2, value: 1, test: "depth", "aria-label": "layers t", oninput: (event) => change({ t: Number(event.target.value) }) });
  const reached = el("div", { class: "depth" });
  const list = el("ul", { class: "hidden" });
  const node = el("section", { class: "panel", id: "graph", tabindex: -1, test: "graph", "aria-label": "interaction graph" }, el("h2", {}, termView("graph", "Interaction graph"), copyMenu(() => picture, () => `interaction graph of ${app.state.f} on ${app.state.x}, ${app.data.group.name}`, "copy-graph")), picture, why, el("label", { class: "row" }, "Layers t ", slider), reached, list);
  return { node, picture, why, slider, reached, list, key: "", nodes: [], actions };
}

export function reachOf(d, label, t) { return depthOf(app.field, d.set, app.labels, d.f, label, t); }

// The reckoning of Theorem 2 for a pair, orbit by orbit; on a sum part by part.
function accountOf(set, from, to, shift = 0) {
  if (set.parts) { let at = shift; return set.parts.flatMap((part) => { const found = accountOf(part, from, to, at); at += part.orbits.length; return found; }); }
  const [i, j] = [from, to].map((label) => set.simples.findIndex((s) => s.label === label));
  if (!set.arrows.reasons || i < 0 || j < 0) return [];
  return set.arrows.reasons.accounts[set.arrows.reasons.rows[i][j]].map(([orbit, ...rest]) => [orbit + shift, ...rest]);
}

export function reasonOf(d, from, to) {
  const orbits = accountOf(d.set, from, to);
  if (orbits.length === 0) return "";
  const text = orbits.map(([orbit, a, b, even, odd]) => `orbit ${orbit}: |A| = ${a}, |B| = ${b}, sum over B = ${even}, signed sum = ${odd}`).join("; ");
  const parts = `even part ${d.f.even === null ? "couples where the sum over B is not 0" : `is a polynomial (degrees ${d.f.even.join(", ") || "none"})`}, odd part ${d.f.odd === null ? "couples where the signed sum is not 0" : `is a polynomial (degrees ${d.f.odd.join(", ") || "none"})`}`;
  return `${text}. The ${parts}.`;
}

export function drawGraph(graph, d) {
  const source = d.hands[0].label;
  const key = `${app.state.x}|${app.state.f}|${source}|${app.state.t}|${app.state.q}`;
  if (graph.key === key) return;
  graph.key = key;
  const simples = d.set.simples.map((s) => simpleNamed(s.label));
  const { nodes, orders, tops, height } = placeNodes(simples, GRAPH_WIDTH - 30);
  const reach = reachOf(d, source, app.state.t);
  clear(graph.picture);
  clear(graph.list);
  graph.nodes = [];
  const held = [];
  orders.forEach((order, i) => graph.picture.append(svg("text", { x: 4, y: tops[i] + 4, class: "muted", text: String(order) })));
  graph.why.textContent = "An arrow under the pointer says why it is there.";
  if (d.arrows === null) graph.why.textContent = "The arrows of this activation are not on this page: ask eqnn interact.";
  else d.arrows.forEach((row, i) => row.forEach((has, j) => {
    if (!has) return;
    const [from, to] = [d.set.simples[i].label, d.set.simples[j].label];
    const [a, b] = [nodes.get(from), nodes.get(to)];
    const { points, line: text, head } = arrowTexts(a, b, [...nodes.values()], d.arrows[j][i]);
    held.push(points);
    const active = from === source;
    const explain = () => { graph.why.textContent = `${from} \u2192 ${to}: ${reasonOf(d, from, to) || "an arrow"}`; graph.actions.pulse(to); };
    const line = svg("path", { d: text, class: `arrow${active ? ` active k${colourIndex(positionOf(from))}` : ""}`, "data-testid": `arrow-${from}-${to}`, tabindex: active ? 0 : -1, role: "button", "aria-label": `arrow from ${from} to ${to}`, onpointerenter: explain, onfocus: explain, onclick: () => change({ q: `${from}>${to}` }), onkeydown: (e) => { if (e.key === "Enter") change({ q: `${from}>${to}` }); } });
    graph.picture.append(line, svg("path", { d: head, class: `head${active ? ` active k${colourIndex(positionOf(from))}` : ""}` }));
    graph.list.append(el("li", { text: `${from} to ${to}` }));
  }));
  for (const [label, node] of nodes) {
    const colour = colourIndex(positionOf(label));
    const box = svg("g", { class: `node k${colour}${label === source ? " source" : ""}${stateClass(reach, label)}`, "data-testid": `node-${label}`, tabindex: 0, role: "button", "aria-label": `${label}, image of order ${simpleNamed(label).imageOrder}`, onclick: () => graph.actions.source(label), onkeydown: (e) => { if (e.key === "Enter") graph.actions.source(label); } },
      svg("rect", { x: node.x - 19, y: node.y - 13, width: 38, height: 26, rx: 7 }), svg("text", { x: node.x, y: node.y + 4, "text-anchor": "middle", text: label }));
    const found = reach?.reached.find((r) => r.label === label);
    if (found && app.state.t > 1) { const first = firstDepth(reach, label, app.state.t); if (first > 1) box.append(svg("text", { x: node.x + 22, y: node.y - 9, class: "badge", text: String(first) })); }
    if (found) box.append(svg("title", { text: `${label}: ${STATES[found.state + 1]} at t = ${app.state.t}: ${found.reason}` }));
    graph.picture.append(box);
    graph.nodes.push({ node: box, label });
  }
  graph.picture.setAttribute("viewBox", frameAround(GRAPH_WIDTH, height, held));
  drawDepth(graph, d, reach, source);
}

const STATES = ["not decided here", "never with one input channel", "populated"];

function stateClass(reach, label) { const found = reach?.reached.find((r) => r.label === label); return found ? { 1: " reached", 0: " never", "-1": " open" }[found.state] : ""; }

// The least depth at which a simple is in J.
function firstDepth(reach, label, top) { for (let t = 1; t <= top; t++) if (reach.at(t).some((r) => r.label === label)) return t; return 0; }

// J_t in words: what is populated, what never is, what is not decided here, with the reason of each; and walks, where they say something else.
function drawDepth(graph, d, reach, source) {
  clear(graph.reached);
  const command = `eqnn interact ${quoted(app.data.group.name)} --on ${quoted(app.state.x)} --activation ${quoted(app.state.f)} --depth ${app.state.t} --from ${source}`;
  if (!reach) {
    graph.reached.append(el("p", { class: "small", test: "depth-open", text: "J_t is not on this page for polynomials of degree 2 or more." }), el("code", { text: command }));
    return;
  }
  graph.slider.max = Math.max(2, reach.depth);
  graph.slider.value = app.state.t;
  graph.reached.append(el("p", { class: "small", test: "depth-bound" }, `t = ${app.state.t}: `, termView("reach", "J_t"), ` = ${reach.reached.map((r) => r.label).join(" ") || "nothing"} (the bound for any number of channels; with many input channels all of it is `, termView("populated", "populated"), ")"));
  for (const [state, test] of [[1, "populated"], [0, "never"], [-1, "open"]]) {
    const here = reach.reached.filter((r) => r.state === state);
    if (here.length === 0) continue;
    const reasons = new Map();
    here.forEach((r) => reasons.set(r.reason, [...(reasons.get(r.reason) ?? []), r.label]));
    graph.reached.append(el("p", { class: "small", test: `depth-${test}` }, el("b", { text: `${STATES[state + 1]}: ${here.map((r) => r.label).join(" ")}` })),
      el("details", { class: "small" }, el("summary", { text: "why" }), el("ul", {}, [...reasons].map(([reason, labels]) => el("li", { text: `${labels.join(" ")}: ${reason}` })))));
  }
  const walks = walkLabels(d.set, d.arrows, source, app.state.t);
  if (walks && walks.join() !== reach.reached.map((r) => r.label).join()) graph.reached.append(el("p", { class: "small muted", test: "depth-walks", text: `walks of ${app.state.t} arrows lead to ${walks.join(" ")}: walks are not depth` }));
  graph.reached.append(el("code", { class: "small", test: "depth-command", text: command }));
}
