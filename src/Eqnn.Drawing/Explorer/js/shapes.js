// A picture as a list of shapes, and from it text: SVG that stands alone, TikZ, Markdown. Shapes are { kind: "path", points, closed, stroke, fill, width, dash, opacity }, { kind: "circle", x, y, r, ... } and { kind: "text", x, y, text, anchor, size, fill }.

// The polylines of a path with M, L, H, V, Z, A, C, a, h, v; arcs and curves by points.
export function polylines(d) {
  const tokens = d.match(/[MLHVZACahvz]|-?\d*\.?\d+(?:e-?\d+)?/g) ?? [];
  const lines = [];
  let [x, y, at] = [0, 0, 0];
  let command = "";
  const next = () => Number(tokens[at++]);
  const to = (a, b) => { [x, y] = [a, b]; lines[lines.length - 1].points.push([x, y]); };
  while (at < tokens.length) {
    if (/[A-Za-z]/.test(tokens[at])) command = tokens[at++];
    if (command === "M") { [x, y] = [next(), next()]; lines.push({ points: [[x, y]], closed: false }); command = "L"; }
    else if (command === "L") to(next(), next());
    else if (command === "H") to(next(), y);
    else if (command === "V") to(x, next());
    else if (command === "h") to(x + next(), y);
    else if (command === "v") to(x, y + next());
    else if (command === "Z" || command === "z") { const line = lines[lines.length - 1]; line.closed = true; [x, y] = line.points[0]; }
    else if (command === "C") { const p = [[x, y], [next(), next()], [next(), next()], [next(), next()]]; for (let i = 1; i <= 12; i++) { const t = i / 12; to(...[0, 1].map((k) => (1 - t) ** 3 * p[0][k] + 3 * t * (1 - t) ** 2 * p[1][k] + 3 * t * t * (1 - t) * p[2][k] + t ** 3 * p[3][k])); } }
    else if (command === "A" || command === "a") {
      const [r, , , , sweep] = [next(), next(), next(), next(), next()];
      const end = command === "A" ? [next(), next()] : [x + next(), y + next()];
      arc([x, y], end, r, sweep === 1).forEach((p) => to(...p));
    } else return lines;
  }
  return lines;
}

// The shorter arc of a circle between two points; half circles turn as the flag says.
function arc([x1, y1], [x2, y2], r, sweep) {
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const half = Math.hypot(x2 - x1, y2 - y1) / 2;
  const lift = Math.sqrt(Math.max(0, r * r - half * half)) / (half || 1);
  const side = sweep ? 1 : -1;
  const [cx, cy] = [mx - side * lift * (y2 - y1) / 2, my + side * lift * (x2 - x1) / 2];
  const [from, till] = [Math.atan2(y1 - cy, x1 - cx), Math.atan2(y2 - cy, x2 - cx)];
  let turn = till - from;
  if (sweep && turn <= 0) turn += 2 * Math.PI;
  if (!sweep && turn >= 0) turn -= 2 * Math.PI;
  return Array.from({ length: 12 }, (_, i) => { const a = from + (turn * (i + 1)) / 12; return [cx + r * Math.cos(a), cy + r * Math.sin(a)]; });
}

function escaped(text) { return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"); }

function short(x) { return String(Number(x.toFixed(2))); }

export function svgText(shapes, width, height, title) {
  const paint = (s) => `fill="${s.fill ?? "none"}" stroke="${s.stroke ?? "none"}"${s.stroke ? ` stroke-width="${short(s.width)}"` : ""}${s.dash ? ` stroke-dasharray="${s.dash}"` : ""}${s.opacity < 1 ? ` opacity="${short(s.opacity)}"` : ""}`;
  const body = shapes.map((s) => s.kind === "circle" ? `<circle cx="${short(s.x)}" cy="${short(s.y)}" r="${short(s.r)}" ${paint(s)}/>`
    : s.kind === "text" ? `<text x="${short(s.x)}" y="${short(s.y)}" text-anchor="${s.anchor}" font-size="${short(s.size)}" font-family="sans-serif" fill="${s.fill}">${escaped(s.text)}</text>`
      : `<path d="M${s.points.map((p) => p.map(short).join(",")).join("L")}${s.closed ? "z" : ""}" ${paint(s)}/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(height)}" role="img"><title>${escaped(title)}</title>\n${body.join("\n")}\n</svg>\n`;
}

// One centimetre is 40 pixels; colours are defined once.
export function tikzText(shapes, width, height, title) {
  const colours = new Map();
  const named = (hex) => { if (!colours.has(hex)) colours.set(hex, `eqnn${String.fromCharCode(97 + colours.size % 26)}${colours.size >= 26 ? String.fromCharCode(97 + Math.floor(colours.size / 26)) : ""}`); return colours.get(hex); };
  const spot = ([x, y]) => `(${short(x / 40)},${short((height - y) / 40)})`;
  const options = (s) => [...(s.stroke ? [`draw=${named(s.stroke)}`, `line width=${short(0.75 * s.width)}pt`] : []), ...(s.fill ? [`fill=${named(s.fill)}`] : []), ...(s.dash ? [dashes(s.dash)] : []), ...(s.opacity < 1 ? [`opacity=${short(s.opacity)}`] : [])].join(", ");
  const body = shapes.map((s) => s.kind === "circle" ? `\\path[${options(s)}] ${spot([s.x, s.y])} circle[radius=${short(s.r / 40)}];`
    : s.kind === "text" ? `\\node[anchor=base${s.anchor === "middle" ? "" : s.anchor === "end" ? " east" : " west"}, inner sep=0pt, font=\\sffamily\\scriptsize, text=${named(s.fill)}] at ${spot([s.x, s.y])} {${texText(s.text)}};`
      : `\\path[${options(s)}] ${s.points.map(spot).join(" -- ")}${s.closed ? " -- cycle" : ""};`);
  const definitions = [...colours].map(([hex, name]) => `\\definecolor{${name}}{HTML}{${hex.slice(1).toUpperCase()}}`);
  return `% ${title.replaceAll("\n", " ")}\n% needs \\usepackage{tikz}\n${definitions.join("\n")}\n\\begin{tikzpicture}\n${body.join("\n")}\n\\end{tikzpicture}\n`;
}

function dashes(list) { const d = list.split(/[ ,]+/).map(Number); return `dash pattern=${d.map((n, i) => `${i % 2 === 0 ? "on" : "off"} ${short(0.75 * n)}pt`).join(" ")}`; }

export function texText(text) { return text.replace(/[\\{}$&#%_^~]/g, (c) => ({ "\\": "\\textbackslash{}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}" })[c] ?? `\\${c}`).replaceAll("\u2212", "$-$").replaceAll("\u00d7", "$\\times$").replaceAll("\u2192", "$\\to$").replaceAll("\u221a", "$\\surd$"); }

export function markdownPicture(svg, title) { return `![${title.replace(/[[\]<>]/g, "")}](data:image/svg+xml;base64,${base64(svg)})\n`; }

function base64(text) { return btoa(String.fromCharCode(...new TextEncoder().encode(text))); }
