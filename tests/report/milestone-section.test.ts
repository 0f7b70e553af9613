import { expect, test } from 'vitest';
import { reason } from '../../src/attainment/value.js';
import type { Locale } from '../../src/kernel/text.js';
import { lineReason } from '../../src/report/line-reason.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { milestoneSection } from '../../src/report/milestone-section.js';
import { wording } from '../../src/report/wording.js';
import { relationship } from '../settlement/relationship.js';
import { commission, context, scorecard } from './fixture.js';

/* What a running scorecard says of milestones: due on 31 March, and answered within 10 days. */
const fees = [{ id: 'launch', title: 'Launch', kind: 'milestone', amount: 500, due: '2026-03-31' }];
const ask = { kind: 'acceptance_request', party: 'provider', milestone: 'launch', on: '2026-03-25' };

type Filed = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const ASKED = '2026-03-25-ask.yaml';

function said(asOf: string, locale: Locale, filed: Filed = {}, repository?: string, from = '2026-03-01'): string {
  const { terms, events } = relationship({ fees }, undefined, filed);
  const about = { ...context, terms, events, ...(repository === undefined ? {} : { repository }) };
  return renderMarkdown(milestoneSection({ ...scorecard, contract: 'acme', asOf, from }, about, wording(terms, locale)), locale);
}

test('one that is open has the last day to ask for it, up to that day', () => {
  expect(said('2026-03-31', 'en')).toContain(
    '- **Launch** · `launch`: not accepted yet; its acceptance may be asked for until 2026-03-31, that day included',
  );
  expect(said('2026-03-31', 'zh')).toContain('尚未验收；须在 2026-03-31（含）前申请验收');
});

test('one that nobody asked for in time says so in the period of its last day, and no longer', () => {
  expect(said('2026-04-01', 'en')).toContain(': not accepted, and can no longer be asked for: the last day for it was 2026-03-31');
  expect(said('2026-04-01', 'zh')).toContain('未验收，且不能再申请：申请的最后一天为 2026-03-31');
  expect(said('2026-04-01', 'en', {}, undefined, '2026-04-01')).toBe('');
});

test('one that was refused says when and why, and until when it may be asked for again', () => {
  const refusal = { kind: 'refusal', party: 'brand', milestone: 'launch', on: '2026-03-27', reason: 'No <b>checkout</b>', answers: ASKED };
  const filed = { [ASKED]: ask, '2026-03-27-no.yaml': refusal };
  expect(said('2026-03-28', 'en', filed)).toContain(
    'refused on 2026-03-27: “No &lt;b&gt;checkout&lt;/b&gt;”; its acceptance may be asked for again until 2026-03-31, that day included, or its line disputed',
  );
  expect(said('2026-03-28', 'zh', filed)).toContain('可在 2026-03-31（含）前再次申请验收，或对其款项提出争议');
  expect(said('2026-04-01', 'en', filed)).toContain('it can no longer be asked for: the last day for it was 2026-03-31');
  // asked for again, it waits for its answer
  expect(said('2026-03-29', 'en', { ...filed, '2026-03-29-ask.yaml': { ...ask, on: '2026-03-29' } })).not.toContain('refused on');
});

/* In a statement its line is 0 and says the same. */
test('a statement says of a milestone that pays nothing whether it may still be asked for', () => {
  const lineSaid = (asOf: string, filed: Filed = {}) => {
    const { terms, events } = relationship({ fees }, undefined, filed);
    const line = { ...commission, id: 'launch', kind: 'milestone' as const, amount: '0.00', reason: reason('milestone-not-accepted') };
    return lineReason(line, { ...scorecard, asOf }, { ...context, terms, events }, wording(terms, 'en'));
  };
  expect(lineSaid('2026-03-31')).toBe('not accepted yet');
  expect(lineSaid('2026-04-15')).toBe('not accepted, and can no longer be asked for: the last day for it was 2026-03-31');
  expect(lineSaid('2026-04-02', { [ASKED]: ask })).toBe('not accepted yet');
});

test('one that was asked for has the last day to answer, and the form', () => {
  const filed = { [ASKED]: ask };
  const told = said('2026-04-04', 'en', filed, 'https://github.com/acme/kpis');
  expect(told).toContain('unless it is refused by 2026-04-04, that day included, it counts as accepted on that day');
  expect(told).toContain('https://github.com/acme/kpis/issues/new?template=');
  expect(said('2026-04-04', 'zh', filed)).toContain('已申请验收；2026-04-04（含）前未获答复的，于该日视为验收通过');
  expect(said('2026-04-05', 'en', filed)).toBe('');
});
