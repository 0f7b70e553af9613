import { expect, test } from 'vitest';
import {
  begun,
  type Memory,
  MOST_TOLD,
  markOf,
  memoryText,
  NO_MEMORY,
  opened,
  readMemory,
  standing,
  together,
  told,
  wasTold,
} from '../../src/notification/memory.js';

/* The memory as a comment keeps it. What is promised of it over crashes is in crashes.test.ts. */

const PLACE = 'CONCORD_NOTIFY_BRAND/zh';
const marks = (from: number, count: number) => Array.from({ length: count }, (_, index) => markOf(PLACE, `key ${from + index}`));
const tellAll = (memory: Memory, keys: readonly string[]) => told(memory, { place: PLACE, marks: keys, on: '2026-03-01' });

/** Most that a comment of GitHub holds, less what people read above it. */
const MOST_CHARACTERS = 65_536 - 5000;

test('a full memory with every place at work fits into one comment, and comes back as it was', () => {
  const places = Array.from({ length: 20 }, (_, index) => `CONCORD_NOTIFY_${'X'.repeat(48)}${index}/zh`);
  const full = places.reduce(
    (memory, place, index) =>
      opened(begun(memory, place, '2026-03-01'), { place, marks: marks(90_000 + 60 * index, 60), on: '2026-03-02' }),
    tellAll(NO_MEMORY, marks(0, MOST_TOLD)),
  );
  expect(full.told).toHaveLength(MOST_TOLD);
  expect(memoryText(full).length).toBeLessThan(MOST_CHARACTERS);
  expect(readMemory(`above\n\n${memoryText(full)}\n`)).toEqual(full);
});

test('the oldest keys are forgotten, never the newest', () => {
  const memory = [0, 1, 2, 3].reduce((all, part) => tellAll(all, marks(part * 1000, 1000)), NO_MEMORY);
  expect(memory.told).toHaveLength(MOST_TOLD);
  expect(['key 0', 'key 1199', 'key 1200', 'key 3999'].map((key) => wasTold(memory, PLACE, key))).toEqual([false, false, true, true]);
  // What still stands, however old, is forgotten last.
  const kept = tellAll(standing(tellAll(NO_MEMORY, marks(0, 2800)), new Set(marks(0, 10))), marks(5000, 2000));
  expect(['key 0', 'key 9', 'key 10', 'key 2009', 'key 2010'].map((key) => wasTold(kept, PLACE, key))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
});

test('of two runs at once nothing that either has told is told again', () => {
  const [one, other] = [
    tellAll(begun(NO_MEMORY, PLACE, '2026-03-02'), marks(1, 1)),
    tellAll(begun(NO_MEMORY, PLACE, '2026-03-01'), marks(2, 1)),
  ];
  const both = together([one, other]);
  expect([wasTold(both, PLACE, 'key 1'), wasTold(both, PLACE, 'key 2'), both.began[PLACE]]).toEqual([true, true, '2026-03-01']);
});

test.each([
  ['no data', 'What has been told'],
  ['no JSON', '```json\n{\n```'],
  ['a key that is none', '```json\n{"began":{},"open":[],"told":["all"]}\n```'],
  ['a day that is none', '```json\n{"began":{"a":"2026-02-30"},"open":[],"told":[]}\n```'],
  ['an open run without marks', '```json\n{"began":{},"open":[{"place":"a","on":"2026-02-03"}],"told":[]}\n```'],
])('%s is no memory', (_, text) => {
  expect(readMemory(text)).toBeNull();
});
