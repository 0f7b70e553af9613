import type { LocalDate, Micros } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import type { Address, Channel, Meaning } from '../notification/channels/channel.js';
import { CHANNELS } from '../notification/channels/channels.js';
import type { Fact } from '../notification/facts.js';
import { begun, type Memory, markOf, maybeToldOn, ofPlaces, opened, standing, told } from '../notification/memory.js';
import type { Message } from '../notification/message.js';
import { firstPart, marksOf, type Place, type Telling, tellingId, tellingOf } from '../notification/plan.js';
import type { Account } from '../ports/forge.js';
import type { Outbox } from '../ports/outbox.js';
import { issue } from '../words/issue.js';
import type { DeliveredState } from '../words/notify.js';
import { type KeptMemory, NOTHING_KEPT, type RememberingForge, readNotifyMemory, writeNotifyMemory } from './notify-memory.js';

/*
 * Sending what has not been told. A webhook knows no message that it had before, so that a program that dies between handing a message
 * over and remembering it can only repeat it or lose it. It is repeated, and the message says so: being told twice costs a minute, a
 * deadline that nobody was told of costs money.
 *
 *   1. remember that these facts are about to be told here     died before: nothing was sent, the next run sends it
 *   2. send                                                    died here, or no answer: the next run sends it again and says so
 *   3. remember that they were told
 */

/** What is said at a place. */
export interface Saying {
  readonly telling: Telling;
  /** Whether it is the first message there. */
  readonly isFirst: boolean;
  /** Whether the memory was found changed by somebody else. */
  readonly isLost: boolean;
}

export interface Delivery {
  /** Null where nothing is to be sent and what has been told is not known. */
  readonly forge: RememberingForge | null;
  readonly outbox: Outbox;
  readonly self: Account;
  /** The issue that remembers. */
  readonly issue: number;
  readonly today: LocalDate;
  readonly places: readonly Place[];
  /** Every fact that holds, told or not. */
  readonly facts: readonly Fact[];
  readonly compose: (saying: Saying) => Message;
  /** Nothing is sent and nothing written; without a forge that remembers nothing ever is. */
  readonly dryRun: boolean;
}

export interface Delivered {
  readonly place: Place;
  readonly state: DeliveredState;
  /** Each message that was or would be sent. */
  readonly messages: readonly Message[];
  readonly issues: readonly Issue[];
}

/** What became of a message in the end. */
type Known = Exclude<Meaning, { readonly state: 'later' }>;

/** Messages of one run to one place; what is left over is told by the next run. */
const MOST_MESSAGES = 5;
/** How often a message is tried again that a channel asked to be sent later. */
const MOST_TRIES = 3;

/** Tells each place what it has not been told, one place after the other. @throws ShellError where the memory cannot be read or written. */
export async function deliver(given: Delivery): Promise<Delivered[]> {
  const { forge, places } = given;
  const delivery = { ...given, dryRun: given.dryRun || forge === null };
  const kept = forge === null ? NOTHING_KEPT : await readNotifyMemory(forge, delivery.issue, delivery.self);
  const marks = places.flatMap(({ id }) => delivery.facts.flatMap(({ keys }) => keys.map((key) => markOf(id, key))));
  const memory = standing(
    ofPlaces(
      kept.memory,
      places.map(({ id }) => id),
    ),
    new Set(marks),
  );
  const run: Run = { delivery, kept, memory, isLost: kept.found === 'changed', lastAt: new Map() };
  // A clock that was ahead when a place began would leave out what happens until it has caught up.
  const known = places.filter(({ id }) => memory.began[id] !== undefined);
  const earlier = known.reduce((all, { id }) => begun(all, id, delivery.today), memory);
  if (earlier !== memory && !delivery.dryRun) await remember(run, earlier);
  const results: Delivered[] = [];
  for (const place of places) results.push(await deliverTo(run, place));
  return results;
}

/** One run of {@link deliver}: its memory grows with what is told. */
interface Run {
  readonly delivery: Delivery;
  readonly isLost: boolean;
  kept: KeptMemory;
  memory: Memory;
  /** When something was last sent to an address, by its secret. */
  readonly lastAt: Map<string, Micros>;
}

async function deliverTo(run: Run, place: Place): Promise<Delivered> {
  const { outbox, dryRun } = run.delivery;
  const channel = CHANNELS[place.to];
  const secret = outbox.secret(place.secret) ?? '';
  const address = secret.trim() === '' ? null : channel.address(secret);
  // Where nothing is sent, nobody needs to hold the secrets.
  if (address === null && !dryRun) return { place, state: 'unset', messages: [], issues: [unset(place, secret, channel)] };
  const messages: Message[] = [];
  const issues: Issue[] = [];
  let state: DeliveredState = 'nothing';
  for (let count = 0; count < MOST_MESSAGES; count += 1) {
    const saying = nextSaying(run, place, channel);
    if (saying === null) break;
    const message = shortened(run.delivery.compose(saying), channel);
    messages.push(message);
    if (dryRun || address === null) {
      state = 'would';
      run.memory = told(begun(run.memory, place.id, run.delivery.today), openingOf(run, saying));
    } else {
      const meaning = await tell(run, saying, message, { channel, address });
      state = meaning.state;
      issues.push(...issuesOf(meaning, place));
      if (state !== 'sent') break;
    }
  }
  return { place, state, messages, issues };
}

function unset({ secret, to, at }: Place, held: string, { form }: Channel): Issue {
  if (held.trim() === '') return issue('notify-secret-unset', at, { secret });
  return issue('notify-secret-form', at, { secret, channel: to, expected: form });
}

function nextSaying({ delivery, memory, isLost }: Run, place: Place, channel: Channel): Saying | null {
  const began = memory.began[place.id];
  // Of a first message that nobody knows to have arrived it is not known either whether anybody has read whose the place is.
  const inDoubt = began === undefined ? null : maybeToldOn(memory, place.id, beganKey(began));
  const isFirst = began === undefined || inDoubt !== null;
  const telling = tellingOf(place, delivery.facts, begun(memory, place.id, delivery.today), delivery.today);
  const repeats = (of: Telling): Telling => ({ ...of, repeats: of.repeats ?? inDoubt });
  if (telling.facts.length === 0) return isFirst ? { telling: repeats(telling), isFirst, isLost } : null;
  const saying = (facts: readonly Fact[]): Saying => ({ telling: repeats({ ...telling, facts }), isFirst, isLost });
  const fits = (facts: readonly Fact[]) => channel.sizeOf(delivery.compose(saying(facts))) <= channel.mostBytes;
  const part = firstPart(telling, memory, fits);
  // What is said first of all is a message of its own where both together are too long.
  return isFirst && !fits(part.facts) ? saying([]) : { telling: repeats(part), isFirst, isLost };
}

/** A single fact that is longer than its channel takes ends early. */
function shortened(message: Message, { sizeOf, mostBytes }: Channel): Message {
  let { lines } = message;
  let cut = message;
  while (sizeOf(cut) > mostBytes && lines.length > 0) {
    lines = lines.slice(0, -1);
    cut = { ...message, lines: [...lines, { text: '…' }] };
  }
  return cut;
}

/** What the first message to a place that began on a day is remembered by. */
function beganKey(on: LocalDate): string {
  return `began/${on}`;
}

function openingOf({ delivery, memory }: Run, { telling, isFirst }: Saying) {
  const { place } = telling;
  const marks = [...(isFirst ? [markOf(place.id, beganKey(memory.began[place.id] ?? delivery.today))] : []), ...marksOf(telling)];
  return { place: place.id, marks, on: delivery.today };
}

/** The three steps for one message. */
async function tell(
  run: Run,
  saying: Saying,
  message: Message,
  to: { readonly channel: Channel; readonly address: Address },
): Promise<Known> {
  const { delivery } = run;
  const { place } = saying.telling;
  const opening = openingOf(run, saying);
  const before = run.memory;
  await remember(run, opened(begun(before, place.id, delivery.today), opening));
  const meaning = await send(run, place, message, tellingId(opening.marks), to);
  if (meaning.state === 'sent') await remember(run, told(run.memory, opening));
  // As if nothing had been tried: a place that takes nothing has not begun, and what an earlier run was at stays open.
  else if (meaning.state === 'refused') await remember(run, before);
  return meaning;
}

async function remember(run: Run, memory: Memory): Promise<void> {
  const { forge, issue: number } = run.delivery;
  if (forge !== null) run.kept = await writeNotifyMemory(forge, number, run.kept, memory);
  run.memory = memory;
}

async function send(
  { delivery: { outbox }, lastAt }: Run,
  { secret }: Place,
  message: Message,
  id: string,
  { channel, address }: { readonly channel: Channel; readonly address: Address },
): Promise<Known> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await outbox.wait(pause(channel, lastAt.get(secret) ?? null, outbox.now()));
    const now = outbox.now();
    const quiet = channel.quiet?.(now) ?? 0;
    if (quiet > 0) await outbox.wait(quiet);
    const sent = await outbox.send(channel.parcel(address, message, { now: outbox.now(), id }));
    lastAt.set(secret, outbox.now());
    if (sent.kind === 'unknown') return { state: 'unknown' };
    if (sent.kind === 'unreached') return { state: 'refused', code: 'unreached' };
    const meaning = channel.meaning(sent.reply);
    if (meaning.state !== 'later') return meaning;
    await outbox.wait(meaning.seconds * 1000);
  }
  return { state: 'refused', code: '429' };
}

/** Milliseconds until an address may be sent to again. A clock that went back makes nobody wait longer than once. */
function pause({ apart }: Channel, last: Micros | null, now: Micros): number {
  if (last === null) return 0;
  const since = Number((now - last) / 1000n);
  return Math.max(0, Math.min(apart, apart - since));
}

function issuesOf(meaning: Known, { secret, to, at }: Place): Issue[] {
  const params = { secret, channel: to };
  if (meaning.state === 'unknown') return [issue('notify-unknown', at, params)];
  if (meaning.state === 'sent' && meaning.left !== undefined) return [issue('notify-some-refused', at, { ...params, count: meaning.left })];
  if (meaning.state === 'sent') return [];
  if (meaning.code === 'unreached') return [issue('notify-unreached', at, params)];
  if (meaning.code === '429') return [issue('notify-too-often', at, params)];
  return [issue('notify-refused', at, { ...params, code: meaning.code })];
}
