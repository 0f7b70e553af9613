import { stringify } from 'yaml';
import type { ProgramRun, Registration } from './loopback/engine.js';
import type { Plain } from './loopback/values.js';

type Entry = Readonly<Record<string, unknown>>;
type Plan = ReadonlyMap<string, Entry>;

/** A plan to be read by people: every resource by name, with all that the engine was told of it. */
export function planText(run: ProgramRun): string {
  return text({ resources: Object.fromEntries(planOf(run)), outputs: run.outputs });
}

/** What one plan has that another has not, by resource and input. */
export function changesText(before: ProgramRun, after: ProgramRun): string {
  const [old, now] = [planOf(before), planOf(after)];
  const added = [...now].filter(([name]) => !old.has(name));
  const changed = [...now].flatMap(([name, entry]) => {
    const was = old.get(name);
    const fields = was === undefined ? [] : differences(was, entry);
    return fields.length === 0 ? [] : [[name, Object.fromEntries(fields)]];
  });
  return text({
    added: Object.fromEntries(added),
    removed: [...old.keys()].filter((name) => !now.has(name)),
    changed: Object.fromEntries(changed),
    outputs: Object.fromEntries(differences(before.outputs ?? {}, after.outputs ?? {})),
  });
}

function text(value: object): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

function planOf({ registrations }: ProgramRun): Plan {
  return new Map([...registrations].sort((a, b) => (a.name < b.name ? -1 : 1)).map((each) => [each.name, entryOf(each)]));
}

function entryOf({ type, inputs, protect, retainOnDelete, dependsOn, provider }: Registration): Entry {
  return {
    type,
    ...(provider === 'cloud' ? {} : { provider }),
    ...(protect ? { protect } : {}),
    ...(retainOnDelete ? { retainOnDelete } : {}),
    ...(dependsOn.length === 0 ? {} : { dependsOn }),
    inputs: sorted(inputs),
  };
}

function sorted(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, field]) => [name, sorted(field)]));
}

/** Fields that differ, inputs one by one, each with what it was and what it is. */
function differences(was: Entry, is: Entry, path = ''): [string, { before: unknown; after: unknown }][] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names.flatMap((name): [string, { before: unknown; after: unknown }][] => {
    const [before, after] = [was[name], is[name]];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    if (name === 'inputs' && isEntry(before) && isEntry(after)) return differences(before, after, 'inputs.');
    return [[`${path}${name}`, { before: before ?? null, after: after ?? null }]];
  });
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
