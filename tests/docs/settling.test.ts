import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCALES } from '../../src/kernel/text.js';
import { wholeSections } from '../../src/report/comment-sections.js';
import { statementSections } from '../../src/report/settlement-proposal.js';
import { proposedAgain, statementChange } from '../../src/settlement/proposed-again.js';
import type { Seal } from '../../src/settlement/run.js';
import { sealStatement } from '../../src/settlement/seal-statement.js';
import { REPOSITORY } from '../run-cli.js';
import { relationship, settleDays } from '../settlement/relationship.js';

const CLAUSES = {
  fees: [
    { id: 'base', kind: 'retainer', amount: 3000 },
    { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' },
  ],
};
const DISPUTE = { kind: 'dispute', party: 'brand', period: '2026-01', line: 'sales', claimed: 400, reason: 'returns', evidence: ['list'] };

test.each(LOCALES)('chapter 15 shows what a dispute changes as its comment does (%s)', (locale) => {
  const { terms, events } = relationship(CLAUSES, undefined, { '2026-02-18-returns.yaml': DISPUTE });
  const [proposed] = settleDays(terms, events, [{ asOf: '2026-02-15', values: { '2026-01': { revenue: '5000' } } }]);
  if (proposed === undefined) throw new Error('nothing settled');
  const from = { engine: 'test', warehouse: 'none', commit: null, jobs: [] };
  const seal: Seal = (body, of, before) => sealStatement(body, of, before, () => '', from);
  const again = proposedAgain(proposed, { events, ledger: [], asOf: '2026-02-18' }, seal);
  const sections = statementSections(
    again.statement,
    { terms, history: [], events, before: null, disputedFrom: new Map() },
    statementChange(proposed.statement, again.statement),
  );
  const comment = wholeSections(sections.slice(LOCALES.indexOf(locale), LOCALES.indexOf(locale) + 1));
  const chapter = readFileSync(join(REPOSITORY, `docs/guide/15-settling-on-github.${locale}.md`), 'utf8');
  const [shown = 'no table'] = /\| (?:Line|项目) \|[\s\S]*?\n\n/.exec(chapter) ?? [];
  expect(comment).toContain(shown.trim());
});
