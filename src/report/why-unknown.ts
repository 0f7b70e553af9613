import { expressionOf, measuresOf, vocabulary } from '../attainment/measures.js';
import { isOfRate, type Reason } from '../attainment/value.js';
import type { Scorecard, StatementBody } from '../settlement/model.js';
import { reasonTexts } from './reason-texts.js';
import type { Wording } from './wording.js';

/** Flaws of a fact's data that make its measures undefined. */
function flawsOf(card: Scorecard, facts: ReadonlySet<string>): Reason[] {
  return card.facts.flatMap(({ id, complete, freshAt, duplicateKeys }): Reason[] => {
    if (!facts.has(id)) return [];
    if (!complete) return [{ code: 'stale', with: { fact: id, freshAt: freshAt ?? '-' } }];
    return duplicateKeys === 0 ? [] : [{ code: 'duplicates', with: { fact: id, keys: String(duplicateKeys) } }];
  });
}

/** Reasons that the document gives for anything it could not compute. */
function reasonsOf(card: Scorecard | StatementBody): Reason[] {
  const carried = 'carried' in card ? card.carried.lines : [];
  const held = carried.flatMap(({ period, life }) =>
    life.state === 'held' && period === card.period ? life.causes.map((cause) => cause.reason) : [],
  );
  return [
    ...card.kpis.flatMap((kpi) => kpi.reasons),
    ...card.gates.flatMap((gate) => gate.reasons),
    ...card.held.map(({ reason }) => reason),
    ...held,
  ];
}

/** Why a measure or metric is not known, in words: what is said of its own data elsewhere, each once; empty where nothing is. */
export function whyUnknown(name: string, card: Scorecard | StatementBody, words: Wording): string[] {
  const { contract, definitions } = words.terms;
  const known = vocabulary(contract, definitions);
  const measures = new Set(measuresOf(known, expressionOf(known, name)));
  const facts = new Set([...measures].flatMap((id) => known.measures.get(id)?.of ?? []));
  const flaws = flawsOf(card, facts);
  const isMine = (reason: Reason) => {
    const { code, with: params } = reason;
    if (code === 'stale' || code === 'duplicates' || code === 'repeated-keys') return facts.has(params.fact ?? '');
    if (code === 'nulls' || code === 'not-measured' || code === 'no-fx') return measures.has(params.measure ?? '');
    if (code === 'division-by-zero') return params.metric === name;
    return isOfRate(reason) && [...measures].some((id) => (known.measures.get(id)?.currency ?? null) !== null);
  };
  const said = reasonsOf(card).filter(isMine);
  const isTold = (flaw: Reason) => said.some((each) => each.with.fact === flaw.with.fact);
  return reasonTexts([...said, ...flaws.filter((flaw) => !isTold(flaw))], words);
}
