import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { medium } from '../../../src/media/ics.js';
import type { CalendarEntry } from '../../../src/report/calendar.js';

/* What calendar programs read: Mozilla's parser gets back every day and every text of `concord calendar --ics`, whatever people have written. */

const parsed = (entries: readonly CalendarEntry[], asOf = '2026-02-10') => {
  const calendar = { name: '合同 one', asOf, entries };
  const text = medium.print(
    { document: () => null, blocks: () => [], calendar: () => calendar },
    { locale: 'en', color: false, width: 80 },
  );
  const root = new ICAL.Component(ICAL.parse(text));
  const events = root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const alarm = component.getFirstSubcomponent('valarm');
    return {
      uid: event.uid,
      on: event.startDate.toString(),
      days: event.duration.toSeconds() / 86_400,
      summary: event.summary,
      description: event.description,
      sequence: event.sequence,
      trigger: String(alarm?.getFirstPropertyValue('trigger')),
    };
  });
  return { name: root.getFirstPropertyValue('x-wr-calname'), version: root.getFirstPropertyValue('version'), events };
};

test('a day is a whole day with a text, an identity and a reminder', () => {
  const entry = {
    uid: 'a/pay/2026-01@concord',
    on: '2026-02-28',
    summary: '支付 1,000；now; \\n',
    description: 'Who: A\nb',
    remindDays: 3,
  };
  expect(parsed([entry])).toEqual({
    name: '合同 one',
    version: '2.0',
    events: [
      {
        ...{ uid: entry.uid, on: '2026-02-28', days: 1, summary: entry.summary, description: entry.description },
        ...{ sequence: 2232, trigger: '-P3D' },
      },
    ],
  });
});

test('every text comes back as it was, and none makes an entry of its own', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', ' ', ',', ';', '\\', ':', '"', '结', '😀', 'é', '-', 'BEGIN:VEVENT', '='),
    maxLength: 120,
  });
  const one = (text: string) => text.replace(/ +/g, ' ').trim();
  fc.assert(
    fc.property(fc.array(words, { maxLength: 5 }), (texts) => {
      const entries = texts.map((text, index) => ({
        uid: `c/${index}@x`,
        on: '2026-03-01',
        summary: `x${one(text)}x`,
        description: 'd',
        remindDays: 1,
      }));
      expect(parsed(entries).events.map(({ summary }) => summary)).toEqual(entries.map(({ summary }) => summary));
    }),
    { numRuns: 300, seed: 20261128 },
  );
});
