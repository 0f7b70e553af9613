import type { LocalDate } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import { LOCALES, listSeparator, type Message } from '../kernel/text.js';
import { type AccessTextKey, accessText } from '../words/access.js';
import type { Grant } from './model.js';

/** What some members of a party see of one contract that they did not, or no longer do, or for another time. */
export interface AccessChange {
  readonly party: Party;
  readonly kind: 'gains' | 'loses' | 'later' | 'earlier' | 'columns-more' | 'columns-less';
  /** As the contract names them. */
  readonly members: readonly string[];
  readonly results: boolean;
  readonly facts: readonly string[];
  /** The last day of access; of a loss, what it was. */
  readonly until: LocalDate;
  /** Of `later` and `earlier`: the last day as it was. */
  readonly before: LocalDate | null;
  /** Of `columns-…`: the columns. */
  readonly columns: readonly string[];
}

type Single = Omit<AccessChange, 'members' | 'results' | 'facts'> & Pick<Grant, 'member' | 'what'>;

/** How what one contract grants differs between two texts of it; members and views of one change are told together. */
export function accessChanges(before: readonly Grant[], after: readonly Grant[]): AccessChange[] {
  const [old, now] = [byKey(before), byKey(after)];
  const singles: Single[] = [];
  for (const [key, grant] of now) {
    const known = old.get(key);
    if (known === undefined) singles.push(single('gains', grant));
    else singles.push(...changed(known, grant));
  }
  for (const [key, grant] of old) if (!now.has(key)) singles.push(single('loses', grant));
  return together(singles);
}

function byKey(grants: readonly Grant[]): ReadonlyMap<string, Grant> {
  return new Map(grants.map((grant) => [JSON.stringify([grant.party, grant.member, whatKey(grant.what)]), grant]));
}

function whatKey(what: Grant['what']): string {
  return what.kind === 'results' ? '' : what.fact;
}

function single(kind: Single['kind'], { party, member, what, until }: Grant): Single {
  return { kind, party, member, what, until, before: null, columns: [] };
}

function changed(old: Grant, now: Grant): Single[] {
  const found: Single[] = [];
  if (now.until !== old.until) found.push({ ...single(now.until > old.until ? 'later' : 'earlier', now), before: old.until });
  if (now.what.kind === 'fact' && old.what.kind === 'fact') {
    const [had, has] = [old.what.columns, now.what.columns];
    const more = has.filter((column) => !had.includes(column));
    const less = had.filter((column) => !has.includes(column));
    if (more.length > 0) found.push({ ...single('columns-more', now), columns: more });
    if (less.length > 0) found.push({ ...single('columns-less', now), columns: less });
  }
  return found;
}

/** First what each member sees of one change, then the members of whom the same is to be told. */
function together(singles: readonly Single[]): AccessChange[] {
  const perMember = new Map<string, { first: Single; results: boolean; facts: string[] }>();
  for (const each of singles) {
    const { party, kind, member, until, before, columns, what } = each;
    // Columns belong to one fact: they are told fact by fact.
    const key = JSON.stringify([party, kind, member, until, before, columns, columns.length > 0 ? whatKey(what) : null]);
    const told = perMember.get(key) ?? { first: each, results: false, facts: [] };
    if (what.kind === 'results') told.results = true;
    else told.facts.push(what.fact);
    perMember.set(key, told);
  }
  const changes = new Map<string, AccessChange>();
  for (const { first, results, facts } of perMember.values()) {
    const { party, kind, until, before, columns, member } = first;
    const same = { party, kind, results, facts, until, before, columns };
    const key = JSON.stringify(same);
    changes.set(key, { ...same, members: [...(changes.get(key)?.members ?? []), member] });
  }
  return [...changes.values()];
}

/** One change in words: "The provider gains the fact view orders until 2027-01-15 (group:acme@linkstar.example)." */
export function accessChangeText(change: AccessChange): Message {
  const { party, kind, members, until, before, columns } = change;
  const [en = '', zh = ''] = LOCALES.map((locale) => {
    const list = (items: readonly string[]): string => items.join(listSeparator(locale));
    const say = (key: AccessTextKey, params = {}): string => accessText(key, locale, params);
    const params = { party: say(party), what: seenText(change, say, list), members: list(members), until, columns: list(columns) };
    return say(kind, { ...params, ...(before === null ? {} : { before }) });
  });
  return { en, zh };
}

type Say = (key: AccessTextKey, params?: Readonly<Record<string, string>>) => string;

/** Scorecards, statements and outlooks, the fact views, or both. */
export function seenText(
  { results, facts }: Pick<AccessChange, 'results' | 'facts'>,
  say: Say,
  list: (items: readonly string[]) => string,
): string {
  const [only, ...more] = facts;
  const views = only === undefined ? null : more.length === 0 ? say('fact', { fact: only }) : say('facts', { facts: list(facts) });
  if (views === null) return say('results');
  return results ? say('and', { first: say('results'), rest: views }) : views;
}
