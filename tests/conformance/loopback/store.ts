import type { Cell, Field, Table } from '../evaluator/schema.js';

/** What is declared of a table besides its columns. */
export interface TableOptions {
  readonly partitionedBy?: string;
  readonly requirePartitionFilter?: boolean;
  /** Reading it is refused. */
  readonly forbidden?: boolean;
  /** Rows have been streamed in and are not in storage yet. */
  readonly streaming?: boolean;
}

interface Version {
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly table: Table;
}

interface StoredTable {
  readonly options: TableOptions;
  readonly versions: Version[];
}

interface Dataset {
  readonly location: string;
  readonly tables: Map<string, StoredTable>;
}

/** A version of a table under the name by which a query finds it. */
export interface FoundTable {
  readonly name: string;
  /** The same for the same content. */
  readonly key: string;
  readonly table: Table;
  readonly options: TableOptions;
  readonly modified: number;
}

/** Datasets and tables of one project, with the versions that they have had. */
export class Store {
  private readonly datasets = new Map<string, Dataset>();
  /** `dataset.routine`: functions of people's own, each of which gives back its argument. */
  readonly routines = new Set<string>();

  constructor(readonly project: string) {}

  createDataset(id: string, location: string): void {
    this.datasets.set(id, { location, tables: new Map() });
  }

  location(dataset: string): string | null {
    return this.datasets.get(dataset)?.location ?? null;
  }

  datasetIds(): string[] {
    return [...this.datasets.keys()];
  }

  tableIds(dataset: string): string[] {
    return [...(this.datasets.get(dataset)?.tables.keys() ?? [])];
  }

  /** Puts a table there, or a later version of it. `since` is when it became so. */
  put(path: string, table: Table, options: TableOptions = {}, since = Date.now()): void {
    const [dataset = '', name = ''] = path.split('.');
    const tables = this.datasets.get(dataset)?.tables;
    if (tables === undefined) throw new RangeError(`no dataset ${dataset}`);
    const known = tables.get(name)?.versions ?? [];
    tables.set(name, { options, versions: [...known, { since, table }] });
  }

  /** Adds rows, as a streaming insert does. */
  append(path: string, rows: readonly (readonly Cell[])[]): void {
    const found = this.find(path, null);
    if (found === null) throw new RangeError(`no table ${path}`);
    this.put(path, { fields: found.table.fields, rows: [...found.table.rows, ...rows] }, { ...found.options, streaming: true });
  }

  /** The version of `dataset.table` now or at an instant (milliseconds); null where there is none. */
  find(path: string, at: number | null): FoundTable | null {
    const [dataset = '', name = ''] = path.split('.');
    const stored = this.datasets.get(dataset)?.tables.get(name);
    if (stored === undefined) return null;
    const { versions, options } = stored;
    const index = at === null ? versions.length - 1 : versions.findLastIndex((version) => version.since <= at);
    const version = versions[index];
    if (version === undefined) return null;
    const whole = `${this.project}.${path}`;
    const isLast = index === versions.length - 1;
    return {
      name: isLast ? whole : `${whole}@${index}`,
      key: `${whole}@${index}:${version.since}`,
      table: version.table,
      options,
      modified: version.since,
    };
  }

  /** All tables that a wildcard names, as one with the pseudo column that tells them apart. */
  findWildcard(path: string): { readonly found: FoundTable; readonly members: readonly string[] } | null {
    const [dataset = '', pattern = ''] = path.split('.');
    const prefix = pattern.slice(0, -1);
    const names = this.tableIds(dataset)
      .filter((name) => name.startsWith(prefix))
      .sort();
    const members = names.flatMap((name) => this.find(`${dataset}.${name}`, null) ?? []);
    const last = members.at(-1);
    if (last === undefined) return null;
    const suffix: Field = { name: '_TABLE_SUFFIX', type: 'STRING', pseudo: true };
    const rows = members.flatMap((member, index) =>
      member.table.rows.map((row) => [
        ...last.table.fields.map((field) => cellNamed(member.table, row, field)),
        (names[index] ?? '').slice(prefix.length),
      ]),
    );
    const found = {
      name: `${this.project}.${path}`,
      key: `${path} ${members.map((member) => member.key).join(' ')}`,
      table: { fields: [...last.table.fields, suffix], rows },
      options: last.options,
      modified: Math.max(...members.map((member) => member.modified)),
    };
    return { found, members: names };
  }
}

function cellNamed(table: Table, row: readonly Cell[], field: Field): Cell {
  const index = table.fields.findIndex((own) => own.name === field.name);
  return row[index] ?? (field.mode === 'REPEATED' ? [] : null);
}
