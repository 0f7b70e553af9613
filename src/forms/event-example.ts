import { type EventKind, eventKinds } from '../contract/event-kinds/event-kinds.js';
import { type Nameable, type Offer, type Offered, written } from '../contract/event-kinds/offers.js';

/* How an event could be written whole: what each of its fields may be in this contract on this day, and one example of it. */

/** A field with what it may be; no choices: it is written. */
interface FieldExample extends Offered {
  readonly name: string;
  /** How many choices are not listed. */
  readonly more: number;
  /** Fields before it that may be something else, beside which other choices would be right, as they are in the example. */
  readonly beside: readonly string[];
}

/** Choices that are listed; of more the first, and how many more. */
const MOST = 12;

type Typed = ReadonlyMap<string, string>;

/** An event written whole. */
export interface EventExample {
  /** Fields as they are typed, those that were given as they were. */
  readonly pairs: readonly string[];
  readonly fields: readonly FieldExample[];
}

/**
 * @param missing the fields that the schema asks for; @param given those that were typed, by name; @param aside those that were typed and have no
 * place beside the others: they are not written again, and say what was meant.
 */
export function eventExample(
  kind: EventKind,
  { missing, given, aside }: { readonly missing: readonly string[]; readonly given: Typed; readonly aside: Typed },
  can: Nameable,
): EventExample {
  // either party may file most of them, and that it does is said by nobody else
  const besides = [
    ...(missing.includes('treatment') ? ['window'] : []),
    ...(kind === 'review' && can.acknowledgeable.length > 0 && !given.has('acknowledges') ? ['acknowledges'] : []),
  ];
  const needed = [...new Set([...(given.has('party') ? [] : ['party']), ...missing, ...besides])];
  const offers: Readonly<Record<string, Offer>> = eventKinds[kind].offers;
  const values = new Map([...aside, ...given]);
  const open: { readonly name: string; readonly choices: readonly string[] }[] = [];
  const fields = needed.map((name): FieldExample => {
    const offer = offers[name] ?? written(() => null);
    const offered = offer(values, can);
    const { choices } = offered;
    const beside = open.flatMap((before) => {
      const isOther = (choice: string) => !isSame(offer(new Map([...values, [before.name, choice]]), can).choices, choices);
      return before.choices.some(isOther) ? `${before.name}=${values.get(before.name) ?? ''}` : [];
    });
    // what costs money is listed, and acknowledged by no command that is only copied
    if (name !== 'acknowledges' || can.acknowledgeable.some(({ party }) => party === null)) values.set(name, offered.example);
    if (choices.length > 1) open.push({ name, choices: choices.slice(0, MOST) });
    return { ...offered, name, choices: choices.slice(0, MOST), more: Math.max(0, choices.length - MOST), beside };
  });
  return { pairs: [...values].filter(([name]) => !aside.has(name)).map(([name, value]) => `${name}=${value}`), fields };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}
