import { type Sight, see } from '../../src/intake/sight.js';

/** What is seen in a text file. */
export function sightOf(text: string): Sight {
  const found = see({
    name: 'a.csv',
    packed: false,
    form: 'text',
    head: new TextEncoder().encode(text),
    tail: null,
    sheet: null,
    sheets: [],
  });
  if ('unseen' in found) throw new Error(found.unseen);
  return found;
}
