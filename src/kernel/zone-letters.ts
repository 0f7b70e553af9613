import { offsetAt, zoneNamed } from './zones.js';

/*
 * Zones by what exports write after their times: letters (`PST`), or their distance from Greenwich (`GMT+8`). Some letters stand for
 * several zones; the likeliest for exports of shops and advertising comes first, and that of the contract counts where it is among them.
 */
const ZONES: Readonly<Record<string, readonly string[]>> = {
  UTC: ['UTC'],
  GMT: ['UTC'],
  PST: ['America/Los_Angeles', 'America/Vancouver', 'Asia/Manila'],
  PDT: ['America/Los_Angeles', 'America/Vancouver'],
  MST: ['America/Denver', 'America/Phoenix'],
  MDT: ['America/Denver'],
  CDT: ['America/Chicago'],
  EST: ['America/New_York', 'America/Toronto'],
  EDT: ['America/New_York', 'America/Toronto'],
  WET: ['Europe/Lisbon'],
  WEST: ['Europe/Lisbon'],
  CET: ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome'],
  CEST: ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome'],
  EET: ['Europe/Helsinki', 'Europe/Athens', 'Europe/Bucharest', 'Europe/Kyiv', 'Africa/Cairo'],
  EEST: ['Europe/Helsinki', 'Europe/Athens', 'Europe/Bucharest', 'Europe/Kyiv', 'Africa/Cairo'],
  MSK: ['Europe/Moscow'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  HKT: ['Asia/Hong_Kong'],
  SGT: ['Asia/Singapore'],
  MYT: ['Asia/Kuala_Lumpur'],
  WIB: ['Asia/Jakarta'],
  ICT: ['Asia/Bangkok', 'Asia/Ho_Chi_Minh'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AEDT: ['Australia/Sydney'],
  NZST: ['Pacific/Auckland'],
  NZDT: ['Pacific/Auckland'],
};
/** Letters of zones so far apart that only the contract's own zone tells which is meant. */
const EITHER: Readonly<Record<string, readonly string[]>> = {
  CST: ['America/Chicago', 'Asia/Shanghai', 'Asia/Taipei'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  BST: ['Europe/London', 'Asia/Dhaka'],
};

/** Letters that the same clocks write in winter and in summer, and the zones that have both. */
const PAIRS: readonly { readonly letters: readonly [string, string]; readonly zones: readonly string[] }[] = [
  { letters: ['PST', 'PDT'], zones: ['America/Los_Angeles', 'America/Vancouver'] },
  { letters: ['MST', 'MDT'], zones: ['America/Denver'] },
  { letters: ['CST', 'CDT'], zones: ['America/Chicago'] },
  { letters: ['EST', 'EDT'], zones: ['America/New_York', 'America/Toronto'] },
  { letters: ['GMT', 'BST'], zones: ['Europe/London'] },
  { letters: ['WET', 'WEST'], zones: ['Europe/Lisbon'] },
  { letters: ['CET', 'CEST'], zones: ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome'] },
  { letters: ['EET', 'EEST'], zones: ['Europe/Helsinki', 'Europe/Athens', 'Europe/Bucharest', 'Europe/Kyiv', 'Africa/Cairo'] },
  { letters: ['AEST', 'AEDT'], zones: ['Australia/Sydney'] },
  { letters: ['NZST', 'NZDT'], zones: ['Pacific/Auckland'] },
];

/** Zones without summer time, by their distance from Greenwich in minutes. */
const FIXED: Readonly<Record<number, string>> = {
  [-600]: 'Pacific/Honolulu',
  [-420]: 'America/Phoenix',
  [-300]: 'America/Bogota',
  [-240]: 'America/Puerto_Rico',
  [-180]: 'America/Sao_Paulo',
  0: 'UTC',
  180: 'Asia/Riyadh',
  240: 'Asia/Dubai',
  300: 'Asia/Karachi',
  330: 'Asia/Kolkata',
  345: 'Asia/Kathmandu',
  390: 'Asia/Yangon',
  420: 'Asia/Bangkok',
  480: 'Asia/Shanghai',
  540: 'Asia/Tokyo',
};

const DISTANCE = String.raw`(?:GMT|UTC) ?[+-]\d{1,2}(?::?\d{2})?`;
/** Behind a space or in brackets; AM and PM have two letters. */
const ENDING = new RegExp(String.raw`(?:\s*(\((?:${DISTANCE}|[A-Z]{3,4})\))|\s*(${DISTANCE})|\s([A-Z]{3,4}))$`, 'i');

/** How a time ends that says its zone: ` PST`, `(GMT+8)`. */
export interface ZoneEnding {
  /** The time without it. */
  readonly time: string;
  readonly letters: string;
}

/** A time and the zone that it ends with; null: it ends with none. */
export function zoneEnding(value: string): ZoneEnding | null {
  const match = ENDING.exec(value);
  const letters = match?.[1] ?? match?.[2] ?? match?.[3];
  return match === null || letters === undefined ? null : { time: value.slice(0, match.index), letters };
}

const named = (letters: string): string => letters.replace(/[() ]/g, '').toUpperCase();
const pairOf = (letters: string) => PAIRS.find((pair) => pair.letters.includes(named(letters)));

/**
 * What is to be taken off times so that those of winter and of summer are both read: letters that were seen, and of a pair that is one
 * zone's the other. Null: they are of several zones.
 */
export function endingsOf(seen: readonly string[]): readonly string[] | null {
  const [first, ...others] = seen;
  if (first === undefined) return null;
  const pair = pairOf(first);
  if (others.length > 0) return pair !== undefined && others.every((each) => pair === pairOf(each)) ? seen : null;
  const other = pair?.letters.find((each) => each !== named(first));
  // alone they may be of a zone that has no summer time: CST of Shanghai, GMT of everywhere
  if (pair === undefined || other === undefined || ZONES[named(first)]?.[0] !== pair.zones[0]) return seen;
  const written = first.replace(/[A-Z]+/i, other);
  return named(first) === pair.letters[0] ? [first, written] : [written, first];
}

/**
 * The zone that letters after times mean; null where they may mean several or are not known.
 * @param own the zone of the contract.
 */
export function zoneOfLetters(seen: readonly string[], own: string): string | null {
  const [first = '', other] = seen.map(named);
  const distance = /^(?:GMT|UTC)([+-])(\d{1,2}):?(\d{2})?$/.exec(first);
  if (distance !== null) return other === undefined ? zoneApart(distance, own) : null;
  const pair = other === undefined ? undefined : pairOf(first);
  const zones = other === undefined ? ZONES[first] : pair?.zones;
  if ((zones ?? EITHER[first])?.includes(own) === true) return own;
  return zones?.[0] ?? null;
}

/** Of zones that are always so far from Greenwich, the contract's own where it is one. */
function zoneApart([, sign, hours, minutes]: readonly (string | undefined)[], own: string): string | null {
  const apart = (Number(hours) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  const zone = zoneNamed(own);
  const days = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];
  if (zone !== null && days.every((day) => offsetAt(zone, day / 1000) === apart * 60)) return own;
  const etc = `Etc/GMT${apart > 0 ? '-' : '+'}${Math.abs(apart) / 60}`;
  return FIXED[apart] ?? (zoneNamed(etc) === null ? null : etc);
}
