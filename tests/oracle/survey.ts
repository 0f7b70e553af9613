import { appendFileSync } from 'node:fs';
import { settleByTheBook } from './book.js';
import { compareLife } from './compare-lives.js';
import { drawLife } from './draw.js';
import { type RandomLife, stepsOf } from './life.js';
import { type Json, settleByTheProduct } from './product.js';
import { smallest } from './shrink.js';
import { inForm } from './statement-form.js';

/*
 * Goes over many lives and on after a difference, without making it smaller: what a search of a thousand lives stops at, a survey of
 * twenty thousand lists. README.md says how it is run.
 */

/** Appends to a file one line for every life that differs, and at the end what was drawn. */
export async function survey(path: string, first: number, cases: number): Promise<void> {
  const say = (text: string) => appendFileSync(path, `${text}\n`);
  const began = performance.now();
  const counts = new Map<string, number>();
  const count = (name: string, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by);
  const last = first + cases - 1;
  for (let seed = first; seed <= last; seed++) {
    if (seed % 250 === 0) say(`... ${seed} after ${Math.round((performance.now() - began) / 1000)} s`);
    const life = drawLife(seed);
    const finding = await compareLife(life);
    count(finding.is);
    if (finding.is === 'same') {
      count('statements', finding.statements);
      for (const name of drawn(life)) count(name);
    } else if (finding.is === 'different') {
      say(`${seed} step ${finding.step} ${finding.period}: ${finding.differences.slice(0, 4).join(' | ')}`);
    } else if (finding.is === 'crash') say(`${seed} CRASH ${finding.text.slice(0, 300)}`);
    else if (finding.is === 'refused') count(`refused: ${finding.errors.match(/[a-z]+(-[a-z]+)+/)?.[0] ?? finding.errors.slice(0, 60)}`);
  }
  const seconds = (performance.now() - began) / 1000;
  const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, number]) => `  ${name} ${number}`);
  say([`seeds ${first}-${last}: ${(cases / seconds).toFixed(1)} lives a second`, ...lines].join('\n'));
}

/** Fees, events and faults of a life, each kind once. */
function drawn({ contract, events, faults }: RandomLife): Set<string> {
  return new Set([
    ...contract.fees.map(({ kind }) => `fee ${kind}`),
    ...events.map(
      (event) => `event ${event.kind}${event.kind === 'dispute' && event.line.includes('/') ? ` of ${event.line.split('/')[0]}` : ''}`,
    ),
    ...faults.map(({ kind }) => `fault ${kind}`),
  ]);
}

/** One life with both readings, made smaller for some seconds. */
export async function shownSmall(seed: number, seconds: number): Promise<string> {
  const whole = drawLife(seed);
  const life = seconds === 0 ? whole : await smallest(whole, await compareLife(whole), seconds * 1000);
  return `${JSON.stringify(await compareLife(life))}\n${await shown(life)}`;
}

async function shown(life: RandomLife): Promise<string> {
  const { contract, events, faults, steps } = life;
  const {
    kpis,
    fees,
    gates,
    duties,
    apiVersion: _v,
    kind: _k,
    title: _t,
    stage: _s,
    parties: _p,
    data: _d,
    ...rest
  } = contract as unknown as Record<string, unknown>;
  const given = stepsOf(life);
  const definitions = given.at(-1)?.terms.definitions;
  const each = (name: string, items: unknown) =>
    Object.entries((items ?? {}) as object).map(([key, value]) => `  ${name} ${Array.isArray(items) ? '' : key} ${JSON.stringify(value)}`);
  const product = await settleByTheProduct(given);
  const book = settleByTheBook(given);
  const lines = (name: string, statement: Json) => [
    `  ${name} ${String(statement.period)} total ${String(statement.total)}${statement.final === true ? ' final' : ''} composite ${String(statement.composite)} ${(statement.kpis as Json[]).map(({ id, state, actual, score }) => `${String(id)}:${String(state)}:${String(actual)}:${String(score)}`).join(' ')}`,
    ...(statement.lines as Json[]).map(
      ({ id, amount, state, computed, claimed, why }) =>
        `     ${String(id)} ${String(amount)} ${String(state)} ${String(computed ?? '')} ${String(claimed ?? '')} ${String(why ?? '')}`,
    ),
    ...((statement.held ?? []) as Json[]).map((held) => `     held ${JSON.stringify({ ...held, trace: undefined }).slice(0, 300)}`),
  ];
  const settled = given.flatMap(({ asOf }, step) => [
    `--- ${asOf}`,
    ...(book[step] ?? []).flatMap((statement) => lines('B', { ...inForm(statement), lines: statement.lines } as Json)),
    ...(product.steps[step]?.statements ?? []).flatMap((statement) => lines('P', statement)),
    product.steps[step]?.errors ?? '',
  ]);
  return [
    JSON.stringify(rest),
    ...each('kpi', kpis),
    ...each('fee', fees),
    ...each('gate', gates),
    ...each('duty', duties),
    ...each('fact', definitions?.facts),
    ...each('measure', definitions?.measures),
    `  fx ${JSON.stringify(definitions?.fx)} reconcile ${JSON.stringify(definitions?.reconcile)}`,
    ...each('fault', faults),
    ...each('event', events),
    ...each('step', steps),
    ...Object.entries(life.tables)
      .filter(([name]) => name !== 'shop.loads' && name !== 'shop.rates')
      .flatMap(([name, rows]) => [
        `  ${name}`,
        ...rows.filter(({ id }) => !String(id).startsWith('z')).map((row) => `    ${Object.values(row).join(',')}`),
      ]),
    ...settled,
  ].join('\n');
}
