import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/kernel/calendar.js';
import { type ExistingComment, isSticky, markerText, parseMarker, planSticky, type Sticky, stickyText } from '../../src/report/sticky.js';

const HEAD = 'a'.repeat(40);
const at = (text: string) => parseInstant(text) ?? 0n;
const NOON = at('2026-04-10T12:00:00Z');
const sticky = (body: string, validAt = NOON, head: string | null = HEAD): Sticky => ({ topic: 'changes', body, head, validAt });
const own = (id: number, of: Sticky): ExistingComment => ({ id, author: { id: 7 }, body: stickyText(of) });

describe('the marker', () => {
  it('is one line of one form', () => {
    expect(markerText(sticky('x'))).toBe(`<!-- concord:changes head=${HEAD} at=2026-04-10T12:00:00Z -->`);
    expect(markerText({ topic: 'verdict', head: null, validAt: NOON })).toBe('<!-- concord:verdict head=- at=2026-04-10T12:00:00Z -->');
  });

  it('is read back from what was written, whatever line ends the forge has', () => {
    expect(parseMarker(stickyText(sticky('text')))).toEqual({ topic: 'changes', head: HEAD, validAt: NOON });
    expect(parseMarker(stickyText(sticky('text')).replaceAll('\n', '\r\n'))?.topic).toBe('changes');
  });

  it.each([
    ['not at the start', ` <!-- concord:changes head=- at=2026-04-10T12:00:00Z -->`],
    ['after a text', `hello\n<!-- concord:changes head=- at=2026-04-10T12:00:00Z -->`],
    ['with text behind it', `<!-- concord:changes head=- at=2026-04-10T12:00:00Z --> x`],
    ['with a short head', `<!-- concord:changes head=abc at=2026-04-10T12:00:00Z -->`],
    ['with a head in capitals', `<!-- concord:changes head=${'A'.repeat(40)} at=2026-04-10T12:00:00Z -->`],
    ['without a time', `<!-- concord:changes head=- at= -->`],
    ['with a time that is none', `<!-- concord:changes head=- at=2026-13-10T12:00:00Z -->`],
    ['with a time in another zone', `<!-- concord:changes head=- at=2026-04-10T12:00:00+02:00 -->`],
    ['with a time written otherwise', `<!-- concord:changes head=- at=2026-04-10T12:00:00.000Z -->`],
    ['with a topic in capitals', `<!-- concord:Changes head=- at=2026-04-10T12:00:00Z -->`],
    ['with an empty word in its topic', `<!-- concord:a--b head=- at=2026-04-10T12:00:00Z -->`],
    ['of something else', `<!-- changes head=- at=2026-04-10T12:00:00Z -->`],
  ])('%s is none', (_, body) => {
    expect(parseMarker(body)).toBeNull();
  });

  it('cannot be made of a topic or head that could end it', () => {
    expect(() => markerText({ topic: 'a -->', head: null, validAt: NOON })).toThrow(RangeError);
    expect(() => markerText({ topic: 'a', head: 'main', validAt: NOON })).toThrow(RangeError);
  });

  it('comes back whatever the topic, head and time', () => {
    const topics = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}$/);
    const heads = fc.option(fc.stringMatching(/^[0-9a-f]{40}$/));
    fc.assert(
      fc.property(topics, heads, fc.bigInt(0n, 4_000_000_000_000_000n), (topic, head, validAt) => {
        expect(parseMarker(markerText({ topic, head, validAt }))).toEqual({ topic, head, validAt });
      }),
    );
  });
});

describe('the plan', () => {
  it('creates where there is none of its own: forged markers and other topics do not count', () => {
    const forged = { ...own(1, sticky('x')), author: { id: 8 } };
    const ghost = { ...own(2, sticky('x')), author: null };
    const other = own(3, { ...sticky('x'), topic: 'scorecard' });
    const plain = { id: 4, author: { id: 7 }, body: 'concord:changes' };
    expect(planSticky([forged, ghost, other, plain], 7, sticky('new'))).toEqual({
      outcome: 'created',
      create: stickyText(sticky('new')),
      update: null,
      remove: [],
    });
  });

  it('counts nothing as its own where the account is not known', () => {
    expect(planSticky([own(1, sticky('x'))], null, sticky('x')).outcome).toBe('created');
  });

  it('patches the oldest and removes its duplicates', () => {
    const before = sticky('old', at('2026-04-10T11:00:00Z'));
    expect(planSticky([own(9, before), own(5, before), own(7, before)], 7, sticky('new'))).toEqual({
      outcome: 'updated',
      create: null,
      update: { id: 5, body: stickyText(sticky('new')) },
      remove: [7, 9],
    });
  });

  it('leaves an equal text alone, also where the forge has changed white space', () => {
    const before = own(5, sticky('same\n\ntext', at('2026-04-10T11:00:00Z')));
    const comment = { ...before, body: `${before.body.replaceAll('\n', '\r\n')}  \n` };
    expect(planSticky([comment], 7, sticky('same\n\ntext'))).toEqual({ outcome: 'unchanged', create: null, update: null, remove: [] });
  });

  it('writes an equal text again for another head, so that a run for the old one is known to be late', () => {
    const before = own(5, sticky('same', at('2026-04-10T11:00:00Z'), 'b'.repeat(40)));
    expect(planSticky([before], 7, sticky('same')).update).toEqual({ id: 5, body: stickyText(sticky('same')) });
  });

  it('never puts an older text in place of a newer one', () => {
    const newer = own(5, sticky('newer', at('2026-04-10T12:00:01Z')));
    expect(planSticky([newer], 7, sticky('late'))).toEqual({ outcome: 'stale', create: null, update: null, remove: [] });
  });

  it('saves the newer text of a duplicate before it goes', () => {
    const [older, newer] = [sticky('older', at('2026-04-10T11:00:00Z')), sticky('newer', at('2026-04-10T13:00:00Z'))];
    expect(planSticky([own(5, older), own(6, newer)], 7, sticky('late'))).toEqual({
      outcome: 'stale',
      create: null,
      update: { id: 5, body: stickyText(newer) },
      remove: [6],
    });
  });

  it('knows a comment that says exactly this', () => {
    expect(isSticky(stickyText(sticky('text')), sticky('text'))).toBe(true);
    expect(isSticky(stickyText(sticky('text')), sticky('other'))).toBe(false);
    expect(isSticky(stickyText(sticky('text')), sticky('text', NOON + 1n))).toBe(false);
    expect(isSticky('text', sticky('text'))).toBe(false);
  });
});
