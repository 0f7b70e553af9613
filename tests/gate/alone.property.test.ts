import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTRACT, decideOn, event, headBy, PEOPLE, request } from './scenario.js';

/*
 * What one party files alone is that party's own work, whoever else may push to branches, open pull requests or send forms. The
 * oracle looks at who had a hand in it and at nothing else.
 */

const { alice, ann, bob, carol, mallory, app } = PEOPLE;
const SIDE: Readonly<Record<number, string>> = { [alice]: 'brand', [ann]: 'brand', [bob]: 'provider', [carol]: 'provider' };
const actor = (id: number) => ({ id, kind: id === app ? ('bot' as const) : ('user' as const) });
const anybody = fc.constantFrom(alice, ann, bob, carol, mallory, app);

const played = fc.record({
  author: anybody,
  formAuthor: fc.option(anybody, { freq: 3 }),
  party: fc.constantFrom('brand', 'provider'),
  kind: fc.constantFrom('payment', 'correction'),
  pushedBy: fc.option(anybody, { freq: 6 }),
  before: fc.option(fc.array(anybody, { maxLength: 2 }), { freq: 6 }),
});

test('what is filed alone has been pushed by its own party or the app only, and sent by that party', () => {
  let successes = 0;
  fc.assert(
    fc.property(played, ({ author, formAuthor, party, kind, pushedBy, before }) => {
      const fields =
        kind === 'payment'
          ? { kind, party, amount: 1, on: '2026-03-10', reference: 'r' }
          : { kind, party, period: '2026-02', line: 'base', amount: 1, reason: 'r' };
      const pushers = before === null || pushedBy === null ? null : [...before, pushedBy].map(actor);
      const verdict = decideOn(
        request({
          author: actor(author),
          formAuthor: formAuthor === null ? null : actor(formAuthor),
          files: [event(fields)],
          head: headBy(author, { branch: 'form/12', pushedBy: pushedBy === null ? null : actor(pushedBy), pushers }),
        }),
      );
      expect(verdict.parties.every(({ approved }) => approved.length === 0)).toBe(true);
      if (verdict.state !== 'success') return;
      successes += 1;
      expect([verdict.basis, kind]).toEqual(['filed-alone', 'payment']);
      const filer = author === app ? formAuthor : author;
      expect(SIDE[filer ?? 0]).toBe(party);
      if (author === app) expect(pushedBy).toBe(app);
      else for (const { id } of pushers ?? [actor(mallory)]) expect([party, 'app']).toContain(id === app ? 'app' : SIDE[id]);
    }),
    { numRuns: 1500 },
  );
  expect(successes).toBeGreaterThan(15);
});

test('a settlement is accepted only where the app has pushed it, whatever else is true', () => {
  let successes = 0;
  const files = ['terms.json', 'evidence.json', 'statement.json', 'statement.md'].map((name) => ({
    path: `contracts/${CONTRACT}/ledger/2026-02/${name}`,
    previousPath: null,
    status: 'added',
    mode: '100644',
    sha: null,
    text: null,
  }));
  fc.assert(
    fc.property(anybody, fc.option(anybody, { freq: 5 }), fc.boolean(), (author, pushedBy, silent) => {
      const head = headBy(app, { branch: `settlement/${CONTRACT}/2026-02`, pushedBy: pushedBy === null ? null : actor(pushedBy) });
      const settlement = { contract: CONTRACT, period: '2026-02', replay: 'same', unhandledDisputes: [] } as const;
      const later = { now: 1_900_000_000_000_000n };
      const review = (id: number, user: number) => ({
        id,
        user: actor(user),
        state: 'APPROVED',
        commit: head.sha,
        submittedAt: 1_773_100_000_000_000n,
      });
      const reviews = silent ? [] : [review(1, alice), review(2, ann), review(3, bob), review(4, carol)];
      const { state } = decideOn(request({ author: actor(author), files, head, settlement, reviews }), later);
      if (state !== 'success') return;
      successes += 1;
      expect(pushedBy).toBe(app);
    }),
    { numRuns: 500 },
  );
  expect(successes).toBeGreaterThan(20);
});
