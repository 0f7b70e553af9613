import type { Judgement, PartyVerdict, Sight, Verdict } from '../gate/verdict.js';
import { fill, type Locale } from '../kernel/text.js';
import { commentText } from '../words/comment.js';
import { GATE_OBSTACLES, GATE_RULES, GATE_SIGHTS, type GateTextKey, gateText } from '../words/gate.js';
import { type Block, type Branch, code, dotted, type Inline, left, right, row, type Tone, text } from './blocks.js';
import { type CommentLocales, sectionBlocks } from './changes-comment.js';
import { MOST_TEXT } from './clip.js';
import type { CommentSection } from './comment-sections.js';
import { labelled } from './punctuation.js';

/** The name that a user id is shown under; null where it is not known. Names are for reading: ids decide. */
export type NameOf = (user: number) => string | null;

const STYLE = { mostText: MOST_TEXT };

/**
 * A verdict for a comment in several languages: first what stands in the way, in the first language; every rule, and the other
 * languages, are folded.
 */
export function verdictSections(verdict: Verdict, nameOf: NameOf, [first, ...others]: CommentLocales): CommentSection[] {
  const short = (locale: Locale) => [
    ...headBlocks(verdict, { nameOf, locale }),
    ...obstacleList(verdict.judgement, { nameOf, locale }),
    commitBlock(verdict),
  ];
  const rules = (locale: Locale): Block => ({ kind: 'tree', root: branchOf(verdict.judgement, { nameOf, locale }) });
  return [
    {
      title: gateText('title', first, { number: String(verdict.pullRequest) }),
      folded: false,
      locale: first,
      blocks: sectionBlocks(short(first), STYLE, first),
    },
    { title: gateText('all-rules', first), folded: true, locale: first, blocks: sectionBlocks([rules(first)], STYLE, first) },
    ...others.map((locale) => ({
      title: commentText('language', locale),
      folded: true,
      locale,
      blocks: sectionBlocks([...short(locale), rules(locale)], STYLE, locale),
    })),
  ];
}

/** One line for a commit status, at most 140 characters: the state, and who is missing. */
export function verdictSummary(verdict: Verdict, nameOf: NameOf, locale: Locale): string {
  const telling = { nameOf, locale };
  const missing = verdict.parties.filter(({ missing: people }) => people.length > 0).map((party) => partyName(party, telling));
  const state = gateText(`state.${verdict.state}`, locale);
  if (verdict.state !== 'pending' || missing.length === 0) return state;
  const line = labelled(state, [...new Set(missing)].join(gateText('and', locale)), locale);
  return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS - 1)}…`;
}

/** What a commit status shows. */
const MOST_CHARACTERS = 140;

const TONES: Readonly<Record<Verdict['state'], Tone>> = { success: 'good', pending: 'warn', failure: 'bad', error: 'bad' };
const JUDGED: Readonly<Record<Judgement['state'], Tone | undefined>> = { passed: undefined, pending: 'warn', refused: 'bad', error: 'bad' };

interface Telling {
  readonly nameOf: NameOf;
  readonly locale: Locale;
}

/** The state, who is missing, and the tree of what was seen and required. */
export function verdictBlocks(verdict: Verdict, nameOf: NameOf, locale: Locale): Block[] {
  const telling: Telling = { nameOf, locale };
  return [...headBlocks(verdict, telling), { kind: 'tree', root: branchOf(verdict.judgement, telling) }, commitBlock(verdict)];
}

/** The state, what it rests on, and who approved or is missing. */
function headBlocks(verdict: Verdict, telling: Telling): Block[] {
  const say = (key: GateTextKey, params: Readonly<Record<string, string>> = {}) => gateText(key, telling.locale, params);
  return [
    {
      kind: 'title',
      text: text(say('title', { number: String(verdict.pullRequest) })),
      subtitle: text(say(`state.${verdict.state}`), TONES[verdict.state]),
    },
    ...(verdict.basis === null ? [] : [{ kind: 'paragraph' as const, text: text(say(`basis.${verdict.basis}`)) }]),
    ...partyTable(verdict.parties, telling),
  ];
}

function commitBlock({ head }: Verdict): Block {
  return { kind: 'paragraph', text: code(head, 'dim') };
}

function obstacleList(judgement: Judgement, telling: Telling): Block[] {
  const items = obstacles(judgement).flatMap((each) => {
    const saw = each.saw.map((sight) => sightText(sight, telling));
    // Who asked for changes is the fact; that somebody did says nothing more.
    if (each.rule === 'objections') return saw.map((fact) => ({ text: text(fact, JUDGED[each.state]), notes: [] }));
    return [{ text: text(obstacleText(each, telling), JUDGED[each.state]), notes: saw.map((fact) => text(fact)) }];
  });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** The rules that stand in the way. Of ways to agree that exclude each other, those that are still open. */
function obstacles(judgement: Judgement): Judgement[] {
  if (judgement.state === 'passed') return [];
  const { children, saw, state } = judgement;
  const ways = judgement.rule === 'consent' ? children.filter((child) => child.state === state) : children;
  return [...(saw.length > 0 ? [judgement] : []), ...ways.flatMap(obstacles)];
}

function partyTable(parties: readonly PartyVerdict[], telling: Telling): Block[] {
  if (parties.length === 0) return [];
  const say = (key: GateTextKey) => gateText(key, telling.locale);
  const columns = [
    left(say('column.for')),
    left(say('column.party')),
    right(say('column.required')),
    left(say('column.approved')),
    left(say('column.missing')),
  ];
  const rows = parties.map((party) =>
    row([
      text(party.contract ?? say('governance')),
      text(partyName(party, telling)),
      text(String(party.required)),
      text(people(party.approved.map(String), telling), 'good'),
      text(people(party.missing.map(String), telling), 'warn'),
    ]),
  );
  return [{ kind: 'table', columns, rows }];
}

function partyName({ party }: Pick<PartyVerdict, 'party'>, { locale }: Telling): string {
  return gateText(`party.${party}`, locale);
}

function people(users: readonly string[], { nameOf, locale }: Telling): string {
  const named = users.map((id) => (id === '' ? gateText('ghost', locale) : (nameOf(Number(id)) ?? gateText('user', locale, { id }))));
  return named.length === 0 ? '–' : named.join(gateText('and', locale));
}

function branchOf(judgement: Judgement, telling: Telling): Branch {
  const { locale } = telling;
  const label: Inline = dotted([
    text(ruleText(judgement, telling)),
    text(gateText(`mark.${judgement.state}`, locale), JUDGED[judgement.state]),
  ]);
  const saw = judgement.saw.map((sight): Branch => ({ label: text(sightText(sight, telling)), children: [] }));
  return { label, children: [...saw, ...judgement.children.map((child) => branchOf(child, telling))] };
}

function ruleText({ rule, with: params }: Judgement, telling: Telling): string {
  return fill(GATE_RULES[rule], telling.locale, shown(params, telling));
}

/** A rule that stands in the way, said as what is wrong: in a list of reasons its heading would read as its opposite. */
function obstacleText({ rule, with: params }: Judgement, telling: Telling): string {
  return fill(GATE_OBSTACLES[rule], telling.locale, shown(params, telling));
}

function sightText(sight: Sight, telling: Telling): string {
  return fill(GATE_SIGHTS[sight.code], telling.locale, shown(sight.with, telling));
}

/** Ids as people, parties and lists as words; everything else as it was seen. */
function shown(params: Readonly<Record<string, string>>, telling: Telling): Record<string, string> {
  const { locale } = telling;
  const word = (name: string, value: string): string => {
    switch (name) {
      case 'user':
        return people([value], telling);
      case 'users':
        return people(value.split(' '), telling);
      case 'party':
        return value === 'brand' || value === 'provider' ? gateText(`party.${value}`, locale) : value;
      case 'scope':
        return value === '' ? gateText('governance', locale) : value;
      case 'list':
        return LISTS[value] === undefined ? value : gateText(LISTS[value], locale);
      default:
        return value;
    }
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, word(name, value)]));
}

const LISTS: Readonly<Record<string, GateTextKey>> = {
  files: 'list.files',
  commits: 'list.commits',
  reviews: 'list.reviews',
  timeline: 'list.timeline',
  paths: 'list.paths',
};
