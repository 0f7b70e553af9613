import { type EventKind, kindPhrase } from '../../contract/event-kinds/event-kinds.js';
import { eventExample } from '../../forms/event-example.js';
import { FORM_OF, isFormed } from '../../forms/event-text.js';
import { formLink } from '../../forms/form-link.js';
import { FORMS } from '../../forms/forms.js';
import type { LocalDate } from '../../kernel/calendar.js';
import { type Issue, inNoFile } from '../../kernel/issue.js';
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
  drafted: { readonly kind: EventKind; readonly pairs: readonly string[]; readonly path: string; readonly date: LocalDate },
  { context, repository }: { readonly context: CommandContext; readonly repository: string | null },
): readonly Issue[] | null {
  const { kind, pairs, path, date } = drafted;
  const nameOf = ({ params }: Issue) => String(params.field).replaceAll('"', '');
  const isLacking = (each: Issue) => each.code === 'missing-field' && each.at.path === path && !INNER.has(nameOf(each));
  const missing = found.filter(isLacking).map(nameOf);
  if (missing.length === 0 || folder === null) return null;
  const given = new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  const scene = { terms: folder.terms, events, ledger };
  const exampleOn = (day: LocalDate) => eventExample(kind, { missing, given }, nameableOn(scene, day, context.version));
  const { pairs: whole, fields } = exampleOn(date);
  const others = found.filter((each) => each.severity === 'error' && !isLacking(each));
  const called = kindPhrase(kind);
  const idle = fields.find(({ isIdle }) => isIdle);
  if (idle !== undefined) {
    const about = { kind: called, contract: id, date, field: `@event.field.${idle.name}` };
    const from = firstDayFrom(scene, date, (day) => exampleOn(day).fields.every(({ isIdle }) => !isIdle));
    if (from === null) return [issue('event-idle', inNoFile('event'), about), ...others];
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

/** A field with what it may be and is to be compared with, and how many more there are than are listed. */
function expectedOf({ name, example, choices, more, than }: ReturnType<typeof eventExample>['fields'][number]): string {
  const listed = choices.length === 0 ? example : choices.join(' | ');
  return `${name}=${listed}${than === '' ? '' : ` (${than})`}${more === 0 ? '' : ` | … (+${more})`}`;
}

/** The form that asks the same questions. */
function formOf(kind: EventKind, contract: string, repository: string | null): { readonly form: string; readonly link: string } {
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
