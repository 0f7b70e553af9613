import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { settleDue } from '../../src/commands/run/settle.js';
import { writeSite } from '../../src/commands/run/site.js';
import { sampleStory } from '../../src/sample/story.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { contextFor, run } from '../in-process.js';
import { REPOSITORY } from '../run-cli.js';

/** Pages on the disk: of the sample half a year on, with a hold that was released, a dispute and a running period; of hostile texts. */
export interface SitePlace {
  readonly contract: string;
  /** A settled period. */
  readonly period: string;
  /** The folder of the pages, and that of the repository. */
  readonly pages: string;
  readonly root: string;
}

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function settle(root: string, asOf: string): Promise<void> {
  const settled = await run(contextFor({ root, asOf }), (context) => settleDue(context, { contract: null, period: null, preview: false }));
  if (settled.exitCode !== 0) throw new Error(`${settled.output}${settled.errors ?? ''}${settled.crash?.stack ?? ''}`);
}

async function write(root: string, asOf: string): Promise<string> {
  const pages = join(root, 'public');
  const written = await run(contextFor({ root, asOf }), (context) =>
    writeSite(context, {
      contract: null,
      out: { name: 'public', files: localFiles(pages) },
      settled: false,
      publish: false,
      repository: 'https://github.com/acme/contracts',
    }),
  );
  if (written.exitCode !== 0) throw new Error(`${written.output}${written.errors ?? ''}${written.crash?.stack ?? ''}`);
  return pages;
}

/** The sample relationship until a day in July. */
export async function samplePages(): Promise<SitePlace> {
  const root = mkdtempSync(join(tmpdir(), 'concord-pages-'));
  const { contract, steps } = sampleStory();
  for (const path of ['contracts/workspace.yaml', `contracts/${contract}`, 'schemas']) {
    cpSync(join(REPOSITORY, path), join(root, path), { recursive: true });
  }
  let asOf = '';
  for (const step of steps.filter((each) => each.asOf <= '2026-07-15')) {
    for (const [path, text] of step.data) put(root, `data/${path}`, text);
    for (const { file, yaml } of step.events) put(root, `contracts/${contract}/events/${file}`, yaml);
    asOf = step.asOf;
    await settle(root, asOf);
  }
  return { contract, period: '2026-06', root, pages: await write(root, asOf) };
}

/** What somebody would write who wants a reader to see, load or run something. */
export const HOSTILE = `"><script>alert(1)</script><img src=http://example.com/x.png onerror=alert(1)>`;
const LONG = 'W'.repeat(90);

/** A settled contract whose every title is hostile or endless. */
export async function hostilePages(): Promise<SitePlace> {
  const root = mkdtempSync(join(tmpdir(), 'concord-hostile-'));
  const golden = join(REPOSITORY, 'tests/golden/dispute-three-ends');
  for (const folder of ['contracts', 'data']) cpSync(join(golden, folder), join(root, folder), { recursive: true });
  const contract = 'tea-disputes';
  const path = `contracts/${contract}/contract.yaml`;
  const titled = (of: string) => JSON.stringify(`${of} ${HOSTILE} ${LONG}`);
  const text = readFileSync(join(root, path), 'utf8')
    .replace(/^title: (.*)$/m, (_, title: string) => `title: ${titled(title)}`)
    .replace(/name: ([^,}]+)/g, (_, name: string) => `name: ${titled(name)}`)
    .replace(/\{ id: (\w+), (?=kind: commission|metric: )/g, (_, id: string) => `{ id: ${id}, title: ${titled(id)}, `);
  put(root, path, text);
  for (const asOf of ['2026-02-05', '2026-03-05']) await settle(root, asOf);
  return { contract, period: '2026-01', root, pages: await write(root, '2026-03-20') };
}
