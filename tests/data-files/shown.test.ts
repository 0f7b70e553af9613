import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { REPOSITORY } from '../run-cli.js';
import { DECLARED, HERE } from './declared.js';

/*
 * Which finding about files is shown by what. `declared`: formats.test.ts gives the right figure, with a declaration. `read`:
 * exports.test.ts gives it without a word. `told`: exports.test.ts has the message, word for word in both languages. `doctor`: it is
 * measured as its definitions ask, and doctor says what is odd.
 */
const SHOWN: Readonly<Record<string, readonly ('declared' | 'read' | 'told' | 'doctor')[]>> = {
  '01-folder-file-lacks-filter-column': ['told'],
  '02-folder-amount-renamed-nulls-zero': ['told'],
  '03-thousands-dot-idr': ['told', 'declared'],
  '04-thousands-dot-clicks': ['told', 'declared'],
  '05-row-of-customers-in-message': ['told'],
  '06-meta-duplicate-header': ['doctor', 'declared'],
  '07-meta-names-not-unique': ['doctor'],
  '08-google-ads-preamble-and-totals': ['told', 'declared'],
  '09-shopify-native-time': ['read'],
  '10-shopify-continuation-rows': ['doctor', 'declared'],
  '11-did-you-mean-nothing': ['told'],
  '12-did-you-mean-dead-end': ['told'],
  '13-empty-header-name': ['read'],
  '14-utf16': ['told', 'declared'],
  '15-xlsx-renamed-csv': ['told'],
  '16-appledouble-blames-wrong-file': ['read'],
  '17-gbk': ['told', 'declared'],
  '18-gbk-header-twice': ['told', 'declared'],
  '19-chinese-columns': ['told', 'declared'],
  '20-chinese-table': ['told'],
  '21-chinese-table-in-view': ['told'],
  '22-tiktok-description-row': ['told', 'declared'],
  '23-amazon-v2-us-txt': ['told', 'declared'],
  '24-amazon-date-range': ['told', 'declared'],
  '25-amazon-business-report': ['told', 'declared'],
  '26-shopee-xlsx': ['told', 'declared'],
  '27-gzip': ['read'],
  '28-uppercase-extension': ['read'],
  '29-semicolon-eu': ['told', 'declared'],
  '30-filter-value-never-occurs': ['read', 'doctor'],
  '31-meta-weekly-rows': ['read', 'doctor'],
  '32-ga4-report-many-tables': ['told'],
  '33-header-differs-by-case': ['told', 'declared'],
  '34-no-seconds': ['doctor'],
  '35-ga4-floats': ['told'],
  '36-tmall-yen-amounts': ['told', 'declared'],
  '37-padded-header': ['told', 'declared'],
};

interface Answer {
  readonly doctor: { readonly en: string };
  readonly score: readonly string[] | { readonly en: string; readonly zh: string };
}

const FINDINGS = process.env.CONCORD_FINDINGS ?? resolve(REPOSITORY, '../shared/findings');

test('every export that went wrong is shown by something', () => {
  expect(Object.keys(SHOWN)).toEqual(readdirSync(join(HERE, 'exports')).sort());
  if (!existsSync(FINDINGS)) return;
  const found = readdirSync(join(FINDINGS, 'exports'), { withFileTypes: true });
  expect(found.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()).toEqual(Object.keys(SHOWN));
});

test.each(Object.entries(SHOWN))('%s', (name, shown) => {
  const { score, doctor }: Answer = parse(readFileSync(join(HERE, 'exports', name, 'expected.yaml'), 'utf8'));
  const lines = 'en' in score ? null : score;
  expect(shown.includes('declared')).toBe(name in DECLARED);
  if (shown.includes('told')) expect(lines).toBeNull();
  if (shown.includes('read')) expect(lines?.some((line) => /^sales [0-9.]+$/.test(line))).toBe(true);
  if (shown.includes('doctor')) expect(doctor.en).toMatch(/\d+ needs? attention/);
});
