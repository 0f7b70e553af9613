import { isMap, isNode, isScalar, parseDocument, visit } from 'yaml';
import { type ContractEvent, type EventKind, eventKinds, kindPhrase } from '../../contract/event-kinds/event-kinds.js';
import { loadContract } from '../../contract/load-contract.js';
import { eventsFolder } from '../../contract/paths.js';
import { meantName } from '../../contract/suggestion.js';
import { yamlOf } from '../../contract/yaml-text.js';
import { isFormedEvent } from '../../forms/event-text.js';
import type { LocalDate } from '../../kernel/calendar.js';
import { type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import { hasLineSigns, LOCALES, type Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { History } from '../../ports/files.js';
import { toldLines } from '../../report/blocks.js';
import { plainText } from '../../report/escape.js';
import { eventStep } from '../../report/next-step.js';
import { aboutNothing } from '../../running/about-nothing.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { datedBackHere } from '../../running/local-ledger.js';
import { asOfFor } from '../../running/reckoned.js';
import { listContracts, type ReadContract } from '../../running/repository.js';
import { editable } from '../../running/schemas.js';
import { afterContract, contractNamed, selectContract, unknownContract } from '../../running/select.js';
import { settledBefore } from '../../settlement/disputable.js';
import { checkAgainstLedger } from '../../settlement/ledger-rules.js';
import type { Scene } from '../../settlement/without-effect/scene.js';
import { commandText } from '../../words/command-text.js';
import { commentText } from '../../words/comment.js';
import { issue, ofUnfiled } from '../../words/issue.js';
import { incomplete } from './event-incomplete.js';

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
  /** Where a file has that name, this one gets a number: nobody has chosen the name. */
  readonly isNumbered?: true;
  /** The repository's page on its forge, for the form that asks the same; null: not known. */
  readonly repository: string | null;
  /** How the ledger came to be, which tells what comes too late under an older date; absent: not known. */
  readonly history?: History;
}

const SCHEMA_LINE = '# yaml-language-server: $schema=../../../schemas/event.schema.json';

/** `concord event`: writes an event file once it passes every check together with the contract. */
export async function writeEvent(context: CommandContext, options: EventOptions): Promise<Outcome> {
  const isKind = (word: string): word is EventKind => Object.hasOwn(eventKinds, word);
  const words = [options.contract, options.kind].flatMap((word) => word ?? []);
  const { contract: named, rest } = await afterContract(context, [...words, ...options.fields], isKind);
  const [kind, ...pairs] = rest;
  if (kind === undefined || !isKind(kind)) return failed([await noKind(context, named, kind)], new Map(), 2);
  const { contract, issues } = await selectContract(context, named, {}, rest);
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const date = options.date ?? asOfFor(context, contract.folder.terms.contract.calendar.timezone);
  const lacking = aboutNothing(kind, contract, date);
  if (lacking !== null) return failed([lacking], contract.texts, 2);
  const slug = (options.slug ?? kind).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const wanted = eventPath(contract.id, date, slug);
  // what is still lacking is told whatever is filed under that name
  const path = freePath(contract, date, slug);
  const wrong: Issue[] = [];
  const fields = readFields(pairs, wrong);
  if (wrong.length > 0) return failed(ofUnfiled(wrong, path), contract.texts, 2);
  const drafted = [`${SCHEMA_LINE}\n`, fieldLine('kind', kind), ...fields].join('');
  const made = await editable(context.files, new Map([[path, drafted]]));
  const texts = new Map([...contract.texts, ...made]);
  const { issues: found, filed } = checkWith(contract, texts, path);
  if (hasErrors(found)) {
    const whole = incomplete(
      contract,
      found,
      { kind, pairs, path, date, text: made.get(path) ?? '' },
      { context, repository: options.repository },
    );
    // what others have filed is no matter of this one, unless it is in the way
    const refusing = found.filter(({ at, severity }) => severity === 'error' || at.path === path);
    return failed(whole ?? ofUnfiled(refusing, path), texts);
  }
  if (path !== wanted && options.isNumbered !== true)
    return failed(ofUnfiled([issue('file-exists', inFile(wanted), { path: wanted })], wanted), contract.texts, 2);
  const back = filed === null ? null : await datedBackHere(options.history ?? null, contract, { path, event: filed.event });
  if (back !== null) return failed(ofUnfiled([back], path), texts, 2);
  for (const [path, text] of made) await context.files.write(path, text);
  const next = (locale: Locale) => (filed === null ? [] : [nextLine(filed, options.repository, locale)]);
  const blocks: Report['blocks'] = (locale) => [toldLines(commandText('event-written', locale, { path }), ...next(locale))];
  const warned = found.filter(({ at, severity }) => at.path === path && severity === 'warning');
  return { ended: 0, report: { document: () => ({ written: [path] }), blocks }, issues: warned, texts };
}

const eventPath = (contract: string, date: LocalDate, slug: string): string => `${eventsFolder(contract)}/${date}-${slug}.yaml`;

/** The event's path, or the next one that no file has. */
function freePath({ id, texts }: ReadContract, date: LocalDate, slug: string): string {
  for (let count = 1; ; count += 1) {
    const path = eventPath(id, date, count === 1 ? slug : `${slug}-${count}`);
    if (!texts.has(path)) return path;
  }
}

/**
 * No kind is named, or none that there is: the one that was meant, by its name in either language too, or else all. One word alone that is
 * neither a contract nor a kind is a slip in the one that it is nearer to; of one contract its name need not be said.
 */
async function noKind({ files }: CommandContext, named: string | null, typed: string | undefined): Promise<Issue> {
  const kinds = Object.keys(eventKinds).filter((each): each is EventKind => Object.hasOwn(eventKinds, each));
  const titled = kinds.map((id) => ({ id, titles: LOCALES.map((locale) => commentText(`event.${id}`, locale)) }));
  const meantBy = (word: string) => kinds.find((each) => each === meantName(word, kinds, titled));
  const ids = await listContracts(files);
  const contract = named === null ? null : contractNamed(named, ids);
  const isOneWord = named !== null && contract === null && typed === undefined;
  const [only, other] = ids;
  if (isOneWord && other !== undefined && meantBy(named) === undefined) return unknownContract(named, ids);
  const kind = isOneWord ? named : typed;
  const meant = kind === undefined ? undefined : meantBy(kind);
  const words = ['concord event', ...(other === undefined ? [] : [contract ?? only]), meant ?? 'dispute'];
  const told = {
    example: words.join(' '),
    ...(meant === undefined ? { expected: kinds.map(kindPhrase) } : { suggestion: kindPhrase(meant) }),
  };
  return kind === undefined
    ? issue('event-kind', inNoFile('event'), told)
    : issue('event-kind-unknown', inNoFile('event'), { kind, ...told });
}

/** What comes of it, and how it comes to count: it is proposed where there is a repository on a forge, and else handed over. */
function nextLine({ event, scene }: Filed, repository: string | null, locale: Locale): string {
  const step = isFormedEvent(event) ? eventStep({ event, scene }, plainText, locale) : '';
  if (repository !== null) return commandText('event-next', locale, { step }).trim();
  return commandText('event-next-here', locale, { date: event.date, step }).trim();
}

/** An event, and all that what becomes of it is judged by. */
interface Filed {
  readonly event: ContractEvent;
  readonly scene: Scene;
}

/** The contract with the event in place, held against everything that a settlement will hold it against. */
function checkWith(
  { id, ledger }: ReadContract,
  texts: ReadonlyMap<string, string>,
  path: string,
): { readonly issues: readonly Issue[]; readonly filed: Filed | null } {
  const { folder, issues } = loadContract(id, texts, settledBefore(ledger), path);
  if (folder === null) return { issues, filed: null };
  const { terms, events } = folder;
  const ruled = checkAgainstLedger(`contracts/${id}`, terms, events, ledger, path);
  const event = events.find(({ file }) => path.endsWith(`/${file}`));
  return { issues: [...issues, ...ruled], filed: event === undefined ? null : { event, scene: { terms, events, ledger } } };
}

/** The lines of the fields, in the order given; a field that is given twice is there twice, for the check to refuse. */
function readFields(pairs: readonly string[], issues: Issue[]): string[] {
  return pairs.flatMap((pair) => {
    const cut = pair.indexOf('=');
    if (cut >= 1) return [fieldLine(pair.slice(0, cut), pair.slice(cut + 1))];
    const meant = pair.replace(/^([^\s=＝:：]+)\s*[＝:：]\s*(?=\S)/u, '$1=');
    issues.push(issue('event-field', inNoFile('event'), { found: pair, ...(meant === pair ? {} : { corrected: meant }) }));
    return [];
  });
}

/** A value that is YAML as it stands is written as it stands, digit by digit; any other is a text, such as `returns: see #12`. */
function fieldLine(name: string, value: string): string {
  const line = `${name}: ${value}\n`;
  if (!isField(line, name)) return yamlOf({ [name]: value });
  return hasLineSigns(line.trimEnd()) ? yamlOf(parseDocument(line, { schema: 'core' }).toJS()) : line;
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
