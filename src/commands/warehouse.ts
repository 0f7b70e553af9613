import type { WarehouseTerms } from '../contract/load-workspace.js';
import { loadWorkspace } from '../contract/load-workspace.js';
import { ShellError, type Warehouse } from '../ports.js';
import { commandIssue } from './command-issue.js';
import type { CommandContext } from './context.js';
import type { ReadContract } from './repository.js';

/** Opens the warehouse that the workspace names, or the one that `--warehouse` and `--data` ask for. */
export async function openFor(context: CommandContext, contract: ReadContract): Promise<Warehouse> {
  const { workspace } = loadWorkspace(contract.texts);
  const written = workspace?.warehouse ?? { engine: 'duckdb', data: 'data' };
  return context.openWarehouse(chosen(context, written));
}

function chosen(context: CommandContext, written: WarehouseTerms): WarehouseTerms {
  const engine = context.engine ?? written.engine;
  if (engine === 'bigquery') throw new ShellError([commandIssue('engine-not-yet', 'contracts/workspace.yaml', { engine })]);
  const data = written.engine === 'duckdb' ? written.data : 'data';
  return { engine, data: context.dataFolder ?? data };
}
