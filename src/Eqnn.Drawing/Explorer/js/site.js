import { comparison, differs } from "./align.js";

// The pages of a site that are no explorer pages: index with search, comparison. Rows stand in the page; nothing is fetched.

const rows = JSON.parse(document.getElementById("eqnn-data").textContent).rows;
const FACTS = [["order", "order"], ["simples", "simples"], ["types", "types of simples"], ["normal", "normal subgroups"], ["arrows", "arrows of relu on the first G-set"], ["abelian", "abelian"], ["solvable", "solvable"], ["pair", "has a pair that needs two layers"], ["lattice", "kernels form"]];

function make(name, props = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (key === "text") node.textContent = value;
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value);
  }
  node.append(...children.flat());
  return node;
}

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
  const box = make("input", { type: "search", "data-testid": "site-search", "aria-label": "search groups", placeholder: "order:8..24 simples<6 type:H abelian:no pair:two-layers", class: "search", oninput: () => { history.replaceState(null, "", `#q=${encodeURIComponent(box.value)}&s=${sort.value}`); list(); } });
  const sort = make("select", { "aria-label": "sort by", onchange: () => { history.replaceState(null, "", `#q=${encodeURIComponent(box.value)}&s=${sort.value}`); list(); } }, ["order", "simples", "arrows", "normal"].map((key) => make("option", { value: key, text: `by ${key}` })));
  const count = make("p", { "aria-live": "polite" });
  const body = make("tbody");
  const facets = make("div", { class: "row" }, ["abelian:yes", "abelian:no", "solvable:no", "type:C", "type:H", "pair:two-layers", "kernel-lattice:chain"].map((word) => make("button", { type: "button", text: `${word} (${rows.filter(parseQuery(word)[0].test).length})`, onclick: () => { box.value = box.value.includes(word) ? box.value.replace(word, "").trim() : `${box.value} ${word}`.trim(); box.dispatchEvent(new Event("input")); } })));
  place.append(box, sort, facets, count, make("div", { class: "scroll" }, make("table", {}, make("thead", {}, make("tr", {}, ["group", "order", "simples", "normal subgroups", "arrows", "", "data"].map((t) => make("th", { text: t })))), body)));
  const list = () => {
    const filters = parseQuery(box.value);
    const found = rows.filter((r) => filters.every((f) => f.test(r))).sort((a, b) => a[sort.value] - b[sort.value] || a.order - b.order || (a.name < b.name ? -1 : 1));
    const empty = filters.filter((f) => rows.filter((r) => filters.every((g) => g === f || g.test(r))).length > 0).map((f) => f.word);
    count.textContent = found.length > 0 ? `${found.length} of ${rows.length}` : `0 of ${rows.length}: nothing matches ${box.value}${empty.length > 0 ? `; remove: ${empty.join(" or ")}` : ""}`;
    body.replaceChildren(...found.map((r) => make("tr", { "data-testid": `site-row-${r.name}` }, make("th", { scope: "row" }, make("a", { href: `g/${r.id}/index.html`, text: r.name })), make("td", { text: String(r.order) }), make("td", {}, make("span", { text: `${r.simples} ` }), r.types.split("").slice(0, 24).map((t, i) => make("span", { class: `swatch c${i === 0 ? 0 : ((i - 1) % 7) + 1}`, title: t }))), make("td", { text: String(r.normal) }), make("td", { text: String(r.arrows) }), make("td", { text: [r.abelian ? "abelian" : "", r.solvable ? "" : "not solvable", r.pair ? "two layers" : ""].filter((t) => t !== "").join(", ") }), make("td", {}, make("a", { href: `data/${r.id}.json`, text: "JSON" })))));
  };
  const read = () => { const hash = new URLSearchParams(location.hash.slice(1)); box.value = hash.get("q") ?? ""; if (hash.get("s")) sort.value = hash.get("s"); list(); };
  window.addEventListener("hashchange", read);
  read();
}

function showCompare(place) {
  const write = () => { history.replaceState(null, "", `#a=${encodeURIComponent(first.value)}&b=${encodeURIComponent(second.value)}`); draw(); };
  const pick = (label) => make("select", { "aria-label": `group ${label}`, "data-testid": `compare-${label}`, onchange: write }, rows.map((r) => make("option", { value: r.name, text: r.name })));
  const [first, second] = [pick("a"), pick("b")];
  const words = make("p", { "data-testid": "difference", "aria-live": "polite" });
  const only = make("input", { type: "checkbox", "data-testid": "only-differences", onchange: () => draw() });
  const tables = make("div", { class: "compared" });
  place.append(make("div", { class: "row" }, first, make("button", { type: "button", text: "\u21c4", "aria-label": "exchange the groups", onclick: () => { [first.value, second.value] = [second.value, first.value]; write(); } }), second, make("label", { class: "row" }, only, "differences only")), words, tables);
  const text = (v) => (v === true ? "yes" : v === false ? "no" : String(v));
  const draw = () => {
    const [a, b] = [first.value, second.value].map((name) => rows.find((r) => r.name === name));
    const facts = { id: "invariants", title: "Invariants", row: "", rows: FACTS.map(([key, name]) => [name, text(a[key]), text(b[key])]) };
    const all = [facts, ...comparison(a, b)];
    const different = all.flatMap((table) => table.rows.filter((row) => differs(table.id, row)).map((row) => [table, row]))[0];
    const same = a.table === b.table ? "The character tables have the same sorted values." : "The character tables differ.";
    words.textContent = `${different ? `First difference: ${different[0].id === "invariants" ? "" : `${different[0].title.toLowerCase()}, `}${different[1][0]}, ${different[1][1]} against ${different[1][2]}.` : "No difference in what is compared here."} ${same}`;
    tables.replaceChildren(...all.map((table) => {
      const shown = table.rows.filter((row) => !only.checked || differs(table.id, row));
      const head = make("tr", {}, make("th", { scope: "col", text: table.row }), [a, b].map((r) => make("th", { scope: "col" }, make("a", { href: `g/${r.id}/index.html`, text: r.name }))), make("th", { scope: "col", text: "" }));
      return make("section", { "data-testid": `compare-${table.id}` }, make("h2", { text: table.title }), shown.length === 0 ? make("p", { class: "muted", text: "no difference" }) : make("div", { class: "scroll" }, make("table", {}, make("thead", {}, head), make("tbody", {}, shown.map((row) => { const other = differs(table.id, row); return make("tr", other ? { class: "differs" } : {}, make("th", { scope: "row", text: row[0] }), make("td", { text: row[1] }), make("td", { text: row[2] }), make("td", { text: other ? "differs" : "" })); })))));
    }));
  };
  const read = () => { const hash = new URLSearchParams(location.hash.slice(1)); const names = rows.map((r) => r.name); first.value = names.includes(hash.get("a")) ? hash.get("a") : names[0]; second.value = names.includes(hash.get("b")) ? hash.get("b") : names[names.length - 1]; draw(); };
  window.addEventListener("hashchange", read);
  read();
}

const target = document.getElementById("site");
if (target.dataset.page === "index") showIndex(target);
if (target.dataset.page === "compare") showCompare(target);
