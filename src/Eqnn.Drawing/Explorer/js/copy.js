import { markdownPicture, polylines, svgText, tikzText } from "./shapes.js";
import { answerText, functionText } from "./texts.js";
import { formatNumber } from "./numbers.js";
import { exactImages, exactProjection, exactValues } from "./exactimage.js";
import { app, commandOf, componentOf, copyCount, exactOut, exactTotal, setNamed, activationNamed, standing, tell } from "./store.js";
import { copyText, el } from "./dom.js";

// Pictures and answers as text to copy.

// The shapes of a picture as it is painted now.
export function shapesOf(picture) {
  const shapes = [];
  for (const node of picture.querySelectorAll("path,line,circle,rect,polyline,text")) {
    const style = getComputedStyle(node);
    if (style.display === "none" || style.visibility === "hidden" || node.closest("[style*='display: none']")) continue;
    const colour = (value) => (!value || value === "none" || value.startsWith("rgba(0, 0, 0, 0)") ? null : hex(value));
    const paint = { stroke: colour(style.stroke), fill: colour(style.fill), width: parseFloat(style.strokeWidth) || 1, dash: style.strokeDasharray === "none" ? "" : style.strokeDasharray.replaceAll("px", "").replaceAll(",", ""), opacity: Number(style.opacity) * (colour(style.fill) && !colour(style.stroke) ? Number(style.fillOpacity) : 1) };
    const at = (name) => Number(node.getAttribute(name) ?? 0);
    if (node.localName === "text") { if (node.textContent) shapes.push({ kind: "text", x: at("x"), y: at("y"), text: node.textContent, anchor: node.getAttribute("text-anchor") ?? "start", size: parseFloat(style.fontSize) || 11, fill: paint.fill ?? "#000000" }); continue; }
    if (!paint.stroke && !paint.fill) continue;
    if (node.localName === "circle") shapes.push({ kind: "circle", x: at("cx"), y: at("cy"), r: at("r"), ...paint });
    else if (node.localName === "line") shapes.push({ kind: "path", points: [[at("x1"), at("y1")], [at("x2"), at("y2")]], closed: false, ...paint, fill: null });
    else if (node.localName === "rect") { const [x, y, w, h] = ["x", "y", "width", "height"].map(at); shapes.push({ kind: "path", points: [[x, y], [x + w, y], [x + w, y + h], [x, y + h]], closed: true, ...paint }); }
    else if (node.localName === "polyline") shapes.push({ kind: "path", points: (node.getAttribute("points") ?? "").trim().split(/\s+/).map((p) => p.split(",").map(Number)), closed: false, ...paint });
    else for (const line of polylines(node.getAttribute("d") ?? "")) if (line.points.length > 1) shapes.push({ kind: "path", ...line, ...paint });
  }
  return shapes;
}

function hex(value) {
  const parts = /rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)/.exec(value);
  if (parts) return `#${parts.slice(1, 4).map((c) => Math.round(Number(c)).toString(16).padStart(2, "0")).join("")}`;
  const mixed = /color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)/.exec(value);
  return mixed ? `#${mixed.slice(1, 4).map((c) => Math.round(255 * Number(c)).toString(16).padStart(2, "0")).join("")}` : "#808080";
}

export function pictureText(picture, title, format) {
  const [left, top, width, height] = picture.getAttribute("viewBox").split(/\s+/).map(Number);
  const shapes = shapesOf(picture).map((s) => (s.kind === "path" ? { ...s, points: s.points.map(([x, y]) => [x - left, y - top]) } : { ...s, x: s.x - left, y: s.y - top }));
  if (format === "tikz") return tikzText(shapes, width, height, title);
  const text = svgText(shapes, width, height, title);
  return format === "markdown" ? markdownPicture(text, title) : text;
}

// A small menu beside a picture.
export function copyMenu(pictureOf, titleOf, test) { return menuOf([["svg", "SVG"], ["tikz", "TikZ"], ["markdown", "Markdown"]], (format) => pictureText(pictureOf(), titleOf(), format), "copy this picture", test); }

function forms(c) { return { gap: formatNumber(app.field, c, "gap"), latex: formatNumber(app.field, c, "latex"), radical: formatNumber(app.field, c) }; }

function about(x) { return { gap: String(x), latex: String(x), radical: String(x) }; }

// The values of v and f(v) on X as they are shown; f(v) by decimals where nothing exact is known.
export function valuesText(format) {
  const d = app.derived;
  const out = exactOut(d);
  return functionText(format, { command: commandOf(d.hands[0]), group: app.data.group.name, on: app.state.x, activation: app.state.f, exact: out !== null }, exactTotal(d.set, d.alone ? d.hands.slice(0, 1) : d.hands).map(forms), out ? out.map(forms) : Array.from(d.flows[0].out, about));
}

// A small menu that copies numbers.
export function textMenu(textOf, label, test) { return menuOf([["gap", "GAP"], ["latex", "LaTeX"], ["json", "JSON"], ["markdown", "Markdown"]], textOf, label, test); }

function menuOf(formats, textOf, label, test) {
  return el("select", { class: "copymenu", "aria-label": label, test, onchange: (event) => { const format = event.target.value; event.target.value = ""; if (format) { copyText(textOf(format)); tell(""); } } }, [["", "copy"], ...formats].map(([value, text]) => el("option", { value, text })));
}

// The answer of a hand in one of the formats; decimals where nothing exact is known.
export function handAnswer(format, hand = app.state.h[0], activation = app.state.f, on = app.state.x) {
  const command = commandOf(hand, activation, on);
  if (format === "command") return command;
  const set = setNamed(on);
  const f = activationNamed(activation);
  const simple = componentOf(set, hand.label);
  const images = exactImages(app.field, f, exactValues(app.field, simple, hand.copy, standing(hand)));
  const rows = set.simples.map((target, k) => {
    const numbers = images ? exactProjection(app.field, target, images).coordinates.map(forms) : Array.from(app.derived.flows[0].parts[k].coordinates, about);
    return { label: target.label, copies: Array.from({ length: copyCount(target) }, (_, c) => numbers.slice(c * target.copyDimension, (c + 1) * target.copyDimension)) };
  });
  return answerText(format, { command, group: app.data.group.name, source: hand.label, on, activation, exact: images !== null }, rows);
}
