import { applied, projected } from "./image.js";
import { app } from "./store.js";
import { button, clear, el, svg } from "./dom.js";

// The string: on C_n itself a function is a closed string, and its parts are its overtones.
function hasString() { return /^C\d+$/.test(app.data.group.name) && Number(app.data.group.name.slice(1)) >= 3 && app.data.gsets.some((s) => s.name === "regular"); }

let player = null;
let pitch = 220;

// The overtones of a string that are heard: those above one hundredth of the loudest.
function overtones(values) {
  const n = values.length;
  const sizes = Array.from({ length: Math.floor(n / 2) }, (_, k) => Math.hypot(...["cos", "sin"].map((name) => values.reduce((sum, v, i) => sum + v * Math[name]((2 * Math.PI * (k + 1) * i) / n), 0))));
  const top = Math.max(1e-12, ...sizes);
  return sizes.flatMap((size, k) => (size > top / 100 ? [k + 1] : []));
}

function drawString(place, d) {
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
    const points = [...order, order[0]].map((x, i) => `${20 + (380 * i) / n},${60 - (50 * h[x]) / Math.max(1e-9, ...Array.from(h, Math.abs))}`);
    return el("figure", {}, el("figcaption", { text: title }), svg("svg", { viewBox: "0 0 420 120", role: "img", "aria-label": title }, svg("polyline", { points: points.join(" "), class: "image k1", fill: "none" })));
  };
  const h = d.total;
  const out = applied(d.f, h);
  const sound = (values, name) => button(`Play ${name}`, () => play(order.map((x) => values[x])), {});
  place.append(el("div", { class: "columns" }, curve(h, "the string v"), curve(out, "f(v)"), bars(h, "frequencies of v"), bars(out, "frequencies of f(v)")), el("div", { class: "row" }, sound(h, "v"), sound(out, "f(v)"), button("Stop", stopSound)),
    el("label", { class: "row small" }, "pitch ", el("input", { type: "range", min: 110, max: 440, value: pitch, "aria-label": "pitch in hertz", oninput: (e) => { pitch = Number(e.target.value); if (player) player.tone.frequency.value = pitch; e.target.nextSibling.textContent = `${pitch} Hz`; } }), el("span", { class: "mono", text: `${pitch} Hz` })),
    el("p", { class: "small", test: "heard", text: heard(overtones(order.map((x) => h[x])), overtones(order.map((x) => out[x]))) }));
}

function heard(before, after) {
  const added = after.filter((k) => !before.includes(k));
  return `Heard of v: overtone ${before.join(", ") || "none"}; of f(v): ${after.join(", ") || "none"}${added.length > 0 ? `. Added: ${added.map((k) => (k === 2 ? "the octave" : k === 4 ? "the double octave" : k === 8 ? "the third octave" : `overtone ${k}`)).join(", ")}` : ""}. Nothing sounds before you press Play.`;
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
  tone.frequency.value = pitch;
  gain.gain.setValueAtTime(0, audio.currentTime);
  gain.gain.linearRampToValueAtTime(0.15, audio.currentTime + 0.05);
  tone.connect(gain).connect(audio.destination);
  tone.start();
  player = { audio, gain, tone };
  setTimeout(stopSound, 2500);
}

function stopSound() {
  if (!player) return;
  const { audio, gain } = player;
  player = null;
  gain.gain.linearRampToValueAtTime(0, audio.currentTime + 0.05);
  setTimeout(() => audio.close(), 120);
}

app.extras.push({ tab: "string", title: "String", fits: hasString, draw: (place, d) => { if (!app.dragging) drawString(place, d); }, stop: stopSound });
