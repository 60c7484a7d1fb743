// The colours of simples: number 0 grey, number i of colour ((i - 1) mod 7) + 1; made to stay apart for all kinds of sight.
export const LIGHT = ["#59616e", "#3363ea", "#d26c2b", "#1aa291", "#6c13a9", "#8b5002", "#144461", "#7b0026"];
export const DARK = ["#aab2bf", "#01a3fc", "#f77e32", "#90f6d0", "#8a4fe0", "#fccf28", "#4f7d9c", "#ce3454"];
export function colourIndex(position) { return position === 0 ? 0 : ((position - 1) % 7) + 1; }
