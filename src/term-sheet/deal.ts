import type { BridgeDriver, Contract, Duty, Gate, Kpi, LegalParty, PartyTerms } from '../contract/model.js';
import type { Every } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import type { Rounding } from '../kernel/rational.js';
import { type Clause, clause, type Slot } from './clause.js';
import { IDS, listOf, oneOf, scheduled } from './compound.js';
import { hole, type Phrase, phrase, type SentenceKey, sentence } from './phrase.js';
import { COUNT, choice, DAY, HANDED_OVER, ID, levelOf, PERIOD, PLAIN, SHARES, TEXT } from './scalars.js';

/* What is said of a contract's frame, its KPIs, gates and duties. Paths of the frame begin at the contract. */

export const PARTY = choice<Party>({ brand: 'party.brand', provider: 'party.provider' });

/** That nothing is agreed of a field: a sentence without places. */
function none(key: Extract<SentenceKey, `${string}.none`>, path: string): Phrase {
  return sentence(key, {}, { [path]: null });
}

/** The sentences about the fields of an object, by the first field that each tells. A field without one does not compile. */
function fields<Holder>(slots: { readonly [F in keyof NonNullable<Holder>]-?: Slot }): readonly Slot[] {
  return Object.values<Slot>(slots);
}

function partySlots(party: Party): readonly Slot[] {
  const access = `parties.${party}.access`;
  const legal = `parties.${party}.legal`;
  const named = fields<LegalParty>({
    name: [sentence(`${party}.legal`, { name: hole(`${legal}.name`, TEXT) })],
    taxId: [sentence(`${party}.taxId`, { taxId: hole(`${legal}.taxId`, TEXT) })],
    address: [sentence(`${party}.address`, { address: hole(`${legal}.address`, TEXT) })],
  });
  const seeing = fields<PartyTerms['access']>({
    analyst: [sentence(`${party}.analyst`, { members: hole(`${access}.analyst`, IDS) })],
    viewer: [sentence(`${party}.viewer`, { members: hole(`${access}.viewer`, IDS) })],
  });
  const slots = fields<PartyTerms>({
    name: [
      sentence(party, {
        name: hole(`parties.${party}.name`, TEXT),
        required: hole(`parties.${party}.required`, COUNT),
        signatories: hole(`parties.${party}.signatories`, IDS),
      }),
    ],
    legal: [],
    signatories: [],
    required: [],
    access: [],
  });
  return [...slots, ...named, ...seeing];
}

/** Who the parties are, and what lies beside the contract. */
const parties = {
  id: [[sentence('contract', { id: hole('id', ID), title: hole('title', TEXT) })]],
  title: [],
  stage: [
    [
      sentence('stage', {
        stage: hole('stage', choice<Contract['stage']>({ pilot: 'stage.pilot', live: 'stage.live', ended: 'stage.ended' })),
      }),
    ],
  ],
  parties: [...partySlots('brand'), ...partySlots('provider')],
  agreement: fields<Contract['agreement']>({
    number: [
      sentence('agreement', {
        number: hole('agreement.number', TEXT),
        sha256: hole('agreement.sha256', ID),
        prevails: hole('agreement.prevails', choice({ document: 'prevails.document', contract: 'prevails.contract' })),
      }),
      none('agreement.none', 'agreement'),
    ],
    sha256: [],
    prevails: [],
  }),
  data: fields<Contract['data']>({
    owner: [
      sentence('data', {
        owner: hole('data.owner', PARTY),
        use: hole('data.providerUse', choice({ none: 'use.none', during_term: 'use.during_term', perpetual: 'use.perpetual' })),
      }),
    ],
    providerUse: [],
  }),
  ip: fields<Contract['ip']>({
    creatives: [
      sentence('ip', { creatives: hole('ip.creatives', PARTY), site: hole('ip.site', PARTY), accounts: hole('ip.accounts', PARTY) }),
      none('ip.none', 'ip'),
    ],
    site: [],
    accounts: [],
  }),
};

/** When, in what money, and how a period is settled, paid and disputed. */
const settlement = {
  term: fields<Contract['term']>({ from: [sentence('term', { from: hole('term.from', DAY), to: hole('term.to', DAY) })], to: [] }),
  calendar: fields<Contract['calendar']>({
    every: [
      sentence('every', {
        every: hole('calendar.every', choice<Every>({ month: 'every.month', quarter: 'every.quarter', week: 'every.week' })),
      }),
    ],
    timezone: [sentence('timezone', { timezone: hole('calendar.timezone', ID) })],
    lockAfterDays: [sentence('lockAfterDays', { days: hole('calendar.lockAfterDays', COUNT) })],
    trueUpPeriods: [sentence('trueUpPeriods', { periods: hole('calendar.trueUpPeriods', COUNT) })],
  }),
  currency: [[sentence('currency', { currency: hole('currency', ID) })]],
  rounding: [
    [
      sentence('rounding', {
        rounding: hole('rounding', choice<Rounding>({ half_even: 'rounding.half_even', half_up: 'rounding.half_up' })),
      }),
    ],
  ],
  acceptance: fields<Contract['acceptance']>({
    days: [
      sentence('acceptance', {
        days: hole('acceptance.days', COUNT),
        silence: hole(
          'acceptance.silence',
          choice<Contract['acceptance']['silence']>({ accepts: 'silence.accepts', waits: 'silence.waits' }),
        ),
      }),
    ],
    silence: [],
  }),
  payment: fields<Contract['payment']>({
    dueDays: [sentence('payment', { days: hole('payment.dueDays', COUNT) }), none('payment.none', 'payment')],
  }),
  disputes: fields<Contract['disputes']>({
    days: [sentence('disputes', { days: hole('disputes.days', COUNT), expert: hole('disputes.expert', TEXT) })],
    expert: [],
  }),
  holds: fields<Contract['holds']>({
    maxPeriods: [sentence('holds.one', {}, { 'holds.maxPeriods': 1 }), sentence('holds', { periods: hole('holds.maxPeriods', COUNT) })],
  }),
  grace: fields<Contract['grace']>({
    periods: [
      sentence('grace', { periods: hole('grace.periods', COUNT), from: hole('grace.from', PERIOD), waives: hole('grace.waives', IDS) }),
      none('grace.none', 'grace'),
    ],
    from: [],
    waives: [],
  }),
  review: fields<Contract['review']>({
    every: [
      sentence('review', {
        every: hole('review.every', choice<Every>({ month: 'review.month', quarter: 'review.quarter', week: 'review.week' })),
      }),
      none('review.none', 'review'),
    ],
  }),
  exclusions: fields<Contract['exclusions']>({
    fileWithinDays: [
      sentence('exclusions', { file: hole('exclusions.fileWithinDays', COUNT), most: hole('exclusions.maxDays', COUNT) }),
      none('exclusions.none', 'exclusions'),
    ],
    maxDays: [],
  }),
};

const RULE = hole('composite.rule', choice<Contract['composite']['rule']>({ weighted_mean: 'rule.weighted_mean', min: 'rule.min' }));

const scores = {
  composite: fields<Contract['composite']>({
    rule: [
      sentence('composite.any', { rule: RULE }, { 'composite.minWeightLeft': '0' }),
      sentence('composite', { rule: RULE, left: hole('composite.minWeightLeft', SHARES) }),
    ],
    minWeightLeft: [],
  }),
};

/** How the contract changes and ends, and what is shown. */
const changes = {
  amendments: fields<Contract['amendments']>({
    noticeDays: [sentence('amendments', { days: hole('amendments.noticeDays', COUNT) }), none('amendments.none', 'amendments')],
    maxTargetChange: [
      sentence('maxTargetChange', { share: hole('amendments.maxTargetChange', SHARES) }),
      none('maxTargetChange.none', 'amendments.maxTargetChange'),
    ],
    maxDrift: [sentence('maxDrift', { share: hole('amendments.maxDrift', SHARES) }), none('maxDrift.none', 'amendments.maxDrift')],
    minPeriodsBetween: [
      sentence('minPeriodsBetween', { periods: hole('amendments.minPeriodsBetween', COUNT) }),
      none('minPeriodsBetween.none', 'amendments.minPeriodsBetween'),
    ],
  }),
  exit: fields<Contract['exit']>({
    noticeDays: [
      sentence('exit', {
        notice: hole('exit.noticeDays', COUNT),
        handover: hole('exit.handoverDays', COUNT),
        checklist: hole('exit.checklist', listOf(HANDED_OVER)),
      }),
      none('exit.none', 'exit'),
    ],
    handoverDays: [],
    checklist: [],
  }),
  dashboard: fields<Contract['dashboard']>({
    share: [sentence('dashboard', { share: hole('dashboard.share', listOf(PARTY)) }), none('dashboard.none', 'dashboard')],
    public: [sentence('dashboard.public', {}, { 'dashboard.public': true })],
  }),
  watch: [[sentence('watch', { watch: hole('watch', IDS) })]],
};

/** Fields of a contract that are lists of items, each item told by a clause of its own. */
type Listed = 'kpis' | 'gates' | 'fees' | 'duties' | 'baseline';

type Told<Field extends PropertyKey> = { readonly [F in Field]-?: readonly Slot[] };
/** Every field of a contract is told in one of these, or does not compile. */
({ ...parties, ...settlement, ...scores, ...changes }) satisfies Told<Exclude<keyof Contract, Listed>>;

const slotsOf = (fields: Told<string>): readonly Slot[] => Object.values(fields).flat();
export const FRAME = {
  parties: slotsOf(parties),
  settlement: slotsOf(settlement),
  scores: slotsOf(scores),
  changes: slotsOf(changes),
};

/** A level in the unit of a metric, or a multiple of the target. */
const LEVEL = scheduled(
  oneOf([phrase('times', { times: hole('times', PLAIN) }), phrase('value', { value: hole('value', levelOf('metric')) })]),
);

const BRIDGE = choice<BridgeDriver>({
  volume: 'bridge.volume',
  mix: 'bridge.mix',
  price: 'bridge.price',
  fx: 'bridge.fx',
  refunds: 'bridge.refunds',
});

export const KPI: Clause = clause<Kpi, 'id' | 'metric' | 'owner' | 'better'>(
  [
    sentence('kpi', {
      id: hole('id', ID),
      metric: hole('metric', ID),
      owner: hole('owner', PARTY),
      better: hole('better', choice<Kpi['better']>({ higher: 'better.higher', lower: 'better.lower' })),
    }),
  ],
  {
    title: [sentence('title', { title: hole('title', TEXT) })],
    weight: [sentence('weight', { weight: hole('weight', scheduled(SHARES)) })],
    target: [sentence('target', { target: hole('target', scheduled(levelOf('metric'))) })],
    threshold: [sentence('threshold', { threshold: hole('threshold', LEVEL) }), none('threshold.none', 'threshold')],
    stretch: [sentence('stretch', { stretch: hole('stretch', LEVEL) }), none('stretch.none', 'stretch')],
    cap: [sentence('kpi.cap', { cap: hole('cap', scheduled(SHARES)) })],
    minimum: [
      sentence('minimum', {
        metric: hole('minimum.metric', ID),
        atLeast: hole('minimum.atLeast', scheduled(levelOf('minimum.metric'))),
      }),
    ],
    whenMissing: [
      sentence('whenMissing', {
        missing: hole(
          'whenMissing',
          choice<Kpi['whenMissing']>({ hold: 'missing.hold', zero: 'missing.zero', exclude: 'missing.exclude' }),
        ),
      }),
    ],
    bridge: [sentence('bridge', { bridge: hole('bridge', listOf(BRIDGE)) })],
  },
  { title: null, minimum: null },
);

const gatePlaces = {
  id: hole('id', ID),
  blocks: hole('blocks', IDS),
  metric: hole('metric', ID),
  value: hole('value', scheduled(levelOf('metric'))),
};
const GATES = {
  atLeast: sentence('gate.atLeast', gatePlaces, { limit: 'atLeast' }),
  atMost: sentence('gate.atMost', gatePlaces, { limit: 'atMost' }),
} satisfies Readonly<Record<Gate['limit'], Phrase>>;
export const GATE: Clause = clause<Gate, keyof Gate>(Object.values(GATES), {});

export const DUTY: Clause = clause<Duty, 'id' | 'owes' | 'title' | 'dueDay'>(
  [sentence('duty', { id: hole('id', ID), day: hole('dueDay', COUNT), owes: hole('owes', PARTY), title: hole('title', TEXT) })],
  {
    lateIf: Object.values({
      claimed: sentence('duty.claimed', {}, { lateIf: 'claimed' }),
      unproven: sentence('duty.unproven', {}, { lateIf: 'unproven' }),
    } satisfies Readonly<Record<Duty['lateIf'], Phrase>>),
    ifLate: [
      sentence('duty.scoreAs', { kpis: hole('ifLate.kpis', IDS), score: hole('ifLate.scoreAs', SHARES) }),
      sentence('duty.zero', { kpis: hole('ifLate.kpis', IDS) }, { 'ifLate.scoreAs': null }),
      sentence('duty.nothing', {}, { 'ifLate.kpis': [], 'ifLate.scoreAs': null }),
    ],
  },
);

type History = Contract['baseline'][number];
const HISTORY = listOf(oneOf([phrase('history', { value: hole('value', levelOf('metric')), period: hole('period', PERIOD) })]));
export const BASELINE: Clause = clause<History, keyof History>(
  [
    sentence('baseline', { metric: hole('metric', ID), values: hole('values', HISTORY) }),
    sentence('baseline.nothing', { metric: hole('metric', ID) }, { values: [] }),
  ],
  {},
);
