import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintContract } from '../../src/contract/lint/lint-contract.js';
import { loadContract } from '../../src/contract/load-contract.js';
import { sampleStory } from '../../src/sample/story.js';

const FOLDER = new URL('../../contracts/', import.meta.url);

/** Root-relative path → text of the workspace and one contract, without its ledger. */
function filesOf(id: string): Map<string, string> {
  const files = new Map([['contracts/workspace.yaml', readFileSync(new URL('workspace.yaml', FOLDER), 'utf8')]]);
  const root = new URL(`${id}/`, FOLDER).pathname;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = `${entry.parentPath.replace(/\/$/, '')}/${entry.name}`;
    const below = path.slice(root.length);
    if (entry.isFile() && !below.startsWith('ledger/')) files.set(`contracts/${id}/${below}`, readFileSync(path, 'utf8'));
  }
  return files;
}

const IDS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name.startsWith('acme-linkstar-'))
  .map((entry) => entry.name);

test('there are four, in four currencies and three calendars', () => {
  const contracts = IDS.map((id) => loadContract(id, filesOf(id)).folder?.terms.contract);
  expect(contracts.map((contract) => [contract?.id, contract?.currency, contract?.calendar.every])).toEqual([
    ['acme-linkstar-amazon-jp', 'JPY', 'quarter'],
    ['acme-linkstar-eu-logistics', 'EUR', 'week'],
    ['acme-linkstar-uk', 'GBP', 'month'],
    ['acme-linkstar-us', 'USD', 'month'],
  ]);
});

describe.each(IDS)('the contract %s', (id) => {
  test('loads without an issue', () => {
    expect(loadContract(id, filesOf(id)).issues).toEqual([]);
  });

  test('leaves nothing to advise', () => {
    const { folder } = loadContract(id, filesOf(id));
    expect(folder === null ? ['not loaded'] : lintContract({ terms: folder.terms })).toEqual([]);
  });
});

test('the story adds event files that load, step by step', () => {
  const { contract, steps } = sampleStory();
  const files = filesOf(contract);
  for (const step of steps) {
    for (const event of step.events) files.set(`contracts/${contract}/events/${event.file}`, event.yaml);
    expect(loadContract(contract, files).issues, step.asOf).toEqual([]);
  }
});
