// Exact rational numbers as { n, d }: BigInt numerator and positive BigInt denominator without a common factor.

function gcd(a, b) {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function rat(n, d = 1n) {
  const top = BigInt(n);
  const below = BigInt(d);
  if (below === 0n) throw new RangeError("a denominator is 0");
  const g = gcd(top, below) || 1n;
  const s = below < 0n ? -1n : 1n;
  return { n: (s * top) / g, d: (s * below) / g };
}

export const R0 = rat(0);
export const R1 = rat(1);

// Reads 3, -1/4, 0.25; null where the text is none of them.
export function parseRat(text) {
  const s = String(text).trim().replace("\u2212", "-");
  const fraction = /^([+-]?\d{1,40})(?:\/(\d{1,40}))?$/.exec(s);
  if (fraction) return fraction[2] !== undefined && /^0+$/.test(fraction[2]) ? null : rat(fraction[1], fraction[2] ?? 1);
  const decimal = /^([+-]?)(\d{0,20})\.(\d{1,20})$/.exec(s);
  return decimal ? rat(BigInt(decimal[1] + (decimal[2] || "0") + decimal[3]), 10n ** BigInt(decimal[3].length)) : null;
}

export function ratText(q) { return q.d === 1n ? `${q.n}` : `${q.n}/${q.d}`; }
export function addRat(a, b) { return rat(a.n * b.d + b.n * a.d, a.d * b.d); }
export function subRat(a, b) { return rat(a.n * b.d - b.n * a.d, a.d * b.d); }
export function mulRat(a, b) { return rat(a.n * b.n, a.d * b.d); }
export function divRat(a, b) { return rat(a.n * b.d, a.d * b.n); }
export function negRat(a) { return { n: -a.n, d: a.d }; }
export function signRat(a) { return a.n > 0n ? 1 : a.n < 0n ? -1 : 0; }
export function compareRat(a, b) { return signRat(subRat(a, b)); }
export function equalRat(a, b) { return a.n === b.n && a.d === b.d; }

// The nearest double, also for long numerators and denominators.
export function ratNumber(q) {
  const n = Number(q.n);
  const d = Number(q.d);
  if (Math.abs(n) <= 9007199254740991 && d <= 9007199254740991) return n / d;
  const length = (x) => (x < 0n ? -x : x).toString(2).length;
  const shift = BigInt(length(q.n) - length(q.d) - 70);
  const quotient = shift >= 0n ? q.n / (q.d << shift) : (q.n << -shift) / q.d;
  return Number(quotient) * 2 ** Number(shift);
}

// The multiple of 1/grid nearest to a double.
export function snapRat(x, grid) { return rat(BigInt(Math.round(x * grid)), BigInt(grid)); }
