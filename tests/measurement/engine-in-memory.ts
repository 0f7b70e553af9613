import type { TextRow } from '../../src/evidence/decode-rows.js';
import type { Engine, EngineSession, PaidJobs } from '../../src/ports/engine.js';
import { dataIssue } from '../../src/query/check-plan.js';
import { type ColumnKind, type ColumnType, type Relation, useKey } from '../../src/query/column-type.js';
import type { Dialect } from '../../src/query/dialects/dialect.js';
import type { Source } from '../../src/query/plan.js';
import type { Statement } from '../../src/query/sql.js';

/*
 * An engine without data: it writes down what it is asked and answers as it is told. Both real ones are held against each other in
 * tests/conformance; this one shows what the algorithm asks, and when.
 */

export interface Told {
  readonly dialect: Dialect;
  /** Kinds of columns by name; the others serve whatever they are used for. */
  readonly columns?: Readonly<Record<string, ColumnKind>>;
  /** Tables that cannot be read. */
  readonly refused?: readonly string[];
  /** Rows that a statement is answered with, by its label; it may throw. */
  readonly answers?: (statement: Statement) => readonly TextRow[];
  readonly unreachable?: true;
}

export interface Recorded {
  /** `resolve shop.orders`, `ask latest ts`, `foresee`, `release` … in their order. */
  readonly log: string[];
  readonly asked: Statement[];
  readonly foreseen: Statement[];
}

const SERVING: Readonly<Record<string, ColumnKind>> = {
  time: 'instant',
  load: 'instant',
  date: 'date',
  number: 'decimal',
  boolean: 'boolean',
};

function typeOf(kind: ColumnKind): ColumnType {
  return kind === 'decimal' ? { kind, precision: 18, scale: 2 } : { kind };
}

const nameOf = ({ from }: Source): string => ('table' in from ? from.table : from.view);

/** One that costs nothing, or, where its dialect is billed, one that is paid by the job. */
export function engineInMemory(told: Told): { readonly engine: Engine } & Recorded {
  const { dialect } = told;
  const recorded: Recorded = { log: [], asked: [], foreseen: [] };
  const note = (what: string): void => {
    recorded.log.push(what);
  };
  const relationOf = (source: Source): Relation => {
    const table = nameOf(source);
    const columns = source.uses.map(({ use, column }) => {
      const type = typeOf(told.columns?.[column] ?? SERVING[use] ?? 'text');
      return [useKey(use, column), { name: column, type }] as const;
    });
    return { label: table, path: table.split('.'), columns: new Map(columns) };
  };
  const paid: PaidJobs = {
    foresee: async (statements) => {
      if (statements.length > 0) note('foresee');
      recorded.foreseen.push(...statements);
    },
    jobs: (statements) => statements,
    cost: async ({ sql }) => ({ bytes: BigInt(sql.length), billed: BigInt(sql.length) }),
  };
  const session: EngineSession = {
    dialect,
    paid: dialect.billed ? paid : null,
    query: async (statement) => {
      note(`ask ${statement.label}`);
      recorded.asked.push(statement);
      return told.answers?.(statement) ?? [];
    },
    fault: (error, { clause, table }) => {
      if (error instanceof RangeError) throw error;
      return dataIssue('data-engine-failed', clause, { table, detail: '@engine.other' });
    },
    connection: async () => {
      note('connect');
      const issues =
        told.unreachable === true
          ? [dataIssue('data-folder-missing', { file: 'w.yaml', line: 1 }, { folder: 'd', state: '@data.folder.absent' })]
          : [];
      return { kind: 'connection', name: 'd', found: null, issues };
    },
    resolve: async (source, index) => {
      note(`resolve ${nameOf(source)}`);
      if (told.refused?.includes(nameOf(source)) !== true) return { relation: relationOf(source) };
      return {
        troubles: [{ issue: dataIssue('data-file-missing', source.clause, { table: nameOf(source), expected: '-' }), source: index }],
      };
    },
    empty: dialect.billed
      ? null
      : async (source) => {
          note(`empty ${nameOf(source)}`);
          return relationOf(source);
        },
    look: dialect.billed
      ? null
      : async () => {
          note('look');
          return [];
        },
    emptyAmounts: null,
    withRows: null,
    release: async () => note('release'),
  };
  const engine: Engine = {
    name: dialect.name,
    session: (_, work) => work(session),
    publish: null,
    provenance: () => ({ warehouse: 'memory', jobs: [] }),
    spent: () => null,
    close: async () => note('close'),
  };
  return { engine, ...recorded };
}
