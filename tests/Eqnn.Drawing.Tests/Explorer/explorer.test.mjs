// Run by node --test: the pure modules of the explorer, without a page.
import test from "node:test";
import assert from "node:assert/strict";
import { addRat, compareRat, mulRat, parseRat, rat, ratDecimals, ratNumber, ratText, snapRat, subRat } from "../../../src/Eqnn.Drawing/Explorer/js/rational.js";
import { addIn, decimalsOf, isZeroIn, makeField, mulIn, numberOf, readNumber, signOf } from "../../../src/Eqnn.Drawing/Explorer/js/field.js";
import { formatNumber } from "../../../src/Eqnn.Drawing/Explorer/js/numbers.js";
import { parseActivation } from "../../../src/Eqnn.Drawing/Explorer/js/activation.js";
import { defaultState, parseState, printState } from "../../../src/Eqnn.Drawing/Explorer/js/permalink.js";
import { circleCuts, cuts, segmentStops } from "../../../src/Eqnn.Drawing/Explorer/js/pieces.js";
import { curvePoints, placeNodes, routeArrow, zoomFor } from "../../../src/Eqnn.Drawing/Explorer/js/layout.js";
import { canonicalSigns } from "../../../src/Eqnn.Drawing/Explorer/js/exactimage.js";
import { convolve, preset, spectrum } from "../../../src/Eqnn.Drawing/Explorer/js/extras.js";

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
  assert.equal(ratDecimals(rat(-1, 3), 4), "-0.3333");
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
    const state = { ...defaultState(page), x: pick(["regular", "points+regular", "2*cosets:#3", "cosets:(1,2);(3,4)"]), f: pick(["relu", "leaky-relu:1/10", "pl:(-1,0) (0,0) (1,2)", "poly:t^2+t"]), h: Array.from({ length: 1 + Math.floor(random() * 3) }, hand), o: pick(["", "s", "lo", "slocye"]), t: 1 + Math.floor(random() * 20), q: pick(["", "L1>L3"]), m: pick([[], [q(), q()]]), z: pick(["", "L4:0.2"]), n: pick([[], [{ hand: { ...hand(), kind: "p", points: [[q(), q()]] }, f: "relu", x: "points" }]]), tab: pick(["maps", "chars", "cite"]), d: pick(["", "light", "dark"]) };
    const text = printState(state, page);
    const { state: back, refused } = parseState(`#${text}`, page);
    assert.deepEqual(refused, []);
    assert.deepEqual(back, state);
    assert.equal(printState(back, page), text);
  }
  assert.deepEqual(parseState("#v=2&zz=1&t=0&h=L1.q.1", page).refused, ["v", "zz", "t", "h"]);
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
