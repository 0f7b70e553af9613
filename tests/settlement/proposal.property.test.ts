import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BranchState,
  nextStep,
  type PlannedPeriod,
  type ProposalState,
  type Step,
  type StepContext,
} from '../../src/settlement/proposal.js';
import { relationship, settleDays } from './relationship.js';

/* From whatever crashes, other runs and other people have left, the steps lead to one pull request that says all there is to say. */

const { terms } = relationship({ fees: [{ id: 'base', kind: 'retainer', amount: 3000 }] });
const [settled] = settleDays(terms, [], [{ asOf: '2026-02-05', values: { '2026-01': { revenue: '1000' } } }]);
if (settled === undefined) throw new Error('nothing settled');
const STATEMENT = settled;
const ENDS: ReadonlySet<Step> = new Set(['report', 'accepted', 'wait']);

interface Situation {
  readonly planned: PlannedPeriod;
  readonly state: ProposalState;
  readonly context: StepContext;
}

const heads = fc.constantFrom('a', 'b');
const branch = fc.record<BranchState>({
  head: heads,
  own: fc.boolean(),
  proposed: fc.constantFrom(null, STATEMENT),
  previewedOn: fc.constantFrom(null, '2026-01-01', '2026-02-03', '2026-02-10'),
  behind: fc.boolean(),
  replays: fc.boolean(),
});
const pullRequest = fc.record({
  state: fc.constantFrom('open' as const, 'closed' as const, 'merged' as const, 'lost' as const),
  draft: fc.boolean(),
  head: heads,
  labelled: fc.boolean(),
});
const situations = fc
  .record({
    planned: fc
      .constantFrom('draft' as const, 'due' as const, 'waits' as const)
      .map((turn): PlannedPeriod => ({ period: '2026-01', turn, dueOn: '2026-02-05', after: turn === 'waits' ? '2025-12' : null })),
    state: fc.record({
      branch: fc.option(branch),
      pullRequest: fc.option(pullRequest),
      occupied: fc.boolean(),
      gone: fc.constantFrom(null, 'gone'),
    }),
    context: fc.record({
      asOf: fc.constantFrom('2026-01-31', '2026-02-10'),
      rhythm: fc.constantFrom('week' as const, 'month' as const),
      newEvents: fc.boolean(),
      remeasure: fc.boolean(),
    }),
  })
  .map(({ planned, state, context }): Situation => {
    const { branch: found, pullRequest: shown, occupied } = state;
    const gone = found === null ? state.gone : null;
    // An open pull request has its branch's head; without a statement there is nothing to count events or replay.
    const linked = shown !== null && shown.state === 'open' ? (found === null ? null : { ...shown, head: found.head }) : shown;
    const proposed = found?.proposed != null;
    return {
      planned,
      state: {
        branch: found === null || proposed ? found : { ...found, behind: false, replays: true },
        pullRequest: linked,
        occupied,
        gone,
      },
      context: { ...context, newEvents: context.newEvents && proposed, remeasure: context.remeasure && proposed },
    };
  });

let commits = 0;

/** What a step leaves behind. */
function after({ planned, state, context }: Situation, step: Step): Situation {
  const { branch: found, pullRequest: shown } = state;
  const pushed = (content: Pick<BranchState, 'proposed' | 'previewedOn'>): Situation => {
    const head = `commit ${++commits}`;
    const moved = shown !== null && shown.state === 'open' ? { ...shown, head } : shown;
    return {
      planned,
      state: { ...state, branch: { ...content, head, own: true, behind: false, replays: true }, pullRequest: moved, gone: null },
      context: { ...context, newEvents: step === 'update' && context.newEvents, remeasure: step !== 'propose' && context.remeasure },
    };
  };
  switch (step) {
    case 'preview':
      return pushed({ proposed: null, previewedOn: context.asOf });
    case 'propose':
    case 'recompute':
    case 'update':
      return pushed({ proposed: STATEMENT, previewedOn: null });
    case 'displace':
      return { planned, state: { ...state, occupied: false }, context };
    case 'restore': {
      const back = { proposed: STATEMENT, previewedOn: null, head: 'gone', own: true, behind: false, replays: true };
      return { planned, state: { ...state, branch: back, gone: null }, context };
    }
    case 'reopen': {
      if (shown === null) throw new Error('reopen of nothing');
      return { planned, state: { ...state, pullRequest: { ...shown, state: 'open', head: found?.head ?? '' } }, context };
    }
    case 'open': {
      const draft = found?.proposed == null;
      return { planned, state: { ...state, pullRequest: { state: 'open', draft, head: found?.head ?? '', labelled: false } }, context };
    }
    case 'ready':
    case 'label': {
      if (shown === null) throw new Error(`${step} of nothing`);
      return {
        planned,
        state: { ...state, pullRequest: { ...shown, ...(step === 'ready' ? { draft: false } : { labelled: true }) } },
        context,
      };
    }
    default:
      throw new Error(`${step} leaves nothing`);
  }
}

function walk(start: Situation): { readonly steps: readonly Step[]; readonly seen: readonly Situation[] } {
  const steps: Step[] = [];
  const seen: Situation[] = [];
  let now = start;
  for (let count = 0; count < 12; count++) {
    const step = nextStep(now.planned, now.state, now.context);
    steps.push(step);
    seen.push(now);
    if (ENDS.has(step)) return { steps, seen };
    now = after(now, step);
  }
  throw new Error(`no end: ${steps.join(', ')}`);
}

test('every situation comes to an end in few steps, and each writes at most once', () => {
  fc.assert(
    fc.property(situations, (start) => {
      const { steps } = walk(start);
      expect(steps.length).toBeLessThanOrEqual(6);
      expect(new Set(steps).size).toBe(steps.length);
      expect(steps.filter((step) => ['preview', 'propose', 'recompute', 'update'].includes(step)).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('what is reported of a due period is its own statement with every event, ready in an open pull request', () => {
  fc.assert(
    fc.property(situations, (start) => {
      const { steps, seen } = walk(start);
      const last = seen.at(-1);
      if (steps.at(-1) !== 'report' || last?.planned.turn !== 'due') return;
      const { branch: found, pullRequest: shown } = last.state;
      expect(found).toMatchObject({ own: true, proposed: STATEMENT, behind: false, replays: true });
      expect(shown).toEqual({ state: 'open', draft: false, head: found?.head, labelled: true });
      expect([last.context.newEvents, last.state.occupied]).toEqual([false, false]);
    }),
  );
});

test('a statement that was proposed is never measured again, but where both ask for it or it was lost', () => {
  fc.assert(
    fc.property(situations, (start) => {
      const { branch: found, pullRequest: shown } = start.state;
      fc.pre(found?.proposed != null && shown?.state !== 'lost' && !start.context.remeasure);
      const { steps } = walk(start);
      expect(steps).not.toContain('propose');
      expect(steps).not.toContain('preview');
    }),
  );
});

test('what was merged is left as it is; what was closed or deleted comes back', () => {
  fc.assert(
    fc.property(situations, (start) => {
      const ended = start.state.pullRequest?.state;
      fc.pre(ended === 'closed' || ended === 'merged');
      const { steps } = walk(start);
      if (ended === 'merged') expect(steps.filter((step) => step !== 'displace')).toEqual(['accepted']);
      else if (start.planned.turn !== 'waits' || start.state.branch !== null) expect(steps).toContain('reopen');
      if (start.state.gone !== null && ended === 'closed') expect(steps).toContain('restore');
    }),
  );
});
