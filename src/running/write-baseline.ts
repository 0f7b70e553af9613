import type { Terms } from '../contract/model.js';
import { contractFile } from '../contract/paths.js';
import { setBaseline } from '../forms/set-baseline.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { exactly } from '../kernel/number-field.js';
import { type Rational, rational, toDecimal, toFixed } from '../kernel/rational.js';
import type { KnownValue } from '../outlook/quoted-past.js';
import type { Simulation } from '../outlook/simulate.js';
import { issue } from '../words/issue.js';
import type { CommandContext } from './context.js';
import type { ReadContract } from './repository.js';

/** Digits of a history whose metric says nothing. */
const DIGITS = 4;

/** Writes what was measured of KPIs into the contract's `baseline`, beside what it has of other periods. */
export async function writeBaseline(
  context: CommandContext,
  contract: ReadContract,
  simulation: Simulation,
): Promise<{ readonly periods: number } | { readonly issue: Issue }> {
  const path = contractFile(contract.id);
  const text = contract.texts.get(path) ?? '';
  const values = simulatedValues(simulation);
  const edited = contract.folder === null ? null : withBaseline(text, contract.folder.terms, values);
  if (edited === null) return { issue: issue('baseline-by-hand', inFile(path), { path }) };
  await context.files.write(path, edited);
  return { periods: new Set(values.map(({ period }) => period)).size };
}

function simulatedValues({ periods }: Simulation): KnownValue[] {
  return periods.flatMap(({ period, kpis }) =>
    kpis.flatMap(({ metric, actual, actualExact }) => {
      const value = exactly(actual, actualExact);
      return value === null ? [] : [{ metric, period, value }];
    }),
  );
}

/**
 * The text of a contract with what is known in its `baseline`, beside what that has of other periods.
 * @param text a contract.yaml that has no issues, of these terms.
 * @returns null where it is written in a way in which nothing else could be kept as it is.
 */
export function withBaseline(text: string, { contract, definitions }: Terms, values: readonly KnownValue[]): string | null {
  const history = new Map<string, Map<string, string>>();
  const put = ({ metric, period, value }: KnownValue) => {
    const found = definitions.metrics.find(({ id }) => id === metric);
    const of = history.get(metric) ?? new Map<string, string>();
    history.set(metric, of.set(period, written(value, found?.unit === 'share', found?.decimals ?? null)));
  };
  for (const { metric, values: before } of contract.baseline) {
    for (const { period, value } of before) put({ metric, period, value: rational(value) });
  }
  values.forEach(put);
  const baseline = [...history].map(([metric, of]) => ({
    metric,
    values: [...of].sort(([a], [b]) => (a < b ? -1 : 1)).map(([period, value]) => ({ period, value })),
  }));
  return setBaseline(text, baseline);
}

/** With a share's digits as those of its percentage. */
function written(value: Rational, isShare: boolean, decimals: number | null): string {
  const shown = toDecimal(rational(toFixed(isShare ? value.mul(100) : value, decimals ?? DIGITS)));
  return isShare ? `${shown}%` : shown;
}
