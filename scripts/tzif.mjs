// Reads a compiled zone (RFC 9636, version 2 and later) from 1970 on.

/** Length of a data block whose header starts at `at`, with times of `size` bytes; and its counts. */
function header(file, at, size) {
  const [isutc, isstd, leaps, times, types, chars] = [20, 24, 28, 32, 36, 40].map((offset) => file.readUInt32BE(at + offset));
  const length = times * (size + 1) + types * 6 + chars + leaps * (size + 4) + isstd + isutc;
  return { times, types, length };
}

/** `PST8PDT,M3.2.0,M11.1.0`: seconds east of Greenwich and the two changes of every year; null where there are none. */
function readRule(footer) {
  const [names = '', begins, ends] = footer.split(',');
  const match = /^(?:<[^>]+>|[A-Za-z]+)([-+\d:]+)(?:(?:<[^>]+>|[A-Za-z]+)([-+\d:]*))?$/.exec(names);
  if (match === null) throw new Error(`not understood: ${footer}`);
  const standard = -seconds(match[1]);
  if (begins === undefined || ends === undefined) return { standard, yearly: null };
  const summer = match[2] === '' || match[2] === undefined ? standard + 3600 : -seconds(match[2]);
  return { standard, yearly: { standard, summer, begins: readChange(begins), ends: readChange(ends) } };
}

function readChange(text) {
  const match = /^M(\d+)\.(\d)\.(\d)(?:\/(.+))?$/.exec(text);
  if (match === null) throw new Error(`a change on no weekday of a month: ${text}`); // no zone has one
  return { month: Number(match[1]), week: Number(match[2]), weekday: Number(match[3]), time: seconds(match[4] ?? '2') };
}

function seconds(text) {
  const [hours = 0, minutes = 0, rest = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + rest);
}

/**
 * The offset at the start of 1970, the changes after it and the rule that holds after the last of them. A "change" to the
 * offset that holds already (of a name, or of what counts as summer time) is left out. The last of them, where there is a
 * rule, is the first that the rule makes.
 * @returns {{ first: number, transitions: { at: number, offset: number }[], rule: { standard: number, summer: number,
 *   begins: object, ends: object } | null }} instants and offsets in seconds
 */
export function readTzif(file) {
  if (file.toString('latin1', 0, 4) !== 'TZif' || file[4] < 0x32) throw new Error('no compiled zone of version 2 or later');
  const at = 44 + header(file, 0, 4).length;
  const { times, types, length } = header(file, at, 8);
  const data = at + 44;
  const footer = file.toString('latin1', data + length).trim();
  const offsetOf = (type) => file.readInt32BE(data + times * 9 + type * 6);
  if (types === 0) throw new Error('a zone without offsets');
  let first = offsetOf(0);
  const all = [];
  for (let index = 0; index < times; index++) {
    const instant = Number(file.readBigInt64BE(data + index * 8));
    const offset = offsetOf(file[data + times * 8 + index]);
    if (instant <= 0) first = offset;
    else all.push({ at: instant, offset });
  }
  const { standard, yearly } = readRule(footer);
  const changes = (yearly === null ? all : [...all, ...ruleChanges(all, yearly)]).filter(
    ({ offset }, index, list) => offset !== (list[index - 1]?.offset ?? first),
  );
  if (yearly === null && (changes.at(-1)?.offset ?? first) !== standard) throw new Error('offsets and footer disagree');
  return { first, transitions: yearly === null ? changes : withoutWhatTheRuleSays(changes, yearly), rule: yearly };
}

/** The changes that the rule makes in the years after the last one that is written out. */
function ruleChanges(all, rule) {
  const last = all.at(-1)?.at ?? 0;
  const year = new Date(last * 1000).getUTCFullYear();
  return [year, year + 1, year + 2]
    .flatMap((of) => changesOf(of, rule))
    .filter(({ at }) => at > last)
    .sort((a, b) => a.at - b.at);
}

/**
 * Debian writes out, up to 2037, what the rule says too: of those only the first is kept. A rule that was left out in some
 * year (Cuba in 2026, Haiti in 2016) begins after it.
 */
function withoutWhatTheRuleSays(changes, rule) {
  const last = changes.at(-1);
  const years = [];
  for (let year = 1970; year <= new Date(last.at * 1000).getUTCFullYear() + 1; year++) years.push(year);
  const byRule = years
    .flatMap((year) => changesOf(year, rule))
    .filter(({ at }) => at <= last.at)
    .sort((a, b) => a.at - b.at);
  let same = 0;
  while (same < changes.length && isSame(changes.at(-1 - same), byRule.at(-1 - same))) same += 1;
  if (same === 0) throw new Error('the last change is none of the rule');
  return changes.slice(0, changes.length - same + 1);
}

function isSame(a, b) {
  return a !== undefined && b !== undefined && a.at === b.at && a.offset === b.offset;
}

function changesOf(year, { standard, summer, begins, ends }) {
  return [
    { at: instantOf(year, begins, standard), offset: summer },
    { at: instantOf(year, ends, summer), offset: standard },
  ];
}

function instantOf(year, { month, week, weekday, time }, offset) {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  let day = 1 + ((weekday - first + 7) % 7) + (week - 1) * 7;
  while (day > last) day -= 7;
  return Date.UTC(year, month - 1, day) / 1000 + time - offset;
}
