import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { GOLDEN } from '../../scripts/golden.mjs';
import { settleDue } from '../../src/commands/run/settle.js';
import { FORMS, type Form } from '../../src/forms/forms.js';
import { parseForm } from '../../src/forms/parse-form.js';
import { addDays, type LocalDate } from '../../src/kernel/calendar.js';
import type { CommitFiles } from '../../src/ports/forge.js';
import { planForm } from '../../src/running/form-change.js';
import { differingForms } from '../../src/running/form-pages.js';
import { contextFor, printed } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { bodyOf } from './body.js';

/*
 * What a form offers is taken: every entry of every list, typed back into the form by one of the parties on the day on which it was
 * written, is filed in some way in which the rest of the form can be filled in from its own lists.
 */

const WORKSPACE = 'people:\n  mei: { name: Mei, github: 1 }\n  tom: { name: Tom, github: 2 }\n';
const AUTHORS = [1, 2];

/** Goldens whose data stay as they are, and the days on which their forms are written. */
const PLACES: readonly { readonly names: readonly string[]; readonly days: readonly LocalDate[] }[] = [
  // under notice, ended, and after the final statement
  { names: ['termination-and-wagers'], days: ['2026-02-10', '2026-03-20', '2026-06-06'] },
  { names: ['terminations-of-both'], days: ['2026-01-12', '2026-03-16'] },
  { names: ['duties-claimed', 'milestone-answers'], days: ['2026-02-02', '2026-05-14'] },
  { names: ['dispute-three-ends'], days: ['2026-02-12', '2026-03-10'] },
  { names: ['exclusion-waive', 'terminations-of-both'], days: ['2026-03-28'] },
  { names: ['quarterly'], days: ['2026-10-12'] },
];

interface Step {
  readonly asOf: LocalDate;
  readonly contract: string;
  readonly data: string;
}

/** A repository with contracts as they stand on each of some days: what is filed and settled later is not there yet. */
async function* placesOf({ names, days }: (typeof PLACES)[number]): AsyncGenerator<{ texts: Map<string, string>; day: LocalDate }> {
  const texts = new Map([['contracts/workspace.yaml', WORKSPACE]]);
  const filed: { readonly path: string; readonly date: LocalDate; readonly text: string }[] = [];
  const steps: Step[] = [];
  for (const name of names) {
    const root = join(GOLDEN, name);
    const [contract = ''] = readdirSync(join(root, 'contracts')).filter((entry) => !entry.includes('.'));
    const folder = `contracts/${contract}`;
    const textOf = (file: string) => readFileSync(join(root, folder, file), 'utf8');
    for (const file of ['contract.yaml', 'definitions.yaml']) texts.set(`${folder}/${file}`, textOf(file));
    const events = readdirSync(join(root, folder)).includes('events') ? readdirSync(join(root, folder, 'events')) : [];
    filed.push(...events.map((file) => ({ path: `${folder}/events/${file}`, date: file.slice(0, 10), text: textOf(`events/${file}`) })));
    const played = JSON.parse(readFileSync(join(root, 'steps.json'), 'utf8')) as { asOf: LocalDate }[];
    steps.push(...played.map(({ asOf }) => ({ asOf, contract, data: join(root, 'data') })));
  }
  const fileUntil = (until: LocalDate) => {
    for (const { path, date, text } of filed) if (date <= until) texts.set(path, text);
  };
  const waiting = steps.sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  for (const day of days) {
    while (waiting[0] !== undefined && waiting[0].asOf <= day) {
      const { asOf, contract, data } = waiting.shift() ?? waiting[0];
      fileUntil(asOf);
      const context = { ...contextFor({ root: '/nowhere', asOf, data }), files: memoryFiles(texts) };
      const { exitCode, output } = await printed(context, settleDue(context, { contract, period: null, preview: false }));
      expect(exitCode, output).toBe(0);
    }
    fileUntil(day);
    yield { texts, day };
  }
}

const commitOf = (texts: Map<string, string>): CommitFiles => ({
  ...memoryFiles(texts),
  commit: 'c0ffee',
  entries: async () => ({ items: [...texts.keys()].map((path) => ({ path, mode: '100644', sha: '' })), complete: true }),
});

/** By question, the answer. */
type Answers = Readonly<Record<string, string>>;

interface Listed {
  readonly form: Form;
  /** By question, every option that the page has. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

async function formsOn(texts: Map<string, string>, day: LocalDate): Promise<Listed[]> {
  const { pages } = await differingForms(memoryFiles(texts), () => day);
  return [...pages.values()].flatMap((text, index): Listed[] => {
    const form = FORMS[index];
    const page = parse(text) as { body: { id?: string; attributes: { options?: string[] } }[] };
    const options = page.body.flatMap(({ id, attributes }) =>
      id === undefined || attributes.options === undefined ? [] : [[id, attributes.options] as const],
    );
    return form === undefined || form.id === 'cooperation' ? [] : [{ form, options: new Map(options) }];
  });
}

/** Several texts of the answers that are written: one of them will do. */
function writtenFor(form: Form, day: LocalDate, chosen: Answers): Answers[] {
  const common = { reason: 'x', evidence: 'x', findings: 'x', cause: 'x', reference: 'wire', amount: '1', claimed: '0.01' };
  const on = { ...common, on: day };
  switch (form.id) {
    case 'exclusion': {
      // whole periods, or days: the form says which answers go with which
      const isWhole = chosen.treatment?.startsWith('Do not score') === true;
      if (isWhole !== (chosen.periods !== undefined)) return [];
      const days = [0, 9, 20, 45].map((ago) => addDays(day, -ago));
      return isWhole ? [{ ...common, scoreAs: '100%' }] : days.map((each) => ({ ...common, from: each, to: each }));
    }
    case 'acceptance':
      return [{ on: day }, on];
    case 'duty':
      return [common, on];
    case 'dispute':
      return [common, { ...common, claimed: '123456' }];
    case 'notice':
      return [5, 14, 30, 35].map((days) => ({ ...common, on: addDays(day, days) }));
    case 'target-change':
      return ['1.01', '101', '1010', '10100', '3.1', '26'].map((value) => ({ ...common, value }));
    default:
      return [on];
  }
}

/** Every choice of one option for each of the given questions; a question that need not be answered may also be left. */
function choicesOf(form: Form, options: ReadonlyMap<string, readonly string[]>): Answers[] {
  return [...options].reduce<Answers[]>(
    (all, [id, each]) => {
      const isNeeded = form.questions.some((question) => question.id === id && question.required);
      return all.flatMap((chosen) => [...each.map((option) => ({ ...chosen, [id]: option })), ...(isNeeded ? [] : [chosen])]);
    },
    [{}],
  );
}

/** The options of a form that cannot be filed in any way. */
async function refusedIn({ form, options }: Listed, texts: Map<string, string>, day: LocalDate): Promise<string[]> {
  const left = new Set([...options].flatMap(([id, each]) => each.map((option) => `${id}: ${option}`)));
  const context = { ...contextFor({ root: '/nowhere', asOf: day }), files: memoryFiles(texts), now: 0n };
  const tryOut = async (typed: Answers) => {
    const entries = Object.entries(typed).map(([id, answer]) => `${id}: ${answer}`);
    if (!entries.some((entry) => left.has(entry))) return false;
    const { answers } = parseForm(form, 'issue-1', bodyOf(form, typed));
    if (answers === null) return false;
    for (const author of AUTHORS) {
      const plan = await planForm(context, commitOf(texts), { form, answers, issue: 1, author, place: 'issue-1' });
      if (plan.kind !== 'filed') continue;
      for (const entry of entries) left.delete(entry);
      return true;
    }
    return false;
  };
  // why something is left out decides nothing else
  const reasons = options.get('reason') ?? [];
  for (const chosen of choicesOf(form, new Map([...options].filter(([id]) => id !== 'reason')))) {
    for (const written of writtenFor(form, day, chosen)) {
      const [reason = written.reason ?? ''] = reasons;
      const typed = { ...written, ...(written.reason === undefined ? {} : { reason }), ...chosen };
      if (!(await tryOut(typed))) continue;
      for (const each of reasons) await tryOut({ ...typed, reason: each });
    }
  }
  return [...left].map((entry) => `${day} ${form.id} ${entry}`);
}

describe('every entry of every form can be filed on the day on which it is written', () => {
  test.each(PLACES.map((place) => ({ title: place.names.join(', '), place })))(
    '$title',
    async ({ place }) => {
      let offered = 0;
      for await (const { texts, day } of placesOf(place)) {
        for (const listed of await formsOn(texts, day)) {
          if (!listed.options.has('contract')) continue;
          offered += [...listed.options.values()].reduce((sum, each) => sum + each.length, 0);
          expect(await refusedIn(listed, texts, day)).toEqual([]);
        }
      }
      expect(offered).toBeGreaterThan(15);
    },
    120_000,
  );
});
