import { describe, expect, it } from 'vitest';
import { filerOf, judgeFiledAlone } from '../../src/gate/alone.js';
import { decide, isMergedByApp } from '../../src/gate/decide.js';
import type { PullRequestFacts } from '../../src/gate/facts.js';
import { isFormPage, judgeForms } from '../../src/gate/listed-forms.js';
import { buildPolicy, partyOf, speakersOf } from '../../src/gate/policy.js';
import { isAnythingAstray, judgeRestored } from '../../src/gate/restored.js';
import { readRuleset, rulesetDrift } from '../../src/gate/rulesets.js';
import { scopesOf } from '../../src/gate/scope.js';
import { straysIn } from '../../src/gate/strays.js';
import type { Verdict } from '../../src/gate/verdict.js';
import {
  bothApprove,
  CONTRACT,
  contractWith,
  decideOn,
  event,
  file,
  headBy,
  minute,
  newContract,
  OLD,
  PEOPLE,
  policySource,
  policyWith,
  type Request,
  request,
  review,
  TERMS,
  told,
  userBy,
  WORKSPACE,
} from './scenario.js';

const { alice, ann, bob, carol, mallory, app } = PEOPLE;
const POLICY = policyWith();
const folder = `contracts/${CONTRACT}`;
const bot = { id: app, kind: 'bot' as const };

describe('what a party files alone', () => {
  const PAID = { kind: 'payment', party: 'brand', amount: 10, on: '2026-03-10', reference: 'r' };
  const name = '2026-03-10-x.yaml';
  const path = `${folder}/events/${name}`;
  const filing = (changes: Request = {}) => request({ files: [event(PAID)], author: userBy(alice), head: headBy(alice), ...changes });
  const judged = (changes: Request = {}, now = minute(600), policy = POLICY) => told(judgeFiledAlone(policy, filing(changes), { now }));

  it('needs nobody else', () => {
    const filed = judgeFiledAlone(POLICY, filing(), { now: minute(600) });
    expect(told(filed)).toEqual(['passed', `alone-filed file=${name} kind=payment user=${alice} party=brand`]);
    expect([filed.rule, filed.children.map(({ rule, state }) => `${rule} ${state}`)]).toEqual(['filed-alone', ['objections passed']]);
  });

  it('waits where somebody of the party objects', () => {
    expect(judged({ reviews: [review(ann, 'CHANGES_REQUESTED')] })[0]).toBe('pending');
    expect(judged({ reviews: [review(bob, 'CHANGES_REQUESTED')] })[0]).toBe('passed');
  });

  it.each([
    ['terms', [TERMS], `alone-other-files path=${folder}/contract.yaml`],
    ['a changed event', [{ ...event(PAID), status: 'modified' }], `alone-other-files path=${path}`],
    ['a renamed one', [{ ...event(PAID), previousPath: 'x' }], `alone-other-files path=${path}`],
    [
      'an event of a contract that is not known',
      [{ ...event(PAID), path: `contracts/none-such/events/${name}` }],
      `alone-other-files path=contracts/none-such/events/${name}`,
    ],
    ['rules', [file('README.md', { status: 'added' })], 'alone-other-files path=README.md'],
    ['no event at all', [{ ...event(PAID), text: 'a: [' }], `alone-unreadable path=${path}`],
    ['one without a text', [{ ...event(PAID), text: null }], `alone-unreadable path=${path}`],
    ['one of the other party', [event({ ...PAID, party: 'provider' })], `alone-not-own path=${path} user=${alice}`],
    [
      'what both must agree on',
      [event({ kind: 'correction', party: 'brand', period: '2026-02', line: 'base', amount: 5, reason: 'r' })],
      'alone-kind kind=correction',
    ],
  ] as const)('is refused: %s', (what, files, sight) => {
    expect(judged({ files }), what).toEqual(['refused', sight]);
  });

  it('is of today or before, by the contract’s clock', () => {
    const tomorrow = '2026-03-11-x.yaml';
    expect(judged({ files: [event({ ...PAID, on: '2026-03-10' }, tomorrow)] })).toEqual([
      'refused',
      `alone-tomorrow file=${tomorrow} date=2026-03-11 today=2026-03-10`,
    ]);
    expect(judged({ files: [event({ ...PAID, on: '2026-03-10' }, tomorrow)] }, minute(24 * 60))[0]).toBe('passed');
  });

  it('is filed by a person of the party, or by who sent the form that the app has opened', () => {
    const filer = (changes: Request) => filerOf(POLICY, filing(changes));
    expect(filer({})).toBe(alice);
    expect(filer({ author: { id: alice, kind: 'bot' } })).toBeNull();
    expect(filer({ author: null })).toBeNull();
    const byApp = { author: bot, head: headBy(app), formAuthor: userBy(alice) };
    expect(filer(byApp)).toBe(alice);
    expect(filer({ ...byApp, formAuthor: null })).toBeNull();
    expect(filer({ ...byApp, formAuthor: { id: alice, kind: 'bot' } })).toBeNull();
    expect(filer({ ...byApp, head: headBy(alice) })).toBeNull();
    expect(filer({ ...byApp, author: null })).toBeNull();
    expect(
      filerOf(policyWith({ appUserId: null }), filing({ ...byApp, author: null, head: { ...headBy(app), pushedBy: null } })),
    ).toBeNull();
    expect(judged(byApp)[0]).toBe('passed');
    expect(judged({ author: null })).toEqual(['refused', 'alone-no-filer', `alone-not-own path=${path} user=`]);
    expect(judged({ author: userBy(mallory), head: headBy(mallory) })).toEqual(['refused', `alone-not-own path=${path} user=${mallory}`]);
  });

  it('is pushed by the party alone, or by the app', () => {
    const pushed = (...by: readonly number[]) => judged({ head: { ...headBy(alice), pushers: by.map(userBy) } });
    expect(pushed(alice, ann, app)[0]).toBe('passed');
    expect(pushed(alice, bob, mallory, bob)).toEqual(['refused', `alone-other-pusher user=${bob}`, `alone-other-pusher user=${mallory}`]);
    expect(judged({ head: { ...headBy(alice), pushers: null } })).toEqual(['refused', 'alone-pusher-unknown']);
    expect(judged({ head: { ...headBy(alice), pushedBy: null } })).toEqual(['refused', 'alone-pusher-unknown']);
    expect(judged({ head: headBy(bob) })).toEqual(['refused', `alone-other-pusher user=${bob}`]);
    expect(judged({ author: bot, head: { ...headBy(app), pushers: [userBy(bob)] }, formAuthor: userBy(alice) })[0]).toBe('passed');
  });

  it('is not withdrawn', () => {
    expect(judged({ timeline: [{ kind: 'put_aside', at: minute(1), by: ann }] })).toEqual(['refused', 'alone-withdrawn party=brand']);
  });

  it('is not more than a hundred at once', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => event(PAID, `2026-03-10-x${index}.yaml`));
    expect(judged({ files: many(100) })[0]).toBe('passed');
    expect(judged({ files: many(101) }).slice(0, 2)).toEqual(['refused', 'alone-too-many count=101 most=100']);
  });
});

describe('whom a pull request affects', () => {
  const scopes = (files: PullRequestFacts['files']['items'], policy = POLICY) => {
    const found = scopesOf(policy, request({ files }));
    return [
      ...found.scopes.map(
        ({ contract, party, list }) => `${contract ?? 'rules'} ${party} ${list.required} of ${list.signatories.join(' ')}`,
      ),
      ...found.problems.map(({ code, with: params }) => [code, ...Object.values(params)].join(' ')),
    ];
  };
  const known = (contract: string) => [`${contract} brand 1 of ${alice} ${ann}`, `${contract} provider 1 of ${bob} ${carol}`];
  const proposal = (text: string | null, changes = {}) =>
    file('contracts/new-contract/contract.yaml', { status: 'added', text, ...changes });

  it('is the parties of each contract of which a file changes, both names of a rename counted, or the approvers of the rules', () => {
    expect(scopes([TERMS])).toEqual(known(CONTRACT));
    expect(scopes([TERMS, file(`${folder}/definitions.yaml`)])).toEqual(known(CONTRACT));
    expect(scopes([file(`${folder}/a`, { status: 'renamed', previousPath: 'contracts/other-contract/a' })])).toEqual([
      ...known('other-contract'),
      ...known(CONTRACT),
    ]);
    expect(scopes([file('README.md')])).toEqual(known('rules'));
    expect(scopes([TERMS, file('x', { status: 'renamed', previousPath: 'README.md' })])).toEqual([...known(CONTRACT), ...known('rules')]);
    expect(scopes([])).toEqual([]);
  });

  it('is, of a new contract, the parties that it names and the approvers of the rules', () => {
    expect(scopes([file('contracts/new-contract/definitions.yaml'), proposal(newContract(['alice'], ['bob']))])).toEqual([
      `new-contract brand 1 of ${alice}`,
      `new-contract provider 1 of ${bob}`,
      ...known('rules'),
    ]);
  });

  it('is not known where a new contract cannot be read or names strangers, or one person for both', () => {
    const problems = (given: ReturnType<typeof proposal>) => scopes([given]).filter((each) => each.startsWith('new-contract-'));
    expect(problems(proposal(null))).toEqual(['new-contract-unreadable contracts/new-contract/contract.yaml']);
    expect(problems(proposal('a: ['))).toEqual(['new-contract-unreadable contracts/new-contract/contract.yaml']);
    expect(problems(proposal(newContract(['alice'], ['bob']), { status: 'removed' }))).toEqual([
      'new-contract-unreadable contracts/new-contract/contract.yaml',
    ]);
    expect(scopes([file('contracts/new-contract/x', { text: newContract(['alice'], ['bob']) })])[2]).toBe(
      'new-contract-unreadable contracts/new-contract/contract.yaml',
    );
    expect(problems(proposal(newContract(['alice', 'zoe'], ['bob'])))).toEqual(['new-contract-stranger new-contract zoe']);
    expect(problems(proposal(newContract(['constructor'], ['bob'])))).toEqual([
      'new-contract-stranger new-contract constructor',
      'new-contract-required new-contract brand',
    ]);
    expect(problems(proposal(newContract(['carol'], ['bob'])))).toEqual(['new-contract-both new-contract carol']);
    expect(problems(proposal(newContract(['alice'], ['bob', 'alice'])))).toEqual([
      'new-contract-both new-contract alice',
      'new-contract-both new-contract alice',
    ]);
  });
});

describe('the policy', () => {
  const problems = (changes: Parameters<typeof policySource>[0]) => {
    const built = buildPolicy(policySource(changes));
    const text = (each: { code: string; with: Readonly<Record<string, string>> }) => [each.code, ...Object.values(each.with)].join(' ');
    return {
      none: built.policy === null,
      problems: built.problems.map(text),
      own: [...built.contractProblems].map(([id, found]) => `${id}: ${found.map(text).join(', ')}`),
    };
  };
  const signed = (brand: readonly string[], provider: readonly string[], required?: number) =>
    contractWith({
      parties: {
        brand: { name: 'B', signatories: brand, ...(required === undefined ? {} : { required }) },
        provider: { name: 'A', signatories: provider },
      },
    });

  it('has everybody who speaks for a party, in any list', () => {
    const policy = policyWith({ workspace: { ...WORKSPACE, governance: { brand: ['alice'], provider: ['bob'] } } });
    expect([...speakersOf(policy, 'brand')]).toEqual([alice, ann]);
    expect([partyOf(policy, ann), partyOf(policy, carol), partyOf(policy, mallory), partyOf(policy, null)]).toEqual([
      'brand',
      'provider',
      null,
      null,
    ]);
    expect(policy.contracts[0]).toMatchObject({
      id: CONTRACT,
      timezone: 'UTC',
      duties: [
        { id: 'creatives', owes: 'brand' },
        { id: 'report', owes: 'provider' },
      ],
    });
  });

  it('is none without a workspace, or where its lists do not say who decides', () => {
    expect(problems({ workspace: null })).toEqual({ none: true, problems: ['policy-missing contracts/workspace.yaml'], own: [] });
    const governed = (brand: readonly string[], provider: readonly string[]) =>
      problems({ workspace: { ...WORKSPACE, governance: { brand, provider } } });
    expect(governed(['alice'], ['zoe', 'bob']).problems).toEqual(['policy-unknown-person zoe governance']);
    expect(governed([], ['bob']).problems).toEqual(['policy-nobody brand governance']);
    expect(governed(['alice'], ['bob', 'alice']).problems).toEqual([`policy-both-parties ${alice}`]);
    expect(governed(['alice', 'carol'], ['bob']).problems).toEqual([`policy-both-parties ${carol}`]);
    expect(governed(['alice'], ['bob'])).toEqual({ none: false, problems: [], own: [] });
  });

  it('leaves a contract out that has problems of its own, and goes on', () => {
    const contracts = (own: ReturnType<typeof signed> | null) =>
      problems({
        contracts: new Map([
          [CONTRACT, own],
          ['other-contract', contractWith()],
        ]),
      });
    expect(contracts(null)).toEqual({ none: false, problems: [], own: [`${CONTRACT}: policy-missing ${folder}/contract.yaml`] });
    const lacking = signed(['alice', 'ann'], ['bob'], 2);
    expect(contracts(lacking).own).toEqual([]);
    const strange = { ...lacking, parties: { ...lacking.parties, brand: { ...lacking.parties.brand, signatories: ['zoe', 'alice'] } } };
    expect(contracts(strange).own).toEqual([
      `${CONTRACT}: policy-unknown-person zoe ${CONTRACT}, policy-too-many-required brand ${CONTRACT} 2 1`,
    ]);
    const none = { ...lacking, parties: { ...lacking.parties, brand: { ...lacking.parties.brand, required: 0 } } };
    expect(contracts(none).own).toEqual([`${CONTRACT}: policy-too-many-required brand ${CONTRACT} 0 2`]);
  });

  it('decides nothing where there is none: an error that says why', () => {
    const facts = {
      repository: { now: minute(600), paths: { items: [], complete: true, count: 0 } },
      pullRequest: request({}),
      sameHead: [],
    };
    const verdict = (given: Parameters<typeof decide>[0]): [Verdict['state'], Verdict['basis'], number, string[]] => {
      const { state, basis, parties, judgement } = decide(given, facts);
      return [state, basis, parties.length, judgement.children.flatMap((each) => [each.rule, ...told(each)])];
    };
    expect(verdict({ policy: null, problems: [] })).toEqual(['error', null, 0, ['policy', 'error', 'policy-missing file=-']]);
    expect(verdict({ policy: POLICY, problems: [{ code: 'policy-nobody', with: { party: 'brand', where: 'x' } }] })).toEqual([
      'error',
      null,
      0,
      ['policy', 'error', 'policy-nobody party=brand where=x'],
    ]);
  });
});

describe('pull requests of one commit', () => {
  const twin = (changes: Request = {}) => request({ ...changes, number: 8 } as Request);
  const twins = (other: PullRequestFacts, own = request({ reviews: bothApprove() })) => {
    const verdict = decideOn(own, { sameHead: [other] });
    const found = verdict.judgement.children.find(({ rule }) => rule === 'twins');
    return [verdict.state, ...(found?.children ?? []).flatMap(told)];
  };

  it('are decided together: the worst counts', () => {
    expect(twins(twin({ reviews: bothApprove() }))).toEqual(['success', 'passed']);
    expect(twins(twin())).toEqual(['pending', 'pending', 'twin number=8']);
    expect(twins(twin({ files: [TERMS, file('README.md')], reviews: bothApprove() }))).toEqual(['failure', 'refused', 'twin number=8']);
  });

  it('do not decide where they were read at another time', () => {
    const other = { ...twin(), head: headBy(mallory, { sha: OLD }) };
    expect(twins(other)).toEqual(['error', 'error', `head-differs found=${OLD} expected=${'a'.repeat(40)}`]);
  });

  it('are no twins of themselves, and of none that the app merges', () => {
    expect(twins(request({}))).toEqual(['success']);
    const merged = (changes: Request, basis: Verdict['basis'], policy = POLICY) => isMergedByApp(policy, request(changes), basis);
    const settlement = { contract: CONTRACT, period: '2026-01', replay: 'same', unhandledDisputes: [] } as const;
    expect([merged({}, 'filed-alone'), merged({}, 'forms'), merged({}, 'both-parties'), merged({}, null)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([
      merged({ author: bot, settlement }, null),
      merged({ author: bot }, null),
      merged({ settlement }, null),
      merged({ author: null, settlement }, null),
    ]).toEqual([true, false, false, false]);
    expect(merged({ author: null, settlement }, null, policyWith({ appUserId: null }))).toBe(false);
  });
});

describe('what is put back', () => {
  const policy = {
    ...POLICY,
    unagreed: [
      { path: `${folder}/contract.yaml`, agreed: 'good' },
      { path: `${folder}/definitions.yaml`, agreed: null },
    ],
  };
  const strays = [{ path: `${folder}/events/2026-01-01-x.yaml`, agreed: null }];
  const restored = (files: PullRequestFacts['files']['items'], given = policy, found: PullRequestFacts['strays'] = []) =>
    told(judgeRestored(given, request({ files, strays: found })));
  const contract = file(`${folder}/contract.yaml`, { sha: 'good' });
  const definitions = file(`${folder}/definitions.yaml`, { status: 'removed' });

  it('is all of a text, byte for byte', () => {
    expect(restored([contract, definitions])).toEqual(['passed', 'restored']);
    expect(restored([contract])).toEqual(['refused', `not-restored path=${folder}/definitions.yaml`]);
    expect(restored([{ ...contract, sha: 'bad' }, definitions])).toEqual(['refused', `not-restored path=${folder}/contract.yaml`]);
    expect(restored([contract, { ...definitions, status: 'modified', sha: 'x' }])).toEqual([
      'refused',
      `not-restored path=${folder}/definitions.yaml`,
    ]);
    expect(restored([contract, definitions, file('README.md')])).toEqual(['refused', 'not-restored path=README.md']);
    expect(restored([])).toEqual(['refused', 'not-restored path=-']);
  });

  it('may be moved there from where it should not be', () => {
    expect(
      restored([file(`${folder}/contract.yaml`, { status: 'renamed', previousPath: `${folder}/definitions.yaml`, sha: 'good' })]),
    ).toEqual(['passed', 'restored']);
    expect(
      restored([file(`${folder}/contract.yaml`, { status: 'copied', previousPath: `${folder}/definitions.yaml`, sha: 'good' })])[0],
    ).toBe('refused');
  });

  it('is the workspace as one text, and each record for itself', () => {
    const workspace = { ...POLICY, unagreed: [{ path: 'contracts/workspace.yaml', agreed: 'w' }] };
    expect(restored([file('contracts/workspace.yaml', { sha: 'w' })], workspace)).toEqual(['passed', 'restored']);
    const record = file(`${folder}/events/2026-01-01-x.yaml`, { status: 'removed' });
    expect(restored([record], policy, strays)).toEqual(['passed', 'restored']);
    expect(restored([record])).toEqual(['refused', `not-restored path=${record.path}`]);
    expect([
      isAnythingAstray(POLICY, request({})),
      isAnythingAstray(policy, request({})),
      isAnythingAstray(POLICY, request({ strays })),
    ]).toEqual([false, true, true]);
  });

  it('is nothing of a contract that nobody agreed to, nor what is in doubt', () => {
    const both = { state: 'success', basis: 'both-parties', judgement: { children: [] } } as unknown as Verdict;
    const [contractPath, lost, odd, ledger] = [
      `${folder}/contract.yaml`,
      `${folder}/events/2026-01-01-a.yaml`,
      `${folder}/events/2026-01-02-b.yaml`,
      `${folder}/ledger/2026-01/statement.json`,
    ];
    const merged = { number: 1, mergedAt: 0n, mergeCommit: 'm', head: 'h', landed: true, reached: true, verdict: both };
    const came = {
      ...merged,
      touched: new Set([contractPath, lost]),
      added: new Set([lost]),
      files: new Map([
        [contractPath, '1'],
        [lost, 'e'],
      ]),
    };
    const record = {
      files: new Map([
        [contractPath, '1'],
        [odd, 'x'],
        [ledger, 's'],
      ]),
      counted: new Set<string>(),
      merged: [came],
    };
    expect(straysIn(record, new Set())).toEqual([
      { path: odd, agreed: null },
      { path: lost, agreed: 'e' },
      { path: ledger, agreed: null },
    ]);
    expect(straysIn(record, new Set([odd, ledger]))).toEqual([{ path: lost, agreed: 'e' }]);
    expect(straysIn({ ...record, merged: [] }, new Set())).toEqual([]);
  });
});

describe('issue forms', () => {
  const page = '.github/ISSUE_TEMPLATE/01-payment.yml';
  const forms = (changes: Request = {}) =>
    judgeForms(
      POLICY,
      request({ author: bot, head: headBy(app, { branch: 'forms' }), files: [file(page)], writtenForms: [page], ...changes }),
    );

  it('are written by the app, on its own branch, as the engine writes them', () => {
    expect(told(forms())).toEqual(['passed', 'forms-written']);
    expect(forms().children.map(({ rule }) => rule)).toEqual(['objections']);
    for (const changes of [
      { author: userBy(alice) },
      { author: null },
      { head: headBy(alice, { branch: 'forms' }) },
      { head: headBy(app, { branch: 'x' }) },
      { head: headBy(app, { branch: 'forms', repositoryId: 1 }) },
    ])
      expect(told(forms(changes))).toEqual(['refused', 'forms-not-app']);
    const withoutApp = judgeForms(
      policyWith({ appUserId: null }),
      request({ author: null, head: { ...headBy(app, { branch: 'forms' }), pushedBy: null }, files: [file(page)], writtenForms: [page] }),
    );
    expect(told(withoutApp)).toEqual(['refused', 'forms-not-app']);
  });

  it('are nothing else', () => {
    expect(told(forms({ writtenForms: [] }))).toEqual(['refused', `forms-differ path=${page}`]);
    expect(told(forms({ writtenForms: null }))).toEqual(['refused', `forms-differ path=${page}`]);
    expect(told(forms({ writtenForms: null, files: [] }))).toEqual(['refused', 'forms-differ path=-']);
    expect(told(forms({ files: [file(page, { previousPath: 'x' })] }))).toEqual(['refused', `forms-differ path=${page}`]);
    expect(told(forms({ files: [file(page, { status: 'removed' })] }))).toEqual(['refused', `forms-differ path=${page}`]);
  });

  it('wait where somebody objects', () => {
    expect(forms({ reviews: [review(bob, 'CHANGES_REQUESTED')] })).toMatchObject({ rule: 'forms', state: 'pending' });
  });

  it('have pages of one name', () => {
    expect(
      [
        page,
        `x/${page}`,
        `${page}.bak`,
        '.github/ISSUE_TEMPLATE/1-a.yml',
        '.github/ISSUE_TEMPLATE/01-A.yml',
        '.github/ISSUE_TEMPLATE/01-.yml',
      ].map(isFormPage),
    ).toEqual([true, false, false, false, false, false]);
  });
});

describe('a ruleset', () => {
  const rules = (...types: readonly object[]) => JSON.stringify({ name: 'r', rules: types });
  const needsApp = (text: string) => readRuleset(text, null)?.needsApp;
  const checks = (...contexts: readonly string[]) => ({
    type: 'required_status_checks',
    parameters: { required_status_checks: contexts.map((context) => ({ context })) },
  });

  it('needs the app where it alone may pass', () => {
    expect([
      needsApp(rules({ type: 'creation' })),
      needsApp(rules({ type: 'update' })),
      needsApp(rules({ type: 'deletion' })),
      needsApp(rules()),
    ]).toEqual([true, true, false, false]);
    expect([
      needsApp(rules(checks('tests'))),
      needsApp(rules(checks('concord/both-parties'))),
      needsApp(rules({ ...checks('tests'), type: 'other' })),
    ]).toEqual([true, false, false]);
    expect([
      needsApp(rules({ type: 'required_status_checks' })),
      needsApp(rules({ type: 'required_status_checks', parameters: {} })),
    ]).toEqual([false, false]);
    for (const text of ['{', '[]', '{"name":"r"}', '{"rules":[]}', '{"name":1,"rules":[]}']) expect(readRuleset(text, null)).toBeNull();
  });

  it('has the app put in, where there is one', () => {
    const read = readRuleset(rules(checks('concord/both-parties', 'tests'), { type: 'deletion' }), 7);
    expect(read?.body.rules).toEqual([
      {
        type: 'required_status_checks',
        parameters: { required_status_checks: [{ integration_id: 7, context: 'concord/both-parties' }, { context: 'tests' }] },
      },
      { type: 'deletion' },
    ]);
    expect(read?.body.bypass_actors).toEqual([{ actor_id: 7, actor_type: 'Integration', bypass_mode: 'always' }]);
    expect(readRuleset(rules({ type: 'deletion' }), 7)?.body.bypass_actors).toBeUndefined();
  });

  it('drifts where the forge has less, or something else', () => {
    const wanted = {
      name: 'r',
      needsApp: false,
      body: { name: 'r', target: 'branch', rules: [{ type: 'deletion' }, { type: 'update', parameters: { a: 1 } }], bypass_actors: [] },
    };
    const drift = (found: unknown) =>
      rulesetDrift(wanted, found).map(({ path, wanted: is, found: has, unseen }) => `${path} ${is} ${has}${unseen ? ' unseen' : ''}`);
    const same = { ...wanted.body, id: 5, rules: [{ type: 'update', parameters: { a: 1, b: 2 } }, { type: 'deletion' }, { type: 'more' }] };
    expect(drift(same)).toEqual([]);
    expect(drift(null)).toEqual([' r null']);
    expect(drift({ ...same, target: 'tag' })).toEqual(['target "branch" "tag"']);
    expect(drift({ ...same, rules: [{ type: 'deletion' }] })).toEqual(['rules[update] {"parameters":{"a":1},"type":"update"} null']);
    expect(drift({ ...same, rules: [{ type: 'deletion' }, { type: 'update', parameters: { a: 2 } }] })).toEqual([
      'rules[update].parameters.a 1 2',
    ]);
    const actor = { actor_type: 'Team', actor_id: 3 };
    expect(drift({ ...same, bypass_actors: [actor] })).toEqual(['bypass_actors[Team 3] null {"actor_id":3,"actor_type":"Team"}']);
    expect(drift({ ...same, bypass_actors: undefined })).toEqual(['bypass_actors [] null unseen']);
  });
});
