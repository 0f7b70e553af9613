import type { PeriodId } from '../kernel/calendar.js';
import { isCurrency } from '../kernel/money.js';
import { isFields } from '../kernel/objects.js';
import type { Titled } from './suggestion.js';

/** What a clause names by its id. */
type Referred = 'metric' | 'kpi' | 'fee' | 'fact' | 'person' | 'line' | 'duty' | 'milestone';

/**
 * The names that the files of a contract give, as far as they can be read: for messages about values that are no names.
 * Texts of the two files and the workspace as plain data; null for one that cannot be read.
 */
export class KnownNames {
  constructor(
    private readonly contract: unknown,
    private readonly definitions: unknown = null,
    private readonly workspace: unknown = null,
    /** Lines of settled periods that disputes and corrections may name. */
    private readonly listed: ReadonlyMap<PeriodId, readonly string[]> = new Map(),
  ) {}

  /** The currency of the contract; null where it names none that there is. */
  get currency(): string | null {
    const code = field(this.contract, 'currency');
    return typeof code === 'string' && isCurrency(code) ? code : null;
  }

  /** The side whose name a text is. */
  partyNamed(text: string): 'brand' | 'provider' | null {
    const parties = field(this.contract, 'parties');
    return (['brand', 'provider'] as const).find((party) => textsOf(field(field(parties, party), 'name')).includes(text)) ?? null;
  }

  /** What a field of a file refers to by a name, and what it can name; null for a field that names nothing. */
  referredBy(
    path: readonly (string | number)[],
    file: unknown = null,
  ): { readonly kind: Referred; readonly named: readonly Titled[] } | null {
    const name = path.filter((part) => typeof part === 'string').at(-1);
    const kind = name === 'of' ? (path[0] === 'measures' ? 'fact' : 'fee') : REFERENCES[name ?? ''];
    return kind === undefined ? null : { kind, named: kind === 'line' ? this.linesOf(field(file, 'period')) : this.namesOf(kind) };
  }

  /** A tax follows the lines under it, and is named by none. */
  private linesOf(period: unknown): Titled[] {
    const taxes = titledList(field(this.contract, 'fees'), 'tax').map(({ id }) => id);
    const fees = this.namesOf('fee').filter(({ id }) => !taxes.includes(id));
    const listed = typeof period === 'string' ? this.listed.get(period) : undefined;
    return listed?.map((line) => fees.find(({ id }) => id === line) ?? { id: line, titles: [] }) ?? fees;
  }

  private namesOf(kind: Referred): Titled[] {
    switch (kind) {
      case 'metric':
        return titledMap(field(this.definitions, 'metrics'));
      case 'fact':
        return titledMap(field(this.definitions, 'facts'));
      case 'person':
        return titledMap(field(this.workspace, 'people'));
      case 'kpi':
        return titledList(field(this.contract, 'kpis'));
      case 'duty':
        return titledList(field(this.contract, 'duties'));
      case 'milestone':
        return titledList(field(this.contract, 'fees'), 'milestone');
      default:
        return titledList(field(this.contract, 'fees'));
    }
  }
}

const REFERENCES: Readonly<Record<string, Referred>> = {
  metric: 'metric',
  base: 'metric',
  cost: 'metric',
  quantity: 'metric',
  watch: 'metric',
  by: 'kpi',
  waives: 'fee',
  blocks: 'fee',
  kpis: 'kpi',
  signatories: 'person',
  brand: 'person',
  provider: 'person',
  line: 'line',
  duty: 'duty',
  milestone: 'milestone',
};

function field(holder: unknown, key: string): unknown {
  return isFields(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function textsOf(text: unknown): string[] {
  if (typeof text === 'string') return [text];
  return isFields(text) ? Object.values(text).filter((each) => typeof each === 'string') : [];
}

function titlesOf(entry: unknown): string[] {
  return ['title', 'name', 'label', 'login'].flatMap((key) => textsOf(field(entry, key)));
}

function titledMap(map: unknown): Titled[] {
  return isFields(map) ? Object.entries(map).map(([id, entry]) => ({ id, titles: titlesOf(entry) })) : [];
}

function titledList(list: unknown, kind?: string): Titled[] {
  return (Array.isArray(list) ? list : []).flatMap((entry: unknown) => {
    const id = field(entry, 'id');
    return typeof id !== 'string' || (kind !== undefined && field(entry, 'kind') !== kind) ? [] : [{ id, titles: titlesOf(entry) }];
  });
}
