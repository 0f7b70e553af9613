import type { Engine } from '../../ports/engine.js';
import type { Cost } from '../../ports/warehouse.js';
import type { MeasurementRequest } from '../../query/request.js';
import { BigqueryClient } from './client.js';
import { publishRuns } from './publisher.js';
import { type BigqueryOptions, BigquerySession } from './session.js';

const NOTHING: Cost = { bytes: 0n, billed: 0n };

/**
 * BigQuery: table `shop.orders` is the table of that dataset in the project. It reads with the account's own rights,
 * writes nothing but what `publish` is given, and runs one job per fact and `when`, however many KPIs read it.
 */
export async function openBigquery(options: BigqueryOptions): Promise<Engine> {
  const client = await BigqueryClient.open(options);
  const used: string[] = [];
  const costs: Cost[] = [];
  const asked = async <T>(requests: readonly MeasurementRequest[], work: (session: BigquerySession) => Promise<T>): Promise<T> => {
    const session = new BigquerySession(client, requests, options);
    try {
      return await work(session);
    } catch (error) {
      throw await session.ended(error);
    } finally {
      used.push(...session.runner.used);
      costs.push(...session.runner.costs);
    }
  };
  return {
    name: 'bigquery',
    session: asked,
    publish: (dataset, table, runs) => asked([], (session) => publishRuns(client, session.runner, dataset, table, runs)),
    provenance: () => ({ warehouse: options.readAt === null ? 'bigquery' : `bigquery as of ${options.readAt}`, jobs: used }),
    spent: () => costs.reduce((all, { bytes, billed }) => ({ bytes: all.bytes + bytes, billed: all.billed + billed }), NOTHING),
    close: () => Promise.resolve(),
  };
}
