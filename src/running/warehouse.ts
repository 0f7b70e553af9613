import type { WarehouseTerms } from '../contract/load-workspace.js';
import { loadWorkspace } from '../contract/load-workspace.js';
import { WORKSPACE_FILE } from '../contract/paths.js';
import { inFile } from '../kernel/issue.js';
import { ShellError } from '../ports/failure.js';
import type { Warehouse, WarehouseSettings } from '../ports/warehouse.js';
import { issue } from '../words/issue.js';
import type { CommandContext } from './context.js';
import type { HeldContract } from './repository.js';

const GIGABYTE = 1_000_000_000n;

/** Opens the warehouse that the workspace names, or the one that the command line asks for. */
export async function openFor(context: CommandContext, contract: HeldContract): Promise<Warehouse> {
  return context.openWarehouse(settingsFor(context, contract));
}

/** The same for contracts whose rows are in the same warehouse. @throws ShellError where it is not said which. */
export function warehouseKey(context: CommandContext, contract: HeldContract): string {
  return JSON.stringify(settingsFor(context, contract), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

function settingsFor(context: CommandContext, contract: HeldContract): WarehouseSettings {
  const { workspace } = loadWorkspace(contract.texts);
  return chosen(context, workspace?.warehouse ?? { engine: 'duckdb', data: 'data' });
}

/** The project and location that the workspace names, or the command line asks for; null where neither does. */
export function bigqueryOf(
  context: CommandContext,
  contract: HeldContract,
): { readonly project: string; readonly location: string | null } | null {
  const { workspace } = loadWorkspace(contract.texts);
  const own = workspace?.warehouse.engine === 'bigquery' ? workspace.warehouse : null;
  const project = context.project ?? own?.project;
  return project === undefined ? null : { project, location: context.location ?? own?.location ?? null };
}

function chosen(context: CommandContext, written: WarehouseTerms): WarehouseSettings {
  const engine = context.engine ?? written.engine;
  if (engine === 'duckdb') return { engine, data: context.dataFolder ?? (written.engine === 'duckdb' ? written.data : 'data') };
  const own = written.engine === 'bigquery' ? written : null;
  const project = context.project ?? own?.project;
  const location = context.location ?? own?.location;
  if (project === undefined || location === undefined) {
    throw new ShellError([issue('bigquery-no-project', inFile(WORKSPACE_FILE))]);
  }
  const gigabytes = own?.maxGigabytesBilled ?? null;
  const maxBytes = context.maxBytes ?? (gigabytes === null ? null : BigInt(gigabytes) * GIGABYTE);
  return { engine, project, location, maxBytes, readAt: context.readAt };
}
