import { commenting, deciding, done, filing, proveUndisturbable } from '../disturbance.js';
import { agreed, filled, ID, type Place } from '../story-place.js';

/** The request for another target, as an issue. */
function request({ github }: Place): number {
  github.clock.set('2026-01-20T09:00:00Z');
  const answers = {
    contract: ID,
    kpi: 'sales',
    value: '11000',
    from: '2026-04',
    reason: 'A new channel opens in April.',
  };
  return github.as('ana').openIssue('Raise the target', filled('target-change', answers), ['form:target-change']);
}

/** A payment that the brand says it has made: nobody else needs to agree. */
function payment({ github }: Place): number {
  github.clock.set('2026-02-20T09:00:00Z');
  const answers = {
    contract: ID,
    amount: '2400.00',
    on: '2026-02-19',
    reference: 'wire-17',
  };
  return github.as('ana').openIssue('Paid', filled('payment', answers), ['form:payment']);
}

proveUndisturbable('form', async (place) => filing(place, request(place)));

proveUndisturbable('comment', async (place) => {
  const issue = request(place);
  await done(filing(place, issue));
  return commenting(place, issue + 1);
});

proveUndisturbable('gate of what both have agreed to', async (place) => {
  const issue = request(place);
  await done(filing(place, issue));
  agreed(place.github, issue + 1, ['ana', 'bob']);
  return deciding(place, issue + 1);
});

proveUndisturbable('gate --merge of what a party files alone', async (place) => {
  const issue = payment(place);
  await done(filing(place, issue));
  return deciding(place, issue + 1);
});
