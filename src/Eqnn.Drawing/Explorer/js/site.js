import { colourIndex } from "./palette.js";
import { showCompare } from "./compare.js";
import { el } from "./dom.js";

// The pages of a site that are no explorer pages: index with search, comparison. Rows stand in the page; nothing is fetched.

const rows = JSON.parse(document.getElementById("eqnn-data").textContent).rows;

// One box: words, and filters such as order:8..24 simples<6 type:H abelian:no pair:two-layers.
function parseQuery(text) {
  return text.trim().split(/\s+/).filter((w) => w !== "").map((word) => {
    const range = /^(order|simples|arrows|normal):(\d+)\.\.(\d+)$/.exec(word);
    if (range) return { word, test: (r) => r[range[1]] >= Number(range[2]) && r[range[1]] <= Number(range[3]) };
    const compare = /^(order|simples|arrows|normal)(<=|>=|<|>|=|:)(\d+)$/.exec(word);
    if (compare) { const n = Number(compare[3]); return { word, test: (r) => ({ "<": r[compare[1]] < n, ">": r[compare[1]] > n, "<=": r[compare[1]] <= n, ">=": r[compare[1]] >= n, "=": r[compare[1]] === n, ":": r[compare[1]] === n })[compare[2]] }; }
    const flag = /^(abelian|solvable):(yes|no)$/.exec(word);
    if (flag) return { word, test: (r) => r[flag[1]] === (flag[2] === "yes") };
    const type = /^type:([RCH])$/.exec(word);
    if (type) return { word, test: (r) => r.types.includes(type[1]) };
    if (word === "pair:two-layers") return { word, test: (r) => r.pair };
    if (/^kernel-lattice:(chain|branched)$/.test(word)) return { word, test: (r) => r.lattice === word.split(":")[1] };
    const name = word.startsWith("name:") ? word.slice(5) : word.startsWith("id:") ? word.slice(3) : word;
    return { word, test: (r) => `${r.name} ${r.id}`.toLowerCase().includes(name.toLowerCase()) };
  });
}

function showIndex(place) {
  const box = el("input", { type: "search", test: "site-search", "aria-label": "search groups", placeholder: "order:8..24 simples<6 type:H abelian:no pair:two-layers", class: "search", oninput: () => { history.replaceState(null, "", `#q=${encodeURIComponent(box.value)}&s=${sort.value}`); list(); } });
  const sort = el("select", { "aria-label": "sort by", onchange: () => { history.replaceState(null, "", `#q=${encodeURIComponent(box.value)}&s=${sort.value}`); list(); } }, ["order", "simples", "arrows", "normal"].map((key) => el("option", { value: key, text: `by ${key}` })));
  const count = el("p", { "aria-live": "polite" });
  const body = el("tbody");
  const facets = el("div", { class: "row" }, ["abelian:yes", "abelian:no", "solvable:no", "type:C", "type:H", "pair:two-layers", "kernel-lattice:chain"].map((word) => el("button", { type: "button", text: `${word} (${rows.filter(parseQuery(word)[0].test).length})`, onclick: () => { box.value = box.value.includes(word) ? box.value.replace(word, "").trim() : `${box.value} ${word}`.trim(); box.dispatchEvent(new Event("input")); } })));
  place.append(box, sort, facets, count, el("div", { class: "scroll" }, el("table", {}, el("thead", {}, el("tr", {}, ["group", "order", "simples", "normal subgroups", "arrows", "", "data"].map((t) => el("th", { text: t })))), body)));
  const list = () => {
    const filters = parseQuery(box.value);
    const found = rows.filter((r) => filters.every((f) => f.test(r))).sort((a, b) => a[sort.value] - b[sort.value] || a.order - b.order || (a.name < b.name ? -1 : 1));
    const empty = filters.filter((f) => rows.filter((r) => filters.every((g) => g === f || g.test(r))).length > 0).map((f) => f.word);
    count.textContent = found.length > 0 ? `${found.length} of ${rows.length}` : `0 of ${rows.length}: nothing matches ${box.value}${empty.length > 0 ? `; remove: ${empty.join(" or ")}` : ""}`;
    body.replaceChildren(...found.map((r) => el("tr", { test: `site-row-${r.name}` }, el("th", { scope: "row" }, el("a", { href: `g/${r.id}/index.html`, text: r.name })), el("td", { text: String(r.order) }), el("td", {}, el("span", { text: `${r.simples} ` }), r.types.split("").slice(0, 24).map((t, i) => el("span", { class: `swatch c${colourIndex(i)}`, title: t }))), el("td", { text: String(r.normal) }), el("td", { text: String(r.arrows) }), el("td", { text: [r.abelian ? "abelian" : "", r.solvable ? "" : "not solvable", r.pair ? "two layers" : ""].filter((t) => t !== "").join(", ") }), el("td", {}, el("a", { href: `data/${r.id}.json`, text: "JSON" })))));
  };
  const read = () => { const hash = new URLSearchParams(location.hash.slice(1)); box.value = hash.get("q") ?? ""; if (hash.get("s")) sort.value = hash.get("s"); list(); };
  window.addEventListener("hashchange", read);
  read();
}

const target = document.getElementById("site");
if (target.dataset.page === "index") showIndex(target);
if (target.dataset.page === "compare") showCompare(target, rows);
