import { parse } from 'yaml';
import { type Dice, dice } from '../../src/sample/dice.js';

/** Chooses one of several things. */
export function choose<T>(chance: Dice, things: readonly T[]): T {
  const found = things[chance.between(0, things.length - 1)];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
}

const DEEP = '['.repeat(30_000);
const LAUGHS = `&a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
  .split('')
  .map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefghi'[index]}`).join(', ')}]`)
  .join('\n')}`;

/** Values that have broken programs before. */
const NASTY: readonly string[] = [
  '',
  '~',
  'null',
  'true',
  '0',
  '-0',
  '-1',
  '1e999',
  '1e-99',
  '9'.repeat(39),
  '9'.repeat(400),
  `0.${'0'.repeat(30)}1`,
  '.inf',
  '-.inf',
  '.nan',
  '0x1F',
  '0o17',
  '1_000',
  '1,000',
  '+5',
  '5.',
  '.5',
  '50',
  '50%',
  '-5%',
  '5 %',
  '99999999999%',
  '0%',
  '1e5%',
  '0.8x',
  '0x',
  '1/3',
  '[]',
  '{}',
  '[[]]',
  '{ ? a : b }',
  '[a, [b, {c: d}]]',
  DEEP,
  '{a: '.repeat(60),
  LAUGHS,
  '&x { y: *x }',
  '*nothing',
  '<<: *x',
  '!!js/function "x"',
  '!!binary aGk=',
  '!!set {a, b}',
  '!mine x',
  '"\\0"',
  '"\\u202e"',
  '\u0000',
  '\u001b[31mred',
  '\u202eabc',
  '\ufeff',
  '\ud800',
  '😀'.repeat(50),
  '中文'.repeat(200),
  'x'.repeat(70_000),
  '| <script>alert(1)</script> |',
  '"a: b"',
  "''",
  '"',
  '@nothing',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '__proto__: { polluted: yes }',
  'constructor: { prototype: { polluted: yes } }',
  '2026-01',
  '2026-13',
  '2026-00',
  '2026-W54',
  '2026-Q5',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '-2026-01-01',
  '2026-01-01T00:00:00Z',
  '2026-03-29T02:30:00',
  'UTC',
  'Mars/Olympus',
  '+08:00',
  '../../etc/passwd',
  '/dev/null',
  'a.b.c.d',
  '"; drop table sales; --',
  'CON',
  'composite',
  'sales / 0',
  '1 / 0',
  '((((((((((1))))))))))',
  '- - - 1',
  'gmv',
  'USD',
  'XXX',
  'ZZZ',
];

type Mutation = (text: string, chance: Dice, others: readonly string[]) => string;

function onLines(change: (lines: string[], at: number, chance: Dice) => void): Mutation {
  return (text, chance) => {
    const lines = text.split('\n');
    change(lines, chance.between(0, lines.length - 1), chance);
    return lines.join('\n');
  };
}

/** Scalars after a colon, a comma, a brace or a dash, as far as a pattern can tell them. */
const SCALAR = /(?<=[:,[{-] +)[^\s,:{}[\]#][^,:{}[\]#\n]*/g;

function scalars(text: string): { at: number; length: number }[] {
  return [...text.matchAll(SCALAR)].map((match) => ({ at: match.index, length: match[0].length }));
}

function replaceScalar(text: string, chance: Dice, by: string): string {
  const found = scalars(text);
  if (found.length === 0) return `${text}${by}`;
  const { at, length } = choose(chance, found);
  return `${text.slice(0, at)}${by}${text.slice(at + length)}`;
}

const flipByte: Mutation = (text, chance) => {
  const bytes = Buffer.from(text);
  if (bytes.length === 0) return text;
  const at = chance.between(0, bytes.length - 1);
  bytes[at] = chance.between(0, 255);
  return bytes.toString('utf8');
};

const TEXT_MUTATIONS: readonly Mutation[] = [
  flipByte,
  flipByte,
  onLines((lines, at) => {
    lines.splice(at, 1);
  }),
  onLines((lines, at) => {
    lines.splice(at, 0, lines[at] ?? '');
  }),
  onLines((lines, at, chance) => {
    const other = chance.between(0, lines.length - 1);
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  }),
  onLines((lines, at, chance) => {
    lines[at] = `${choose(chance, ['  ', '\t', ' ', '- ', '? ', '# '])}${lines[at]}`;
  }),
  onLines((lines, at) => {
    lines[at] = (lines[at] ?? '').replace(/^ {1,2}/, '');
  }),
  (text, chance) => replaceScalar(text, chance, choose(chance, NASTY)),
  (text, chance) => replaceScalar(text, chance, choose(chance, NASTY)),
  (text, chance) => replaceScalar(text, chance, choose(chance, NASTY)),
  (text, chance) => {
    const found = scalars(text);
    if (found.length === 0) return text;
    const { at, length } = choose(chance, found);
    return replaceScalar(text, chance, text.slice(at, at + length));
  },
  (text, chance) => text.replace(/\d+/g, (digits) => (chance.chance(60) ? String(BigInt(digits) * 7n) + digits : digits)),
  (text, chance) => text.replace(/\d/g, (digit) => (chance.chance(30) ? String(chance.between(0, 9)) : digit)),
  (text, chance) => text.slice(0, chance.between(0, text.length)),
  (text, chance, others) => {
    const lines = choose(chance, others).split('\n');
    const from = chance.between(0, lines.length - 1);
    return onLines((own, at) => {
      own.splice(at, 0, ...lines.slice(from, from + chance.between(1, 4)));
    })(text, chance, others);
  },
  (text) => `\ufeff${text}`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `${text}---\n${text}`,
  (text, chance) => `${text}\n${choose(chance, NASTY)}: ${choose(chance, NASTY)}\n`,
];

type Holder = Record<string, unknown> | unknown[];

function holdersOf(value: unknown): Holder[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Holder, ...Object.values(value).flatMap(holdersOf)];
}

/** Changes the parsed document instead of its text: what is left is valid YAML and reaches the rules. */
function mutateStructure(text: string, chance: Dice): string {
  let data: unknown;
  try {
    data = parse(text);
  } catch {
    return text; // an earlier mutation broke the syntax: nothing to change in it
  }
  const holders = holdersOf(data);
  if (holders.length === 0) return text;
  const holder = choose(chance, holders);
  const keys = Object.keys(holder);
  if (keys.length === 0) return text;
  const key = choose(chance, keys);
  const value: unknown = Reflect.get(holder, key);
  switch (chance.between(0, 6)) {
    case 0:
      Reflect.deleteProperty(holder, key);
      break;
    case 1: {
      const other = choose(chance, holders);
      const from = Object.keys(other);
      if (from.length > 0) Reflect.set(holder, key, structuredClone(Reflect.get(other, choose(chance, from))));
      break;
    }
    case 2:
      if (Array.isArray(holder)) holder.push(structuredClone(value));
      else Reflect.set(holder, `${key}-2`, value);
      break;
    case 3:
      if (typeof value === 'number') Reflect.set(holder, key, choose(chance, [0, -value, value * 1000, value / 3, 1e21, 40]));
      else Reflect.set(holder, key, choose(chance, [null, '', true, [], {}, [value], { '2026-01': value }, 'composite', 'sales', 'gmv']));
      break;
    case 4:
      if (typeof value === 'string') Reflect.set(holder, key, shifted(value, chance));
      break;
    case 5:
      if (!Array.isArray(holder)) {
        Reflect.deleteProperty(holder, key);
        Reflect.set(holder, choose(chance, ['__proto__x', 'id', 'kind', '0', '2026-02', 'composite', key.slice(1), `${key}s`]), value);
      }
      break;
    default:
      Reflect.set(holder, key, choose(chance, NASTY));
  }
  return JSON.stringify(data, null, 1) ?? text;
}

/** A date, a share or a name that is a little different. */
function shifted(value: string, chance: Dice): string {
  return value.replace(/\d+/g, (digits) => String(Number(digits) + chance.between(-2, 2)).padStart(digits.length, '0'));
}

/** A text with one to three mutations, as a file in UTF-8 can hold it; the same seed gives the same text. */
export function mutateText(text: string, seed: number, others: readonly string[]): string {
  const chance = dice(seed);
  let mutated = text;
  const structural = chance.chance(500);
  for (let count = chance.between(1, 3); count > 0; count--) {
    mutated = structural ? mutateStructure(mutated, chance) : choose(chance, TEXT_MUTATIONS)(mutated, chance, others);
  }
  return Buffer.from(mutated).toString('utf8');
}

const CSV_VALUES: readonly string[] = [
  ...NASTY.filter((value) => value.length < 500),
  '1e30',
  '99999999999999999999999999999999999999',
  '0.0000000001',
  '1.5.5',
  'NaN',
  'Infinity',
  '"quo""ted"',
  '"open',
  '2026-01-05T04:00:00',
  '2026-01-05 04:00:00+08',
  '9999-12-31T23:59:59.999999Z',
  '294247-01-10T04:00:54Z',
  'a,b',
];

/** The bytes of a CSV or Parquet file with one to three mutations. */
export function mutateBytes(bytes: Buffer, seed: number): Buffer {
  const chance = dice(seed);
  let mutated = bytes;
  for (let count = chance.between(1, 3); count > 0; count--) mutated = mutateOnce(mutated, chance);
  return mutated;
}

function mutateOnce(bytes: Buffer, chance: Dice): Buffer {
  const text = bytes.toString('utf8');
  const lines = text.split('\n');
  const at = chance.between(0, lines.length - 1);
  switch (chance.between(0, 9)) {
    case 0:
    case 1: {
      const changed = Buffer.from(bytes);
      if (changed.length > 0) changed[chance.between(0, changed.length - 1)] = chance.between(0, 255);
      return changed;
    }
    case 2:
      return bytes.subarray(0, chance.between(0, bytes.length));
    case 3:
      return Buffer.concat([bytes.subarray(chance.between(0, bytes.length))]);
    case 4:
      lines.splice(at, 1);
      return Buffer.from(lines.join('\n'));
    case 5:
      lines.splice(at, 0, lines[chance.between(0, lines.length - 1)] ?? '');
      return Buffer.from(lines.join('\n'));
    case 6: {
      const fields = (lines[at] ?? '').split(',');
      if (chance.chance(500)) fields.push(choose(chance, CSV_VALUES));
      else fields.pop();
      lines[at] = fields.join(',');
      return Buffer.from(lines.join('\n'));
    }
    case 7:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    case 8:
      return Buffer.from(text.replaceAll('\n', choose(chance, ['\r\n', '\r', '\n\n'])));
    default: {
      const fields = (lines[at] ?? '').split(',');
      fields[chance.between(0, fields.length - 1)] = choose(chance, CSV_VALUES);
      lines[at] = fields.join(',');
      return Buffer.from(lines.join('\n'));
    }
  }
}
