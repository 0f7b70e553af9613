import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProgramRun } from './loopback/engine.js';
import { type PolicyPackProcess, type Refusal, startPolicyPack } from './loopback/policy-pack.js';
import { LATER } from './loopback/values.js';
import { changesText, planText } from './plan-text.js';
import { runStack, type StackPlace } from './stack-place.js';

// The compiled program, run by Pulumi's own runner against an engine that writes down what it is told. What is there to be made
// for one contract is a golden file; of every other case, what differs from it. `npx vitest run tests/pulumi -u` writes them anew.

/** Somebody at a terminal without a token is told what the workflow does not have to be told. */
const NOT_ASKED =
  'Nobody asked whether both parties agreed to these texts: CONCORD_TOKEN is not set, so they are taken as they are checked out.';
const SOURCES = 'sources:\n  shop: { owners: ["group:data@acme.example"] }\n';
const ONE: StackPlace = { contracts: [{}], more: SOURCES };
const CASES = {
  'one-contract': ONE,
  'two-sharing-a-source': {
    ...ONE,
    contracts: [
      {},
      {
        id: 'acme-de',
        zone: 'Europe/Berlin',
        brandAccess: '{ analyst: ["group:de@acme.example"] }',
        providerAccess: '{ viewer: ["user:eva@linkstar.example"] }',
      },
    ],
  },
  'another-provider': { ...ONE, contracts: [{ provider: 'Northwind', providerAccess: '{ viewer: ["group:acme@northwind.example"] }' }] },
  'provider-becomes-analyst': { ...ONE, contracts: [{ providerAccess: '{ analyst: ["group:acme@linkstar.example"] }' }] },
  terminated: {
    ...ONE,
    contracts: [{ events: { '2026-06-01-termination.yaml': 'kind: termination\nparty: brand\non: 2026-08-31\ncause: The shop closes\n' } }],
    asOf: '2026-06-02',
  },
  'handover-over': { ...ONE, asOf: '2027-01-16' },
  transfers: {
    ...ONE,
    more: [
      'sources:',
      '  shop:',
      '    owners: ["group:data@acme.example"]',
      '    transfers:',
      '      - { kind: google_ads, customer: "4152637485", refreshDays: 7 }',
      '      - { kind: facebook_ads, clientId: "123456", clientSecret: facebookSecret, refreshToken: facebookToken }',
      '',
    ].join('\n'),
    secrets: { facebookSecret: 'app-secret', facebookToken: 'long-lived' },
  },
} as const satisfies Readonly<Record<string, StackPlace>>;

type Case = keyof typeof CASES;
const NAMES = Object.keys(CASES).filter((name): name is Case => Object.hasOwn(CASES, name));
const runs = new Map<Case, ProgramRun>();

beforeAll(async () => {
  // Two at a time: each is a process of its own.
  const waiting = [...NAMES];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) runs.set(name, await runStack(CASES[name]));
  };
  await Promise.all([work(), work()]);
}, 300_000);

function runOf(name: Case): ProgramRun {
  const run = runs.get(name);
  if (run === undefined) throw new Error(`${name} was not run`);
  return run;
}

describe('plans', () => {
  test.each(NAMES)('%s is made, and only what was not asked and the date are remarked on', (name) => {
    const { exitCode, log, printed } = runOf(name);
    const said = log.filter(({ severity }) => severity !== 'debug').map(({ text }) => text);
    const { asOf } = { asOf: '2026-05-01', ...CASES[name] };
    expect({ exitCode, said, printed }).toEqual({
      exitCode: 0,
      said: [NOT_ASKED, `This is the plan of ${asOf}, not of today: CONCORD_AS_OF is set.`],
      printed: '',
    });
  });

  test('one contract, in full', async () => {
    await expect(planText(runOf('one-contract'))).toMatchFileSnapshot('golden/one-contract.yaml');
  });

  test.each(NAMES.filter((name) => name !== 'one-contract'))('%s, by what differs from one contract', async (name) => {
    await expect(changesText(runOf('one-contract'), runOf(name))).toMatchFileSnapshot(`golden/${name}.yaml`);
  });

  test('everything is made through the stack’s own provider', () => {
    for (const name of NAMES) {
      const elsewhere = runOf(name).registrations.filter(({ type, provider }) => type !== 'pulumi:providers:gcp' && provider !== 'cloud');
      expect(elsewhere).toEqual([]);
    }
  });
});

test('secrets are told to the engine as secrets, and to nobody else', () => {
  const { log, printed, registrations, outputs } = runOf('transfers');
  const values = Object.values(CASES.transfers.secrets);
  const told = registrations.flatMap(({ inputs }) =>
    [...JSON.stringify(inputs).matchAll(/\{"secret":"([^"]*)"\}/g)].map(([, value]) => value),
  );
  expect(told.sort()).toEqual([...values].sort());
  const elsewhere = [
    ...registrations.map(({ inputs }) => JSON.stringify(inputs).replace(/\{"secret":"[^"]*"\}/g, '')),
    JSON.stringify(outputs),
    printed,
    // Pulumi's runtime itself writes every answer of the engine to its debug log, which the engine masks.
    ...log.filter(({ severity }) => severity !== 'debug').map(({ text }) => text),
  ];
  expect(values.filter((value) => elsewhere.some((text) => text.includes(value)))).toEqual([]);
});

test('without another day, today decides', async () => {
  const contracts = [
    { id: 'acme-long', term: '{ from: 2026-01-01, to: 2050-12-31 }' },
    { id: 'acme-old', term: '{ from: 2019-01-01, to: 2019-12-31 }' },
  ];
  const { exitCode, registrations, log } = await runStack({ ...ONE, contracts, asOf: null });
  expect({ exitCode, said: log.filter(({ severity }) => severity !== 'debug') }).toEqual({
    exitCode: 0,
    said: [{ severity: 'warning', text: NOT_ASKED }],
  });
  const shares = registrations.map(({ name }) => name).filter((name) => name.endsWith('/share'));
  expect(shares).toEqual(['acme-long/share']);
});

describe('before the first update', () => {
  test('what only the provider can say is left open, and nothing else differs', async () => {
    const preview = await runStack({ ...ONE, preview: true });
    const update = runOf('one-contract');
    expect(preview.exitCode).toBe(0);
    expect(preview.registrations.map(({ name }) => name).sort()).toEqual(update.registrations.map(({ name }) => name).sort());
    const inputsOf = (run: ProgramRun, name: string) => run.registrations.find((each) => each.name === name)?.inputs;
    expect(inputsOf(preview, 'concord/engine/bigquery.jobUser')).toEqual({
      project: 'acme-kpi',
      role: 'roles/bigquery.jobUser',
      member: LATER,
    });
    expect(inputsOf(preview, 'acme-us/share')).toEqual({
      ...inputsOf(update, 'acme-us/share'),
      accesses: [
        { role: 'OWNER', userByEmail: 'admin@acme.example' },
        { role: 'OWNER', userByEmail: LATER },
        ...['kpi@acme.example', 'acme@linkstar.example'].map((groupByEmail) => ({
          role: 'READER',
          groupByEmail,
          condition: {
            title: 'concord acme-us until 2027-01-15',
            description: 'The exit date of the contract, handover included',
            expression: 'request.time < timestamp("2027-01-16T05:00:00Z")',
          },
        })),
      ],
    });
  });
});

describe('the policy pack', () => {
  let pack: PolicyPackProcess;
  beforeAll(async () => {
    const settings = {
      project: 'acme-kpi',
      location: 'EU',
      repository: { id: 1001, ownerId: 2002, name: 'acme/kpi' },
      deployer: 'user:admin@acme.example',
      sources: { shop: { owners: ['group:data@acme.example'] } },
    };
    pack = await startPolicyPack({ 'concord:settings': JSON.stringify(settings) });
  });
  afterAll(() => pack.stop());

  test.each(NAMES)('%s keeps every rule', async (name) => {
    const shown = runOf(name).registrations.map(({ urn, type, name: of, wire, protect }) => ({
      urn,
      type,
      name: of,
      properties: wire,
      protect,
    }));
    const refusals: Refusal[] = [];
    for (const resource of shown) refusals.push(...(await pack.analyze(resource)));
    refusals.push(...(await pack.analyzeStack(shown)));
    expect(refusals).toEqual([]);
  });
});

test('what cannot be made is said without a stack trace, and nothing is made', async () => {
  const { exitCode, registrations, outputs, log, printed } = await runStack({ contracts: [{ providerAccess: '{ viewer: [allUsers] }' }] });
  expect(log.filter(({ severity }) => severity !== 'debug')).toEqual([
    { severity: 'warning', text: NOT_ASKED },
    {
      severity: 'error',
      text: `contracts/acme-us/contract.yaml:14:24 error access-public
  "allUsers" is everybody, or a whole domain
  14 │     access: { viewer: [allUsers] }
     │                        ^
  fix: Name a group, a person or a service account: group:kpi@acme.example, user:… or serviceAccount:….

1 error

Nothing is changed in the cloud: the contracts or the settings of stack production have errors.`,
    },
  ]);
  // 32 tells Pulumi that the reason was said.
  expect({ exitCode, made: registrations.map(({ name }) => name), outputs, printed }).toEqual({
    exitCode: 32,
    made: [],
    outputs: {},
    printed: '',
  });
});
