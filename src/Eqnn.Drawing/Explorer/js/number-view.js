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

function viewOf(text, forms, title) { return el("button", { type: "button", class: "number", title, "aria-haspopup": "dialog", onclick: (event) => { event.stopPropagation(); showForms(event.currentTarget, text, forms()); } }, text); }

function showForms(from, text, forms) {
  closeForms();
  open.from = from;
  open.panel = el("div", { class: "forms", role: "dialog", "aria-label": `the number ${text}`, test: "forms", onkeydown: (event) => { if (event.key === "Escape") { closeForms(); event.stopPropagation(); } } },
    el("table", {}, el("tbody", {}, forms.map(([name, form]) => el("tr", {}, el("th", { scope: "row", text: name }), el("td", { class: "mono", text: form, test: `form-${name}` }), el("td", {}, button("Copy", () => { copyText(form); tell(""); }, { "aria-label": `copy as ${name}` })))))), button("Close", closeForms, { test: "forms-close" }));
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
