import { settleByTheBook } from './book.js';
import { countDays, periodAround, periodOf, plusDays } from './days.js';
import { type BookEvent, type DutyText, dateOf, eventsOf, type MeasureText, type Party } from './documents.js';
import { type RandomLife, stepsOf } from './life.js';
import { Random } from './random.js';

/*
 * What a life may have besides, drawn from a second row of numbers so that the rest of it stays as it is: wall clocks, windows by the
 * hour, events that come late, disputes of what a statement says about earlier ones, and disputes by both parties.
 */
export function withMore(life: RandomLife): RandomLife {
  const random = new Random(life.seed + 0x5eed);
  const claimed = withClaims(life, new Random(life.seed + 0xc1a1));
  return withLateDisputes(withLateEvents(withTwoParties(withHours(withWallClock(claimed, random), random), random), random), random);
}

/** Duties that are late only if claimed, and claims: from a row of numbers of their own, so that lives without duties stay as they are. */
function withClaims(life: RandomLife, random: Random): RandomLife {
  const duties = (life.contract.duties ?? []).map((duty): DutyText => (random.chance(65) ? { ...duty, lateIf: 'claimed' } : duty));
  const claimed = duties.filter(({ lateIf }) => lateIf === 'claimed');
  if (claimed.length === 0) return life;
  const { term, calendar } = life.contract;
  const claims: BookEvent[] = [];
  for (let from = term.from; from <= term.to; from = plusDays(periodAround(from, calendar.every).to, 1)) {
    const whole = periodAround(from, calendar.every);
    for (const duty of claimed) {
      const claim = drawClaim(
        life,
        duty,
        { from, to: whole.to < term.to ? whole.to : term.to, due: plusDays(whole.from, duty.dueDay - 1) },
        random,
      );
      if (claim !== null) claims.push(claim);
    }
  }
  return { ...life, contract: { ...life.contract, duties }, events: sorted([...life.events, ...claims]) };
}

/** A claim in time by every text of the contract that can be held against it; null: nobody claims. */
function drawClaim(
  life: RandomLife,
  duty: DutyText,
  { from, to, due }: { readonly from: string; readonly to: string; readonly due: string },
  random: Random,
): BookEvent | null {
  if (!random.chance(65) || due < from || due > to) return null;
  const { acceptance, calendar } = life.contract;
  const settledAt = life.steps.findIndex(({ asOf }) => asOf >= plusDays(to, calendar.lockAfterDays));
  const amendedAt = life.steps.findIndex(({ amend }) => amend?.acceptance !== undefined);
  const later =
    amendedAt >= 0 && settledAt >= amendedAt ? (life.steps[amendedAt]?.amend?.acceptance?.days ?? acceptance.days) : acceptance.days;
  const ends = eventsOf(life.events, 'termination').map(({ on }) => on);
  const end = [to, ...ends].reduce((a, b) => (a < b ? a : b));
  if (due > end) return null;
  const last = plusDays(end, Math.min(acceptance.days, later));
  if (last <= due) return null;
  const span = countDays({ from: plusDays(due, 1), to: last });
  const date = random.chance(15) ? last : plusDays(due, random.int(1, random.chance(50) ? Math.min(span, 12) : span));
  const party: Party = duty.owes === 'brand' ? 'provider' : 'brand';
  const event = { kind: 'lateness', party, duty: duty.id, period: periodOf(from, calendar.every), evidence: ['e'] } as const;
  return { file: `${date}-lateness-${duty.id}-${event.period.toLowerCase()}.yaml`, ...event };
}

/** Orders by a wall clock: the column says no zone, the measure does. */
function withWallClock(life: RandomLife, random: Random): RandomLife {
  if (!random.chance(12)) return life;
  const zone = random.pick(['America/New_York', 'Europe/Berlin', 'Asia/Shanghai', 'Australia/Lord_Howe', 'America/St_Johns']);
  const { measures } = life.definitions;
  const onClock = (measure: MeasureText): MeasureText => ({ ...measure, when: { column: 'wall', zone } });
  const sales = (life.tables['shop.sales'] ?? []).map((row) => {
    // Hours that a zone repeats or leaves out, where the day is one of a change.
    const time = random.pick(['00:00:00', '01:30:00', '02:15:00', '02:30:00', '12:00:00', '23:59:59']);
    return { ...row, wall: row.at === null ? null : `${row.day} ${row.id?.startsWith('z') === true ? '18:00:00' : time}` };
  });
  return {
    ...life,
    definitions: {
      ...life.definitions,
      measures: Object.fromEntries(
        Object.entries(measures).map(([id, measure]) => [id, measure.of === 'sales' ? onClock(measure) : measure]),
      ),
    },
    tables: { ...life.tables, 'shop.sales': sales },
  };
}

/** Windows from an hour to an hour, where everything that the KPI reads has hours. */
function withHours(life: RandomLife, random: Random): RandomLife {
  if (!random.chance(50)) return life;
  const byHour = (kpi: string): boolean => {
    const text = life.contract.kpis.find(({ id }) => id === kpi);
    if (text === undefined) return false;
    const metrics = [text.metric, ...(text.minimum === undefined ? [] : [text.minimum.metric])];
    const measures = metrics.flatMap((id) => life.definitions.metrics[id]?.formula.match(/[a-z]+/g) ?? []);
    return measures.every((id) => life.definitions.measures[id]?.when !== 'day');
  };
  const events = life.events.map((event): BookEvent => {
    if (event.kind !== 'exclusion' || event.window === undefined || !event.kpis.every(byHour)) return event;
    const { from, to } = event.window;
    const begins = random.pick(['00:00:00', '04:30:00', '15:59:59']);
    return { ...event, window: { from: `${from}T${begins}Z`, to: `${to}T${random.pick(['16:00:00', '23:59:59'])}Z` } };
  });
  return { ...life, events };
}

/** The other party, too, disputes a line, or ends the contract. */
function withTwoParties(life: RandomLife, random: Random): RandomLife {
  const other = (party: Party): Party => (party === 'brand' ? 'provider' : 'brand');
  const more: BookEvent[] = [];
  for (const event of life.events) {
    if (event.kind === 'dispute' && random.chance(15)) {
      const claimed = random.pick([0, random.int(1, 600), Number(event.claimed) + random.int(-3, 3)]);
      more.push({ ...event, file: event.file.replace('dispute', 'both'), party: other(event.party), claimed });
    } else if (event.kind === 'termination' && random.chance(25)) {
      const on = plusDays(event.on, random.int(-5, 5));
      const earliest = plusDays(dateOf(event), 5);
      if (on >= earliest && on < life.contract.term.to && on >= life.contract.term.from)
        more.push({ ...event, file: event.file.replace('termination', 'both'), party: other(event.party), on });
    }
  }
  return more.length === 0 ? life : { ...life, events: sorted([...life.events, ...more]) };
}

const LATE = new Set([
  'termination',
  'acceptance',
  'acceptance_request',
  'duty',
  'lateness',
  'exclusion',
  'review',
  'correction',
  'payment',
]);

/** A file that comes in only some steps after its date. */
function withLateEvents(life: RandomLife, random: Random): RandomLife {
  if (!random.chance(20)) return life;
  const answered = new Set(life.events.flatMap((event) => ('answers' in event ? [event.answers] : [])));
  const candidates = life.events.filter(({ kind, file }) => LATE.has(kind) && !answered.has(file));
  if (candidates.length === 0) return life;
  const event = random.pick(candidates);
  const counts = life.steps.findIndex(({ asOf }) => dateOf(event) <= asOf);
  if (counts < 0) return life;
  return { ...life, late: { [event.file]: counts + random.int(1, 2) } };
}

/** Disputes of true-ups and corrections, as the statements list them. */
function withLateDisputes(life: RandomLife, random: Random): RandomLife {
  if (!random.chance(30)) return life;
  const listed = settleByTheBook(stepsOf(life))
    .flat()
    .flatMap(({ period, asOf, lines }) =>
      lines
        .filter(({ id, state }) => id.includes('/') && !id.endsWith('/recovery') && state === 'payable')
        .map((line) => ({ period, asOf, line })),
    )
    .filter(({ line }) => Number(line.amount) !== 0);
  if (listed.length === 0) return life;
  const { period, asOf, line } = random.pick(listed);
  const { acceptance, disputes, currency } = life.contract;
  const date = plusDays(asOf, random.pick([0, random.int(0, acceptance.days)]));
  const file = `${date}-dispute-late.yaml`;
  // Who has read the statement files it after the run that made it; now and then it was there before.
  const next = life.steps.findIndex((step) => step.asOf > asOf);
  const late = next < 0 || random.chance(15) ? life.late : { ...life.late, [file]: next };
  const claimed = random.pick([0, Math.trunc(Number(line.amount) / 2), random.int(-200, 600)]);
  const party = random.pick<Party>(['brand', 'provider']);
  const events: unknown[] = [{ file, kind: 'dispute', party, period, line: line.id, claimed, reason: 'r', evidence: ['e'] }];
  const within = () => plusDays(date, random.int(0, Math.max(0, disputes.days - 1)));
  if (random.chance(30)) events.push({ file: `${within()}-escalation-late.yaml`, kind: 'escalation', party, answers: file });
  if (random.chance(35))
    events.push({
      file: `${within()}-resolution-late.yaml`,
      kind: 'resolution',
      answers: file,
      amount: random.pick([0, currency === 'JPY' ? 7 : 7.5, Number(line.amount), random.int(-100, 400)]),
    });
  return { ...life, events: sorted([...life.events, ...(events as BookEvent[])]), ...(late === undefined ? {} : { late }) };
}

function sorted(events: readonly BookEvent[]): BookEvent[] {
  return [...events].sort((a, b) => (a.file < b.file ? -1 : 1));
}
