import { describe, expect, test } from 'vitest';
import { accessIn } from '../../src/provision/access.js';
import { accessChanges, accessChangeText } from '../../src/provision/access-changes.js';
import { exitOf } from '../../src/provision/exit.js';
import { grantsOf } from '../../src/provision/grants.js';
import { agreed, type ContractChoices, plan } from './sample.js';

const TODAY = '2026-05-01';
const granted = (choices: ContractChoices, today = TODAY) => grantsOf(agreed(choices), today);
const told = (before: ContractChoices | null, after: ContractChoices | null, today = TODAY) =>
  accessChanges(before === null ? [] : granted(before, today), after === null ? [] : granted(after, today)).map(accessChangeText);

const TWO_FACTS: ContractChoices = {
  facts: `  orders: { table: shop.orders, grain: [order_id], custodian: brand }
  refunds: { table: shop.refunds, grain: [refund_id], custodian: brand }`,
  measures: `  revenue: { definition: Orders, of: orders, sum: amount, when: paid_at }
  refunded: { definition: Refunds, of: refunds, sum: amount, when: refunded_at }`,
  formula: 'revenue - refunded',
};

describe('grants', () => {
  test('a viewer sees results; an analyst the fact views too, by the columns that the definitions use', () => {
    const common = { contract: 'acme-us', until: '2027-01-15', expiresAt: '2027-01-16T05:00:00Z' };
    const kpi = {
      ...common,
      party: 'brand',
      role: 'analyst',
      member: 'group:kpi@acme.example',
      because: 'contracts/acme-us/contract.yaml:10',
    };
    const columns = ['amount', 'is_test', 'order_id', 'paid_at'];
    expect(granted({})).toEqual([
      { ...kpi, what: { kind: 'results' } },
      { ...kpi, what: { kind: 'fact', fact: 'orders', columns } },
      {
        ...common,
        party: 'provider',
        role: 'viewer',
        member: 'group:acme@linkstar.example',
        because: 'contracts/acme-us/contract.yaml:14',
        what: { kind: 'results' },
      },
    ]);
  });

  test('who is named as analyst and as viewer is granted once, as analyst', () => {
    const found = granted({ brandAccess: '{ analyst: ["group:a@b.example"], viewer: ["group:a@b.example"] }', providerAccess: '{}' });
    expect(found.map(({ role, what }) => [role, what.kind])).toEqual([
      ['analyst', 'results'],
      ['analyst', 'fact'],
    ]);
  });
});

describe('the exit', () => {
  const exit = (choices: ContractChoices, today: string) => {
    const { folder } = agreed(choices);
    const { endsOn, accessUntil, expiresAt, state } = exitOf(folder.terms.contract, folder.events, today);
    return [endsOn, accessUntil, expiresAt, state];
  };

  test('term, handover, and the first instant after it in the contract’s zone', () => {
    expect(exit({}, '2026-12-31')).toEqual(['2026-12-31', '2027-01-15', '2027-01-16T05:00:00Z', 'in_force']);
    expect(exit({}, '2027-01-15')).toEqual(['2026-12-31', '2027-01-15', '2027-01-16T05:00:00Z', 'handover']);
    expect(exit({}, '2027-01-16')).toEqual(['2026-12-31', '2027-01-15', '2027-01-16T05:00:00Z', 'over']);
    expect(exit({ zone: 'Asia/Shanghai' }, '2026-12-31')[2]).toBe('2027-01-15T16:00:00Z');
  });

  test('without an exit clause access ends with the term', () => {
    expect(exit({ exit: null }, '2027-01-01')).toEqual(['2026-12-31', '2026-12-31', '2027-01-01T05:00:00Z', 'over']);
  });

  test('the earliest termination counts, and a contract ended by both before its day has no handover to wait for', () => {
    const termination = (on: string) => `kind: termination\nparty: brand\non: ${on}\ncause: Strategy\n`;
    const events = { '2026-03-01-end.yaml': termination('2026-05-10') };
    expect(exit({ events }, '2026-05-12')).toEqual(['2026-05-10', '2026-05-25', '2026-05-26T04:00:00Z', 'handover']);
    expect(exit({ stage: 'ended' }, '2026-06-01')[3]).toBe('over');
    expect(exit({ stage: 'ended' }, '2027-01-10')[3]).toBe('handover');
  });
});

describe('changes in words', () => {
  test('a fact view more for a member', () => {
    const analyst = { providerAccess: '{ analyst: ["group:acme@linkstar.example"] }' };
    expect(told({}, analyst)).toEqual([
      {
        en: 'The provider gains the fact view orders until 2027-01-15 (group:acme@linkstar.example).',
        zh: '服务方获得事实视图“orders”的访问权限，至 2027-01-15（group:acme@linkstar.example）。',
      },
    ]);
    expect(told(analyst, {})).toEqual([
      {
        en: 'The provider loses the fact view orders (group:acme@linkstar.example).',
        zh: '服务方失去事实视图“orders”的访问权限（group:acme@linkstar.example）。',
      },
    ]);
  });

  test('members and views of one change are told together', () => {
    const more = { ...TWO_FACTS, brandAccess: '{ analyst: ["group:kpi@acme.example", "user:ann@acme.example", "user:al@acme.example"] }' };
    expect(told(TWO_FACTS, more).map(({ en }) => en)).toEqual([
      'The brand gains scorecards, statements and outlooks, and the fact views orders, refunds until 2027-01-15 (user:ann@acme.example, user:al@acme.example).',
    ]);
  });

  test('a longer and a shorter term', () => {
    const longer = { term: '{ from: 2026-01-01, to: 2027-06-30 }' };
    expect(told({}, longer)).toEqual([
      {
        en: 'The brand keeps scorecards, statements and outlooks, and the fact view orders until 2027-07-15 instead of 2027-01-15 (group:kpi@acme.example).',
        zh: '品牌方对计分卡、结算单与期末预测，以及事实视图“orders”的访问权限由 2027-01-15 延至 2027-07-15（group:kpi@acme.example）。',
      },
      {
        en: 'The provider keeps scorecards, statements and outlooks until 2027-07-15 instead of 2027-01-15 (group:acme@linkstar.example).',
        zh: '服务方对计分卡、结算单与期末预测的访问权限由 2027-01-15 延至 2027-07-15（group:acme@linkstar.example）。',
      },
    ]);
    expect(told(longer, {}).map(({ en }) => en)[1]).toBe(
      'The provider keeps scorecards, statements and outlooks only until 2027-01-15 instead of 2027-07-15 (group:acme@linkstar.example).',
    );
  });

  test('columns that definitions begin and cease to use', () => {
    const more = { measures: '  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_at, where: { country: DE } }' };
    expect(told({}, more)).toEqual([
      {
        en: 'The brand sees more of the fact view orders: country (group:kpi@acme.example).',
        zh: '品牌方在事实视图“orders”中多看到：country（group:kpi@acme.example）。',
      },
      {
        en: 'The brand no longer sees of the fact view orders: is_test (group:kpi@acme.example).',
        zh: '品牌方在事实视图“orders”中不再看到：is_test（group:kpi@acme.example）。',
      },
    ]);
  });

  test('a new contract, a removed one, and one that does not change', () => {
    expect(told(null, {}).map(({ en }) => en)).toEqual([
      'The brand gains scorecards, statements and outlooks, and the fact view orders until 2027-01-15 (group:kpi@acme.example).',
      'The provider gains scorecards, statements and outlooks until 2027-01-15 (group:acme@linkstar.example).',
    ]);
    expect(told({}, null).map(({ en }) => en)).toEqual([
      'The brand loses scorecards, statements and outlooks, and the fact view orders (group:kpi@acme.example).',
      'The provider loses scorecards, statements and outlooks (group:acme@linkstar.example).',
    ]);
    expect(told({}, {})).toEqual([]);
    expect(told({}, { stage: 'ended' }).map(({ en }) => en)).toEqual(told({}, null).map(({ en }) => en));
  });
});

describe('access as the specs grant it', () => {
  const entries = accessIn(
    plan([agreed()], TODAY, 'stateBucket: acme-state\nsources:\n  shop: { owners: ["group:data@acme.example"] }\n').specs,
  );
  const on = (name: string) => entries.filter((entry) => entry.on === name).map(({ who, right, expiresAt }) => [who, right, expiresAt]);

  test('everybody who can reach a dataset is in the answer', () => {
    expect(on('acme-us/facts')).toEqual([
      ['user:admin@acme.example', 'owner', null],
      ['concord/deploy', 'owner', null],
      ['group:kpi@acme.example', 'reader', '2027-01-16T05:00:00Z'],
    ]);
    expect(on('raw_data/shop')).toEqual([
      ['user:admin@acme.example', 'owner', null],
      ['concord/deploy', 'owner', null],
      ['group:data@acme.example', 'owner', null],
      ['concord/engine', 'reader', null],
      ['acme-us/facts', 'views', null],
    ]);
    expect(on('concord/results').at(-1)).toEqual(['acme-us/share', 'views', null]);
    expect(on('acme-kpi.loads')).toEqual([['concord/engine', 'reader', null]]);
    expect(on('project (roles/bigquery.jobUser)')).toEqual([
      ['concord/engine', 'runs', null],
      ['concord/loader', 'runs', null],
      ['group:kpi@acme.example', 'runs', '2027-01-16T05:00:00Z'],
    ]);
    expect(on('acme-state')).toEqual([
      ['concord/preview', 'reader', null],
      ['concord/deploy', 'writer', null],
    ]);
    expect(on('concord/audit').map(([who]) => who)).toEqual(['user:admin@acme.example']);
    expect(on('project (roles/bigquery.dataEditor, only dataset concord_audit)')).toEqual([['concord/audit/sink', 'writer', null]]);
  });

  test('the workflows’ deployer gives one role and takes it back, and holds nothing else that could give it more', () => {
    const held = entries.filter(({ who, on: where }) => who === 'concord/deploy' && where.startsWith('project'));
    expect(held.map(({ right, on: where }) => [right, where])).toEqual([
      ['makes', 'project (roles/bigquery.user)'],
      ['administers', 'project (roles/resourcemanager.projectIamAdmin, only roles/bigquery.jobUser)'],
      // A role of our own: transfers, and no data.
      ['administers', 'project (concord/transfers)'],
    ]);
  });

  test('who only looks is not said to administer', () => {
    const preview = entries.filter(({ who, on: where }) => who === 'concord/preview' && where.startsWith('project'));
    expect(preview.map(({ right, on: where }) => [right, where])).toEqual([
      ['settings', 'project (roles/bigquery.metadataViewer)'],
      ['settings', 'project (roles/iam.securityReviewer)'],
    ]);
    const budget = 'budget: { billingAccount: 01AB23-CD45EF-678901, projectNumber: "123456789012", amount: "50", currency: EUR }\n';
    const billed = accessIn(plan([agreed()], TODAY, budget).specs).filter(({ right }) => right === 'spends');
    expect(billed.map(({ who, on: where }) => [who, where])).toEqual([
      ['concord/deploy', 'project (roles/serviceusage.serviceUsageConsumer)'],
    ]);
  });

  test('a role that is not known is taken for the most', () => {
    const { specs } = plan([agreed()], TODAY);
    const [member] = specs.filter(({ type }) => type === 'gcp:projects/iAMMember:IAMMember');
    if (member === undefined) throw new Error('no right in the project');
    const other = { ...member, inputs: { ...member.inputs, role: 'roles/bigquery.admin' } };
    expect(accessIn([other]).map(({ right }) => right)).toEqual(['administers']);
    const [share] = specs.filter(({ name }) => name === 'acme-us/share');
    if (share === undefined) throw new Error('no share dataset');
    const odd = { ...share, inputs: { ...share.inputs, accesses: [{ role: 'roles/custom', groupByEmail: 'x@y.example' }] } };
    expect(accessIn([odd]).map(({ who, right }) => [who, right])).toEqual([['group:x@y.example', 'owner']]);
  });
});
