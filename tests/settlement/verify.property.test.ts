import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldersOf, replay, settleSample, withText } from './sample-ledger.js';

it('finds any changed byte and names its file', () => {
  const folders = foldersOf(settleSample());
  const places = folders.flatMap((folder) => [...folder.files].map(([file, text]) => ({ period: folder.period, file, text })));
  const spots = places.filter((place) => place.text.length > 0);
  fc.assert(
    fc.property(fc.constantFrom(...spots), fc.nat(), fc.constantFrom('0', '7', 'x', ' ', '"', '}'), ({ period, file, text }, at, byte) => {
      const index = at % text.length;
      fc.pre(text[index] !== byte);
      const changed = withText(folders, period, file, () => `${text.slice(0, index)}${byte}${text.slice(index + 1)}`);
      const found = replay(changed).issues.map((issue) => issue.at.path);
      const named = found.some((path) => path.endsWith(`${period}/${file}`) || path.endsWith(`${period}/statement.json`));
      expect(named, `${byte} in ${period}/${file}: …${text.slice(Math.max(0, index - 60), index + 20)}`).toBe(true);
    }),
    { numRuns: 400 },
  );
});
