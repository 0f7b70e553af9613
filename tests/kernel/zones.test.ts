import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { instantText, isZone, localDate, localTime, parseInstant, startOfDay, zoneStretches } from '../../src/kernel/calendar.js';
import { changesWithin, offsetAt, TZDB_RELEASE, type Zone, zoneNamed, zoneNames } from '../../src/kernel/zones.js';

const seconds = (text: string): number => Date.parse(text) / 1000;

function named(name: string): Zone {
  const zone = zoneNamed(name);
  if (zone === null) throw new Error(`no zone ${name}`);
  return zone;
}

/** `2026-03-08T10:00:00Z -7`: the changes of a zone, in hours. */
function changes(name: string, from: string, to: string): string[] {
  return changesWithin(named(name), seconds(from), seconds(to)).map(
    ({ at, offset }) => `${instantText(BigInt(at) * 1_000_000n)} ${offset / 3600}`,
  );
}

// Taken by hand from the news of each release, not from the data.
describe('what the release says', () => {
  it('is the one that is named', () => {
    expect(TZDB_RELEASE).toBe('2026f');
  });

  it('knows that British Columbia stopped changing its clocks in 2026', () => {
    expect(changes('America/Vancouver', '2025-10-01T00:00Z', '2030-01-01T00:00Z')).toEqual([
      '2025-11-02T09:00:00Z -8',
      '2026-03-08T10:00:00Z -7',
    ]);
  });

  it('knows a year in which a rule was left out', () => {
    // Cuba keeps -04 from March 2026 to 7 November 2027; Haiti changed nothing in 2016.
    expect(changes('America/Havana', '2026-01-01T00:00Z', '2028-12-31T00:00Z')).toEqual([
      '2026-03-08T05:00:00Z -4',
      '2027-11-07T05:00:00Z -5',
      '2028-03-12T05:00:00Z -4',
      '2028-11-05T05:00:00Z -5',
    ]);
    expect(changes('America/Port-au-Prince', '2015-06-01T00:00Z', '2017-06-01T00:00Z')).toEqual([
      '2015-11-01T06:00:00Z -5',
      '2017-03-12T07:00:00Z -4',
    ]);
  });

  it('goes on by the rule as far as a contract may', () => {
    expect(changes('America/New_York', '2099-01-01T00:00Z', '2099-12-31T00:00Z')).toEqual([
      '2099-03-08T07:00:00Z -4',
      '2099-11-01T06:00:00Z -5',
    ]);
    expect(changes('Europe/Dublin', '2099-01-01T00:00Z', '2099-12-31T00:00Z')).toEqual([
      '2099-03-29T01:00:00Z 1',
      '2099-10-25T01:00:00Z 0',
    ]);
    expect(changes('Australia/Lord_Howe', '2030-01-01T00:00Z', '2030-12-31T00:00Z')).toEqual([
      '2030-04-06T15:00:00Z 10.5',
      '2030-10-05T15:30:00Z 11',
    ]);
    expect(changes('Asia/Shanghai', '1992-01-01T00:00Z', '2199-12-31T00:00Z')).toEqual([]);
  });

  it('knows every name, old ones too, in any case', () => {
    expect(zoneNames().length).toBe(597);
    for (const name of ['PRC', 'Asia/Chongqing', 'US/Pacific', 'Etc/GMT+5', 'EST5EDT', 'asia/shanghai', 'UTC'])
      expect(isZone(name)).toBe(true);
    for (const name of ['UTC+8', 'Mars/Base', 'Factory', '', 'constructor']) expect(isZone(name)).toBe(false);
  });

  it('starts days where clocks skip midnight, a whole day, or go back over it', () => {
    const start = (date: string, zone: string) => instantText(startOfDay(date, zone));
    expect(start('2011-12-29', 'Pacific/Apia')).toBe('2011-12-29T10:00:00Z');
    expect(start('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00Z'); // there was no such day: where the next begins
    expect(start('2011-12-31', 'Pacific/Apia')).toBe('2011-12-30T10:00:00Z');
    expect(start('2006-10-29', 'America/St_Johns')).toBe('2006-10-29T02:30:00Z'); // the first of two midnights
    expect(start('2026-12-01', 'America/Vancouver')).toBe('2026-12-01T07:00:00Z');
    expect(start('1971-06-01', 'Africa/Monrovia')).toBe('1971-06-01T00:44:30Z');
  });

  it('shows the clock of a zone', () => {
    expect(localTime(parseInstant('2026-12-01T07:30:00.5Z') ?? 0n, 'America/Vancouver')).toBe('2026-12-01T00:30:00');
    expect(localDate(parseInstant('2026-12-01T06:59:59.999999Z') ?? 0n, 'America/Vancouver')).toBe('2026-11-30');
  });

  it('counts by rules that are handed to it', () => {
    // What the release 2025c thought of British Columbia.
    const earlier: Zone = { first: -25200, changes: [{ at: seconds('2026-11-01T09:00:00Z'), offset: -28800 }], rule: null };
    expect(instantText(startOfDay('2026-12-01', earlier))).toBe('2026-12-01T08:00:00Z');
    expect(zoneStretches(earlier, 0n, startOfDay('2027-01-01', 'UTC')).length).toBe(2);
  });
});

// No zone changes its clocks so early or late in a year today; a release may bring one that does.
describe('a rule that changes clocks at the turn of the year', () => {
  const FRIDAY = 5;
  /** Clocks go an hour ahead on the first Friday of January or the last of December, at seconds of that day, and back in June. */
  const turning = (standard: number, month: 1 | 12, time: number): Zone => {
    const begins = { month, week: month === 1 ? 1 : 5, weekday: FRIDAY, time };
    const rule = { standard, summer: standard + 3600, begins, ends: { month: 6, week: 1, weekday: FRIDAY, time: 0 } };
    return { first: standard, changes: [{ at: 0, offset: standard }], rule };
  };
  const within = (zone: Zone, from: string, to: string) =>
    changesWithin(zone, seconds(from), seconds(to)).map(({ at, offset }) => `${instantText(BigInt(at) * 1_000_000n)} ${offset / 3600}`);

  it('changes them on the last day still', () => {
    // 31 December 2027 is a Friday.
    expect(within(turning(0, 12, 43_200), '2027-12-31T06:00Z', '2028-01-02T00:00Z')).toEqual(['2027-12-31T12:00:00Z 1']);
  });

  it('changes them in the year of its own clock, east of Greenwich and west of it', () => {
    // 1 January 2027 is a Friday: where clocks are 14 hours ahead it begins at 10:00 of the day before in UTC …
    const east = turning(14 * 3600, 1, 0);
    expect(within(east, '2026-12-31T00:00Z', '2026-12-31T12:00Z')).toEqual(['2026-12-31T10:00:00Z 15']);
    expect(offsetAt(east, seconds('2026-12-31T09:59Z'))).toBe(14 * 3600);
    expect(offsetAt(east, seconds('2026-12-31T10:00Z'))).toBe(15 * 3600);
    // … and where they are 12 hours behind, 31 December 2027, a Friday, ends at 12:00 of the day after.
    expect(within(turning(-12 * 3600, 12, 86_400), '2028-01-01T06:00Z', '2028-01-02T00:00Z')).toEqual(['2028-01-01T12:00:00Z -11']);
  });
});

const FOLDER = process.env.ZONEINFO ?? '/usr/share/zoneinfo';
const index = join(FOLDER, 'tzdata.zi');
const found = existsSync(index) ? /^# version (\S+)/.exec(readFileSync(index, 'utf8'))?.[1] : undefined;
// Debian keeps these two as they were before 2024b; the release made them links.
const DEBIAN_KEEPS = new Set(['EET', 'WET']);

// Needs Debian's `tzdata` of this release and zdump, which is neither our code nor our data: apt-get install tzdata.
describe.skipIf(found !== TZDB_RELEASE || !existsSync('/usr/bin/zdump'))('Debian’s zones of the same release', () => {
  it('change where the engine’s do, from 1970 to 2045', () => {
    const names = zoneNames().filter((name) => !DEBIAN_KEEPS.has(name));
    const dump = execFileSync('/usr/bin/zdump', ['-V', '-c', '1970,2045', ...names.map((name) => join(FOLDER, name))], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    let lines = 0;
    for (const line of dump.split('\n')) {
      // …/America/Vancouver  Sun Mar  8 10:00:00 2026 UT = Sun Mar  8 03:00:00 2026 PDT isdst=1 gmtoff=-25200
      const match = /^(\S+) +\w+ (\w+ +\d+ [\d:]+ \d+) UT = .* gmtoff=(-?\d+)$/.exec(line);
      if (match === null) continue;
      const [, path = '', time = '', offset] = match;
      const name = path.slice(FOLDER.length + 1);
      const instant = Date.parse(`${time} UTC`) / 1000;
      if (instant < 0) continue;
      lines += 1;
      if (offsetAt(named(name), instant) !== Number(offset)) expect.fail(`${line}: the engine has ${offsetAt(named(name), instant)}`);
    }
    expect(lines).toBeGreaterThan(40_000);
    // As many real changes as there are in the engine: zdump prints two lines for each, and those of names alone besides.
    for (const name of ['America/Vancouver', 'Europe/Berlin', 'Africa/Casablanca', 'Asia/Gaza']) {
      const own = dump.split('\n').filter((line) => line.startsWith(`${join(FOLDER, name)} `)).length;
      expect(own).toBeGreaterThanOrEqual(changesWithin(named(name), 0, seconds('2044-12-31T00:00Z')).length * 2);
    }
  });
});
