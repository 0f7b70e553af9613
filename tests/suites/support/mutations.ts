/*
 * Documents that differ from good ones in one to three places: fields left out, added, renamed, doubled; values replaced by ones of
 * other kinds, by values from elsewhere, or changed a little. From a seed, so that a failure is found again.
 */

type Node = Record<string, unknown> | unknown[];

/** Numbers from 0 to below 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const STRANGE = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  100,
  '',
  'x',
  '40%',
  '140%',
  '0.8x',
  'none',
  'both',
  '2026-01',
  '2026-Q1',
  '2026-13-01',
  '2026-01-01',
  'a-b_c',
  '9z',
  'ü',
  ' ',
  [],
  {},
  [1],
  { en: 'a', zh: '甲' },
  { en: 'a' },
  { '2026-01': 3 },
  { '0': '5%' },
  ['brand'],
];

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

/** Every list and map of a document. */
function nodesOf(value: unknown): Node[] {
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : [];
}

/** `count` mutated copies of the documents. */
export function* mutations(good: readonly unknown[], count: number, seed: number): Generator<unknown> {
  const next = random(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const parts = good.flatMap(nodesOf).flatMap((node) => Object.values(node));
  for (let made = 0; made < count; made++) {
    const document: unknown = structuredClone(pick(good));
    const changes = 1 + Math.floor(next() * 3);
    for (let change = 0; change < changes; change++) mutate(pick(nodesOf(document)), pick, parts);
    yield document;
  }
}

function mutate(node: Node, pick: <T>(items: readonly T[]) => T, parts: readonly unknown[]): void {
  const map = node as Record<string, unknown>;
  const key = Object.keys(map).length === 0 ? 'x' : pick(Object.keys(map));
  const value = () => structuredClone(pick([pick(STRANGE), pick(parts), pick(parts)]));
  const how = pick(['replace', 'replace', 'nudge', 'remove', 'add', 'rename', 'copy'] as const);
  if (Array.isArray(node)) {
    if (how === 'remove') node.splice(Number(key) || 0, 1);
    else if (how === 'replace' && node.length > 0) node[Number(key) || 0] = value();
    else node.push(how === 'copy' && node.length > 0 ? structuredClone(pick(node)) : value());
    return;
  }
  switch (how) {
    case 'replace':
      map[key] = value();
      break;
    case 'nudge':
      map[key] = nudged(map[key] ?? null);
      break;
    case 'remove':
      delete map[key];
      break;
    case 'add':
      map[pick(['title', 'id', 'extra', 'kind', 'reason', 'amount', 'by', 'prorate', '2026-02', '80%', '7'])] = value();
      break;
    case 'rename':
      map[`${key}s`] = map[key] ?? null;
      delete map[key];
      break;
    case 'copy':
      map[pick(Object.keys(map).concat(key))] = structuredClone(map[key] ?? null);
  }
}

function nudged(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return /^\d/.test(value) ? value.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)) : `${value}x`;
  return value;
}
