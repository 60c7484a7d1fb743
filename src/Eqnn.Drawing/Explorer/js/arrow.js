import { curvePoints, routeArrow } from "./layout.js";
import { pathText } from "./dom.js";

// An arrow between two boxes as texts of paths: its line, its head, and the points that the frame of the picture must hold.
export function arrowTexts(from, to, boxes, back) {
  const { path, loop } = routeArrow(from, to, boxes, back);
  const points = loop ? path : curvePoints(path);
  const [before, tip] = path.slice(-2);
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
  const barb = (turn) => [tip[0] - 8 * Math.cos(angle + turn), tip[1] - 8 * Math.sin(angle + turn)];
  return { points, line: loop ? `M${path[0]}C${path[1]} ${path[2]} ${path[3]}` : pathText(points), head: pathText([tip, barb(-0.4), barb(0.4)], true) };
}

// The least frame that holds a list of points, begun with a width and a height.
export function frameAround(width, height, lists) {
  const frame = [0, 0, width, height];
  for (const [x, y] of lists.flat()) { frame[0] = Math.min(frame[0], x - 4); frame[1] = Math.min(frame[1], y - 4); frame[2] = Math.max(frame[2], x + 4); frame[3] = Math.max(frame[3], y + 4); }
  return [frame[0], frame[1], frame[2] - frame[0], frame[3] - frame[1]].map((x) => x.toFixed(0)).join(" ");
}
