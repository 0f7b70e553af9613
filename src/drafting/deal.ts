import type { LocalDate } from '../kernel/calendar.js';
import type { Locale } from '../kernel/text.js';
import type { ExportId, Marketplace } from './exports.js';
import type { KpiId } from './kpis.js';

/** A rate and the amount from which on it is paid; decimals as text. */
export interface Tier {
  readonly from: string;
  readonly rate: string;
}

/** A bet on the revenue of the term, either way: so much of the distance to the target, at most the limit; or a fixed stake. */
export type Bet =
  | { readonly target: string; readonly rate: string; readonly limit: string }
  | { readonly target: string; readonly stake: string };

/** What a month may pay on top: in proportion to the score, or only where every target is reached. */
export interface Reward {
  readonly pool: string;
  readonly isWhole: boolean;
}

export interface Goal {
  readonly kpi: KpiId;
  /** A decimal, with `%` where the KPI is a share. */
  readonly target: string;
}

/** What the parties agreed, one field per question; what is not part of the deal is null. Amounts are decimals in the contract's currency. */
export interface Deal {
  /** The contract's folder. */
  readonly id: string;
  readonly brand: string;
  readonly provider: string;
  readonly currency: string;
  readonly timezone: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly exports: readonly ExportId[];
  /** Of Amazon's shops, the one that counts. */
  readonly marketplace: Marketplace | null;
  readonly retainer: string | null;
  readonly commission: readonly Tier[] | null;
  /** Whether the tiers begin anew every month, or go on over the term. */
  readonly accumulate: 'period' | 'term';
  readonly kpis: readonly Goal[];
  /** Ad spend of a month under which its ratios do not count. */
  readonly minSpend: string | null;
  readonly bonus: Reward | null;
  readonly wager: Bet | null;
  /** Most that a month pays. */
  readonly cap: string | null;
  readonly brandSigns: readonly string[];
  readonly providerSigns: readonly string[];
}

/** What is known before anything is asked. */
export interface Setting {
  /** The language of the contract's own text. */
  readonly language: Locale;
  readonly today: LocalDate;
  /** Contracts that are there already. */
  readonly contracts: readonly string[];
  /** People of workspace.yaml, by side; empty where nobody is named. */
  readonly brandPeople: readonly string[];
  readonly providerPeople: readonly string[];
  /** Everybody whom workspace.yaml names: nobody else can sign. */
  readonly people: readonly string[];
  /** What they are called, by their short names. */
  readonly fullNames: Readonly<Record<string, string>>;
  /** The folder of the repository whose files are read; null where tables of BigQuery are. */
  readonly data: string | null;
  /** What an empty answer means, where another contract of the same parties says it. */
  readonly known: Readonly<Partial<Pick<Deal, 'brand' | 'provider' | 'currency' | 'timezone'>>>;
}
