import type { Contract } from '../contract/model.js';
import type { LocalDate } from '../kernel/calendar.js';
import { type AccessTextKey, accessText } from '../kernel/catalogue/access.js';
import { type Locale, localText, type Params } from '../kernel/text.js';
import type { AccessEntry } from '../provision/access.js';
import { seenText } from '../provision/access-changes.js';
import type { Exit } from '../provision/exit.js';
import type { Grant } from '../provision/model.js';
import { type Block, code, left, type Row, row, text } from './blocks.js';
import { renderMarkdown } from './markdown.js';
import { renderTerminal, type TerminalOptions } from './terminal.js';

/** Who can see what of one contract. */
export interface ReportedAccess {
  readonly contract: Contract;
  readonly asOf: LocalDate;
  readonly exit: Exit;
  readonly grants: readonly Grant[];
}

/** The answer for an auditor: per contract, and, where the cloud's settings are known, every right that is made there. */
export interface AccessReport {
  readonly contracts: readonly ReportedAccess[];
  readonly entries: readonly AccessEntry[] | null;
}

export function renderAccess(report: AccessReport, locale: Locale, options: TerminalOptions): string {
  return renderTerminal(accessBlocks(report, locale), options);
}

export function renderAccessMarkdown(report: AccessReport, locale: Locale): string {
  return renderMarkdown(accessBlocks(report, locale));
}

type Say = (key: AccessTextKey, params?: Params) => string;

function accessBlocks({ contracts, entries }: AccessReport, locale: Locale): Block[] {
  const say: Say = (key, params = {}) => accessText(key, locale, params);
  return [...contracts.flatMap((each) => contractBlocks(each, locale, say)), ...(entries === null ? [] : entryBlocks(entries, say))];
}

function contractBlocks({ contract, asOf, exit, grants }: ReportedAccess, locale: Locale, say: Say): Block[] {
  const title: Block = {
    kind: 'title',
    text: [...text(say('title')), { text: ' · ' }, ...text(localText(contract.title, locale))],
    subtitle: text(say('asOf', { date: asOf })),
  };
  const { endsOn, accessUntil: until } = exit;
  const state = exit.state === 'over' ? say('over', { until }) : say(exit.state === 'handover' ? 'handover' : 'ends', { endsOn, until });
  const owner = localText(contract.parties[contract.data.owner].name, locale);
  const notes: Block[] = [
    { kind: 'paragraph', text: text(state) },
    { kind: 'paragraph', text: text(say('raw', { owner })) },
  ];
  if (grants.length === 0) return [title, ...notes, { kind: 'paragraph', text: text(say('none'), 'strong') }];
  const columns = [left(say('member')), left(say('party')), left(say('role')), left(say('sees')), left(say('until')), left(say('why'))];
  return [
    title,
    ...notes,
    { kind: 'table', columns, rows: grantRows(contract, grants, locale, say) },
    ...columnBlocks(grants, locale, say),
  ];
}

/** One row per member: everything that it sees. */
function grantRows(contract: Contract, grants: readonly Grant[], locale: Locale, say: Say): Row[] {
  const members = new Map<string, Grant[]>();
  for (const grant of grants) members.set(grant.member, [...(members.get(grant.member) ?? []), grant]);
  return [...members.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const facts = own.flatMap(({ what }) => (what.kind === 'fact' ? [what.fact] : []));
    const seen = seenText({ results: true, facts }, say, (items) => items.join(locale === 'zh' ? '、' : ', '));
    return [
      row([
        code(first.member),
        text(localText(contract.parties[first.party].name, locale)),
        text(say(`role.${first.role}`)),
        text(seen),
        text(first.until),
        code(first.because, 'dim'),
      ]),
    ];
  });
}

function columnBlocks(grants: readonly Grant[], locale: Locale, say: Say): Block[] {
  const shown = new Map(grants.flatMap(({ what }) => (what.kind === 'fact' ? [[what.fact, what.columns] as const] : [])));
  if (shown.size === 0) return [];
  const items = [...shown].map(([fact, columns]) => ({
    text: text(say('columns', { fact, columns: columns.join(locale === 'zh' ? '、' : ', ') })),
    notes: [],
  }));
  return [{ kind: 'list', items }];
}

function entryBlocks(entries: readonly AccessEntry[], say: Say): Block[] {
  const columns = [left(say('member')), left(say('right')), left(say('resource')), left(say('until')), left(say('why'))];
  const rows = entries.map(({ who, right, on, expiresAt, because }) =>
    row([code(who), text(say(`right.${right}`)), code(on), text(expiresAt ?? say('forever')), code(because.join(', '), 'dim')]),
  );
  return [
    { kind: 'heading', text: say('entries') },
    { kind: 'table', columns, rows },
  ];
}
