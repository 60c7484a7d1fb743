import { TERMS } from "./terms.js";
import { numberOf } from "./field.js";
import { formatNumber, shortNumber } from "./numbers.js";
import { app, tell } from "./store.js";
import { button, copyText, el } from "./dom.js";

// A number that opens: its exact forms, each to copy. One panel for all of them.
const open = { panel: null, from: null };

export function formsOf(a) { return [["radicals", formatNumber(app.field, a)], ["GAP", formatNumber(app.field, a, "gap")], ["LaTeX", formatNumber(app.field, a, "latex")], ["JSON", JSON.stringify(formatNumber(app.field, a, "gap"))], ["decimals", formatNumber(app.field, a, "decimals:12")]]; }

export function numberView(a) { return viewOf(formatNumber(app.field, a), () => formsOf(a), shortNumber(numberOf(app.field, a))); }

export function numberList(list) { return el("span", {}, "(", list.flatMap((a, i) => (i === 0 ? [numberView(a)] : [", ", numberView(a)])), ")"); }

// A value of a character: whole, or with its texts.
export function characterView(value) {
  if (typeof value === "number") return viewOf(String(value), () => ["radicals", "GAP", "LaTeX", "JSON"].map((name) => [name, String(value)]), String(value));
  const about = `${shortNumber(value.approx[0])}${value.approx[1] === 0 ? "" : `${value.approx[1] < 0 ? " \u2212 " : " + "}${shortNumber(Math.abs(value.approx[1]))} i`}`;
  return viewOf(value.radical, () => [["radicals", value.radical], ["GAP", value.gap], ["LaTeX", value.latex], ["JSON", JSON.stringify(value.gap)], ["decimals", about], ["field", `in the field of the ${value.conductor}-th roots of unity`]], `${value.gap}, about ${about}, in the field of the ${value.conductor}-th roots of unity`);
}

// A real number outside of the field of the page, with its texts.
export function realView(value) { return viewOf(value.radical, () => [["radicals", value.radical], ["GAP", value.gap], ["LaTeX", value.latex], ["JSON", JSON.stringify(value.gap)], ["decimals", String(value.double)]], shortNumber(value.double)); }

// A number that is known by its square, or by decimals alone where nothing exact is: its forms are made when it is opened.
export function rootView(squareOf, decimalsOf, props) {
  return el("button", { type: "button", class: "number", "aria-haspopup": "dialog", ...props, onclick: (event) => {
    event.stopPropagation();
    const square = squareOf();
    showForms(event.currentTarget, event.currentTarget.textContent, square ? [["decimals", decimalsOf()], ...formsOf(square).map(([name, form]) => [`square, ${name}`, form])] : [["decimals", decimalsOf()]]);
  } });
}

// A word that opens its definition.
export function termView(id, text) {
  const [, name, sentence] = TERMS.find(([key]) => key === id);
  return el("button", { type: "button", class: "number term", "aria-haspopup": "dialog", test: `define-${id}`, title: `what is meant: ${name}`, onclick: (event) => { event.stopPropagation(); showPanel(event.currentTarget, `definition: ${name}`, [el("p", {}, el("dfn", { text: name }), ": ", el("span", { test: "definition", text: sentence }))]); } }, text);
}

function viewOf(text, forms, title) { return el("button", { type: "button", class: "number", title, "aria-haspopup": "dialog", onclick: (event) => { event.stopPropagation(); showForms(event.currentTarget, text, forms()); } }, text); }

function showForms(from, text, forms) {
  showPanel(from, `the number ${text}`, [el("table", {}, el("tbody", {}, forms.map(([name, form]) => el("tr", {}, el("th", { scope: "row", text: name }), el("td", { class: "mono", text: form, test: `form-${name}` }), el("td", {}, button("Copy", () => { copyText(form); tell(""); }, { "aria-label": `copy as ${name}` }))))))]);
}

function showPanel(from, label, content) {
  closeForms();
  open.from = from;
  open.panel = el("div", { class: "forms", role: "dialog", "aria-label": label, test: "forms", onkeydown: (event) => { if (event.key === "Escape") { closeForms(); event.stopPropagation(); } } }, content, button("Close", closeForms, { test: "forms-close" }));
  document.body.append(open.panel);
  const box = from.getBoundingClientRect();
  const width = Math.min(420, document.documentElement.clientWidth - 16);
  open.panel.style.width = `${width}px`;
  open.panel.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8)) + window.scrollX}px`;
  open.panel.style.top = `${box.bottom + 4 + window.scrollY}px`;
  open.panel.querySelector("button").focus({ preventScroll: true });
}

export function closeForms() {
  if (!open.panel) return;
  open.panel.remove();
  open.panel = null;
  open.from?.focus({ preventScroll: true });
}
