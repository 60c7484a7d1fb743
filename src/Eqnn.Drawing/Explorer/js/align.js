// Two groups side by side: what they have alike stands in one row, what one of them lacks stands alone.

// Rows { key, a, b } of two lists by keys: equal keys meet, those of equal finer keys first, then in their order; the rest has null on the other side; sorted by keys, numbers as numbers.
export function aligned(first, second, keyOf, finerOf = () => "") {
  const keys = new Map();
  const put = (list, side) => list.forEach((item) => { const key = keyOf(item); if (!keys.has(key)) keys.set(key, [[], []]); keys.get(key)[side].push(item); });
  put(first, 0);
  put(second, 1);
  return [...keys].sort(([a], [b]) => compareKeys(a, b)).flatMap(([key, [left, right]]) => {
    const [rows, alone] = [[], []];
    for (const a of left) {
      const at = right.findIndex((b) => finerOf(a) === finerOf(b));
      if (at < 0) alone.push(a);
      else rows.push({ key, a, b: right.splice(at, 1)[0] });
    }
    return [...rows, ...Array.from({ length: Math.max(alone.length, right.length) }, (_, i) => ({ key, a: alone[i] ?? null, b: right[i] ?? null }))];
  });
}

export function compareKeys(a, b) {
  const [p, q] = [a.split("|"), b.split("|")];
  for (let i = 0; i < Math.max(p.length, q.length); i++) {
    const [x, y] = [Number(p[i]), Number(q[i])];
    if (!Number.isNaN(x) && !Number.isNaN(y) && x !== y) return x - y;
    if ((p[i] ?? "") !== (q[i] ?? "") && (Number.isNaN(x) || Number.isNaN(y))) return (p[i] ?? "") < (q[i] ?? "") ? -1 : 1;
  }
  return 0;
}

// By what simples are matched: dimension, type, order of the image.
export function simpleKey(s) { return `${s.dimension}|${s.type}|${s.image}`; }

export function simpleText(s) { return s === null ? "\u2013" : `${s.label}, kernel ${s.kernel}${s.copies === 0 ? ", not on the set" : s.copies > 1 ? `, ${s.copies} copies` : ""}`; }

// Arrows counted by what they join.
export function arrowCounts(group) {
  const counts = new Map();
  group.simple.forEach((s) => s.arrows.forEach((j) => { const key = `${simpleKey(s)}|${simpleKey(group.simple[j])}`; counts.set(key, (counts.get(key) ?? 0) + 1); }));
  return [...counts].map(([key, count]) => ({ key, count }));
}

function arrowName(key) { const [d, t, i, e, u, j] = key.split("|"); return `${d}${t}, image ${i} \u2192 ${e}${u}, image ${j}`; }

// The tables of a comparison: each with a title, the name of its rows, and rows [name, text of a, text of b].
export function comparison(a, b) {
  const dash = (item, text) => (item === null ? "\u2013" : text(item));
  const rows = (first, second, keyOf, name, text) => aligned(first, second, keyOf).map(({ key, a: x, b: y }) => [name(key), dash(x, text), dash(y, text)]);
  const lattice = (group) => group.subgroups.map((n) => ({ ...n, kernels: n.kernelOf.length }));
  return [
    { id: "elements", title: "Elements by order", row: "order", rows: rows(a.elements, b.elements, ([order]) => String(order), (key) => key, ([, count]) => String(count)) },
    { id: "classes", title: "Conjugacy classes", row: "order of the elements, size", rows: rows(a.classes, b.classes, ([order, size]) => `${order}|${size}`, (key) => key.replace("|", ", "), ([, , count]) => String(count)) },
    { id: "simples", title: "Simples", row: "dimension, type, order of the image", rows: rows(a.simple, b.simple, simpleKey, (key) => key.replaceAll("|", ", "), simpleText) },
    { id: "arrows", title: `Arrows of relu on ${a.set}${a.set === b.set ? "" : ` against ${b.set}`}`, row: "from \u2192 to", rows: rows(arrowCounts(a), arrowCounts(b), (c) => c.key, arrowName, (c) => String(c.count)) },
    { id: "normal", title: "Normal subgroups", row: "order, kernel of", rows: rows(lattice(a), lattice(b), (n) => `${n.order}|${n.kernels}`, (key) => { const [order, kernels] = key.split("|"); return `${order}, ${kernels === "0" ? "no simple" : kernels === "1" ? "1 simple" : `${kernels} simples`}`; }, (n) => `${n.kernelOf.length > 0 ? `ker ${n.kernelOf.join(", ")}` : "an intersection of kernels"}${n.covers.length > 0 ? `; covers ${n.covers.length}` : ""}`) },
  ];
}

// Whether a row says something else of both groups: labels do not count, where the matched objects are alike.
export function differs(id, [, x, y]) { const bare = (text) => (id === "simples" ? text.replace(/^L\d+, /, "") : id === "normal" ? text.replace(/^ker .*?(;|$)/, "ker$1") : text); return bare(x) !== bare(y); }
