import { colourIndex } from "./palette.js";
import { curvePoints, placeNodes, routeArrow } from "./layout.js";
import { classOf } from "./activation.js";
import { app, change, positionOf, simpleNamed } from "./store.js";
import { clear, el, pathText, svg } from "./dom.js";

const GRAPH_WIDTH = 372;

export function makeGraph(actions) {
  const picture = svg("svg", { role: "group", "aria-label": "interaction graph" });
  const why = el("p", { class: "small why", "aria-live": "polite" });
  const slider = el("input", { type: "range", min: 1, max: 2, value: 1, test: "depth", "aria-label": "layers t", oninput: (event) => change({ t: Number(event.target.value) }) });
  const reached = el("span", { class: "small" });
  const list = el("ul", { class: "hidden" });
  const node = el("section", { class: "panel", test: "graph", "aria-label": "interaction graph" }, el("h2", { text: "Interaction graph" }), picture, why, el("label", { class: "row" }, "Layers t ", slider, reached), list);
  return { node, picture, why, slider, reached, list, key: "", actions };
}

export function reachOf(d, label, t) {
  const name = classOf(d.f);
  const steps = name && d.set.arrows.reach[name] ? d.set.arrows.reach[name][d.set.simples.findIndex((s) => s.label === label)] : null;
  return steps ? { steps, reached: steps[Math.min(t, steps.length) - 1].map((i) => app.data.simples[i].label), stable: steps.length - 1 } : null;
}

export function reasonOf(d, from, to) {
  const entry = d.set.arrows.reasons.find((r) => r.from === from && r.to === to);
  if (!entry) return "";
  const text = entry.orbits.map(([orbit, a, b, even, odd]) => `orbit ${orbit}: |A| = ${a}, |B| = ${b}, sum over B = ${even}, signed sum = ${odd}`).join("; ");
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
  graph.picture.setAttribute("viewBox", `0 0 ${GRAPH_WIDTH} ${height}`);
  orders.forEach((order, i) => graph.picture.append(svg("text", { x: 4, y: tops[i] + 4, class: "muted", text: String(order) })));
  graph.why.textContent = "An arrow under the pointer says why it is there.";
  if (d.arrows === null) graph.why.textContent = "The arrows of this activation are not on this page: ask eqnn interact.";
  else d.arrows.forEach((row, i) => row.forEach((has, j) => {
    if (!has) return;
    const [from, to] = [d.set.simples[i].label, d.set.simples[j].label];
    const [a, b] = [nodes.get(from), nodes.get(to)];
    const { path, loop } = routeArrow(a, b, [...nodes.values()], d.arrows[j][i]);
    const active = from === source;
    const text = loop ? `M${path[0]}C${path[1]} ${path[2]} ${path[3]}` : pathText(curvePoints(path));
    const explain = () => { graph.why.textContent = `${from} \u2192 ${to}: ${reasonOf(d, from, to) || "an arrow"}`; graph.actions.pulse(to); };
    const line = svg("path", { d: text, class: `arrow${active ? ` active k${colourIndex(positionOf(from))}` : ""}`, "data-testid": `arrow-${from}-${to}`, tabindex: active ? 0 : -1, role: "button", "aria-label": `arrow from ${from} to ${to}`, onpointerenter: explain, onfocus: explain, onclick: () => change({ q: `${from}>${to}` }), onkeydown: (e) => { if (e.key === "Enter") change({ q: `${from}>${to}` }); } });
    const tip = loop ? path[3] : path[2];
    const before = loop ? path[2] : path[1];
    const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
    const head = [tip, [tip[0] - 8 * Math.cos(angle - 0.4), tip[1] - 8 * Math.sin(angle - 0.4)], [tip[0] - 8 * Math.cos(angle + 0.4), tip[1] - 8 * Math.sin(angle + 0.4)]];
    graph.picture.append(line, svg("path", { d: pathText(head, true), class: `head${active ? ` active k${colourIndex(positionOf(from))}` : ""}` }));
    graph.list.append(el("li", { text: `${from} to ${to}` }));
  }));
  for (const [label, node] of nodes) {
    const colour = colourIndex(positionOf(label));
    const box = svg("g", { class: `node k${colour}${label === source ? " source" : ""}${reach && reach.reached.includes(label) ? " reached" : ""}`, "data-testid": `node-${label}`, tabindex: 0, role: "button", "aria-label": `${label}, image of order ${simpleNamed(label).imageOrder}`, onclick: () => graph.actions.source(label), onkeydown: (e) => { if (e.key === "Enter") graph.actions.source(label); } },
      svg("rect", { x: node.x - 19, y: node.y - 13, width: 38, height: 26, rx: 7 }), svg("text", { x: node.x, y: node.y + 4, "text-anchor": "middle", text: label }));
    if (reach && app.state.t > 1) { const first = reach.steps.findIndex((step) => step.includes(positionOf(label))); if (first > 0 && first < app.state.t) box.append(svg("text", { x: node.x + 22, y: node.y - 9, class: "badge", text: String(first + 1) })); }
    graph.picture.append(box);
  }
  if (reach) {
    graph.slider.max = Math.max(2, reach.stable + 1);
    graph.slider.value = app.state.t;
    graph.reached.textContent = ` t = ${app.state.t}: J = ${reach.reached.join(" ")}${app.state.t > 1 ? " (with enough channels exactly this)" : ""}`;
  } else graph.reached.textContent = " depth is not carried for this activation or G-set: eqnn interact --depth";
}
