import { FEE_KINDS } from '../contract/fee-kinds/fee-kinds.js';
import type { Clause, Slot } from './clause.js';
import { BASELINE, DUTY, FRAME, GATE, KPI } from './deal.js';
import { FACT, FACT_FILES, FX, MEASURE, METRIC, RECONCILE, SEASON, TREE, VIEW } from './definitions.js';
import { FEES } from './fees.js';

/*
 * A term sheet from its first to its last sentence: the one list by which it is printed and read back.
 */

/** A list of the terms, and the clauses of its items. */
export interface ListPart {
  readonly list: string;
  readonly clauses: readonly Clause[];
}

/** Sentences about the terms' own fields, which stand at `at`. */
export interface FramePart {
  readonly at: 'contract' | 'definitions';
  readonly slots: readonly Slot[];
}

export type SheetSection = 'parties' | 'settlement' | 'scores' | 'fees' | 'changes' | 'measurement';

export const SHEET: readonly { readonly section: SheetSection; readonly parts: readonly (ListPart | FramePart)[] }[] = [
  { section: 'parties', parts: [{ at: 'contract', slots: FRAME.parties }] },
  { section: 'settlement', parts: [{ at: 'contract', slots: FRAME.settlement }] },
  {
    section: 'scores',
    parts: [
      { list: 'contract.kpis', clauses: [KPI] },
      { at: 'contract', slots: FRAME.scores },
      { list: 'contract.gates', clauses: [GATE] },
    ],
  },
  { section: 'fees', parts: [{ list: 'contract.fees', clauses: FEE_KINDS.flatMap((kind): readonly Clause[] => [FEES[kind]].flat()) }] },
  {
    section: 'changes',
    parts: [
      { list: 'contract.duties', clauses: [DUTY] },
      { at: 'contract', slots: FRAME.changes },
      { list: 'contract.baseline', clauses: [BASELINE] },
    ],
  },
  {
    section: 'measurement',
    parts: [
      { list: 'definitions.metrics', clauses: [METRIC] },
      { list: 'definitions.measures', clauses: [MEASURE] },
      { list: 'definitions.facts', clauses: [{ ...FACT, slots: [...FACT.slots, ...FACT_FILES] }] },
      { list: 'definitions.views', clauses: [VIEW] },
      { at: 'definitions', slots: [FX] },
      { list: 'definitions.reconcile', clauses: [RECONCILE] },
      { list: 'definitions.seasons', clauses: [SEASON] },
      { list: 'definitions.tree', clauses: [TREE] },
    ],
  },
];
