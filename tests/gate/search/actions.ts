import fc from 'fast-check';
import { PEOPLE } from '../scenario.js';

/* What anybody can do, drawn at random; numbers of pull requests count back from the newest open one. */

export const STRANGER = 67;
export const ROOT = 77;
export const { alice, ann, bob, carol, mallory, app } = PEOPLE;

export type Kind = 'payment' | 'dispute' | 'exclusion' | 'correction';
export type Change =
  | { readonly at: 'terms' | 'definitions'; readonly contract: 'a' | 'b'; readonly says: number; readonly list: number }
  | { readonly at: 'workspace'; readonly list: number }
  | { readonly at: 'engine' | 'link'; readonly says: number }
  | { readonly at: 'event'; readonly contract: 'a' | 'b'; readonly side: 'brand' | 'provider'; readonly kind: Kind; readonly says: number }
  | { readonly at: 'record' | 'ledger'; readonly says: number };

interface On {
  readonly who: number;
  readonly pr: number;
}
export type Action =
  | { readonly do: 'open' | 'ask'; readonly who: number; readonly change: Change }
  | ({ readonly do: 'push'; readonly change: Change } & On)
  | ({ readonly do: 'approve' | 'object'; readonly stale: boolean } & On)
  | ({ readonly do: 'cross' | 'ours'; readonly other: number } & On)
  | ({ readonly do: 'dismiss' | 'draft' | 'close' | 'reopen' | 'back' | 'force' | 'twin' | 'retarget' | 'update' | 'delete-branch' } & On)
  | ({ readonly do: 'decide' | 'look' | 'press' | 'admin-merge' | 'swallow' } & On)
  | { readonly do: 'form'; readonly who: number; readonly change: Change }
  | { readonly do: 'admin-push'; readonly who: number; readonly change: Change }
  | { readonly do: 'admin-back' | 'leave' | 'settle' | 'restore'; readonly who: number }
  | { readonly do: 'wait'; readonly who: number; readonly days: number };

const people = fc.constantFrom(alice, ann, bob, carol, mallory);
const anybody = fc.constantFrom(alice, ann, bob, carol, mallory, STRANGER);
const signatory = fc.constantFrom(alice, ann, bob, carol);
const pr = fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 2, 3);
const contract = fc.constantFrom('a' as const, 'a' as const, 'b' as const);
const says = fc.nat(3);
const list = fc.constantFrom(0, 0, 0, 1, 2, 3);
const side = fc.constantFrom('brand' as const, 'provider' as const);
const kind = fc.constantFrom<Kind>('payment', 'payment', 'dispute', 'exclusion', 'correction');
const event = fc.record({ at: fc.constant('event' as const), contract, side, kind, says });
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ at: fc.constantFrom('terms' as const, 'terms' as const, 'definitions' as const), contract, says, list }),
  },
  { weight: 2, arbitrary: fc.record({ at: fc.constant('workspace' as const), list }) },
  { weight: 2, arbitrary: fc.record({ at: fc.constantFrom('engine' as const, 'engine' as const, 'link' as const), says }) },
  { weight: 4, arbitrary: event },
  { weight: 2, arbitrary: fc.record({ at: fc.constantFrom('record' as const, 'ledger' as const), says }) },
);

const on = <K extends string>(who: fc.Arbitrary<number>, ...kinds: readonly K[]) => fc.record({ do: fc.constantFrom(...kinds), who, pr });
const weighted = (weight: number, arbitrary: fc.Arbitrary<Action>) => ({ weight, arbitrary });
const root = fc.constant(ROOT);
const theApp = fc.constant(app);

/** Without an administrator nobody can pass by the rules of the repository. */
function anyAction(administrator: boolean): fc.Arbitrary<Action> {
  const always = [
    weighted(6, fc.record({ do: fc.constant('open' as const), who: anybody, change })),
    weighted(2, fc.record({ do: fc.constant('ask' as const), who: people, change })),
    weighted(2, fc.record({ do: fc.constant('form' as const), who: signatory, change: event })),
    weighted(3, fc.record({ do: fc.constant('push' as const), who: people, pr, change })),
    weighted(22, fc.record({ do: fc.constant('approve' as const), who: signatory, pr, stale: fc.constantFrom(false, false, false, true) })),
    weighted(2, fc.record({ do: fc.constant('object' as const), who: anybody, pr, stale: fc.boolean() })),
    weighted(1, fc.record({ do: fc.constant('approve' as const), who: fc.constantFrom(mallory, STRANGER), pr, stale: fc.constant(false) })),
    weighted(3, fc.record({ do: fc.constantFrom('cross' as const, 'cross' as const, 'ours' as const), who: people, pr, other: fc.nat(6) })),
    weighted(3, on(people, 'dismiss', 'dismiss', 'draft', 'close', 'reopen', 'delete-branch')),
    weighted(6, on(people, 'back', 'force', 'twin', 'twin', 'retarget', 'retarget', 'update')),
    weighted(14, on(theApp, 'decide', 'decide', 'look')),
    weighted(2, on(people, 'press')),
    weighted(3, fc.record({ do: fc.constant('settle' as const), who: theApp })),
    weighted(1, fc.record({ do: fc.constantFrom('leave' as const, 'restore' as const), who: people })),
    weighted(2, fc.record({ do: fc.constant('wait' as const), who: theApp, days: fc.constantFrom(1, 3, 6) })),
  ];
  const byRoot = [
    weighted(2, on(root, 'admin-merge', 'swallow')),
    weighted(2, fc.record({ do: fc.constant('admin-push' as const), who: root, change })),
    weighted(1, fc.record({ do: fc.constant('admin-back' as const), who: root })),
  ];
  return fc.oneof(...always, ...(administrator ? byRoot : []));
}

/* What takes several steps in a row, which chance alone seldom finds. */

const step = <A extends Action>(action: A): Action => action;
const sides = fc.constantFrom([alice, bob] as const, [ann, carol] as const, [alice, carol] as const);
const yes = (who: number, at: number) => step({ do: 'approve', who, pr: at, stale: false });
const theAppDoes = (what: 'decide' | 'look', at: number) => step({ do: what, who: app, pr: at });

const ofRoot: fc.Arbitrary<readonly Action[]> = fc.oneof(
  // Signatories put in by a text that nobody agreed to.
  fc
    .record({ what: change, of: contract })
    .map(({ what, of }) => [
      step({ do: 'admin-push', who: ROOT, change: { at: 'terms', contract: of, says: 1, list: 2 } }),
      step({ do: 'ask', who: mallory, change: what }),
      yes(alice, 0),
      yes(ann, 0),
      yes(mallory, 0),
      theAppDoes('decide', 0),
    ]),
  // A commit that was agreed to and that another one swallows.
  fc
    .record({ people: sides, what: change })
    .map(({ people: [x, y], what }) => [
      step({ do: 'ask', who: x, change: what }),
      yes(x, 0),
      yes(y, 0),
      step({ do: 'swallow', who: ROOT, pr: 0 }),
    ]),
);

const scenes: fc.Arbitrary<readonly Action[]> = fc.oneof(
  // Two branches take each other in, so that a list from one of their common commits hides what comes from the other.
  fc
    .record({ people: sides, one: change, other: change, who: people, ours: fc.boolean() })
    .map(({ people: [x, y], one, other, who, ours }) => [
      step({ do: 'ask', who, change: one }),
      step({ do: 'ask', who, change: other }),
      step({ do: ours ? 'ours' : 'cross', who, pr: 1, other: 1 }),
      step({ do: 'cross', who, pr: 0, other: 5 }),
      ...[1, 0].flatMap((at) => [yes(x, at), yes(y, at)]),
      theAppDoes('decide', 1),
      theAppDoes('decide', 0),
    ]),
  // A dispute on the last day.
  fc
    .record({ who: signatory, side, merge: fc.boolean() })
    .map(({ who, side: of, merge }) => [
      step({ do: 'settle', who: app }),
      step({ do: 'wait', who: app, days: 6 }),
      step({ do: 'wait', who: app, days: 4 }),
      step({ do: 'open', who, change: { at: 'event', contract: 'a', side: of, kind: 'dispute', says: 0 } }),
      theAppDoes('decide', merge ? 0 : 1),
    ]),
  // What was agreed is merged after its day, or after its ground has changed.
  fc
    .record({ people: sides, who: people, what: change, days: fc.constantFrom(0, 1, 3) })
    .map(({ people: [x, y], who, what, days }) => [
      step({ do: 'ask', who, change: what }),
      yes(x, 0),
      yes(y, 0),
      theAppDoes('look', 0),
      step({ do: 'wait', who: app, days }),
      step({ do: days === 3 ? 'press' : 'object', who, pr: 0, stale: false }),
      step({ do: 'press', who, pr: 0 }),
    ]),
  // Somebody writes onto what the app has opened.
  fc
    .record({ who: people, filer: signatory, first: event, second: change })
    .map(({ who, filer, first, second }) => [
      step({ do: 'form', who: filer, change: first }),
      step({ do: 'push', who, pr: 0, change: second }),
      theAppDoes('decide', 0),
    ]),
  // Approvals of what the branch had before, of what went into another base, and such as somebody has taken back.
  fc
    .record({ people: sides, who: people, one: change, other: change })
    .map(({ people: [x, y], who, one, other }) => [
      step({ do: 'ask', who, change: one }),
      yes(x, 0),
      step({ do: 'push', who, pr: 0, change: other }),
      step({ do: 'back', who, pr: 0 }),
      yes(y, 0),
      theAppDoes('decide', 0),
    ]),
  fc
    .record({ people: sides, who: people, what: change })
    .map(({ people: [x, y], who, what }) => [
      step({ do: 'ask', who, change: what }),
      step({ do: 'retarget', who, pr: 0 }),
      yes(x, 0),
      yes(y, 0),
      step({ do: 'retarget', who, pr: 0 }),
      theAppDoes('decide', 0),
    ]),
  fc
    .record({ people: sides, who: people, what: change })
    .map(({ people: [x, y], who, what }) => [
      step({ do: 'ask', who, change: what }),
      yes(y, 0),
      yes(x, 0),
      step({ do: 'object', who: x, pr: 0, stale: false }),
      step({ do: 'dismiss', who, pr: 0 }),
      theAppDoes('decide', 0),
    ]),
  // Two changes of one contract, each of which somebody read without the other.
  fc
    .record({ people: sides, who: people, one: change, other: change })
    .map(({ people: [x, y], who, one, other }) => [
      step({ do: 'ask', who, change: one }),
      step({ do: 'ask', who, change: other }),
      ...[1, 0].flatMap((at) => [yes(x, at), yes(y, at)]),
      theAppDoes('decide', 1),
      theAppDoes('decide', 0),
    ]),
  fc
    .record({ who: people, what: change, days: fc.constantFrom(1, 6) })
    .map(({ who, what, days }) => [
      step({ do: 'settle', who: app }),
      step({ do: 'push', who, pr: 0, change: what }),
      step({ do: 'wait', who: app, days }),
      step({ do: 'wait', who: app, days: 6 }),
      theAppDoes('decide', 0),
    ]),
);

/** A history, in half of which an administrator has switched the rules off. */
export const histories: fc.Arbitrary<readonly Action[]> = fc.boolean().chain((administrator) => {
  const single = anyAction(administrator).map((one): readonly Action[] => [one]);
  const some = fc.oneof(
    { weight: 10, arbitrary: single },
    { weight: 1, arbitrary: administrator ? fc.oneof(scenes, scenes, ofRoot) : scenes },
  );
  return fc.array(some, { minLength: 6, maxLength: 24, size: 'max' }).map((parts) => parts.flat());
});
