// The colours of simples: number 0 grey, number i of colour ((i - 1) mod 7) + 1; explorer.css has the colours, made to stay apart for all kinds of sight.
export function colourIndex(position) { return position === 0 ? 0 : ((position - 1) % 7) + 1; }
