import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KPIS, MEASURES, TERM } from './measures.mjs';

const json = (value) => JSON.stringify(value);

function measureText(id, measure, scenario) {
  const aggregate =
    measure.countDistinct !== undefined
      ? `countDistinct: ${scenario.customerKey}`
      : measure.count !== undefined
        ? 'count: rows'
        : `sum: ${measure.sum}`;
  return `  ${id}: { definition: ${json(measure.en)}, of: orders, ${aggregate}, when: approved_at, where: ${json(measure.where)} }`;
}

function kpiText(id, kpi, weight, number) {
  const target = kpi.unit === 'share' ? `${50 + number}%` : `${100 + number}`;
  const threshold = kpi.better === 'lower' ? 'threshold: 2x' : 'threshold: 0.5x';
  return `  - { id: ${id}, metric: ${id}, owner: provider, better: ${kpi.better}, weight: ${weight}%, target: ${target}, ${threshold} }`;
}

/** The contract's folder name and id. */
export const CONTRACT = 'bench-shop';

/** Writes a repository with so many contracts of the same fact, each with targets and fees of its own. */
export function writeContracts(root, scenario, count) {
  for (let number = 1; number <= count; number += 1) writeContract(root, scenario, { id: `${CONTRACT}-${number}`, number });
}

/** Writes a repository with one contract: twelve KPIs over twelve months, all of them measured again in the last. */
export function writeContract(root, scenario, { id: contract, number } = { id: CONTRACT, number: 0 }) {
  const folder = join(root, 'contracts', contract);
  mkdirSync(folder, { recursive: true });
  const ids = Object.keys(KPIS);
  const kpis = ids.map((id, index) => kpiText(id, KPIS[id], index < 4 ? 9 : 8, number));
  writeFileSync(
    join(folder, 'contract.yaml'),
    `apiVersion: concord/v1
kind: Contract
id: ${contract}
title: Shop x Agency, benchmark
stage: live
parties:
  brand: { name: Shop, signatories: [alice, ann] }
  provider: { name: Agency, signatories: [bob, carol] }
data: { owner: brand, providerUse: during_term }
term: { from: ${TERM.from}, to: ${TERM.to} }
calendar: { every: month, timezone: ${scenario.zone}, lockAfterDays: 15, trueUpPeriods: 11 }
currency: USD
rounding: half_even
acceptance: { days: 10, silence: accepts }
disputes: { days: 30, expert: An auditor }
holds: { maxPeriods: 3 }
kpis:
${kpis.join('\n')}
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: ${5000 + number} }
  - { id: sales, kind: commission, base: net_value, tiers: { 0: 1%, 1000000: 2% }, mode: marginal, accumulate: period }
  - { id: reward, kind: bonus, by: composite, pool: ${5000 + number}, points: { 80%: 0%, 100%: 100% }, shape: linear }
`,
  );
  const measures = Object.entries(MEASURES).map(([id, measure]) => measureText(id, measure, scenario));
  const metrics = ids.map((id) => {
    const { formula, unit, type } = KPIS[id];
    return `  ${id}: { title: ${id.replaceAll('_', ' ')}, formula: ${formula}, unit: ${unit}, type: ${type} }`;
  });
  writeFileSync(
    join(folder, 'definitions.yaml'),
    `facts:
  orders: { table: shop.orders, grain: [${scenario.orderKey}], custodian: brand }
measures:
${measures.join('\n')}
metrics:
${metrics.join('\n')}
`,
  );
}
