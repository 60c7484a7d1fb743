
import { TERMS } from "./terms.js";
import { bibtexText, cffText, tableText } from "./texts.js";
import { colourIndex } from "./palette.js";
import { characterView } from "./number-view.js";
import { act, normalText, showNormal } from "./act.js";
import { app, change, commandOf, fragment, quoted, setNamed, writeLink } from "./store.js";
import { button, clear, copyText, el, svg } from "./dom.js";

export function characterTable() {
  const g = app.data.group;
  const said = el("p", { class: "small", test: "acted-table", "aria-live": "polite" }, "A click on a class lets its element act on the hand: all pictures move along.");
  const head = el("tr", {}, el("th", { text: "" }), g.classes.map((c, i) => el("th", { scope: "col" }, button(c.element, () => act(i, (what) => said.replaceChildren(what)), { class: "link", test: `act-${i + 1}`, title: `size ${c.size}, element order ${c.order}: let it act on the hand` }))));
  const sizes = el("tr", {}, el("th", { scope: "row", text: "size" }), g.classes.map((c) => el("td", { text: c.size })));
  const cells = (row) => row.map((i) => el("td", {}, characterView(g.values[i])));
  const rows = g.characters.map((c) => el("tr", {}, el("th", { scope: "row", text: c.label, title: `degree ${c.degree}, indicator ${c.indicator}` }), cells(c.row)));
  const simples = app.data.simples.map((s, i) => el("tr", {}, el("th", { scope: "row", text: s.label }), cells(g.simpleCharacters[i])));
  const forms = (i) => { const v = g.values[i]; return typeof v === "number" ? { gap: String(v), latex: String(v), radical: String(v) } : v; };
  const as = (format) => () => copyText(tableText(format, ["", ...g.classes.map((c) => c.element)], g.characters.map((c) => [c.label, ...c.row.map(forms)])));
  return el("div", { class: "scroll" }, el("div", { class: "row" }, ["LaTeX", "GAP", "JSON", "Markdown"].map((name) => button(name, as(name.toLowerCase()), { "aria-label": `copy the table as ${name}`, test: `table-${name.toLowerCase()}` })), el("code", { text: `eqnn characters ${quoted(app.data.group.name)}` })), el("table", {}, el("thead", {}, head), el("tbody", {}, sizes, rows, el("tr", {}, el("th", { text: "real simples", colspan: g.classes.length + 1 })), simples)), said);
}

export function normalTable() {
  const list = app.data.group.normalSubgroups;
  const level = list.map((n) => n).map((n, i, all) => { let d = 0; let at = [i]; while (at.some((k) => all[k].covers.length > 0)) { at = [...new Set(at.flatMap((k) => all[k].covers))]; d++; } return d; });
  const rows = Math.max(...level) + 1;
  const columns = Math.max(...level.map((l) => level.filter((m) => m === l).length));
  const roomy = columns <= 6; // Names beside the points; else numbers above them, and orders at the left.
  const width = Math.max(260, (roomy ? 160 : 46) * columns);
  const places = list.map((n, i) => { const here = level.map((l, k) => (l === level[i] ? k : -1)).filter((k) => k >= 0); return [(width * (here.indexOf(i) + 0.5)) / here.length - (roomy ? 50 : -40), 30 + (rows - 1 - level[i]) * 56]; });
  const picture = svg("svg", { viewBox: `0 0 ${width + (roomy ? 0 : 60)} ${rows * 56 + 20}`, role: "group", "aria-label": "lattice of normal subgroups", class: "hasse" });
  [picture.style.minWidth, picture.style.maxWidth] = [`${0.75 * width}px`, `${1.25 * width}px`];
  list.forEach((n, i) => n.covers.forEach((k) => picture.append(svg("line", { x1: places[i][0], y1: places[i][1], x2: places[k][0], y2: places[k][1], class: "axis" }))));
  if (!roomy) level.forEach((l, i) => { if (level.indexOf(l) === i) picture.append(svg("text", { x: 2, y: places[i][1] + 4, class: "muted", text: [...new Set(list.filter((_, k) => level[k] === l).map((n) => n.order))].join(", ") })); });
  const text = el("p", { class: "small why", test: "normal-text", "aria-live": "polite" });
  const rest = "Point at a normal subgroup N, or go to it by Tab: pictures of simples in whose kernel it lies are marked, with its orbits on X in the strip.";
  text.textContent = rest;
  const leave = () => { showNormal(null); text.textContent = rest; };
  list.forEach((n, i) => {
    const enter = () => { showNormal(i); text.textContent = normalText(setNamed(app.state.x), i); };
    const label = `N${i + 1}, order ${n.order}${n.kernelOf.length > 0 ? `: ker ${n.kernelOf.slice(0, 4).join(", ")}${n.kernelOf.length > 4 ? " ..." : ""}` : ""}`;
    picture.append(svg("g", { class: "normal", tabindex: 0, role: "button", "aria-label": label, "data-testid": `normal-${i + 1}`, onpointerenter: enter, onfocus: enter, onclick: enter, onpointerleave: leave, onblur: leave },
      svg("circle", { cx: places[i][0], cy: places[i][1], r: 9, class: "lattice" }), roomy ? svg("text", { x: places[i][0] + 13, y: places[i][1] + 4, text: label }) : svg("text", { x: places[i][0], y: places[i][1] - 12, "text-anchor": "middle", class: "halo", text: `N${i + 1}` })));
  });
  const chips = el("div", { class: "row chips" }, app.data.simples.map((s, i) => el("span", { class: "chip", "data-label": s.label, "data-colour": colourIndex(i) }, el("span", { class: "swatch" }), ` ${s.label}`)));
  return el("div", { class: "scroll" }, text, chips, picture);
}

export function gsetTable() {
  const rows = app.data.gsets.map((s) => el("tr", {}, el("th", { scope: "row" }, button(s.name, () => change({ x: s.name }), { class: "link" })), el("td", { text: String(s.size) }), el("td", { text: s.stabilisers.join(", ") }), el("td", { text: s.simples.map((c) => (c.multiplicity > 1 ? `${c.multiplicity} ${c.label}` : c.label)).join(" + ") })));
  return el("div", { class: "scroll" }, el("table", {}, el("thead", {}, el("tr", {}, ["G-set", "points", "stabiliser", "functions"].map((t) => el("th", { text: t })))), el("tbody", {}, rows)));
}

export function termList() {
  return el("dl", { class: "terms" }, TERMS.map(([id, name, text]) => [el("dt", {}, el("dfn", { text: name, test: `term-${id}`, id: `term-${id}` })), el("dd", { text })]));
}

export function citePanel() {
  const page = app.data.page;
  const bib = bibtexText(page, app.data.group.name);
  const cff = cffText(page, app.data.group.name, fragment());
  const hand = () => app.state.h[0];
  return el("div", {},
    el("p", {}, "Data: schema ", page.schema, ", sha256 ", el("code", { text: page.sha256, test: "hash" }), `, ${page.licence}.`),
    el("p", {}, "This page again, byte for byte: ", el("code", { text: `${page.command} --out page.html` })),
    el("pre", { text: bib, test: "bibtex" }), el("pre", { text: cff, test: "cff" }),
    el("div", { class: "row" }, button("Copy BibTeX", () => copyText(bib)), button("Copy CFF", () => copyText(cff)), button("Copy data as JSON", () => copyText(JSON.stringify(app.data, (key, value) => (["numeric", "exact", "open", "zero", "canonical", "mirrors", "projectors", "parts", "reachKnown", "from", "elements", "normals"].includes(key) ? undefined : typeof value === "bigint" ? String(value) : value)))), button("Copy command", () => copyText(commandOf(hand()))), button("Copy link", () => { writeLink(); copyText(`${location.href.split("#")[0]}#${fragment()}`); })),
    page.extents.length > 0 ? el("ul", { class: "small" }, page.extents.map((text) => el("li", { text: `Extent: ${text}` }))) : el("p", { class: "small", text: "Extent: all transitive G-sets and all pairs are on this page." }));
}


export function fillTab(place, tab) {
  clear(place);
  const makers = { chars: ["Character table", characterTable], normal: ["Normal subgroups", normalTable], gsets: ["G-sets", gsetTable], terms: ["Definitions", termList], cite: ["Data and cite", citePanel] };
  if (!makers[tab]) return false;
  place.append(el("h2", { text: makers[tab][0] }), makers[tab][1]());
  return true;
}
