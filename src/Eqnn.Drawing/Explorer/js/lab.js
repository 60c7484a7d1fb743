import { R0, R1, parseRat, ratNumber, ratText } from "./rational.js";

// Images on C_n x C_n as data: a picture of zeros and ones, frequencies put in or taken out, an exact kernel, layers. The text of it stands in the link.
export const PRESETS = ["disc", "point", "stripe", "letter"];
export const MOST_LAYERS = 8;

// The side of the images of a group C_n x C_n, 0 for other groups and beyond 28.
export function sideOf(name) { const match = /^C(\d+) ?x ?C(\d+)$/.exec(name); return match !== null && match[1] === match[2] && Number(match[1]) <= 28 ? Number(match[1]) : 0; }

export function plainLab() { return { base: "disc", kernel: [0, 1, 0, 1, 1, 1, 0, 1, 0].map((w) => (w ? R1 : R0)), toggled: [], layers: 0 }; }

export function labText(lab) {
  const usual = plainLab();
  const kernel = lab.kernel.map(ratText).join(",");
  const text = [lab.base, kernel === usual.kernel.map(ratText).join(",") ? "" : kernel, lab.toggled.map(([k, l]) => `${k}.${l}`).join(","), lab.layers === 0 ? "" : String(lab.layers)].join(";");
  return text === "disc;;;" ? "" : text;
}

// Reads the text; null where it is none for images of side n.
export function parseLab(text, n) {
  if (text === "") return plainLab();
  const [base, kernel = "", toggled = "", layers = "", ...more] = text.split(";");
  const usual = plainLab();
  const weights = kernel === "" ? usual.kernel : kernel.split(",").map(parseRat);
  const list = toggled === "" ? [] : toggled.split(",").map((pair) => pair.split(".").map(Number));
  const count = layers === "" ? 0 : Number(layers);
  const good = more.length === 0 && (PRESETS.includes(base) || new RegExp(`^x[0-9a-f]{${Math.ceil((n * n) / 4)}}$`).test(base)) && weights.length === 9 && !weights.includes(null)
    && list.every((pair) => pair.length === 2 && pair.every((k) => Number.isInteger(k) && k >= 0 && k < n)) && Number.isInteger(count) && count >= 0 && count <= MOST_LAYERS;
  return good ? { base, kernel: weights, toggled: list, layers: count } : null;
}

// A drawing of zeros and ones as hexadecimal digits, and back.
export function bitsText(pixels) {
  let text = "x";
  for (let i = 0; i < pixels.length; i += 4) text += [0, 1, 2, 3].reduce((sum, k) => sum * 2 + (pixels[i + k] ? 1 : 0), 0).toString(16);
  return text;
}

export function basePixels(base, n) { return PRESETS.includes(base) ? preset(n, base) : Float64Array.from({ length: n * n }, (_, i) => (parseInt(base[1 + (i >> 2)], 16) >> (3 - (i & 3))) & 1); }

// A frequency and its opposite are one real wave; the name of the pair is the smaller of the two.
export function pairOfFrequency([k, l], n) {
  const other = [(n - k) % n, (n - l) % n];
  return other[0] < k || (other[0] === k && other[1] < l) ? other : [k, l];
}

// The coefficient of e^(2 pi i (kx + ly)/n) times n^2.
export function coefficient(pixels, n, [k, l]) {
  let [re, im] = [0, 0];
  pixels.forEach((p, i) => { const a = (2 * Math.PI * (k * (i % n) + l * Math.floor(i / n))) / n; re += p * Math.cos(a); im -= p * Math.sin(a); });
  return [re, im];
}

// The image of a lab: a toggled frequency that is in the drawing is taken out, one that is not is put in as a wave of height 1.
export function labPixels(lab, n) {
  const base = basePixels(lab.base, n);
  const out = base.slice();
  for (const [k, l] of lab.toggled) {
    const [re, im] = coefficient(base, n, [k, l]);
    const there = Math.hypot(re, im) > 1e-9 * n * n;
    const double = (2 * k) % n === 0 && (2 * l) % n === 0 ? 1 : 2;
    for (let i = 0; i < out.length; i++) {
      const a = (2 * Math.PI * (k * (i % n) + l * Math.floor(i / n))) / n;
      out[i] += there ? (-double * (re * Math.cos(a) - im * Math.sin(a))) / (n * n) : Math.cos(a);
    }
  }
  return out;
}

// Layers one after the other: convolve, then f.
export function labLayers(lab, f, n) {
  const kernel = lab.kernel.map(ratNumber);
  let pixels = labPixels(lab, n);
  for (let i = 0; i < lab.layers; i++) pixels = convolve(pixels, kernel, n).map(f);
  return pixels;
}

// By what the convolution multiplies a frequency: exactly, as a sum of cosines (and i times sines), and as a double.
export function eigenvalue(kernel, n, [k, l]) {
  const [cosines, sines] = [new Map(), new Map()];
  const put = (map, r, w) => map.set(r, (map.get(r) ?? 0) + w);
  const sums = { re: 0, im: 0 };
  const common = kernel.reduce((d, q) => (d * q.d) / greatest(d, q.d), 1n);
  kernel.forEach((q, i) => {
    const w = Number((q.n * common) / q.d);
    if (w === 0) return;
    const r = ((k * ((i % 3) - 1) + l * (Math.floor(i / 3) - 1)) % n + n) % n;
    put(cosines, Math.min(r, n - r) % n, w);
    if (r !== 0 && 2 * r !== n) put(sines, Math.min(r, n - r), r < n - r ? w : -w);
    sums.re += (w * Math.cos((2 * Math.PI * r) / n)) / Number(common);
    sums.im += (w * Math.sin((2 * Math.PI * r) / n)) / Number(common);
  });
  return { text: `${sumText(cosines, "cos", n, common)}${[...sines.values()].some((w) => w !== 0) ? ` + i (${sumText(sines, "sin", n, common)})` : ""}`, ...sums };
}

function greatest(a, b) { return b === 0n ? a : greatest(b, a % b); }

// Rational values of cosines are put together, the others stay as they are.
function sumText(terms, name, n, common) {
  let [whole, text] = [0, ""];
  for (const [r, w] of [...terms].sort((a, b) => a[0] - b[0])) {
    const known = name === "cos" ? { 0: 2, 1: -2 }[(2 * r) / n] ?? { 0.25: 0, [1 / 6]: 1, [1 / 3]: -1 }[r / n] : undefined;
    if (w === 0) continue;
    if (known !== undefined) { whole += w * known; continue; }
    const g = Number(greatest(BigInt(2 * r), BigInt(n)));
    const [top, below] = [(2 * r) / g, n / g];
    const size = fraction(Math.abs(w), common);
    text += `${w < 0 ? " \u2212 " : text === "" ? "" : " + "}${size === "1" ? "" : `${size} `}${name}(${top === 1 ? "" : top}\u03c0/${below})`;
  }
  const head = whole === 0 ? "" : `${whole < 0 ? "\u2212" : ""}${fraction(Math.abs(whole), common * 2n)}`;
  return head === "" ? text.replace(/^ \u2212 /, "\u2212") || "0" : text === "" ? head : `${head}${text.startsWith(" \u2212") ? "" : " + "}${text}`;
}

function fraction(top, below) { const g = greatest(BigInt(top), below); const [n, d] = [BigInt(top) / g, below / g]; return d === 1n ? String(n) : `${n}/${d}`; }

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
