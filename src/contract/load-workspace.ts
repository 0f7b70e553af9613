import type { WrittenWorkspace } from '../generated/written.js';
import { characterList, unseenIn } from '../kernel/characters.js';
import { asWarning, compareIssues, type Issue, type Position, type Severity } from '../kernel/issue.js';
import type { Party } from '../kernel/party.js';
import type { Locale } from '../kernel/text.js';
import { issue } from '../words/issue.js';
import { LINTS } from '../words/lints.js';
import { alike } from './alike.js';
import type { Clause } from './model.js';
import { parseWritten } from './parse-written.js';
import { WORKSPACE_FILE } from './paths.js';
import { quote } from './quote.js';
import { zoneIssues } from './rules/zones.js';
import type { Source } from './source.js';
import { suggestion } from './suggestion.js';

/** A person who can sign or approve; the numeric id decides who it is. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly github: number;
  /** The login that the id has now, for CODEOWNERS; it can be renamed, so it decides nothing. */
  readonly login?: string;
}

/** Where the data is: files read by the embedded engine, or BigQuery. */
export type WarehouseTerms =
  | {
      readonly engine: 'duckdb';
      /** Folder of the tables, relative to the root. */
      readonly data: string;
    }
  | {
      readonly engine: 'bigquery';
      readonly project: string;
      readonly location: string;
      /** Most that one query may scan; null: no limit of our own. */
      readonly maxGigabytesBilled: number | null;
    };

/** A channel that messages go to. Where it leads stands in a secret, of which the workspace has nothing but the name. */
export interface NotifyChannel {
  readonly to: ChannelKind;
  /** The environment variable that holds its address: `CONCORD_NOTIFY_…`. */
  readonly secret: string;
  readonly locale: Locale;
  readonly for: Party | 'both';
  readonly on: readonly NotifyTopic[];
  /** Whether the weekly note is a draft for a person, and not sent. */
  readonly review: boolean;
  /** Where its secret is named. */
  readonly at: Position;
}

type WrittenChannel = NonNullable<WrittenWorkspace['notify']>[number];
export type ChannelKind = WrittenChannel['to'];
export type NotifyTopic = WrittenChannel['on'][number];

/** Where people are told, and the issue in which it is remembered what they were told. */
export interface Notify {
  readonly issue: number;
  readonly channels: readonly NotifyChannel[];
}

/** contracts/workspace.yaml: people, governance, warehouse and lint severities of one relationship. */
export interface Workspace {
  readonly people: readonly Person[];
  readonly governance: { readonly brand: readonly string[]; readonly provider: readonly string[] };
  readonly warehouse: WarehouseTerms;
  /** Lint rule → severity, where the workspace changes it. */
  readonly lint: Readonly<Record<string, Severity | 'off'>>;
  /** The app that acts for Concord on GitHub, by its numeric ids; null: the account of workflows. */
  readonly github: { readonly app: { readonly user: number; readonly id: number } } | null;
  readonly defaults: NewContractDefaults;
  /** Null: nobody is sent anything. */
  readonly notify: Notify | null;
}

/** What a new contract begins with: it decides nothing, each contract says its own. */
export interface NewContractDefaults {
  readonly brand?: string;
  readonly provider?: string;
  readonly currency?: string;
  readonly timezone?: string;
}

/** The workspace of a root without workspace.yaml: DuckDB over `data`. */
export const DEFAULT_WORKSPACE: Workspace = {
  people: [],
  governance: { brand: [], provider: [] },
  warehouse: { engine: 'duckdb', data: 'data' },
  lint: {},
  github: null,
  defaults: {},
  notify: null,
};

/**
 * Parses and checks the workspace.
 * @param files root-relative path → text; only contracts/workspace.yaml is read.
 * @returns the workspace, {@link DEFAULT_WORKSPACE} when there is no file, null when there is an error.
 */
export function loadWorkspace(files: ReadonlyMap<string, string>): LoadedWorkspace {
  const text = files.get(WORKSPACE_FILE);
  if (text === undefined) return { workspace: DEFAULT_WORKSPACE, issues: [] };
  if (remembered?.text !== text) remembered = { text, loaded: checkWorkspace(text) };
  return remembered.loaded;
}

interface LoadedWorkspace {
  readonly workspace: Workspace | null;
  readonly issues: readonly Issue[];
}

/** The last text and what it says: every contract of a repository asks for the same one. */
let remembered: { readonly text: string; readonly loaded: LoadedWorkspace } | null = null;

function checkWorkspace(text: string): LoadedWorkspace {
  const { value: written, issues } = parseWritten('workspace', WORKSPACE_FILE, text);
  if (written === null) return { workspace: null, issues: [...issues].sort(compareIssues) };
  const { data, source } = written;
  const people = Object.entries(data.people ?? {}).map(([id, person]) => ({ id, ...person }));
  const found: Issue[] = [];
  people.forEach(({ id, github }, index) => {
    const same = people.findIndex((other) => other.github === github);
    if (same < index) {
      found.push(issue('same-person', source.at(['people', id, 'github']), { found: github, id: quote(people[same]?.id ?? '') }));
    }
  });
  people.forEach(({ id, name }) => {
    const unseen = unseenIn(name);
    if (unseen.length === 0) return;
    const params = { kind: '@kind.person', id: quote(id), found: characterList(unseen) };
    found.push(issue('name-unseen', source.at(['people', id, 'name']), params));
  });
  const ids = people.map(({ id }) => id);
  for (const party of ['brand', 'provider'] as const) {
    (data.governance?.[party] ?? []).forEach((person, index) => {
      const at = source.at(['governance', party, index]);
      if (!ids.includes(person))
        found.push(issue('unknown-reference', at, { kind: '@kind.person', id: quote(person), ...suggestion(person, ids) }));
      else if (party === 'provider' && data.governance?.brand.includes(person) === true) {
        found.push(issue('signs-for-both', at, { id: quote(person) }));
      }
    });
  }
  for (const rule of Object.keys(data.lint ?? {})) {
    if (Object.hasOwn(LINTS, rule)) continue;
    const params = { kind: '@kind.rule', id: quote(rule), ...suggestion(rule, Object.keys(LINTS)) };
    found.push(issue('unknown-reference', source.keyAt(['lint', rule]), params));
  }
  found.push(...channelIssues(data.notify ?? [], source));
  if (found.length > 0) return { workspace: null, issues: found.sort(compareIssues) };
  return {
    workspace: normalizeWorkspace(data, people, source),
    issues: [...defaultZoneIssues(data, source), ...alikePeople(people, source)],
  };
}

/** What is wrong with the zone that new contracts begin with; it decides nothing, so that whatever it is stops nothing. */
function defaultZoneIssues({ defaults }: WrittenWorkspace, source: Source): Issue[] {
  const zone = defaults?.timezone;
  if (zone === undefined) return [];
  return zoneIssues(zone, ['defaults', 'timezone'], source).map(asWarning);
}

/** Names that a channel's secret may have: never that of a token or a key that the workflows hold besides. */
const SECRET_NAME = /^CONCORD_NOTIFY_[A-Z0-9_]{1,50}$/;

/** What would be told twice in one place, and places that cannot be what they are said to be. */
function channelIssues(channels: readonly WrittenChannel[], source: Source): Issue[] {
  return channels.flatMap((channel, index): Issue[] => {
    const earlier = channels.slice(0, index).filter(({ secret }) => secret === channel.secret);
    const other = earlier.find(({ to }) => to !== channel.to);
    const at = source.at(['notify', index, 'secret']);
    // Not repeated: whoever writes the address itself here would find it in every log.
    if (!SECRET_NAME.test(channel.secret)) return [issue('notify-secret-name', at)];
    if (other !== undefined) {
      return [issue('notify-kinds', at, { secret: channel.secret, found: channel.to, expected: other.to })];
    }
    const twice = earlier.filter(({ locale, for: party }) => {
      return locale === channel.locale && (party === channel.for || party === 'both' || channel.for === 'both');
    });
    const topics = channel.on.filter((topic) => twice.some(({ on }) => on.includes(topic)));
    return [
      ...(topics.length === 0 ? [] : [issue('notify-twice', at, { secret: channel.secret, topics: topics })]),
      ...(channel.review === true && !channel.on.includes('weekly')
        ? [issue('notify-review-idle', source.at(['notify', index, 'review']))]
        : []),
    ];
  });
}

/** People whose names or ids nobody tells apart by reading; two may have one name, so that it is only a warning. */
function alikePeople(people: readonly Person[], source: Source): Issue[] {
  return alike(people.map(({ id, name }) => ({ id, names: [name, id] }))).map(({ first, second, names }) => {
    const params = { first: quote(first), second: quote(second), names: names.map((name) => quote(name)) };
    return issue('people-alike', source.at(['people', second, 'name']), params);
  });
}

function normalizeWorkspace(data: WrittenWorkspace, people: readonly Person[], source: Source): Workspace {
  const { warehouse } = data;
  return {
    people,
    governance: data.governance ?? DEFAULT_WORKSPACE.governance,
    warehouse:
      warehouse === undefined
        ? DEFAULT_WORKSPACE.warehouse
        : warehouse.engine === 'duckdb'
          ? { engine: 'duckdb', data: warehouse.data ?? 'data' }
          : { ...warehouse, maxGigabytesBilled: warehouse.maxGigabytesBilled ?? null },
    lint: data.lint ?? {},
    github: data.github ?? null,
    defaults: data.defaults ?? {},
    notify: notifyOf(data, source),
  };
}

function notifyOf({ notify, notifyIssue }: WrittenWorkspace, source: Source): Notify | null {
  if (notify === undefined || notifyIssue === undefined) return null;
  const channels = notify.map((channel, index): NotifyChannel => {
    return { ...channel, review: channel.review ?? false, at: source.at(['notify', index, 'secret']) };
  });
  return { issue: notifyIssue, channels };
}

/** Where a field of the workspace's text is written, or else the last field above it that is; null where the text cannot be read. */
export function workspacePlace(text: string, path: readonly string[]): Clause | null {
  const { value } = parseWritten('workspace', WORKSPACE_FILE, text);
  return value === null ? null : { file: WORKSPACE_FILE, line: value.source.keyAt(path).line };
}
