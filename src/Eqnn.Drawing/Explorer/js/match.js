// Whether two structures are one up to the names of their points: points 0, 1, ... with colours, and a relation that says a text of every pair of points.

const MOST_TRIES = 400;

// { map } with the point of the second for each point of the first; {} where there is none; { open: true } where the search was given up.
export function matched(first, second) {
  const n = first.colours.length;
  if (n !== second.colours.length) return {};
  const numbering = () => { const numbers = new Map(); return (text) => { if (!numbers.has(text)) numbers.set(text, numbers.size); return numbers.get(text); }; };
  const [colourNumber, pairNumber] = [numbering(), numbering()];
  const sides = [first, second].map((side) => ({ colours: side.colours.map(colourNumber), pairs: side.colours.map((_, i) => side.colours.map((__, j) => pairNumber(`${side.relation(i, j)}|${side.relation(j, i)}`))) }));
  let tries = 0;

  // Colours are split by what a point sees of all others until nothing changes; null where the two sides come apart.
  const refined = (colourings) => {
    let classes = new Set(colourings[0]).size;
    for (;;) {
      const number = numbering();
      const next = sides.map(({ pairs }, s) => pairs.map((row, i) => number(`${colourings[s][i]}:${Float64Array.from(row, (pair, j) => pair * (2 * n + 2) + colourings[s][j]).sort().join()}`)));
      const counts = next.map((colours) => { const count = new Map(); colours.forEach((c) => count.set(c, (count.get(c) ?? 0) + 1)); return count; });
      if ([...counts[0]].some(([c, k]) => counts[1].get(c) !== k) || counts[0].size !== counts[1].size) return null;
      colourings = next;
      if (counts[0].size === classes) return { colourings, counts: counts[0] };
      classes = counts[0].size;
    }
  };

  const search = (start) => {
    const found = refined(start);
    if (!found) return {};
    const { colourings: [a, b], counts } = found;
    const split = [...counts].filter(([, k]) => k > 1).sort((x, y) => x[1] - y[1])[0];
    if (!split) { const map = a.map((c) => b.indexOf(c)); return keeps(map) ? { map } : {}; }
    const i = a.indexOf(split[0]);
    const mark = (colours, at) => colours.map((c, k) => (k === at ? n : c));
    for (let j = 0; j < n; j++) {
      if (b[j] !== split[0]) continue;
      if (++tries > MOST_TRIES) return { open: true };
      const deeper = search([mark(a, i), mark(b, j)]);
      if (deeper.map || deeper.open) return deeper;
    }
    return {};
  };

  const keeps = (map) => map.every((p, i) => sides[0].colours[i] === sides[1].colours[p] && map.every((q, j) => sides[0].pairs[i][j] === sides[1].pairs[p][q]));
  return search(sides.map((side) => side.colours));
}
