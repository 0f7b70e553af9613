import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEMPLATES } from '../../../src/sample/templates.js';
import { runCli } from '../../run-cli.js';
import { files, type WrittenKind } from '../support/documents.js';
import { LanguageServer } from '../support/language-server.js';

/*
 * VS Code's YAML server on what people edit: with the schema that a file names, an untouched contract has nothing underlined,
 * a slip has, and fields are offered.
 */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
let place = '';
let server: LanguageServer;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'concord-editor-'));
  cpSync(join(ROOT, 'schemas'), join(place, 'schemas'), { recursive: true });
  cpSync(join(ROOT, 'contracts'), join(place, 'contracts'), { recursive: true });
  server = await LanguageServer.start(place);
});
afterAll(() => {
  server.stop();
  rmSync(place, { recursive: true });
});

const KINDS: readonly WrittenKind[] = ['contract', 'definitions', 'event', 'workspace'];
const SHIPPED = KINDS.flatMap((kind) => [...files(kind).keys()].filter((path) => path.startsWith('contracts/')));

test.each(SHIPPED)('%s has nothing underlined', async (path) => {
  const text = readFileSync(join(place, path), 'utf8');
  expect(text).toContain('yaml-language-server: $schema=');
  expect(await server.diagnose(join(place, path), text)).toEqual([]);
});

describe.each(TEMPLATES.map(({ name }) => name))('a contract from the template %s', (template) => {
  const folder = () => join(place, 'contracts', `from-${template}`);
  beforeAll(async () => {
    const made = await runCli(['init', `from-${template}`, '--template', template, '--root', place]);
    expect(made.stderr).toBe('');
  });

  test.each(['contract.yaml', 'definitions.yaml'])('%s has nothing underlined', async (file) => {
    const path = join(folder(), file);
    expect(await server.diagnose(path, readFileSync(path, 'utf8'))).toEqual([]);
  });

  test('a misspelt field and a share without its sign are underlined', async () => {
    const text = readFileSync(join(folder(), 'contract.yaml'), 'utf8');
    const slips = text.replace('currency:', 'curency:').replace(/weight: \d+%/, 'weight: 40');
    expect(slips).not.toBe(text);
    const lines = slips.split('\n');
    const found = await server.diagnose(join(folder(), 'slips.yaml'), slips);
    const places = found.map(({ range }) => lines[range.start.line] ?? '');
    expect(places.some((line) => line.includes('curency:'))).toBe(true);
    expect(places.some((line) => line.includes('weight: 40'))).toBe(true);
  });
});

test('fields are offered where one is begun', async () => {
  const path = join(place, 'contracts', 'begun', 'contract.yaml');
  const text = '# yaml-language-server: $schema=../../schemas/contract.schema.json\napiVersion: concord/v1\nkind: Contract\ncurr\n';
  await server.diagnose(path, text);
  expect(await server.complete(path, 3, 4)).toContain('currency');
});
