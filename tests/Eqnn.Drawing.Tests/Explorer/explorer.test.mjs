// Run by node --test: the pure modules of the explorer, without a page.
import test from "node:test";
import assert from "node:assert/strict";
import { addRat, compareRat, mulRat, parseRat, rat, ratNumber, ratText, snapRat, subRat } from "../../../src/Eqnn.Drawing/Explorer/js/rational.js";
import { addIn, inverseIn, fromRat, decimalsOf, isZeroIn, makeField, mulIn, numberOf, readNumber, signOf } from "../../../src/Eqnn.Drawing/Explorer/js/field.js";
import { formatNumber } from "../../../src/Eqnn.Drawing/Explorer/js/numbers.js";
import { parseActivation } from "../../../src/Eqnn.Drawing/Explorer/js/activation.js";
import { defaultState, parseState, printState, viewIn, withView } from "../../../src/Eqnn.Drawing/Explorer/js/permalink.js";
import { circleCuts, cuts, segmentStops } from "../../../src/Eqnn.Drawing/Explorer/js/pieces.js";
import { curvePoints, placeNodes, routeArrow, zoomFor } from "../../../src/Eqnn.Drawing/Explorer/js/layout.js";
import { canonicalSigns } from "../../../src/Eqnn.Drawing/Explorer/js/exactimage.js";
import { reachSteps, stepAt, walksOf } from "../../../src/Eqnn.Drawing/Explorer/js/reach.js";
import { depthOf, depthRule } from "../../../src/Eqnn.Drawing/Explorer/js/depth.js";
import { liesIn, mapAt, drawnMap, openFan } from "../../../src/Eqnn.Drawing/Explorer/js/fan.js";
import { actionOf, invariantPartition, matricesOf, mirrorsOf, movedBy, parseCycles, turned, wordOf } from "../../../src/Eqnn.Drawing/Explorer/js/elements.js";
import { bandsOf, remembered } from "../../../src/Eqnn.Drawing/Explorer/js/trails.js";
import { polylines, svgText, texText, tikzText } from "../../../src/Eqnn.Drawing/Explorer/js/shapes.js";
import { answerText, bibtexText, cffText, functionText, tableText } from "../../../src/Eqnn.Drawing/Explorer/js/texts.js";
import { basePixels, bitsText, coefficient, convolve, eigenvalue, labLayers, labPixels, labText, pairOfFrequency, parseLab, plainLab, preset, sideOf, spectrum } from "../../../src/Eqnn.Drawing/Explorer/js/lab.js";
import { aligned, comparison, compareKeys, differs } from "../../../src/Eqnn.Drawing/Explorer/js/align.js";
import { matched } from "../../../src/Eqnn.Drawing/Explorer/js/match.js";
import { graphSides, latticeSides, placeLattice, tableSides } from "../../../src/Eqnn.Drawing/Explorer/js/sides.js";
import { arrowTexts, frameAround } from "../../../src/Eqnn.Drawing/Explorer/js/arrow.js";
import { liftedPiece, movedPoint, shapeOf, shapeText, splitPiece, withoutPoint } from "../../../src/Eqnn.Drawing/Explorer/js/plshape.js";
import { embedded, pictured, pictureRows, projected, spotOn } from "../../../src/Eqnn.Drawing/Explorer/js/image.js";

let seed = 12345;
const random = () => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed / 2147483648; };
const pick = (list) => list[Math.floor(random() * list.length)];
const known = [{ name: "relu", points: "(-1,0) (0,0) (1,1)" }, { name: "abs", points: "(-1,1) (0,0) (1,1)" }, { name: "tanh", even: [], odd: null }, { name: "square", polynomial: "t^2" }];
const root2 = makeField({ conductor: 8, atoms: [{ radical: "1", latex: "1", gap: "1", double: 1, digits: "1." + "0".repeat(80), zumbroich: [[0, "1"]] }, { radical: "\u221a2", latex: "\\sqrt{2}", gap: "E(8)-E(8)^3", double: Math.SQRT2, digits: "1.41421356237309504880168872420969807856967187537694807317667973799073247846210704", zumbroich: [[1, "1"], [3, "-1"]] }], products: [[1, 1, [[0, "2"]]]] });

test("rational numbers obey the laws of a field", () => {
  for (let i = 0; i < 300; i++) {
    const [a, b, c] = [0, 0, 0].map(() => rat(BigInt(Math.floor(random() * 200) - 100), BigInt(1 + Math.floor(random() * 30))));
    assert.deepEqual(mulRat(a, addRat(b, c)), addRat(mulRat(a, b), mulRat(a, c)));
    assert.equal(compareRat(a, b), Math.sign(ratNumber(subRat(a, b))));
    assert.deepEqual(parseRat(ratText(a)), a);
  }
  assert.equal(parseRat("1/0"), null);
  assert.equal(parseRat("x"), null);
  assert.deepEqual(parseRat("-0.25"), rat(-1, 4));
  assert.deepEqual(snapRat(0.126, 64), rat(1, 8));
  assert.equal(ratNumber(rat(10n ** 40n, 3n * 10n ** 40n)), 1 / 3);
});

test("the field of square root 2: products, signs, texts", () => {
  const s = readNumber(root2, { a: [1, "1"] });
  assert.deepEqual(mulIn(root2, s, s), readNumber(root2, 2));
  assert.equal(signOf(root2, readNumber(root2, { a: [0, "-7", 1, "5"] })), 1);
  assert.equal(signOf(root2, readNumber(root2, { a: [0, "-1414213562373095049", 1, "1000000000000000000"] })), -1);
  assert.ok(isZeroIn(addIn(root2, s, readNumber(root2, { a: [1, "-1"] }))));
  const x = readNumber(root2, { a: [0, "3/8", 1, "3/8"] });
  assert.equal(formatNumber(root2, readNumber(root2, { a: [1, "-1/2"] }), "gap"), "-1/2*E(8)+1/2*E(8)^3");
  assert.equal(formatNumber(root2, x), "3/8+3\u221a2/8");
  assert.equal(formatNumber(root2, x, "decimals:12"), "0.905330085890");
  assert.equal(decimalsOf(root2, s, 20), "1.41421356237309504880");
  assert.ok(Math.abs(numberOf(root2, x) - 0.90533008589) < 1e-10);
});

test("activations are read as the tool reads them, and refused in a sentence", () => {
  assert.equal(parseActivation("relu", known).value(-2), 0);
  assert.equal(parseActivation("leaky-relu:1/10", known).value(-2), -0.2);
  assert.deepEqual(parseActivation("relu", known).odd, [1]);
  assert.equal(parseActivation("relu", known).even, null);
  assert.deepEqual(parseActivation("abs", known).odd, []);
  assert.deepEqual(parseActivation("poly:t^3-1/2t", known).odd, [1, 3]);
  assert.equal(parseActivation("pl:(-1,0) (0,0) (1,2)", known).kinks.length, 1);
  for (const wrong of ["nonsense", "leaky-relu:x", "pl:(0,0)", "pl:(1,0) (0,0)", "poly:", "relu:1"]) assert.throws(() => parseActivation(wrong, known));
});

test("parse after print is the identity on a thousand states", () => {
  const page = { x: "regular", f: "relu", h: [{ label: "L1", copy: 0, kind: "p", points: [[rat(1, 2), rat(1, 4)]] }] };
  const q = () => rat(BigInt(Math.floor(random() * 400) - 200), 64n);
  for (let i = 0; i < 1000; i++) {
    const kind = pick(["p", "s", "c", "k", "r"]);
    const size = { p: 1, s: 2, c: 2, k: 7, r: 4 }[kind];
    const hand = () => ({ label: `L${Math.floor(random() * 9)}`, copy: Math.floor(random() * 3), kind, points: Array.from({ length: size }, () => [q(), q()]) });
    const state = { ...defaultState(page), x: pick(["regular", "points+regular", "2*cosets:#3", "cosets:(1,2);(3,4)"]), f: pick(["relu", "leaky-relu:1/10", "pl:(-1,0) (0,0) (1,2)", "poly:t^2+t"]), h: Array.from({ length: 1 + Math.floor(random() * 3) }, hand), b: pick([[], [[1, rat(1, 2)], [12, rat(-3, 64)]]]), i: pick(["", "x0f3;;3.1,2.0;2", "point;1/9,0,0,0,1,0,0,0,-1/9;;"]), o: pick(["", "s", "lo", "slocyekb"]), t: 1 + Math.floor(random() * 20), q: pick(["", "L1>L3"]), m: pick([[], [q(), q()]]), z: pick(["", "L4:0.2", "L4:0.2~L3:500.350~map:1.0"]), n: pick([[], [{ hand: { ...hand(), kind: "p", points: [[q(), q()]] }, f: "relu", x: pick(["points", "@a~b!t!~@c.json"]) }]]), tab: pick(["maps", "chars", "cite"]), d: pick(["", "light", "dark"]) };
    const text = printState(state, page);
    const { state: back, refused } = parseState(`#${text}`, page);
    assert.deepEqual(refused, []);
    assert.deepEqual(back, state);
    assert.equal(printState(back, page), text);
  }
  assert.deepEqual(parseState("#v=2&zz=1&t=0&h=L1.q.1", page).refused, ["v", "zz", "t", "h"]);
  for (const wrong of ["b=0:1", "b=1:0", "b=2:1,1:1", "b=1:x", "b=1", "i=<"]) assert.deepEqual(parseState(`#v=1&${wrong}`, page).refused, [wrong[0]]);
});

test("corners of segments and circles are the walls they cross", () => {
  const f = parseActivation("relu", known);
  assert.deepEqual(cuts(f, [1, -1, 2], [-1, 3, 4]), [0.25, 0.5]);
  for (const stop of segmentStops(f, Float64Array.from([1, -1]), Float64Array.from([-1, 3]))) if (stop.corner) assert.ok(stop.h.some((v) => Math.abs(v) < 1e-12));
  for (const s of circleCuts(f, [0.2, 0], [1, 0.3], [0.4, 2])) assert.ok([0, 1].some((x) => Math.abs([0.2, 0][x] + Math.cos(s) * [1, 0.3][x] + Math.sin(s) * [0.4, 2][x]) < 1e-9));
});

const nodesFit = (list, height) => list.every((node) => node.y - 13 >= 0 && node.y + 13 <= height);

test("arrows pass under no foreign box, zooms keep the image inside", () => {
  const simples = [8, 8, 4, 2, 1].map((imageOrder, i) => ({ label: `L${i}`, imageOrder }));
  const { nodes } = placeNodes(simples, 340);
  const list = [...nodes.values()];
  for (const a of list) for (const b of list) if (a !== b) {
    const route = routeArrow(a, b, list);
    const foreign = list.filter((c) => c !== a && c !== b);
    assert.ok(curvePoints(route.path).every(([x, y]) => foreign.every((c) => Math.abs(x - c.x) > 19 || Math.abs(y - c.y) > 13)));
  }
  // There and back are two curves, each free of foreign boxes, with room between their middles.
  const [a, b] = list.slice(0, 2);
  const middles = [routeArrow(a, b, list, true), routeArrow(b, a, list, true)].map((route) => curvePoints(route.path)[12]);
  assert.ok(Math.hypot(middles[0][0] - middles[1][0], middles[0][1] - middles[1][1]) > 12);
  assert.ok(nodesFit(list, placeNodes(simples, 340).height));
  for (const size of [0.003, 0.07, 0.4, 1, 3, 70]) { const zoom = zoomFor(size, 1); assert.ok(zoom * size <= 1 + 1e-9, `${size}: ${zoom}`); }
});

test("chambers of one orbit have one canonical form", () => {
  const shift = [[2, 3, 4, 1]];
  assert.equal(canonicalSigns([1, 1, -1, -1], shift), canonicalSigns([-1, 1, 1, -1], shift));
  assert.notEqual(canonicalSigns([1, -1, 1, -1], shift), canonicalSigns([1, 1, -1, -1], shift));
});

test("frequencies of a shifted image have the same sizes, and a convolution multiplies them", () => {
  const n = 6;
  const disc = preset(n, "disc");
  const moved = convolve(disc, [0, 0, 0, 0, 0, 1, 0, 0, 0], n);
  spectrum(disc, n).forEach((v, i) => assert.ok(Math.abs(v - spectrum(moved, n)[i]) < 1e-9));
});

test("a number times its inverse is 1, in the field of square root 2", () => {
  for (let i = 0; i < 50; i++) {
    const x = readNumber(root2, { a: [0, `${1 + Math.floor(random() * 20)}/${1 + Math.floor(random() * 9)}`, 1, `${Math.floor(random() * 41) - 20}/7`] });
    assert.deepEqual(mulIn(root2, x, inverseIn(root2, x)), fromRat(root2, rat(1)));
  }
});

// The group of order 2 on itself: the trivial simple and the sign.
const two = () => ({ orbits: [[1, 2]], simples: [{ label: "L0", iota: [[1], [1]], gramInverse: [["1/2"]] }, { label: "L1", iota: [[1], [-1]], gramInverse: [["1/2"]] }] });

test("Theorem 2 for sets of simples: even functions of the sign are constant, odd ones stay", () => {
  const named = (name, extra = known) => parseActivation(name, extra);
  assert.deepEqual(reachSteps(root2, two(), named("abs"), 1), [[0], [0]]);
  assert.deepEqual(reachSteps(root2, two(), named("relu"), 1), [[0, 1], [0, 1]]);
  assert.deepEqual(reachSteps(root2, two(), named("tanh"), 1), [[1], [1]]);
  assert.equal(reachSteps(root2, two(), named("square"), 1), null);
  assert.equal(stepAt(["a", "b", "c", "b"], 6, (x) => x), "b");
  assert.equal(stepAt(["a", "b", "c", "b"], 7, (x) => x), "c");
  assert.deepEqual(walksOf([[true, false], [true, false]], 1, 2), [0]);
});

test("the rule of depth is that of the shape of the activation", () => {
  const table = [...known, { name: "softsign", even: [], odd: null, analytic: false }, { name: "gelu", even: null, odd: [1], analytic: true }];
  const kind = (name) => depthRule(parseActivation(name, table)).kind;
  assert.equal(kind("relu"), "carried");
  assert.equal(kind("leaky-relu:1/3"), "open");
  assert.equal(kind("relu-bias:1/2"), "all");
  assert.equal(kind("gelu"), "all");
  assert.equal(kind("softsign"), "open");
  assert.equal(kind("pl:(-2,-1) (-1,-1) (1,1) (2,1)"), "all");
  assert.equal(kind("pl:(-2,0) (-1,0) (0,1) (1,4) (2,5)"), "all");
  assert.equal(kind("square"), "open");
  const whole = two();
  whole.depth = { classes: { relu: [[[0, 0]], [[1, 0], [1, [0, 1]]]] }, lists: [[0], [0, 1]], reasons: [[1, "one layer"], [0, "never"]] };
  assert.deepEqual(depthOf(root2, whole, ["L0", "L1"], parseActivation("relu", table), "L1", 2).reached.map((r) => r.state), [1, 0]);
  const sum = { ...two(), parts: [whole] };
  assert.deepEqual(depthOf(root2, sum, ["L0", "L1"], parseActivation("relu", table), "L1", 2).reached.map((r) => [r.label, r.state]), [["L0", 1], ["L1", -1]]);
});

test("a map on a fan is linear on each cone, also where the cone has more rays than dimensions", () => {
  // The cone over a square and its opposite, cut by x = z, y = z, x = -z, y = -z: rays are the corners.
  const forms = [[1, 0, -1], [0, 1, -1], [1, 0, 1], [0, 1, 1]];
  const rays = [[1, 1, 1], [1, -1, 1], [-1, 1, 1], [-1, -1, 1], [1, 1, -1], [1, -1, -1], [-1, 1, -1], [-1, -1, -1], [1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0]];
  const fan = openFan(root2, { rays }, forms);
  const absolute = { gram: [[1]], basis: [rays.map((ray, i) => [i, [Math.abs(ray[2])]]).filter(([, [v]]) => v !== 0)] };
  for (const v of [["1/2", "1/3", "2"], ["3", "1", "1"], ["0", "0", "-5"], ["-7/2", "1/5", "-1/9"], ["0", "0", "0"]]) {
    const exact = v.map((c) => fromRat(root2, parseRat(c)));
    const value = mapAt(root2, fan, absolute, [rat(2)], exact);
    const [x, y, z] = v.map((c) => ratNumber(parseRat(c)));
    if (Math.max(Math.abs(x), Math.abs(y)) <= Math.abs(z)) assert.equal(ratNumber(value[0][0]), 2 * Math.abs(z));
    assert.ok(Math.abs(drawnMap(root2, fan, absolute, [rat(2)])([x, y, z])[0] - ratNumber(value[0][0])) < 1e-12);
  }
  assert.ok(liesIn(root2, [[1, 0, "1/2"], [0, 1, 3]], [rat(2), rat(1), rat(4)]));
  assert.ok(!liesIn(root2, [[1, 0, "1/2"], [0, 1, 3]], [rat(2), rat(1), rat(5)]));
});

test("an element is a word in the generators, and the word moves every G-set", () => {
  const generators = [[2, 3, 4, 1], [2, 1, 3, 4]];
  const element = parseCycles("(1,3)(2,4)", 4);
  assert.deepEqual(element, [3, 4, 1, 2]);
  assert.deepEqual(actionOf(generators, wordOf(generators, element), 4), element);
  assert.equal(wordOf(generators, [2, 3, 1, 4], 3), null);
  assert.deepEqual([...movedBy(Float64Array.from([5, 6, 7]), [2, 3, 1])], [7, 5, 6]);
});

test("the mirrors of a triangle are three, of a turned square none", () => {
  const turn = (a) => [[Math.cos(a), -Math.sin(a)], [Math.sin(a), Math.cos(a)]];
  assert.equal(mirrorsOf(matricesOf([turn((2 * Math.PI) / 3), [[1, 0], [0, -1]]])).length, 3);
  assert.equal(mirrorsOf(matricesOf([turn(Math.PI / 2)])).length, 0);
});

test("trails fade by age, and stay where they are kept", () => {
  let trail = [];
  for (let i = 0; i < 30; i++) trail = remembered(trail, { time: 100 * i, key: String(i) }, false);
  assert.equal(trail.length, 20);
  assert.equal(remembered(trail, { time: 5000, key: "29" }, false), trail);
  const bands = bandsOf(trail, 2900, false);
  assert.equal(bands.length, 3);
  assert.ok(bands[0][bands[0].length - 1].time === 2900 && bands[2][0].time === 1000);
  assert.equal(bandsOf(trail, 9000, false).length, 0);
  assert.equal(bandsOf(trail, 9000, true)[0].length, 20);
});

test("a path is the polylines it draws; arcs keep to their circle", () => {
  const [square] = polylines("M0,0h4v4h-4z");
  assert.deepEqual(square, { points: [[0, 0], [4, 0], [4, 4], [0, 4]], closed: true });
  const [disc] = polylines("M1,5a4,4 0 1 0 8,0a4,4 0 1 0 -8,0z");
  assert.equal(disc.points.length, 25);
  for (const [x, y] of disc.points) assert.ok(Math.abs(Math.hypot(x - 5, y - 5) - 4) < 1e-9);
  const [sector] = polylines("M88,88L170,88A82,82 0 0 0 146,30z");
  assert.ok(sector.points.slice(2, -1).every(([x, y]) => Math.abs(Math.hypot(x - 88, y - 88) - 82) < 0.2 && y < 88));
  assert.equal(polylines("M0,0L1,1M2,2L3,3").length, 2);
});

test("pictures as SVG and TikZ escape their texts and name their colours once", () => {
  const shapes = [{ kind: "path", points: [[0, 0], [40, 40]], closed: false, stroke: "#ff0000", fill: null, width: 2, dash: "6 4", opacity: 1 }, { kind: "circle", x: 20, y: 20, r: 4, stroke: null, fill: "#ff0000", width: 1, dash: "", opacity: 0.5 }, { kind: "text", x: 1, y: 2, text: "a<b & c_1", anchor: "middle", size: 11, fill: "#000000" }];
  const svg = svgText(shapes, 80, 80, "x < y");
  assert.ok(svg.includes("<title>x &lt; y</title>") && svg.includes("a&lt;b &amp; c_1") && svg.includes('stroke-dasharray="6 4"') && svg.includes('opacity="0.5"'));
  const tikz = tikzText(shapes, 80, 80, "x");
  assert.equal(tikz.match(/definecolor/g).length, 2);
  assert.ok(tikz.includes("(0,2) -- (1,1)") && tikz.includes("c\\_1") && tikz.includes("dash pattern=on 4.5pt off 3pt") && tikz.includes("circle[radius=0.1]"));
  assert.equal(texText("50% of \\x"), "50\\% of \\textbackslash{}x");
});

test("answers and tables as GAP, LaTeX, JSON and Markdown", () => {
  const half = { gap: "1/2", latex: "\\frac{1}{2}", radical: "1/2" };
  const rows = [{ label: "L0", copies: [[half], [half]] }];
  const what = { command: "eqnn apply C2 L0" };
  assert.equal(answerText("gap", what, rows), "# eqnn apply C2 L0\nrec( L0 := [ [ 1/2 ], [ 1/2 ] ] );\n");
  assert.deepEqual(JSON.parse(answerText("json", what, rows)).targets, { L0: [["1/2"], ["1/2"]] });
  assert.ok(answerText("latex", what, rows).includes("P_{L_{0}}\\, f(v) &= \\left(\\frac{1}{2}\\right) \\oplus \\left(\\frac{1}{2}\\right)"));
  assert.ok(answerText("markdown", what, rows).includes("| L0 | (1/2) + (1/2) |"));
  assert.equal(tableText("gap", ["", "()"], [["X.1", half]]), "[ [ 1/2 ] ];\n");
  assert.equal(tableText("markdown", ["", "()"], [["X.1", half]]), "|  | () |\n| --- | --- |\n| X.1 | 1/2 |\n");
  assert.ok(cffText({ version: "1", licence: "CC0-1.0", sha256: "ab", command: 'eqnn explore "C2"' }, "C2", "v=1").includes('abstract: "Made by eqnn explore \\"C2\\" --out page.html; shown: #v=1"'));
  assert.ok(bibtexText({ version: "1", sha256: "ab", command: "eqnn explore C2" }, "SL(2,3)").startsWith("@misc{eqnn-SL23,"));
});

test("the orbits of a normal closure are the finest invariant partition", () => {
  // S4 on its points: the closure of a double transposition is transitive; C8 on itself: x -> x + 4 has pairs.
  assert.deepEqual(invariantPartition([[2, 3, 4, 1], [2, 1, 3, 4]], [[1, 2], [2, 1], [3, 4], [4, 3]], 4), [[1, 2, 3, 4]]);
  const shift = Array.from({ length: 8 }, (_, i) => ((i + 1) % 8) + 1);
  assert.deepEqual(invariantPartition([shift], [[1, 5]], 8), [[1, 5], [2, 6], [3, 7], [4, 8]]);
  assert.deepEqual(invariantPartition([shift], [[3, 3]], 8).length, 8);
});

test("a turn keeps to lengths between the ends, and ends where it should", () => {
  for (const [a, b] of [[[1, 0], [0, 2]], [[1, 2], [-1, -2]], [[1, 0, 0], [-1, 0, 0]], [[0, 1], [0, 1]], [[2], [-3]], [[0, 0], [1, 1]], [[1, 2, 3, 4], [4, -1, 0, 2]]]) {
    assert.ok(turned(a, b, 0).every((x, i) => Math.abs(x - a[i]) < 1e-9));
    assert.ok(turned(a, b, 1).every((x, i) => Math.abs(x - b[i]) < 1e-9), `${a} to ${b}: ${turned(a, b, 1)}`);
    if (a.length > 1 && Math.hypot(...a) > 0) for (const t of [0.2, 0.5, 0.9]) assert.ok(Math.abs(Math.hypot(...turned(a, b, t)) - (1 - t) * Math.hypot(...a) - t * Math.hypot(...b)) < 1e-9);
  }
});

test("an activation shaped by hand keeps its points in order, on eighths, and is the function through them", () => {
  const relu = shapeOf(parseActivation("relu", known));
  assert.equal(shapeText(relu), "pl:(-1,0) (0,0) (1,1)");
  assert.equal(shapeText(shapeOf(parseActivation(shapeText(relu), known))), shapeText(relu));
  assert.equal(shapeText(movedPoint(relu, 1, 7, -0.3)), "pl:(-1,0) (7/8,-1/4) (1,1)");
  assert.equal(shapeText(movedPoint(relu, 0, -100, 0)), "pl:(-8,0) (0,0) (1,1)");
  assert.equal(shapeText(liftedPiece(relu, 0, 0.26)), "pl:(-1,1/4) (0,1/4) (1,1)");
  const split = splitPiece(relu, 1);
  assert.equal(shapeText(split), "pl:(-1,0) (0,0) (1/2,1/2) (1,1)");
  assert.equal(shapeText(withoutPoint(split, 2)), shapeText(relu));
  assert.equal(withoutPoint(relu.slice(0, 2), 0).length, 2);
  for (let i = 0; i < 200; i++) {
    let points = relu;
    for (let k = 0; k < 6; k++) points = pick([() => movedPoint(points, Math.floor(random() * points.length), 6 * random() - 3, 6 * random() - 3), () => splitPiece(points, Math.floor(random() * points.length)), () => liftedPiece(points, Math.floor(random() * points.length), random() - 0.5)])();
    const f = parseActivation(shapeText(points), known);
    for (const [t, y] of points) assert.ok(Math.abs(f.value(ratNumber(t)) - ratNumber(y)) < 1e-12);
  }
});

test("the text of an image page comes back, and what is none is refused", () => {
  assert.equal(labText(plainLab()), "");
  assert.equal(sideOf("C10xC10"), 10);
  assert.equal(sideOf("C10xC12") + sideOf("C30xC30") + sideOf("D5"), 0);
  for (let i = 0; i < 100; i++) {
    const n = pick([3, 6, 10]);
    const lab = { base: pick(["disc", "letter", bitsText(Array.from({ length: n * n }, () => Math.round(random())))]), kernel: pick([plainLab().kernel, Array.from({ length: 9 }, () => rat(BigInt(Math.floor(random() * 9) - 4), 3n))]), toggled: pick([[], [[1, 0], [2, 1]]]), layers: pick([0, 3]) };
    assert.deepEqual(parseLab(labText(lab), n), lab);
    if (lab.base[0] === "x") assert.equal(bitsText(basePixels(lab.base, n)), lab.base);
  }
  for (const wrong of ["cat;;;", "disc;1;;", "disc;;9.9;", "disc;;;9", "disc;;;;", "x0;;;"]) assert.equal(parseLab(wrong, 6), null);
});

test("a frequency taken out is 0, one put in is a wave of height 1, and both come back", () => {
  const n = 6;
  const size = (pixels, at) => Math.hypot(...coefficient(pixels, n, at));
  const lab = { ...plainLab(), base: "letter" };
  assert.ok(size(labPixels(lab, n), [1, 0]) > 1);
  const without = labPixels({ ...lab, toggled: [[1, 0], [3, 3]] }, n);
  for (const at of [[1, 0], [5, 0], [3, 3]]) assert.ok(size(without, at) < 1e-9);
  for (const at of [[0, 0], [2, 1], [0, 3]]) assert.ok(Math.abs(size(without, at) - size(preset(n, "letter"), at)) < 1e-9);
  const stripe = { ...plainLab(), base: "stripe", toggled: [[1, 2]] };
  assert.ok(size(preset(n, "stripe"), [1, 2]) < 1e-9);
  assert.ok(Math.abs(size(labPixels(stripe, n), [1, 2]) - (n * n) / 2) < 1e-9);
  assert.deepEqual(pairOfFrequency([5, 1], n), [1, 5]);
  assert.deepEqual(pairOfFrequency([3, 0], n), [3, 0]);
});

test("a convolution multiplies a wave by its eigenvalue, whose text has the same value", () => {
  const read = (text) => { const js = text.replaceAll("\u2212", "-").replaceAll("\u03c0", "*Math.PI").replace(/\((\d*)\*Math/g, (_, top) => `(${top || 1}*Math`).replace(/(\d) (cos|sin)/g, "$1*$2").replaceAll("cos", "Math.cos").replaceAll("sin", "Math.sin").split(" + i "); return js.map((part) => Number(new Function(`return ${part}`)())); };
  for (const n of [3, 4, 6, 8, 10, 12]) for (let i = 0; i < 40; i++) {
    const kernel = Array.from({ length: 9 }, () => rat(BigInt(Math.floor(random() * 9) - 4), BigInt(1 + Math.floor(random() * 3))));
    const [k, l] = [Math.floor(random() * n), Math.floor(random() * n)];
    const wave = (name) => Float64Array.from({ length: n * n }, (_, x) => Math[name]((2 * Math.PI * (k * (x % n) + l * Math.floor(x / n))) / n));
    const value = eigenvalue(kernel, n, [k, l]);
    const out = convolve(wave("cos"), kernel.map(ratNumber), n);
    const [c, s] = [wave("cos"), wave("sin")];
    out.forEach((v, x) => assert.ok(Math.abs(v - value.re * c[x] + value.im * s[x]) < 1e-9));
    const [re, im = 0] = read(value.text);
    assert.ok(Math.abs(re - value.re) < 1e-9 && Math.abs(im - value.im) < 1e-9, `${value.text}: ${value.re} ${value.im}`);
  }
  assert.equal(eigenvalue([1, 1, 1, 1, 1, 1, 1, 1, 1].map((w) => rat(w, 9)), 10, [0, 0]).text, "1");
  assert.equal(eigenvalue([0, 1, 0, 1, 1, 1, 0, 1, 0].map((w) => rat(w)), 10, [1, 0]).text, "3 + 2 cos(\u03c0/5)");
  assert.ok(labLayers({ ...plainLab(), layers: 2 }, (t) => Math.max(0, t), 6).every((v) => v >= 0));
});

test("rows of pictures are projection and picture in one", () => {
  // Two copies of a plane in four points, with a Gram matrix that is not diagonal.
  const iota = [[1, 0, 1, 1], [0, 1, 1, 0], [-1, 0, 0, 2], [0, 2, -1, 1]].map((row) => Float64Array.from(row));
  const inverse = [[2, 1, 0, 0], [1, 2, 0, 0], [0, 0, 1, 0.5], [0, 0, 0.5, 3]].map((row) => Float64Array.from(row));
  const simple = { copyDimension: 2, multiplicityDimension: 4, numeric: { iota, inverse, frame: [[2, 1], [0, 3]] } };
  const h = embedded(simple, 0, [1, -2]);
  for (const copy of [0, 1]) {
    const wanted = pictured(simple, copy, projected(simple, h).coordinates);
    spotOn(simple, copy, h, [0, 1]).forEach((v, i) => assert.ok(Math.abs(v - wanted[i]) < 1e-9));
    assert.equal(spotOn(simple, copy, h, [1])[0], 0);
    assert.equal(pictureRows(simple, copy), pictureRows(simple, copy));
  }
});

test("a comparison matches what is alike and leaves alone what one group lacks", () => {
  const simple = (label, dimension, type, kernel, image, arrows) => ({ label, dimension, type, kernel: String(kernel), image: String(image), copies: 1, arrows });
  const d4 = { set: "regular", elements: [[1, 1], [2, 5], [4, 2]], classes: [[1, 1, 1], [2, 1, 1], [2, 2, 2], [4, 2, 1]], simple: [simple("L0", 1, "R", 8, 1, [0]), simple("L1", 1, "R", 4, 2, [0, 1]), simple("L4", 2, "R", 1, 8, [0, 1, 2])], subgroups: [{ order: "1", covers: [], kernelOf: ["L4"] }, { order: "2", covers: [0], kernelOf: [] }] };
  const q8 = { set: "regular", elements: [[1, 1], [2, 1], [4, 6]], classes: [[1, 1, 1], [2, 1, 1], [4, 2, 3]], simple: [simple("L0", 1, "R", 8, 1, [0]), simple("L2", 1, "R", 4, 2, [0, 1]), simple("L4", 4, "H", 1, 8, [0, 1, 2])], subgroups: [{ order: "1", covers: [], kernelOf: ["L4"] }, { order: "2", covers: [0], kernelOf: [] }] };
  const tables = Object.fromEntries(comparison(d4, q8).map((table) => [table.id, table]));
  assert.deepEqual(tables.elements.rows, [["1", "1", "1"], ["2", "5", "1"], ["4", "2", "6"]]);
  assert.deepEqual(tables.elements.rows.map((row) => differs("elements", row)), [false, true, true]);
  assert.deepEqual(tables.simples.rows.map((row) => differs("simples", row)), [false, false, true, true]);
  assert.equal(tables.simples.rows[1][2].startsWith("L2,"), true);
  assert.deepEqual(tables.simples.rows[3].slice(1).map((t) => t === "\u2013"), [true, false]);
  assert.ok(tables.normal.rows.every((row) => !differs("normal", row)));
  assert.equal(tables.arrows.rows.length, 3 + 3 + 3);
  assert.deepEqual(["10|R", "9|R", "2|C"].sort(compareKeys), ["2|C", "9|R", "10|R"]);
  for (const table of comparison(d4, d4)) assert.ok(table.rows.every((row) => !differs(table.id, row)));
});

const graphOf = (n, edges, colours = new Array(n).fill("")) => { const set = new Set(edges.flatMap(([i, j]) => [`${i},${j}`, `${j},${i}`])); return { colours, relation: (i, j) => (set.has(`${i},${j}`) ? 1 : 0) }; };
const shuffled = (n) => { const list = Array.from({ length: n }, (_, i) => i); for (let i = n - 1; i > 0; i--) { const j = Math.floor(random() * (i + 1)); [list[i], list[j]] = [list[j], list[i]]; } return list; };
// The rook's graph on 4 by 4 places and Shrikhande's: strongly regular with the same numbers, and not the same.
const torus = (near) => { const edges = []; for (let i = 0; i < 16; i++) for (let j = 0; j < i; j++) if (near((i >> 2) - (j >> 2) & 3, (i & 3) - (j & 3) & 3)) edges.push([i, j]); return edges; };
const rook = torus((x, y) => x === 0 || y === 0);
const shrikhande = torus((x, y) => [[0, 1], [0, 3], [1, 0], [3, 0], [1, 1], [3, 3]].some(([p, q]) => p === x && q === y));
const sum = (...parts) => graphOf(16 * parts.length, parts.flatMap((edges, k) => edges.map(([i, j]) => [16 * k + i, 16 * k + j])));

test("structures that are one up to names are matched, others are not, and a search that is given up says so", () => {
  for (let round = 0; round < 60; round++) {
    const n = 2 + Math.floor(random() * 9);
    const edges = [];
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) if (random() < 0.4) edges.push([i, j]);
    const colours = Array.from({ length: n }, () => pick(["x", "y"]));
    const p = shuffled(n);
    const first = graphOf(n, edges, colours);
    const second = graphOf(n, edges.map(([i, j]) => [p[i], p[j]]), p.map((_, i) => colours[p.indexOf(i)]));
    const { map } = matched(first, second);
    assert.deepEqual([...map].sort((a, b) => a - b), Array.from({ length: n }, (_, i) => i));
    for (let i = 0; i < n; i++) { assert.equal(first.colours[i], second.colours[map[i]]); for (let j = 0; j < n; j++) assert.equal(first.relation(i, j), second.relation(map[i], map[j])); }
    assert.deepEqual(matched(first, graphOf(n, edges.slice(1), colours)), edges.length === 0 ? matched(first, first) : {});
  }
  const cycle = (n, from = 0) => Array.from({ length: n }, (_, i) => [from + i, from + ((i + 1) % n)]);
  assert.deepEqual(matched(graphOf(6, cycle(6)), graphOf(6, [...cycle(3), ...cycle(3, 3)])), {}); // Refinement alone sees no difference.
  assert.deepEqual(matched(sum(rook), sum(shrikhande)), {});
  assert.ok(matched(sum(rook, shrikhande), sum(shrikhande, rook)).map);
  assert.deepEqual(matched(sum(shrikhande, rook, rook), sum(shrikhande, shrikhande, rook)), { open: true });
  assert.deepEqual(matched(graphOf(2, []), graphOf(3, [])), {});
});

const D4 = {
  name: "D4", columns: [[1, 1], [2, 1], [2, 2], [2, 2], [4, 2]], values: ["1", "-1", "2", "-2", "0"],
  characters: [[0, 0, 0, 0, 0], [0, 0, 1, 1, 0], [0, 0, 0, 1, 1], [0, 0, 1, 0, 1], [2, 3, 4, 4, 4]].map((row, i) => ({ label: `X${i + 1}`, degree: i < 4 ? 1 : 2, indicator: 1, row })),
  subgroups: [["1", [], ["L4"]], ["2", [0], []], ["4", [1], ["L1"]], ["4", [1], ["L2"]], ["4", [1], ["L3"]], ["8", [2, 3, 4], ["L0"]]].map(([order, covers, kernelOf]) => ({ order, covers, kernelOf })),
  simple: [[1, "1", [0]], [1, "2", [0, 1]], [1, "2", [0, 2]], [1, "2", [0, 3]], [2, "8", [0, 1, 2, 4]]].map(([dimension, image, arrows], i) => ({ label: `L${i}`, dimension, type: "R", kernel: "1", image, copies: 1, arrows })),
};
const Q8 = {
  ...D4, name: "Q8", columns: [[1, 1], [4, 2], [2, 1], [4, 2], [4, 2]], values: ["-2", "2", "0", "1", "-1"],
  characters: [[3, 3, 3, 3, 3], [3, 3, 3, 4, 4], [3, 4, 3, 3, 4], [3, 4, 3, 4, 3], [1, 2, 0, 2, 2]].map((row, i) => ({ label: `X${i + 1}`, degree: i < 4 ? 1 : 2, indicator: i < 4 ? 1 : -1, row })),
  simple: D4.simple.map((s, i) => (i < 4 ? s : { ...s, dimension: 4, type: "H" })),
};
const C4 = {
  name: "C4", columns: [[1, 1], [4, 1], [2, 1], [4, 1]], values: ["1", "-1", "i", "-i"],
  characters: [[0, 0, 0, 0], [0, 2, 1, 3], [0, 1, 0, 1], [0, 3, 1, 2]].map((row, i) => ({ label: `X${i + 1}`, degree: 1, indicator: i % 2 === 0 ? 1 : 0, row })),
  subgroups: [["1", [], ["L1"]], ["2", [0], ["L2"]], ["4", [1], ["L0"]]].map(([order, covers, kernelOf]) => ({ order, covers, kernelOf })),
  simple: [],
};

test("two groups side by side: the same table for D4 and Q8, found cell by cell, and what differs is said", () => {
  const table = tableSides(D4, Q8);
  assert.equal(table.reading, "values");
  assert.ok(table.apart.every((apart) => !apart));
  for (const [i, p] of table.rows) for (const [j, q] of table.columns) assert.equal(D4.values[D4.characters[i].row[j]], Q8.values[Q8.characters[p].row[q]]);
  assert.equal(tableSides(D4, { ...D4, columns: [D4.columns[0], ...D4.columns.slice(1)] }).reading, "orders");
  const other = tableSides(D4, C4);
  assert.equal(other.reading, null);
  assert.equal(other.rows.length, 4 + 2 + 1); // Two of indicator 1 meet, C4 has two of indicator 0, D4 two more and one of degree 2.
  assert.ok(other.apart.some((apart) => apart));
  assert.equal(tableSides(D4, { ...C4, characters: undefined }), null);
  assert.equal(tableSides({ ...D4, values: ["1", "-1", "2", "-2", "\u221a2"] }, Q8).reading, null); // One false value, and no order of rows and columns is left.

  assert.equal(latticeSides(D4, Q8).reading, "kernels");
  assert.equal(latticeSides(D4, { ...D4, subgroups: D4.subgroups.map((n, i) => ({ ...n, kernelOf: i === 1 ? ["L4"] : i === 0 ? [] : n.kernelOf })) }).reading, "orders");
  assert.equal(latticeSides(C4, { ...C4, subgroups: C4.subgroups.map((n, i) => ({ ...n, order: String(3 ** i) })) }).reading, "lattice");
  const lattices = latticeSides(D4, C4);
  assert.equal(lattices.reading, null);
  assert.deepEqual(lattices.orders, ["1", "2", "4", "8"]);
  const places = [D4, C4].map((g, which) => placeLattice(g, lattices.mates.map((pair) => pair[which]), lattices.orders, 300, 50));
  for (const [i, j] of lattices.mates) if (i !== null && j !== null) assert.equal(places[0][i][1], places[1][j][1]); // Mates stand at one height.
  places.forEach((list, which) => [D4, C4][which].subgroups.forEach((n, i) => n.covers.forEach((k) => assert.ok(list[k][1] > list[i][1]))));

  assert.equal(graphSides(D4, Q8).reading, "images");
  assert.equal(graphSides(D4, D4).reading, "simples");
  assert.equal(graphSides(D4, { ...D4, simple: D4.simple.map((s) => ({ ...s, image: "1" })) }).reading, "graph");
  assert.equal(graphSides(D4, { ...D4, simple: D4.simple.map((s, i) => (i === 4 ? { ...s, arrows: [0, 4] } : s)) }).reading, null);
  assert.deepEqual(graphSides(D4, { ...D4, simple: D4.simple.map((s, i) => (i === 1 ? { ...s, copies: 0 } : s)) }).mates.filter(([, j]) => j === null), [[3, null]]);
});

test("rows of two graphs stand at one height, and frames hold their arrows", () => {
  const simples = (count, image) => Array.from({ length: count }, (_, i) => ({ label: `${image}.${i}`, imageOrder: image }));
  const [first, second] = [[...simples(1, 1), ...simples(9, 2)], [...simples(1, 1), ...simples(2, 2), ...simples(3, 6)]];
  const [a, b] = [placeNodes(first, 342, second), placeNodes(second, 342, first)];
  assert.deepEqual(a.orders, [6, 2, 1]);
  assert.deepEqual(a.tops, b.tops);
  assert.equal(a.height, b.height);
  const boxes = [...a.nodes.values()];
  const arrow = arrowTexts(boxes[1], boxes[0], boxes, false);
  assert.match(arrow.line, /^M[-\d.,L]+$/);
  assert.match(arrow.head, /z$/);
  assert.match(arrowTexts(boxes[0], boxes[0], boxes, false).line, /C/);
  assert.equal(frameAround(100, 50, [[[-6, 10]], [[120, 60]]]), "-10 0 134 64");
  assert.deepEqual(aligned([1, 2, 3], [3, 4], () => "k", (x) => String(x)), [{ key: "k", a: 3, b: 3 }, { key: "k", a: 1, b: 4 }, { key: "k", a: 2, b: null }]);
});

test("how pictures are looked at stands in the link, one entry for each", () => {
  let z = withView(withView("", "L4", [0, 2]), "L3", [500, 6283]);
  assert.equal(z, "L4:0.2~L3:500.6283");
  z = withView(z, "L4", [3, 1]);
  assert.equal(z, "L3:500.6283~L4:3.1");
  assert.deepEqual([viewIn(z, "L4"), viewIn(z, "L3"), viewIn(z, "L"), viewIn("L3:5", "L3"), viewIn("", "L3")], [[3, 1], [500, 6283], null, null, null]);
  for (let i = 0; i < 40; i++) z = withView(z, `L${i}`, [i, i]);
  assert.equal(z.split("~").length, 12);
  assert.deepEqual(parseState(printState({ ...defaultState({ x: "regular", f: "relu", h: [] }), z }, { x: "regular", f: "relu", h: [] }), { x: "regular", f: "relu", h: [] }).state.z, z);
});

test("a function on X and its image as text", () => {
  const [one, half] = [{ gap: "1", latex: "1", radical: "1" }, { gap: "1/2", latex: "\\frac{1}{2}", radical: "1/2" }];
  const text = (format) => functionText(format, { command: "eqnn apply C2 L1" }, [one, half], [half, one]);
  assert.deepEqual(JSON.parse(text("json")), { command: "eqnn apply C2 L1", v: ["1", "1/2"], image: ["1/2", "1"] });
  assert.equal(text("gap"), "# eqnn apply C2 L1\nv := [ 1, 1/2 ];\nfv := [ 1/2, 1 ];\n");
  assert.match(text("latex"), /v &= \\left\(1,\\; \\frac\{1\}\{2\}\\right\) \\\\\n/);
  assert.match(text("markdown"), /\| x2 \| 1\/2 \| 1 \|/);
});
