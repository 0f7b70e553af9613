import { expect, test } from 'vitest';
import { begun, done, inTurn, LONG, proveUndisturbable, seen, settling, undisturbed } from '../disturbance.js';

const FIRST_DAY = '2026-01-01T03:23:00Z';

proveUndisturbable('settle --open-pr on the first day', async (place) => {
  place.github.clock.set(FIRST_DAY);
  return settling(place);
});

proveUndisturbable('settle --open-pr when a period is due and the next one has begun', async (place) => {
  place.github.clock.set(FIRST_DAY);
  await done(settling(place));
  place.github.clock.set('2026-02-05T03:23:00Z');
  return settling(place);
});

test(
  'a process that is killed in the middle: the built CLI, at each call that writes',
  async () => {
    const place = await begun();
    const { github } = place;
    github.clock.set(FIRST_DAY);
    const { start, end, calls } = await undisturbed(place, settling(place));
    const writing = calls.filter(({ writes }) => writes);
    expect(writing.length).toBeGreaterThan(4);
    for (const call of inTurn(writing, 0)) {
      github.restore(start);
      const killed = new AbortController();
      github.faults.stopCaller(call.n, 'after', () => killed.abort());
      expect((await place.run(['settle', '--open-pr'], { signal: killed.signal })).code).toBe(-1);
      github.faults.clear();
      const { code, stderr } = await place.run(['settle', '--open-pr']);
      expect([code, stderr]).toEqual([0, '']);
      expect({ call, seen: seen(github) }).toEqual({ call, seen: end });
    }
    expect(github.violations).toEqual([]);
    await place.stop();
  },
  LONG,
);
