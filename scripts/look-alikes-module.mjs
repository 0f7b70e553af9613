// The table of characters that look like others (UTS 39), as one text: what is read of it costs nothing before something is looked up.
// Written and checked by scripts/generate-types.mjs.
import { createRequire } from 'node:module';

const HEADER = `// Generated from the package unhomoglyph (MIT, © 2016 Vitaly Puzrin) by scripts/generate-types.mjs. Do not edit: take its next release and
// run \`npm run types\`.
`;

/** @returns the module's text. A line for each: the character, and what it is taken for. */
export function lookAlikesModule() {
  const entries = Object.entries(createRequire(import.meta.url)('unhomoglyph/data.json'));
  const odd = entries.filter(([from, to]) => [...from].length !== 1 || to === '' || /\n/.test(from + to));
  if (odd.length > 0) throw new Error(`no line can hold ${JSON.stringify(odd)}`);
  const text = JSON.stringify(entries.map((entry) => entry.join('')).join('\n'));
  return `${HEADER}/** A line for each character that looks like others: the character, and what it is taken for. */\nexport const LOOK_ALIKES =\n  ${text};\n`;
}
