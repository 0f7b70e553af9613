import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from '../run/measured-process.mjs';
import { CONTRACT, writeContract } from './contract.mjs';
import { KPIS, MEASURES, TERM } from './measures.mjs';
import { plain } from './rivals/engine.mjs';

/** `concord score` of the last month, with all twelve months measured: the whole process. */
export function scoreArguments(where) {
  return argumentsOf(CONTRACT, where);
}

/** The same of every contract there is, all of them measured together. */
export function scoreAllArguments(where) {
  return argumentsOf('--all', where);
}

function argumentsOf(which, { cli, root, data }) {
  const common = ['--root', root, '--data', data, '--as-of', TERM.asOf, '--format', 'json'];
  return [cli, 'score', which, '--period', TERM.lastPeriod, ...common];
}

/** Fails when they are not so many scorecards, each as {@link checkScorecard} has it. */
export function checkScorecards(output, count) {
  const { scorecards } = JSON.parse(output);
  if (scorecards.length !== count) throw new Error(`${scorecards.length} scorecards`);
  for (const card of scorecards) checkScorecard(JSON.stringify(card), { clean: true });
}

/** Fails when a scorecard is not what the benchmark is about: every KPI measured and scored. */
export function checkScorecard(output, { clean }) {
  const card = JSON.parse(output);
  if (card.kpis.length !== Object.keys(KPIS).length) throw new Error(`${card.kpis.length} KPIs`);
  const unscored = card.kpis.filter((kpi) => kpi.state !== 'scored').map((kpi) => `${kpi.id} ${kpi.state}`);
  if (clean && unscored.length > 0) throw new Error(`not scored: ${unscored.join(', ')}`);
}

/**
 * All that Concord measured for the twelve months, in the form of the rivals' answers: settles into a scratch repository
 * and reads the evidence of the last statement.
 */
export async function concordAnswer({ cli, scenario, data }) {
  const root = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  try {
    writeContract(root, scenario);
    await runProcess([cli, 'settle', CONTRACT, '--root', root, '--data', data, '--as-of', TERM.asOf, '--format', 'json']);
    const path = join(root, 'contracts', CONTRACT, 'ledger', TERM.lastPeriod, 'evidence.json');
    return answerOf(JSON.parse(readFileSync(path, 'utf8')));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function answerOf(evidence) {
  const months = evidence.periods.map((period) => {
    const [fact] = period.facts;
    const [scan] = fact.scans;
    const measures = Object.keys(MEASURES).map((id) => {
      const measure = period.measures.find((candidate) => candidate.id === id);
      const value = measure.distinct ?? plain(sumOfDays(measure.days));
      return [id, { rows: measure.rows, nulls: measure.nulls, value: String(value) }];
    });
    return { fact, scan, entry: [period.period, { duplicateKeys: scan.duplicateKeys, measures: Object.fromEntries(measures) }] };
  });
  const last = months.at(-1);
  return {
    freshAt: new Date(last.fact.freshAt).toISOString(),
    nullWhen: last.scan.nullWhen,
    repeatedKeys: months.flatMap(({ scan }) => scan.repeatedKeys.map(({ keys }) => keys)).reduce((sum, keys) => sum + keys, 0),
    months: Object.fromEntries(months.map(({ entry }) => entry)),
  };
}

/** Exact sum of decimals with at most two places. */
function sumOfDays(days) {
  let cents = 0n;
  for (const { value } of days) {
    const [, sign, whole, places = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
    if (places.length > 2) throw new RangeError(`more than two places: ${value}`);
    const amount = BigInt(whole) * 100n + BigInt(places.padEnd(2, '0'));
    cents += sign === '-' ? -amount : amount;
  }
  const text = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}
