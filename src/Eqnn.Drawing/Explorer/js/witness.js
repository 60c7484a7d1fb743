import { embedded, pictured, projected } from "./image.js";
import { norm } from "./linear.js";
import { shortNumber } from "./numbers.js";
import { colourIndex } from "./palette.js";
import { actionOf, movedBy, parseCycles, wordOf } from "./elements.js";
import { app, componentOf, copyCount, positionOf, reducedMotion, setNamed } from "./store.js";
import { button, clear, el, pathText, svg } from "./dom.js";

// The proof of a verdict as a moving picture: the witness relu(v - beta) where a map exists, and an element of the group that forbids all maps where none does.

const SIDE = 150;
const MIDDLE = SIDE / 2;
const REACH = 60;
const STEPS = 200;

function regularSet() {
  const order = app.data.group.order;
  const entry = app.data.gsets.find((s) => String(s.size) === order && s.orbits.length === 1 && s.stabilisers[0] === "1");
  return entry ? setNamed(entry.name) : null;
}

// All copies of a simple: the function on X with these coordinates.
function whole(simple, coordinates) { return Float64Array.from(simple.numeric.iota, (row) => row.reduce((sum, c, j) => sum + c * coordinates[j], 0)); }

function onto(simple, h) { return whole(simple, projected(simple, h).coordinates); }

function scaled(h, t) { return h.map((v) => v * t); }

function inner(a, b) { return a.reduce((sum, v, i) => sum + v * b[i], 0); }

// The film of a pair: at(t), 0 <= t <= 1, and what it says; null with a reason where the page has no set for it.
export function filmOf(source, target, verdict) { return verdict.exists ? witnessFilm(source, target, verdict) : obstructionFilm(source, target, verdict); }

function witnessFilm(source, target, verdict) {
  const set = regularSet();
  if (!set) return { kind: "none", reason: "the witness lives on the regular set, which is not on this page" };
  const [from, to] = [componentOf(set, source), componentOf(set, target)];
  const point = new Float64Array(set.size);
  point[0] = 1;
  const r = onto(from, point);
  const size = norm(r);
  const other = set.generators.map((g) => movedBy(r, g)).map((s) => { const c = inner(s, r) / (size * size); return s.map((v, i) => v - c * r[i]); }).find((s) => norm(s) > 1e-9);
  const second = other ? scaled(other, size / norm(other)) : null;
  const beta = verdict.bias.double;
  const path = (t) => { const a = 2 * Math.PI * t; return r.map((v, i) => 1.25 * (Math.cos(a) * v + (second ? Math.sin(a) * second[i] : 0))); };
  const cut = (h) => h.map((v) => Math.max(0, v - beta));
  const value = (h) => projected(to, cut(h));
  const at = (t) => { const h = path(t); const out = cut(h); const part = projected(to, out); return { h, out, part, text: `v on a circle through P e\u2081 in ${source}, ${Math.round(360 * t)}\u00b0: ${out.filter((v) => v > 0).length} of ${set.size} values are above \u03b2; F(v) has norm ${shortNumber(part.norm)}` }; };
  return { kind: "witness", beta, set, from, to, at, valueAtIdentity: whole(to, value(r).coordinates)[0], title: `F(v) = P relu(v \u2212 \u03b2) in ${target}, \u03b2 = ${verdict.bias.radical}` };
}

function obstructionFilm(source, target, verdict) {
  const set = [app.state.x, ...app.data.gsets.map((s) => s.name)].map(setNamed).find((s) => s && componentOf(s, source) && componentOf(s, target));
  if (!set) return { kind: "none", reason: `no G-set of this page has both ${source} and ${target}` };
  const word = wordOf(app.data.group.generators, parseCycles(verdict.element, app.data.group.degree));
  if (!word) return { kind: "none", reason: "the group is too large to write the element in its generators here" };
  const images = actionOf(set.generators, word, set.size);
  const [from, to] = [componentOf(set, source), componentOf(set, target)];
  const basis = (simple) => Array.from({ length: simple.copyDimension }, (_, i) => embedded(simple, 0, Array.from({ length: simple.copyDimension }, (_, k) => (k === i ? 1 : 0))));
  const gap = (h) => norm(movedBy(h, images).map((v, i) => v - h[i])) / norm(h);
  const v = basis(from)[0];
  const w = basis(to).reduce((best, h) => (gap(h) > gap(best) ? h : best));
  const gw = movedBy(w, images);
  const at = (t) => { const s = (1 - Math.cos(2 * Math.PI * t)) / 2; const h = w.map((c, i) => c + s * (gw[i] - c)); return { h: v, out: h, part: projected(to, h), source: projected(from, movedBy(v, images)), text: `g = ${verdict.element} leaves v in ${source} where it is (it moves by ${shortNumber(gap(v))}) and moves w in ${target}: F(v) = F(gv) = gF(v) for every equivariant F, and only 0 in ${target} is fixed by ker ${source}` }; };
  return { kind: "obstruction", set, from, to, at, moves: [gap(v), gap(w)], title: `${verdict.element} acts: ${source} stands still, ${target} does not` };
}

export function makeMovie() {
  const title = el("p", { class: "small", test: "movie-title" });
  const left = svg("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, class: "film", role: "img", "data-testid": "movie-source" });
  const right = svg("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, class: "film", role: "img", "data-testid": "movie-target" });
  const slider = el("input", { type: "range", min: 0, max: STEPS, value: 0, test: "movie-time", "aria-label": "time of the moving picture" });
  const text = el("p", { class: "small", test: "movie-text" });
  const movie = { title, left, right, slider, text, film: null, playing: false, key: "" };
  slider.addEventListener("input", () => { stop(movie); frame(movie); });
  movie.play = button("Play", () => { if (movie.playing) stop(movie); else roll(movie); }, { test: "play", "aria-pressed": "false" });
  const by = (n) => () => { stop(movie); slider.value = (Number(slider.value) + n + STEPS) % STEPS; frame(movie); };
  movie.node = el("div", { class: "movie", test: "movie" }, title, el("div", { class: "row" }, left, right), el("div", { class: "row" }, movie.play, button("\u2039", by(-5), { "aria-label": "step back", test: "movie-back" }), slider, button("\u203a", by(5), { "aria-label": "step forward", test: "movie-step" })), text);
  return movie;
}

function roll(movie) {
  if (!movie.film || movie.film.kind === "none") return;
  if (reducedMotion()) { movie.slider.value = (Number(movie.slider.value) + 10) % STEPS; frame(movie); return; }
  movie.playing = true;
  movie.play.setAttribute("aria-pressed", "true");
  movie.play.textContent = "Pause";
  const tick = () => {
    if (!movie.playing || document.hidden) { stop(movie); return; }
    movie.slider.value = (Number(movie.slider.value) + 1) % STEPS;
    frame(movie);
    setTimeout(tick, 40);
  };
  tick();
}

function stop(movie) { movie.playing = false; movie.play.setAttribute("aria-pressed", "false"); movie.play.textContent = "Play"; }

export function drawMovie(movie, source, target, verdict) {
  stop(movie);
  movie.film = filmOf(source, target, verdict);
  movie.slider.value = 0;
  const none = movie.film.kind === "none";
  for (const part of [movie.left, movie.right, movie.slider, movie.play]) part.style.display = none ? "none" : "";
  movie.title.textContent = none ? `No moving picture: ${movie.film.reason}.` : movie.film.title;
  movie.text.textContent = "";
  if (none) return;
  const { film } = movie;
  const samples = Array.from({ length: STEPS + 1 }, (_, i) => film.at(i / STEPS));
  const copies = (simple) => Array.from({ length: Math.min(4, copyCount(simple)) }, (_, c) => c);
  const reach = (list, simple) => Math.max(1e-12, ...list.flatMap((coordinates) => copies(simple).map((c) => Math.hypot(...flat(simple, c, coordinates)))));
  movie.scale = REACH / reach(samples.map((s) => s.part.coordinates), film.to);
  movie.trace = copies(film.to).map((c) => samples.map((s) => spot(flat(film.to, c, s.part.coordinates), movie.scale)));
  movie.colours = [colourIndex(positionOf(source)), colourIndex(positionOf(target))];
  movie.top = Math.max(1e-12, ...samples.flatMap((s) => Array.from(s.h, Math.abs)));
  movie.sourceScale = film.kind === "obstruction" ? REACH / reach([film.at(0).source.coordinates], film.from) : 1;
  frame(movie);
}

function flat(simple, copy, coordinates) { const p = pictured(simple, copy, coordinates); return p.length === 1 ? [p[0], 0] : [p[0], p[1]]; }

function spot([x, y], scale) { return [MIDDLE + scale * x, MIDDLE - scale * y]; }

function frame(movie) {
  const { film } = movie;
  const now = film.at(Number(movie.slider.value) / STEPS);
  movie.text.textContent = now.text;
  clear(movie.right);
  movie.right.setAttribute("aria-label", now.text);
  movie.right.append(svg("line", { x1: 4, x2: SIDE - 4, y1: MIDDLE, y2: MIDDLE, class: "axis" }), ...(film.to.copyDimension > 1 ? [svg("line", { y1: 4, y2: SIDE - 4, x1: MIDDLE, x2: MIDDLE, class: "axis" })] : []));
  movie.trace.forEach((line, c) => {
    movie.right.append(svg("path", { d: pathText(line), class: `thin k${movie.colours[0]}` }));
    const [x, y] = spot(flat(film.to, c, now.part.coordinates), movie.scale);
    movie.right.append(svg("circle", { cx: x.toFixed(2), cy: y.toFixed(2), r: 5, class: `dot k${movie.colours[0]}`, "data-testid": c === 0 ? "movie-dot" : `movie-dot-${c + 1}` }));
  });
  clear(movie.left);
  movie.left.setAttribute("aria-label", film.kind === "witness" ? "the function v on the regular set, and what relu(v minus beta) leaves of it" : `the vector v of ${film.from.label}, which g leaves where it is`);
  if (film.kind === "obstruction") {
    const [x, y] = spot(flat(film.from, 0, now.source.coordinates), movie.sourceScale);
    movie.left.append(svg("line", { x1: 4, x2: SIDE - 4, y1: MIDDLE, y2: MIDDLE, class: "axis" }), svg("line", { y1: 4, y2: SIDE - 4, x1: MIDDLE, x2: MIDDLE, class: "axis" }), svg("circle", { cx: x.toFixed(2), cy: y.toFixed(2), r: 5, class: `dot k${movie.colours[0]}`, "data-testid": "movie-still" }));
    return;
  }
  const n = now.h.length;
  const width = (SIDE - 8) / n;
  const y = (v) => MIDDLE - (66 * v) / movie.top;
  movie.left.append(svg("path", { d: pathText([[4, y(film.beta ?? 0)], [SIDE - 4, y(film.beta ?? 0)]]), class: "axis" }), svg("line", { x1: 4, x2: SIDE - 4, y1: MIDDLE, y2: MIDDLE, class: "axis" }));
  now.h.forEach((v, i) => { const box = (value, from, name) => svg("rect", { x: (4 + width * i + 0.5).toFixed(2), width: Math.max(0.6, width - 1).toFixed(2), y: Math.min(y(value), y(from)).toFixed(2), height: Math.max(0.4, Math.abs(y(value) - y(from))).toFixed(2), class: name }); movie.left.append(box(v, 0, "hollow")); if (now.out[i] > 0) movie.left.append(box(v, film.beta, `fillbar k${movie.colours[0]}`)); });
}
