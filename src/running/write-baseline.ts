import { contractFile } from '../contract/paths.js';
import { type BaselineText, setBaseline } from '../forms/set-baseline.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { exactly } from '../kernel/number-field.js';
import { type Rational, rational, toDecimal, toFixed } from '../kernel/rational.js';
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
  const edited = setBaseline(text, baselineOf(contract, simulation));
  if (edited === null) return { issue: issue('baseline-by-hand', inFile(path), { path }) };
  await context.files.write(path, edited);
  return { periods: simulation.periods.length };
}

function baselineOf({ folder }: ReadContract, { periods }: Simulation): BaselineText {
  const { contract, definitions } = folder?.terms ?? { contract: null, definitions: null };
  const history = new Map<string, Map<string, string>>();
  const put = (metric: string, period: string, value: Rational) => {
    const found = definitions?.metrics.find(({ id }) => id === metric);
    const of = history.get(metric) ?? new Map<string, string>();
    history.set(metric, of.set(period, written(value, found?.unit === 'share', found?.decimals ?? null)));
  };
  for (const { metric, values } of contract?.baseline ?? []) {
    for (const { period, value } of values) put(metric, period, rational(value));
  }
  for (const { period, kpis } of periods) {
    for (const { metric, actual, actualExact } of kpis) {
      const value = exactly(actual, actualExact);
      if (value !== null) put(metric, period, value);
    }
  }
  return [...history].map(([metric, values]) => ({
    metric,
    values: [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([period, value]) => ({ period, value })),
  }));
}

/** With a share's digits as those of its percentage. */
function written(value: Rational, isShare: boolean, decimals: number | null): string {
  const shown = toDecimal(rational(toFixed(isShare ? value.mul(100) : value, decimals ?? DIGITS)));
  return isShare ? `${shown}%` : shown;
}
