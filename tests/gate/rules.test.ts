import { describe, expect, it } from 'vitest';
import { isWithdrawn, judgeObjections, judgeParty } from '../../src/gate/approvals.js';
import { judgeFacts, judgeSound, judgeSubject } from '../../src/gate/complete.js';
import type { PullRequestFacts, RepositoryFacts, SettlementFacts } from '../../src/gate/facts.js';
import { judgeAppendOnly, judgeEventDates, judgePaths, judgeSeparate, judgeUpToDate } from '../../src/gate/files.js';
import { eventDate, isEngine, isOddPath, ledgerFile, outdates, ownerOf, pathsTwice } from '../../src/gate/paths.js';
import { isSettlement, judgeDeemed, judgeSettlement } from '../../src/gate/settlement.js';
import { all, any, type Judgement, type JudgementState, sight, unless } from '../../src/gate/verdict.js';
import {
  approve,
  CONTRACT,
  contractWith,
  file,
  H,
  headBy,
  minute,
  OLD,
  PEOPLE,
  policyWith,
  type Request,
  request,
  review,
  TERMS,
  told,
} from './scenario.js';

const { alice, ann, bob, carol, mallory, app } = PEOPLE;
const POLICY = policyWith();
const folder = `contracts/${CONTRACT}`;
const listed = <T>(items: readonly T[], complete = true, count: number | null = items.length) => ({ items, complete, count });
const around = (paths: readonly string[] = [], now = minute(600)): RepositoryFacts => ({ now, paths: listed(paths) });

describe('rules that stand above others', () => {
  const of = (...states: readonly JudgementState[]) =>
    states.map((state): Judgement => ({ rule: 'paths', state, with: {}, saw: [], children: [] }));

  it.each([
    [[], 'passed', 'refused'],
    [['passed', 'passed'], 'passed', 'passed'],
    [['passed', 'pending'], 'pending', 'passed'],
    [['pending', 'refused'], 'refused', 'pending'],
    [['refused', 'refused'], 'refused', 'refused'],
    [['error', 'passed'], 'error', 'error'],
    [['refused', 'error', 'pending'], 'error', 'error'],
  ] as const)('of %j: all make %s, any makes %s', (states, every, some) => {
    expect([all('twins', of(...states)).state, any('consent', of(...states)).state]).toEqual([every, some]);
  });

  it('carry what they stand on', () => {
    const children = of('passed');
    expect(all('twins', children, { a: 'b' })).toEqual({ rule: 'twins', state: 'passed', with: { a: 'b' }, saw: [], children });
    expect(any('consent', children)).toEqual({ rule: 'consent', state: 'passed', with: {}, saw: [], children });
    expect(unless('paths', 'refused', [])).toEqual({ rule: 'paths', state: 'passed', with: {}, saw: [], children: [] });
    expect(unless('paths', 'refused', [sight('draft')])).toEqual({
      rule: 'paths',
      state: 'refused',
      with: {},
      saw: [{ code: 'draft', with: {} }],
      children: [],
    });
  });
});

describe('what a path belongs to', () => {
  it.each([
    [`${folder}/contract.yaml`, 'terms'],
    [`${folder}/definitions.yaml`, 'terms'],
    [`${folder}/events/2026-03-10-x.yaml`, 'event'],
    [`${folder}/ledger/2026-01/statement.json`, 'ledger'],
    [`${folder}/notes.txt`, 'other'],
    [`${folder}/eventsx`, 'other'],
    [`${folder}/.gitattributes`, null],
    [`${folder}/a/.gitignore`, null],
    [`${folder}/CODEOWNERS`, null],
    [`${folder}/.editorconfig`, null],
    [`x/${folder}/contract.yaml`, null],
    ['contracts/ab/contract.yaml', null],
    [`contracts/${'a'.repeat(41)}/contract.yaml`, null],
    ['contracts/Acme/contract.yaml', null],
    ['contracts/workspace.yaml', null],
    ['README.md', null],
  ] as const)('%s: %s', (path, part) => {
    expect(ownerOf(path)).toEqual(part === null ? { kind: 'governance' } : { kind: 'contract', contract: CONTRACT, part });
  });

  it('says which event and which file of a ledger it is', () => {
    expect(eventDate(`${folder}/events/2026-03-10-x.yaml`)).toBe('2026-03-10');
    for (const name of [
      '2026-03-10-X.yaml',
      '2026-03-10-.yaml',
      '2026-03-10.yaml',
      '2026-03-10-x.yml',
      'a/2026-03-10-x.yaml',
      'x2026-03-10-x.yaml',
      `2026-03-10-${'x'.repeat(81)}.yaml`,
    ])
      expect(eventDate(`${folder}/events/${name}`), name).toBeNull();
    expect(eventDate('events/2026-03-10-x.yaml')).toBeNull();
    expect(ledgerFile(`${folder}/ledger/2026-01/statement.json`)).toEqual({ period: '2026-01', file: 'statement.json' });
    expect([ledgerFile(`${folder}/ledger/2026-01/a/b`), ledgerFile(`${folder}/ledger/x`), ledgerFile('ledger/2026-01/x')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('says whether an approval stands on it', () => {
    const engine = ['src/cli.ts', 'package.json', 'contracts/workspace.yaml', '.github/workflows/a.yaml', 'a/README.md', 'xdocs/a'];
    expect(engine.filter((path) => !isEngine(path))).toEqual([]);
    const prose = ['docs/a.md', 'tests/a.ts', 'bench/a', '.github/ISSUE_TEMPLATE/a.yml', 'README.md', `${folder}/contract.yaml`];
    expect(prose.filter(isEngine)).toEqual([]);
    const own = new Set([CONTRACT]);
    expect([
      outdates(`${folder}/notes.txt`, own),
      outdates('contracts/other-contract/contract.yaml', own),
      outdates('src/cli.ts', own),
      outdates('docs/a.md', own),
    ]).toEqual([true, false, true, false]);
    // rows are no program; what is no table of the data folder may be one
    const rows = ['shop/orders.csv', 'shop/orders/2026-02.CSV', 'meta/ads/2 月.xlsx', 'ga4/e.tsv.gz', 'erp/a.parquet'].map(
      (name) => `data/${name}`,
    );
    expect(rows.filter((path) => outdates(path, own))).toEqual([]);
    const others = [
      'data/orders.csv',
      'data/shop/run.js',
      'data/engine/concord.tgz',
      'data/a/b.parquet.gz',
      'xdata/a/b.csv',
      'a/data/b/c.csv',
    ];
    expect(others.filter((path) => !outdates(path, own))).toEqual([]);
    // a run measures what it has checked out: one of older rows is not the tip's
    expect(rows.filter((path) => !isEngine(path))).toEqual([]);
  });

  it.each([
    'a//b',
    './a',
    'a/../b',
    'a/.',
    '.git/config',
    'a/.GIT/x',
    'a./b',
    'a /b',
    'a/b.',
    'a\u200Bb',
    'a\\b',
    'a\nb',
    'e\u0301',
    'Contracts/acme/x',
    'a/\u2028',
    `a${'\u0301'.repeat(31)}`,
  ])('%j is odd', (path) => {
    expect(isOddPath(path)).toBe(true);
  });

  it.each(['a/b.txt', 'contracts/acme/x', '.github/a', 'a b/c', 'é', '中文/文件', 'a/..b', 'x/Contracts/y'])('%j is not', (path) => {
    expect(isOddPath(path)).toBe(false);
  });

  it('is there twice by a name with two slashes', () => {
    expect([...pathsTwice(['a/b', 'c//d', 'c///d', 'e//f'])]).toEqual(['c/d', 'e/f']);
  });
});

describe('rules of files', () => {
  const paths = (files: PullRequestFacts['files']['items'], there: readonly string[] = [], unlisted: readonly string[] = []) =>
    told(judgePaths({ ...request({ files }), unlisted }, around(there)));

  it('see links, submodules, and paths that are odd or there twice', () => {
    expect(paths([file('a', { mode: '120000' }), file('b', { mode: '160000' }), file('c')])).toEqual([
      'refused',
      'symlink path=a',
      'submodule path=b',
    ]);
    expect(paths([file('a'), file('b', { previousPath: 'c//d', status: 'renamed' })])).toEqual(['refused', 'odd-path path=c//d']);
    expect(paths([file('a')], [], ['x//y', 'z'])).toEqual(['refused', 'path-twice path=x/y']);
    expect(paths([file('a'), file('b', { mode: '100755' })])).toEqual(['passed']);
  });

  it('see names that some machine takes for one', () => {
    expect(paths([file('A.txt', { status: 'added' })], ['a.txt'])).toEqual(['refused', 'collision path=A.txt other=a.txt']);
    expect(paths([file('Dir/b', { status: 'added' })], ['dir/a'])).toEqual(['refused', 'collision path=Dir other=dir']);
    // what others have long had is not this pull request's
    expect(paths([file('z')], ['a.txt', 'A.txt'])).toEqual(['passed']);
    // gone with it, or renamed to it
    expect(paths([file('a.txt', { status: 'removed', mode: null }), file('A.txt', { status: 'added' })], ['a.txt'])).toEqual(['passed']);
    expect(paths([file('A.txt', { status: 'renamed', previousPath: 'a.txt' })], ['a.txt'])).toEqual(['passed']);
    expect(paths([file('A.txt', { status: 'copied', previousPath: 'a.txt' })], ['a.txt'])).toEqual([
      'refused',
      'collision path=A.txt other=a.txt',
    ]);
    expect(paths([file('A.txt', { status: 'removed', mode: null })], ['a.txt', 'A.txt'])).toEqual(['passed']);
  });

  it('keep a contract and the rules apart', () => {
    expect(told(judgeSeparate(request({ files: [TERMS, file('README.md')] })))).toEqual([
      'refused',
      `mixed contract=${folder}/contract.yaml governance=README.md`,
    ]);
    expect(told(judgeSeparate(request({ files: [TERMS] })))).toEqual(['passed']);
    expect(told(judgeSeparate(request({ files: [file('README.md')] })))).toEqual(['passed']);
  });

  it('let records be added only', () => {
    const path = `${folder}/events/2026-03-10-x.yaml`;
    const judged = (changes: Parameters<typeof file>[1], of = path) => told(judgeAppendOnly(request({ files: [file(of, changes)] })));
    expect(judged({ status: 'added' })).toEqual(['passed']);
    expect(judged({ status: 'modified' })).toEqual(['refused', `record-changed path=${path}`]);
    expect(judged({ status: 'added', previousPath: 'x' })).toEqual(['refused', `record-changed path=${path}`]);
    expect(judged({ status: 'renamed', previousPath: path }, 'x')).toEqual(['refused', `record-changed path=${path}`]);
    expect(judged({ status: 'modified' }, `${folder}/ledger/2026-01/statement.json`)).toHaveLength(2);
    expect(judged({ status: 'modified' }, `${folder}/contract.yaml`)).toEqual(['passed']);
  });

  it('have an event on the day in its name, give or take one, by the contract’s clock', () => {
    const judged = (date: string, status = 'added', now = minute(600), of: string = folder, timezone = 'UTC') => {
      const policy = policyWith({
        contracts: new Map([[CONTRACT, contractWith({ calendar: { every: 'month', timezone, lockAfterDays: 5, trueUpPeriods: 3 } })]]),
      });
      return told(judgeEventDates(policy, request({ files: [file(`${of}/events/${date}-x.yaml`, { status })] }), around([], now)));
    };
    for (const date of ['2026-03-09', '2026-03-10', '2026-03-11']) expect(judged(date)).toEqual(['passed']);
    for (const date of ['2026-03-08', '2026-03-12'])
      expect(judged(date)).toEqual(['pending', `event-date file=${date}-x.yaml date=${date} today=2026-03-10`]);
    expect(judged('2026-02-30', 'added', minute(-60 * 24 * 10))).toHaveLength(2);
    expect(judged('2026-01-01', 'modified')).toEqual(['passed']);
    // 18:00 in UTC is the next day in Shanghai; of a contract that is new it is UTC’s
    expect(judged('2026-03-12', 'added', minute(18 * 60), folder, 'Asia/Shanghai')).toEqual(['passed']);
    expect(judged('2026-03-12', 'added', minute(18 * 60), 'contracts/new-contract', 'Asia/Shanghai')).toHaveLength(2);
  });

  it('ask for approvals beside what stands around them now', () => {
    const judged = (changed: readonly string[], complete = true) =>
      told(judgeUpToDate({ ...request({}), changedOnDefault: listed(changed, complete) }));
    expect(judged([])).toEqual(['passed']);
    expect(judged(['docs/a.md', 'contracts/other-contract/contract.yaml'])).toEqual(['passed']);
    expect(judged(['docs/a.md', `${folder}/notes.txt`])).toEqual(['pending', `default-changed path=${folder}/notes.txt`]);
    expect(judged([], false)).toEqual(['pending', 'default-unknown']);
  });
});

describe('what a pull request is', () => {
  it('is open, no draft, of this repository, for its default branch, and changes something', () => {
    const judged = (changes: Request) => told(judgeSubject(POLICY, request(changes)));
    const { repositoryId } = POLICY;
    expect(judged({})).toEqual(['passed']);
    expect(judged({ state: 'closed' })).toEqual(['pending', 'closed state=closed']);
    expect(judged({ draft: true })).toEqual(['pending', 'draft']);
    expect(judged({ base: { repositoryId: 1, branch: 'main' } })).toEqual(['pending', 'other-repository found=1']);
    expect(judged({ base: { repositoryId, branch: 'x' } })).toEqual(['pending', 'other-branch found=x expected=main']);
    expect(judged({ files: [] })).toEqual(['pending', 'no-files']);
  });

  const facts = (changes: Partial<PullRequestFacts>, repository = around()) => told(judgeFacts({ ...request({}), ...changes }, repository));

  it('is read to the end of every list', () => {
    expect(facts({})).toEqual(['passed']);
    for (const list of ['files', 'commits', 'reviews', 'timeline'] as const) {
      const { items } = request({})[list];
      expect(facts({ [list]: { items, complete: false, count: null } })).toEqual(['error', `list-incomplete list=${list}`]);
      expect(facts({ [list]: { items, complete: true, count: items.length + 1 } })).toEqual([
        'error',
        `count-differs list=${list} count=${items.length + 1} found=${items.length}`,
      ]);
      expect(facts({ [list]: { items, complete: true, count: null } })).toEqual(['passed']);
    }
    expect(facts({}, { now: minute(0), paths: listed(['a'], false) })).toEqual(['error', 'list-incomplete list=paths']);
  });

  it('is not as long as the forge shows at most', () => {
    const files = Array.from({ length: 3000 }, (_, index) => file(`a${index}`));
    expect(facts({ files: listed(files) })).toEqual(['error', 'list-too-long list=files count=3000']);
    expect(facts({ files: listed(files.slice(1)) })).toEqual(['passed']);
    const commits = Array.from({ length: 250 }, () => ({ sha: H }));
    expect(facts({ commits: listed(commits) })).toEqual(['error', 'list-too-long list=commits count=250']);
    expect(facts({ commits: listed(commits.slice(1)) })).toEqual(['passed']);
    expect(facts({ commits: listed(commits.slice(1), true, 250) })).toEqual(['error', 'list-too-long list=commits count=250']);
  });

  it('has a head, which is its last commit', () => {
    expect(facts({ head: headBy(alice, { sha: 'x' }) })).toEqual(['error', 'no-commit-id found=x']);
    expect(facts({ head: headBy(alice, { sha: `${H}0` }) })).toEqual(['error', `no-commit-id found=${H}0`]);
    expect(facts({ commits: listed([{ sha: H }, { sha: OLD }]) })).toEqual(['error', `head-differs found=${OLD} expected=${H}`]);
    expect(facts({ commits: listed([]) })).toEqual(['error', `head-differs found=- expected=${H}`]);
  });

  it('has files of known kinds, all of which are listed', () => {
    const one = (changes: Parameters<typeof file>[1], unlisted: readonly string[] = []) =>
      facts({ files: listed([file('a', changes)]), unlisted });
    expect(one({ status: 'odd' })).toEqual(['error', 'unknown-status path=a found=odd']);
    expect(one({ status: 'renamed' })).toEqual(['error', 'unknown-status path=a found=renamed']);
    expect(one({ status: 'renamed', previousPath: 'b' })).toEqual(['passed']);
    expect(one({ mode: '100600' })).toEqual(['error', 'unknown-mode path=a found=100600']);
    expect(one({ mode: null })).toEqual(['error', 'unknown-mode path=a found=-']);
    expect(one({ mode: null, status: 'removed' })).toEqual(['passed']);
    expect(one({ mode: '100755', status: 'removed' })).toEqual(['passed']);
    expect(one({ mode: 'x', status: 'removed' })).toEqual(['error', 'unknown-mode path=a found=x']);
    expect(one({ mode: null }, ['a//'.slice(0, 3), '/a'])).toHaveLength(3);
    expect(one({}, ['b', 'c//d'])).toEqual(['error', 'not-listed path=b']);
    expect(
      one(
        {},
        Array.from({ length: 11 }, (_, index) => `f${index}`),
      ),
    ).toHaveLength(11);
  });

  it('has reviews of known kinds', () => {
    const one = (state: string, submittedAt: bigint | null = minute(1), timeline: PullRequestFacts['timeline']['items'] = []) =>
      facts({ reviews: listed([{ id: 5, user: { id: alice, kind: 'user' }, state, commit: H, submittedAt }]), timeline: listed(timeline) });
    expect(one('ODD')).toEqual(['error', 'unknown-review review=5 found=ODD']);
    for (const state of ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED']) {
      expect(one(state)).toEqual(['passed']);
      expect(one(state, null)).toEqual(['error', 'review-without-time review=5']);
    }
    expect(one('PENDING', null)).toEqual(['passed']);
    expect(one('DISMISSED')).toEqual(['error', 'dismissal-unseen review=5']);
    expect(one('DISMISSED', minute(1), [{ kind: 'review_dismissed', at: minute(2), review: 5 }])).toEqual(['passed']);
    expect(one('DISMISSED', minute(1), [{ kind: 'review_dismissed', at: minute(2), review: 6 }])).toHaveLength(2);
  });

  it('would not leave faults behind: ten are named', () => {
    const faults = Array.from({ length: 12 }, (_, index) => ({ path: 'a', line: index, code: 'x' }));
    const judged = (count: number) => told(judgeSound(request({ faults: faults.slice(0, count) })));
    expect(judged(0)).toEqual(['passed']);
    expect(judged(1)).toEqual(['refused', 'fault path=a line=0 code=x']);
    expect(judged(10)).toHaveLength(11);
    expect(judged(12).at(-1)).toBe('more-faults count=2');
    expect(judged(12)).toHaveLength(12);
  });
});

describe('a settlement', () => {
  const SETTLEMENT: SettlementFacts = { contract: CONTRACT, period: '2026-01', replay: 'same', unhandledDisputes: [] };
  const ledger = (name: string, period = '2026-01') => file(`${folder}/ledger/${period}/${name}`, { status: 'added' });
  const FILES = [ledger('statement.json'), ledger('evidence.json')];
  const head = headBy(app, { branch: `settlement/${CONTRACT}/2026-01` });
  const settled = (changes: Request = {}) => request({ files: FILES, settlement: SETTLEMENT, head, ...changes });
  const judged = (changes: Request = {}) => told(judgeSettlement(POLICY, settled(changes)));

  it('is what has a file of a ledger', () => {
    expect([
      isSettlement(settled()),
      isSettlement(request({})),
      isSettlement(request({ files: [file('x', { previousPath: `${folder}/ledger/a/b` })] })),
    ]).toEqual([true, false, true]);
  });

  it('is one period of one contract on its branch, pushed by the app, as the engine writes it', () => {
    expect(judged()).toEqual(['passed']);
    expect(judged({ settlement: null })).toEqual(['error', 'ledger-not-replayed']);
    expect(judged({ head: { ...head, branch: 'x' } })).toEqual([
      'refused',
      `ledger-elsewhere expected=settlement/${CONTRACT}/2026-01 found=x`,
    ]);
    expect(judged({ head: { ...head, repositoryId: 1 } })[1]).toContain('ledger-elsewhere');
    expect(judged({ head: headBy(mallory, { branch: head.branch }) })).toEqual(['refused', `ledger-pushed-by user=${mallory}`]);
    expect(judged({ files: [...FILES, ledger('statement.json', '2026-02')] })).toEqual([
      'refused',
      `ledger-mixed path=${folder}/ledger/2026-02/statement.json period=2026-01`,
    ]);
    expect(judged({ files: [...FILES, ledger('other.txt')] })).toEqual([
      'refused',
      `ledger-mixed path=${folder}/ledger/2026-01/other.txt period=2026-01`,
    ]);
    expect(judged({ files: [...FILES, file('contracts/other-contract/ledger/2026-01/statement.json')] })).toHaveLength(2);
    expect(judged({ files: [...FILES, TERMS] })).toHaveLength(2);
    expect(judged({ settlement: { ...SETTLEMENT, replay: 'differs' } })).toEqual(['refused', 'ledger-differs']);
  });

  it('waits for what is not known yet', () => {
    expect(judged({ head: { ...head, pushedBy: null } })).toEqual(['pending', 'ledger-pusher-unknown']);
    expect(judged({ settlement: { ...SETTLEMENT, replay: 'not-run' } })).toEqual(['pending', 'ledger-not-replayed']);
    expect(judged({ settlement: { ...SETTLEMENT, replay: 'outdated' } })).toEqual(['pending', 'ledger-outdated']);
    expect(judged({ files: [...FILES, ledger('preview.md')] })).toEqual(['pending', 'preview-there']);
    expect(judged({ head: { ...head, pushedBy: null }, settlement: { ...SETTLEMENT, replay: 'differs' } })).toEqual([
      'refused',
      'ledger-differs',
    ]);
  });

  it('is accepted by silence after the days of its contract: ready on 10 March, on the 20th', () => {
    const deemed = (changes: Request, now = minute(10 * 24 * 60), policy = POLICY) =>
      told(judgeDeemed(policy, settled(changes), around([], now)));
    expect(deemed({})).toEqual(['passed', 'silence-over since=2026-03-10 days=10']);
    expect(deemed({}, minute(10 * 24 * 60 - 1))).toEqual(['pending', 'silence-until since=2026-03-10 on=2026-03-20']);
    expect(deemed({ readySince: null })).toEqual(['pending', 'silence-unknown']);
    expect(deemed({ draft: true })).toEqual(['pending', 'silence-unknown']);
    expect(deemed({ settlement: { ...SETTLEMENT, unhandledDisputes: ['d.yaml'] } })).toEqual(['pending', 'silence-disputed file=d.yaml']);
    expect(deemed({ settlement: null })).toEqual(['refused', 'silence-waits']);
    expect(deemed({ settlement: { ...SETTLEMENT, contract: 'none' } })).toEqual(['refused', 'silence-waits']);
    const waits = policyWith({ contracts: new Map([[CONTRACT, contractWith({ acceptance: { days: 10, silence: 'waits' } })]]) });
    expect(deemed({}, minute(10 * 24 * 60), waits)).toEqual(['refused', 'silence-waits']);
    const { rule, children } = judgeDeemed(POLICY, settled({ readySince: null }), around());
    expect([rule, children]).toEqual(['deemed-accepted', []]);
    expect(judgeDeemed(POLICY, settled(), around([], minute(10 * 24 * 60)))).toMatchObject({ rule: 'deemed-accepted', children: [] });
  });
});

describe('an approval', () => {
  const list = { signatories: [alice, ann], required: 1 };
  const brand = { contract: CONTRACT, party: 'brand', list } as const;
  const judged = (changes: Request, required = 1) =>
    told(judgeParty(POLICY, request(changes), { ...brand, list: { ...list, required } }).judgement);
  const missing = `missing users=${alice} ${ann}`;

  it('counts where a person of the party gave it to exactly the head', () => {
    expect(judged({ reviews: [approve(alice)] })).toEqual(['passed', `approved user=${alice}`]);
    expect(judged({})).toEqual(['pending', missing]);
    expect(judged({ reviews: [approve(bob), approve(mallory)] })).toEqual(['pending', missing]);
    expect(judged({ reviews: [approve(alice)] }, 2)).toEqual(['pending', `approved user=${alice}`, `missing users=${ann}`]);
    expect(judged({ reviews: [approve(alice), approve(ann)] }, 2)).toEqual(['passed', `approved user=${alice}`, `approved user=${ann}`]);
    expect(judged({ reviews: [approve(alice), approve(ann)] }, 3).at(-1)).toBe('nobody-left people=2');
    expect(judged({ reviews: [approve(alice)] }, 0)[0]).toBe('pending');
  });

  it.each([
    ['of a bot', [approve(alice, { user: { id: alice, kind: 'bot' } })], {}, `approved-as-bot user=${alice}`],
    ['of the author', [approve(alice)], { author: { id: alice, kind: 'user' } }, `approved-as-author user=${alice}`],
    ['of another commit', [approve(alice, { commit: OLD })], {}, `approved-other-commit user=${alice} found=${OLD.slice(0, 12)}`],
    ['of no commit', [approve(alice, { commit: null })], {}, `approved-other-commit user=${alice} found=-`],
    [
      'before the base was changed',
      [approve(alice, { submittedAt: minute(5) })],
      {
        timeline: [
          { kind: 'base_changed', at: minute(5) },
          { kind: 'base_changed', at: minute(4) },
        ],
      },
      `approved-before-base user=${alice}`,
    ],
    [
      'before the head was overwritten',
      [approve(alice, { submittedAt: minute(5) })],
      { timeline: [{ kind: 'force_pushed', at: minute(6) }] },
      `approved-before-push user=${alice}`,
    ],
    [
      'before the party put it aside',
      [approve(alice, { submittedAt: minute(5) })],
      { timeline: [{ kind: 'put_aside', at: minute(6), by: ann }] },
      `approved-before-withdrawal user=${alice}`,
    ],
    [
      'without a time',
      [approve(alice, { submittedAt: null })],
      { timeline: [{ kind: 'force_pushed', at: minute(0) }] },
      `approved-before-push user=${alice}`,
    ],
  ] as const)('%s does not', (_, reviews, changes, flaw) => {
    const [state, first] = judged({ reviews, ...changes } as Request);
    expect([state, first]).toEqual(['pending', flaw]);
  });

  it('before a review of the party was dismissed does not, and the other party’s dismissals are its own', () => {
    const [own, other] = [review(ann, 'COMMENTED', { submittedAt: minute(1) }), review(bob, 'COMMENTED', { submittedAt: minute(1) })];
    const given = approve(alice, { submittedAt: minute(5) });
    const dismissed = (of: number) => ({
      reviews: [own, other, given],
      timeline: [{ kind: 'review_dismissed', at: minute(6), review: of } as const],
    });
    expect(judged(dismissed(own.id))[1]).toBe(`approved-before-dismissal user=${alice}`);
    expect(judged(dismissed(other.id))).toEqual(['passed', `approved user=${alice}`]);
  });

  it('after all that counts', () => {
    const timeline = [
      { kind: 'base_changed', at: minute(4) },
      { kind: 'force_pushed', at: minute(3) },
      { kind: 'put_aside', at: minute(2), by: alice },
      { kind: 'put_aside', at: minute(9), by: bob },
      { kind: 'put_aside', at: minute(9), by: null },
      { kind: 'brought_back', at: minute(9), by: alice },
    ] as const;
    expect(judged({ reviews: [approve(alice, { submittedAt: minute(5) })], timeline })).toEqual(['passed', `approved user=${alice}`]);
  });

  it('is taken back by asking for changes, and that by approving again', () => {
    const at = (state: string, minutes: number) => review(alice, state, { submittedAt: minute(minutes) });
    expect(judged({ reviews: [at('APPROVED', 1), at('CHANGES_REQUESTED', 2)] })).toEqual(['pending', missing]);
    expect(judged({ reviews: [at('CHANGES_REQUESTED', 2), at('APPROVED', 1)] })).toEqual(['pending', missing]);
    expect(judged({ reviews: [at('CHANGES_REQUESTED', 1), at('APPROVED', 2)] })[0]).toBe('passed');
    expect(judged({ reviews: [at('APPROVED', 1), at('COMMENTED', 2)] })[0]).toBe('passed');
    // of one moment the later review counts
    expect(judged({ reviews: [at('APPROVED', 1), at('CHANGES_REQUESTED', 1)] })[0]).toBe('pending');
    expect(judged({ reviews: [at('APPROVED', 1), at('CHANGES_REQUESTED', 1)].reverse() })[0]).toBe('pending');
    // one that does not count takes back neither an approval nor an objection
    expect(judged({ reviews: [at('APPROVED', 1), approve(alice, { commit: OLD, submittedAt: minute(2) })] })[0]).toBe('passed');
    const objection = request({ reviews: [at('CHANGES_REQUESTED', 1), approve(alice, { commit: OLD, submittedAt: minute(2) })] });
    expect(told(judgeObjections(POLICY, objection, ['brand', 'provider']))).toEqual(['pending', `objection user=${alice}`]);
    expect(told(judgeObjections(POLICY, objection, ['provider']))).toEqual(['passed']);
  });

  it('is asked of the people of the party alone, and not of the author', () => {
    const { judgement, verdict } = judgeParty(POLICY, request({ author: { id: alice, kind: 'user' } }), {
      ...brand,
      list: { signatories: [alice, ann, bob, ann], required: 1 },
    });
    expect(told(judgement)).toEqual(['pending', `missing users=${ann}`]);
    expect(judgement.with).toEqual({ party: 'brand', scope: CONTRACT, approved: '0', required: '1' });
    expect(verdict).toEqual({ contract: CONTRACT, party: 'brand', required: 1, approved: [], missing: [ann] });
    expect(
      judgeParty(POLICY, request({ reviews: [approve(carol)] }), {
        contract: null,
        party: 'provider',
        list: { signatories: [bob, carol], required: 1 },
      }),
    ).toMatchObject({
      judgement: { state: 'passed', with: { scope: '' } },
      verdict: { contract: null, approved: [carol], missing: [] },
    });
  });

  it('of what a party files is withdrawn while the last that it did was to put it aside', () => {
    const moves = (...timeline: PullRequestFacts['timeline']['items']) => isWithdrawn(POLICY, request({ timeline }), 'brand');
    const [aside, back] = [
      { kind: 'put_aside', at: minute(1), by: alice },
      { kind: 'brought_back', at: minute(2), by: ann },
    ] as const;
    expect([moves(), moves(aside), moves(aside, back), moves(back, aside), moves(back, { ...aside, at: minute(3) })]).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(moves({ ...aside, by: bob })).toBe(false);
  });
});
