import { checkWritten } from '../contract/parse-written.js';
import { type ParsedFile, parseYaml } from '../contract/parse-yaml.js';
import type { Path, Source } from '../contract/source.js';
import type { Transfer, WrittenStack } from '../generated/written.js';
import { compareIssues, type Issue, type Position } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import type { StackSettings, TransferSettings } from './model.js';

/** Settings with the places where they are written. */
export interface WrittenSettings {
  readonly settings: StackSettings;
  /** Where a part of them stands: `['sources', 'shop', 'owners', 0]`. */
  readonly at: (path: Path) => Position;
}

export interface ReadSettings {
  readonly written: WrittenSettings | null;
  readonly issues: readonly Issue[];
}

/** The key of a stack's configuration under which the settings stand. */
export const SETTINGS_KEY = 'concord:settings';

const DAILY = 'every 24 hours';

/**
 * Reads the settings from a stack's file, `Pulumi.<stack>.yaml`: `config: { concord:settings: … }`.
 * Issues: everything that YAML and schemas/stack.schema.json refuse, and a file without settings.
 */
export function parseStackFile(path: string, text: string): ReadSettings {
  const { file, issues } = parseYaml(path, text);
  if (file === null) return { written: null, issues };
  const part = below(below(file, 'config'), SETTINGS_KEY);
  if (part === null)
    return { written: null, issues: [...issues, issue('missing-field', file.source.at([]), { field: `"${SETTINGS_KEY}"` })] };
  return checked(part, issues);
}

/** Reads settings that stand alone, as YAML or as the JSON in which a stack hands them to its program. */
export function parseSettings(path: string, text: string): ReadSettings {
  const { file, issues } = parseYaml(path, text);
  return file === null ? { written: null, issues } : checked(file, issues);
}

function below(file: ParsedFile | null, key: string): ParsedFile | null {
  if (file === null || typeof file.data !== 'object' || file.data === null || !Object.hasOwn(file.data, key)) return null;
  return { data: Reflect.get(file.data, key), source: file.source.below([key]) };
}

function checked(file: ParsedFile, before: readonly Issue[]): ReadSettings {
  const { value: written, issues } = checkWritten('stack', file);
  if (written === null) return { written: null, issues: [...before, ...issues].sort(compareIssues) };
  const { source } = written;
  return { written: { settings: normalized(written.data, source), at: (path) => source.at(path) }, issues: before };
}

function normalized(data: WrittenStack, source: Source): StackSettings {
  const { repository, environments, evidence, audit, sources } = data;
  return {
    project: data.project,
    location: data.location,
    repository: { ...repository, defaultBranch: repository.defaultBranch ?? 'main' },
    environments: { engine: environments?.engine ?? 'concord', deploy: environments?.deploy ?? 'production' },
    deployer: data.deployer,
    dataset: data.dataset ?? 'concord',
    budget: data.budget ?? null,
    stateBucket: data.stateBucket ?? null,
    // Ten years, as commercial records are kept; and what an auditor of the past year asks for.
    evidence: { retentionDays: evidence?.retentionDays ?? 3653, locked: evidence?.locked ?? false },
    audit: { retentionDays: audit?.retentionDays ?? 400 },
    sources: source.keys(['sources']).flatMap((dataset) => {
      const each = sources?.[dataset];
      return each === undefined ? [] : [{ dataset, owners: each.owners, transfers: (each.transfers ?? []).map(transferOf) }];
    }),
  };
}

function transferOf(written: Transfer): TransferSettings {
  const schedule = written.schedule ?? DAILY;
  switch (written.kind) {
    case 'google_ads':
      return { ...written, schedule, performanceMax: written.performanceMax ?? true, refreshDays: written.refreshDays ?? null };
    case 'shopify':
      return { kind: written.kind, schedule };
    case 'facebook_ads':
      return { ...written, schedule, refreshDays: written.refreshDays ?? null };
    default:
      return { ...written, schedule };
  }
}
