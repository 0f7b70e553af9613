import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { access } from '../../src/commands/run/access.js';
import { check } from '../../src/commands/run/check.js';
import { diff } from '../../src/commands/run/diff.js';
import { exit } from '../../src/commands/run/exit.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { contextFor, run, type Surroundings } from '../in-process.js';
import { contractTexts, SETTINGS } from '../provision/sample.js';

const STACK = `config:\n  concord:settings:\n${SETTINGS.replace(/^(?=.)/gm, '    ')}`;
const DUCKDB = `people: { alice: { name: Alice, github: 1 }, bob: { name: Bob, github: 2 } }
warehouse: { engine: duckdb, data: "exp o'rts" }
`;
const ORDERS = 'order_id,paid_at,amount,is_test\n1,2026-01-05T10:00:00Z,500,false\n';
const LOG = 'at\n2026-02-02T00:00:00Z\n';

const roots: string[] = [];
let cloud = '';
let files = '';

function rootWith(texts: Iterable<readonly [string, string]>): string {
  const root = mkdtempSync(join(tmpdir(), 'concord-access-'));
  roots.push(root);
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

beforeAll(() => {
  cloud = rootWith([...contractTexts(), ...contractTexts({ id: 'acme-uk' }), ['Pulumi.prod.yaml', STACK]]);
  files = rootWith([
    ...contractTexts(),
    ['contracts/workspace.yaml', DUCKDB],
    ["exp o'rts/shop/orders.csv", ORDERS],
    ["exp o'rts/loads/log.csv", LOG],
  ]);
});
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

const asked = (surroundings: Surroundings, contract: string | null, stack: string | null = null) =>
  run(contextFor({ asOf: '2026-05-01', format: 'pretty', ...surroundings }), (context) => access(context, { contract, stack }));
const left = (surroundings: Surroundings, contract = 'acme-us') =>
  run(contextFor({ asOf: '2026-05-01', format: 'pretty', ...surroundings }), (context) => exit(context, contract));

describe('concord access', () => {
  test('who sees what of a contract, until when, by which clause', async () => {
    const { exitCode, output } = await asked({ root: cloud }, 'acme-us');
    expect(exitCode).toBe(0);
    expect(output.split('\n')).toEqual([
      'Who can see what · Acme x Linkstar · as of 2026-05-01',
      '─'.repeat(100),
      'In force until 2026-12-31; access until 2027-01-15, handover included.',
      'Raw data stay with Acme: parties see views, never the tables behind them.',
      '• group:kpi@acme.example · Acme · analyst',
      '  sees scorecards, statements and outlooks, and the fact view orders · until 2027-01-15 ·',
      '  contracts/acme-us/contract.yaml:10',
      '• group:acme@linkstar.example · Linkstar · viewer',
      '  sees scorecards, statements and outlooks · until 2027-01-15 · contracts/acme-us/contract.yaml:14',
      '',
      `── Columns of the fact views ${'─'.repeat(71)}`,
      '• orders · amount, is_test, order_id, paid_at',
      '',
    ]);
  });

  test('in Chinese, as Markdown; a warehouse of files says that nothing is provisioned', async () => {
    const { output } = await asked({ root: files, format: 'markdown', locale: 'zh' }, null);
    expect(output).toBe(`# 谁能看到什么 · Acme x Linkstar · 截至 2026-05-01

合同有效至 2026-12-31；访问权限至 2027-01-15（含交接期）。

原始数据是文件：文件若在仓库中，凡能读取仓库者均可看到全部内容（包括其中顾客的姓名与地址），且副本会一直保留。以下视图与日期对此没有限制作用。

- \`group:kpi@acme.example\` · **Acme** · 分析员
  - 可见计分卡、结算单与期末预测，以及事实视图“orders” · 至 2027-01-15 · \`contracts/acme-us/contract.yaml:10\`
- \`group:acme@linkstar.example\` · **Linkstar** · 查看者
  - 可见计分卡、结算单与期末预测 · 至 2027-01-15 · \`contracts/acme-us/contract.yaml:14\`

## 事实视图的列

- \`orders\` · amount、is_test、order_id、paid_at

以上为约定内容，尚未创建：数据仓库为文件，持有文件者即可查看。
`);
  });

  test('when the handover is over nobody sees anything', async () => {
    const { output } = await asked({ root: cloud, asOf: '2027-01-16' }, 'acme-us');
    const over = 'The handover ended on 2027-01-15: access ends with the next update, and by itself where that is late.';
    expect(output.replaceAll('\n', ' ')).toContain(over);
    expect(output).toContain('Nobody of either party.');
    expect(output).not.toContain('linkstar.example');
  });

  test('with a stack, every right from the specs of all contracts, told for the one that is asked about', async () => {
    const { exitCode, output } = await asked({ root: cloud, format: 'json' }, 'acme-uk', 'Pulumi.prod.yaml');
    expect(exitCode).toBe(0);
    const { contracts, entries } = JSON.parse(output);
    expect(contracts.map(({ contract }: { contract: string }) => contract)).toEqual(['acme-uk']);
    const views = entries.filter(({ right }: { right: string }) => right === 'views');
    expect(views.map(({ who, on }: { who: string; on: string }) => `${who} → ${on}`)).toEqual([
      'acme-uk/share → concord/results',
      'acme-us/share → concord/results',
      'acme-uk/facts → acme-kpi.shop',
    ]);
    expect(entries).toContainEqual({
      who: 'group:acme@linkstar.example',
      right: 'reader',
      on: 'acme-uk/share',
      expiresAt: '2027-01-16T05:00:00Z',
      contract: 'acme-uk',
      because: ['contracts/acme-uk/contract.yaml:10', 'contracts/acme-uk/contract.yaml:14'],
    });
    const pretty = await asked({ root: cloud }, 'acme-uk', 'Pulumi.prod.yaml');
    expect(pretty.output).toContain('Every right in the cloud project, as it is made');
  });

  test('what cannot be given is refused, with its place', async () => {
    const root = rootWith(contractTexts({ providerAccess: '{ viewer: [allUsers] }' }));
    const { exitCode, output, errors } = await asked({ root }, null);
    expect([exitCode, output]).toEqual([1, '']);
    expect(errors).toContain('contracts/acme-us/contract.yaml:14:24 error access-public\n  "allUsers" is everybody, or a whole domain');
  });

  test('what others have to allow, by the command for each dataset, and how evidence is kept', async () => {
    const more = `    sources:
      shop:
        owners: ["group:data@acme.example"]
        transfers: [{ kind: google_ads, customer: "4152637485" }]
    evidence: { retentionDays: 30, locked: true }
`;
    const stack = 'Pulumi.more.yaml';
    writeFileSync(join(cloud, stack), `${STACK.trimEnd()}\n${more}`);
    const needed = async (locale: 'en' | 'zh') => {
      const { output } = await asked({ root: cloud, locale }, null, stack);
      return output.slice(output.indexOf(locale === 'en' ? 'Copies of evidence' : '取数底稿副本'));
    };
    const command = `bq --project_id=acme-kpi --location=EU query --use_legacy_sql=false 'GRANT \`roles/bigquery.dataOwner\` ON SCHEMA \`acme-kpi\`.loads TO "serviceAccount:concord-deploy@acme-kpi.iam.gserviceaccount.com"'\n`;
    const en = await needed('en');
    expect(en).toContain('Copies of evidence are kept for 30 days, locked: nobody can shorten that or take it back.');
    expect(en).toContain('invites concord-loader@acme-kpi.iam.gserviceaccount.com');
    expect(en.endsWith(command)).toBe(true);
    const zh = await needed('zh');
    expect(zh).toContain('取数底稿副本保留 30 天且已锁定：任何人都不能缩短或撤销。');
    expect(zh.endsWith(command)).toBe(true);
  });

  test('a stack that is not there, has no settings, or measures in files', async () => {
    const code = async (root: string, stack: string) => {
      const { exitCode, output } = await asked({ root, format: 'json' }, null, stack);
      return [exitCode, JSON.parse(output).issues.map((issue: { code: string }) => issue.code)];
    };
    expect(await code(cloud, 'Pulumi.none.yaml')).toEqual([1, ['file-missing']]);
    expect(await code(cloud, 'contracts/workspace.yaml')).toEqual([1, ['missing-field']]);
    writeFileSync(join(files, 'Pulumi.prod.yaml'), STACK);
    expect(await code(files, 'Pulumi.prod.yaml')).toEqual([1, ['cloud-not-bigquery']]);
  });

  test('a contract that is not there', async () => {
    for (const stack of [null, 'Pulumi.prod.yaml']) {
      const { exitCode, output } = await asked({ root: cloud, format: 'json' }, 'acme-fr', stack);
      expect([exitCode, JSON.parse(output).issues[0].message.en.text]).toEqual([2, 'There is no contract "acme-fr".']);
    }
  });
});

describe('access in a proposal', () => {
  const compared = (format: Surroundings['format'], locale: Surroundings['locale'] = 'en') => {
    const proposed = rootWith(contractTexts({ providerAccess: '{ analyst: ["group:acme@linkstar.example"] }' }));
    const base = rootWith(contractTexts());
    const ports = { revisions: { open: async () => null }, folder: localFiles };
    return run(contextFor({ root: base, asOf: '2026-05-01', locale, ...(format === undefined ? {} : { format }) }), (context) =>
      diff(context, ports, { base, head: proposed }),
    );
  };

  test('concord diff says in words who gains what until when', async () => {
    const { exitCode, output } = await compared('markdown');
    expect(exitCode).toBe(0);
    expect(output).toContain(
      '## Access\n\n- The provider gains the fact view orders until 2027-01-15 (group:acme@&#8203;linkstar.example).\n',
    );
    expect((await compared('pretty', 'zh')).output).toContain('服务方获得事实视图“orders”的访问权限，至 2027-01-15');
  });

  test('and as data', async () => {
    const { output } = await compared('json');
    expect(JSON.parse(output).contracts[0].access).toEqual([
      {
        party: 'provider',
        kind: 'gains',
        members: ['group:acme@linkstar.example'],
        results: false,
        facts: ['orders'],
        until: '2027-01-15',
        before: null,
        columns: [],
      },
    ]);
  });

  test('concord check refuses what the cloud would refuse, where there is one', async () => {
    const checked = async (workspace: readonly (readonly [string, string])[]) => {
      const root = rootWith([...contractTexts({ providerAccess: '{ viewer: [allUsers] }' }), ...workspace]);
      const { exitCode, output } = await run(contextFor({ root, asOf: '2026-05-01' }), (context) =>
        check(context, { contract: null, strict: false, changedSince: null }),
      );
      const errors = JSON.parse(output).issues.filter(({ severity }: { severity: string }) => severity === 'error');
      return [exitCode, errors.map(({ code, line }: { code: string; line: number }) => [code, line])];
    };
    expect(await checked([])).toEqual([1, [['access-public', 14]]]);
    expect(await checked([['contracts/workspace.yaml', DUCKDB]])).toEqual([0, []]);
  });
});

describe('concord exit', () => {
  test('dates, checklist, exports, access that ends, settlement', async () => {
    const { exitCode, output } = await left({ root: cloud, format: 'markdown' });
    expect(exitCode).toBe(0);
    expect(output).toBe(`# Exit and handover · Acme x Linkstar

- **State**: **in force**
- **Last day in force**: **2026-12-31** · end of the term
- **Notice**: 30 days before an early end
- **Handover**: 2027-01-01 to 2027-01-15, 15 days
- **Last day of access**: **2027-01-15**

## Handover checklist

- Data are exported and received · by 2027-01-15

## Exports

Each party takes these along for itself while it has access: afterwards nobody has to give them.

Set BUCKET to a bucket of the receiver before. Facts and results need an account that may see them.

- **Contract, events and ledger** · \`contracts/acme-us\`
  - \`git archive --format=zip --output=acme-us.zip HEAD contracts/acme-us\`
- **Settled results as CSV files** · \`contracts/acme-us/ledger\`
  - \`concord publish acme-us --out ./acme-us-results\`
- **Results** · \`share_acme_us.scorecards\`
  - \`bq query --project_id=acme-kpi --use_legacy_sql=false "EXPORT DATA OPTIONS(uri='gs://$BUCKET/acme-us/scorecards/*.parquet', format='PARQUET', overwrite=true) AS SELECT * FROM share_acme_us.scorecards"\`
- **Results** · \`share_acme_us.statements\`
  - \`bq query --project_id=acme-kpi --use_legacy_sql=false "EXPORT DATA OPTIONS(uri='gs://$BUCKET/acme-us/statements/*.parquet', format='PARQUET', overwrite=true) AS SELECT * FROM share_acme_us.statements"\`
- **Results** · \`share_acme_us.outlooks\`
  - \`bq query --project_id=acme-kpi --use_legacy_sql=false "EXPORT DATA OPTIONS(uri='gs://$BUCKET/acme-us/outlooks/*.parquet', format='PARQUET', overwrite=true) AS SELECT * FROM share_acme_us.outlooks"\`
- **Facts** · \`facts_acme_us.orders\`
  - \`bq query --project_id=acme-kpi --use_legacy_sql=false "EXPORT DATA OPTIONS(uri='gs://$BUCKET/acme-us/orders/*.parquet', format='PARQUET', overwrite=true) AS SELECT * FROM facts_acme_us.orders"\`
- **Raw table, by its owner** · \`shop.orders\`
  - \`bq extract --destination_format=PARQUET acme-kpi:shop.orders "gs://$BUCKET/acme-us/raw/shop.orders/*.parquet"\`
- **Copies of evidence, by the project’s owner, who can delete them unless their retention is locked** · \`gs://acme-kpi-concord-evidence\`
  - \`gcloud storage cp --recursive gs://acme-kpi-concord-evidence/acme-us gs://$BUCKET/acme-us/evidence\`

## Access that ends

Ends by itself at 2027-01-16T05:00:00Z, and with the next update after it.

- **Acme** · \`group:kpi@acme.example\` · scorecards, statements and outlooks, and the fact view orders
- **Linkstar** · \`group:acme@linkstar.example\` · scorecards, statements and outlooks

## Settlement

Nothing is settled yet; the final statement would be 2027-03, due from 2027-04-15.
`);
  });

  test('a termination moves every date; the balance and what is held come from the ledger', async () => {
    const root = rootWith([
      ...contractTexts({ events: { '2026-03-01-end.yaml': 'kind: termination\nparty: provider\non: 2026-04-10\ncause: Strategy\n' } }),
      ['contracts/workspace.yaml', DUCKDB],
      ["exp o'rts/shop/orders.csv", ORDERS],
      ["exp o'rts/loads/log.csv", LOG],
    ]);
    const settled = await run(contextFor({ root, asOf: '2026-02-16' }), (each) =>
      settleDue(each, { contract: null, period: null, preview: false }),
    );
    expect([settled.exitCode, settled.crash]).toEqual([0, null]);
    const { exitCode, output } = await left({ root, asOf: '2026-04-20', format: 'json' });
    expect(exitCode).toBe(0);
    const plan = JSON.parse(output);
    expect(plan.exit).toMatchObject({ endsOn: '2026-04-10', accessUntil: '2026-04-25', state: 'handover' });
    expect(plan.final).toEqual({
      state: 'open',
      settledTo: '2026-01',
      finalPeriod: '2026-07',
      finalDueOn: '2026-08-15',
      openLines: [],
      balance: '3000.00',
    });
    const kept = plan.exports.find(({ what }: { what: string }) => what === 'bundle');
    expect(kept).toEqual({ what: 'bundle', name: 'acme-us-2026-01.zip', command: 'concord bundle acme-us' });
    // A folder's name goes through a shell: what is in it stays a name.
    expect(plan.exports.at(-1)).toEqual({ what: 'files', name: "exp o'rts", command: "cp -R 'exp o'\\''rts' ./acme-us-data" });
    const { output: words } = await left({ root, asOf: '2026-04-20', locale: 'zh' });
    expect(words).toContain('2026-04-10 · Linkstar 提出终止：Strategy');
    expect(words).toContain('双方应在访问权限到期前各自导出留存；到期之后，对方没有义务再提供。');
    expect(words).toContain(
      '# 全部已结算期，可供任何人离线自行核对；最终结算单出具后请再导出一次：acme-us-2026-01.zip\nconcord bundle acme-us\n',
    );
    expect(words).toContain('已结算至 2026-01；最终结算单预计为 2026-07，自 2026-08-15 起可结算。');
    expect(words).toContain("\n# 数据文件：exp o'rts\ncp -R 'exp o'\\''rts' ./acme-us-data\n");
    expect(words).toContain('Acme 应付 USD 3,000.00');
  });

  test('after the end nothing is left to take back', async () => {
    const { output } = await left({ root: cloud, asOf: '2027-02-01' });
    expect(output).toContain('Nobody of either party has access.');
    expect(output).toContain('State               over');
  });

  test('a contract that is not there, or has errors', async () => {
    expect((await left({ root: cloud }, 'acme-fr')).exitCode).toBe(2);
    const root = rootWith(contractTexts({ term: '{ from: 2026-01-01, to: 2025-01-01 }' }));
    const { exitCode, errors } = await left({ root });
    expect([exitCode, errors?.includes('term-order')]).toEqual([1, true]);
  });
});
