/*
 * Zones by the letters that exports write after their times. Some letters stand for several zones; the likeliest for exports of shops and
 * advertising comes first, and that of the contract counts where it is among them.
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
  CET: ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome'],
  CEST: ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  HKT: ['Asia/Hong_Kong'],
  SGT: ['Asia/Singapore'],
  WIB: ['Asia/Jakarta'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AEDT: ['Australia/Sydney'],
};
/** Letters of zones so far apart that only the contract's own zone tells which is meant. */
const EITHER: Readonly<Record<string, readonly string[]>> = {
  CST: ['America/Chicago', 'Asia/Shanghai', 'Asia/Taipei'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  BST: ['Europe/London', 'Asia/Dhaka'],
};

/**
 * The zone that letters after a time mean; null where they may mean several or are not known.
 * @param own the zone of the contract.
 */
export function zoneOfLetters(letters: string, own: string): string | null {
  const name = letters.toUpperCase();
  const zones = ZONES[name];
  if ((zones ?? EITHER[name])?.includes(own) === true) return own;
  return zones?.[0] ?? null;
}
