import { loadContract } from '../contract/load-contract.js';
import type { Contract, Definitions, Terms } from '../contract/model.js';
import { normalizeDefinitions } from '../contract/normalize-definitions.js';
import { usedPacks } from '../contract/pack.js';
import { parseWritten } from '../contract/parse-written.js';
import { CONTRACT_NAME, contractFile, contractFolder, DEFINITIONS_NAME } from '../contract/paths.js';
import type { LocalDate } from '../kernel/calendar.js';
import { digest } from '../kernel/canonical.js';
import type { Check, Warehouse, WarehouseSettings } from '../ports/warehouse.js';
import type { MeasurementRequest } from '../query/request.js';
import { timeline } from '../settlement/timeline.js';
import type { CommandContext } from './context.js';
import type { ImportFrame } from './contract-frame.js';
import { readWorkspace } from './read-workspace.js';

/*
 * Where imported files go, and how they are looked at: a table alone, as definitions read it, whatever else a contract needs.
 */

/** The data folder, as the workspace or the command line names it. */
export async function dataFolderOf({ files, dataFolder }: CommandContext): Promise<string> {
  const { workspace } = await readWorkspace(files);
  const own = workspace?.warehouse.engine === 'duckdb' ? workspace.warehouse.data : 'data';
  return dataFolder ?? own;
}

/** Definitions alone, with those of their packs. @throws RangeError where they cannot be read: they were just written. */
export function definitionsOf(text: string): Definitions {
  const { value } = parseWritten('definitions', DEFINITIONS_NAME, text);
  if (value === null) throw new RangeError('definitions that were written cannot be read');
  const own = normalizeDefinitions(value, []).definitions;
  const packs = usedPacks(value, null).packs.map(({ definitions }) => definitions);
  return {
    ...own,
    facts: [...own.facts, ...packs.flatMap(({ facts }) => facts)],
    measures: [...own.measures, ...packs.flatMap(({ measures }) => measures)],
    views: [...own.views, ...packs.flatMap(({ views }) => views)],
  };
}

/** A contract that holds nothing but money and days. */
function frameContract({ currency, zone }: ImportFrame, { from, to }: Months): Contract {
  const [year = 2000, month = 1] = to.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  const id = 'import';
  const text = `apiVersion: concord/v1
kind: Contract
id: ${id}
title: Import
stage: pilot
parties: { brand: { name: A, signatories: [a] }, provider: { name: B, signatories: [b] } }
data: { owner: brand, providerUse: during_term }
term: { from: ${from}-01, to: ${last} }
calendar: { every: month, timezone: ${zone}, lockAfterDays: 5, trueUpPeriods: 1 }
currency: ${currency}
rounding: half_even
acceptance: { days: 10, silence: accepts }
disputes: { days: 30, expert: An auditor }
holds: { maxPeriods: 3 }
kpis: [{ id: k, metric: m, owner: provider, better: higher, weight: 100%, target: 1 }]
composite: { rule: weighted_mean }
fees: [{ id: base, kind: retainer, amount: 1 }]
`;
  const definitions =
    'facts: { f: { table: t, grain: [a], custodian: brand } }\nmeasures: { x: { definition: X, of: f, sum: a, when: a } }\nmetrics: { m: { title: M, formula: x, unit: number, type: flow } }\n';
  const { folder, issues } = loadContract(
    id,
    new Map([
      [contractFile(id), text],
      [`${contractFolder(id)}/${DEFINITIONS_NAME}`, definitions],
    ]),
  );
  if (folder === null) throw new RangeError(`${CONTRACT_NAME} of a currency and a zone: ${issues.map(({ code }) => code).join(', ')}`);
  return folder.terms.contract;
}

export interface Months {
  readonly from: string;
  readonly to: string;
}

/** Years before which what looks like a month is none, and after which a contract ends. */
const EARLIEST = '2000-01';
const MOST_MONTHS = 36;

/** Tables alone, and when they are looked at. */
interface Alone {
  readonly data: string;
  readonly frame: ImportFrame;
  /** First and last month of the rows; null: not known. */
  readonly months: Months | null;
}

/** Looks at tables as definitions read them, in every month of their rows, and at nothing else. */
export function lookedAt(context: CommandContext, definitions: Definitions, alone: Alone): Promise<readonly Check[]> {
  return ofTables(
    context,
    definitions,
    alone,
    async (warehouse, request) => (await warehouse.diagnose(request, false, context.eyes === 'owner')).checks,
  );
}

/**
 * How many rows tables have on each day, by the measures of definitions, which count rows; of rows with one key the first alone, since a file
 * that has each once has all of them.
 * @returns by measure; null where something cannot be read
 */
export function rowsByDay(
  context: CommandContext,
  definitions: Definitions,
  alone: Alone,
): Promise<readonly ReadonlyMap<LocalDate, number>[] | null> {
  return ofTables(context, definitions, alone, async (warehouse, request) => {
    const { each, issues } = await warehouse.measure([request]);
    const measured = each[0]?.measured ?? null;
    if (measured === null || issues.length > 0) return null;
    return definitions.measures.map(({ id, of, when }) => {
      const days = measured.periods.flatMap(({ measures }) => measures.filter((own) => own.id === id).flatMap((own) => own.days));
      const rows = new Map(days.map(({ day, value }) => [day, Number(value ?? 0)]));
      const scans = measured.periods.flatMap(({ facts }) => facts.filter((fact) => fact.id === of).flatMap((fact) => fact.scans));
      const again = scans.filter(({ column, zone }) => column === when.column && zone === (when.zone ?? undefined));
      for (const { day, keys } of again.flatMap(({ duplicateDays = [] }) => duplicateDays)) rows.set(day, (rows.get(day) ?? 0) - keys);
      return rows;
    });
  });
}

/** Asks the engine of one's own files about tables alone. */
async function ofTables<Told>(
  context: CommandContext,
  definitions: Definitions,
  alone: Alone,
  ask: (warehouse: Warehouse, request: MeasurementRequest) => Promise<Told>,
): Promise<Told> {
  const settings: WarehouseSettings = { engine: 'duckdb', data: alone.data };
  const warehouse = await context.openWarehouse(settings);
  try {
    return await ask(warehouse, askedOf(context, definitions, alone));
  } finally {
    await warehouse.close();
  }
}

function askedOf(context: CommandContext, definitions: Definitions, { frame, months }: Alone): MeasurementRequest {
  const asOf = context.asOf ?? context.today(frame.zone);
  const now = asOf.slice(0, 7);
  const to = months === null || months.to > now || months.to < EARLIEST ? now : months.to;
  const [year = 2000, month = 1] = to.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - MOST_MONTHS, 1)).toISOString().slice(0, 7);
  const from = months === null || months.from > to ? to : months.from < first ? first : months.from;
  const contract = frameContract(frame, { from, to });
  const terms: Terms = { apiVersion: 'concord/v1', kind: 'Terms', contract, definitions };
  const termsDigest = digest(terms);
  const periods = timeline(contract, []).periods.map(({ id, inForce }) => ({ period: id, inForce, terms, termsDigest, exclusions: [] }));
  return { contract: contract.id, asOf, periods, spans: [] };
}
