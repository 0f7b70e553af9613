import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NotifyChannel } from '../../src/contract/load-workspace.js';
import { addDays, type LocalDate, parseInstant } from '../../src/kernel/calendar.js';
import type { Fact } from '../../src/notification/facts.js';
import { placesOf } from '../../src/notification/plan.js';
import { ShellError } from '../../src/ports/failure.js';
import type { Account, Comment } from '../../src/ports/forge.js';
import type { Outbox, Sent } from '../../src/ports/outbox.js';
import { deliver } from '../../src/writing/deliver.js';
import type { RememberingForge } from '../../src/writing/notify-memory.js';

/*
 * Runs that die anywhere, calls whose answer is lost, channels that do not answer, clocks that jump: nothing that a clean run saw is
 * lost, and nothing comes a second time unless the message says that it may, after a run of which nobody knows whether it delivered.
 * `NOTIFY_CRASHES=10000` goes on until so many runs have died; in short form there are some hundreds.
 */

const WANTED = Number(process.env.NOTIFY_CRASHES ?? 600);
const SELF: Account = { id: 7, login: 'concord[bot]', kind: 'bot' };
const START: LocalDate = '2026-03-01';
const NOW = parseInstant('2026-03-01T07:11:00Z') ?? 0n;

const channel = (secret: string, party: NotifyChannel['for']): NotifyChannel => {
  const at = { path: 'contracts/workspace.yaml', line: 1, column: 1 };
  return { to: 'slack', secret, locale: 'en', for: party, on: ['late_data'], review: false, at };
};
const PLACES = placesOf({ issue: 1, channels: [channel('CONCORD_NOTIFY_BRAND', 'brand'), channel('CONCORD_NOTIFY_BOTH', 'both')] });

/** What becomes of a call: it is made; refused; made without an answer; the process ends before or after it. */
type Fault = 'fine' | 'refused' | 'lost' | 'dies before' | 'dies after';
const fault = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Fault>('fine') },
  fc.constantFrom<Fault>('refused', 'lost', 'dies before', 'dies after'),
);

interface Step {
  /** Days that the clock says have gone by since the last run. */
  readonly days: number;
  readonly faults: readonly Fault[];
}
const days = fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, fc.constant(0), fc.integer({ min: -12, max: 40 }));
const step = fc.record<Step>({ days, faults: fc.array(fault, { maxLength: 16 }) });

/** A fact that stands for some days from a day on. */
interface Standing {
  readonly from: number;
  readonly days: number;
  readonly to: Fact['to'];
}
const standing = fc.record<Standing>({
  from: fc.integer({ min: -5, max: 60 }),
  days: fc.integer({ min: 0, max: 20 }),
  to: fc.constantFrom('brand', 'provider', 'both'),
});

class Died extends Error {}
const refusal = () =>
  new ShellError([{ code: 'forge-unavailable', severity: 'error', at: { path: 'acme/kpis', line: 1, column: 1 }, params: {} }]);

interface Told {
  readonly place: string;
  readonly key: string;
  readonly isMarked: boolean;
}

interface World {
  readonly comments: Comment[];
  readonly told: Told[];
  /** What a run was at when it ended without anybody knowing. */
  readonly doubtful: Set<string>;
  deaths: number;
}

const factOf = ({ from, to }: Standing, index: number): Fact => {
  const on = addDays(START, from);
  return { contract: 'tea', keys: [`tea/${index}/late_data/${on}`], on, to, what: { topic: 'late_data', period: '2026-02', facts: [] } };
};

const seen = (all: readonly Standing[], day: LocalDate): Fact[] =>
  all.flatMap((each, index) => {
    const fact = factOf(each, index);
    return fact.on <= day && day <= addDays(fact.on, each.days) ? [fact] : [];
  });

function forgeIn(world: World, next: () => Fault): RememberingForge {
  const call = async <T>(made: () => T): Promise<T> => {
    const now = next();
    if (now === 'dies before') throw new Died();
    if (now === 'refused') throw refusal();
    const result = made();
    if (now === 'dies after') throw new Died();
    if (now === 'lost') throw refusal();
    return result;
  };
  const { comments } = world;
  return {
    now: async () => NOW,
    comments: () => call(() => ({ items: [...comments], complete: true })),
    commentEdits: () => call(() => ({ items: comments.map(({ id }) => ({ id, edited: null })), complete: true })),
    createComment: (_, body) =>
      call(() => {
        const made = { id: comments.length + 1, author: SELF, body, createdAt: NOW, updatedAt: NOW };
        comments.push(made);
        return made;
      }),
    updateComment: (id, body) =>
      call(() => {
        const at = comments.findIndex((each) => each.id === id);
        const old = comments[at];
        if (old !== undefined) comments[at] = { ...old, body };
      }),
    deleteComment: (id) =>
      call(() => {
        const at = comments.findIndex((each) => each.id === id);
        if (at >= 0) comments.splice(at, 1);
      }),
  };
}

/** A channel that takes each line as one key; whether it answers, and whether the process lives to hear it, is the fault's. */
function outboxIn(world: World, next: () => Fault): Outbox {
  return {
    secret: (name) => `https://hooks.slack.com/services/T0/B0/${name}`,
    now: () => NOW,
    wait: async () => undefined,
    send: async (parcel): Promise<Sent> => {
      if (parcel.by !== 'web') throw new Error('no letter');
      const place = PLACES.find(({ secret }) => parcel.post.url.endsWith(secret))?.id ?? '';
      const keys = [...parcel.post.body.matchAll(/tea\/\d+\/late_data\/[\d-]+/g)].map(([key]) => key);
      const now = next();
      const inDoubt = () => {
        for (const key of keys) world.doubtful.add(`${place} ${key}`);
      };
      if (now === 'dies before') {
        inDoubt();
        throw new Died();
      }
      if (now === 'refused') return { kind: 'answered', reply: { status: 403, body: 'no_service', retryAfter: null } };
      const isMarked = parcel.post.body.includes('REPEATS');
      for (const key of keys) world.told.push({ place, key, isMarked });
      if (now === 'fine') return { kind: 'answered', reply: { status: 200, body: 'ok', retryAfter: null } };
      inDoubt();
      if (now === 'dies after') throw new Died();
      return { kind: 'unknown' };
    },
  };
}

async function live(all: readonly Standing[], steps: readonly Step[]): Promise<World> {
  const world: World = { comments: [], told: [], doubtful: new Set(), deaths: 0 };
  const began = new Map<string, LocalDate>();
  let day = START;
  for (const { days: gone, faults } of steps) {
    day = addDays(day, gone);
    let calls = 0;
    let isClean = true;
    const next = (): Fault => {
      const now = faults[calls] ?? 'fine';
      calls += 1;
      if (now !== 'fine') isClean = false;
      return now;
    };
    const facts = seen(all, day);
    const before = world.told.length;
    try {
      await deliver({
        ...{
          forge: forgeIn(world, next),
          outbox: outboxIn(world, next),
          self: SELF,
          issue: 1,
          today: day,
          places: PLACES,
          facts,
          dryRun: false,
        },
        compose: ({ telling }) => ({
          title: telling.repeats === null ? 'Concord' : `REPEATS ${telling.repeats}`,
          lines: telling.facts.map(({ keys }) => ({ text: keys.join(' ') })),
        }),
      });
    } catch (error) {
      if (!(error instanceof Died) && !(error instanceof ShellError)) throw error;
      world.deaths += error instanceof Died ? 1 : 0;
      // What was delivered before a memory that could not be written is in doubt as well.
      for (const { place, key } of world.told.slice(before)) world.doubtful.add(`${place} ${key}`);
    }
    for (const place of PLACES) {
      const first = began.get(place.id);
      if (isClean && (first === undefined || first > day)) began.set(place.id, day);
      if (!isClean) continue;
      const since = began.get(place.id) ?? day;
      const due = facts.filter(({ on, to }) => on >= since && (place.secret.endsWith('BOTH') || to !== 'provider'));
      const known = new Set(world.told.filter((each) => each.place === place.id).map(({ key }) => key));
      expect(
        due.flatMap(({ keys }) => keys).filter((key) => !known.has(key)),
        `lost at ${place.id} on ${day}`,
      ).toEqual([]);
    }
  }
  return world;
}

/** What came again without saying so, or without a reason. */
function doubled({ told, doubtful }: World): string[] {
  const known = new Set<string>();
  return told.flatMap(({ place, key, isMarked }) => {
    const name = `${place} ${key}`;
    const isSecond = known.has(name);
    known.add(name);
    if (!isSecond) return [];
    return isMarked && doubtful.has(name) ? [] : [`${name}${isMarked ? ' without a reason' : ''}`];
  });
}

test('over random crashes and clocks that jump nothing is lost, and nothing is doubled without saying so', async () => {
  let deaths = 0;
  let runs = 0;
  while (deaths < WANTED) {
    const seed = 20260300 + runs;
    await fc.assert(
      fc.asyncProperty(fc.array(standing, { maxLength: 12 }), fc.array(step, { minLength: 4, maxLength: 30 }), async (all, steps) => {
        const world = await live(all, steps);
        deaths += world.deaths;
        expect(doubled(world)).toEqual([]);
      }),
      { seed, numRuns: 50 },
    );
    runs += 1;
  }
  expect(deaths).toBeGreaterThanOrEqual(WANTED);
}, 600_000);

test('without a fault everything is told once, and nothing is marked', async () => {
  const all: Standing[] = [0, 3, 3, 10].map((from) => ({ from, days: 9, to: 'both' }));
  const world = await live(
    all,
    Array.from({ length: 40 }, () => ({ days: 1, faults: [] })),
  );
  expect(world.told.filter(({ isMarked }) => isMarked)).toEqual([]);
  // The clock begins on the second day: the first fact was there before anybody was told anything.
  expect(world.told).toHaveLength(3 * PLACES.length);
});

test('a run that dies between sending and remembering is repeated once, and says so', async () => {
  const all: Standing[] = [{ from: 2, days: 9, to: 'brand' }];
  // Day 2: the first messages; day 3: read, read, open, and dead after it was handed over; day 4.
  const steps = [
    { days: 1, faults: [] },
    { days: 1, faults: ['fine', 'fine', 'fine', 'dies after'] as const },
    { days: 1, faults: [] },
    { days: 1, faults: [] },
  ];
  const { told } = await live(all, steps);
  const brand = told.filter(({ place }) => place.includes('BRAND'));
  expect(brand.map(({ isMarked }) => isMarked)).toEqual([false, true]);
  expect(told.filter(({ place }) => place.includes('BOTH')).map(({ isMarked }) => isMarked)).toEqual([false]);
});
