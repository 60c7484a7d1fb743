import { applied, projected } from "./image.js";
import { app, redraw } from "./store.js";
import { button, clear, el, svg } from "./dom.js";

// The string: on C_n itself a function is a closed string, and its parts are its overtones.
export function hasString() { return /^C\d+$/.test(app.data.group.name) && Number(app.data.group.name.slice(1)) >= 3 && app.data.gsets.some((s) => s.name === "regular"); }

export function hasImages() { const match = /^C(\d+) ?x ?C(\d+)$/.exec(app.data.group.name); return match !== null && match[1] === match[2] && Number(match[1]) <= 28; }

let player = null;

export function drawString(place, d) {
  clear(place);
  place.append(el("h2", { text: "String: frequencies in and out" }));
  const n = d.set.size;
  const order = cyclicOrder(d);
  const bars = (h, title) => {
    const picture = svg("svg", { viewBox: "0 0 420 120", role: "img", "aria-label": title });
    const parts = d.set.simples.map((s) => projected(s, h).norm);
    const top = Math.max(1e-9, ...parts);
    parts.forEach((p, i) => picture.append(svg("rect", { x: 20 + (380 * i) / parts.length, width: Math.max(2, 320 / parts.length), y: 100 - (80 * p) / top, height: (80 * p) / top, class: "fillbar k1" }), svg("text", { x: 20 + (380 * (i + 0.4)) / parts.length, y: 114, "text-anchor": "middle", text: d.set.simples[i].label })));
    return el("figure", {}, el("figcaption", { text: title }), picture);
  };
  const curve = (h, title) => {
    const points = order.map((x, i) => `${20 + (380 * i) / n},${60 - (50 * h[x]) / Math.max(1e-9, ...Array.from(h, Math.abs))}`);
    return el("figure", {}, el("figcaption", { text: title }), svg("svg", { viewBox: "0 0 420 120", role: "img", "aria-label": title }, svg("polyline", { points: points.join(" "), class: "image k1", fill: "none" })));
  };
  const h = d.total;
  const out = applied(d.f, h);
  const sound = (values, name) => button(`Play ${name}`, () => play(order.map((x) => values[x])), {});
  place.append(el("div", { class: "columns" }, curve(h, "the string v"), curve(out, "f(v)"), bars(h, "frequencies of v"), bars(out, "frequencies of f(v)")), el("div", { class: "row" }, sound(h, "v"), sound(out, "f(v)"), button("Stop", stopSound)),
    el("p", { class: "small", text: "One period of a tone of 220 Hz has the overtones of the string; nothing sounds before you press Play." }));
}

// The points in the order of the cycle of the first generator.
function cyclicOrder(d) {
  const g = d.set.generators[0];
  const order = [0];
  while (order.length < d.set.size && g[order[order.length - 1]] - 1 !== 0) order.push(g[order[order.length - 1]] - 1);
  return order.length === d.set.size ? order : Array.from({ length: d.set.size }, (_, i) => i);
}

function play(values) {
  stopSound();
  const n = values.length;
  const count = Math.floor(n / 2);
  const [re, im] = [new Float32Array(count + 1), new Float32Array(count + 1)];
  for (let k = 1; k <= count; k++) values.forEach((v, i) => { re[k] += (2 * v * Math.cos((2 * Math.PI * k * i) / n)) / n; im[k] += (2 * v * Math.sin((2 * Math.PI * k * i) / n)) / n; });
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.setPeriodicWave(audio.createPeriodicWave(re, im));
  tone.frequency.value = 220;
  gain.gain.setValueAtTime(0, audio.currentTime);
  gain.gain.linearRampToValueAtTime(0.15, audio.currentTime + 0.05);
  tone.connect(gain).connect(audio.destination);
  tone.start();
  player = { audio, gain };
  setTimeout(stopSound, 2500);
}

export function stopSound() {
  if (!player) return;
  const { audio, gain } = player;
  player = null;
  gain.gain.linearRampToValueAtTime(0, audio.currentTime + 0.05);
  setTimeout(() => audio.close(), 120);
}

// Images on C_n x C_n: draw, convolve, apply f, look at the frequencies.
const lab = { n: 0, pixels: null, kernel: [0, 1, 0, 1, 1, 1, 0, 1, 0], layers: 0 };

export function drawImages(place, d) {
  clear(place);
  const n = Number(/^C(\d+)/.exec(app.data.group.name)[1]);
  if (lab.n !== n) { lab.n = n; lab.pixels = preset(n, "disc"); }
  const convolved = convolve(lab.pixels, lab.kernel, n);
  const out = convolved.map(d.f.value);
  const canvas = (values, title, paint) => {
    const node = el("canvas", { width: n, height: n, class: "pixels", role: "img", "aria-label": title });
    const context = node.getContext("2d");
    const image = context.createImageData(n, n);
    const top = Math.max(1e-9, ...Array.from(values, Math.abs));
    values.forEach((v, i) => { const t = v / top; image.data.set(t >= 0 ? [255 * (1 - t) , 255 * (1 - 0.55 * t), 255] : [255, 255 * (1 + 0.7 * t), 255 * (1 + t)], 4 * i); image.data[4 * i + 3] = 255; });
    context.putImageData(image, 0, 0);
    if (paint) node.addEventListener("pointerdown", (event) => { const box = node.getBoundingClientRect(); const x = Math.floor(((event.clientX - box.left) * n) / box.width); const y = Math.floor(((event.clientY - box.top) * n) / box.height); lab.pixels[y * n + x] = lab.pixels[y * n + x] ? 0 : 1; redraw(); });
    return el("figure", {}, el("figcaption", { text: title }), node);
  };
  place.append(el("h2", { text: "Images: draw, convolve, apply f, look at the frequencies" }),
    el("div", { class: "row" }, ["point", "stripe", "disc", "letter"].map((name) => button(name, () => { lab.pixels = preset(n, name); redraw(); })), button("one layer more", () => { lab.pixels = out.slice(); redraw(); })),
    el("div", { class: "row" }, "kernel ", lab.kernel.map((w, i) => { const box = el("input", { type: "number", step: "any", class: "box", "aria-label": `weight ${i + 1}`, onchange: (e) => { lab.kernel[i] = Number(e.target.value) || 0; redraw(); } }); box.value = w; return box; })),
    el("div", { class: "columns" }, canvas(lab.pixels, "image (click to draw)", true), canvas(convolved, "convolved"), canvas(out, `after ${d.f.name}`), canvas(spectrum(lab.pixels, n), "frequencies in"), canvas(spectrum(out, n), "frequencies out")));
}

export function preset(n, name) {
  return Float64Array.from({ length: n * n }, (_, i) => {
    const [x, y] = [i % n, Math.floor(i / n)];
    if (name === "point") return x === 0 && y === 0 ? 1 : 0;
    if (name === "stripe") return (x + y) % n < n / 2 ? 1 : 0;
    if (name === "disc") return Math.hypot(x - n / 2, y - n / 2) < n / 3.5 ? 1 : 0;
    return (x >= n / 4 && x < n / 2.4 && y > n / 6 && y < (5 * n) / 6) || (y >= (2 * n) / 3 && y < (5 * n) / 6 && x >= n / 4 && x < (3 * n) / 4) ? 1 : 0;
  });
}

export function convolve(pixels, kernel, n) {
  return Float64Array.from(pixels, (_, i) => {
    const [x, y] = [i % n, Math.floor(i / n)];
    return kernel.reduce((sum, w, k) => sum + w * pixels[((y + Math.floor(k / 3) - 1 + n) % n) * n + ((x + (k % 3) - 1 + n) % n)], 0);
  });
}

// log(1 + |coefficient|), 0 in the centre.
export function spectrum(pixels, n) {
  const half = Math.floor(n / 2);
  const wave = Array.from({ length: n }, (_, k) => [Math.cos((2 * Math.PI * k) / n), Math.sin((2 * Math.PI * k) / n)]);
  const rows = Array.from({ length: n }, (_, y) => Array.from({ length: n }, (_, k) => { let [re, im] = [0, 0]; for (let x = 0; x < n; x++) { const [c, s] = wave[(k * x) % n]; re += pixels[y * n + x] * c; im -= pixels[y * n + x] * s; } return [re, im]; }));
  const out = new Float64Array(n * n);
  for (let k = 0; k < n; k++) for (let l = 0; l < n; l++) {
    let [re, im] = [0, 0];
    for (let y = 0; y < n; y++) { const [c, s] = wave[(l * y) % n]; const [a, b] = rows[y][k]; re += a * c + b * s; im += b * c - a * s; }
    out[((l + half) % n) * n + ((k + half) % n)] = Math.log1p(Math.hypot(re, im));
  }
  return out;
}

