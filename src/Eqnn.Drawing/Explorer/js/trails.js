// What the hand and its images left behind in the last seconds: fading, unless it is kept.
export const FADE = 2000;
const MOST = 400;

export function remembered(trail, entry, keep) {
  const last = trail[trail.length - 1];
  if (last && last.key === entry.key) return trail;
  const list = [...(keep ? trail : trail.filter((e) => entry.time - e.time < FADE)), entry];
  return list.length <= MOST ? list : list.filter((_, i) => i % 2 === 0 || i === list.length - 1);
}

// Three bands of age, youngest first, each a run of entries that joins the next; entries beyond the fade are left out unless all are kept.
export function bandsOf(trail, now, keep) {
  const alive = keep ? trail : trail.filter((e) => now - e.time < FADE);
  if (alive.length < 2) return [];
  if (keep) return [alive];
  const bands = [[], [], []];
  alive.forEach((entry, i) => {
    const band = Math.min(2, Math.floor((3 * (now - entry.time)) / FADE));
    bands[band].push(entry);
    const next = alive[i + 1];
    if (next && Math.min(2, Math.floor((3 * (now - next.time)) / FADE)) !== band) bands[band].push(next);
  });
  return bands.map((band) => (band.length > 1 ? band : []));
}
