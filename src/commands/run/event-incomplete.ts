import { type EventKind, kindPhrase } from '../../contract/event-kinds/event-kinds.js';
import { eventExample } from '../../forms/event-example.js';
import { FORM_OF, isFormed } from '../../forms/event-text.js';
import { formLink } from '../../forms/form-link.js';
import { FORMS } from '../../forms/forms.js';
import type { LocalDate } from '../../kernel/calendar.js';
import { type Issue, inNoFile } from '../../kernel/issue.js';
import { nothingToEnd } from '../../running/about-nothing.js';
import type { CommandContext } from '../../running/context.js';
import type { ReadContract } from '../../running/repository.js';
import { firstDayFrom, nameableOn } from '../../settlement/nameable.js';
import { EVENT_FIELDS } from '../../words/event-fields.js';
import { issue } from '../../words/issue.js';

/* What an event that is not written whole is answered: all that it lacks with the whole of it, or that nothing could be. */

/** Fields of a field. */
const INNER: ReadonlySet<unknown> = new Set(['from', 'to']);

/** The fields that an event lacks, told once with the event written whole; null where it lacks none. What else is wrong is told as it is. */
export function incomplete(
  { id, folder, events, ledger }: ReadContract,
  found: readonly Issue[],
  drafted: {
    readonly kind: EventKind;
    readonly pairs: readonly string[];
    readonly path: string;
    readonly date: LocalDate;
    /** What would be written. */
    readonly text: string;
  },
  { context, repository }: { readonly context: CommandContext; readonly repository: string | null },
): readonly Issue[] | null {
  const { kind, pairs, path, date, text } = drafted;
  const isLacking = (each: Issue) => each.code === 'missing-field' && each.at.path === path && !INNER.has(nameOf(each));
  const lacking = found.filter(isLacking).map(nameOf);
  if (lacking.length === 0 || folder === null) return null;
  const ownIssues = found.filter(({ at }) => at.path === path);
  const misplaced = new Set(ownIssues.filter(({ code }) => code === 'field-not-here').map(nameOf));
  const typed = [...givenAs(pairs, ownIssues)];
  const refused = refusedValues(ownIssues, text);
  const kept = typed.filter(([name]) => !misplaced.has(name) && refused.get(name) !== null);
  const given = new Map(kept.map(([name, value]) => [name, refused.get(name) ?? value]));
  const aside = new Map(typed.filter(([name]) => misplaced.has(name)));
  const missing = lacking.filter((name) => !given.has(name));
  // A value that is refused below is asked for anew: written again it would be refused again.
  const asked = [...[...refused].flatMap(([name, corrected]) => (corrected === null ? [name] : [])), ...missing];
  const scene = { terms: folder.terms, events, ledger };
  const exampleOn = (day: LocalDate) => eventExample(kind, { missing: asked, given, aside }, nameableOn(scene, day, context.version));
  const { pairs: whole, fields } = exampleOn(date);
  const others = found.filter((each) => each.severity === 'error' && !isLacking(each));
  // Under another name everything is there: that is all there is to mend.
  if (missing.length === 0) return others;
  const called = kindPhrase(kind);
  const idle = fields.find(({ isIdle }) => isIdle);
  if (idle !== undefined) {
    const about = { kind: called, contract: id, date, field: `@event.field.${idle.name}` };
    const from = firstDayFrom(scene, date, (day) => exampleOn(day).fields.every(({ isIdle }) => !isIdle));
    const ended = kind === 'termination' && idle.name === 'on' ? nothingToEnd({ contract: folder.terms.contract, events }, date) : null;
    if (from === null) return [ended ?? issue('event-idle', inNoFile('event'), about), ...others];
    const value = exampleOn(from).fields.find(({ name }) => name === idle.name)?.example ?? '';
    return [issue('event-idle-yet', inNoFile('event'), { ...about, from, value, command: `concord event ${id} ${kind}` }), ...others];
  }
  const params = {
    kind: called,
    contract: id,
    fields: missing.map((name) => (Object.hasOwn(EVENT_FIELDS, name) ? `@event.field.${name}` : name)),
    command: ['concord event', id, kind, ...whole.map(asTyped)].join(' '),
    ...formOf(kind, id, repository),
    expected: fields.map(expectedOf).join('; '),
  };
  return [issue('event-incomplete', inNoFile('event'), params), ...others];
}

/** The field that an issue is about. */
function nameOf({ params }: Issue): string {
  return unquoted(params.field);
}

function unquoted(name: unknown): string {
  return String(name).replaceAll('"', '');
}

/** Codes of fields that an event of its kind does not have. */
const NOT_ITS: ReadonlySet<string> = new Set(['unknown-field', 'field-elsewhere', 'field-of-kind']);

/** Errors about which fields there are, and not about what they hold. */
const ABOUT_ITS_PLACE: ReadonlySet<string> = new Set(['missing-field', 'field-not-here', ...NOT_ITS]);

/** Fields with a value that an error is about: the value that it should be, where the error says one, else null. */
function refusedValues(issues: readonly Issue[], text: string): ReadonlyMap<string, string | null> {
  const lines = text.split('\n');
  return new Map(
    issues.flatMap(({ at, code, severity, params }) => {
      const name = /^(\w+):/.exec(lines[at.line - 1] ?? '')?.[1];
      if (severity !== 'error' || ABOUT_ITS_PLACE.has(code) || name === undefined || name === 'kind') return [];
      const corrected = String(params.corrected ?? '');
      return [[name, corrected.startsWith(`${name}: `) ? corrected.slice(name.length + 2) : null] as const];
    }),
  );
}

/** The values that were typed, by the names that were meant: a field that there is none like is not written again. */
function givenAs(pairs: readonly string[], found: readonly Issue[]): ReadonlyMap<string, string> {
  const refused = new Map(found.filter(({ code }) => NOT_ITS.has(code)).map((each) => [nameOf(each), each.params.suggestion]));
  return new Map(
    pairs.flatMap((pair) => {
      const cut = pair.indexOf('=');
      const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)];
      if (!refused.has(name)) return [[name, value]];
      const meant = refused.get(name);
      return meant === undefined ? [] : [[unquoted(meant), value]];
    }),
  );
}

/** A field with what it may be and is to be compared with, how many more there are than are listed, and beside what it may be that. */
function expectedOf({ name, example, choices, more, than, beside }: ReturnType<typeof eventExample>['fields'][number]): string {
  const listed = choices.length === 0 ? example : choices.join(' | ');
  const only = beside.length === 0 ? '' : ` (${beside.join(' ')})`;
  return `${name}=${listed}${than === '' ? '' : ` (${than})`}${more === 0 ? '' : ` | … (+${more})`}${only}`;
}

/** The form that asks the same questions. */
function formOf(kind: EventKind, contract: string, repository: string | null): { readonly form: string; readonly link: string } {
  if (kind === 'witness') return { form: `@event.form.measured:${contract}`, link: '' };
  const form = isFormed(kind) ? FORM_OF[kind] : null;
  const title = FORMS.find((each) => each.id === form)?.title;
  if (form === null || title === undefined) return { form: '@event.form.none', link: '' };
  return repository === null
    ? { form: `@event.form.named:${title.en}|${title.zh}`, link: '' }
    : { form: '@event.form.link', link: formLink(repository, form, { contract }) };
}

/** A pair as a shell takes it. */
function asTyped(pair: string): string {
  if (/^[\w=./:@%+-]+$/.test(pair)) return pair;
  return /["$`\\!]/.test(pair) ? `'${pair.replaceAll("'", "'\\''")}'` : `"${pair}"`;
}
