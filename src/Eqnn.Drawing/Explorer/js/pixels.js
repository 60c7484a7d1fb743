import { parseRat, ratText } from "./rational.js";
import { shortNumber } from "./numbers.js";
import { parseCycles } from "./elements.js";
import { MOST_LAYERS, PRESETS, basePixels, bitsText, convolve, eigenvalue, labLayers, labText, pairOfFrequency, parseLab, plainLab, sideOf, spectrum } from "./lab.js";
import { app, beginDrag, change, endDrag, redraw } from "./store.js";
import { button, clear, el, svg } from "./dom.js";

function labOf(n) { return parseLab(app.state.i, n) ?? plainLab(); }

function putLab(lab, commit = true) { change({ i: labText(lab) }, commit); }

// The simple of each frequency, read off the characters at the two generators and their product; null where the group is not given by two such generators.
function frequencyLabels(n) {
  const group = app.data.group;
  if (group.generators.length !== 2) return null;
  const key = (images) => images.join();
  const classes = new Map(group.classes.map((c, i) => [key(parseCycles(c.element, group.degree)), i]));
  const [a, b] = group.generators;
  const places = [a, b, a.map((x) => b[x - 1])].map((images) => classes.get(key(images)));
  if (places.includes(undefined) || [0, 1].some((i) => group.classes[places[i]].order !== n)) return null;
  const number = (i) => { const v = group.values[i]; return typeof v === "number" ? v : v.approx[0]; };
  const rows = group.simpleCharacters.map((row) => places.map((c) => number(row[c])));
  return ([k, l]) => { const d = (2 * k) % n === 0 && (2 * l) % n === 0 ? 1 : 2; const wanted = [k, l, k + l].map((m) => d * Math.cos((2 * Math.PI * m) / n)); const at = rows.findIndex((row, i) => app.data.simples[i].dimension === d && row.every((v, j) => Math.abs(v - wanted[j]) < 1e-9)); return at < 0 ? null : app.data.simples[at].label; };
}

// The frequency of each simple on a page with images: label -> [k, l]; empty elsewhere.
function frequenciesOf() {
  const n = sideOf(app.data.group.name);
  const labelOf = n > 0 ? frequencyLabels(n) : null;
  const found = new Map();
  for (let i = 0; labelOf && i < n * n; i++) { const pair = pairOfFrequency([Math.floor(i / n), i % n], n); const label = labelOf(pair); if (label && !found.has(label)) found.set(label, pair); }
  return found;
}

const seen = { n: 0, parts: null, labels: null, at: null };

// Images on C_n x C_n: draw, convolve, apply f, look at the frequencies, take one out or put it in.
function drawImages(place, d) {
  const n = sideOf(app.data.group.name);
  if (seen.n !== n || seen.parts.node.parentNode !== place) { seen.n = n; seen.labels = frequencyLabels(n); seen.parts = buildImages(place, n); }
  const { panes, tiles, kernel, layers, text } = seen.parts;
  const lab = labOf(n);
  const pixels = labLayers(lab, d.f.value, n);
  const convolved = convolve(pixels, lab.kernel.map((q) => Number(q.n) / Number(q.d)), n);
  const out = convolved.map(d.f.value);
  paint(panes.image, pixels, n);
  paint(panes.convolved, convolved, n);
  paint(panes.after, out, n);
  panes.after.previousSibling.textContent = `after ${d.f.name}`;
  kernel.forEach((box, i) => { if (document.activeElement !== box) box.value = ratText(lab.kernel[i]); });
  layers.textContent = `${lab.layers} ${lab.layers === 1 ? "layer" : "layers"} applied`;
  const may = seen.at ? reachedFrom(d, seen.at, n) : null;
  const toggled = new Set(lab.toggled.map((pair) => pair.join(".")));
  tiles.forEach(({ nodes }, which) => {
    const values = spectrum(which === 0 ? pixels : out, n);
    const top = Math.max(1e-9, ...values);
    nodes.forEach((tile) => {
      const strength = values[tile.index] / top;
      tile.node.setAttribute("fill-opacity", strength < 1e-9 ? "0" : (0.06 + 0.94 * strength).toFixed(3));
      const kind = `tile2${which === 0 && toggled.has(tile.pair.join(".")) ? " toggled" : ""}${seen.at && tile.pair.join(".") === seen.at.join(".") ? " at" : ""}${which === 1 && may?.has(tile.label) ? " may" : ""}`;
      if (tile.node.getAttribute("class") !== kind) tile.node.setAttribute("class", kind);
    });
  });
  text.textContent = seen.at ? frequencyText(d, lab, n, seen.at, may) : "Point at a frequency: its simple, the eigenvalue of the convolution, where f may send it. A click (or Enter) takes it out of the image or puts it in.";
}

function reachedFrom(d, pair, n) {
  const label = seen.labels?.(pair);
  const i = label ? d.set.simples.findIndex((s) => s.label === label) : -1;
  return d.arrows === null || i < 0 ? null : new Set(d.set.simples.filter((_, j) => d.arrows[i][j]).map((s) => s.label));
}

function frequencyText(d, lab, n, pair, may) {
  const other = pair.map((k) => (n - k) % n);
  const value = eigenvalue(lab.kernel, n, pair);
  const label = seen.labels?.(pair);
  return `Frequency (${pair.join(", ")})${other.join() === pair.join() ? "" : ` with (${other.join(", ")})`}${label ? `, the simple ${label}` : ""}: the convolution multiplies it by ${value.text}, about ${shortNumber(value.re)}${Math.abs(value.im) > 1e-12 ? ` ${value.im < 0 ? "\u2212" : "+"} ${shortNumber(Math.abs(value.im))} i` : ""}.${may ? ` ${d.f.name} may send it to ${[...may].join(" ") || "nothing"}.` : ""}`;
}

function paint(node, values, n) {
  const context = node.getContext("2d");
  const image = context.createImageData(n, n);
  const top = Math.max(1e-9, ...Array.from(values, Math.abs));
  values.forEach((v, i) => { const t = v / top; image.data.set(t >= 0 ? [255 * (1 - t), 255 * (1 - 0.55 * t), 255] : [255, 255 * (1 + 0.7 * t), 255 * (1 + t)], 4 * i); image.data[4 * i + 3] = 255; });
  context.putImageData(image, 0, 0);
}

function buildImages(place, n) {
  const canvas = (title, test) => el("canvas", { width: n, height: n, class: "pixels", role: "img", "aria-label": title, test });
  const panes = { image: canvas("image: click or draw", "image-in"), convolved: canvas("convolved", "image-convolved"), after: canvas("after f", "image-after") };
  panes.image.classList.add("drawn");
  listenPencil(panes.image, n);
  const figure = (title, node) => el("figure", {}, el("figcaption", { text: title }), node);
  const tiles = [0, 1].map((which) => frequencyTiles(n, which));
  const text = el("p", { class: "small why", test: "frequency", "aria-live": "polite" });
  const layers = el("span", { class: "small", test: "layers" });
  const edit = (patch) => putLab({ ...labOf(n), ...patch });
  const kernel = Array.from({ length: 9 }, (_, i) => el("input", { type: "text", class: "box", "aria-label": `weight ${i + 1} of the kernel`, test: `kernel-${i + 1}`, onchange: (e) => { const q = parseRat(e.target.value); const lab = labOf(n); if (q) edit({ kernel: lab.kernel.map((w, k) => (k === i ? q : w)) }); else e.target.value = ratText(lab.kernel[i]); } }));
  const node = el("div", {}, el("h2", { text: "Images: draw, convolve, apply f, look at the frequencies" }),
    el("div", { class: "row" }, PRESETS.map((name) => button(name, () => edit({ base: name, toggled: [], layers: 0 }), { test: `preset-${name}` })), button("all frequencies back", () => edit({ toggled: [] }), { test: "tiles-back" }),
      button("one layer more", () => { const lab = labOf(n); if (lab.layers < MOST_LAYERS) edit({ layers: lab.layers + 1 }); }, { test: "layer-more" }), button("one layer less", () => { const lab = labOf(n); if (lab.layers > 0) edit({ layers: lab.layers - 1 }); }, { test: "layer-less" }), layers),
    el("div", { class: "row" }, "kernel ", el("div", { class: "kernel" }, kernel)),
    el("div", { class: "columns" }, figure("image (click or draw)", panes.image), figure("convolved", panes.convolved), figure("after f", panes.after), figure("frequencies in (click)", tiles[0].picture), figure("frequencies out", tiles[1].picture)), text);
  clear(place).append(node);
  return { node, panes, tiles, kernel, layers, text };
}

// Frequencies as tiles, 0 in the centre; one stop of Tab, arrows move inside.
function frequencyTiles(n, which) {
  const picture = svg("svg", { viewBox: `0 0 ${n} ${n}`, class: "frequencies", role: "group", "aria-label": which === 0 ? "frequencies in" : "frequencies out", "data-testid": which === 0 ? "frequencies-in" : "frequencies-out", onpointerleave: () => pointAt(null) });
  const half = Math.floor(n / 2);
  const nodes = Array.from({ length: n * n }, (_, index) => {
    const [k, l] = [((index % n) - half + n) % n, (Math.floor(index / n) - half + n) % n];
    const pair = pairOfFrequency([k, l], n);
    const toggle = () => { const lab = labOf(n); const name = pair.join("."); const has = lab.toggled.some((p) => p.join(".") === name); putLab({ ...lab, toggled: has ? lab.toggled.filter((p) => p.join(".") !== name) : [...lab.toggled, pair] }); };
    const props = { x: index % n, y: Math.floor(index / n), width: 1, height: 1, class: "tile2", "data-testid": `${which === 0 ? "in" : "out"}-${k}-${l}`, onpointerenter: () => pointAt(pair), onfocus: () => pointAt(pair) };
    return { pair, index, label: seen.labels?.(pair) ?? null, node: svg("rect", which === 0 ? { ...props, role: "button", "aria-label": `frequency (${k}, ${l})`, tabindex: k === 0 && l === 0 ? 0 : -1, onclick: toggle, onkeydown: (e) => { if (e.key === "Enter" || e.key === " ") { toggle(); e.preventDefault(); } } } : props) };
  });
  picture.append(...nodes.map((tile) => tile.node));
  picture.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: n, ArrowUp: -n }[event.key];
    const at = nodes.findIndex((tile) => tile.node === document.activeElement);
    if (!by || at < 0) return;
    event.preventDefault();
    const next = nodes[(at + by + n * n) % (n * n)].node;
    nodes[at].node.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
  return { picture, nodes };
}

function pointAt(pair) { if (seen.at?.join() !== pair?.join()) { seen.at = pair; redraw(); } }

// Drawing starts from what is seen as a picture of zeros and ones; a stroke paints what its first pixel became.
function listenPencil(node, n) {
  let ink = null;
  const pixel = (event) => { const box = node.getBoundingClientRect(); return Math.min(n * n - 1, Math.max(0, Math.floor(((event.clientY - box.top) * n) / box.height) * n + Math.min(n - 1, Math.max(0, Math.floor(((event.clientX - box.left) * n) / box.width))))); };
  const draw = (event, first) => { const lab = labOf(n); const bits = basePixels(lab.base, n); const at = pixel(event); if (first) ink = bits[at] ? 0 : 1; bits[at] = ink; putLab({ ...lab, base: bitsText(bits) }, false); };
  node.addEventListener("pointerdown", (event) => { if (event.button !== 0) return; node.setPointerCapture(event.pointerId); beginDrag(); draw(event, true); });
  node.addEventListener("pointermove", (event) => { if (ink !== null) draw(event, false); });
  const stop = () => { if (ink !== null) { ink = null; endDrag(); } };
  node.addEventListener("pointerup", stop);
  node.addEventListener("pointercancel", stop);
}

app.extras.push({ tab: "images", title: "Images", fits: () => sideOf(app.data.group.name) > 0, draw: drawImages, accepts: (text) => parseLab(text, sideOf(app.data.group.name)) !== null, frequencies: frequenciesOf });
