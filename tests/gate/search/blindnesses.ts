import type { Listed, PullRequestFacts, Review } from '../../../src/gate/facts.js';
import type { GatePolicy } from '../../../src/gate/policy.js';
import type { RatificationFacts } from '../../../src/gate/ratify.js';
import type { Blindness } from './paper-world.js';

/* Decisions that one rule is missing from: what it looks at is hidden from them. The search must find each. */

const facts = (change: (facts: PullRequestFacts, day: string) => Partial<PullRequestFacts>): Blindness => ({
  facts: (given, day) => ({ ...given, ...change(given, day) }),
});
const without = <T>({ items }: Listed<T>, isHidden: (item: T) => boolean): Listed<T> => {
  const left = items.filter((item) => !isHidden(item));
  return { items: left, complete: true, count: left.length };
};
const reviews = (change: (review: Review, facts: PullRequestFacts) => Review): Blindness =>
  facts((given) => ({ reviews: { ...given.reviews, items: given.reviews.items.map((each) => change(each, given)) } }));
const timeline = (hidden: string): Blindness =>
  facts(({ timeline: given }) => ({ timeline: without(given, ({ kind }) => kind === hidden) }));
const merged = (change: (each: RatificationFacts['merged'][number]) => object): Blindness => ({
  ratification: (given) => ({ ...given, merged: given.merged.map((each) => ({ ...each, ...change(each) })) }),
});
const eachParty = (
  policy: GatePolicy,
  change: (list: GatePolicy['governance']['brand']) => GatePolicy['governance']['brand'],
): GatePolicy => ({
  ...policy,
  contracts: policy.contracts.map((each) => ({
    ...each,
    parties: { brand: change(each.parties.brand), provider: change(each.parties.provider) },
  })),
});

/** Those that take more than a hundred or two histories; only long searches look for them. */
export const RARE: ReadonlySet<string> = new Set([
  'accounts that are gone count',
  'the merge is not looked at',
  'the default branch may have changed the contract',
  'others with the same commit are not looked at',
  'what was swallowed has landed',
]);

export const BLINDNESSES: Readonly<Record<string, Blindness>> = {
  'an approval of another commit counts': reviews((review, { head }) => ({ ...review, commit: head.sha })),
  'approvals from before a force push count': timeline('force_pushed'),
  'approvals for another base count': timeline('base_changed'),
  'objections are not heard': reviews((review) => (review.state === 'CHANGES_REQUESTED' ? { ...review, state: 'COMMENTED' } : review)),
  'a dismissal revives what was approved before': facts((given) => ({
    timeline: without(given.timeline, ({ kind }) => kind === 'review_dismissed'),
    reviews: without(given.reviews, ({ state }) => state === 'DISMISSED'),
  })),
  'one approval is enough for two': { policy: (policy) => eachParty(policy, (list) => ({ ...list, required: 1 })) },
  'whoever can write signs': { policy: (policy) => eachParty(policy, (list) => ({ ...list, signatories: [...list.signatories, 66, 67] })) },
  'accounts that are gone count': { accountsNeverGo: true },
  'text that nobody agreed to says who signs': { trustsTip: true },
  'the merge is not looked at': facts(() => ({ landing: { kind: 'exact' } })),
  'the default branch may have changed the contract': facts(({ changedOnDefault }) => ({
    changedOnDefault: { ...changedOnDefault, items: [] },
  })),
  'others with the same commit are not looked at': { ignoresTwins: true },
  'links are files': facts(({ files }) => ({ files: { ...files, items: files.items.map((each) => ({ ...each, mode: '100644' })) } })),
  'a record may be changed': facts(({ files }) => ({
    files: { ...files, items: files.items.map((each) => (each.path.includes('/events/') ? { ...each, status: 'added' } : each)) },
  })),
  'everything that is not as agreed may be changed': {
    facts: (given) => ({
      ...given,
      strays: given.files.items.map(({ path, status, sha }) => ({ path, agreed: status === 'removed' ? null : sha })),
    }),
  },
  'whoever opens it has pushed it': facts(({ head, author }) => ({
    head: { ...head, repositoryId: 5000, pushedBy: author, pushers: author === null ? null : [author] },
  })),
  'whatever is on a branch of the app is its own': facts(({ head, author }) =>
    author?.kind === 'bot' ? { head: { ...head, pushedBy: author, pushers: [author] } } : {},
  ),
  'whatever settles has been computed by the app': facts(({ settlement, head, author }) =>
    settlement === null ? {} : { settlement: { ...settlement, replay: 'same' }, head: { ...head, pushedBy: author } },
  ),
  'silence accepts at once': facts(({ readySince }) => ({ readySince: readySince === null ? null : readySince - 10n * 86_400_000_000n })),
  'disputes hold nothing': facts(({ settlement }) => ({
    settlement: settlement === null ? null : { ...settlement, unhandledDisputes: [] },
  })),
  'events have no day': facts(({ files }, day) => ({
    files: { ...files, items: files.items.map((each) => ({ ...each, path: each.path.replace(/\d{4}-\d{2}-\d{2}-/, `${day}-`) })) },
  })),
  'days begin again with every run': { resetsDays: true },
  'what was swallowed has landed': merged(() => ({ landed: true })),
  'whoever merges has agreed': merged(({ verdict }) => ({ verdict: { ...verdict, state: 'success', basis: 'both-parties' } })),
  'nobody looks at the workspace': { ratification: (given) => ({ ...given, peopleAgreed: true }) },
};
