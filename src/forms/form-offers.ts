import { type EventKind, eventKinds } from '../contract/event-kinds/event-kinds.js';
import type { Nameable, Offer } from '../contract/event-kinds/offers.js';
import type { PeriodId } from '../kernel/calendar.js';
import { FORM_OF } from './event-text.js';
import type { Form } from './forms.js';

/** A target of a contract, and the periods from which a new value of it would be taken on the day. */
export interface MovableTarget {
  readonly id: string;
  readonly from: readonly PeriodId[];
}

/** What may be filed of a contract on the day on which its forms are written. */
export interface Fileable {
  readonly can: Nameable;
  /** Kinds of events that there is anything to file of. */
  readonly kinds: readonly EventKind[];
  readonly targets: readonly MovableTarget[];
}

/** What a form's questions may be answered with, by question; null where nothing that it could file would be taken. */
export type FormOffers = ReadonlyMap<string, readonly string[]> | null;

/**
 * What a form offers of a contract: what `concord event` offers, field by field, in every way in which the event can be written whole. So
 * an answer that fits no other answer is in no list.
 */
export function offersOf(form: Form, fileable: Fileable): FormOffers {
  if (form.id === 'target-change') return targetsOf(fileable);
  const kinds = fileable.kinds.filter((kind) => FORM_OF[kind] === form.id);
  const offered: Offered = new Map();
  for (const kind of kinds) {
    const isAny = waysOf(form, kind).map((way) => walk(way, new Map(), fileable.can, offered));
    if (isAny.includes(true)) keep(offered, 'step', kind);
  }
  return offered.size === 0 ? null : new Map([...offered].map(([id, choices]) => [id, [...choices]]));
}

/** What has been found to be taken, by field; `step` says of which kind. */
type Offered = Map<string, Set<string>>;

function keep(offered: Offered, field: string, choice: string): void {
  offered.set(field, (offered.get(field) ?? new Set()).add(choice));
}

function targetsOf({ targets }: Fileable): FormOffers {
  const movable = targets.filter(({ from }) => from.length > 0);
  if (movable.length === 0) return null;
  return new Map([
    ['kpi', movable.map(({ id }) => id)],
    ['from', [...new Set(movable.flatMap(({ from }) => from))]],
  ]);
}

/** What is in no list and decides what else may be chosen. */
const DECIDING: ReadonlySet<string> = new Set(['party', 'treatment']);

/** A field of an event with what it may be; only what is chosen goes several ways. */
interface Step {
  readonly field: string;
  readonly offer: Offer;
  readonly isChosen: boolean;
}

/** The fields that a form asks for, in its order, in each of the ways in which they are asked: an exclusion is of days or of periods. */
function waysOf({ questions }: Form, kind: EventKind): readonly (readonly Step[])[] {
  const offers: Readonly<Record<string, Offer>> = eventKinds[kind].offers;
  const steps = ['party', ...questions.map(({ id }) => id)].flatMap((field): Step[] => {
    const offer = offers[field];
    const isChosen = DECIDING.has(field) || questions.some(({ id, list }) => id === field && list !== null);
    return offer === undefined ? [] : [{ field, offer, isChosen }];
  });
  const { window } = offers;
  if (window === undefined) return [steps];
  const ofDays = [...steps.filter(({ field }) => field !== 'periods'), { field: 'window', offer: window, isChosen: false }];
  return [treatedBy(ofDays, (treatment) => treatment !== 'waive'), treatedBy(steps, (treatment) => treatment === 'waive')];
}

/** The same steps with only some of the treatments. */
function treatedBy(steps: readonly Step[], isWanted: (treatment: string) => boolean): Step[] {
  return steps.map((step) => {
    if (step.field !== 'treatment') return step;
    const offer: Offer = (given, can) => {
      const offered = step.offer(given, can);
      const choices = offered.choices.filter(isWanted);
      return { ...offered, choices, isIdle: choices.length === 0 };
    };
    return { ...step, offer };
  });
}

/** Whether the event can be written whole from here on; what is chosen on the way there is kept. */
function walk([step, ...rest]: readonly Step[], given: ReadonlyMap<string, string>, can: Nameable, offered: Offered): boolean {
  if (step === undefined) return true;
  const { field, offer, isChosen } = step;
  const { choices, isIdle } = offer(given, can);
  if (isIdle) return false;
  if (!isChosen || choices.length === 0) return walk(rest, given, can, offered);
  let isWhole = false;
  for (const choice of choices) {
    if (!walk(rest, new Map([...given, [field, choice]]), can, offered)) continue;
    isWhole = true;
    keep(offered, field, withoutList(choice));
  }
  return isWhole;
}

/** One name of a list as it is typed, `[roas]`, is the name. */
function withoutList(choice: string): string {
  return choice.replace(/^\[(.*)\]$/, '$1');
}
