import type { WarehouseTerms } from '../contract/load-workspace.js';
import { contractFolder, ledgerFolder } from '../contract/paths.js';
import { addDays, type LocalDate, type PeriodId, periodDays, shiftPeriod } from '../kernel/calendar.js';
import { DASHBOARD_TABLES } from '../kernel/published-tables.js';
import type { Statement } from '../settlement/model.js';
import { timeline } from '../settlement/timeline.js';
import type { AgreedContract } from './agreed.js';
import { type Exit, exitOf } from './exit.js';
import { factQuery } from './fact-view.js';
import { grantsOf } from './grants.js';
import type { Grant } from './model.js';
import { datasetId } from './spec.js';

/** One command of the handover and what it copies. */
export interface ExportCommand {
  readonly what: 'ledger' | 'bundle' | 'results-files' | 'files' | 'results' | 'facts' | 'raw' | 'evidence';
  /** What is copied, for people: a view, a table, a folder. */
  readonly name: string;
  /** For a shell; `$BUCKET` is whoever's bucket takes the copies. */
  readonly command: string;
}

/** How far settlement has come, and what is still to be expected of it. */
export interface FinalState {
  readonly state: 'final' | 'tails' | 'open' | 'nothing';
  readonly settledTo: PeriodId | null;
  /** The period whose statement says *final* where nothing is held or disputed by then, and the first date on which it is due. */
  readonly finalPeriod: PeriodId;
  readonly finalDueOn: LocalDate;
  /** Lines that are held or disputed in the last statement. */
  readonly openLines: readonly { readonly line: string; readonly state: 'held' | 'disputed' }[];
  /** Of the last statement; positive: the brand owes. */
  readonly balance: string | null;
}

/** What is to be done when a contract ends, as data. */
export interface ExitPlan {
  readonly contract: string;
  readonly asOf: LocalDate;
  readonly exit: Exit;
  readonly noticeDays: number | null;
  readonly handoverDays: number;
  /** What is handed over, as the contract lists it. */
  readonly checklist: readonly string[];
  readonly exports: readonly ExportCommand[];
  /** What ends with the last day of access. */
  readonly revoked: readonly Grant[];
  readonly final: FinalState;
}

/**
 * The handover of a contract: its dates, what is exported by which command, what access ends when, and what is left to settle.
 * @param statements the contract's, in the order of the ledger.
 */
export function exitPlan(agreed: AgreedContract, statements: readonly Statement[], warehouse: WarehouseTerms, asOf: LocalDate): ExitPlan {
  const { contract } = agreed.folder.terms;
  const exit = exitOf(contract, agreed.folder.events, asOf);
  return {
    contract: contract.id,
    asOf,
    exit,
    noticeDays: contract.exit?.noticeDays ?? null,
    handoverDays: contract.exit?.handoverDays ?? 0,
    checklist: contract.exit?.checklist ?? [],
    exports: [...ledgerCommands(contract.id, statements.at(-1)?.period ?? null), ...dataCommands(agreed, warehouse)],
    revoked: grantsOf(agreed, asOf),
    final: finalState(agreed, statements),
  };
}

/** @param settledTo null: there is no statement yet, of which a bundle could be made. */
function ledgerCommands(contract: string, settledTo: PeriodId | null): ExportCommand[] {
  // One bundle holds every period from the first one on.
  const bundle: ExportCommand[] =
    settledTo === null ? [] : [{ what: 'bundle', name: `${contract}-${settledTo}.zip`, command: `concord bundle ${contract}` }];
  return [
    {
      what: 'ledger',
      name: contractFolder(contract),
      command: `git archive --format=zip --output=${contract}.zip HEAD contracts/${contract}`,
    },
    ...bundle,
    { what: 'results-files', name: ledgerFolder(contract), command: `concord publish ${contract} --out ./${contract}-results` },
  ];
}

function dataCommands({ folder }: AgreedContract, warehouse: WarehouseTerms): ExportCommand[] {
  const { contract, definitions } = folder.terms;
  if (warehouse.engine === 'duckdb') {
    return [{ what: 'files', name: warehouse.data, command: `cp -R ${quoted(warehouse.data)} ./${contract.id}-data` }];
  }
  const { project } = warehouse;
  const view = (what: 'results' | 'facts', dataset: string, name: string): ExportCommand => ({
    what,
    name: `${dataset}.${name}`,
    command: exportCommand(project, `SELECT * FROM ${dataset}.${name}`, `${contract.id}/${name}`),
  });
  const share = datasetId('share', contract.id);
  const facts = datasetId('facts', contract.id);
  const shown = definitions.facts.filter((fact) => factQuery(fact, definitions, project) !== null);
  const tables = new Set(
    definitions.facts.flatMap(({ source }) => ('table' in source && source.table.includes('.') ? [source.table] : [])),
  );
  return [
    ...DASHBOARD_TABLES.map(({ id }) => view('results', share, id)),
    ...shown.map(({ id }) => view('facts', facts, id)),
    ...[...tables].map(
      (table): ExportCommand => ({
        what: 'raw',
        name: table,
        command: `bq extract --destination_format=PARQUET ${project}:${table} "gs://$BUCKET/${contract.id}/raw/${table}/*.parquet"`,
      }),
    ),
    {
      what: 'evidence',
      name: `gs://${project}-concord-evidence`,
      command: `gcloud storage cp --recursive gs://${project}-concord-evidence/${contract.id} gs://$BUCKET/${contract.id}/evidence`,
    },
  ];
}

/** A folder's name for a shell: it may hold anything. */
function quoted(folder: string): string {
  return `'${folder.replaceAll("'", `'\\''`)}'`;
}

/** Views cannot be extracted: their rows are written by a query. Names are of letters, digits, `_` and `-` alone. */
function exportCommand(project: string, query: string, folder: string): string {
  const options = `uri='gs://$BUCKET/${folder}/*.parquet', format='PARQUET', overwrite=true`;
  return `bq query --project_id=${project} --use_legacy_sql=false "EXPORT DATA OPTIONS(${options}) AS ${query}"`;
}

function finalState({ folder }: AgreedContract, statements: readonly Statement[]): FinalState {
  const { contract } = folder.terms;
  const { every, trueUpPeriods, lockAfterDays } = contract.calendar;
  const line = timeline(contract, folder.events);
  const lastInForce = line.periods.at(-1);
  if (lastInForce === undefined) throw new RangeError(`a term without periods: ${contract.id}`);
  const finalPeriod = shiftPeriod(lastInForce.id, every, trueUpPeriods);
  const days = periodDays(finalPeriod, every);
  if (days === null) throw new RangeError(`no ${every}: ${finalPeriod}`);
  // Without tails the last period itself is final: it is due after its last day in force.
  const ends = trueUpPeriods === 0 ? lastInForce.inForce.to : days.to;
  const last = statements.at(-1) ?? null;
  const openLines = (last?.lines ?? []).flatMap(({ id, state }) => (state === 'payable' ? [] : [{ line: id, state }]));
  const state = last === null ? 'nothing' : last.final ? 'final' : last.period >= lastInForce.id ? 'tails' : 'open';
  const settledTo = last?.period ?? null;
  return { state, settledTo, finalPeriod, finalDueOn: addDays(ends, lockAfterDays), openLines, balance: last?.balance ?? null };
}
