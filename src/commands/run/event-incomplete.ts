import { type EventKind, eventKinds } from '../../contract/event-kinds/event-kinds.js';
import { eventExample } from '../../forms/event-example.js';
import { FORM_OF, isFormed } from '../../forms/event-text.js';
import { formLink } from '../../forms/form-link.js';
import { FORMS } from '../../forms/forms.js';
import type { LocalDate } from '../../kernel/calendar.js';
import { type Issue, inNoFile } from '../../kernel/issue.js';
import type { CommandContext } from '../../running/context.js';
import type { ReadContract } from '../../running/repository.js';
import { firstDayFrom, nameableOn } from '../../settlement/nameable.js';
import { refusedAfterFinal } from '../../settlement/without-effect/without-effect.js';
import { EVENT_FIELDS } from '../../words/event-fields.js';
import { issue } from '../../words/issue.js';

/* What an event that is not written whole is answered: that there is nothing to write it about, or all that it lacks with the whole of it. */

/** Says that there is nothing such an event could be about, before any of its fields is asked for; null where there is something. */
export function aboutNothing(kind: EventKind, { id, folder, events, ledger }: ReadContract): Issue | null {
  if (folder === null) return null;
  const final = refusedAfterFinal(kind, { terms: folder.terms, events, ledger });
  if (final !== null) return issue('after-final', inNoFile('event'), { period: final, kind: `@event.kind.${kind}` });
  const { about, answers } = eventKinds[kind];
  // terms that were settled by count as well: what has left the contract since may still be filed about
  const contracts = [folder.terms, ...ledger.map(({ terms }) => terms)].map(({ contract }) => contract);
  const lacks = {
    duty: () => contracts.every(({ duties }) => duties.length === 0),
    claim: () => contracts.every(({ duties }) => duties.every(({ lateIf }) => lateIf !== 'claimed')),
    exit: () => folder.terms.contract.exit === null,
    milestone: () => contracts.every(({ fees }) => fees.every((fee) => fee.kind !== 'milestone')),
    dispute: () => events.every((event) => event.kind !== 'dispute'),
    // what is accepted is not asked for any more
    request: () => events.every((event) => event.kind !== 'acceptance_request' && event.kind !== 'acceptance'),
  };
  // of no duty at all that is said, and not how one would be late; an acceptance needs no request
  const subjects = [
    ...(about === 'claim' ? (['duty', 'claim'] as const) : about === null ? [] : [about]),
    ...(answers?.kind === 'dispute' ? (['dispute'] as const) : kind === 'refusal' ? (['request'] as const) : []),
  ];
  const subject = subjects.find((each) => lacks[each]());
  if (subject === undefined) return null;
  const [what, remedy] = [`@event.about.${subject}`, `@event.about.${subject}.fix`];
  return issue('event-about-nothing', inNoFile('event'), { kind: `@event.kind.${kind}`, contract: id, what, remedy });
}

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
  const called = `@event.kind.${kind}`;
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
