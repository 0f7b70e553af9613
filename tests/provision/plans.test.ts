import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { ResourceSpec } from '../../src/provision/model.js';
import { agreed, type ContractChoices, plan } from './sample.js';

/*
 * Golden plans. The first is there in full; the others say what differs from the plan before, as an update would.
 * `npx vitest run tests/provision -u` writes them again: read the difference before committing it.
 */

const TODAY = '2026-05-01';
const SHOP = 'sources:\n  shop: { owners: ["group:data@acme.example"] }\n';

const specsOf = (choices: readonly ContractChoices[], more = SHOP, today = TODAY): readonly ResourceSpec[] => {
  const { specs, issues } = plan(choices.map(agreed), today, more);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  return specs;
};

/** Specs that come, go and change, each change by its fields. */
function difference(before: readonly ResourceSpec[], after: readonly ResourceSpec[]) {
  const named = (specs: readonly ResourceSpec[]) => new Map(specs.map((spec) => [spec.name, spec]));
  const [old, now] = [named(before), named(after)];
  const changed = after.flatMap((spec) => {
    const known = old.get(spec.name);
    if (known === undefined || JSON.stringify(known) === JSON.stringify(spec)) return [];
    const fields = Object.keys(spec.inputs).filter((key) => JSON.stringify(known.inputs[key]) !== JSON.stringify(spec.inputs[key]));
    return [{ name: spec.name, before: pick(known, fields), after: pick(spec, fields) }];
  });
  return {
    made: after.filter(({ name }) => !old.has(name)),
    changed,
    deleted: before.filter(({ name }) => !now.has(name)).map(({ name, type }) => `${name} (${type})`),
  };
}

function pick({ inputs, because }: ResourceSpec, fields: readonly string[]) {
  return { ...Object.fromEntries(fields.map((field) => [field, inputs[field]])), because };
}

const golden = (value: unknown, name: string) =>
  expect(stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })).toMatchFileSnapshot(`golden/${name}.yaml`);

const US: ContractChoices = {};
const UK: ContractChoices = {
  id: 'acme-uk',
  zone: 'Europe/London',
  brandAccess: '{ analyst: ["group:uk@acme.example"] }',
  providerAccess: '{ viewer: ["group:uk@linkstar.example"] }',
  facts: '  refunds: { view: refunds, grain: [refund_id], custodian: brand, freshness: { table: loads.log, column: at } }',
  measures: '  revenue: { definition: Refunds, of: refunds, sum: amount, when: refunded_on }',
  views: { 'refunds.bigquery.sql': 'SELECT refund_id, amount, refunded_on FROM shop.refunds;\n' },
};

describe('golden plans', () => {
  test('one contract, in full', () => golden(specsOf([US]), 'one-contract'));

  test('a second contract on the same source: one dataset, the readers of both', () =>
    golden(difference(specsOf([US]), specsOf([US, UK])), 'second-contract'));

  test('a party change: another group reads for the provider', () =>
    golden(
      difference(specsOf([US]), specsOf([{ ...US, providerAccess: '{ viewer: ["group:agency@linkstar.example"] }' }])),
      'party-change',
    ));

  test('an amendment of access: a viewer becomes an analyst, and the term is longer', () =>
    golden(
      difference(
        specsOf([US]),
        specsOf([{ ...US, providerAccess: '{ analyst: ["group:acme@linkstar.example"] }', term: '{ from: 2026-01-01, to: 2027-06-30 }' }]),
      ),
      'access-amendment',
    ));

  test('an ended contract: what was its own is deleted, the shared source keeps the other’s readers', () =>
    golden(difference(specsOf([US, UK]), specsOf([{ ...US, stage: 'ended' }, UK], SHOP, '2026-05-01')), 'ended-contract'));

  test('everything that settings may ask for', () =>
    golden(
      difference(
        specsOf([US]),
        specsOf(
          [US],
          `stateBucket: acme-kpi-state
budget: { billingAccount: 01AB23-CD45EF-678901, projectNumber: "123456789", amount: "200", currency: USD }
environments: { engine: settlement }
dataset: results
evidence: { retentionDays: 30, locked: true }
audit: { retentionDays: 90 }
sources:
  shop:
    owners: ["group:data@acme.example"]
    transfers:
      - { kind: google_ads, customer: "4152637485", refreshDays: 30, performanceMax: false }
      - { kind: facebook_ads, clientId: "998877", clientSecret: facebookSecret, refreshToken: facebookToken, refreshDays: 28 }
      - { kind: scheduled_query, name: orders, query: "SELECT * FROM exports.orders", table: orders, schedule: "every day 05:30" }
`,
        ),
      ),
      'all-settings',
    ));
});

describe('when a contract is over', () => {
  const names = (choices: ContractChoices, today: string) => specsOf([choices], SHOP, today).filter(({ contract }) => contract !== null);

  test('nothing of it is left the day after the handover, and everything on its last day', () => {
    expect(names(US, '2027-01-15').length).toBeGreaterThan(0);
    expect(names(US, '2027-01-16')).toEqual([]);
  });

  test('the engine still measures for true-ups, until both have ended the contract', () => {
    const engine = (choices: ContractChoices, today: string) =>
      JSON.stringify(specsOf([choices], SHOP, today).find(({ name }) => name === 'raw_data/shop')?.inputs.accesses).includes(
        'concord/engine',
      );
    expect(engine(US, '2027-01-16')).toBe(true);
    expect(engine({ ...US, stage: 'ended' }, '2027-01-16')).toBe(false);
  });

  test('a termination ends access after its handover, whatever the term', () => {
    const events = { '2026-03-01-end.yaml': 'kind: termination\nparty: brand\non: 2026-04-10\ncause: Strategy\n' };
    expect(names({ ...US, events }, '2026-04-25').length).toBeGreaterThan(0);
    expect(names({ ...US, events }, '2026-04-26')).toEqual([]);
  });
});

test('a plan is the same twice, and every spec comes after what it needs', () => {
  const specs = specsOf([US, UK]);
  expect(specsOf([US, UK])).toEqual(specs);
  const names = specs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  specs.forEach((spec, index) => {
    const text = JSON.stringify(spec.inputs);
    const needed = names.filter((name) => text.includes(`"ref":"${name}"`) || spec.dependsOn.includes(name));
    for (const need of needed) expect([spec.name, need, names.indexOf(need) < index]).toEqual([spec.name, need, true]);
  });
});
