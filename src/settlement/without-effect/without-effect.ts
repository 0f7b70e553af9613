import { type ContractEvent, type EventKind, kindPhrase } from '../../contract/event-kinds/event-kinds.js';
import type { PeriodId } from '../../kernel/calendar.js';
import { asWarning, type Issue, inFile } from '../../kernel/issue.js';
import { issue } from '../../words/issue.js';
import { isOver } from '../run.js';
import { exclusionWithoutEffect } from './closed.js';
import { disputeWithoutEffect, doubtfulResolution, earlyDispute, escalationWithoutEffect } from './disputes.js';
import { dutyWithoutEffect, latenessWithoutEffect } from './duties.js';
import { milestoneWithoutEffect } from './milestones.js';
import { paymentWithoutEffect } from './payments.js';
import {
  correctionWithoutEffect,
  earlyWitness,
  remeasureWithoutEffect,
  terminationWithoutEffect,
  witnessWithoutEffect,
} from './periods.js';
import { earlyReview, reviewWithoutEffect } from './reviews.js';
import { EVER, type Judge, type Scene } from './scene.js';

/** When an event of a kind says something and moves nothing. */
interface Effect<K extends EventKind> {
  /** Whether it is told of after the final statement, which no further one follows. */
  readonly afterFinal: boolean;
  readonly judge: Judge<K>;
  /** Where it may be filed about what is not there yet: what is told of it once a statement that has it has counted the event. */
  readonly early?: Judge<K>;
}

/** Every kind answers when it has no effect: one that is missing here does not compile. */
const EFFECTS = {
  exclusion: { afterFinal: false, judge: exclusionWithoutEffect },
  dispute: { afterFinal: false, judge: disputeWithoutEffect, early: earlyDispute },
  escalation: { afterFinal: false, judge: escalationWithoutEffect },
  // what both agree on stands whatever was before it
  resolution: { afterFinal: false, judge: doubtfulResolution },
  acceptance_request: { afterFinal: false, judge: milestoneWithoutEffect },
  acceptance: { afterFinal: false, judge: milestoneWithoutEffect },
  refusal: { afterFinal: false, judge: milestoneWithoutEffect },
  review: { afterFinal: false, judge: reviewWithoutEffect, early: earlyReview },
  duty: { afterFinal: false, judge: dutyWithoutEffect },
  lateness: { afterFinal: false, judge: latenessWithoutEffect },
  // what is owed by the final statement is paid after it
  payment: { afterFinal: true, judge: paymentWithoutEffect },
  // until its period is settled it waits, whatever else is settled meanwhile
  correction: { afterFinal: false, judge: correctionWithoutEffect, early: correctionWithoutEffect },
  remeasure: { afterFinal: false, judge: remeasureWithoutEffect },
  termination: { afterFinal: false, judge: terminationWithoutEffect },
  // what was settled may be measured again at any time
  witness: { afterFinal: true, judge: witnessWithoutEffect, early: earlyWitness },
} satisfies { readonly [K in EventKind]: Effect<K> };

function effectOf({ kind }: ContractEvent): Effect<EventKind> {
  return EFFECTS[kind];
}

/**
 * What events that no statement has counted yet say without effect: an error where they never can have one, a warning where they may later
 * or where nothing but sense speaks against them. In a check all are warnings, since a record that came by right is never taken away. Of those
 * that came before what they are about was there it is told once it is, until the statement after that.
 * @param folder the contract's, `contracts/<id>`
 */
export function withoutEffect(folder: string, scene: Scene): Issue[] {
  const counted = new Set(scene.ledger.flatMap(({ statement }) => statement.events.map(({ file }) => file)));
  const final = scene.events.every(({ file }) => counted.has(file)) ? null : finalPeriod(scene);
  return scene.events.flatMap((event) => {
    const at = inFile(`${folder}/events/${event.file}`);
    const { afterFinal, judge, early } = effectOf(event);
    if (counted.has(event.file)) return early?.(event, scene, at).map(asWarning) ?? [];
    if (final !== null && !afterFinal) return [issue('after-final', at, { period: final, kind: kindPhrase(event.kind) })];
    return judge(event, scene, at);
  });
}

/** The period of the final statement, after which no event of a kind would have an effect; null where one may. */
export function refusedAfterFinal(kind: EventKind, scene: Scene): PeriodId | null {
  // what brings tails back is judged with its line
  const reopens = kind === 'dispute' || kind === 'correction';
  return EFFECTS[kind].afterFinal || reopens ? null : finalPeriod(scene);
}

/** The period of the statement that no further one follows, whatever was filed; null where one may. */
function finalPeriod({ terms, events, ledger }: Scene): string | null {
  const isEnd = isOver({ terms, events, ledger, asOf: EVER });
  return isEnd ? (ledger.at(-1)?.statement.period ?? null) : null;
}
