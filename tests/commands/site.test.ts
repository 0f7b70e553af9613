import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { settleDue } from '../../src/commands/run/settle.js';
import { type SiteOptions, sitePages, writeSite } from '../../src/commands/run/site.js';
import { showStatus, standingIn } from '../../src/commands/run/status.js';
import type { LocalDate } from '../../src/kernel/calendar.js';
import { exactly } from '../../src/kernel/number-field.js';
import type { Outlook } from '../../src/outlook/model.js';
import { percentFigure } from '../../src/report/figures.js';
import { pageHtml } from '../../src/report/html/page.js';
import { indexPage } from '../../src/report/site-index.js';
import type { Page } from '../../src/report/site-page.js';
import { readContract } from '../../src/running/repository.js';
import { settlerIn } from '../../src/running/settler.js';
import type { Statement } from '../../src/settlement/model.js';
import { contextFor, printed, run } from '../in-process.js';
import { golden } from '../media/golden-texts.js';
import { memoryFiles } from '../memory-files.js';
import { runCli } from '../run-cli.js';

/* The pages of a contract that is settled for months, disputed and running: every number of a page is one of the documents'. */

const { id, texts, folder } = golden('dispute-three-ends');
const data = fileURLToPath(new URL('data', folder));
const place = (asOf: string) => ({ ...contextFor({ root: '/nowhere', data, asOf }), files: memoryFiles(texts) });
const AS_OF = '2026-03-20';
const OPTIONS = { contract: null, settled: false, publish: false, repository: null } as const;

async function written(options: Partial<Omit<SiteOptions, 'out'>> = {}, into = new Map<string, string>()) {
  const outcome = await run(place(AS_OF), (context) =>
    writeSite(context, { ...OPTIONS, ...options, out: { name: 'public', files: memoryFiles(into) } }),
  );
  return { ...outcome, pages: into };
}

let pages: Map<string, string>;
let blocks: readonly Page[];
const statements = new Map<string, Statement>();

beforeAll(async () => {
  for (const asOf of ['2026-02-05', '2026-03-05']) {
    const settled = await run(place(asOf), (context) => settleDue(context, { contract: null, period: null, preview: false }));
    expect(settled.exitCode).toBe(0);
  }
  for (const [path, text] of texts) {
    const [, period = ''] = /ledger\/([^/]+)\/statement\.json$/.exec(path) ?? [];
    if (period !== '') statements.set(period, JSON.parse(text) as Statement);
  }
  ({ pages } = await written());
  const context = place(AS_OF);
  blocks = [...(await sitePages(context, [await readContract(context.files, id)], OPTIONS)).pages].map(({ page }) => page());
});

/** The cells of every row of a page's tables, as text. */
function rowsOf(html: string): string[][] {
  return [...html.matchAll(/<tr(?: class="sum")?>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell)),
  );
}

function textOf(html: string): string {
  const plain = html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<title>.*?<\/title>/s, '')
    .replace(/<[^>]*>/g, '\n');
  return plain
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .trim();
}

const numbersOf = (text: string) => new Set(text.match(/\d[\d,.]*\d|\d/g) ?? []);

test('there is a page for the index, the contract and each of its statements, and a mirror of them in Chinese', () => {
  const periods = [...statements.keys()].sort();
  expect(periods).toEqual(['2026-01', '2026-02']);
  const english = ['index.html', `${id}/index.html`, ...periods.map((period) => `${id}/${period}.html`)];
  expect([...pages.keys()].sort()).toEqual([...english, ...english.map((path) => `zh/${path}`)].sort());
});

test('every line and total stands on its page to the minor unit, every KPI with its score', () => {
  for (const [period, { lines, total, kpis, dueOn, disputableUntil }] of statements) {
    for (const lead of ['', 'zh/']) {
      const html = pages.get(`${lead}${id}/${period}.html`) ?? '';
      const amounts = rowsOf(html).flatMap(([, amount = '']) => (/^-?[\d,]+\.\d\d$/.test(amount) ? [amount.replaceAll(',', '')] : []));
      for (const { amount } of lines) expect(amounts, `${period} ${amount}`).toContain(amount);
      expect(amounts, period).toContain(total);
      for (const kpi of kpis) {
        const score = exactly(kpi.score, kpi.scoreExact);
        expect(rowsOf(html).flat(), period).toContain(score === null ? '—' : percentFigure(score));
      }
      const shown = textOf(html);
      expect(shown).toContain(disputableUntil);
      if (dueOn !== null && /[1-9]/.test(total)) expect(shown).toContain(dueOn);
    }
  }
});

test('a page has the numbers that a terminal has of the same report, and no others', async () => {
  expect(blocks.map(({ path }) => path).sort()).toEqual([...pages.keys()].sort());
  for (const { path, locale, sheet, folded = [], more, foot, above } of blocks) {
    const wanted = { locale, color: false, width: 200, format: 'pretty' } as const;
    const report = { document: () => ({}), blocks: () => [...sheet, ...folded.flat(), ...more] };
    const { output } = await printed(wanted, { ended: 0, report });
    const told = numbersOf([output, foot, ...above.flat().map(({ text }) => text)].join('\n'));
    const shown = numbersOf(textOf(pages.get(path) ?? ''));
    expect(
      [...shown].filter((number) => !told.has(number)),
      path,
    ).toEqual([]);
    expect(
      [...told].filter((number) => !shown.has(number)),
      path,
    ).toEqual([]);
  }
});

test('every link leads to a page that is there, every page is small, and another run writes the same bytes', async () => {
  for (const [path, html] of pages) {
    expect(Buffer.byteLength(html), path).toBeLessThanOrEqual(60_000);
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) {
      expect([...pages.keys()], `${path} ${href}`).toContain(new URL(href, `https://pages/${path}`).pathname.slice(1));
    }
  }
  expect([...(await written()).pages]).toEqual([...pages]);
});

describe('without data', () => {
  test('what is settled is written all the same; the page says that nothing was measured', async () => {
    const { exitCode, pages: settled } = await written({ settled: true });
    expect(exitCode).toBe(0);
    expect(settled.size).toBe(pages.size);
    expect(settled.get(`${id}/index.html`)?.includes('The running period is not measured on this page.')).toBe(true);
    expect(settled.get(`${id}/2026-01.html`)).toBe(pages.get(`${id}/2026-01.html`));
  });

  test('where it cannot be measured everything else is written, and it ends with 1', async () => {
    const into = new Map<string, string>();
    const context = { ...place(AS_OF), dataFolder: '/nowhere' };
    const outcome = await run(context, (given) => writeSite(given, { ...OPTIONS, out: { name: 'public', files: memoryFiles(into) } }));
    expect(outcome.exitCode).toBe(1);
    expect(into.size).toBe(pages.size);
    expect(into.get(`zh/${id}/index.html`)?.includes('本页未能对当前结算期取数')).toBe(true);
    expect(into.get(`${id}/index.html`)?.includes('nowhere')).toBe(false);
    for (const name of ['index.html', `${id}/index.html`]) {
      const shown = textOf(into.get(name) ?? '');
      expect(shown, name).toContain('put right what keeps the running period from being measured');
      expect(shown, name).not.toMatch(/Nothing is to be done|nothing to do/);
    }
    expect(textOf(into.get('index.html') ?? '')).toContain('could not be measured');
  });
});

test('a contract named zh makes room for the mirror', async () => {
  const renamed = new Map(
    [...texts]
      .filter(([path]) => !path.includes('/ledger/') && !path.includes('/events/'))
      .map(([path, text]) => [path.replace(id, 'zh'), text.replace(`id: ${id}`, 'id: zh')]),
  );
  const into = new Map<string, string>();
  const context = { ...place(AS_OF), files: memoryFiles(renamed) };
  await run(context, (given) => writeSite(given, { ...OPTIONS, settled: true, out: { name: 'public', files: memoryFiles(into) } }));
  expect([...into.keys()].sort()).toEqual(['index.html', 'zh/index.html', 'zh/zh_/index.html', 'zh_/index.html']);
});

test('with public: true the pages may be published, and the terms say so; without it nothing is written', async () => {
  const path = `contracts/${id}/contract.yaml`;
  const open = new Map([...texts].filter(([file]) => !file.includes('/ledger/')));
  for (const [isPublic, exit] of [
    ['true', 0],
    ['false', 2],
  ] as const) {
    open.set(path, `${texts.get(path)}\ndashboard: { share: [brand, provider], public: ${isPublic} }\n`);
    const into = new Map<string, string>();
    const context = { ...place(AS_OF), files: memoryFiles(open) };
    const out = { name: 'public', files: memoryFiles(into) };
    const outcome = await run(context, (given) => writeSite(given, { ...OPTIONS, settled: true, publish: true, out }));
    expect([outcome.exitCode, into.size]).toEqual([exit, exit === 0 ? 4 : 0]);
    const { folder: read } = await readContract(context.files, id);
    expect(read?.terms.contract.dashboard).toEqual({ share: ['brand', 'provider'], ...(exit === 0 ? { public: true } : {}) });
  }
});

test('from a checkout pages link to the forms of the repository that its remote names, and to nobody without one', async () => {
  const root = mkdtempSync(join(tmpdir(), 'concord-site-'));
  try {
    for (const [path, text] of texts) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const environment = { GITHUB_SERVER_URL: '', GITHUB_REPOSITORY: '', GITHUB_RUN_ID: '' };
    const linksIn = async (out: string) => {
      const args = ['--root', root, '--as-of', '2026-03-06', 'site', '--settled', '--out', join(root, out)];
      expect((await runCli(args, environment)).code).toBe(0);
      const page = readFileSync(join(root, out, id, '2026-02.html'), 'utf8');
      return [...page.matchAll(/href="(https:[^"?]*)\?template=\d+-(\w+)\.yml/g)].map(([, address, form]) => `${address} ${form}`);
    };
    expect(await linksIn('without')).toEqual([]);
    execFileSync('git', ['init', '--quiet', root]);
    execFileSync('git', ['-C', root, 'remote', 'add', 'origin', 'https://user:secret@github.example/brand/contracts.git']);
    expect(await linksIn('linked')).toContain('https://github.example/brand/contracts/issues/new dispute');
    expect(readFileSync(join(root, 'linked', id, '2026-02.html'), 'utf8')).not.toContain('secret');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('a statement’s page says what was filed and settled since, with links, and what no statement has counted yet', async () => {
  // January pays 1,000.00 with 100.00 for a; resolved at 80.00, the statement of February takes 20.00 back, and 10% tax on them.
  const { texts: own } = golden('dispute-three-ends');
  const at = (asOf: string) => ({ ...contextFor({ root: '/nowhere', data, asOf }), files: memoryFiles(own) });
  const settle = (asOf: string) => run(at(asOf), (context) => settleDue(context, { contract: null, period: null, preview: false }));
  const file = (name: string, ...lines: string[]) => own.set(`contracts/${id}/events/${name}`, `${lines.join('\n')}\n`);
  await settle('2026-02-05');
  const { evidenceDigest } = JSON.parse(own.get(`contracts/${id}/ledger/2026-01/statement.json`) ?? '') as Statement;
  const dispute = ['kind: dispute', 'party: brand', 'reason: Returns <b>of</b> the fair', 'evidence: [list]'];
  file('2026-02-10-a.yaml', ...dispute, 'period: 2026-01', 'line: a', 'claimed: 80');
  file('2026-02-20-agreed.yaml', 'kind: resolution', 'answers: 2026-02-10-a.yaml', 'amount: 80');
  await settle('2026-03-05');
  file(
    '2026-03-06-again.yaml',
    'kind: witness',
    'party: brand',
    'period: 2026-01',
    `evidenceDigest: ${evidenceDigest}`,
    'result: same',
    'engine: 0.1.0',
  );
  file('2026-03-10-b.yaml', ...dispute, 'period: 2026-02', 'line: b', 'claimed: 1');
  file('2026-03-21-later.yaml', ...dispute, 'period: 2026-02', 'line: c', 'claimed: 1');
  const into = new Map<string, string>();
  const out = { name: 'public', files: memoryFiles(into) };
  await run(at(AS_OF), (context) => writeSite(context, { ...OPTIONS, settled: true, repository: 'https://github.example/b/c', out }));
  const since = (path: string, heading: string) => {
    const html = into.get(path) ?? '';
    const from = html.indexOf(heading);
    const items = from === -1 ? '' : html.slice(from, html.indexOf('<hr>', from));
    return items
      .split('<li>')
      .slice(1)
      .map((item) => item.replace(/<\/?(time|strong|code|ul|li|span|div)[^>]*>/g, '').trim());
  };
  const link = (name: string) => `<a href="https://github.example/b/c/blob/HEAD/contracts/${id}/events/${name}">${name}</a>`;
  expect(since(`${id}/2026-01.html`, 'Since this statement')).toEqual([
    `2026-02-10 · dispute: filed by: Harbour Tea; line: Commission · a; should be: 80.00; reason: Returns &lt;b&gt;of&lt;/b&gt; the fair; evidence: list · ${link('2026-02-10-a.yaml')}`,
    '<a href="2026-02.html">counted in statement 2026-02</a>',
    `2026-02-20 · resolution: answers: 2026-02-10-a.yaml; amount: 80.00 · ${link('2026-02-20-agreed.yaml')}`,
    '<a href="2026-02.html">counted in statement 2026-02</a>',
    `2026-03-06 · independent measuring: measured independently by Harbour Tea: same · ${link('2026-03-06-again.yaml')}`,
    '<a href="2026-02.html">Statement 2026-02</a>: True-up 2026-01 · Commission (a) -20.00 · deducted',
    'Still open of this statement as of 2026-03-20: USD 1,078.00',
  ]);
  expect(since(`zh/${id}/2026-02.html`, '本结算单出具之后')).toEqual([
    `2026-03-10 · 争议：提交方：Harbour Tea；结算项目：提成 · b；主张金额：1.00；原因：Returns &lt;b&gt;of&lt;/b&gt; the fair；证明材料：list · ${link('2026-03-10-b.yaml')}`,
    '尚未计入任何结算单',
  ]);
});

/** Pages on a day of a contract that is settled up to it, with more of its events. */
async function pagesOn(asOf: string, days: readonly string[], events: Readonly<Record<string, string>>) {
  const { texts: own } = golden('dispute-three-ends');
  const at = (day: string) => ({ ...contextFor({ root: '/nowhere', data, asOf: day }), files: memoryFiles(own) });
  const path = `contracts/${id}/contract.yaml`;
  own.set(path, `${own.get(path)}payment: { dueDays: 20 }\n`);
  for (const [file, text] of Object.entries(events)) own.set(`contracts/${id}/events/${file}`, text);
  for (const day of days) {
    expect((await run(at(day), (context) => settleDue(context, { contract: null, period: null, preview: false }))).exitCode).toBe(0);
  }
  const into = new Map<string, string>();
  const out = { name: 'public', files: memoryFiles(into) };
  await run(at(asOf), (context) => writeSite(context, { ...OPTIONS, settled: true, repository: 'https://github.example/b/c', out }));
  const shown = (name: string) => textOf(into.get(name) ?? '').replaceAll(/\s*\n\s*/g, '|');
  const linked = (name: string) => (into.get(name) ?? '').matchAll(/template=06-payment.yml[^"]*amount=([\d.]+)/g);
  const asked = (name: string) => [...new Set([...linked(name)].map(([, amount]) => amount))];
  return { shown, asked };
}

describe('a statement’s page asks for what is open on its own day', () => {
  // January comes to 1,000.00 and 10% tax, without a dispute: 1,100.00 of 5 February, disputable to the 15th, due 20 days later on 7 March.
  const first = 'kind: payment\nparty: brand\namount: 600\non: 2026-02-20\nreference: first\n';
  const second = 'kind: payment\nparty: brand\namount: 500\non: 2026-02-27\nreference: second\n';
  const statement = `${id}/2026-01.html`;
  const contract = `${id}/index.html`;
  const chinese = `zh/${id}/2026-01.html`;

  test('all of it, as long as nobody has paid', async () => {
    const { shown, asked } = await pagesOn('2026-02-19', ['2026-02-05'], {});
    expect(shown(statement)).toContain('USD 1,100.00|Harbour Tea owes Northlight|Pay by|2026-03-07 ·|Record the payment');
    expect([statement, contract].map(asked)).toEqual([['1100.00'], ['1100.00']]);
    expect(shown(statement)).not.toContain('Since this statement');
  });

  test('what a payment has left of it', async () => {
    const { shown, asked } = await pagesOn('2026-02-21', ['2026-02-05'], { '2026-02-20-first.yaml': first });
    expect(shown(statement)).toContain('Harbour Tea owes Northlight · USD 500.00 of it open as of|2026-02-21');
    expect(shown(statement)).toContain('Pay by|2026-03-07|; USD 500.00 is still to pay');
    expect(shown(statement)).toMatch(/Since this statement\|2026-02-20\|· payment: filed by: Harbour Tea; amount: 600.00; /);
    expect(shown(statement)).toContain('Still open of this statement as of|2026-02-21|: USD 500.00');
    expect(shown(statement)).toContain('Payment balance as of 2026-02-21|Harbour Tea owes Northlight USD 500.00');
    expect(shown(statement)).toContain('On|2026-02-05|, the day of this statement: Harbour Tea owes Northlight USD 1,100.00');
    expect([statement, chinese, contract].map(asked)).toEqual([['500.00'], ['500.00'], ['500.00']]);
  });

  test('that it is overdue', async () => {
    const { shown, asked } = await pagesOn('2026-03-08', ['2026-02-05', '2026-03-05'], { '2026-02-20-first.yaml': first });
    expect(shown(statement)).toContain('Pay by|2026-03-07|, overdue; USD 500.00 is still to pay');
    expect(asked(statement)).toEqual(['500.00']);
  });

  test('nothing, once it is paid', async () => {
    const events = { '2026-02-20-first.yaml': first, '2026-02-27-second.yaml': second };
    const { shown, asked } = await pagesOn('2026-02-28', ['2026-02-05'], events);
    expect(shown(statement)).toContain('USD 1,100.00|paid in full as of|2026-02-28|Pay by|paid in full as of|2026-02-28|Dispute until');
    expect(shown(statement)).toMatch(/Since this statement.*amount: 600.00.*amount: 500.00.*Paid in full as of\|2026-02-28/);
    expect(shown(statement)).toContain('Payment balance as of 2026-02-28|Nothing is owed.');
    expect(shown(chinese)).toContain('到期日|截至|2026-02-28|已全额支付|异议截止日');
    expect([statement, chinese, contract].map(asked)).toEqual([[], [], []]);
  });

  test('a payment that comes when nothing of it is open is none for it', async () => {
    const { shown } = await pagesOn('2026-02-28', ['2026-02-05'], {
      '2026-02-20-first.yaml': first.replace('600', '1100'),
      '2026-02-27-second.yaml': second,
    });
    expect(shown(statement)).toContain('amount: 1,100.00');
    expect(shown(statement)).not.toContain('amount: 500.00');
    expect(shown(statement)).toContain('Credit of Harbour Tea|-500.00');
  });
});

describe('a month that has ended and is not settled stands on its contract’s page, and in status', () => {
  // January comes to 1,000.00 and 10% tax; it is settled five days after its end. March has no rows at all.
  const told = async (asOf: string, settled: readonly string[], ask: Partial<SiteOptions> = {}) => {
    const { texts: own } = golden('dispute-three-ends');
    const at = (day: string) => ({ ...contextFor({ root: '/nowhere', data, asOf: day, format: 'pretty' }), files: memoryFiles(own) });
    for (const day of settled) await run(at(day), (context) => settleDue(context, { contract: null, period: null, preview: false }));
    const into = new Map<string, string>();
    const out = { name: 'public', files: memoryFiles(into) };
    expect((await run(at(asOf), (context) => writeSite(context, { ...OPTIONS, ...ask, out }))).exitCode).toBe(0);
    const status = (await run(at(asOf), (context) => showStatus(context, null, null))).output.replaceAll(/\s+/g, ' ');
    const shown = (name: string) => textOf(into.get(name) ?? '').replaceAll(/\s*\n\s*/g, ' ');
    return { page: shown(`${id}/index.html`), chinese: shown(`zh/${id}/index.html`), index: shown('index.html'), status };
  };

  test('beside the month that runs', async () => {
    const { page, chinese, index, status } = await told('2026-02-03', []);
    expect(page).toContain('2026-01 has ended: USD 1,100.00 as measured so far, settled from 2026-02-05 on.');
    expect(page).toMatch(/2026-01 as measured so far Would pay USD 1,100\.00 .*Total 1,100\.00/);
    expect(chinese).toContain('2026-01 已结束：按目前取数为 USD 1,100.00， 2026-02-05 起结算。');
    expect(index).toContain('2026-02 , settled from 2026-03-05 on; 2026-01 has ended, settled from 2026-02-05 on');
    expect(status).toMatch(/2026-01 has ended.* settled from 2026-02-05/);
  });

  test('when the term is over', async () => {
    const { page, index, status } = await told('2026-04-02', ['2026-02-05', '2026-03-05']);
    expect(page).toContain('2026-03 has ended: USD 0.00 as measured so far, settled from 2026-04-05 on.');
    expect(page).toContain('over; tails follow Next steps');
    for (const each of [index, status]) expect(each).toMatch(/2026-03 has .*ended, settled from 2026-04-05/);
  });

  test('where nothing is measured', async () => {
    const { page } = await told('2026-02-03', [], { settled: true });
    expect(page).toContain('2026-01 has ended; it is settled from 2026-02-05 on.');
  });

  test('when it can be settled already', async () => {
    const { page, status } = await told('2026-02-06', []);
    expect(page).toContain('2026-01 has ended: USD 1,100.00 as measured so far, settled from 2026-02-05 on.');
    expect(status).not.toContain('has ended');
    expect(status).toContain('2026-01: run `concord settle`');
  });
});

test('no page asks its reader for a command: those stand folded, and only where no form is linked', async () => {
  const own = [...pages, ...(await written({ repository: 'https://github.example/b/c' })).pages];
  for (const [path, html] of own) {
    const open = textOf(html.replaceAll(/<details class="part"[\s\S]*?<\/details>/g, ''));
    expect(open, path).not.toMatch(/`|concord [a-z]/);
  }
});

test('that a party has ended the contract stands above what its month may pay, and the handover among the next steps', async () => {
  const { texts: own } = golden('dispute-three-ends');
  const path = `contracts/${id}/contract.yaml`;
  own.set(path, `${own.get(path)}exit: { noticeDays: 5, handoverDays: 10, checklist: [data_export] }\n`);
  own.set(`contracts/${id}/events/2026-02-01-end.yaml`, 'kind: termination\nparty: provider\non: 2026-02-20\ncause: Another market\n');
  const context = { ...contextFor({ root: '/nowhere', data, asOf: '2026-02-04' }), files: memoryFiles(own) };
  const into = new Map<string, string>();
  const out = { name: 'public', files: memoryFiles(into) };
  expect((await run(context, (given) => writeSite(given, { ...OPTIONS, out }))).exitCode).toBe(0);
  const shown = (name: string) => textOf(into.get(name) ?? '').replaceAll(/\s*\n\s*/g, ' ');
  expect(shown(`${id}/index.html`)).toMatch(
    /Northlight has ended the contract early: its last day in force is 2026-02-20 \..*Next steps .*2026-03-02 , both parties: complete the handover .*With the command line complete the handover: concord exit/,
  );
  expect(shown(`zh/${id}/index.html`)).toContain('Northlight 已提前终止合同，最后有效日为 2026-02-20 。');
});

test('statements stand before what goes day by day, which is folded', () => {
  const html = pages.get(`${id}/index.html`) ?? '';
  expect(html.indexOf('<h2>Statements</h2>')).toBeGreaterThan(0);
  expect(html.slice(0, html.indexOf('<h2>Statements</h2>'))).not.toContain('Day by day');
});

test('an index of a hundred running contracts with their chances is at most 60 kB, and tells of each its hardest target', async () => {
  const context = place('2026-03-10');
  const read = await readContract(context.files, id);
  const standing = standingIn(context, read, await settlerIn(context.files), null);
  const { terms } = standing;
  if (terms === null) throw new Error('no terms');
  const kpi = terms.contract.kpis[0];
  if (kpi === undefined) throw new Error('no KPI');
  const titles = [
    { en: 'Return on ad spend', zh: '广告投入产出比' },
    { en: 'Cost per new customer', zh: '新客获取成本' },
    { en: 'Refund rate', zh: '退款率' },
  ];
  const metrics = titles.map(
    (title, index) => ({ ...terms.definitions.metrics[0], id: `m${index}`, title }) as (typeof terms.definitions.metrics)[number],
  );
  const kpis = metrics.map((metric, index) => ({ ...kpi, id: `k${index}`, metric: metric.id }));
  const outlook = {
    kpis: ['0.54', '0.983', '0.071'].map((chance, index) => ({ id: `k${index}`, levels: [{ level: 'target', chance }] })),
  } as unknown as Outlook;
  const contracts = Array.from({ length: 100 }, (_, index) => {
    const name = `shop-${String(index).padStart(4, '0')}-agency`;
    const title = { en: `Toys Direct × Agency ${index} paid media`, zh: `Toys Direct × Agency ${index} 广告投放` };
    const own = { contract: { ...terms.contract, id: name, title, kpis }, definitions: { ...terms.definitions, metrics } };
    return { standing: { ...standing, contract: name, terms: { ...terms, ...own } }, outlook };
  });
  for (const [locale, chance] of [
    ['en', 'Refund rate (about 1 in 10)'],
    ['zh', '退款率（约一成）'],
  ] as const) {
    const html = pageHtml(indexPage(contracts, ['2026-03-10' as LocalDate], locale));
    expect(Buffer.byteLength(html), locale).toBeLessThanOrEqual(60_000);
    expect(html.split(chance).length - 1).toBe(100);
    const few = pageHtml(indexPage(contracts.slice(0, 30), ['2026-03-10' as LocalDate], locale));
    expect(few.split(titles[1]?.[locale] ?? '').length - 1, 'a short list has all of them').toBe(30);
  }
});

/** A month with an outage that was agreed to leave out, settled; pages of what is settled alone. */
async function withOutage() {
  const excluded = golden('exclusion-drop');
  const outage = `contracts/${excluded.id}/events/2026-01-20-tag-outage.yaml`;
  excluded.texts.set(outage, readFileSync(new URL(outage, excluded.folder), 'utf8'));
  const at = (asOf: string) => ({
    ...contextFor({ root: '/nowhere', data: fileURLToPath(new URL('data', excluded.folder)), asOf }),
    files: memoryFiles(excluded.texts),
  });
  await run(at('2026-02-05'), (context) => settleDue(context, { contract: null, period: null, preview: false }));
  const into = new Map<string, string>();
  const out = { name: 'public', files: memoryFiles(into) };
  const write = () => run(at('2026-02-20'), (context) => writeSite(context, { ...OPTIONS, settled: true, out }));
  return { ...excluded, into, write };
}

test('pages of what is settled alone have what exclusions leave, which stands in the evidence', async () => {
  const { id, into, write } = await withOutage();
  expect((await write()).crash).toBeNull();
  // 450 and 300 in the month; without the 10th to the 12th 350 and 100: 3.5.
  expect(into.get(`${id}/2026-01.html`)).toContain('what is left: Sales 350.00, spend 100.00');
});

test.each([
  ['broken', '{', 'ledger-not-json'],
  ['gone', null, 'ledger-file-missing'],
])('evidence that is asked for and %s is told, and its month has no page', async (_, text, code) => {
  const { id, texts, into, write } = await withOutage();
  const file = `contracts/${id}/ledger/2026-01/evidence.json`;
  if (text === null) texts.delete(file);
  else texts.set(file, text);
  const { crash, exitCode, errors } = await write();
  expect([crash, exitCode]).toEqual([null, 1]);
  expect(errors).toContain(code);
  expect([...into.keys()].filter((path) => path.includes('2026-01'))).toEqual([]);
});
