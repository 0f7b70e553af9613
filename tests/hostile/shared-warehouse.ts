import { inspect } from 'node:util';
import type { Warehouse, WarehouseSettings } from '../../src/ports/warehouse.js';
import type { CommandPlace } from '../in-process.js';

/**
 * One open warehouse for several commands over the same rows, which measures each request once. What is said of a measurement is each
 * command's own, and so is every format.
 */
export function sharedWarehouse(): { readonly wrap: (context: CommandPlace) => CommandPlace; readonly close: () => Promise<void> } {
  let opened: Promise<Warehouse> | null = null;
  const measured = new Map<string, ReturnType<Warehouse['measure']>>();
  const open = async (context: CommandPlace, settings: WarehouseSettings): Promise<Warehouse> => {
    opened ??= context.openWarehouse(settings);
    const warehouse = await opened;
    const measure: Warehouse['measure'] = (requests) => {
      const asked = inspect(requests, { depth: Number.POSITIVE_INFINITY, maxArrayLength: null, maxStringLength: null });
      const found = measured.get(asked) ?? warehouse.measure(requests);
      measured.set(asked, found);
      return found;
    };
    return { ...warehouse, measure, close: async () => undefined };
  };
  return {
    wrap: (context) => ({ ...context, openWarehouse: (settings) => open(context, settings) }),
    close: async () => (await opened)?.close(),
  };
}
