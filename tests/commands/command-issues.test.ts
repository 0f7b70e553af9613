import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { COMMAND_ISSUES } from '../../src/words/command-issues.js';
import { contractFrame } from '../contract-frame.js';
import { REPOSITORY, runCli, runWarm } from '../run-cli.js';

/*
 * tests/bad/commands/<code>.yaml asks a command for something that is not there, of a small settled contract (or
 * in an empty folder), and says exactly what is printed.
 */
const FOLDER = new URL('../bad/commands/', import.meta.url);

interface Mistake {
  readonly args: readonly string[];
  /** Commands run before, for example to settle a period. */
  readonly before?: readonly (readonly string[])[];
  readonly empty?: boolean;
  /** Whether it writes something: then it is asked in a new place in each language. */
  readonly writes?: boolean;
  /** More files of the repository. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files that are gone after that. */
  readonly removed?: readonly string[];
  /** A link in the repository, and where it leads. */
  readonly link?: { readonly from: string; readonly to: string };
  /** A folder of node_modules that an installation without optional packages lacks. */
  readonly without?: string;
  readonly exit: number;
  readonly en: string;
  readonly zh: string;
}

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-commands-'));
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const CONTRACT = `${contractFrame({ id: 'acme-linkstar', title: 'Acme x Linkstar', lockAfterDays: 15 })}kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 1000 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 3000 }
`;

const DEFINITIONS = `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_on }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
`;

function place(name: string, empty: boolean): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  if (empty) return folder;
  const files = {
    'contracts/acme-linkstar/contract.yaml': CONTRACT,
    'contracts/acme-linkstar/definitions.yaml': DEFINITIONS,
    'data/shop/orders.csv': 'id,paid_on,amount\n1,2026-01-05,500\n2,2026-02-01,10\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The program as it is installed where some packages are not. @returns the path of its command line. */
function installedWithout(folder: string): string {
  const place = mkdtempSync(join(root, 'installed-'));
  for (const name of ['dist', 'package.json']) cpSync(join(REPOSITORY, name), join(place, name), { recursive: true });
  mkdirSync(join(place, 'node_modules'));
  const packages = readdirSync(join(REPOSITORY, 'node_modules')).filter((name) => name !== folder && !name.startsWith('.'));
  for (const name of packages) symlinkSync(join(REPOSITORY, 'node_modules', name), join(place, 'node_modules', name));
  return join(place, 'dist/cli.js');
}

describe('what a command says when it is asked for something that is not there', () => {
  const files = readdirSync(FOLDER).sort();

  test('every code has its file', () => {
    const codes = Object.keys(COMMAND_ISSUES);
    expect(files).toEqual(codes.map((code) => `${code}.yaml`).sort());
  });

  test.concurrent.each(files)('%s', async (file) => {
    const mistake = parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Mistake;
    const folder = place(file, mistake.empty === true);
    const putFiles = () => {
      for (const [path, text] of Object.entries(mistake.files ?? {})) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    };
    putFiles();
    const { link } = mistake;
    if (link !== undefined) {
      mkdirSync(dirname(join(folder, link.from)), { recursive: true });
      symlinkSync(link.to, join(folder, link.from));
    }
    const here = ['--root', folder, '--as-of', '2026-02-20'];
    for (const args of mistake.before ?? []) expect((await runWarm([...args, ...here])).stderr).toBe('');
    for (const path of mistake.removed ?? []) rmSync(join(folder, path));
    for (const locale of ['en', 'zh'] as const) {
      const args = [...mistake.args, ...here, '--locale', locale];
      const { without } = mistake;
      const { code, stdout, stderr } =
        without === undefined ? await runWarm(args) : await runCli(args, {}, undefined, installedWithout(without));
      // what stops nothing stands among all else that is said
      const said = mistake.exit === 0 ? `${stdout}${stderr}` : stderr;
      if (mistake.writes === true) {
        rmSync(folder, { recursive: true });
        place(file, mistake.empty === true);
        putFiles();
      }
      const words = said.replaceAll(folder, '<root>').trim();
      if (mistake.exit === 0) expect(words).toContain(mistake[locale].trim());
      else expect(words).toBe(mistake[locale].trim());
      expect(code).toBe(mistake.exit);
    }
  });
});
