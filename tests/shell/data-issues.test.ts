import { readdirSync, readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Terms } from '../../src/contract/model.js';
import type { Issue } from '../../src/kernel/issue.js';
import { DATA_ISSUES } from '../../src/words/data-issues.js';
import { drop, request } from '../build-terms.js';
import { contractFrame } from '../contract-frame.js';
import { wordsOf } from '../issue-words.js';
import { openDuckdb } from '../warehouses.js';
import { measureFolder, withData } from './data-folder.js';

/*
 * tests/bad/data/<code>.yaml is definitions and data that do not go together, and says exactly what is answered.
 */
const FOLDER = new URL('../bad/data/', import.meta.url);

interface Mistake {
  readonly definitions: string;
  /** Texts of views by name. */
  readonly views?: Readonly<Record<string, string>>;
  /** Files of the data folder; a list is the lines of a file. */
  readonly data: Readonly<Record<string, string | readonly string[]>>;
  /** Files that are no text. */
  readonly base64?: Readonly<Record<string, string>>;
  /** Whether files are written as Western Windows writes them, one byte a character. */
  readonly latin1?: boolean;
  /** A link in the data folder, and where it leads. */
  readonly link?: { readonly from: string; readonly to: string };
  /** An exclusion of the KPI by the hour. */
  readonly hours?: { readonly from: string; readonly to: string };
  /** What only an older release could have let through: changed in the normalized definitions. */
  readonly become?: { readonly find: string; readonly with: string };
  /** What only `doctor` tells. */
  readonly diagnose?: boolean;
  readonly noFolder?: boolean;
  /** Limits below those of every day. */
  readonly limits?: { readonly viewSeconds?: number; readonly memory?: string; readonly disk?: string };
  readonly expected: readonly { readonly at: string; readonly code: string; readonly en: string; readonly zh: string }[];
}

const ROOT = 'contracts/acme-linkstar';
const CONTRACT = `${contractFrame({ id: 'acme-linkstar', title: 'Acme x Linkstar', timezone: 'Asia/Shanghai', lockAfterDays: 15 })}kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 1000 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 3000 }
`;

function termsOf({ definitions, views = {}, become }: Mistake): Terms {
  const files = new Map([
    [`${ROOT}/contract.yaml`, CONTRACT],
    [`${ROOT}/definitions.yaml`, definitions],
    ...Object.entries(views).map(([name, text]): [string, string] => [`${ROOT}/views/${name}`, text]),
  ]);
  const { folder, issues } = loadContract('acme-linkstar', files);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (folder === null) throw new Error(JSON.stringify(errors));
  if (become === undefined) return folder.terms;
  const text = JSON.stringify(folder.terms);
  if (!text.includes(become.find)) throw new Error(`${become.find} does not occur`);
  return JSON.parse(text.replaceAll(become.find, () => become.with)) as Terms;
}

async function issuesOf(mistake: Mistake): Promise<readonly Issue[]> {
  const bytes = (content: string | readonly string[]): Buffer =>
    Buffer.from(typeof content === 'string' ? content : content.join('\n'), 'latin1');
  const data =
    mistake.latin1 === true
      ? Object.fromEntries(Object.entries(mistake.data).map(([name, content]) => [name, bytes(content)]))
      : mistake.data;
  const binary = Object.entries(mistake.base64 ?? {}).map(([name, content]) => [name, Buffer.from(content, 'base64')]);
  return withData({ ...data, ...Object.fromEntries(binary) }, async (folder) => {
    if (mistake.link !== undefined) await symlink(mistake.link.to, join(folder, mistake.link.from));
    const micros = (instant: string): string => `${BigInt(Date.parse(instant)) * 1000n}`;
    const { hours } = mistake;
    const exclusions = hours === undefined ? [] : [drop(['sales'], { instants: { from: micros(hours.from), to: micros(hours.to) } })];
    const read = mistake.noFolder === true ? join(folder, 'nowhere') : folder;
    if (mistake.diagnose === true) return diagnosis(read, termsOf(mistake));
    const measurement = await measureFolder(read, [request(termsOf(mistake), { asOf: '2026-02-20', exclusions })], mistake.limits);
    expect(measurement.measured.size).toBe(0);
    return measurement.issues;
  });
}

async function diagnosis(dataFolder: string, terms: Terms): Promise<readonly Issue[]> {
  const warehouse = await openDuckdb({ dataFolder });
  try {
    const { checks } = await warehouse.diagnose(request(terms, { asOf: '2026-02-20' }), true);
    return checks.flatMap(({ issues }) => issues);
  } finally {
    await warehouse.close();
  }
}

/** Where the test's files lie is chance. */
function withoutPlace(text: string): string {
  return text.replace(/\/\S*concord-data-\w+\//, '…/');
}

const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

describe.skipIf(sep !== '/')('definitions and data that do not go together', () => {
  test.each(names)('%s', async (name) => {
    const mistake = parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Mistake;
    const issues = await issuesOf(mistake);
    const found = issues.map((issue) => {
      return {
        at: `${issue.at.path.replace(`${ROOT}/`, '')}:${issue.at.line}`,
        code: issue.code,
        en: withoutPlace(wordsOf(issue, 'en').text),
        zh: withoutPlace(wordsOf(issue, 'zh').text),
      };
    });
    expect(found).toEqual(mistake.expected);
    expect(found.map(({ code }) => code)).toContain(name.replace('.yaml', ''));
  });

  test('every issue of the data has one', () => {
    // no data brings it about: an engine that contradicts itself does (tests/measurement/warehouse.test.ts)
    const ofData = Object.keys(DATA_ISSUES).filter((code) => code !== 'data-parts-differ');
    expect(names.map((name) => name.replace('.yaml', '')).sort()).toEqual(ofData.sort());
  });
});
