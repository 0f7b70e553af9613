import type { Contract } from '../contract/model.js';
import type { LocalDate } from '../kernel/calendar.js';
import { type Locale, listSeparator, localText, type Params } from '../kernel/text.js';
import type { AccessEntry } from '../provision/access.js';
import { seenText } from '../provision/access-changes.js';
import type { Exit } from '../provision/exit.js';
import type { Grant, StackSettings } from '../provision/model.js';
import type { Needed } from '../provision/needed.js';
import { type AccessTextKey, accessText } from '../words/access.js';
import { type Block, code, dotted, type ListItem, left, row, text } from './blocks.js';
import { plainText } from './escape.js';
import { joined } from './wording.js';

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
  /** What others have to allow for it, and how copies of evidence are kept; null where the cloud's settings are not known. */
  readonly cloud: { readonly needed: readonly Needed[]; readonly evidence: StackSettings['evidence'] } | null;
  /** Whether the warehouse is one in which access can be given at all. */
  readonly provisioned: boolean;
}

type Say = (key: AccessTextKey, params?: Params) => string;

/** Who can see what, contract by contract; commands that others have to run stand below it. */
export function accessBlocks({ contracts, entries, cloud, provisioned }: AccessReport, locale: Locale): Block[] {
  const say: Say = (key, params = {}) => joined(accessText(key, locale, params), locale);
  return [
    ...contracts.flatMap((each) => contractBlocks(each, provisioned, locale, say)),
    ...(provisioned ? [] : [{ kind: 'paragraph' as const, text: text(say('files'), 'warn') }]),
    ...(entries === null ? [] : entryBlocks(entries, locale, say)),
    ...(cloud === null ? [] : cloudBlocks(cloud, say)),
  ];
}

function contractBlocks({ contract, asOf, exit, grants }: ReportedAccess, provisioned: boolean, locale: Locale, say: Say): Block[] {
  const title: Block = {
    kind: 'title',
    text: [...text(say('title')), { text: ' · ' }, ...text(localText(contract.title, locale))],
    subtitle: text(say('asOf', { date: asOf })),
  };
  const { endsOn, accessUntil: until } = exit;
  const state = say(stateKey(exit), { endsOn, until });
  const owner = localText(contract.parties[contract.data.owner].name, locale);
  const notes: Block[] = [
    { kind: 'paragraph', text: text(state) },
    { kind: 'paragraph', text: provisioned ? text(say('raw', { owner })) : text(say('raw.files'), 'warn') },
  ];
  if (grants.length === 0) return [title, ...notes, { kind: 'paragraph', text: text(say('none'), 'strong') }];
  return [title, ...notes, { kind: 'list', items: memberItems(contract, grants, locale, say) }, ...columnBlocks(grants, locale, say)];
}

function stateKey({ state, endsOn, accessUntil }: Exit): AccessTextKey {
  if (state !== 'in_force') return state;
  return endsOn === accessUntil ? 'noHandover' : 'inForce';
}

/** One item per member: everything that it sees. */
function memberItems(contract: Contract, grants: readonly Grant[], locale: Locale, say: Say): ListItem[] {
  const members = new Map<string, Grant[]>();
  for (const grant of grants) members.set(grant.member, [...(members.get(grant.member) ?? []), grant]);
  return [...members].flatMap(([member, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const facts = own.flatMap(({ what }) => (what.kind === 'fact' ? [what.fact] : []));
    const seen = seenText({ results: true, facts }, say, (items) => items.join(listSeparator(locale)));
    const party = localText(contract.parties[first.party].name, locale);
    return [
      {
        text: dotted([code(member), text(party, 'strong'), text(say(`role.${first.role}`))]),
        notes: [dotted([text(say('sees', { what: seen })), text(say('until', { date: first.until })), code(first.because, 'dim')])],
      },
    ];
  });
}

function columnBlocks(grants: readonly Grant[], locale: Locale, say: Say): Block[] {
  const shown = new Map(grants.flatMap(({ what }) => (what.kind === 'fact' ? [[what.fact, what.columns] as const] : [])));
  if (shown.size === 0) return [];
  const items = [...shown].map(([fact, columns]) => ({
    text: dotted([code(fact), text(columns.join(listSeparator(locale)))]),
    notes: [],
  }));
  return [
    { kind: 'heading', text: say('columns') },
    { kind: 'list', items },
  ];
}

function entryBlocks(entries: readonly AccessEntry[], locale: Locale, say: Say): Block[] {
  const columns = [left(say('member')), left(say('right')), left(say('resource')), left(say('ends')), left(say('why'))];
  const rows = entries.map(({ who, right, on, expiresAt, because }) =>
    row([
      code(who),
      text(say(`right.${right}`)),
      code(on),
      text(expiresAt ?? say('forever')),
      code(because.join(listSeparator(locale)), 'dim'),
    ]),
  );
  return [
    { kind: 'heading', text: say('entries') },
    { kind: 'table', columns, rows },
  ];
}

function cloudBlocks({ needed, evidence }: NonNullable<AccessReport['cloud']>, say: Say): Block[] {
  const { retentionDays: days, locked } = evidence;
  const kept: Block = { kind: 'paragraph', text: text(say(locked ? 'retention.locked' : 'retention', { days })) };
  if (needed.length === 0) return [kept];
  const items = needed.map((each) => ({ text: text(neededText(each, say)), notes: [] }));
  const commands = needed.flatMap((each) => (each.kind === 'grant' ? [plainText(each.command)] : []));
  return [
    kept,
    { kind: 'heading', text: say('needed') },
    { kind: 'list', items },
    ...(commands.length === 0 ? [] : [{ kind: 'code' as const, language: 'sh' as const, text: commands.join('\n') }]),
  ];
}

function neededText(needed: Needed, say: Say): string {
  switch (needed.kind) {
    case 'grant': {
      const { dataset, role, account, views } = needed;
      return say(views ? 'needed.grant.views' : 'needed.grant', { dataset, role, account });
    }
    case 'invite':
      return say('needed.invite', { account: needed.account, customer: needed.customer });
    case 'runs-as-person':
      return say('needed.runs-as-person', { transfer: needed.transfer });
  }
}
