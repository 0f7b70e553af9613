import type { Exclusion, WrittenEvent } from '../generated/written.js';
import { isDate, parseInstant } from '../kernel/calendar.js';
import { digestText } from '../kernel/canonical.js';
import { linesEndAlike } from '../kernel/text.js';
import type { ContractEvent, EventOf, ExclusionWindow } from './model.js';
import { normalizeFilter } from './normalize-filter.js';
import { exactOfText } from './normalize-value.js';
import type { Written } from './parse-written.js';

/** An event file: its name, the date in it, and its text. */
export interface EventFile {
  readonly name: string;
  readonly date: string;
  readonly text: string;
}

/** A written event as the model has it. Expects the schema to have accepted it. */
export function normalizeEvent(file: EventFile, written: Written<WrittenEvent>): ContractEvent {
  const { data, source } = written;
  const base = { file: file.name, date: file.date, party: data.party ?? null, digest: digestText(linesEndAlike(file.text)) };
  const amount = (key: string) => exactOfText(source.written(data, key));
  switch (data.kind) {
    case 'exclusion':
      return {
        ...base,
        kind: data.kind,
        reason: data.reason,
        kpis: data.kpis,
        evidence: data.evidence,
        treatment: treatmentOf(data, written),
      };
    case 'dispute':
      return {
        ...base,
        kind: data.kind,
        party: data.party,
        period: data.period,
        line: data.line,
        claimed: amount('claimed'),
        reason: data.reason,
        evidence: data.evidence,
      };
    case 'escalation':
      return { ...base, kind: data.kind, answers: data.answers };
    case 'resolution':
      return { ...base, kind: data.kind, answers: data.answers, amount: amount('amount') };
    case 'acceptance_request':
      return { ...base, kind: data.kind, party: 'provider', milestone: data.milestone, on: data.on };
    case 'acceptance':
      return { ...base, kind: data.kind, party: 'brand', milestone: data.milestone, on: data.on };
    case 'refusal':
      return {
        ...base,
        kind: data.kind,
        party: 'brand',
        milestone: data.milestone,
        on: data.on,
        reason: data.reason,
        answers: data.answers,
      };
    case 'review':
      return {
        ...base,
        kind: data.kind,
        period: data.period,
        findings: data.findings,
        actions: data.actions ?? [],
        acknowledges: data.acknowledges ?? [],
      };
    case 'duty':
      return {
        ...base,
        kind: data.kind,
        duty: data.duty,
        period: data.period,
        on: data.on,
        evidence: data.evidence,
        agreed: data.agreed ?? false,
      };
    case 'payment':
      // NFC as all text from its reading on; a space at an end is nobody's reference.
      return { ...base, kind: data.kind, amount: amount('amount'), on: data.on, reference: data.reference.trim() };
    case 'correction':
      return { ...base, kind: data.kind, period: data.period, line: data.line, amount: amount('amount'), reason: data.reason };
    case 'remeasure':
      return { ...base, kind: data.kind, period: data.period, reason: data.reason };
    case 'termination':
      return { ...base, kind: data.kind, party: data.party, on: data.on, cause: data.cause };
  }
}

function treatmentOf(data: Exclusion, written: Written<WrittenEvent>): EventOf<'exclusion'>['treatment'] {
  if (data.treatment === 'waive') {
    const scoreAs = data.scoreAs === undefined || data.scoreAs === 'none' ? 'none' : exactOfText(data.scoreAs);
    return { kind: 'waive', periods: data.periods ?? [], scoreAs };
  }
  const window = windowOf(data.window?.from ?? '', data.window?.to ?? '');
  if (data.treatment === 'prorate') return { kind: 'prorate', window };
  return { kind: 'drop', window, where: data.where === undefined ? null : normalizeFilter(written.source, data.where) };
}

/** Two dates, or two instants in microseconds; the check refuses a mixture and what is neither. */
function windowOf(from: string, to: string): ExclusionWindow {
  if (isDate(from) && isDate(to)) return { dates: { from, to } };
  return { instants: { from: String(parseInstant(from) ?? from), to: String(parseInstant(to) ?? to) } };
}
