import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Amendment } from '../../src/amendment/model.js';
import { diff } from '../../src/commands/run/diff.js';
import { loadContract } from '../../src/contract/load-contract.js';
import { ledgerTexts } from '../../src/settlement/seal-statement.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { gitRevisions } from '../../src/shell/git/revisions.js';
import { contractFrame } from '../contract-frame.js';
import { contextFor, run, type Surroundings } from '../in-process.js';
import { settleDays } from '../settlement/relationship.js';

// `concord diff` on a real git repository: three settled months, then proposals on branches.

const ID = 'acme-linkstar';
const contract = (
  target: string,
  amount: string,
  title = 'Acme x Linkstar',
) => `${contractFrame({ id: ID, title: JSON.stringify(title), stage: 'live' })}kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: ${target}, threshold: 0.5x }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: ${amount} }
  - { id: reward, kind: bonus, by: sales, pool: 1000, points: { 0%: 0%, 100%: 100% }, shape: linear }
amendments: { noticeDays: 14, maxTargetChange: 20%, maxDrift: 40%, minPeriodsBetween: 3 }
`;
const DEFINITIONS = `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: ts }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
`;
const WORKSPACE = `people:
  alice: { name: Alice, github: 1 }
  bob: { name: Bob, github: 2 }
governance: { brand: [alice], provider: [bob] }
`;
const HERE = `contracts/${ID}`;
const CORRECTION = 'kind: correction\nperiod: 2026-03\nline: base\namount: 100000\nreason: agreed by phone\n';
const PAID = 'kind: payment\namount: 2500\non: 2026-04-01\nreference: INV-7\n';

let root = '';
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd: root,
    stdio: 'pipe',
  });
const commitOn = (branch: string, change: () => void) => {
  git('checkout', '-q', '-b', branch, 'main');
  change();
  git('add', '-A');
  git('commit', '-q', '-m', branch);
  git('checkout', '-q', 'main');
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-diff-'));
  git('init', '-q', '-b', 'main');
  const texts = new Map([
    ['contracts/workspace.yaml', WORKSPACE],
    [`${HERE}/contract.yaml`, contract('10000', '3000')],
    [`${HERE}/definitions.yaml`, DEFINITIONS],
  ]);
  for (const [path, text] of texts) write(path, text);
  const { folder } = loadContract(ID, texts);
  if (folder === null) throw new Error('the contract of this test has an error');
  const values = { '2026-01': { revenue: '8000' }, '2026-02': { revenue: '9000' }, '2026-03': { revenue: '10000' } };
  const ledger = settleDays(folder.terms, [], [{ asOf: '2026-04-06', values }]);
  ledger.forEach((entry, index) => {
    for (const [name, text] of ledgerTexts(entry, ledger.slice(0, index), () => ''))
      write(`${HERE}/ledger/${entry.statement.period}/${name}`, text);
  });
  write(`${HERE}/events/2026-04-01-paid.yaml`, PAID);
  git('add', '-A');
  git('commit', '-q', '-m', 'base');
  commitOn('raise', () => write(`${HERE}/contract.yaml`, contract('{ 2026-01: 10000, 2026-07: 12000 }', '3000')));
  commitOn('leap', () => write(`${HERE}/contract.yaml`, contract('{ 2026-01: 10000, 2026-07: 13000 }', '3000')));
  commitOn('beyond', () => write(`${HERE}/contract.yaml`, contract('{ 2026-01: 10000, 2027-01: 12000 }', '3000')));
  commitOn('late', () => write(`${HERE}/contract.yaml`, contract('10000', '{ 2026-01: 3000, 2026-04: 3300 }')));
  commitOn('broken', () => write(`${HERE}/contract.yaml`, 'kind: Contract\n'));
  commitOn('forged', () => rmSync(join(root, `${HERE}/ledger/2026-03`), { recursive: true }));
  commitOn('linked', () => {
    rmSync(join(root, `${HERE}/contract.yaml`));
    symlinkSync('/etc/passwd', join(root, `${HERE}/contract.yaml`));
  });
  commitOn('edited', () =>
    write(`${HERE}/events/2026-04-01-paid.yaml`, PAID.replace('amount: 2500', 'amount: 25000').replace('INV-7', 'INV-7 # paid\u200b')),
  );
  commitOn('corrected', () => write(`${HERE}/events/2026-04-08-more.yaml`, CORRECTION));
  commitOn('reworded', () => {
    write(`${HERE}/contract.yaml`, contract('10000', '3000', 'Acme and Linkstar'));
    write(`${HERE}/events/2026-04-08-more.yaml`, CORRECTION);
  });
  commitOn('settled', () => {
    for (const name of ['terms.json', 'evidence.json', 'statement.json', 'statement.md']) {
      const march = readFileSync(join(root, `${HERE}/ledger/2026-03/${name}`), 'utf8');
      write(`${HERE}/ledger/2026-04/${name}`, march.replaceAll('2026-03', '2026-04'));
    }
  });
  commitOn('past', () => write(`${HERE}/contract.yaml`, `${contract('10000', '3000')}baseline: { gmv: { 2025-12: 9000 } }\n`));
  commitOn('anchored', () => write(`${HERE}/contract.yaml`, contract('&shared 10000', '*shared')));
  commitOn('commented', () => write(`${HERE}/contract.yaml`, `${contract('10000', '3000')}# amount: 300000\n`));
  commitOn('people', () =>
    write('contracts/workspace.yaml', WORKSPACE.replace('governance', '  mallory: { name: Mallory, github: 66 }\ngovernance')),
  );
  commitOn('viewed', () => {
    write(`${HERE}/definitions.yaml`, DEFINITIONS.replace(/table: ([\w.]+),/, 'view: shaped,'));
    const other = 'WITH shop AS (SELECT 1 AS id) SELECT o.* FROM shop.orders o, "hr"."pay" p, shop WHERE o.id = p.id';
    write(`${HERE}/views/shaped.duckdb.sql`, other);
    write(`${HERE}/views/shaped.bigquery.sql`, 'SELECT o.* FROM shop.orders AS o JOIN `hr.pay` AS p USING (id)');
  });
  // 51 days of notice
  const ended = (noticeDays: number, target = '10000') => {
    write(
      `${HERE}/contract.yaml`,
      `${contract(target, '3000')}exit: { noticeDays: ${noticeDays}, handoverDays: 15, checklist: [data_export] }\n`,
    );
    write(`${HERE}/events/2026-04-10-end.yaml`, 'kind: termination\nparty: brand\non: 2026-05-31\ncause: sold\n');
  };
  commitOn('ended', () => ended(30));
  commitOn('ended-longer', () => ended(51));
  commitOn('ended-too-long', () => ended(52));
  commitOn('ended-and-raised', () => ended(30, '{ 2026-01: 10000, 2026-07: 12000 }'));
  commitOn('marked', () => write(`${HERE}/contract.yaml`, contract('10000', '3000', '<img src=x> @everyone [x](http://evil)')));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const compare = (base: string, head: string, around: Partial<Surroundings> = {}) =>
  run(contextFor({ root, asOf: '2026-04-10', ...around }), (context) =>
    diff(context, { revisions: gitRevisions(root, localFiles(root)), folder: (path) => localFiles(resolve(root, path)) }, { base, head }),
  );
const amendments = (output: string) => (JSON.parse(output) as { contracts: Amendment[] }).contracts;

describe('two revisions', () => {
  test('a target that rises by a fifth from July: allowed, for the brand, 900.00 less in three months', async () => {
    const { exitCode, output } = await compare('main', 'raise');
    expect(exitCode).toBe(0);
    const [amendment] = amendments(output);
    expect(amendment).toMatchObject({ contract: ID, class: 'economic', favours: 'brand', refused: false, findings: [] });
    expect(amendment?.changes).toMatchObject([
      {
        path: ['kpis', 'sales', 'target'],
        before: '10000',
        after: '12000',
        periods: ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'],
      },
    ]);
    // Scores are (actual − half the target) ÷ half the target: 60%, 80%, 100% before; 1/3, 1/2, 2/3 after.
    expect(amendment?.effects).toMatchObject([
      {
        from: '2026-07',
        difference: '-900.00',
        periods: [{ difference: '-266.67' }, { difference: '-300.00' }, { difference: '-333.33' }],
      },
    ]);
  });

  test('a fee of a month that has begun is refused', async () => {
    const { exitCode, output } = await compare('main', 'late');
    expect(exitCode).toBe(1);
    expect(amendments(output)[0]).toMatchObject({
      class: 'retroactive',
      refused: true,
      findings: [{ code: 'begun-period', with: { from: '2026-04' } }],
    });
  });

  test('the same revision, and a commit by its id', async () => {
    expect((await compare('main', 'main', { format: 'pretty' })).output).toBe('Nothing changes in any contract.\n');
    const id = git('rev-parse', 'raise').toString().trim();
    expect(amendments((await compare('main', id)).output)).toHaveLength(1);
  });

  test('a tag that is called as a branch, or as an id is, hides nothing', async () => {
    const short = git('rev-parse', '--short', 'main').toString().trim();
    git('update-ref', 'refs/remotes/origin/main', 'main');
    const tags = ['main', 'origin/main', short];
    for (const tag of tags) git('tag', tag, 'raise');
    for (const base of ['main', 'origin/main', 'main~0']) expect(amendments((await compare(base, 'raise')).output)).toHaveLength(1);
    expect((await compare(short, 'raise')).output).toContain('unknown-text');
    for (const tag of tags) git('tag', '-d', tag);
    git('update-ref', '-d', 'refs/remotes/origin/main');
  });

  test('a step after the end that the same change brings never holds, and is refused', async () => {
    const { exitCode, output } = await compare('main', 'ended-and-raised');
    expect(exitCode).toBe(1);
    const [amendment] = amendments(output);
    expect(amendment?.findings).toMatchObject([
      { code: 'after-end', path: ['kpis', 'sales', 'target'], with: { from: '2026-07', to: '2026-12', end: '2026-05-31' } },
    ]);
    expect((await compare('main', 'ended')).exitCode).toBe(0);
  });

  test('a notice longer than a given termination kept is refused, and nobody is told to edit the event', async () => {
    expect((await compare('ended', 'ended-longer')).exitCode).toBe(0);
    const { exitCode, errors } = await compare('ended', 'ended-too-long', { format: 'pretty' });
    expect(exitCode).toBe(1);
    expect(errors).toContain('its event is never edited: let exit.noticeDays be 51 or fewer.');
    expect(errors).not.toContain('Write on:');
    // an event that is proposed with the notice is still to be written
    expect((await compare('main', 'ended-too-long', { format: 'pretty' })).errors).toContain('Write on: 2026-06-01 or later.');
  });

  test('a statement that is left out is refused', async () => {
    const { exitCode, output } = await compare('main', 'forged');
    expect(exitCode).toBe(1);
    expect(amendments(output)[0]?.findings.map(({ code, with: params }) => [code, params.file])).toContainEqual([
      'record-changed',
      `${HERE}/ledger/2026-03/statement.json`,
    ]);
  });

  test('a text with errors is not compared', async () => {
    const { exitCode, output } = await compare('main', 'broken');
    expect(exitCode).toBe(1);
    expect(output).toContain('missing-field');
  });

  test('a symbolic link is no file of a contract', async () => {
    const { exitCode, output } = await compare('main', 'linked');
    expect(exitCode).toBe(1);
    expect(output).toContain('settled-file-gone');
    expect(output).not.toContain('root:');
  });

  test('one person more in the workspace is one change of governance', async () => {
    const { workspace } = JSON.parse((await compare('main', 'people')).output) as { workspace: unknown };
    expect(workspace).toMatchObject([{ path: ['people', 'mallory'], class: 'governance', before: null }]);
    const line = WORKSPACE.split('\n').findIndex((each) => each.startsWith('governance')) + 1;
    expect((await compare('main', 'people', { format: 'pretty' })).output).toContain(`contracts/workspace.yaml:${line}`);
  });

  test('tables that only a view names are told with all that it reads, in both languages', async () => {
    const en = (await compare('main', 'viewed', { format: 'pretty' })).output.replace(/\s+/g, ' ');
    expect(en).toContain('Tables that the views read');
    expect(en).toContain(`${HERE}/views/shaped.duckdb.sql hr.pay (named by this view alone, by no fact) · shop.orders (named`);
    expect(en).toContain(`${HERE}/views/shaped.bigquery.sql hr.pay (named by this view alone, by no fact) · shop.orders (named`);
    const zh = (await compare('main', 'viewed', { format: 'pretty', locale: 'zh' })).output.replace(/\s+/g, '');
    expect(zh).toContain('hr.pay（仅由该视图引用，事实表定义中未列出）');
  });

  test.each(['--output=stolen', '-h', 'main..raise', 'main:contracts', 'no-such', 'a b', '$(id)', '', 'refs/../x'])(
    '%j is no revision',
    async (name) => {
      const { exitCode, output } = await compare('main', name);
      expect(exitCode).toBe(2);
      expect(output).toContain('unknown-text');
    },
  );
});

describe('folders and files', () => {
  test('a revision and what is not committed', async () => {
    git('checkout', '-q', 'main');
    write(`${HERE}/contract.yaml`, contract('10000', '{ 2026-01: 3000, 2026-09: 3100 }'));
    const { output } = await compare('HEAD', '.');
    git('checkout', '-q', '--', '.');
    expect(amendments(output)[0]?.changes).toMatchObject([{ path: ['fees', 'base', 'amount'], favours: 'provider' }]);
    expect(amendments(output)[0]?.effects).toMatchObject([{ difference: '300.00' }]);
  });

  test('the folder and the file of a contract', async () => {
    const draft = 'drafts/mine';
    write(`${draft}/contract.yaml`, contract('{ 2026-01: 10000, 2026-07: 13000 }', '3000'));
    write(`${draft}/definitions.yaml`, DEFINITIONS);
    for (const head of [draft, `${draft}/contract.yaml`]) {
      const { exitCode, output } = await compare(HERE, head);
      expect(exitCode).toBe(1);
      expect(amendments(output)[0]?.findings).toMatchObject([{ code: 'max-target-change', with: { step: '0.3', limit: '0.2' } }]);
    }
  });
});

describe('for people', () => {
  test('English, in a terminal', async () => {
    const { output } = await compare('main', 'raise', { format: 'pretty' });
    expect(output).toContain('Linkstar would have received USD 900.00 less, and Acme paid less.');
    expect(output).toContain('KPI GMV (sales) · target');
    expect(output).toContain('USD 10,000.00 → USD 12,000.00 · 2026-07 to 2026-12');
  });

  test('Chinese, as Markdown', async () => {
    const { output } = await compare('main', 'late', { format: 'markdown', locale: 'zh' });
    expect(output).toContain('不予接受');
    expect(output).toContain('将影响截至 2026-04-10 已开始的 2026-04');
    expect(output).toContain('| 2026-01 | 固定服务费 | 3,000.00 | 3,300.00 | +300.00 |');
  });

  test('a title with markup stays text', async () => {
    const { output } = await compare('main', 'marked', { format: 'markdown' });
    expect(output).not.toContain('<img');
    expect(output).not.toMatch(/@everyone/);
    expect(output).not.toContain('http://evil');
  });
});

describe('what hides a change', () => {
  const said = async (branch: string, locale: 'en' | 'zh' = 'en') => (await compare('main', branch, { format: 'markdown', locale })).output;

  test('an edited event is shown line by line, with what nobody sees in it', async () => {
    const file = `${HERE}/events/2026-04-01-paid.yaml`;
    const lines = [
      '- − 2: `amount: 2500`',
      '- − 4: `reference: INV-7`',
      '- \\+ 2: `amount: 25000`',
      '- \\+ 4: reference: INV-7 # paid⟨U+200B⟩',
    ];
    const [english, chinese] = [await said('edited'), await said('edited', 'zh')];
    for (const line of lines) expect(`${english}\n${chinese}`.split(line)).toHaveLength(3);
    expect(english).toContain('**Records that are changed or removed: 1**');
    expect(english).toContain(`- ${file}, line by line (− old, + new):`);
    expect(chinese).toContain('**被修改或删除的记录：1 个**');
  });

  test('an event that is added is told with what it says, as a comment tells it, beside whatever else changes', async () => {
    const file = `${HERE}/events/2026-04-08-more.yaml`;
    const [english, chinese] = [await said('corrected'), await said('corrected', 'zh')];
    expect(english).toContain('No contract’s terms change.\n');
    expect(english).toMatch(/Events added: 1\n\n- \*\*correction\*\* · `[^`]+more\.yaml`\n {2}- .*amount: 100,000\.00/);
    expect(english).not.toContain('Nothing changes');
    expect(chinese).toContain('各合同条款均无变化。\n');
    expect(chinese).toContain('新增事件：1');
    const { exitCode, output } = await compare('main', 'corrected');
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      contracts: [],
      events: [{ contract: ID, kind: 'correction', file: '2026-04-08-more.yaml', period: '2026-03', line: 'base', amount: '100000' }],
      ledger: [],
    });
    for (const word of ['No amount depends on what changes of the text.', 'Events added: 1', file])
      expect(await said('reworded')).toContain(word);
  });

  test('files that are added to a ledger are told, a folder a line', async () => {
    const [english, chinese] = [await said('settled'), await said('settled', 'zh')];
    expect(english).toContain(
      `Files added to a ledger: 4\n\n- \`${HERE}/ledger/2026-04\`\n  - evidence.json · statement.json · statement.md · terms.json\n`,
    );
    expect(english).toContain('Only settlement adds to a ledger. Whether this is what it writes, concord verify says.');
    expect(chinese).toContain('账本新增文件：4');
    expect((JSON.parse((await compare('main', 'settled')).output) as { ledger: string[] }).ledger).toHaveLength(4);
  });

  test('of two folders of a contract, too: what is added and what is edited, and not what a text alone does not bring', async () => {
    git('worktree', 'add', '-q', join(root, 'there'), 'corrected');
    write(`there/${HERE}/events/2026-04-01-paid.yaml`, PAID.replace('2500', '25000'));
    const { exitCode, output } = await compare(HERE, `there/${HERE}`);
    expect(exitCode).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      contracts: [{ findings: [{ code: 'record-changed', with: { file: `${HERE}/events/2026-04-01-paid.yaml` } }] }],
      events: [{ file: '2026-04-08-more.yaml' }],
    });
    write(`bare/contract.yaml`, contract('10000', '3000'));
    write(`bare/definitions.yaml`, DEFINITIONS);
    expect((await compare(HERE, 'bare', { format: 'pretty' })).output).toBe('Nothing changes in any contract.\n');
    git('worktree', 'remove', '--force', join(root, 'there'));
  });

  test('a removed statement is shown as removed', async () => {
    expect(await said('forged')).toMatch(/`contracts\/acme-linkstar\/ledger\/2026-03\/statement\.json` · removed\n {2}- .*line by line/);
  });

  test('a period of the baseline has a value, and no limit', async () => {
    const [english, chinese] = [await said('past'), await said('past', 'zh')];
    expect(english).toContain('period: 2025-12; value: 9,000');
    expect(chinese).toMatch(/结算期：2025-12；数值：.*9,000/);
    expect(`${english}${chinese}`).not.toMatch(/per period|limit|每期|约定值/);
  });

  test('an anchor that moves a fee is told at the fee', async () => {
    expect(await said('anchored')).toContain('USD 3,000.00 → USD 10,000.00');
  });

  test('a comment is none: the meaning is the same', async () => {
    expect(await said('commented')).toContain('The text is written otherwise; its meaning is the same.');
  });

  test('a fee that would reach what is settled is told how it may begin later', async () => {
    expect(await said('anchored')).toContain(
      'is settled, and is changed only by a correction event. Let it start in 2026-05 or later, with a schedule.',
    );
    expect(await said('anchored', 'zh')).toContain('已结算，只能通过更正事件调整。请使用分期取值，从 2026-05 或以后的结算期起生效。');
  });

  // 20% of 10,000 either way.
  test('a target that moves too far is told how far it may', async () => {
    expect(await said('leap')).toContain('in 2026-07 is a step of 30%; at most 20% is allowed: USD 8,000.00 to USD 12,000.00.');
    expect(await said('leap', 'zh')).toContain('变动 30%，上限为 20%，即 USD 8,000.00 至 USD 12,000.00。');
  });

  test('a target from after the term is none either, and it is said why', async () => {
    const [english, chinese] = [await said('beyond'), await said('beyond', 'zh')];
    expect(english).toContain(
      'Nothing changes within the term.\n\n- "target" of "sales" changes from 2027-01 on, after the last period, 2026-12: the change never takes effect',
    );
    expect(chinese).toContain('合同期内没有任何变化。\n\n- “sales”的“target”自 2027-01 起变动，而最后一期为 2026-12：该变动永不生效');
  });
});
