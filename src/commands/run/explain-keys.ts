import { measuresOfKpi, vocabulary } from '../../attainment/measures.js';
import { isPeriodFee, kindOf } from '../../contract/fee-kinds/fee-kinds.js';
import type { Terms } from '../../contract/model.js';
import type { PeriodId } from '../../kernel/calendar.js';
import { digest } from '../../kernel/canonical.js';
import { excerptOf, type Locale } from '../../kernel/text.js';
import { ShellError } from '../../ports/failure.js';
import type { RepeatedKeys } from '../../ports/warehouse.js';
import { type Block, type Inline, text, toldLine, toldLines } from '../../report/blocks.js';
import { plainText } from '../../report/escape.js';
import type { CommandContext } from '../../running/context.js';
import type { ReadContract } from '../../running/repository.js';
import { openFor } from '../../running/warehouse.js';
import { measuresOfFee } from '../../settlement/fee-measures.js';
import type { LedgerEntry } from '../../settlement/ledger-entry.js';
import { feeOfLine, lineName } from '../../settlement/line-names.js';
import { commandText } from '../../words/command-text.js';

/** What is explained of a statement: the ids of lines and of KPIs. */
export interface ToldOf {
  readonly lines: readonly string[];
  readonly kpis: readonly string[];
}

/** The facts of the statement's own period that lines and KPIs are computed from; a true-up is of another period's data. */
function factsOf({ lines, kpis }: ToldOf, { contract, definitions }: Terms, period: PeriodId): ReadonlySet<string> {
  const words = vocabulary(contract, definitions);
  const all = contract.fees.filter(isPeriodFee);
  const fees = lines.flatMap((line) => {
    const name = lineName(line);
    if (name.period !== null) return [];
    const fee = feeOfLine(contract, name);
    // a tax, a cap, a guarantee: of whatever the others are computed from
    return fee === null || kindOf(fee).fromLines ? all : [fee];
  });
  const measures = new Set([
    ...fees.flatMap((fee) => [...measuresOfFee({ contract }, words, period, fee)]),
    ...contract.kpis.filter(({ id }) => kpis.includes(id)).flatMap((kpi) => [...measuresOfKpi(words, kpi)]),
  ]);
  return new Set(definitions.measures.filter(({ id }) => measures.has(id)).map(({ of }) => of));
}

/**
 * A few keys of the facts that a statement says have duplicates, as the data are now. Only for whoever sits before the data: elsewhere, where
 * there is no data, and where nothing repeats, there are none.
 * @param told what is explained: keys of facts that none of it is computed from are nobody's question.
 * @returns null where they are not shown, since what is printed may be kept: in a file, through a pipe, on a machine of CI.
 */
export async function keysFor(
  context: CommandContext,
  contract: ReadContract,
  { statement, terms }: LedgerEntry,
  told: ToldOf,
): Promise<readonly RepeatedKeys[] | null> {
  const { period, from, to, asOf, facts } = statement;
  const used = factsOf(told, terms, period);
  const repeated = new Set(facts.filter(({ id, duplicateKeys }) => duplicateKeys > 0 && used.has(id)).map(({ id }) => id));
  if (repeated.size === 0 || from === null || to === null) return [];
  if (context.eyes !== 'owner') return null;
  const asked = { period, inForce: { from, to }, terms, termsDigest: digest(terms), exclusions: [] };
  try {
    const warehouse = await openFor(context, contract);
    try {
      const found = await warehouse.repeatedKeys({ contract: contract.id, asOf, periods: [asked], spans: [] });
      return found.filter(({ fact }) => repeated.has(fact));
    } finally {
      await warehouse.close();
    }
  } catch (error) {
    if (error instanceof ShellError) return [];
    throw error;
  }
}

/** The keys in lines of their own, and that nobody else is shown them; where they are shown, where they are not; that none repeats any more where the data have been mended. */
export function keyBlocks(found: readonly RepeatedKeys[] | null, locale: Locale): Block[] {
  if (found === null) return [{ kind: 'paragraph', text: text(commandText('repeated-unseen', locale), 'dim') }];
  if (found.length === 0) return [];
  const lines = found.flatMap(({ fact, columns, keys }) => {
    const named = { fact, columns };
    if (keys.length === 0) return [toldLine(commandText('repeated-none', locale, named))];
    const head = toldLine(commandText('repeated-keys', locale, named));
    return [head, ...keys.map(({ values, rows }) => toldLine(keyLine(values, rows, locale), 1))];
  });
  return [
    { kind: 'heading', text: commandText('repeated', locale) },
    toldLines(
      ...lines,
      ...(found.some(({ keys }) => keys.length > 0) ? [toldLine(text(commandText('repeated-eyes', locale), 'dim'))] : []),
    ),
  ];
}

function keyLine(values: readonly (string | null)[], rows: number, locale: Locale): Inline {
  const key = values.map((value) => (value === null ? commandText('repeated-empty', locale) : plainText(excerptOf(value, 60)))).join(' · ');
  return text(commandText('repeated-key', locale, { key, rows }));
}
