import { loadWorkspace } from '../contract/load-workspace.js';
import type { CommandContext } from './context.js';
import type { HeldContract } from './repository.js';

/** The engine that a contract's data is read with, for whoever writes for it and opens no warehouse. */
export function engineFor({ engine }: Pick<CommandContext, 'engine'>, { texts }: Pick<HeldContract, 'texts'>): 'duckdb' | 'bigquery' {
  return engine ?? loadWorkspace(texts).workspace?.warehouse.engine ?? 'duckdb';
}
