import type { LocalDate } from '../kernel/calendar.js';
import type { Locale } from '../kernel/text.js';
import type { Files } from '../ports/files.js';
import type { ViewCheck, ViewText, Warehouse, WarehouseSettings } from '../ports/warehouse.js';
import type { Agreement } from '../settlement/model.js';

/**
 * Everything a command gets from the outside: the shell's ports, and what only `cli.ts` may know (clock, whose eyes). How its outcome is
 * printed it does not know.
 */
export interface CommandContext {
  readonly files: Files;
  readonly openWarehouse: (settings: WarehouseSettings) => Promise<Warehouse>;
  /** What views written for DuckDB must not have, by its own parser; needs no data. */
  readonly checkViews: (views: readonly ViewText[]) => Promise<ViewCheck>;
  /** `--data`: a folder that takes the place of the workspace's. */
  readonly dataFolder: string | null;
  /** `--warehouse`: an engine that takes the place of the workspace's. */
  readonly engine: 'duckdb' | 'bigquery' | null;
  /** `--project`, `--location`: take the place of the workspace's. */
  readonly project: string | null;
  readonly location: string | null;
  /** `--max-bytes`: takes the place of the workspace's. */
  readonly maxBytes: bigint | null;
  /** `--read-at`: an instant, as of which tables are read. */
  readonly readAt: string | null;
  /** `--as-of`, or null for today in the contract's zone. */
  readonly asOf: LocalDate | null;
  readonly today: (zone: string) => LocalDate;
  readonly locale: Locale;
  /** Whoever keeps the data sits before it, at a terminal: only there values of data, and rows where they are asked for, are shown. */
  readonly eyes?: 'owner';
  /** Shows what is being done, on a terminal only. */
  readonly progress: (text: string) => void;
  /** Version of this engine, for provenance. */
  readonly version: string;
  /** The commit that is checked out, for provenance. */
  readonly commit: string | null;
  /** What is settled on a forge: the agreement that it settles under. */
  readonly agreement?: Agreement | null;
  /** The commit of the default branch whose engine a workflow runs; null where no workflow runs it. */
  readonly engineCommit?: string | null;
}
