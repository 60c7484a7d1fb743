// Layers of the graph by the order of the image, largest on top; boxes side by side; arrows that avoid foreign boxes.

// Beside another graph the rows stand at the heights of both.
export function placeNodes(simples, width, beside = []) {
  const orders = [...new Set([...simples, ...beside].map((s) => s.imageOrder))].sort((a, b) => b - a);
  const linesOf = (list, order) => Math.max(1, Math.ceil(list.filter((s) => s.imageOrder === order).length / 7));
  const rowHeight = Math.max(58, Math.min(74, 300 / orders.length));
  const nodes = new Map();
  orders.forEach((order, row) => {
    const here = simples.filter((s) => s.imageOrder === order);
    here.forEach((s, i) => {
      const line = Math.floor(i / 7);
      const inLine = Math.min(7, here.length - line * 7);
      const shift = (row % 2 === 0 ? -1 : 1) * 14;
      const x = 40 + ((width - 60) * ((i % 7) + 0.5)) / inLine + (inLine === 1 ? shift : 0);
      nodes.set(s.label, { x, y: 0, row, line });
    });
  });
  let y = 34;
  const tops = orders.map((order) => {
    const top = y;
    y += rowHeight + (Math.max(linesOf(simples, order), linesOf(beside, order)) - 1) * 36;
    return top;
  });
  for (const node of nodes.values()) node.y = tops[node.row] + node.line * 36;
  return { nodes, orders, tops, height: y - rowHeight + 24 };
}

const HALF = { w: 19, h: 13 };

// A quadratic curve between two boxes whose polyline meets no third box if one of a few bends allows it; of two arrows there and back each bends to its own left.
export function routeArrow(from, to, others, back = false) {
  if (from === to) return { path: [[from.x + HALF.w, from.y - 5], [from.x + HALF.w + 24, from.y - 16], [from.x + HALF.w + 24, from.y + 16], [from.x + HALF.w, from.y + 5]], loop: true };
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  let best = null;
  for (const bend of back ? [18, 36, 60, 90, 130, 180, -36, -60, -90, -130, -180] : [0, 18, -18, 36, -36, 60, -60, 90, -90, 130, -130, 180, -180]) {
    const control = [(from.x + to.x) / 2 - (dy / length) * bend, (from.y + to.y) / 2 + (dx / length) * bend];
    const start = leave(from, control);
    const end = leave(to, control);
    const points = curvePoints([start, control, end]);
    let hits = 0;
    for (const o of others) if (o !== from && o !== to && meets(points, o)) hits++;
    if (best === null || hits < best.hits) best = { hits, path: [start, control, end] };
    if (hits === 0) break;
  }
  return { ...best, loop: false };
}

function leave(box, towards) {
  const dx = towards[0] - box.x;
  const dy = towards[1] - box.y;
  const scale = Math.min(Math.abs(dx) < 1e-9 ? Infinity : (HALF.w + 2) / Math.abs(dx), Math.abs(dy) < 1e-9 ? Infinity : (HALF.h + 2) / Math.abs(dy));
  return [box.x + dx * Math.min(scale, 1), box.y + dy * Math.min(scale, 1)];
}

export function curvePoints([a, c, b], steps = 24) {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    return [0, 1].map((k) => (1 - t) * (1 - t) * a[k] + 2 * t * (1 - t) * c[k] + t * t * b[k]);
  });
}

function meets(points, box) { for (const p of points) if (Math.abs(p[0] - box.x) < HALF.w + 2 && Math.abs(p[1] - box.y) < HALF.h + 2) return true; return false; }

// The largest of 1, 2, 5, 10, 20, ... by which a picture of a given radius may be enlarged so that the image stays inside.
export function zoomFor(size, radius) {
  if (!(size > 1e-12)) return 1;
  const room = radius / size;
  if (room < 1) { let z = 1; for (const step of [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001]) { z = step; if (step <= room) break; } return z; }
  let best = 1;
  for (let power = 1; power < 1e7; power *= 10) for (const step of [1, 2, 5]) if (step * power <= room) best = step * power;
  return best;
}
