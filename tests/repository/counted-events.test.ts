import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { readContract } from '../../src/running/repository.js';
import { ledgerTexts } from '../../src/settlement/seal-statement.js';
import { describe as said } from '../../src/words/issue.js';
import { editedFiles, GOOD_ID } from '../contract/good-contract.js';
import { memoryFiles } from '../memory-files.js';
import { settleDays } from '../settlement/relationship.js';

// A check knows by the ledger what was filed: a statement has counted the termination, then the notice is edited from 30 days to 120.

const END = `contracts/${GOOD_ID}/events/2026-01-20-end.yaml`;
const TERMINATION = 'kind: termination\nparty: provider\non: 2026-05-10\ncause: sold\n';

async function remedy(counted: boolean): Promise<string | null | undefined> {
  const texts = editedFiles([], { 'events/2026-01-20-end.yaml': TERMINATION });
  const { folder, issues } = loadContract(GOOD_ID, texts);
  if (folder === null) throw new Error(JSON.stringify(issues));
  const ledger = settleDays(folder.terms, counted ? folder.events : [], [{ asOf: '2026-03-01', values: {} }]);
  ledger.forEach((entry, index) => {
    for (const [name, text] of ledgerTexts(entry, ledger.slice(0, index), () => ''))
      texts.set(`contracts/${GOOD_ID}/ledger/${entry.statement.period}/${name}`, text);
  });
  const path = `contracts/${GOOD_ID}/contract.yaml`;
  const terms = texts.get(path) ?? '';
  texts.set(path, terms.replace(/(exit: \{ noticeDays:) \d+/, '$1 120'));
  const read = await readContract(memoryFiles(texts), GOOD_ID);
  const found = read.issues.find(({ at, code }) => at.path === END && code === 'termination-notice');
  return found && said(found, 'en').fix;
}

test('an event that a statement has counted is never to be edited', async () => {
  // 2026-01-20 and 110 days are 2026-05-10, and 120 days 2026-05-20
  expect(await remedy(true)).toContain('let exit.noticeDays be 110 or fewer');
  expect(await remedy(false)).toBe('Write on: 2026-05-20 or later.');
});
