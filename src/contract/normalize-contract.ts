import type {
  WrittenContract,
  Duty as WrittenDuty,
  Gate as WrittenGate,
  Kpi as WrittenKpi,
  PartyTerms as WrittenParty,
} from '../generated/written.js';
import type { PeriodId } from '../kernel/calendar.js';
import { isFields } from '../kernel/objects.js';
import type { TermPeriod } from '../kernel/period.js';
import { metricOf } from './metric-uses.js';
import type { Contract, Duty, Gate, Kpi, PartyTerms } from './model.js';
import { normalizeFee } from './normalize-fee.js';
import {
  clauseAt,
  exactOfText,
  fieldOf,
  type Reading,
  readExact,
  readLevel,
  readOptionalSchedule,
  readScheduled,
} from './normalize-value.js';
import type { Written } from './parse-written.js';
import type { Path } from './source.js';

/**
 * The contract with every default filled in, shares as numbers, schedules as lists. Pure; expects the written contract to
 * have passed the schema and the checks of its frame (dates, calendar), whose periods are given.
 */
export function normalizeContract(written: Written<WrittenContract>, periods: readonly TermPeriod[]): Contract {
  const { data, source } = written;
  const reading: Reading = { source, firstPeriod: periods[0]?.id ?? '' };
  return {
    id: data.id,
    title: data.title,
    stage: data.stage,
    parties: { brand: partyTerms(data.parties.brand), provider: partyTerms(data.parties.provider) },
    agreement: data.agreement ?? null,
    data: data.data,
    ip: data.ip ?? null,
    term: data.term,
    calendar: data.calendar,
    currency: data.currency,
    rounding: data.rounding ?? 'half_even',
    acceptance: data.acceptance,
    disputes: { ...data.disputes, days: data.disputes.days ?? 30 },
    holds: data.holds ?? { maxPeriods: 3 },
    grace: data.grace === undefined ? null : { ...data.grace, from: data.grace.from ?? firstGracePeriod(periods) },
    kpis: data.kpis.map((kpi, index) => normalizeKpi(reading, kpi, ['kpis', index])),
    composite: { rule: data.composite?.rule ?? 'weighted_mean', minWeightLeft: exactOfText(data.composite?.minWeightLeft ?? '0%') },
    gates: (data.gates ?? []).map((gate, index) => normalizeGate(reading, gate, ['gates', index])),
    fees: data.fees.map((fee, index) => normalizeFee(reading, fee, ['fees', index])),
    duties: (data.duties ?? []).map((duty, index) => normalizeDuty(reading, duty, ['duties', index])),
    payment: data.payment ?? null,
    amendments:
      data.amendments === undefined
        ? null
        : {
            noticeDays: data.amendments.noticeDays,
            maxTargetChange: optionalShare(data.amendments.maxTargetChange),
            maxDrift: optionalShare(data.amendments.maxDrift),
            minPeriodsBetween: data.amendments.minPeriodsBetween ?? null,
          },
    review: data.review ?? null,
    exclusions: data.exclusions ?? null,
    exit: data.exit ?? null,
    dashboard: data.dashboard === undefined ? null : normalizeDashboard(data.dashboard),
    baseline: normalizeBaseline(reading, data.baseline ?? {}),
    ...(data.watch === undefined ? {} : { watch: data.watch }),
  };
}

/** The default start of grace: the first period at least half of whose days are in force, else the first at all. */
function firstGracePeriod(periods: readonly TermPeriod[]): PeriodId {
  return (periods.find((period) => period.daysInForce * 2 >= period.daysInPeriod) ?? periods[0])?.id ?? '';
}

function optionalShare(text: string | undefined): string | null {
  return text === undefined ? null : exactOfText(text);
}

function partyTerms(party: WrittenParty): PartyTerms {
  return {
    name: party.name,
    ...(party.legal === undefined ? {} : { legal: party.legal }),
    signatories: party.signatories,
    required: party.required ?? 1,
    access: { analyst: party.access?.analyst ?? [], viewer: party.access?.viewer ?? [] },
  };
}

function normalizeKpi(reading: Reading, kpi: WrittenKpi, path: Path): Kpi {
  return {
    id: kpi.id,
    title: kpi.title ?? null,
    metric: metricOf(kpi),
    owner: kpi.owner,
    better: kpi.better,
    weight: readScheduled(reading, kpi, 'weight', readExact),
    target: readScheduled(reading, kpi, 'target', readExact),
    threshold: readOptionalSchedule(reading, kpi, 'threshold', readLevel),
    stretch: readOptionalSchedule(reading, kpi, 'stretch', readLevel),
    cap: readOptionalSchedule(reading, kpi, 'cap', readExact) ?? [{ from: reading.firstPeriod, value: '1' }],
    minimum:
      kpi.minimum === undefined ? null : { metric: kpi.minimum.metric, atLeast: readScheduled(reading, kpi.minimum, 'atLeast', readExact) },
    whenMissing: kpi.whenMissing ?? 'hold',
    ...(kpi.bridge === undefined ? {} : { bridge: kpi.bridge }),
    clause: clauseAt(reading.source, path),
  };
}

function normalizeGate(reading: Reading, gate: WrittenGate, path: Path): Gate {
  const limit = gate.atLeast === undefined ? 'atMost' : 'atLeast';
  return {
    id: gate.id,
    metric: gate.metric,
    limit,
    value: readScheduled(reading, gate, limit, readExact),
    blocks: gate.blocks,
    clause: clauseAt(reading.source, path),
  };
}

function normalizeDuty(reading: Reading, duty: WrittenDuty, path: Path): Duty {
  return {
    id: duty.id,
    owes: duty.owes,
    title: duty.title,
    dueDay: duty.dueDay,
    lateIf: duty.lateIf ?? 'unproven',
    ifLate: { kpis: duty.ifLate?.kpis ?? [], scoreAs: optionalShare(duty.ifLate?.scoreAs) },
    clause: clauseAt(reading.source, path),
  };
}

function normalizeBaseline(reading: Reading, baseline: object): Contract['baseline'] {
  return Object.keys(baseline).map((metric) => {
    const history = fieldOf(baseline, metric);
    if (!isFields(history)) return { metric, values: [] };
    return { metric, values: Object.keys(history).map((period) => ({ period, value: readExact(reading, history, period) })) };
  });
}

/** Not public is said by nothing: terms of before the word keep their digest. */
function normalizeDashboard({ share, public: isPublic }: NonNullable<WrittenContract['dashboard']>): NonNullable<Contract['dashboard']> {
  return isPublic === true ? { share, public: true } : { share };
}
