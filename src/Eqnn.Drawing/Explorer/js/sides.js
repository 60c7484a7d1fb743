import { aligned, simpleKey } from "./align.js";
import { matched } from "./match.js";

// Two groups side by side: which row, column, subgroup or simple of one stands beside which of the other, and whether tables, lattices and graphs are the same up to names. Nothing is rounded: values are compared as exact texts.

// The largest table, lattice and graph that are laid side by side.
export const MOST_SUBGROUPS = 80;
export const MOST_SIMPLES = 40;

// The first of several readings under which the two match, the strictest first: { map, reading }; reading null where none does, open where a search was given up.
function strictest(readings, first, second) {
  for (const [reading, structure] of readings) {
    const found = matched(structure(first), structure(second));
    if (found.map) return { map: found.map, reading };
    if (found.open) return { map: null, reading: null, open: true };
  }
  return { map: null, reading: null, open: false };
}

function together(items, others, found, keyOf, fineOf = () => "") {
  if (found.map) return items.map((_, i) => [i, found.map[i]]);
  const numbered = (list) => list.map((item, i) => ({ i, key: keyOf(item), fine: fineOf(item) }));
  return aligned(numbered(items), numbered(others), (x) => x.key, (x) => x.fine).map(({ a, b }) => [a?.i ?? null, b?.i ?? null]);
}

// Character tables: rows and columns as pairs of places, null where a group has nothing to set beside. Null as a whole where a table is not carried.
export function tableSides(a, b) {
  if (!a.characters || !b.characters) return null;
  const structure = (mark) => (g) => {
    const n = g.characters.length;
    return { colours: Array.from({ length: 2 * n }, (_, i) => (i < n ? "row" : mark(g.columns[i - n]))), relation: (i, j) => (i < n && j >= n ? g.values[g.characters[i].row[j - n]] : "") };
  };
  const found = strictest([["orders", structure(([order]) => `order ${order}`)], ["values", structure(() => "column")]], a, b);
  const n = a.characters.length;
  const [rowMap, columnMap] = found.map ? [found.map.slice(0, n), found.map.slice(n).map((j) => j - n)] : [null, null];
  const sorted = (list) => list.sort().join(";");
  const described = (g) => ({
    rows: g.characters.map((c) => ({ key: `${c.degree}|${1 - c.indicator}`, fine: sorted(c.row.map((v) => g.values[v])) })),
    columns: g.columns.map(([order, size], j) => ({ key: `${order}|${size}`, fine: sorted(g.characters.map((c) => g.values[c.row[j]])) })),
  });
  const [x, y] = [described(a), described(b)];
  const pairs = (name, map) => together(x[name], y[name], { map }, (item) => item.key, (item) => item.fine);
  const rows = pairs("rows", rowMap);
  const columns = pairs("columns", columnMap);
  const apart = rows.map(([i, j]) => i === null || j === null || x.rows[i].fine !== y.rows[j].fine);
  const words = found.reading === "orders" ? "The same character table, with elements of equal orders: rows and columns stand so that all values agree."
    : found.reading === "values" ? "The same character table: rows and columns stand so that all values agree. The elements of the classes have other orders, so the power maps differ."
      : found.open ? "Whether some order of rows and columns makes the tables equal was not decided here."
        : "The character tables differ: no order of rows and columns makes all values agree. Marked rows have values that no character beside them has.";
  return { reading: found.reading, rows, columns, apart, words };
}

// The lattices of normal subgroups.
export function latticeSides(a, b) {
  if (Math.max(a.subgroups.length, b.subgroups.length) > MOST_SUBGROUPS) return null;
  const structure = (colour) => (g) => ({ colours: g.subgroups.map(colour), relation: (i, j) => (g.subgroups[i].covers.includes(j) ? "covers" : "") });
  const found = strictest([["kernels", structure((n) => `${n.order}|${n.kernelOf.length}`)], ["orders", structure((n) => n.order)], ["lattice", structure(() => "")]], a, b);
  const mates = together(a.subgroups, b.subgroups, found, (n) => n.order, (n) => String(n.kernelOf.length));
  const orders = [...new Set([...a.subgroups, ...b.subgroups].map((n) => n.order))].sort((x, y) => x.length - y.length || (x < y ? -1 : 1));
  const words = found.reading === "kernels" ? "The same lattice, with equal orders, and each subgroup is the kernel of as many simples as the one beside it."
    : found.reading === "orders" ? "The same lattice with equal orders, but other subgroups are kernels, or kernels of another number of simples."
      : found.reading === "lattice" ? "The same lattice, with other orders."
        : found.open ? "Whether the lattices are the same was not decided here." : "The lattices differ.";
  return { reading: found.reading, mates, orders, words };
}

// The interaction graphs, of the simples that are in Fun(X).
export function graphSides(a, b) {
  const [first, second] = [a, b].map((g) => g.simple.map((s, i) => ({ ...s, i })).filter((s) => s.copies > 0));
  if (Math.max(first.length, second.length) > MOST_SIMPLES) return null;
  const structure = (colour) => (list) => ({ colours: list.map(colour), relation: (i, j) => (list[i].arrows.includes(list[j].i) ? "arrow" : "") });
  const found = strictest([["simples", structure(simpleKey)], ["images", structure((s) => s.image)], ["graph", structure(() => "")]], first, second);
  const mates = together(first, second, found, (s) => s.image, simpleKey).map(([i, j]) => [i === null ? null : first[i].i, j === null ? null : second[j].i]);
  const words = found.reading === "simples" ? "The same graph: simples beside each other agree in dimension, type, order of the image and arrows."
    : found.reading === "images" ? "The same arrows between images of the same orders, but dimensions or types differ."
      : found.reading === "graph" ? "The same graph up to names, with other orders of the images."
        : found.open ? "Whether the graphs are the same was not decided here." : "The graphs differ.";
  return { reading: found.reading, mates, words };
}

// Where the points of a lattice stand: one level for each order of both groups, the largest on top; in each level in the order of the mates.
export function placeLattice(group, sequence, orders, width, step) {
  const places = new Array(group.subgroups.length);
  orders.forEach((order, level) => {
    const here = sequence.filter((i) => i !== null && group.subgroups[i].order === order);
    here.forEach((i, k) => { places[i] = [(width * (k + 0.5)) / here.length, step * (orders.length - level - 0.5), here.length]; });
  });
  return places;
}
