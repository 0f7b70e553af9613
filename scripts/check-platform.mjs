// Fails where product code asks the platform for what differs between machines and Node's releases: the local clock, time
// zones, currencies, collation, number formats, Unicode tables of ICU (contract language, section 9). Part of `npm run lint`.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));

/** Properties whose result depends on ICU, the locale or the local zone of the machine. */
const FORBIDDEN = new Set(
  [
    'getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTimezoneOffset getYear',
    'setDate setFullYear setHours setMilliseconds setMinutes setMonth setSeconds setYear toDateString toTimeString',
    'localeCompare toLocaleDateString toLocaleLowerCase toLocaleString toLocaleTimeString toLocaleUpperCase',
    'toZonedDateTime toZonedDateTimeISO zonedDateTimeISO',
  ].flatMap((line) => line.split(' ')),
);

/** What Temporal may be used for: instants as text. Everything else of it can reach the platform's zones. */
const TEMPORAL = new Set(['Instant']);

// Each with its reason; nothing in the list decides a byte of what is settled.
const ALLOWED = new Map([
  // What somebody meant by a text that is refused in any case: nothing is read by it, and nothing settled.
  ['contract/levels.ts', { 'letters of Unicode': 1 }],
  ['contract/meant/characters.ts', { normalize: 1 }],
  ['contract/synonyms.ts', { normalize: 1 }],
  ['contract/wide-pairs.ts', { 'letters of Unicode': 1 }],
  // What is proposed once, for somebody to look at.
  ['contract/spoken-names.ts', { normalize: 2 }], // written down as a code or a zone's name, which is shown
  ['drafting/questions.ts', { normalize: 1 }],
  ['drafting/read-number.ts', { normalize: 1 }],
  ['intake/draft.ts', { normalize: 1 }],
  ['intake/file-slug.ts', { normalize: 1 }], // whether two files are called alike: whose they are is asked where not
  ['intake/headers.ts', { normalize: 1 }], // which words a header has: a draft; what is declared decides
  ['intake/korean.ts', { Intl: 1 }], // which encoding a file seems to have; what is declared decides
  ['contract/rules/payments.ts', { normalize: 1 }], // payment references that look alike: a warning
  ['contract/lint/written-numbers.ts', { normalize: 1 }], // fractions and circled digits, listed one by one: a warning
  ['contract/lint/written-rhythms.ts', { normalize: 1 }], // how often two texts say: a warning
  ['notification/message.ts', { 'letters of Unicode': 1 }], // which point in a message could be a host's; nothing settled
  ['gate/paths.ts', { normalize: 2 }], // refuses odd paths of pull requests: the gate, not a figure
  ['kernel/text.ts', { normalize: 1 }], // the one place; who asks it for a compatibility form is found by the form
  ['kernel/look-alike.ts', { normalize: 2 }], // names that look alike; assigned characters decompose alike in every release
  ['report/weekly.ts', { 'letters of Unicode': 1 }], // how many words a note has: where it ends
  ['report/escape.ts', { 'letters of Unicode': 1 }], // a short cut: what it does not know is escaped to the same text
  ['query/dialects/shipped-views.ts', { 'letters of Unicode': 1 }], // refuses odd values before a view is written
  ['query/absent-column.ts', { normalize: 1, 'letters of Unicode': 1 }], // which column was meant: a hint in a message
  ['shell/duckdb/eye.ts', { normalize: 1 }], // values that look alike: a note of doctor's
  ['shell/duckdb/value-fault.ts', { normalize: 2 }], // what a value looks like that is no number or time: words of a message
  ['contract/normalize-event.ts', { normalize: 1 }], // a kind's own way from text to event, not Unicode's
  ['contract/normalize-fee.ts', { normalize: 1 }], // the same of a fee
]);

/** Everything forbidden that a file does, as `line: what`. */
function findings(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const allowed = { ...ALLOWED.get(path) };
  const add = (node, what) => {
    if ((allowed[what] ?? 0) > 0) allowed[what] -= 1;
    else found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
  };
  const visit = (node) => {
    if (ts.isIdentifier(node) && node.text === 'Intl') add(node, 'Intl');
    if (ts.isRegularExpressionLiteral(node) && /\\p\{(L|N|Script|ID|Emoji)/.test(node.text)) add(node, 'letters of Unicode');
    if (ts.isPropertyAccessExpression(node)) {
      const { name, expression } = node;
      if (FORBIDDEN.has(name.text)) add(node, name.text);
      if (name.text === 'normalize' && !isNfc(node.parent)) add(node, 'normalize');
      if (ts.isIdentifier(expression) && expression.text === 'Temporal' && !TEMPORAL.has(name.text)) add(node, `Temporal.${name.text}`);
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'inForm') {
      if (node.arguments[1]?.text !== 'NFC') add(node, 'normalize');
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Date') add(node, 'Date()');
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Date') {
      if (node.arguments?.length > 1) add(node, 'new Date(year, month, …)');
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** NFC of assigned characters is the same in every version of Unicode; the compatibility forms are kept out with the rest. */
function isNfc(call) {
  return ts.isCallExpression(call) && call.arguments.length === 1 && call.arguments[0].text === 'NFC';
}

const files = readdirSync(SOURCE, { recursive: true }).filter((path) => path.endsWith('.ts') && !path.startsWith('generated'));
const all = files.sort().flatMap((path) => findings(path, readFileSync(SOURCE + path, 'utf8')));
for (const line of all) console.error(`src/${line} asks the platform for what differs between machines`);
if (all.length > 0) process.exit(1);
