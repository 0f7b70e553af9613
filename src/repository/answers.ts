import { meantZones } from '../contract/meant/names.js';
import { currencyMeant, zoneMeant } from '../contract/spoken-names.js';
import { type Checked, type Issue, inNoFile } from '../kernel/issue.js';
import type { Party } from '../kernel/party.js';
import type { Locale } from '../kernel/text.js';
import { issue } from '../words/issue.js';

/** A person as somebody names one: `Alice Zhou=583231` or, with the login, `Alice Zhou=583231:alice-z`. */
export interface NamedPerson {
  readonly name: string;
  readonly github: number;
  readonly login: string | null;
}

/** The same under the short name that contracts use. */
export interface NewPerson extends NamedPerson {
  readonly id: string;
}

export type NewWarehouse =
  | { readonly engine: 'duckdb' }
  | { readonly engine: 'bigquery'; readonly project: string; readonly location: string };

/** What a repository is written from. */
export interface Answers {
  readonly parties: Readonly<Record<Party, { readonly name: string; readonly people: readonly NewPerson[] }>>;
  readonly currency: string;
  readonly timezone: string;
  readonly locale: Locale;
  readonly warehouse: NewWarehouse;
}

/** What was typed or answered; null: nothing yet. */
export interface GivenAnswers {
  readonly brand: string | null;
  readonly provider: string | null;
  readonly brandPeople: readonly string[];
  readonly providerPeople: readonly string[];
  readonly currency: string | null;
  readonly timezone: string | null;
  readonly locale: Locale;
  readonly engine: 'duckdb' | 'bigquery';
  readonly project: string | null;
  readonly location: string | null;
}

/** What is asked for, by the option that answers it. */
export const OPTION_OF = {
  brand: '--brand',
  provider: '--provider',
  brandPeople: '--brand-person',
  providerPeople: '--provider-person',
  currency: '--currency',
  timezone: '--timezone',
  project: '--project',
  location: '--location',
} as const;

export type Asked = keyof typeof OPTION_OF;

/** What has no answer yet, in the order in which it is asked. */
export function lackingIn(given: GivenAnswers): Asked[] {
  const wanted: Asked[] = ['brand', 'brandPeople', 'provider', 'providerPeople', 'currency', 'timezone'];
  if (given.engine === 'bigquery') wanted.push('project', 'location');
  return wanted.filter((name) => given[name] === null || given[name]?.length === 0);
}

const PERSON = /^(?<name>[^=＝]*[^\s=＝])\s*[=＝]\s*(?<github>[1-9]\d{0,15})(?:\s*[:：]\s*@?(?<login>[A-Za-z0-9][A-Za-z0-9_-]{0,38}))?$/;

/** The zone that was probably meant, as for the zone of a contract, and the next where there are two. */
function likelyZone(found: string): { corrected?: string; otherwise?: string } {
  const [corrected, otherwise] = meantZones(found);
  if (corrected === undefined) return {};
  return otherwise === undefined ? { corrected } : { corrected, otherwise };
}

/** What is wrong with one answer; null where nothing is. */
export function faultOf(asked: Asked, answer: string): Issue | null {
  const at = inNoFile(OPTION_OF[asked]);
  const found = answer.trim();
  if (asked === 'currency') return currencyMeant(found) === null ? issue('unknown-currency', at, { found }) : null;
  if (asked === 'timezone') return zoneMeant(found) === null ? issue('unknown-zone', at, { found, ...likelyZone(found) }) : null;
  if (asked !== 'brandPeople' && asked !== 'providerPeople') return null;
  const github = Number(PERSON.exec(found)?.groups?.github ?? Number.NaN);
  return Number.isSafeInteger(github) ? null : issue('new-person', at, { found });
}

/** Reads what was answered; everything that is wrong with it at once. */
export function readAnswers(given: GivenAnswers): Checked<Answers> {
  const lacking = lackingIn(given).map((asked) => OPTION_OF[asked]);
  const issues: Issue[] = lacking.length === 0 ? [] : [issue('new-lacks', inNoFile('new'), { options: lacking })];
  for (const asked of ['brandPeople', 'providerPeople', 'currency', 'timezone'] as const) {
    const answers = [given[asked] ?? []].flat();
    issues.push(...answers.flatMap((answer) => faultOf(asked, answer) ?? []));
  }
  const { brand, provider, locale } = given;
  const [currency, timezone] = [currencyMeant(given.currency ?? ''), zoneMeant(given.timezone ?? '')];
  if (issues.length > 0 || brand === null || provider === null || currency === null || timezone === null) return { value: null, issues };
  const people = peopleOf(given);
  const parties = { brand: { name: brand, people: people.brand }, provider: { name: provider, people: people.provider } };
  return { value: { parties, currency, timezone, locale, warehouse: warehouseOf(given) }, issues };
}

function warehouseOf({ engine, project, location }: GivenAnswers): NewWarehouse {
  return engine === 'bigquery' && project !== null && location !== null ? { engine, project, location } : { engine: 'duckdb' };
}

function personOf(answer: string): NamedPerson[] {
  const { name, github, login } = PERSON.exec(answer.trim())?.groups ?? {};
  return name === undefined ? [] : [{ name, github: Number(github), login: login ?? null }];
}

/** Each person under a short name of their own: the name where it is in Latin letters, the login, or else the party and a number. */
function peopleOf(given: GivenAnswers): Record<Party, readonly NewPerson[]> {
  const taken = new Set<string>();
  const named = (party: Party): NewPerson[] =>
    given[`${party}People`].flatMap(personOf).map((person, index) => {
      const tried = [shortName(person.name), shortName(person.login ?? ''), `${party}_${index + 1}`];
      const id = tried.find((each) => each !== null && !taken.has(each)) ?? `${party}_${index + 1}_${person.github}`;
      taken.add(id);
      return { id, ...person };
    });
  return { brand: named('brand'), provider: named('provider') };
}

/** A text as an id, where nothing of it would be lost. */
function shortName(text: string): string | null {
  const id = text
    .trim()
    .toLowerCase()
    .replaceAll(/[ .'-]+/g, '_');
  return /^[a-z][a-z0-9_]{0,62}$/.test(id) ? id : null;
}
