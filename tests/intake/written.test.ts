import { expect, test } from 'vitest';
import { parseWritten } from '../../src/contract/parse-written.js';
import { draftOf } from '../../src/intake/draft.js';
import { see } from '../../src/intake/sight.js';
import { type Addition, writtenInto } from '../../src/intake/written.js';

/* Drafts as comments in definitions: one list of each name, however many drafts there are and whenever they came. */

function draftFor(id: string): Addition {
  const text = 'Order ID,Date,Amount\nA1,2026-01-05,10.50\nA2,2026-01-06,20.50\n';
  const head = new TextEncoder().encode(text);
  const sight = see({ name: `${id}.csv`, packed: false, form: 'text', head, tail: null, sheet: null, sheets: [] });
  if ('unseen' in sight) throw new Error(sight.unseen);
  return { draft: draftOf(sight, { id, table: `exports.${id}`, zone: 'UTC', currency: 'USD' }) };
}

const OWN = "metrics:\n  revenue: { title: Revenue, formula: '0', unit: money, type: flow }\n# what follows was written by hand\n";

/** Definitions with the # taken off all that was drafted. */
const adopted = (text: string): string => text.replace(/^( *)# (?=(facts|measures):| )/gm, '$1').replace(/^ {2}# /gm, '  ');

test.each([
  ['at once', (text: string) => writtenInto(text, [draftFor('one'), draftFor('two')], 'comment')],
  ['one after the other', (text: string) => writtenInto(writtenInto(text, [draftFor('one')], 'comment'), [draftFor('two')], 'comment')],
])('two drafts %s are entries of the same lists', (_, write) => {
  for (const end of ['\n', '\r\n']) {
    const text = write(OWN.replaceAll('\n', end)).replaceAll(end, '\n');
    expect(text.match(/^# facts:$/gm)).toHaveLength(1);
    expect(text.match(/^# measures:$/gm)).toHaveLength(1);
    const { value, issues } = parseWritten('definitions', 'definitions.yaml', adopted(text));
    expect(issues).toEqual([]);
    expect(Object.keys(value?.data.facts ?? {})).toEqual(['one', 'two']);
    expect(Object.keys(value?.data.measures ?? {})).toEqual(['one_amount_sum', 'two_amount_sum']);
    expect(Object.keys(value?.data.metrics ?? {}).toSorted()).toEqual(['one_amount', 'revenue', 'two_amount']);
  }
});
