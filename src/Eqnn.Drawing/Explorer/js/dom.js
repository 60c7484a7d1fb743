const SVG = "http://www.w3.org/2000/svg";

// Elements by their properties; text only ever as text.
export function el(name, props = {}, ...children) { return fill(document.createElement(name), props, children); }
export function svg(name, props = {}, ...children) { return fill(document.createElementNS(SVG, name), props, children); }

function fill(node, props, children) {
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "text") node.textContent = value;
    else if (key === "test") node.setAttribute("data-testid", value);
    else if (["value", "checked", "disabled", "hidden"].includes(key)) node[key] = value;
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) if (child !== null && child !== undefined) node.append(child);
  return node;
}

export function set(node, props) { for (const [key, value] of Object.entries(props)) node.setAttribute(key, String(value)); return node; }
export function clear(node) { if (node.firstChild) node.replaceChildren(); return node; }
export function say(node, text) { if (node.textContent !== text) node.textContent = text; }
export function show(node, visible) { if (node instanceof SVGElement) node.style.display = visible ? "" : "none"; else node.hidden = !visible; return node; }
export function button(text, onclick, props = {}) { return el("button", { type: "button", text, onclick, ...props }); }
export function pathText(points, closed = false) { return points.length === 0 ? "" : `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}${closed ? "z" : ""}`; }

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const box = el("textarea", { class: "copybox", readonly: true, "aria-label": "text to copy" });
    box.value = text;
    document.body.append(box);
    box.select();
    box.addEventListener("blur", () => box.remove(), { once: true });
    box.focus();
  }
}
