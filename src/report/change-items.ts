import { type Amendment, type ClassifiedChange, type Favoured, ORDER, type TermChange } from '../amendment/model.js';
import { procedureOf } from '../amendment/procedure.js';
import type { Clause, Terms } from '../contract/model.js';
import { contractFolder, viewsFolder } from '../contract/paths.js';
import { fill, listSeparator, localText } from '../kernel/text.js';
import { fieldName } from '../words/amendment.js';
import { DUE_TEXT, PROCEDURE_TEXT } from '../words/procedure.js';
import type { Telling } from './amendment-effect.js';
import { valueFields, valueText } from './amendment-values.js';
import { code, dotted, type Inline, type ListItem, type Tone, text } from './blocks.js';
import { lineNotes, loneNote, type Places, type Showing, valueNotes } from './change-notes.js';
import { labelled, parenthesis, sentenceSeparator, separator } from './punctuation.js';
import type { Wording } from './wording.js';

/** One change in words. */
export function changeItem(change: ClassifiedChange, telling: Telling, showing: Showing): ListItem {
  const { words, say } = telling;
  const tone: Tone | undefined = change.class === 'retroactive' ? 'bad' : undefined;
  const kind = change.kind === 'changed' ? [] : text(say(`kind.${change.kind}`));
  const clause = change.clauses.after ?? change.clauses.before;
  const periods = periodsText(change, telling);
  const [only, ...more] = changeNotes(change, telling, showing);
  const procedure = procedureText(change, words);
  const isOfRules = procedure !== null && change.favours === 'neither';
  return {
    text: dotted([text(pathText(change.path, telling), 'strong'), kind, text(say(`class.${change.class}`), tone)]),
    notes: [
      ...(more.length === 0 ? [dotted([only ?? [], periods])] : [only ?? [], ...more, periods]),
      ...calendarNotes(change, telling),
      ...(procedure === null ? [] : [text(procedure, 'warn')]),
      dotted([
        text(labelled(say('favours'), isOfRules ? say('favours.rule') : favouredText(change, telling), words.locale), 'dim'),
        clause === null ? [] : code(placeOf(clause), 'dim'),
      ]),
    ].filter((note) => note.length > 0),
  };
}

/** Whom it favours, in words. */
function favouredText({ favours, unless }: Favoured, { words, say }: Telling): string {
  if (unless === null) return say(`favours.${favours}`);
  const metrics = unless.below.map((metric) => words.metricTitle(metric)).join(listSeparator(words.locale));
  return say(`favours.unless-${unless.favours}`, { metrics });
}

/** Changes that are named of those that speak for one side. */
const MOST_NAMED = 3;

/** Whom all changes together favour; where that is unclear and several move money, which speaks for whom and which for nobody yet. */
export function favouredByChanges(amendment: Pick<Amendment, 'favours' | 'unless' | 'changes'>, telling: Telling): string {
  const { say, words } = telling;
  const moving = amendment.changes.filter(({ favours }) => favours !== 'neither');
  if (amendment.favours !== 'unclear' || amendment.unless !== null || moving.length < 2) return favouredText(amendment, telling);
  const parts = (['brand', 'provider', 'unclear'] as const).flatMap((side) => {
    const names = [...new Set(moving.filter(({ favours }) => favours === side).map(({ path }) => pathText(path, telling)))];
    if (names.length === 0) return [];
    const [list, count] = [names.slice(0, MOST_NAMED).join(listSeparator(words.locale)), names.length - MOST_NAMED];
    return [say(`favours.by-${side}`, { changes: count > 0 ? say('and-more', { list, count }) : list })];
  });
  return say('favours.depends', { parts: parts.join(separator(words.locale)) });
}

/** What a change of rules makes possible, and whom it protects less; null where it is of no rule. */
function procedureText(change: TermChange, { locale, party, terms }: Wording): string | null {
  const found = procedureOf(change);
  if (found === null) return null;
  const side = change.path[1] === 'provider' ? 'provider' : 'brand';
  const said = fill(PROCEDURE_TEXT[found.rule][found.way], locale, { party: party(side) });
  const movesDue = found.rule === 'acceptance.days' && terms.contract.payment !== null;
  return movesDue ? [said, fill(DUE_TEXT[found.way], locale)].join(sentenceSeparator(locale)) : said;
}

/** What another kind of period makes of everything that is agreed for one. */
function calendarNotes({ path, before, after }: TermChange, { words, say }: Telling): Inline[] {
  if (path.join('/') !== 'calendar/every') return [];
  return [text(say('for-each', { before: valueText(path, before, words), after: valueText(path, after, words) }), 'warn')];
}

function changeNotes(change: ClassifiedChange, telling: Telling, showing: Showing): Inline[] {
  const { path, kind, before, after } = change;
  const { words } = telling;
  if (path.length === 0) return [];
  if (path[0] === 'views' && path[1] !== ORDER) return viewNotes(change, telling, showing);
  if (kind === 'changed')
    return valueNotes({ before, after, words: (value) => valueText(path, value, words) }, placesOf(change, words.terms), showing);
  const places = placesOf(change, words.terms);
  const [value, place] = kind === 'added' ? [after, places.after] : [before, places.before];
  return [loneNote(valueFields(path, value, words), place, separator(words.locale), showing)];
}

/** The text of a view, line by line, for each engine for which it differs. */
function viewNotes({ path, before, after }: TermChange, { words }: Telling, showing: Showing): Inline[] {
  const [, name = '', engine] = path;
  return (['duckdb', 'bigquery'] as const).flatMap((each) => {
    if (engine !== undefined && engine !== each) return [];
    const [old, now] = [before, after].map((side) => sqlOf(engine === undefined ? fieldOf(side, each) : side));
    if (old === now) return [];
    return lineNotes(`${viewsFolder(words.terms.contract.id)}/${name}.${each}.sql`, old ?? null, now ?? null, showing);
  });
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : null;
}

function sqlOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Every clause of a contract that is new or removed, which no list of changes names one by one; nothing of any other. */
export function clausesOf(telling: Telling, showing: Showing): ListItem[] {
  const { words, terms } = telling;
  const kind = telling.amendment.changes.find(({ path }) => path.length === 0)?.kind;
  if (kind === undefined) return [];
  const { contract, definitions } = terms;
  const item = (path: readonly string[], value: unknown): ListItem[] => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    const clause = clauseOf(value);
    const [before, after] = kind === 'added' ? [null, value] : [value, null];
    const change = { path, kind, before, after, clauses: { before: clause, after: clause }, periods: null } as const;
    const notes =
      path[0] === 'views'
        ? viewNotes(change, telling, showing)
        : [loneNote(valueFields(path, value, words), placesOf(change, words.terms).after, separator(words.locale), showing)];
    return [{ text: text(pathText(path, telling), 'strong'), notes }];
  };
  return [...Object.entries(contract), ...Object.entries(definitions)].flatMap(([field, value]: [string, unknown]) => {
    if (field === 'parties') return Object.entries(contract.parties).flatMap(([party, each]) => item([field, party], each));
    if (!ITEM_LISTS.has(field) || !Array.isArray(value)) return field === 'id' ? [] : item([field], value);
    return value.flatMap((each: unknown) => item([field, idOf(each)], each));
  });
}

/** What names an item of a list: its id, a view's name, the metric of a baseline. */
function idOf(item: unknown): string {
  return String(fieldOf(item, 'id') ?? fieldOf(item, 'name') ?? fieldOf(item, 'metric') ?? '');
}

function clauseOf(value: unknown): Clause | null {
  const clause = fieldOf(value, 'clause');
  const [file, line] = [fieldOf(clause, 'file'), fieldOf(clause, 'line')];
  return typeof file === 'string' && typeof line === 'number' ? { file, line } : null;
}

/** `file:line`. */
export function placeOf({ file, line }: Clause): string {
  return `${file}:${line}`;
}

const IN_DEFINITIONS: ReadonlySet<string> = new Set(['facts', 'measures', 'metrics', 'fx', 'reconcile', 'views', 'seasons', 'tree']);

/** Where each side of a change is written; the file where the line is not known. */
function placesOf({ path, clauses }: Pick<TermChange, 'path' | 'clauses'>, { contract }: Terms): Places {
  const file = `${contractFolder(contract.id)}/${IN_DEFINITIONS.has(path[0] ?? '') ? 'definitions' : 'contract'}.yaml`;
  const place = (clause: Clause | null) => (clause === null ? file : placeOf(clause));
  return { before: place(clauses.before), after: place(clauses.after) };
}

const ITEM_LISTS: ReadonlySet<string> = new Set([
  'kpis',
  'gates',
  'fees',
  'duties',
  'facts',
  'measures',
  'metrics',
  'views',
  'reconcile',
  'baseline',
]);

/** `kpis/roas/target` → `KPI Return on ad spend (roas) · target`. */
export function pathText(path: readonly string[], { words, say }: Pick<Telling, 'words' | 'say'>): string {
  const [list, id, ...fields] = path;
  const { locale } = words;
  if (list === undefined) return say('whole-contract');
  if (id === undefined || !ITEM_LISTS.has(list)) return path.map((part) => fieldName(part, locale)).join(' · ');
  const title = id === ORDER ? fieldName('order', locale) : titleOf(list, id, words);
  const name = locale === 'zh' ? `“${title}”` : ` ${title}`;
  const item = title === id || id === ORDER ? ` ${title}` : `${name}${parenthesis(id, locale)}`;
  return [`${fieldName(list, locale)}${item}`, ...fields.map((part) => fieldName(part, locale, list))].join(' · ');
}

function titleOf(list: string, id: string, words: Wording): string {
  switch (list) {
    case 'kpis':
      return words.kpiTitle(id);
    case 'fees':
      return words.lineTitle(id);
    case 'metrics':
    case 'baseline':
      return words.metricTitle(id);
    case 'duties':
      return localText(words.terms.contract.duties.find((duty) => duty.id === id)?.title ?? id, words.locale);
    default:
      return id;
  }
}

function periodsText({ periods }: TermChange, { say }: Telling): Inline {
  const [from, to] = [periods?.[0], periods?.at(-1)];
  if (from === undefined || to === undefined) return [];
  return text(from === to ? say('in-period', { from }) : say('in-periods', { from, to }));
}
