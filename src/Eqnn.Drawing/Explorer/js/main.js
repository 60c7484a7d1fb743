import { ratText, rat, R0, addRat, parseRat } from "./rational.js";
import { formatNumber, shortNumber, signText } from "./numbers.js";
import { kindName } from "./permalink.js";
import { exactImages, exactMatrix, exactProjection, exactValues } from "./exactimage.js";
import { isZeroIn } from "./field.js";
import { app, activationNamed, change, commandOf, componentOf, drawNow, exactChamber, fragment, isArrow, loadFragment, ofKind, openData, redo, reducedMotion, redraw, report, setNamed, standing, tell, undo, writeLink } from "./store.js";
import { button, clear, copyText, el, svg, pathText, show } from "./dom.js";
import { drawCards, makeCard, moveByKey } from "./card.js";
import { copyMenu, handAnswer, pictureText } from "./copy.js";
import { closeForms, numberList, termView } from "./number-view.js";
import { markNormal } from "./act.js";
import { drawShaper, makeShaper } from "./shaper.js";
import { drawStrip, makeStrip } from "./strip.js";
import { drawGraph, makeGraph, reasonOf } from "./graph.js";
import { drawMaps, drawPair, makePair } from "./pair.js";
import { fillTab } from "./tables.js";
import { installHooks } from "./hooks.js";

const FULL_CARDS = 12;
const ui = { cards: [], grid: null, cardKey: "", tileKey: "", shown: new Set(), timer: 0, playing: false, live: 0 };

const actions = {
  source: (label) => {
    const set = setNamed(app.state.x);
    const simple = componentOf(set, label);
    if (!simple) return;
    const hands = structuredClone(app.state.h);
    hands[0] = { label, copy: 0, kind: "p", points: [Array.from({ length: simple.copyDimension }, (_, i) => (i === 0 ? rat(1, 2) : i === 1 ? rat(1, 4) : R0))] };
    change({ h: hands });
  },
  why: (label) => change({ q: `${app.state.h[0].label}>${label}` }),
  pulse: (label) => { const card = ui.cards.find((c) => c.simple.label === label); if (card) { card.node.classList.add("pulse"); setTimeout(() => card.node.classList.remove("pulse"), 600); } },
  play: () => { ui.playing = !ui.playing; app.running = ui.playing; if (ui.playing) { app.trail = app.state.o.includes("k") ? app.trail : []; step(); } },
  key: (event, simple) => {
    if (event.ctrlKey || event.metaKey) return;
    if (moveByKey(event, simple)) { event.preventDefault(); return; }
    const toggle = { o: "o", c: "c", y: "y" }[event.key];
    if (toggle) flip(toggle);
    else if (event.key === "Enter") pin();
    else if (event.key === " ") actions.play();
    else if (event.key === "Escape") { ui.playing = false; closeForms(); stopExtras(); tell(""); }
    else if (event.key === "?") tell("Keys: arrows move by 1/16 (Shift 1/2, Alt 1/256), PageUp and PageDown the third coordinate, Home 0, Enter pins, Space plays, o orbit, c chambers, [ ] radius, 1-9 source, g graph, p pair, Ctrl+Z undo.");
    else if (event.key === "[" || event.key === "]") scaleHand(event.key === "]" ? rat(9, 8) : rat(7, 8));
    else if (/^[1-9]$/.test(event.key)) { const s = app.derived.set.simples[Number(event.key) - 1]; if (s) actions.source(s.label); }
    else if (event.key === "g") document.querySelector("[data-testid=graph] [tabindex='0']")?.focus();
    else if (event.key === "p") document.querySelector("[data-testid=pair] button")?.focus();
    else return;
    event.preventDefault();
  },
};

function scaleHand(q) {
  const hands = structuredClone(app.state.h);
  hands[0].points[0] = hands[0].points[0].map((c) => { const n = (c.n * q.n * 64n) / (c.d * q.d); return rat(n, 64n); });
  change({ h: hands });
}

// The hand runs round: each step turns its first two coordinates by a small rational rotation, kept on the grid.
function step() {
  if (!ui.playing) { app.running = false; return; }
  const hands = structuredClone(app.state.h);
  const p = hands[0].points[0];
  if (p.length === 1) p[0] = rat(BigInt(Math.round(64 * Math.sin(performance.now() / 500))), 64n);
  else {
    const angle = Math.atan2(Number(p[1].n) / Number(p[1].d), Number(p[0].n) / Number(p[0].d)) + 0.06;
    const radius = Math.max(0.25, Math.hypot(Number(p[0].n) / Number(p[0].d), Number(p[1].n) / Number(p[1].d)));
    [p[0], p[1]] = [rat(BigInt(Math.round(1024 * radius * Math.cos(angle))), 1024n), rat(BigInt(Math.round(1024 * radius * Math.sin(angle))), 1024n)];
  }
  app.dragging = true;
  change({ h: hands }, false);
  app.dragging = false;
  if (reducedMotion()) ui.playing = false;
  else setTimeout(step, 33);
  if (!ui.playing) app.running = false;
}

function flip(flag) { change({ o: app.state.o.includes(flag) ? app.state.o.replace(flag, "") : [..."slocyekb"].filter((c) => c === flag || app.state.o.includes(c)).join("") }); }

function pin() {
  if (app.state.n.length >= 6) { tell("Six pins at most: close one first."); return; }
  tell(app.state.b.length > 0 ? "The pin holds the hand a alone, without what was dragged in the strip." : "");
  change({ n: [...app.state.n, { hand: structuredClone({ ...app.state.h[0], kind: "p", points: [standing(app.state.h[0])] }), f: app.state.f, x: app.state.x }] });
}

function toolbar() {
  const gset = el("select", { test: "gset", "aria-label": "G-set", onchange: (e) => change({ x: e.target.value, t: 1 }) });
  const sum = el("input", { type: "text", class: "box wide", placeholder: "sum, as points+regular", "aria-label": "a sum of G-sets", onchange: (e) => { const name = e.target.value.trim(); if (name === "") return; if (setNamed(name)) change({ x: name, t: 1 }); else tell(`'${name}': a part of this sum is not on this page`); } });
  const activation = el("input", { type: "text", list: "activations", test: "activation", class: "box wide", "aria-label": "activation f", onchange: (e) => { try { activationNamed(e.target.value); e.target.removeAttribute("aria-invalid"); tell(""); change({ f: e.target.value.trim() }); } catch (error) { e.target.setAttribute("aria-invalid", "true"); tell(error.message); } } });
  const names = el("datalist", { id: "activations" }, app.data.activations.map((f) => el("option", { value: f.name, label: `${f.group}: ${f.formula}` })));
  const parameter = el("label", { class: "row" });
  const slopes = el("input", { type: "range", min: -64, max: 64, test: "parameter-s", "aria-label": "slope s", oninput: (e) => change({ f: `leaky-relu:${ratText(rat(Number(e.target.value), 32))}` }) });
  const biases = el("input", { type: "range", min: -32, max: 32, test: "parameter-b", "aria-label": "bias b", oninput: (e) => change({ f: `relu-bias:${ratText(rat(Number(e.target.value), 32))}` }) });
  const curve = svg("svg", { viewBox: "0 0 96 64", class: "curve", role: "img", "aria-label": "graph of f, its even part and its odd part" });
  const shape = button("shape", (e) => { const open = ui.shaper.node.hidden; ui.shaper.node.hidden = !open; e.currentTarget.setAttribute("aria-expanded", String(open)); if (open) ui.shaper.node.scrollIntoView({ block: "center" }); redraw(); }, { test: "shape", "aria-expanded": "false", title: "drag points and pieces of f" });
  const kinds = el("div", { role: "group", "aria-label": "kind of hand", class: "row" }, ["p", "s", "c", "k", "r"].map((kind) => button(kindName(kind), () => setKind(kind), { test: `hand-kind-${kindName(kind)}`, "data-kind": kind })));
  const add = button("+ add hand", addHand, { test: "add-hand" });
  const toggles = el("div", { class: "row" }, [["s", "scale outputs"], ["l", "lock scales"], ["o", "orbit"], ["c", "chambers"], ["y", "symmetry lines"], ["e", "each alone"], ["k", "keep trails"], ["b", "drag bars"]].map(([flag, text]) => button(text, () => flip(flag), { "data-flag": flag, test: `toggle-${flag}` })));
  const node = el("div", { class: "toolbar", role: "toolbar", "aria-label": "G-set, activation, hand" }, el("span", {}, termView("gset", "G-set"), " ", gset), sum, el("span", {}, termView("activation", "f"), " ", activation), names, slopes, biases, parameter, curve, shape, kinds, add, button("pin", pin, { test: "pin" }), button("run", () => actions.play(), { test: "run", title: "the hand runs round; Space" }), toggles);
  app.data.gsets.forEach((s) => gset.append(el("option", { value: s.name, text: `${s.name} (${s.size})` })));
  return { node, gset, sum, activation, parameter, slopes, biases, curve, kinds, toggles };
}

function setKind(kind) {
  const hand = ofKind(app.state.h[0], kind);
  if (!hand) { tell("A region needs a simple of dimension 2."); return; }
  change({ h: [hand, ...structuredClone(app.state.h.slice(1))] });
}

function addHand() {
  if (app.state.h.length >= 4) { tell("Four hands at most."); return; }
  const set = setNamed(app.state.x);
  const used = app.state.h.map((hand) => hand.label);
  const simple = set.simples.find((s) => !used.includes(s.label) && s.label !== "L0") ?? set.simples[0];
  change({ h: [...structuredClone(app.state.h), { label: simple.label, copy: 0, kind: "p", points: [Array.from({ length: simple.copyDimension }, (_, i) => (i === 0 ? rat(1, 4) : R0))] }] });
}

function drawToolbar(bar, d) {
  const shown = `${app.state.x}|${app.state.f}|${app.state.h[0].kind}|${app.state.o}`;
  if (bar.shown === shown) return;
  bar.shown = shown;
  bar.gset.value = app.data.gsets.some((s) => s.name === app.state.x) ? app.state.x : "";
  if (document.activeElement !== bar.activation) bar.activation.value = app.state.f;
  bar.kinds.querySelectorAll("button").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.kind === app.state.h[0].kind)));
  bar.toggles.querySelectorAll("button").forEach((b) => b.setAttribute("aria-pressed", String(app.state.o.includes(b.dataset.flag))));
  const [name, text] = app.state.f.split(":");
  const q = text ? parseRat(text) : null;
  show(bar.slopes, ["relu", "leaky-relu", "abs"].includes(name));
  show(bar.biases, ["relu", "relu-bias"].includes(name) && name === "relu-bias");
  if (q && document.activeElement !== bar.slopes) bar.slopes.value = String(32 * (Number(q.n) / Number(q.d)));
  if (!q) bar.slopes.value = name === "abs" ? "-32" : "0";
  bar.parameter.textContent = !q && name === "relu" ? "s = 0" : !q && name === "abs" ? "s = \u22121" : q ? `${name === "leaky-relu" ? "s" : "b"} = ${ratText(q)}${name === "leaky-relu" && ratText(q) === "1" ? ", linear" : name === "leaky-relu" && ratText(q) === "-1" ? ", abs" : ""}` : "";
  const key = app.state.f;
  if (bar.curveKey !== key) {
    bar.curveKey = key;
    clear(bar.curve);
    const line = (g, className) => svg("path", { d: pathText(Array.from({ length: 65 }, (_, i) => { const t = (i - 32) / 16; return [48 + 22 * t, Math.max(-60, Math.min(120, 32 - 22 * g(t)))]; })), class: className });
    bar.curve.append(svg("line", { x1: 0, x2: 96, y1: 32, y2: 32, class: "axis" }), svg("line", { x1: 48, x2: 48, y1: 0, y2: 64, class: "axis" }), line((t) => (d.f.value(t) + d.f.value(-t)) / 2, "thin"), line((t) => (d.f.value(t) - d.f.value(-t)) / 2, "thin dashed"), line(d.f.value, "image k1"));
  }
}

// Of many simples those that the hands reach have a card at first, twelve at most.
function firstCards(d) {
  if (d.set.simples.length <= FULL_CARDS) return d.set.simples.map((s) => s.label);
  const reached = d.set.simples.map((s, k) => ({ label: s.label, norm: Math.max(...d.flows.map((flow) => flow.parts[k].norm)) })).filter((s) => s.norm > 1e-9).sort((a, b) => b.norm - a.norm);
  return [...new Set([...d.hands.map((hand) => hand.label), ...reached.map((s) => s.label)])].slice(0, FULL_CARDS);
}

// Cards for the simples in Fun(X): all of few, those that are reached and those that were asked for of many; the others are tiles, on C_n x C_n in the order of frequencies.
function ensureCards(d) {
  const key = app.state.x;
  if (ui.cardKey !== key) { ui.cardKey = key; ui.shown = new Set(firstCards(d)); ui.cards = []; clear(ui.grid); clear(ui.tiles); }
  for (const hand of d.hands) ui.shown.add(hand.label);
  const count = ui.shown.size;
  if (count === ui.cards.length && ui.tileKey.startsWith(`${key}|`)) { drawTiles(d); return; }
  const labels = d.set.simples.filter((s) => ui.shown.has(s.label));
  if (labels.length !== ui.cards.length) {
    ui.cards = labels.map((s) => ui.cards.find((c) => c.simple === s) ?? makeCard(s, actions));
    ui.grid.replaceChildren(...ui.cards.map((c) => c.node));
    ui.tileKey = "";
  }
  const rest = d.set.simples.filter((s) => !ui.shown.has(s.label));
  ui.frequencies = ui.frequencies ?? app.extras.find((part) => part.frequencies)?.frequencies() ?? new Map();
  const place = (s) => { const [k, l] = ui.frequencies.get(s.label) ?? [0, 0]; return 1000 * k + l; };
  rest.sort((a, b) => place(a) - place(b));
  const missing = app.data.simples.filter((s) => !d.set.simples.some((c) => c.label === s.label)).map((s) => s.label);
  if (ui.tileKey !== `${key}|${rest.length}`) {
    ui.tileKey = `${key}|${rest.length}`;
    ui.tiles.replaceChildren(...rest.map((s) => { const bar = el("span", { class: "normbar" }); const tile = button("", () => { ui.shown.add(s.label); redraw(); }, { class: "tile", test: `card-${s.label}` }); tile.append(el("span", {}, el("b", { text: s.label }), ui.frequencies.has(s.label) ? el("small", { class: "muted", text: ` (${ui.frequencies.get(s.label).join(",")})` }) : ""), bar); tile.bar = bar; tile.label = s.label; tile.position = d.set.simples.indexOf(s); return tile; }), ...(missing.length > 0 ? [el("p", { class: "muted small", text: `not in Fun(X): ${missing.join(" ")}` })] : []));
  }
  drawTiles(d);
}

function drawTiles(d) {
  const top = Math.max(1e-12, ...d.flows[0].parts.map((p) => p.norm));
  for (const tile of ui.tiles.children) if (tile.bar) tile.bar.style.width = `${((60 * d.flows[0].parts[tile.position].norm) / top).toFixed(1)}px`;
}

function drawPins(place, d) {
  const key = `${app.state.n.map((p) => JSON.stringify(p, (k, v) => (typeof v === "bigint" ? String(v) : v))).join("|")}`;
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  clear(place);
  app.state.n.forEach((entry, i) => place.append(pinPanel(entry, i)));
}

function pinPanel(entry, index) {
  const set = setNamed(entry.x);
  const simple = set && componentOf(set, entry.hand.label);
  if (!simple || entry.hand.points[0].length !== simple.copyDimension) return el("section", { class: "panel", text: `pin ${index + 1}: not on this page` });
  const f = activationNamed(entry.f);
  const values = exactValues(app.field, simple, entry.hand.copy, entry.hand.points[0]);
  const images = exactImages(app.field, f, values);
  const d = { ...app.derived, set, f, hands: [{ ...entry.hand, simple, id: "a" }] };
  const text = (c, format = "radicals") => formatNumber(app.field, c, format);
  const rows = set.simples.map((target) => {
    const none = app.derived.set === set && app.derived.f.name === f.name ? isArrow({ ...d, arrows: app.derived.arrows, alone: true }, target.label) === false : false;
    const exact = images ? exactProjection(app.field, target, images) : null;
    const matrix = exactMatrix(app.field, f, simple, entry.hand.copy, target, values);
    return el("tr", {}, el("th", { scope: "row", text: target.label }),
      el("td", { class: "mono" }, exact ? numberList(exact.coordinates) : "decimals only"),
      el("td", { class: "mono", text: exact ? exact.coordinates.map((c) => text(c, "decimals:12")).join(", ") : "" }),
      el("td", { class: "mono" }, matrix && matrix.matrix.length * simple.copyDimension <= 36 ? matrix.matrix.map((row) => el("div", {}, numberList(row))) : ""),
      el("td", { class: "small", text: none ? reasonOf(app.derived, entry.hand.label, target.label) : exact && exact.coordinates.every(isZeroIn) ? "0 here" : "" }));
  });
  const command = commandOf(entry.hand, entry.f, entry.x);
  const as = (format) => () => copyText(handAnswer(format, entry.hand, entry.f, entry.x));
  return el("section", { class: "panel", test: `pin-${index + 1}` },
    el("h2", { text: `Pinned: (${entry.hand.points[0].map(ratText).join(", ")}) in ${entry.hand.label}, ${entry.f} on ${entry.x}` }), button("close", () => change({ n: app.state.n.filter((_, i) => i !== index) })),
    el("p", { class: "mono small", text: `chamber ${signText(exactChamber(d).map((s) => s ?? 0))}` }),
    el("div", { class: "scroll" }, el("table", {}, el("thead", {}, el("tr", {}, ["target", "image (exact)", "\u2248", "matrix on this chamber", "why"].map((t) => el("th", { text: t })))), el("tbody", {}, rows))),
    el("div", { class: "row" }, el("code", { text: command, test: index === 0 ? "command" : `command-${index + 1}` }), button("Copy", () => copyText(command)), button("LaTeX", as("latex")), button("GAP", as("gap")), button("JSON", as("json")), button("Markdown", as("markdown"))));
}

function speak(d) {
  clearTimeout(ui.live);
  ui.live = setTimeout(() => {
    const hand = d.hands[0];
    const parts = d.set.simples.slice(0, 12).map((s, k) => { const none = isArrow(d, s.label) === false; const p = d.flows[0].parts[k]; return none ? `${s.label} exactly zero: no arrow` : `${s.label} ${Array.from(p.coordinates.slice(0, 4), shortNumber).join(", ")}`; });
    document.getElementById("live").textContent = `${hand.id} at (${standing(hand).map(ratText).join(", ")}) in ${hand.label}. ${parts.join(". ")}.`;
  }, 400);
}

function build() {
  const shell = document.getElementById("app");
  document.getElementById("static").remove();
  const bar = toolbar();
  ui.grid = el("div", { class: "cards", id: "cards", tabindex: -1 });
  ui.tiles = el("div", { class: "tiles" });
  const strip = makeStrip();
  const graph = makeGraph(actions);
  const pair = makePair(actions);
  const pins = el("div", { class: "pins" });
  const tabs = [["maps", "All maps"], ["chars", "Character table"], ["normal", "Normal subgroups"], ["gsets", "G-sets"], ...app.extras.map((part) => [part.tab, part.title]), ["terms", "Definitions"], ["cite", "Data and cite"]];
  app.tabs = tabs.map(([id]) => id);
  const tabRow = el("div", { role: "tablist", class: "row tabs", "aria-label": "more", id: "more", tabindex: -1, onkeydown: (event) => { const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]; if (!step || event.target === event.currentTarget) return; const at = (tabs.findIndex(([id]) => id === app.state.tab) + step + tabs.length) % tabs.length; change({ tab: tabs[at][0] }); drawNow(); tabRow.children[at].focus(); event.preventDefault(); } }, tabs.map(([id, text]) => button(text, () => change({ tab: id }), { role: "tab", id: `tab-${id}`, "aria-controls": "panel", test: `tab-${id}`, "data-tab": id })));
  const tabBody = el("div", { class: "panel", role: "tabpanel", id: "panel" });
  ui.shaper = makeShaper();
  shell.append(bar.node, ui.shaper.node, el("main", { class: "page" }, el("div", { class: "left" }, ui.grid, ui.tiles, strip.node), el("aside", { class: "right" }, graph.node, pair.node), pins, tabRow, tabBody),
    el("footer", { class: "muted small" }, el("code", { text: app.data.page.command }), ` \u00b7 sha256 ${app.data.page.sha256.slice(0, 12)} \u00b7 eqnn ${app.data.page.version} \u00b7 works offline`));
  const sections = [["Pictures", "cards"], ["Graph", "graph"], ["Pair", "pair"], ["Group", "more", "chars"], ["Cite", "more", "cite"]];
  shell.append(el("nav", { class: "bottom", "aria-label": "sections", test: "bottom" }, sections.map(([text, id, tab]) => button(text, () => { if (tab) { change({ tab }); drawNow(); } document.getElementById(id).scrollIntoView({ block: "start" }); document.getElementById(id).focus({ preventScroll: true }); }, { test: `bottom-${text.toLowerCase()}` }))));
  const tools = document.getElementById("tools");
  const copyAs = el("select", { test: "copy-as", "aria-label": "copy as", onchange: (e) => { const target = e.target.value; e.target.value = ""; copyFormat(target); } }, [["", "Copy as"], ["command", "command"], ["json", "JSON"], ["gap", "GAP"], ["latex", "LaTeX"], ["markdown", "Markdown"], ["svg", "picture as SVG"], ["tikz", "picture as TikZ"]].map(([value, text]) => el("option", { value, text })));
  tools.append(button("\u21b6", undo, { test: "undo", "aria-label": "undo" }), button("\u21b7", redo, { test: "redo", "aria-label": "redo" }), button("Copy link", () => { writeLink(); copyText(`${location.href.split("#")[0]}#${fragment()}`); }, { test: "copy-link" }), copyAs, button("Cite", () => change({ tab: "cite" }), { test: "cite" }), button("\u25d0", theme, { test: "theme", "aria-label": "colour scheme" }));
  let tabKey = "";
  app.views.push((d) => {
    document.documentElement.dataset.scheme = app.state.d;
    ensureCards(d);
    drawToolbar(bar, d);
    drawCards(ui.cards, d);
    drawStrip(strip, d);
    drawShaper(ui.shaper, d);
    if (!app.dragging) {
      drawGraph(graph, d);
      drawPair(pair, d);
      drawPins(pins, d);
    }
    if (app.normal !== null || ui.marked) markNormal([...ui.cards.map((card) => ({ node: card.node, label: card.simple.label })), ...[...ui.tiles.children].filter((tile) => tile.label).map((tile) => ({ node: tile, label: tile.label })), ...graph.nodes, ...[...tabBody.querySelectorAll(".chip")].map((node) => ({ node, label: node.dataset.label }))], d.set);
    ui.marked = app.normal !== null;
    if (tabKey !== app.state.tab) tabRow.querySelectorAll("button").forEach((b) => { b.setAttribute("aria-selected", String(b.dataset.tab === app.state.tab)); b.tabIndex = b.dataset.tab === app.state.tab ? 0 : -1; });
    tabBody.setAttribute("aria-labelledby", `tab-${app.state.tab}`);
    if (tabKey !== app.state.tab) { tabKey = app.state.tab; clear(tabBody); tabBody.removeAttribute("data-key"); fillTab(tabBody, app.state.tab); }
    if (app.state.tab === "maps") drawMaps(tabBody, d);
    app.extras.find((part) => part.tab === app.state.tab)?.draw(tabBody, d);
    speak(d);
  });
}

function stopExtras() { for (const part of app.extras) part.stop?.(); }

function theme() { change({ d: { "": "light", light: "dark", dark: "" }[app.state.d] }); }

function copyFormat(format) {
  if (format === "") return;
  if (format === "svg" || format === "tikz") { const picture = document.querySelector(`[data-testid=picture-${app.state.h[0].label}]`); copyText(pictureText(picture, `${picture.querySelector("title").textContent}, ${app.data.group.name}`, format)); return; }
  copyText(handAnswer(format));
}

function start() {
  openData(JSON.parse(document.getElementById("eqnn-data").textContent));
  app.extras = app.extras.filter((part) => part.fits());
  build();
  loadFragment(location.hash);
  drawNow();
  window.addEventListener("hashchange", () => { if (location.hash.slice(1) !== fragment()) loadFragment(location.hash); });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || event.target.matches("input,textarea")) return;
    event.preventDefault();
    if (event.shiftKey) redo(); else undo();
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) { stopExtras(); ui.playing = false; } });
}

try {
  start();
  installHooks(Promise.resolve(true));
  document.documentElement.dataset.ready = "yes";
} catch (error) {
  report(error);
}
