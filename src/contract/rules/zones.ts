import type { Issue } from '../../kernel/issue.js';
import { type Zone, zoneNamed } from '../../kernel/zones.js';
import { issue } from '../../words/issue.js';
import { meantZones, placesMeant } from '../meant/names.js';
import { quote } from '../quote.js';
import type { Path, Source } from '../source.js';
import { correctedBy } from '../value-slips.js';

/** A zone exists; one that is named by a time that a place keeps for half a year only is warned of. */
export function zoneIssues(name: string, path: Path, source: Source): readonly Issue[] {
  const zone = zoneNamed(name);
  const told = (places: readonly string[]) => ({ found: quote(name), ...correctedBy(source, path, places) });
  if (zone === null) return [issue('unknown-zone', source.at(path), told(meantZones(name)))];
  const places = placesMeant(name);
  return places === null ? [] : [issue('zone-all-year', source.at(path), { ...told(places), offset: offsetText(zone) })];
}

const SECONDS_OF_HOUR = 3600;

/** Hours from Greenwich of a zone that has no others: `UTC-5`. */
function offsetText({ first }: Zone): string {
  return `UTC${first < 0 ? '-' : '+'}${Math.abs(first) / SECONDS_OF_HOUR}`;
}
