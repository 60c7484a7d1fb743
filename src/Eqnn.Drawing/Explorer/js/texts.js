import { texText } from "./shapes.js";

// Answers and tables as text for other programs; numbers come in as { gap, latex, radical }.

// The parts of f(v) in all simples: rows { label, copies: [[number, ...], ...] }.
export function answerText(format, what, rows) {
  if (format === "json") return `${JSON.stringify({ ...what, targets: Object.fromEntries(rows.map((row) => [row.label, row.copies.map((copy) => copy.map((c) => c.gap))])) }, null, 1)}\n`;
  if (format === "gap") return `# ${what.command}\nrec( ${rows.map((row) => `${row.label} := [ ${row.copies.map((copy) => `[ ${copy.map((c) => c.gap).join(", ")} ]`).join(", ")} ]`).join(",\n     ")} );\n`;
  if (format === "latex") return `% ${what.command}\n\\begin{align*}\n${rows.map((row) => `P_{${labelTex(row.label)}}\\, f(v) &= ${row.copies.map((copy) => `\\left(${copy.map((c) => c.latex).join(",\\; ")}\\right)`).join(" \\oplus ")}`).join(" \\\\\n")}\n\\end{align*}\n`;
  return markdownTable(["target", "image"], rows.map((row) => [row.label, row.copies.map((copy) => `(${copy.map((c) => c.radical).join(", ")})`).join(" + ")])) + `\n\`${what.command}\`\n`;
}

function labelTex(label) { return label.replace(/^L(\d+)$/, "L_{$1}"); }

// A function on X and its image, point by point: lists of numbers.
export function functionText(format, what, v, out) {
  if (format === "json") return `${JSON.stringify({ ...what, v: v.map((c) => c.gap), image: out.map((c) => c.gap) }, null, 1)}\n`;
  if (format === "gap") return `# ${what.command}\nv := [ ${v.map((c) => c.gap).join(", ")} ];\nfv := [ ${out.map((c) => c.gap).join(", ")} ];\n`;
  if (format === "latex") return `% ${what.command}\n\\begin{align*}\nv &= \\left(${v.map((c) => c.latex).join(",\\; ")}\\right) \\\\\nf(v) &= \\left(${out.map((c) => c.latex).join(",\\; ")}\\right)\n\\end{align*}\n`;
  return markdownTable(["point", "v", "f(v)"], v.map((c, x) => [`x${x + 1}`, c.radical, out[x].radical])) + `\n\`${what.command}\`\n`;
}

// A table with a head and rows of cells { gap, latex, radical } or texts.
export function tableText(format, head, rows) {
  const cell = (c, form) => (typeof c === "string" ? (form === "latex" ? texText(c) : c) : form === "latex" ? `$${c.latex}$` : c[form]);
  if (format === "latex") return `\\begin{tabular}{l${"r".repeat(head.length - 1)}}\n${head.map(texText).join(" & ")} \\\\ \\hline\n${rows.map((row) => row.map((c) => cell(c, "latex")).join(" & ")).join(" \\\\\n")}\n\\end{tabular}\n`;
  if (format === "json") return `${JSON.stringify({ head, rows: rows.map((row) => row.map((c) => cell(c, "gap"))) }, null, 1)}\n`;
  if (format === "gap") return `[ ${rows.map((row) => `[ ${row.filter((c) => typeof c !== "string").map((c) => c.gap).join(", ")} ]`).join(",\n  ")} ];\n`;
  return markdownTable(head, rows.map((row) => row.map((c) => cell(c, "radical"))));
}

export function markdownTable(head, rows) { const line = (cells) => `| ${cells.map((c) => String(c).replaceAll("|", "\\|")).join(" | ")} |`; return `${line(head)}\n${line(head.map(() => "---"))}\n${rows.map(line).join("\n")}\n`; }

export function bibtexText(page, group) { return `@misc{eqnn-${group.replace(/[^A-Za-z0-9]/g, "")},\n  title = {Piecewise linear representation theory of ${texText(group)}, explorer page},\n  author = {{Eqnn.Algebra}},\n  note = {Eqnn ${page.version}, data sha256 ${page.sha256}, made by \\texttt{${texText(page.command)}}}\n}\n`; }

export function cffText(page, group, link) { const quote = (text) => JSON.stringify(text); return `cff-version: 1.2.0\nmessage: "If you use this page, please cite it."\ntype: dataset\ntitle: ${quote(`Piecewise linear representation theory of ${group}, explorer page`)}\nauthors:\n  - name: Eqnn.Algebra\nversion: ${quote(page.version)}\nlicense: ${page.licence}\nidentifiers:\n  - type: other\n    value: ${quote(`sha256:${page.sha256}`)}\n    description: "hash of the data of the page"\nabstract: ${quote(`Made by ${page.command} --out page.html; shown: #${link}`)}\n`; }
