import type { Amendment, AmendmentFinding, ClassifiedChange, TermChange } from '../amendment/model.js';
import type { Terms } from '../contract/model.js';
import { accessText } from '../kernel/catalogue/access.js';
import { type AmendmentTextKey, amendmentText, fieldName } from '../kernel/catalogue/amendment.js';
import { rational } from '../kernel/rational.js';
import { type Locale, localText } from '../kernel/text.js';
import { type AccessChange, accessChangeText } from '../provision/access-changes.js';
import { effectBlocks, figureOf, type Telling } from './amendment-effect.js';
import { plainValue, valueText } from './amendment-values.js';
import { type Block, code, dotted, type Inline, type ListItem, type Tone, text } from './blocks.js';
import { percentFigure } from './figures.js';
import { renderMarkdown } from './markdown.js';
import { labelled } from './punctuation.js';
import { renderTerminal, type TerminalOptions } from './terminal.js';
import { type Wording, wording } from './wording.js';

/** A proposed change with the terms in whose words it is told: the new ones, or the old ones of a removed contract. */
export interface ReportedAmendment {
  readonly amendment: Amendment;
  readonly terms: Terms;
  /** What the parties' members will see that they did not, or no longer. */
  readonly access: readonly AccessChange[];
}

/** Changes of the workspace, which belong to no contract. */
export type WorkspaceChange = Pick<ClassifiedChange, 'path' | 'kind' | 'before' | 'after' | 'class'>;

export interface ReportedProposal {
  readonly contracts: readonly ReportedAmendment[];
  readonly workspace: readonly WorkspaceChange[];
}

/** A proposal for a terminal: money first, then what the rules say, then every change. */
export function renderProposal(proposal: ReportedProposal, locale: Locale, options: TerminalOptions): string {
  return renderTerminal(proposalBlocks(proposal, locale), options);
}

/** The same as Markdown. */
export function renderProposalMarkdown(proposal: ReportedProposal, locale: Locale): string {
  return renderMarkdown(proposalBlocks(proposal, locale), locale);
}

function proposalBlocks({ contracts, workspace }: ReportedProposal, locale: Locale): Block[] {
  const say = (key: AmendmentTextKey) => amendmentText(key, locale);
  if (contracts.length === 0 && workspace.length === 0) return [{ kind: 'paragraph', text: text(say('nothing-changes')) }];
  return [...contracts.flatMap((each) => amendmentBlocks(each, locale)), ...workspaceBlocks(workspace, locale)];
}

function workspaceBlocks(changes: readonly WorkspaceChange[], locale: Locale): Block[] {
  if (changes.length === 0) return [];
  return [
    { kind: 'heading', text: amendmentText('workspace', locale) },
    { kind: 'list', items: workspaceItems(changes, locale) },
  ];
}

/** Each change of the workspace in words. */
export function workspaceItems(changes: readonly WorkspaceChange[], locale: Locale): ListItem[] {
  return changes.map((change) => ({
    text: dotted([
      text(change.path.map((part) => fieldName(part, locale)).join(' · '), 'strong'),
      text(amendmentText(`class.${change.class}`, locale)),
    ]),
    notes: [text(`${plainValue(change.before, locale)} → ${plainValue(change.after, locale)}`)],
  }));
}

/** What there is to say of one contract's amendment, in the order in which it matters. */
export interface AmendmentParts {
  readonly title: Inline;
  readonly summary: Block;
  /** What it is worth, from both sides; empty where there is nothing to say of it. */
  readonly figures: readonly Block[];
  readonly findings: readonly Block[];
  /** Who will see what, where that changes. */
  readonly access: readonly Block[];
  /** The settled periods that the figures come from, or why there are none. */
  readonly effect: readonly Block[];
}

/** An amendment's parts; null where it changes nothing but the way of writing. */
export function amendmentParts({ amendment, terms, access }: ReportedAmendment, locale: Locale): AmendmentParts | null {
  if (amendment.class === null) return null;
  const telling = tellingOf(amendment, terms, locale);
  return {
    title: text(localText(terms.contract.title, locale)),
    summary: { kind: 'pairs', pairs: summary(telling, amendment.class) },
    figures: amendment.effects.map((effect) => figureOf(effect, telling)),
    findings: findingBlocks(telling),
    access: accessBlocks(access, locale),
    effect: effectBlocks(telling),
  };
}

/** Changes of one contract in words. */
export function changeItems({ amendment, terms }: ReportedAmendment, changes: readonly ClassifiedChange[], locale: Locale): ListItem[] {
  const telling = tellingOf(amendment, terms, locale);
  return changes.map((change) => changeItem(change, telling));
}

function tellingOf(amendment: Amendment, terms: Terms, locale: Locale): Telling {
  return { words: wording(terms, locale), amendment, say: (key, params = {}) => amendmentText(key, locale, params) };
}

function amendmentBlocks(reported: ReportedAmendment, locale: Locale): Block[] {
  const { amendment, terms } = reported;
  const parts = amendmentParts(reported, locale);
  const title: Block = {
    kind: 'title',
    text: text(amendmentText('title', locale)),
    subtitle: text(localText(terms.contract.title, locale)),
  };
  if (parts === null) return [title, { kind: 'paragraph', text: text(amendmentText('nothing-here', locale)) }];
  return [
    title,
    parts.summary,
    ...parts.figures,
    ...parts.findings,
    ...parts.access,
    ...parts.effect,
    { kind: 'heading', text: amendmentText('changes', locale) },
    { kind: 'list', items: changeItems(reported, amendment.changes, locale) },
  ];
}

function summary({ amendment, say }: Telling, kind: ClassifiedChange['class']): { label: string; value: Inline }[] {
  const verdict = amendment.refused ? text(say('verdict.refused'), 'bad') : text(say('verdict.allowed'), 'good');
  return [
    { label: say('class'), value: text(say(`class.${kind}`), 'strong') },
    { label: say('verdict'), value: verdict },
    { label: say('favours'), value: text(say(`favours.${amendment.favours}`)) },
    { label: say('agreedOn'), value: text(amendment.asOf) },
  ];
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
  const { before, after, step, limit } = finding.with;
  const percent = (value: string) => (value === '∞' ? value : percentFigure(rational(value)));
  const shown: Record<string, string> = { ...finding.with, path: pathText(finding.path, telling) };
  if (before !== undefined) shown.before = valueText(finding.path, before, words);
  if (after !== undefined) shown.after = valueText(finding.path, after, words);
  if (step !== undefined) shown.step = percent(step);
  if (step !== undefined && limit !== undefined) shown.limit = percent(limit);
  return say(`finding.${finding.code}`, shown);
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
function pathText(path: readonly string[], { words, say }: Telling): string {
  const [list, id, ...fields] = path;
  const { locale } = words;
  if (list === undefined) return say('whole-contract');
  if (id === undefined || !ITEM_LISTS.has(list)) return path.map((part) => fieldName(part, locale)).join(' · ');
  const title = id === 'order' ? fieldName(id, locale) : titleOf(list, id, words);
  const item = `${fieldName(list, locale)} ${title === id || id === 'order' ? title : `${title} (${id})`}`;
  return [item, ...fields.map((part) => fieldName(part, locale))].join(' · ');
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

function changeItem(change: ClassifiedChange, telling: Telling): ListItem {
  const { words, say } = telling;
  const tone: Tone | undefined = change.class === 'retroactive' ? 'bad' : undefined;
  const kind = change.kind === 'changed' ? [] : text(say(`kind.${change.kind}`));
  const value = (side: unknown) => valueText(change.path, side, words);
  const values =
    change.path.length === 0
      ? []
      : change.kind === 'added'
        ? text(value(change.after))
        : change.kind === 'removed'
          ? text(value(change.before))
          : text(say('from-to', { before: value(change.before), after: value(change.after) }));
  const clause = change.clauses.after ?? change.clauses.before;
  return {
    text: dotted([text(pathText(change.path, telling), 'strong'), kind, text(say(`class.${change.class}`), tone)]),
    notes: [
      dotted([values, periodsText(change, telling)]),
      dotted([
        text(labelled(say('favours'), say(`favours.${change.favours}`), words.locale), 'dim'),
        clause === null ? [] : code(`${clause.file}:${clause.line}`, 'dim'),
      ]),
    ].filter((note) => note.length > 0),
  };
}

function periodsText({ periods }: TermChange, { say }: Telling): Inline {
  const [from, to] = [periods?.[0], periods?.at(-1)];
  if (from === undefined || to === undefined) return [];
  return text(from === to ? say('in-period', { from }) : say('in-periods', { from, to }));
}
