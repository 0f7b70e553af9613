// Prints the zones in which this Node's own tz database and the engine's rules differ from 1970 to 2050: a second
// source for the engine's data, read by other people's code. Run by the built program's side, on any Node.
import { changesWithin, offsetAt, TZDB_RELEASE, zoneNamed, zoneNames } from '../../dist/kernel/zones.js';

const FROM = Date.UTC(1970, 0, 1) / 1000;
const TO = Date.UTC(2050, 0, 1) / 1000;

/** The platform's offset of a zone at an instant, in seconds. */
function platform(name) {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset', hour: 'numeric' });
  return (instant) => {
    const text = format.formatToParts(instant * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const match = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
    if (match === null) throw new Error(`${name}: ${text}`);
    const [, sign, hours = 0, minutes = 0, seconds = 0] = match;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  };
}

/** The instants on both sides of each change that the engine knows, and a raster for changes that it does not know. */
function instants(zone, days) {
  const raster = Array.from({ length: Math.ceil((TO - FROM) / (days * 86_400)) }, (_, index) => FROM + index * days * 86_400);
  return [...changesWithin(zone, FROM, TO).flatMap(({ at }) => [at - 1, at]), ...raster].sort((a, b) => a - b);
}

const seen = new Set();
const differing = {};
for (const name of zoneNames()) {
  const zone = zoneNamed(name);
  const at = instants(zone, seen.has(zone) ? 900 : 20);
  seen.add(zone);
  try {
    const of = platform(name);
    const first = at.find((instant) => of(instant) !== offsetAt(zone, instant));
    if (first !== undefined) differing[name] = new Date(first * 1000).toISOString();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    differing[name] = 'unknown here';
  }
}
console.log(JSON.stringify({ node: process.version, platform: process.versions.tz, engine: TZDB_RELEASE, differing }));
