import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contract, PartyTerms } from '../../src/contract/model.js';
import { type AccessEntry, accessIn } from '../../src/provision/access.js';
import type { AgreedContract } from '../../src/provision/agreed.js';
import { exitOf } from '../../src/provision/exit.js';
import type { Provisioning, ResourceSpec } from '../../src/provision/model.js';
import { provision } from '../../src/provision/provision.js';
import { fact, kpi, measure, metric, terms } from '../build-terms.js';
import { settings, workspace } from './sample.js';

/* Whatever contracts agree and settings say: nobody sees more than is agreed, for longer, or of another contract. */

const RUNS = 150;
const IDS = ['aaa', 'aaa-b', 'bbb', 'ccc-1'];
const DATASETS = ['shop', 'ads', 'ga4'];
const OWNERS = ['group:data@acme.example', 'user:keeper@acme.example'];

interface Drawn {
  readonly contracts: readonly AgreedContract[];
  readonly made: readonly string[];
  readonly today: string;
}

const members = (party: 'brand' | 'provider') =>
  fc.uniqueArray(
    fc
      .tuple(fc.constantFrom('group', 'user', 'serviceAccount'), fc.constantFrom('a', 'b', 'kpi', 'x.y'))
      .map(([kind, name]) => `${kind}:${name}@${party}.example`),
    { maxLength: 3 },
  );

const party = (name: 'brand' | 'provider'): fc.Arbitrary<PartyTerms> =>
  fc.record({ analyst: members(name), viewer: members(name) }).map((access) => ({ name, signatories: [name], required: 1, access }));

const contractOf = (id: string): fc.Arbitrary<AgreedContract> =>
  fc
    .record({
      brand: party('brand'),
      provider: party('provider'),
      stage: fc.constantFrom<Contract['stage']>('live', 'live', 'ended'),
      tables: fc.uniqueArray(fc.tuple(fc.constantFrom(...DATASETS), fc.constantFrom('one', 'two')), {
        minLength: 1,
        maxLength: 3,
        selector: ([dataset, table]) => `${dataset}.${table}`,
      }),
      asView: fc.boolean(),
      handoverDays: fc.option(fc.nat(40), { nil: null }),
      zone: fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York'),
      to: fc.constantFrom('2026-03-31', '2026-12-31'),
    })
    .map(({ brand, provider, stage, tables, asView, handoverDays, zone, to }) => {
      const names = tables.map(([dataset, table]) => `${dataset}.${table}`);
      const facts = names.map((name, index) =>
        fact(`f${index}`, {
          source: asView ? { view: `v${index}` } : { table: name },
          freshness: { table: 'loads.log', column: 'at', where: null },
        }),
      );
      const base = terms({
        id,
        zone,
        term: { from: '2026-01-01', to },
        kpis: [kpi('k', 'gmv')],
        definitions: {
          facts,
          measures: facts.map(({ id: of }) => measure(`m_${of}`, of, { sum: 'amount' })),
          metrics: [metric('gmv', facts.map(({ id: of }) => `m_${of}`).join(' + '))],
          views: asView
            ? names.map((name, index) => ({ name: `v${index}`, duckdb: null, bigquery: `SELECT * FROM \`${name}\` AS t` }))
            : [],
        },
      });
      const exit = handoverDays === null ? null : { noticeDays: 30, handoverDays, checklist: ['data_export'] };
      const contract: Contract = { ...base.contract, stage, exit, parties: { brand, provider } };
      return { folder: { id, stage, terms: { ...base, contract }, events: [] }, texts: new Map<string, string>() };
    });

const drawn: fc.Arbitrary<Drawn> = fc.subarray(IDS, { minLength: 1 }).chain((ids) =>
  fc.record({
    contracts: fc.tuple(...ids.map(contractOf)),
    made: fc.subarray(DATASETS),
    today: fc.constantFrom('2026-01-01', '2026-03-31', '2026-04-20', '2026-12-31', '2027-01-20', '2027-03-01'),
  }),
);

function planOf({ contracts, made, today }: Drawn): Provisioning {
  const sources = made.map((dataset) => `  ${dataset}: { owners: ${JSON.stringify(OWNERS)} }\n`).join('');
  const found = provision(workspace(), contracts, settings(made.length === 0 ? '' : `sources:\n${sources}`), () => today);
  expect(found.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  return found;
}

const always = (holds: (state: Drawn, found: Provisioning) => void) =>
  fc.assert(
    fc.property(drawn, (state) => holds(state, planOf(state))),
    { numRuns: RUNS },
  );

const isMember = ({ who }: AccessEntry) => /@(brand|provider)\.example$/.test(who);
const named = ({ folder }: AgreedContract, role?: 'analyst') => {
  const { brand, provider } = folder.terms.contract.parties;
  return [brand, provider].flatMap(({ access }) => (role === undefined ? [...access.analyst, ...access.viewer] : access[role]));
};
const byId = (contracts: readonly AgreedContract[], id: string): AgreedContract => {
  const found = contracts.find(({ folder }) => folder.id === id);
  if (found === undefined) throw new Error(`no contract ${id}`);
  return found;
};
/** Service accounts read back as users, since BigQuery keeps no difference: their address is what counts. */
const address = (who: string) => who.slice(who.indexOf(':') + 1);
const exitIn = ({ folder }: AgreedContract, today: string) => exitOf(folder.terms.contract, folder.events, today);

describe('no contract ever yields a grant', () => {
  test('to a member it does not name, or of facts to one it does not name as analyst', () => {
    always(({ contracts }, { specs }) => {
      for (const entry of accessIn(specs).filter(isMember)) {
        expect(entry.contract).not.toBeNull();
        const contract = byId(contracts, entry.contract ?? '');
        const facts = entry.on.endsWith('/facts') || entry.right === 'runs';
        expect(named(contract, facts ? 'analyst' : undefined).map(address)).toContain(address(entry.who));
        expect(['reader', 'runs']).toContain(entry.right);
      }
    });
  });

  test('without expiry, or beyond the exit date', () => {
    always(({ contracts, today }, { specs }) => {
      for (const entry of accessIn(specs).filter(isMember)) {
        const exit = exitIn(byId(contracts, entry.contract ?? ''), today);
        expect([entry.expiresAt, exit.state === 'over']).toEqual([exit.expiresAt, false]);
      }
    });
  });

  test('on another contract’s data', () => {
    always(({ contracts }, { specs }) => {
      for (const entry of accessIn(specs).filter(isMember)) {
        if (entry.right === 'reader') expect([`${entry.contract}/share`, `${entry.contract}/facts`]).toContain(entry.on);
      }
      for (const spec of specs) {
        if (spec.type !== 'gcp:bigquery/table:Table' || spec.contract === null) continue;
        const query = queryOf(spec);
        const [, kind] = /^[^/]+\/(share|facts)\//.exec(spec.name) ?? [];
        const tables = tablesOf(byId(contracts, spec.contract));
        if (kind === 'share') expect(query.endsWith(`\nWHERE contract = '${spec.contract}'`)).toBe(true);
        else expect(tables.some((table) => query.includes(table))).toBe(true);
      }
    });
  });

  test('on raw data, to anybody whom the settings do not make their owner', () => {
    always(({ contracts, made, today }, { specs }) => {
      const allowed = new Set(['user:admin@acme.example', 'concord/deploy', 'concord/engine', ...OWNERS]);
      for (const entry of accessIn(specs)) {
        const dataset = rawDataset(entry.on);
        if (dataset === null) continue;
        if (entry.right === 'views') {
          const contract = byId(contracts, entry.who.replace(/\/facts$/, ''));
          const reads = tablesOf(contract).some((table) => table.startsWith(`${dataset}.`));
          expect([entry.who, reads, exitIn(contract, today).state === 'over', named(contract, 'analyst').length > 0]).toEqual([
            `${contract.folder.id}/facts`,
            true,
            false,
            true,
          ]);
        } else expect([...allowed]).toContain(entry.who);
        // A dataset that was there before gets what is needed to read it, and no more.
        if (!made.includes(dataset)) expect(['reader', 'views']).toContain(entry.right);
      }
    });
  });
});

test('what is granted is what the specs grant, no less and no more', () => {
  always((_, { specs, grants }) => {
    const given = accessIn(specs)
      .filter((entry) => isMember(entry) && entry.right === 'reader')
      .map(({ who, on, expiresAt }) => [address(who), on, expiresAt].join(' '));
    const agreed = new Set(
      grants.map(({ member, contract, what, expiresAt }) =>
        [address(member), `${contract}/${what.kind === 'results' ? 'share' : 'facts'}`, expiresAt].join(' '),
      ),
    );
    expect([...new Set(given)].sort()).toEqual([...agreed].sort());
  });
});

test('a contract’s own resources do not depend on the other contracts', () => {
  always((state, { specs }) => {
    for (const contract of state.contracts) {
      const own = (all: readonly ResourceSpec[]) => all.filter((spec) => spec.contract === contract.folder.id);
      const alone = planOf({ ...state, contracts: [contract] });
      expect(
        own(specs)
          .map(({ name }) => name)
          .sort(),
      ).toEqual(
        own(alone.specs)
          .map(({ name }) => name)
          .sort(),
      );
    }
  });
});

test('one dataset is one spec, and has one kind of access resource', () => {
  always((_, { specs }) => {
    const names = specs.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const inline = specs.filter(({ type }) => type === 'gcp:bigquery/dataset:Dataset').map(({ inputs }) => inputs.datasetId);
    expect(new Set(inline).size).toBe(inline.length);
    const added = specs.filter(({ type }) => type === 'gcp:bigquery/datasetAccess:DatasetAccess').map(({ inputs }) => inputs.datasetId);
    expect(added.filter((dataset) => inline.includes(dataset))).toEqual([]);
  });
});

test('any text in place of a member ends in its grant or in an issue, never in a plan with something else', () => {
  fc.assert(
    fc.property(contractOf('aaa'), fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (agreed, text) => {
      const { terms: own } = agreed.folder;
      const brand: PartyTerms = { ...own.contract.parties.brand, access: { analyst: [text], viewer: [] } };
      const contract: Contract = { ...own.contract, parties: { ...own.contract.parties, brand } };
      const changed = { ...agreed, folder: { ...agreed.folder, terms: { ...own, contract } } };
      const found = provision(workspace(), [changed], settings(), () => '2026-02-01');
      if (found.issues.some(({ severity }) => severity === 'error')) expect(found.specs).toEqual([]);
      else expect(text).toMatch(/^(user|group|serviceAccount):[^@\s]+@[^@\s]+$/);
    }),
    { numRuns: 300 },
  );
});

function queryOf({ inputs }: ResourceSpec): string {
  const { view } = inputs;
  return typeof view === 'object' && 'query' in view && typeof view.query === 'string' ? view.query : '';
}

function tablesOf({ folder }: AgreedContract): string[] {
  const { facts, views } = folder.terms.definitions;
  return facts.map(({ source }) =>
    'table' in source ? source.table : (/`([^`]+)`/.exec(views.find(({ name }) => name === source.view)?.bigquery ?? '')?.[1] ?? ''),
  );
}

/** The raw dataset that an entry is on; null for what Concord makes for results. */
function rawDataset(on: string): string | null {
  return /^raw_data\/(\w+)$/.exec(on)?.[1] ?? /^acme-kpi\.(\w+)$/.exec(on)?.[1] ?? null;
}
