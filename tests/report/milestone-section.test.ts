import { expect, test } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { milestoneSection } from '../../src/report/milestone-section.js';
import { wording } from '../../src/report/wording.js';
import { relationship } from '../settlement/relationship.js';
import { context, scorecard } from './fixture.js';

/* What a running scorecard says of milestones: due on 31 March, and answered within 10 days. */
const fees = [{ id: 'launch', title: 'Launch', kind: 'milestone', amount: 500, due: '2026-03-31' }];
const ask = { kind: 'acceptance_request', party: 'provider', milestone: 'launch', on: '2026-03-25' };

function said(asOf: string, locale: Locale, filed: Readonly<Record<string, typeof ask>> = {}, repository?: string): string {
  const { terms, events } = relationship({ fees }, undefined, filed);
  const about = { ...context, terms, events, ...(repository === undefined ? {} : { repository }) };
  return renderMarkdown(milestoneSection({ ...scorecard, contract: 'acme', asOf }, about, wording(terms, locale)), locale);
}

test('one that is open has the last day to ask for it, up to that day', () => {
  expect(said('2026-03-31', 'en')).toContain(
    '- **Launch** · `launch`: not accepted yet; its acceptance may be asked for until 2026-03-31, that day included',
  );
  expect(said('2026-03-31', 'zh')).toContain('尚未验收；须在 2026-03-31（含）前申请验收');
  expect(said('2026-04-01', 'en')).toBe('');
});

test('one that was asked for has the last day to answer, and the form', () => {
  const filed = { '2026-03-25-ask.yaml': ask };
  const told = said('2026-04-04', 'en', filed, 'https://github.com/acme/kpis');
  expect(told).toContain('unless it is refused by 2026-04-04, that day included, it counts as accepted on that day');
  expect(told).toContain('https://github.com/acme/kpis/issues/new?template=');
  expect(said('2026-04-04', 'zh', filed)).toContain('已申请验收；2026-04-04（含）前未获答复的，于该日视为验收通过');
  expect(said('2026-04-05', 'en', filed)).toBe('');
});
