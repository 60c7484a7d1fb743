import { colourIndex } from "./palette.js";
import { placeNodes } from "./layout.js";
import { comparison, differs } from "./align.js";
import { graphSides, latticeSides, MOST_SIMPLES, MOST_SUBGROUPS, placeLattice, tableSides } from "./sides.js";
import { arrowTexts, frameAround } from "./arrow.js";
import { el, svg } from "./dom.js";

// Two groups of a site: tables of counts, and beside each other their character tables, lattices of normal subgroups and interaction graphs.

const FACTS = [["order", "order"], ["simples", "simples"], ["types", "types of simples"], ["normal", "normal subgroups"], ["arrows", "arrows of relu on the first G-set"], ["abelian", "abelian"], ["solvable", "solvable"], ["pair", "has a pair that needs two layers"], ["lattice", "kernels form"]];

export function showCompare(place, rows) {
  const write = () => { history.replaceState(null, "", `#a=${encodeURIComponent(first.value)}&b=${encodeURIComponent(second.value)}`); draw(); };
  const pick = (label) => el("select", { "aria-label": `group ${label}`, test: `compare-${label}`, onchange: write }, rows.map((r) => el("option", { value: r.name, text: r.name })));
  const [first, second] = [pick("a"), pick("b")];
  const words = el("p", { test: "difference", "aria-live": "polite" });
  const only = el("input", { type: "checkbox", test: "only-differences", onchange: () => draw() });
  const tables = el("div", { class: "compared" });
  const pictures = el("div", {});
  place.append(el("div", { class: "row" }, first, el("button", { type: "button", text: "\u21c4", "aria-label": "exchange the groups", onclick: () => { [first.value, second.value] = [second.value, first.value]; write(); } }), second, el("label", { class: "row" }, only, "differences only")), words, tables, pictures);
  listenMates(pictures);
  const text = (v) => (v === true ? "yes" : v === false ? "no" : String(v));
  const draw = () => {
    const [a, b] = [first.value, second.value].map((name) => rows.find((r) => r.name === name));
    const facts = { id: "invariants", title: "Invariants", row: "", rows: FACTS.map(([key, name]) => [name, text(a[key]), text(b[key])]) };
    const all = [facts, ...comparison(a, b)];
    const different = all.flatMap((table) => table.rows.filter((row) => differs(table.id, row)).map((row) => [table, row]))[0];
    const sides = { table: tableSides(a, b), lattice: latticeSides(a, b), graph: graphSides(a, b) };
    words.textContent = `${different ? `First difference: ${different[0].id === "invariants" ? "" : `${different[0].title.toLowerCase()}, `}${different[1][0]}, ${different[1][1]} against ${different[1][2]}.` : "No difference in what is compared here."} ${sides.table?.words ?? (a.table === b.table ? "The character tables have the same sorted values." : "The character tables differ.")}`;
    tables.replaceChildren(...all.map((table) => countTable(table, [a, b], only.checked)));
    const shown = (side, equal) => side && !(only.checked && side.reading === equal);
    pictures.replaceChildren(
      section("table", "Character tables", sides.table?.words ?? `A table of more than ${a.mostClasses} classes is not laid side by side: the pages of the groups have them.`, shown(sides.table, "orders") ? [0, 1].map((which) => sideTable([a, b], sides.table, which)) : []),
      section("lattice", "Lattices of normal subgroups", sides.lattice?.words ?? `A lattice of more than ${MOST_SUBGROUPS} subgroups is not laid side by side: the pages of the groups have them.`, shown(sides.lattice, "kernels") ? [0, 1].map((which) => sideLattice([a, b], sides, which)) : []),
      section("graph", `Interaction graphs of relu on ${a.set}${a.set === b.set ? "" : ` and on ${b.set}`}`, sides.graph?.words ?? `A graph of more than ${MOST_SIMPLES} simples is not laid side by side: the pages of the groups have them.`, shown(sides.graph, "simples") ? [0, 1].map((which) => sideGraph([a, b], sides, which)) : []));
  };
  const read = () => { const hash = new URLSearchParams(location.hash.slice(1)); const names = rows.map((r) => r.name); first.value = names.includes(hash.get("a")) ? hash.get("a") : names[0]; second.value = names.includes(hash.get("b")) ? hash.get("b") : names[names.length - 1]; draw(); };
  window.addEventListener("hashchange", read);
  read();
}

function linkTo(group) { return el("a", { href: `g/${group.id}/index.html`, text: group.name }); }

function countTable(table, groups, onlyDifferences) {
  const shown = table.rows.filter((row) => !onlyDifferences || differs(table.id, row));
  const head = el("tr", {}, el("th", { scope: "col", text: table.row }), groups.map((r) => el("th", { scope: "col" }, linkTo(r))), el("th", { scope: "col", text: "" }));
  return el("section", { test: `compare-${table.id}` }, el("h2", { text: table.title }), shown.length === 0 ? el("p", { class: "muted", text: "no difference" }) : el("div", { class: "scroll" }, el("table", {}, el("thead", {}, head), el("tbody", {}, shown.map((row) => { const other = differs(table.id, row); return el("tr", other ? { class: "differs" } : {}, el("th", { scope: "row", text: row[0] }), el("td", { text: row[1] }), el("td", { text: row[2] }), el("td", { text: other ? "differs" : "" })); })))));
}

function section(id, title, words, sides) {
  return el("section", { test: `sides-${id}` }, el("h2", { text: title }), el("p", { class: "small", test: `words-${id}`, text: words }), sides.length > 0 ? el("div", { class: "sides" }, sides) : null);
}

// What stands beside each other is lit together, under the pointer and by Tab.
function listenMates(place) {
  const light = (event) => {
    const mate = [event.target, document.activeElement].map((node) => node?.closest?.("[data-mate]")?.dataset.mate).find((name) => name);
    place.querySelectorAll("[data-mate]").forEach((node) => node.classList.toggle("lit", node.dataset.mate === mate));
  };
  for (const name of ["pointerover", "focusin"]) place.addEventListener(name, light);
  for (const name of ["pointerleave", "focusout"]) place.addEventListener(name, () => place.querySelectorAll(".lit").forEach((node) => node.classList.remove("lit")));
}

function sideTable(groups, side, which) {
  const group = groups[which];
  const columns = side.columns.map((pair) => pair[which]);
  const head = (title, cell, gap) => el("tr", {}, el("th", { scope: "row", text: title }), columns.map((j) => el("th", { scope: "col", text: j === null ? gap : cell(group.columns[j]) })));
  const rows = side.rows.map((pair, k) => {
    const character = pair[which] === null ? null : group.characters[pair[which]];
    return el("tr", { "data-mate": `row-${k}`, class: side.apart[k] ? "differs" : null }, el("th", { scope: "row", tabindex: 0, text: character?.label ?? "\u2013", title: character ? `degree ${character.degree}, indicator ${character.indicator}` : null }), columns.map((j) => el("td", { text: character && j !== null ? group.values[character.row[j]] : "" })));
  });
  return el("figure", {}, el("figcaption", {}, linkTo(group)), el("div", { class: "scroll" }, el("table", { test: `table-${"ab"[which]}`, "aria-label": `character table of ${group.name}` }, el("thead", {}, head("order", ([order]) => String(order), "\u2013"), head("size", ([, size]) => String(size), "\u2013")), el("tbody", {}, rows))));
}

// The pair of simples that a simple belongs to: one name for both sides.
function simpleMate(groups, sides, which, i) {
  const at = sides.graph ? sides.graph.mates.findIndex((pair) => pair[which] === i) : -1;
  return at < 0 ? `simple-${"ab"[which]}-${i}` : `simple-${at}`;
}

function sideLattice(groups, sides, which) {
  const [group, { mates, orders }] = [groups[which], sides.lattice];
  const step = 58;
  const most = Math.max(...groups.flatMap((g) => orders.map((order) => g.subgroups.filter((n) => n.order === order).length)));
  const [left, width] = [34, Math.max(300, (most > 4 ? 62 : 104) * most)];
  const places = placeLattice(group, mates.map((pair) => pair[which]), orders, width, step);
  const picture = svg("svg", { viewBox: `0 0 ${left + width} ${step * orders.length}`, role: "group", "aria-label": `lattice of normal subgroups of ${group.name}`, "data-testid": `lattice-${"ab"[which]}` });
  [picture.style.minWidth, picture.style.maxWidth] = [`${0.8 * (left + width)}px`, `${1.15 * (left + width)}px`];
  orders.forEach((order, level) => picture.append(svg("text", { x: 2, y: step * (orders.length - level - 0.5) + 4, class: "muted", text: order })));
  group.subgroups.forEach((n, i) => n.covers.forEach((k) => picture.append(svg("line", { x1: left + places[i][0], y1: places[i][1], x2: left + places[k][0], y2: places[k][1], class: "axis" }))));
  group.subgroups.forEach((n, i) => {
    const [x, y, many] = [left + places[i][0], places[i][1], places[i][2]];
    const text = n.kernelOf.length === 0 ? "no kernel" : `ker ${n.kernelOf.slice(0, 2).join(" ")}${n.kernelOf.length > 2 ? ` +${n.kernelOf.length - 2}` : ""}`;
    const label = `N${i + 1} of ${group.name}, order ${n.order}: ${n.kernelOf.length === 0 ? "no kernel of a simple" : `the kernel of ${n.kernelOf.join(", ")}`}`;
    const node = svg("g", { class: n.kernelOf.length > 0 ? "sub kernel" : "sub", tabindex: 0, role: "img", "aria-label": label, "data-mate": `sub-${mates.findIndex((pair) => pair[which] === i)}` }, svg("title", { text: label }), svg("circle", { cx: x, cy: y, r: 9, class: "lattice" }));
    if (many <= 4) node.append(svg("text", { x: x + 13, y: y + 4, class: "halo", text }));
    picture.append(node);
    n.kernelOf.slice(0, 4).forEach((name, k) => { const at = group.simple.findIndex((s) => s.label === name); picture.append(svg("rect", { x: x - 9 + 12 * k, y: y + 12, width: 10, height: 8, rx: 2, class: `kernelof k${colourIndex(at)}`, "data-mate": simpleMate(groups, sides, which, at) }, svg("title", { text: name }))); });
  });
  return el("figure", {}, el("figcaption", {}, linkTo(group)), el("div", { class: "scroll" }, picture));
}

function sideGraph(groups, sides, which) {
  const group = groups[which];
  const listed = (w) => sides.graph.mates.map((pair) => pair[w]).filter((i) => i !== null).map((i) => ({ label: groups[w].simple[i].label, imageOrder: Number(groups[w].simple[i].image), i }));
  const [simples, others] = [listed(which), listed(1 - which)];
  const { nodes, orders, tops, height } = placeNodes(simples, 342, others);
  const picture = svg("svg", { role: "group", "aria-label": `interaction graph of relu on ${group.set} of ${group.name}`, "data-testid": `graph-${"ab"[which]}` });
  orders.forEach((order, k) => picture.append(svg("text", { x: 4, y: tops[k] + 4, class: "muted", text: String(order) })));
  const frames = [];
  const names = [];
  for (const { label, i } of simples) for (const j of group.simple[i].arrows) {
    const target = group.simple[j].label;
    const arrow = arrowTexts(nodes.get(label), nodes.get(target), [...nodes.values()], group.simple[j].arrows.includes(i));
    frames.push(arrow.points);
    names.push(`${label} to ${target}`);
    picture.append(svg("path", { d: arrow.line, class: "arrow" }, svg("title", { text: `${label} \u2192 ${target}` })), svg("path", { d: arrow.head, class: "head" }));
  }
  for (const { label, i } of simples) {
    const [node, s] = [nodes.get(label), group.simple[i]];
    const text = `${label} of ${group.name}: dimension ${s.dimension}, type ${s.type}, kernel of order ${s.kernel}, image of order ${s.image}; arrows to ${s.arrows.map((j) => group.simple[j].label).join(", ")}`;
    picture.append(svg("g", { class: `node k${colourIndex(i)}`, tabindex: 0, role: "img", "aria-label": text, "data-mate": simpleMate(groups, sides, which, i) }, svg("title", { text }), svg("rect", { x: node.x - 19, y: node.y - 13, width: 38, height: 26, rx: 7 }), svg("text", { x: node.x, y: node.y + 4, "text-anchor": "middle", text: label })));
  }
  picture.style.maxWidth = "430px";
  picture.setAttribute("viewBox", frameAround(372, height, frames));
  return el("figure", {}, el("figcaption", {}, linkTo(group)), picture, el("p", { class: "hidden", text: `arrows: ${names.join("; ")}` }));
}
