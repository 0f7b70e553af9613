import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintContract } from '../../src/contract/lint/lint-contract.js';
import { loadContract } from '../../src/contract/load-contract.js';
import { fileColumns } from '../../src/provision/checks.js';
import {
  renderTemplate,
  TEMPLATE_SIGNATORIES,
  TEMPLATES,
  type Template,
  type TemplateValues,
  WORKSPACE_TEMPLATE,
} from '../../src/sample/templates.js';

const FOLDER = new URL('../../templates/', import.meta.url);

const VALUES: TemplateValues = {
  id: 'my-first',
  brand: 'Acme Home',
  provider: 'Linkstar',
  brandSignatories: TEMPLATE_SIGNATORIES.brand,
  providerSignatories: TEMPLATE_SIGNATORIES.provider,
  currency: 'USD',
  timezone: 'America/New_York',
  from: '2026-01-01',
  to: '2026-12-31',
};

function sourcesOf(template: Template): ReadonlyMap<string, string> {
  const read = (path: string) => readFileSync(new URL(path, FOLDER), 'utf8');
  return new Map([
    [WORKSPACE_TEMPLATE, read(WORKSPACE_TEMPLATE)],
    ...template.files.map((file): [string, string] => [file, read(`${template.name}/${file}`)]),
  ]);
}

function render(template: Template, values: Partial<TemplateValues> = {}): ReadonlyMap<string, string> {
  return renderTemplate(template, sourcesOf(template), { ...VALUES, ...values });
}

test('the list names every folder and every file', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  // And the one of new repositories.
  expect(folders.map((entry) => entry.name)).toEqual([...TEMPLATES.map((template) => template.name), 'repository'].sort());
  for (const template of TEMPLATES) {
    const entries = readdirSync(new URL(`${template.name}/`, FOLDER), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.split(`/${template.name}/`)[1]);
    expect(files.map((file) => file?.replace(/^\/+/, '')).sort()).toEqual([...template.files].sort());
  }
});

describe.each(TEMPLATES)('the template $name', (template) => {
  test('loads without an issue', () => {
    const { folder, issues } = loadContract(VALUES.id, render(template));
    expect(issues).toEqual([]);
    expect(folder?.terms.contract.calendar.every).toBe(template.every);
  });

  test('names the packs that BigQuery cannot have', () => {
    const { folder } = loadContract(VALUES.id, render(template));
    const unfit =
      folder === null
        ? []
        : fileColumns(folder.terms.definitions).map(({ params }) => /column-pack:([^|]+)/.exec(String(params.advice))?.[1]);
    expect(template.ofFilesAlone ?? []).toEqual([...new Set(unfit)]);
  });

  test('leaves nothing to advise but the paper and the history, which only the two parties know', () => {
    const { folder } = loadContract(VALUES.id, render(template));
    expect(folder === null ? [] : lintContract({ terms: folder.terms }).map((issue) => issue.code)).toEqual([
      'no-agreement',
      'no-baseline',
    ]);
  });

  test('has no place left open', () => {
    for (const [path, text] of render(template)) expect(text, path).not.toMatch(/\{\{|\}\}(?! )/);
  });

  test('takes any name, currency, zone and term', () => {
    const values = {
      brand: 'A "quoted": {name} # \\ \n- x',
      provider: '灵星 & Co. \u2028 *',
      currency: 'JPY',
      timezone: 'Asia/Tokyo',
      from: '2026-11-18',
      to: '2028-02-29',
    };
    const { folder, issues } = loadContract(VALUES.id, render(template, values));
    expect(issues).toEqual([]);
    expect(folder?.terms.contract.parties.brand.name).toBe(values.brand);
    expect(folder?.terms.contract.parties.provider.name).toBe(values.provider);
    expect(folder?.terms.contract.term).toEqual({ from: '2026-11-18', to: '2028-02-29' });
  });
});
