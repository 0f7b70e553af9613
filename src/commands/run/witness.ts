import type { Terms } from '../../contract/model.js';
import { sliceEvidence } from '../../evidence/slice.js';
import type { Party } from '../../kernel/party.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { compareWitness, reachingAlike, type Witnessed } from '../../outlook/witness.js';
import type { History } from '../../ports/files.js';
import { witnessBlocks } from '../../report/witness.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { settledPeriod } from '../../running/settled-until.js';
import { sliceOf } from '../../running/settlement-run.js';
import { openFor } from '../../running/warehouse.js';
import { planMeasurement } from '../../settlement/measurement.js';
import { settle } from '../../settlement/settle.js';
import { inputAgain } from '../../settlement/settle-again.js';
import { commandText } from '../../words/command-text.js';
import { writeEvent } from './event.js';

export interface WitnessOptions {
  /** Null: the only one. Without it the period stands in its place. */
  readonly contract: string | null;
  /** Null: the last that is settled. */
  readonly period: string | null;
  /** Who has measured: then what was found is filed as an event; null: nothing is written. */
  readonly party: Party | null;
  /** How the ledger came to be, which tells what an event would come too late for; absent: not known. */
  readonly history?: History;
}

/** `concord witness`: a settled period measured again with one's own access, under the terms that it was settled on. */
export async function witness(context: CommandContext, { party, history, ...typed }: WitnessOptions): Promise<Outcome> {
  const found = await settledPeriod(context, typed);
  if ('refused' in found) return found.refused;
  const { contract, settled } = found;
  const { entry, before, events } = settled;
  const input = inputAgain(entry, before, events, entry.statement);
  // Evidence is as of the day on which it was measured; what was filed later was counted without measuring again.
  const { asOf } = entry.evidence;
  const request = planMeasurement({ ...input, asOf, events: events.filter(({ date }) => date <= asOf) }, [input.target]);
  const warehouse = await openFor(context, contract);
  try {
    context.progress(commandText('measuring', context.locale, { contract: contract.id }));
    const [outcome] = (await warehouse.measure([request])).each;
    if (outcome === undefined || outcome.measured === null || hasErrors(outcome.issues))
      // 1 says that these data pay something else, which nobody knows here
      return failed(outcome?.issues ?? [], contract.texts, 2);
    const evidence = reachingAlike(sliceEvidence(outcome.measured, sliceOf(entry.statement.period, request)), entry.evidence);
    const compared = compareWitness(entry, { evidence, statement: settle({ ...input, evidence }) }, entry.terms);
    const { issues = [], texts = contract.texts, ...said } = await told(context, entry.terms, compared, { party, history });
    return { ...said, issues: [...outcome.issues, ...issues], texts };
  } finally {
    await warehouse.close();
  }
}

async function told(
  context: CommandContext,
  terms: Terms,
  found: Witnessed,
  { party, history }: { readonly party: Party | null; readonly history: History | undefined },
): Promise<Outcome> {
  const report: Report = { document: () => found, blocks: (locale) => witnessBlocks(found, terms, locale) };
  const ended = found.result === 'different' ? 1 : 0;
  if (party === null) return { ended, report };
  const { contract, period, measuredDigest, result } = found;
  const fields = [
    `party=${party}`,
    `period=${period}`,
    `evidenceDigest=${measuredDigest}`,
    `result=${result}`,
    `engine="${context.version}"`,
  ];
  const slug = `witness-${party}-${period}`;
  const filing = { contract, kind: 'witness', fields, repository: null, date: null, slug, isNumbered: true } as const;
  const written = await writeEvent(context, history === undefined ? filing : { ...filing, history });
  // what was measured is told whatever comes of the file
  if (written.ended !== 0) return { ...written, report };
  return {
    ...written,
    ended,
    report: {
      document: () => ({ ...found, ...Object(written.report?.document()) }),
      blocks: (locale) => [...witnessBlocks(found, terms, locale), ...(written.report?.blocks(locale) ?? [])],
    },
  };
}
