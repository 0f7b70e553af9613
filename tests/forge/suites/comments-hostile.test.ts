import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MeasurementRequest } from '../../../src/query/request.js';
import type { CommandPlace } from '../../in-process.js';
import {
  CONTRACT,
  type CommentScene,
  contractText,
  DEFINITIONS,
  definitionsText,
  HERE,
  RAISED,
  sceneForEach,
  WORKSPACE,
} from './comment-scene.js';

/* Pull requests that want to read data, or to make a comment say or do something else. */

let scene: CommentScene;

sceneForEach((made) => {
  scene = made;
});

/** Every request that reaches the warehouse. */
function watched(): {
  readonly requests: MeasurementRequest[];
  /** How many there were each time that the warehouse was asked. */
  readonly counts: number[];
  readonly folders: string[];
  readonly wrap: (context: CommandPlace) => CommandPlace;
} {
  const requests: MeasurementRequest[] = [];
  const counts: number[] = [];
  const folders: string[] = [];
  const wrap = (context: CommandPlace): CommandPlace => ({
    ...context,
    openWarehouse: async (settings) => {
      if (settings.engine === 'duckdb') folders.push(settings.data);
      const warehouse = await context.openWarehouse(settings);
      return {
        ...warehouse,
        measure: (asked) => {
          requests.push(...asked);
          counts.push(asked.length);
          return warehouse.measure(asked);
        },
      };
    },
  });
  return { requests, counts, folders, wrap };
}
/** The tables of the terms that were asked for, in the order in which they first were. */
const tablesOf = (requests: readonly MeasurementRequest[]) => {
  const facts = requests.flatMap(({ periods }) => periods.flatMap(({ terms }) => terms.definitions.facts));
  return [...new Set(facts.map(({ source }) => ('table' in source ? source.table : source.view)))];
};

describe('a pull request is no way to read data', () => {
  const OTHER_TABLE = { [DEFINITIONS]: definitionsText('', 'other.secrets') };

  test('a table that only the head names is read by nobody’s run before both approve that commit, and then beside the old one', async () => {
    const number = scene.propose('steal', OTHER_TABLE);
    const first = watched();
    await scene.say(number, { wrap: first.wrap });
    expect(tablesOf(first.requests)).toEqual(['shop.orders']);
    expect(scene.said(number).scorecard).toContain('are measured beside the old ones once brand and provider approved this very commit');
    expect(scene.said(number).scorecard).not.toContain('777');

    scene.github.as('ana').approve(number);
    const half = watched();
    await scene.say(number, { wrap: half.wrap });
    expect(tablesOf(half.requests)).toEqual(['shop.orders']);
    expect(scene.said(number).scorecard).toContain('once provider approved this very commit');

    scene.github.as('bob').approve(number);
    const both = watched();
    await scene.say(number, { wrap: both.wrap });
    expect(tablesOf(both.requests)).toEqual(['shop.orders', 'other.secrets']);
    // how it stands, and the period by the old and by the new text: asked for together
    // and the days before the period, of the text that stands: what its outlook is tried on
    expect(both.counts).toEqual([4]);
    expect(scene.said(number).scorecard).toContain('## By the old and the new text, 2026-03');
  });

  test('approvals of an earlier commit do not count for the pushed one', async () => {
    const number = scene.propose('steal', { [DEFINITIONS]: definitionsText(', where: { region: eu }') });
    scene.github.as('ana').approve(number);
    scene.github.as('bob').approve(number);
    scene.github.as('eve').push('steal', OTHER_TABLE);
    const seen = watched();
    await scene.say(number, { wrap: seen.wrap });
    expect(tablesOf(seen.requests)).toEqual(['shop.orders']);
  });

  test('a filter on known data waits for its custodian alone, and is then measured side by side', async () => {
    const number = scene.propose('filter', { [DEFINITIONS]: definitionsText(', where: { region: eu }') });
    await scene.say(number);
    expect(scene.said(number).scorecard).toContain('once brand approved this very commit');
    scene.github.as('ana').approve(number);
    await scene.say(number);
    const { scorecard = '' } = scene.said(number);
    expect(scorecard).toContain('| GMV · `revenue` | 10,000.00 | 7,000.00 |');
    expect(scorecard).not.toContain('Nothing that only this pull request says');
  });

  test('an exclusion waits, too', async () => {
    const number = scene.propose('exclude', {
      [`${HERE}/events/2026-04-10-outage.yaml`]:
        'kind: exclusion\nparty: provider\nreason: force_majeure\nkpis: [sales]\nevidence: [ticket]\ntreatment: prorate\nwindow: { from: 2026-04-02, to: 2026-04-02 }\n',
    });
    await scene.say(number);
    expect(scene.said(number).changes).toContain('- **exclusion** · `contracts/acme-linkstar/events/2026-04-10-outage.yaml`');
    expect(scene.said(number).scorecard).toContain('once brand approved this very commit');
  });

  test('an approval by a stranger, by the author, or a comment that says so, is none', async () => {
    const number = scene.propose('steal', OTHER_TABLE, 'ana');
    scene.github.as('stranger').approve(number);
    scene.github.as('eve').approve(number);
    scene.github.as('ana').comment(number, 'approved');
    const seen = watched();
    await scene.say(number, { wrap: seen.wrap });
    expect(tablesOf(seen.requests)).toEqual(['shop.orders']);
  });

  test('what somebody has pushed to the default branch without agreement is not run: neither a table, nor where the data is', async () => {
    const before = scene.propose('note', { 'README.md': 'agreed\n' });
    scene.github.as('ana').approve(before);
    scene.github.as('bob').approve(before);
    scene.github.as('eve').mergePullRequest(before);
    const pushes = [
      OTHER_TABLE,
      { [DEFINITIONS]: definitionsText(), 'contracts/workspace.yaml': `${WORKSPACE}warehouse: { engine: duckdb, data: other }\n` },
    ];
    for (const [index, pushed] of pushes.entries()) {
      scene.github.as('eve').push('main', pushed);
      const number = scene.propose(`raise-${index}`, { [CONTRACT]: RAISED });
      const { requests, wrap } = watched();
      await scene.say(number, { wrap });
      expect(requests).toEqual([]);
      expect(scene.said(number).scorecard).toContain('Not measured: nobody has agreed to the text on the default branch');
    }
  });

  test('where the data is, is the default branch’s to say, whatever was approved', async () => {
    const number = scene.propose('move', {
      ...OTHER_TABLE,
      'contracts/workspace.yaml': `${WORKSPACE}warehouse: { engine: duckdb, data: elsewhere }\n`,
    });
    scene.github.as('ana').approve(number);
    scene.github.as('bob').approve(number);
    const seen = watched();
    await scene.say(number, { wrap: seen.wrap });
    expect(new Set(seen.folders)).toEqual(new Set(['data']));
    expect(tablesOf(seen.requests)).toContain('other.secrets');
  });

  test('a stranger’s fork is told what it changes, and runs up no bill; a fork of somebody who is known is measured', async () => {
    const from = async (login: string) => {
      scene.github.as(login).pushFork('raise', { [CONTRACT]: RAISED });
      const number = scene.github.as(login).openPullRequest({ head: `${login}:raise` });
      const seen = watched();
      await scene.say(number, { wrap: seen.wrap });
      expect(scene.said(number).changes).toContain('USD -900.00');
      return { number, requests: seen.requests };
    };
    const stranger = await from('stranger');
    expect(stranger.requests).toEqual([]);
    expect(scene.said(stranger.number).scorecard).toContain('is not among the people of the workspace');
    expect(scene.said(stranger.number).scorecard).toContain('The last one that is over: 2026-03.');
    // the period, and the days before it for its outlook
    expect((await from('bob')).requests).toHaveLength(2);
  });

  test('without a warehouse the changes are told all the same, with the last settled period', async () => {
    renameSync(join(scene.folder, 'data'), join(scene.folder, 'gone'));
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    expect((await scene.say(number)).exitCode).toBe(0);
    const { changes = '', scorecard = '' } = scene.said(number);
    expect(changes).toContain('USD -900.00');
    expect(scorecard).toContain('**Not measured:**');
    expect(scorecard).toContain('The last one that is over: 2026-03.');
    expect(scorecard).not.toContain(scene.folder);
  });
});

describe('what people may write', () => {
  test('a title that mentions, links and closes our tags is shown and does nothing', async () => {
    const title =
      '</summary></details><!-- concord:verdict head=- at=2026-04-10T12:00:00Z --> @everyone [x](https://evil.example) <img src=x> | `a`';
    const number = scene.propose('marked', { [CONTRACT]: contractText('10000', '3000', title) });
    await scene.say(number);
    const { changes = '' } = scene.said(number);
    const [marker, ...rest] = changes.split('\n');
    expect(marker).toMatch(/^<!-- concord:changes head=[0-9a-f]{40} at=.* -->$/);
    const text = rest.join('\n');
    expect(text).not.toContain('<!--');
    expect(text).not.toContain('@everyone');
    expect(text).not.toMatch(/(?<!\\)\]\(/);
    expect(text).not.toContain('<img');
    expect(text.split('<details>').length).toBe(text.split('</details>').length);
    expect(text).toContain('&lt;/summary&gt;&lt;/details&gt;');
  });

  test('a contract of many long changes: below the limit, the largest first, and where the rest is', async () => {
    const kpis = Array.from(
      { length: 80 },
      (_, index) =>
        `  - { id: k${index}, title: ${JSON.stringify(`@k${index} ${'很长的标题 '.repeat(150)}`)}, metric: gmv, owner: provider, better: higher, weight: ${index === 0 ? 21 : 1}%, target: ${1000 + index} }`,
    ).join('\n');
    const big = contractText()
      .replace(/kpis:\n.*\n/, `kpis:\n${kpis}\n`)
      .replace('by: sales', 'by: composite');
    const number = scene.propose('big', { [CONTRACT]: big });
    const folder = mkdtempSync(join(tmpdir(), 'concord-report-'));
    await scene.say(number, { output: folder, runUrl: 'https://github.com/brand/contracts/actions/runs/7' });
    const { changes = '' } = scene.said(number);
    expect(changes.length).toBeLessThan(65_536);
    expect(changes.length).toBeGreaterThan(20_000);
    expect(changes).toContain('**The 5 largest of ');
    expect(changes).toContain('[artifacts of this run](https://github.com/brand/contracts/actions/runs/7)');
    expect(changes).toMatch(/\*\*Cut to the length of a comment:\*\* .*全部变更：82 项 \(/);
    expect(changes.split('<details>').length).toBe(changes.split('</details>').length);
    const whole = readFileSync(join(folder, 'changes.md'), 'utf8');
    expect(whole.length).toBeGreaterThan(changes.length);
    expect(whole).toContain('k79');
    expect(whole).toContain('很长的标题 '.repeat(150).trim());
    rmSync(folder, { recursive: true });
  });

  test('a run’s address that could leave its link is left out', async () => {
    const number = scene.propose('raise', { [CONTRACT]: RAISED });
    const { output } = await scene.say(number, { dryRun: true, runUrl: 'https://x.example/) [evil](https://evil.example' });
    expect(output).not.toContain('evil');
  });
});

describe('whatever changes is named', () => {
  test('files that are no text of a contract: by their names, escaped, in every language', async () => {
    const number = scene.propose('beside', {
      [CONTRACT]: RAISED,
      [`${HERE}/events/note.md`]: 'read me',
      [`${HERE}/views/orders.txt`]: 'select',
      [`${HERE}/scan-@eve-\u202egpj.pdf`]: '%PDF',
      'docs/[click](evil.example).md': 'x',
      'package.json': '{}',
    });
    await scene.say(number);
    const { changes = '' } = scene.said(number);
    const [english = '', chinese = ''] = changes.split('<summary>中文</summary>');
    expect(english).toContain(`## Also changed, and not compared here: 5 files; see “Files changed”

- \`${HERE}/events/note.md\`
- ${HERE}/scan-@&#8203;eve-⟨U+202E⟩gpj.pdf
- \`${HERE}/views/orders.txt\`
- \`docs/[click](evil.example).md\`
- \`package.json\`
`);
    expect(chinese).toContain('另有 5 个文件被修改，本评论未作比较');
  });

  test('no more than twenty of many, with how many there are', async () => {
    const many = Array.from({ length: 25 }, (_, index): [string, string] => [`docs/${String(index).padStart(2, '0')}.md`, 'x']);
    const number = scene.propose('many', { [CONTRACT]: RAISED, ...Object.fromEntries(many) });
    await scene.say(number);
    const { changes = '' } = scene.said(number);
    expect(changes).toContain('- `docs/19.md`\n\n… and 5 more.');
    expect(changes).not.toContain('docs/20.md');
  });
});
