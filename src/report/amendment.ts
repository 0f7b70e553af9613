import type { Amendment, AmendmentFinding, ClassifiedChange } from '../amendment/model.js';
import { procedureOf } from '../amendment/procedure.js';
import { afterTheTerm } from '../contract/lint/after-the-term.js';
import type { Clause, Terms } from '../contract/model.js';
import { WORKSPACE_FILE } from '../contract/paths.js';
import { rational, toExact } from '../kernel/rational.js';
import { fill, type Locale, localText } from '../kernel/text.js';
import type { Quote } from '../outlook/quote.js';
import { type AccessChange, accessChangeText } from '../provision/access-changes.js';
import { accessText } from '../words/access.js';
import { amendmentText, fieldName } from '../words/amendment.js';
import { LINTS } from '../words/lints.js';
import { type AddedRecords, addedBlocks } from './added-records.js';
import { effectBlocks, figureOf, type Telling } from './amendment-effect.js';
import { plainValue, valueText } from './amendment-values.js';
import { type Block, code, dotted, type Inline, type ListItem, text } from './blocks.js';
import { changeItem, clausesOf, favouredByChanges, pathText, placeOf } from './change-items.js';
import { lineNotes, type Showing, valueNotes } from './change-notes.js';
import { MOST_TEXT } from './clip.js';
import { percentFigure } from './figures.js';
import { quoteFigure, quoteSections } from './quote.js';
import { withShortNames } from './short-names.js';
import { type ViewReads, viewReadsBlocks } from './view-reads.js';
import { joined, wording } from './wording.js';

/** A proposed change with the terms in whose words it is told: the new ones, or the old ones of a removed contract. */
export interface ReportedAmendment {
  readonly amendment: Amendment;
  readonly terms: Terms;
  /** What the parties' members will see that they did not, or no longer. */
  readonly access: readonly AccessChange[];
  /** Events and statements that are changed or left out, which are only ever added. */
  readonly records: readonly RecordChange[];
  /** Which tables the views read, where views or facts change. */
  readonly reads?: readonly ViewReads[];
  /** Of a new contract, what it pays by its text: there is nothing to compare it with. */
  readonly quote?: Quote;
}

/** A file of the record in both texts; null where it is not there any more. */
export interface RecordChange {
  readonly path: string;
  readonly before: string;
  readonly after: string | null;
}

/** Changes of the workspace, which belong to no contract. */
export type WorkspaceChange = Pick<ClassifiedChange, 'path' | 'kind' | 'before' | 'after' | 'class' | 'clauses'>;

export interface ReportedProposal {
  readonly contracts: readonly ReportedAmendment[];
  readonly workspace: readonly WorkspaceChange[];
  readonly added: AddedRecords;
}

/** A proposal: money first, then what the rules say, then every change. */
export function proposalBlocks(proposal: ReportedProposal, locale: Locale): Block[] {
  const { contracts, workspace, added } = proposal;
  return [
    ...unchangedBlocks(proposal, locale),
    ...contracts.flatMap((each) => amendmentBlocks(each, locale)),
    ...addedBlocks(added, locale),
    ...workspaceBlocks(workspace, locale),
  ];
}

/** That no text changes, where none does: what is added to the record is no text, and changes what is paid all the same. */
export function unchangedBlocks({ contracts, workspace, added }: ReportedProposal, locale: Locale): Block[] {
  if (contracts.length > 0 || workspace.length > 0) return [];
  const isAdded = added.events.length + added.ledger.length > 0;
  return [{ kind: 'paragraph', text: text(amendmentText(isAdded ? 'terms-same' : 'nothing-changes', locale)) }];
}

function workspaceBlocks(changes: readonly WorkspaceChange[], locale: Locale): Block[] {
  if (changes.length === 0) return [];
  return [
    { kind: 'heading', text: amendmentText('workspace', locale) },
    { kind: 'list', items: workspaceItems(changes, { locale, most: MOST_TEXT }) },
  ];
}

/** Each change of the workspace in words. */
export function workspaceItems(changes: readonly WorkspaceChange[], showing: Showing): ListItem[] {
  const { locale } = showing;
  const place = (clause: Clause | null) => (clause === null ? WORKSPACE_FILE : placeOf(clause));
  return changes.map(({ path, class: kind, before, after, clauses }) => {
    const places = { before: place(clauses.before), after: place(clauses.after) };
    return {
      text: dotted([text(path.map((part) => fieldName(part, locale)).join(' · '), 'strong'), text(amendmentText(`class.${kind}`, locale))]),
      notes: [
        ...valueNotes({ before, after, words: (value) => plainValue(value, locale) }, places, showing),
        code(place(clauses.after ?? clauses.before), 'dim'),
      ],
    };
  });
}

/** What there is to say of one contract's amendment, in the order in which it matters. */
export interface AmendmentParts {
  readonly title: Inline;
  readonly summary: Block;
  /** What it is worth, from both sides; empty where there is nothing to say of it. */
  readonly figures: readonly Block[];
  readonly findings: readonly Block[];
  /** What the views read and who will see what, where that changes. */
  readonly access: readonly Block[];
  /** The settled periods that the figures come from, or why there are none. */
  readonly effect: readonly Block[];
}

/** An amendment's parts; null where it changes nothing but the way of writing. */
export function amendmentParts({ amendment, terms, access, reads = [], quote }: ReportedAmendment, locale: Locale): AmendmentParts | null {
  if (amendment.class === null) return null;
  const telling = tellingOf(amendment, terms, locale);
  return {
    title: text(localText(terms.contract.title, locale)),
    summary: { kind: 'pairs', pairs: summary(telling, amendment.class) },
    figures: quote === undefined ? amendment.effects.map((effect) => figureOf(effect, telling)) : quoteFigure(quote, terms, locale),
    findings: findingBlocks(telling),
    access: [...viewReadsBlocks(reads, locale), ...accessBlocks(access, locale)],
    effect: [...effectBlocks(telling), ...(quote === undefined ? [] : quoteSections(quote, terms, locale))],
  };
}

/** Changes of one contract in words. */
export function changeItems({ amendment, terms }: ReportedAmendment, changes: readonly ClassifiedChange[], showing: Showing): ListItem[] {
  const telling = tellingOf(amendment, terms, showing.locale);
  return changes.map((change) => changeItem(change, telling, showing));
}

/** Every clause of a contract that is new or removed; nothing of any other. */
export function clauseItems({ amendment, terms }: ReportedAmendment, showing: Showing): ListItem[] {
  return clausesOf(tellingOf(amendment, terms, showing.locale), showing);
}

/** Events and statements that are changed or left out, line by line. */
export function recordItems(records: readonly RecordChange[], showing: Showing): ListItem[] {
  return records.map(({ path, before, after }) => ({
    text: dotted([code(path), after === null ? text(amendmentText('record-gone', showing.locale), 'bad') : []]),
    notes: lineNotes(path, before, after, showing),
  }));
}

function tellingOf(amendment: Amendment, terms: Terms, locale: Locale): Telling {
  return {
    words: wording(withShortNames(terms), locale),
    terms,
    amendment,
    say: (key, params = {}) => joined(amendmentText(key, locale, params), locale),
  };
}

/** The change of one contract: money first, then what the rules say, then every change. */
export function amendmentBlocks(reported: ReportedAmendment, locale: Locale): Block[] {
  const { amendment, terms } = reported;
  const parts = amendmentParts(reported, locale);
  const title: Block = {
    kind: 'title',
    text: text(amendmentText('title', locale)),
    subtitle: text(localText(terms.contract.title, locale)),
  };
  if (parts === null) return [title, ...nothingBlocks(terms, locale)];
  return [
    title,
    parts.summary,
    ...parts.figures,
    ...parts.findings,
    ...parts.access,
    ...parts.effect,
    { kind: 'heading', text: amendmentText('changes', locale) },
    {
      kind: 'list',
      items: [
        ...changeItems(reported, amendment.changes, { locale, most: MOST_TEXT }),
        ...clauseItems(reported, { locale, most: MOST_TEXT }),
      ],
    },
    ...recordBlocks(reported.records, { locale, most: MOST_TEXT }),
  ];
}

/** Records that are changed, below a line that says how many; at most so many of them. */
export function recordBlocks(records: readonly RecordChange[], showing: Showing, most = records.length): Block[] {
  if (records.length === 0) return [];
  return [
    { kind: 'paragraph', text: text(amendmentText('records-changed', showing.locale, { count: records.length }), 'strong') },
    { kind: 'list', items: recordItems(records.slice(0, most), showing) },
  ];
}

function summary(telling: Telling, kind: ClassifiedChange['class']): { label: string; value: Inline }[] {
  const { amendment, say } = telling;
  const isOfRules = amendment.favours === 'neither' && amendment.changes.some((change) => procedureOf(change) !== null);
  const verdict = amendment.refused ? text(say('verdict.refused'), 'bad') : text(say('verdict.allowed'), 'good');
  return [
    { label: say('class'), value: text(say(`class.${kind}`), 'strong') },
    { label: say('verdict'), value: verdict },
    { label: say('favours'), value: text(isOfRules ? say('favours.procedure') : favouredByChanges(amendment, telling)) },
    { label: say('agreedOn'), value: text(amendment.asOf) },
  ];
}

/** That nothing changes; where a value begins after the term, that this is why. */
export function nothingBlocks({ contract }: Terms, locale: Locale): Block[] {
  const late = afterTheTerm({ contract });
  const said = late.map((each) => ({ text: text(fill(LINTS['after-the-term'].text, locale, each.params), 'warn'), notes: [] }));
  const nothing = amendmentText(late.length === 0 ? 'nothing-here' : 'nothing-in-the-term', locale);
  return [{ kind: 'paragraph', text: text(nothing) }, ...(late.length === 0 ? [] : [{ kind: 'list' as const, items: said }])];
}

function findingBlocks(telling: Telling): Block[] {
  const { amendment, say } = telling;
  if (amendment.findings.length === 0) return [];
  // What refuses the change must not be overlooked behind what only warns.
  const sorted = [...amendment.findings].sort((a, b) => Number(b.refuses) - Number(a.refuses));
  const items = sorted.map((finding) => ({
    text: text(findingText(finding, telling), finding.refuses ? 'bad' : 'warn'),
    notes: [],
  }));
  return [
    { kind: 'heading', text: say('findings') },
    { kind: 'list', items },
  ];
}

function accessBlocks(changes: readonly AccessChange[], locale: Locale): Block[] {
  if (changes.length === 0) return [];
  const items = changes.map((change) => ({ text: text(accessChangeText(change)[locale]), notes: [] }));
  return [
    { kind: 'heading', text: accessText('changes', locale) },
    { kind: 'list', items },
  ];
}

function findingText(finding: AmendmentFinding, telling: Telling): string {
  const { words, say } = telling;
  const { before, after, step, limit, from, to } = finding.with;
  const percent = (value: string) => (value === '∞' ? value : percentFigure(rational(value)));
  const shown: Record<string, string> = { ...finding.with, path: pathText(finding.path, telling) };
  if (before !== undefined) shown.before = valueText(finding.path, before, words);
  if (after !== undefined) shown.after = valueText(finding.path, after, words);
  if (from !== undefined && to !== undefined) shown.span = from === to ? from : say('in-periods', { from, to });
  if (step !== undefined) shown.step = percent(step);
  if (step !== undefined && limit !== undefined) {
    shown.limit = percent(limit);
    const [replaced, room] = [rational(before ?? '0'), rational(limit).mul(rational(before ?? '0').abs())];
    shown.least = valueText(finding.path, toExact(replaced.sub(room)), words);
    shown.most = valueText(finding.path, toExact(replaced.add(room)), words);
  }
  const { later } = finding;
  if (later !== undefined) shown.remedy = say(`later.${later}`, shown);
  return say(`finding.${finding.code}`, shown);
}
