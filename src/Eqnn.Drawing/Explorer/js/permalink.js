import { parseRat, ratText } from "./rational.js";

export const MAX_LINK = 2000;
const FLAGS = "slocyekb";
const TABS = ["maps", "chars", "normal", "gsets", "string", "images", "terms", "cite"];

export function defaultState(page) {
  return { v: 1, x: page.x, f: page.f, h: page.h, b: [], o: "", t: 1, q: "", m: [], z: "", n: [], i: "", tab: "maps", d: "" };
}

function encode(text) { return encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%3B", ";").replaceAll("%2B", "+").replaceAll("%7E", "~"); }

// How a picture is looked at: two whole numbers for its name, as L4:0.2~L3:500.350; null where the link says nothing of it.
export function viewIn(text, name) {
  for (const entry of text.split("~")) { const match = /^(\w+):(\d{1,4})\.(\d{1,4})$/.exec(entry); if (match && match[1] === name) return [Number(match[2]), Number(match[3])]; }
  return null;
}

// The views with one of them set; the latest is the last, and at most twelve are kept.
export function withView(text, name, [a, b]) { return [...text.split("~").filter((entry) => entry !== "" && !entry.startsWith(`${name}:`)), `${name}:${a}.${b}`].slice(-12).join("~"); }

export function handText(hand) {
  return `${hand.label}${hand.copy > 0 ? `^${hand.copy + 1}` : ""}.${hand.kind}.${hand.points.map((p) => p.map(ratText).join(",")).join(";")}`;
}

export function readHand(text) {
  const match = /^(L\d{1,4})(?:\^(\d{1,3}))?\.([psckr])\.(.+)$/.exec(text);
  if (!match) return null;
  const points = match[4].split(";").map((p) => p.split(",").map(parseRat));
  const count = { p: [1, 1], s: [2, 2], c: [2, 2], k: [2, 64], r: [3, 64] }[match[3]];
  if (points.length < count[0] || points.length > count[1] || points.some((p) => p.includes(null))) return null;
  return { label: match[1], copy: match[2] ? Number(match[2]) - 1 : 0, kind: match[3], points };
}

// A G-set of a pin may be a file, whose name holds anything: ~ is !t there, and ! twice.
// The fragment of a state; keys in one order, defaults left out. A curve that is too long is thinned by the caller before.
export function printState(state, page) {
  const usual = defaultState(page);
  const parts = ["v=1"];
  const put = (key, text, standard) => { if (text !== standard) parts.push(`${key}=${encode(text)}`); };
  put("x", state.x, usual.x);
  put("f", state.f, usual.f);
  put("h", state.h.map(handText).join("~"), usual.h.map(handText).join("~"));
  put("b", state.b.map(([x, q]) => `${x}:${ratText(q)}`).join(","), "");
  put("o", [...FLAGS].filter((flag) => state.o.includes(flag)).join(""), "");
  put("t", String(state.t), "1");
  put("q", state.q, "");
  put("m", state.m.map(ratText).join(","), "");
  put("z", state.z, "");
  put("n", state.n.map((pin) => `${handText(pin.hand)}@${pin.f}@${pin.x.replaceAll("!", "!!").replaceAll("~", "!t")}`).join("~"), "");
  put("i", state.i, "");
  put("tab", state.tab, "maps");
  put("d", state.d, "");
  return parts.join("&");
}

// Reads a fragment; a part that is not understood keeps its default and is named.
export function parseState(fragment, page) {
  const state = defaultState(page);
  const refused = [];
  const text = fragment.replace(/^#/, "");
  if (text === "") return { state, refused };
  if (text.length > 4 * MAX_LINK) return { state, refused: ["the link, which is too long"] };
  for (const part of text.split("&")) {
    const at = part.indexOf("=");
    const key = at < 0 ? part : part.slice(0, at);
    let value;
    try {
      value = decodeURIComponent(at < 0 ? "" : part.slice(at + 1));
    } catch {
      refused.push(key);
      continue;
    }
    const good = readPart(state, key, value);
    if (!good) refused.push(key);
  }
  return { state, refused };
}

function readPart(state, key, value) {
  switch (key) {
    case "v": return value === "1";
    case "x": state.x = value; return /^[^<>"&]{1,300}$/.test(value);
    case "f": state.f = value; return /^[^<>"&]{1,300}$/.test(value);
    case "h": { const hands = value.split("~").map(readHand); if (hands.includes(null) || hands.length > 4) return false; state.h = hands; return true; }
    case "b": {
      const bars = value.split(",").map((text) => { const [, x, q] = /^([1-9]\d{0,3}):(.+)$/.exec(text) ?? []; return [Number(x), parseRat(q ?? "")]; });
      if (bars.some(([x, q], i) => !q || q.n === 0n || (i > 0 && x <= bars[i - 1][0]))) return false;
      state.b = bars;
      return true;
    }
    case "i": if (!/^[\w:.,;/-]{1,1500}$/.test(value)) return false; state.i = value; return true;
    case "o": if ([...value].some((c) => !FLAGS.includes(c)) || new Set(value).size !== value.length) return false; state.o = [...FLAGS].filter((flag) => value.includes(flag)).join(""); return true;
    case "t": if (!/^[1-9]\d?$/.test(value)) return false; state.t = Number(value); return true;
    case "q": if (!/^L\d{1,4}>L\d{1,4}$/.test(value)) return false; state.q = value; return true;
    case "m": { const m = value.split(",").map(parseRat); if (m.includes(null) || m.length > 200) return false; state.m = m; return true; }
    case "z": if (!/^[\w:.,;~-]{1,300}$/.test(value)) return false; state.z = value; return true;
    case "n": {
      const pins = value.split("~").map((pin) => { const [hand, f, ...rest] = pin.split("@"); return { hand: readHand(hand), f, x: rest.join("@").replace(/!(.)/g, (_, c) => (c === "t" ? "~" : c)) }; });
      if (pins.length > 6 || pins.some((pin) => pin.hand === null || !pin.f || !pin.x)) return false;
      state.n = pins;
      return true;
    }
    case "tab": if (!TABS.includes(value)) return false; state.tab = value; return true;
    case "d": if (!["light", "dark"].includes(value)) return false; state.d = value; return true;
    default: return false;
  }
}

export function kindName(kind) { return { p: "point", s: "segment", c: "circle", k: "curve", r: "region" }[kind]; }
