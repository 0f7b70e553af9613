import { isMap, isNode, isScalar, parseDocument, stringify, visit } from 'yaml';
import { type ContractEvent, type EventKind, eventKinds } from '../../contract/event-kinds/event-kinds.js';
import { type ContractFolder, loadContract } from '../../contract/load-contract.js';
import { quote } from '../../contract/quote.js';
import { eventExample } from '../../forms/event-example.js';
import { FORM_OF, isFormed } from '../../forms/event-text.js';
import { formLink } from '../../forms/form-link.js';
import { FORMS } from '../../forms/forms.js';
import type { LocalDate } from '../../kernel/calendar.js';
import { type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import type { Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { toldLines } from '../../report/blocks.js';
import { plainText } from '../../report/escape.js';
import { eventStep } from '../../report/next-step.js';
import type { CommandContext } from '../../running/context.js';
import { ledgerForForms } from '../../running/form-pages.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import type { ReadContract } from '../../running/repository.js';
import { editable } from '../../running/schemas.js';
import { afterContract, selectContract } from '../../running/select.js';
import { asOfFor } from '../../running/settlement-run.js';
import { isSamePayment } from '../../settlement/balance.js';
import { disputableLines, settledBefore } from '../../settlement/disputable.js';
import { checkAgainstLedger } from '../../settlement/ledger-rules.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export interface EventOptions {
  /** Without the name of the only contract, the kind stands in its place and the first field in the kind's. */
  readonly contract: string | null;
  /** Null, and nothing in the contract's place either: what kinds there are is told. */
  readonly kind: string | null;
  /** `name=value`, the value as YAML. */
  readonly fields: readonly string[];
  /** The day it counts from; null: today (`--as-of`). */
  readonly date: LocalDate | null;
  /** End of the file's name; null: the kind. */
  readonly slug: string | null;
  /** The repository's page on its forge, for the form that asks the same; null: not known. */
  readonly repository: string | null;
}

const SCHEMA_LINE = '# yaml-language-server: $schema=../../../schemas/event.schema.json';

/** `concord event`: writes an event file once it passes every check together with the contract. */
export async function writeEvent(context: CommandContext, options: EventOptions): Promise<Outcome> {
  const isKind = (word: string): word is EventKind => Object.hasOwn(eventKinds, word);
  const words = [options.contract, options.kind].flatMap((word) => word ?? []);
  const { contract: named, rest } = await afterContract(context, [...words, ...options.fields], isKind);
  const [kind, ...pairs] = rest;
  if (kind === undefined || !isKind(kind))
    return failed(
      [
        issue('event-kind', inNoFile('event'), {
          ...(kind === undefined ? {} : { found: quote(kind) }),
          expected: Object.keys(eventKinds).join(', '),
        }),
      ],
      new Map(),
      2,
    );
  const { contract, issues } = await selectContract(context, named);
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const lacking = aboutNothing(kind, contract);
  if (lacking !== null) return failed([lacking], contract.texts, 2);
  const date = options.date ?? asOfFor(context, contract.folder.terms.contract.calendar.timezone);
  const slug = (options.slug ?? kind).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const path = `contracts/${contract.id}/events/${date}-${slug}.yaml`;
  const wrong: Issue[] = [];
  const fields = readFields(pairs, wrong);
  if (contract.texts.has(path)) wrong.push(issue('file-exists', inFile(path), { path }));
  if (wrong.length > 0) return failed(wrong, contract.texts, 2);
  const drafted = [`${SCHEMA_LINE}\n`, fieldLine('kind', kind), ...fields].join('');
  const made = await editable(context.files, new Map([[path, drafted]]));
  const texts = new Map([...contract.texts, ...made]);
  const { issues: found, event } = checkWith(contract, texts, path);
  if (hasErrors(found)) {
    const lacking = incomplete(contract, found, { kind, pairs, path, date }, { context, repository: options.repository });
    return failed(lacking ?? found, texts);
  }
  for (const [path, text] of made) await context.files.write(path, text);
  const next = (locale: Locale) => (context.commit === null || event === null ? [] : [nextLine(event, pairs, contract.folder, locale)]);
  const blocks: Report['blocks'] = (locale) => [toldLines(commandText('event-written', locale, { path }), ...next(locale))];
  const warned = [...found.filter(({ at, severity }) => at.path === path && severity === 'warning'), ...filedBefore(event, contract, path)];
  return { ended: 0, report: { document: () => ({ written: [path] }), blocks }, issues: warned, texts };
}

type Subject = 'duty' | 'milestone' | 'dispute';

/** What a kind of event is about, where a contract may be without any such thing. */
const SUBJECTS: Partial<Readonly<Record<EventKind, Subject>>> = {
  duty: 'duty',
  lateness: 'duty',
  acceptance_request: 'milestone',
  acceptance: 'milestone',
  refusal: 'milestone',
  escalation: 'dispute',
  resolution: 'dispute',
};

/** Says that there is nothing such an event could be about, before any of its fields is asked for; null where there is something. */
function aboutNothing(kind: EventKind, { id, folder, events, ledger }: ReadContract): Issue | null {
  const subject = SUBJECTS[kind];
  if (subject === undefined || folder === null) return null;
  // terms that were settled by count as well: what has left the contract since may still be filed about
  const contracts = [folder.terms, ...ledger.map(({ terms }) => terms)].map(({ contract }) => contract);
  const has: Readonly<Record<Subject, boolean>> = {
    duty: contracts.some(({ duties }) => duties.length > 0),
    milestone: contracts.some(({ fees }) => fees.some((fee) => fee.kind === 'milestone')),
    dispute: events.some((event) => event.kind === 'dispute'),
  };
  if (has[subject]) return null;
  return issue('event-about-nothing', inNoFile('event'), {
    kind,
    contract: id,
    what: `@event.about.${subject}`,
    remedy: `@event.about.${subject}.fix`,
  });
}

/** Fields of a field. */
const INNER: ReadonlySet<unknown> = new Set(['from', 'to']);

/** The fields that an event lacks, told once with the event written whole; null where it lacks none. What else is wrong is told as it is. */
function incomplete(
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
  const source = {
    contract: folder.terms.contract,
    events,
    disputable: disputableLines(
      folder.terms.contract,
      events,
      ledger.map(({ statement }) => statement),
      date,
    ),
    // those made later say nothing of that day, and tails have lines only where something was trued up
    statements: ledger
      .map(({ statement }) => statement)
      .filter(({ asOf, lines }) => asOf <= date && lines.some((line) => line.kind !== 'tax')),
    ledger: ledgerForForms(ledger, folder.terms),
    date,
    flows: folder.terms.contract.kpis.flatMap((kpi) =>
      folder.terms.definitions.metrics.some((metric) => metric.id === kpi.metric && metric.type === 'flow') ? [kpi.id] : [],
    ),
    engine: context.version,
  };
  const { pairs: whole, fields } = eventExample(kind, { missing, given }, source);
  const others = found.filter((each) => each.severity === 'error' && !isLacking(each));
  const idle = fields.find(({ isIdle }) => isIdle);
  if (idle !== undefined) return [issue('event-idle', inNoFile('event'), { kind, contract: id, date, field: idle.name }), ...others];
  const params = {
    kind,
    contract: id,
    fields: missing.join(', '),
    command: ['concord event', id, kind, ...whole.map(asTyped)].join(' '),
    ...formOf(kind, id, repository),
    expected: fields.map(expectedOf).join('; '),
  };
  return [issue('event-incomplete', inNoFile('event'), params), ...others];
}

/** A field with what it may be, and how many more there are than are listed. */
function expectedOf({ name, example, choices, more }: ReturnType<typeof eventExample>['fields'][number]): string {
  const listed = choices.length === 0 ? example : choices.join(' | ');
  return `${name}=${listed}${more === 0 ? '' : ` | … (+${more})`}`;
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

/** A payment that the same party has filed before, as it stands: it counts a second time. */
function filedBefore(event: ContractEvent | null, { events }: ReadContract, path: string): Issue[] {
  if (event?.kind !== 'payment') return [];
  const { party, on, amount, reference } = event;
  const before = events.find((each) => each.kind === 'payment' && each.party === party && isSamePayment(each, event));
  return before === undefined
    ? []
    : [issue('payment-filed-before', inFile(path), { file: before.file, on, amount, reference: quote(reference) })];
}

/** What comes next: in a checkout of git it is proposed, and what happens once it is merged. */
function nextLine(event: ContractEvent, pairs: readonly string[], folder: ContractFolder | null, locale: Locale): string {
  const terms = folder?.terms.contract;
  const answer = (id: string) => pairs.find((pair) => pair.startsWith(`${id}=`))?.slice(id.length + 1) ?? '–';
  const { kind, date } = event;
  const step = terms === undefined || !isFormed(kind) ? '' : eventStep(kind, { answer, terms, date, escaped: plainText }, locale);
  return commandText('event-next', locale, { step }).trim();
}

/** The contract with the event in place, held against everything that a settlement will hold it against. */
function checkWith(
  contract: ReadContract,
  texts: ReadonlyMap<string, string>,
  path: string,
): { readonly issues: readonly Issue[]; readonly event: ContractEvent | null } {
  const { folder, issues } = loadContract(contract.id, texts, settledBefore(contract.ledger));
  if (folder === null) return { issues, event: null };
  const ruled = checkAgainstLedger(`contracts/${contract.id}`, folder.terms, folder.events, contract.ledger);
  return { issues: [...issues, ...ruled], event: folder.events.find(({ file }) => path.endsWith(`/${file}`)) ?? null };
}

/** The lines of the fields, in the order given; a field that is given twice is there twice, for the check to refuse. */
function readFields(pairs: readonly string[], issues: Issue[]): string[] {
  return pairs.flatMap((pair) => {
    const cut = pair.indexOf('=');
    if (cut >= 1) return [fieldLine(pair.slice(0, cut), pair.slice(cut + 1))];
    issues.push(issue('event-field', inNoFile('event'), { found: pair }));
    return [];
  });
}

/** A value that is YAML as it stands is written as it stands, digit by digit; any other is a text, such as `returns: see #12`. */
function fieldLine(name: string, value: string): string {
  const line = `${name}: ${value}\n`;
  return isField(line, name) ? line : stringify({ [name]: value });
}

/** Whether a line is one field with a value, all of it: no comment, tag or anchor, no second field. */
function isField(line: string, name: string): boolean {
  const document = parseDocument(line, { schema: 'core', logLevel: 'silent' });
  const { contents, errors, warnings, comment } = document;
  if (errors.length > 0 || warnings.length > 0 || comment != null || !isMap(contents) || contents.items.length !== 1) return false;
  const [field] = contents.items;
  if (!isScalar(field?.key) || field.key.value !== name || !isNode(field.value)) return false;
  let whole = !isScalar(field.value) || field.value.value !== null;
  visit(document, {
    Alias: () => {
      whole = false;
    },
    Node: (_, node) => {
      if (node.comment != null || node.commentBefore != null || node.tag !== undefined || ('anchor' in node && node.anchor !== undefined))
        whole = false;
    },
  });
  return whole;
}
