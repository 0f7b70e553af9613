import { contractFile } from '../../contract/paths.js';
import type { LocalDate } from '../../kernel/calendar.js';
import { digestText } from '../../kernel/canonical.js';
import { compareIssues, type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import { LOCALES, type Locale } from '../../kernel/text.js';
import { bytesOfText } from '../../kernel/zip.js';
import type { Outcome } from '../../media/outcome.js';
import { type WhyInput, whyOf } from '../../outlook/why.js';
import { ShellError } from '../../ports/failure.js';
import type { BinaryFiles, ReadableFiles } from '../../ports/files.js';
import { toldLines } from '../../report/blocks.js';
import { pageHtml } from '../../report/html/page.js';
import { laterThan } from '../../report/later-section.js';
import { type ContractReport, contractPage } from '../../report/site-contract.js';
import { indexPage } from '../../report/site-index.js';
import { contractPlace, INDEX, type Page, pathIn, periodPlace } from '../../report/site-page.js';
import { periodPage, type SettledReport } from '../../report/site-period.js';
import type { ReportedStanding } from '../../report/status.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { periodFor, type Scored, scorePeriods } from '../../running/period-score.js';
import { type Reckoned, reckonedFor } from '../../running/reckoned.js';
import { asksEvidence, reportContext, wholeReportContext, witnessesOf } from '../../running/report-context.js';
import { type ReadContract, textsOf, withEvidence } from '../../running/repository.js';
import { selectContracts } from '../../running/select.js';
import { settlerIn } from '../../running/settler.js';
import { hasFrozen } from '../../settlement/computed-twice.js';
import { paidSince } from '../../settlement/paid-since.js';
import { withExamined } from '../../settlement/tasks.js';
import { issue } from '../../words/issue.js';
import { siteText } from '../../words/site.js';
import { standingIn } from './status.js';

export interface SiteOptions {
  /** Null: all of them. */
  readonly contract: string | null;
  readonly out: { readonly name: string; readonly files: ReadableFiles & BinaryFiles };
  /** Measure nothing. */
  readonly settled: boolean;
  /** Anybody will be able to read it. */
  readonly publish: boolean;
  /** The repository's page on its forge, for links to its forms; null: not known. */
  readonly repository: string | null;
}

/** `concord site`: pages of what `status`, `score`, `outlook`, `why` and the ledger say, in both languages. */
export async function writeSite(context: CommandContext, options: SiteOptions): Promise<Outcome> {
  const { contracts: read, issues: missing } = await selectContracts(context, options.contract, 'yet', {
    evidence: !options.settled,
    until: context.asOf,
  });
  const contracts = options.settled ? await withExcluded(context, read) : read;
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const texts = textsOf(contracts);
  const refused = options.publish ? contracts.flatMap(notPublic) : [];
  if (refused.length > 0) return failed(refused, texts, 2);
  const { asOf, pages: made, issues } = await sitePages(context, contracts, options);
  const planned = [...made];
  const { out } = options;
  const stray = await strayPages(out.files, new Set(planned.map(({ path }) => path)));
  if (stray.length > 0) {
    const params = { out: out.name, pages: stray.slice(0, NAMED), count: stray.length };
    return failed([issue('site-stray-pages', inNoFile('out'), params)], texts, 2);
  }
  const pages: { readonly path: string; readonly bytes: number; readonly digest: string }[] = [];
  // One after the other: the text of each is kept no longer than it takes to write it.
  for (const { path, page } of planned) {
    const bytes = bytesOfText(pageHtml(page()));
    await out.files.writeBytes(path, bytes);
    pages.push({ path, bytes: bytes.length, digest: digestText(bytes) });
  }
  const found = [...contracts.flatMap((contract) => (contract.folder === null ? contract.issues : [])), ...issues];
  return {
    ended: hasErrors(found) ? 1 : 0,
    report: {
      document: () => ({
        apiVersion: 'concord/v1',
        kind: 'Site',
        asOf,
        out: out.name,
        pages,
      }),
      blocks: (locale) => [
        toldLines(
          siteText('written', locale, {
            count: pages.length,
            out: out.name,
            first: `${out.name.replace(/\/$/, '')}/${pathIn(locale, INDEX)}`,
          }),
          ...(options.publish ? [siteText('public', locale)] : []),
        ),
      ],
    },
    issues: found.sort(compareIssues),
    texts,
  };
}

/** All pages of contracts, as blocks, in both languages. */
export async function sitePages(
  context: CommandContext,
  contracts: readonly ReadContract[],
  options: Pick<SiteOptions, 'settled' | 'repository'>,
): Promise<{ readonly asOf: LocalDate; readonly pages: Iterable<PlannedPage>; readonly issues: readonly Issue[] }> {
  const { days, asOf } = reckonedFor(
    context,
    contracts.map(({ folder }) => folder?.terms ?? null),
  );
  const { reports, issues } = await reportsOf(context, contracts, options);
  return { asOf, pages: pagesOf(reports, { days, asOf }), issues };
}

/** Pages that are named where they are in the way. */
const NAMED = 5;

/** A contract whose parties have not agreed that anybody may read its numbers. */
function notPublic({ id, folder }: ReadContract): Issue[] {
  if (folder?.terms.contract.dashboard?.public === true) return [];
  return [issue('site-not-public', inFile(contractFile(id)), { contract: id })];
}

interface Reports {
  readonly reports: readonly ContractReport[];
  readonly issues: readonly Issue[];
}

async function reportsOf(
  context: CommandContext,
  contracts: readonly ReadContract[],
  options: Pick<SiteOptions, 'settled' | 'repository'>,
): Promise<Reports> {
  const settler = await settlerIn(context.files);
  const standings = new Map(contracts.map((contract) => [contract, standingIn(context, contract, settler, null)]));
  const isRunning = (contract: ReadContract) => standings.get(contract)?.standing?.running != null;
  const isMeasured = (contract: ReadContract) => isRunning(contract) || (standings.get(contract)?.standing?.unsettled ?? []).length > 0;
  const asked = options.settled ? [] : contracts.filter(isMeasured);
  const scored = await scorePeriods(
    asked.map((contract) => {
      // when the term is over, its last period is the one that has ended
      const period = periodFor(context, contract, null);
      return { context, contract, period, ...(isRunning(contract) ? { outlook: true } : {}) };
    }),
  );
  const measured = new Map(asked.map((contract, index) => [contract, scored[index]]));
  const issues = scored.flatMap((each) => (each === undefined ? [] : issuesOf(each)));
  const reports = contracts.map((contract): ContractReport => {
    const filed = standings.get(contract) ?? standingIn(context, contract, settler, null);
    const asOf = filed.standing?.asOf ?? context.today('UTC');
    const result = measured.get(contract);
    const running = isRunning(contract) ? runningOf(result) : null;
    return {
      standing: withMeasured(filed, running),
      repository: options.repository,
      settled: settledOf(contract, filed, asOf, options.repository),
      running,
      unsettled: result === undefined || result instanceof ShellError || result.card === null ? [] : result.unsettled,
      // Computed from the evidence, which is not read where nothing is measured.
      why: options.settled ? null : whyLast(whyOf, contract, asOf),
    };
  });
  return { reports, issues };
}

/** What is to be done by what is measured, too. */
function withMeasured(filed: ReportedStanding, running: ContractReport['running']): ReportedStanding {
  const { terms, standing, tasks } = filed;
  if (terms === null || standing === null || running === null || running === 'refused') return filed;
  return { ...filed, tasks: withExamined(tasks, standing, running.card, terms.contract) };
}

/** What exclusions leave of a settled period stands in its evidence alone: of periods that have any it is read after all. */
async function withExcluded({ files }: CommandContext, contracts: readonly ReadContract[]): Promise<ReadContract[]> {
  const whole: ReadContract[] = [];
  for (const contract of contracts)
    whole.push(await withEvidence(files, contract, (statement) => isWholeAsked(contract) || asksEvidence(statement, contract.events)));
  return whole;
}

/** What a frozen line comes to is told of the statements that have one: then evidence is read of all. */
function isWholeAsked({ ledger }: ReadContract): boolean {
  return ledger.some(({ statement }) => hasFrozen(statement));
}

function issuesOf(scored: Scored | ShellError): readonly Issue[] {
  if (scored instanceof ShellError) return scored.issues;
  return scored.card === null ? scored.issues : [];
}

function runningOf(scored: Scored | ShellError | undefined): ContractReport['running'] {
  if (scored === undefined) return null;
  return scored instanceof ShellError || scored.card === null ? 'refused' : scored;
}

/** Statements made later say nothing of the day that the pages are of. */
function upTo(ledger: ReadContract['ledger'], asOf: LocalDate): ReadContract['ledger'] {
  return ledger.filter(({ statement }) => statement.asOf <= asOf);
}

function settledOf(contract: ReadContract, { standing }: ReportedStanding, asOf: LocalDate, repository: string | null): SettledReport[] {
  const { ledger: all, events } = contract;
  const isWhole = isWholeAsked(contract);
  const ledger = upTo(all, asOf);
  const known = events.filter(({ date }) => date <= asOf);
  const statements = ledger.map(({ statement }) => statement);
  const now = standing === null ? {} : { now: { asOf, balance: standing.balance, open: standing.open, refunds: standing.refunds } };
  return ledger.map((entry, index) => ({
    statement: entry.statement,
    report: {
      ...(isWhole ? wholeReportContext : reportContext)(entry, ledger.slice(0, index), events),
      ...witnessesOf(entry.statement, known),
      later: laterThan(
        { ...entry.statement, zone: entry.terms.contract.calendar.timezone },
        statements.slice(index + 1),
        known,
        paidSince(entry.statement, statements, known),
      ),
      ...(repository === null ? {} : { repository }),
      today: asOf,
      ...now,
    },
  }));
}

/** What moved between the last two periods that are settled, as one of the ways to tell it does. */
export function whyLast<Told>(
  tell: (input: WhyInput) => Told | null,
  { folder, ledger: all, events }: ReadContract,
  asOf: LocalDate,
): Told | null {
  const ledger = upTo(all, asOf);
  const period = ledger.findLast(({ statement }) => !statement.tail)?.statement.period;
  return folder === null || period === undefined ? null : tell({ entries: ledger, events, period, against: 'previous' });
}

/** A page that is made when it is asked for: a site of many contracts is never in memory as a whole. */
export interface PlannedPage {
  readonly path: string;
  readonly page: () => Page;
}

function* pagesOf(reports: readonly ContractReport[], { days, asOf: latest }: Reckoned): Generator<PlannedPage> {
  const indexed = reports.map(({ standing, running }) => ({
    standing,
    outlook: running === null || running === 'refused' ? null : (running.report.outlook ?? null),
    ...(running === 'refused' ? { isUnmeasured: true as const } : {}),
  }));
  yield* inEach(INDEX, (locale) => indexPage(indexed, days, locale));
  for (const report of reports) {
    const asOf = report.standing.standing?.asOf ?? latest;
    yield* inEach(contractPlace(report.standing.contract), (locale) => contractPage(report, asOf, locale));
    for (const settled of report.settled) {
      const { contract, period } = settled.statement;
      yield* inEach(periodPlace(contract, period), (locale) => periodPage(settled, asOf, locale));
    }
  }
}

/** A page in each language, one after the other: they say the same figures, which are worked out once as long as both are near. */
function* inEach(place: string, page: (locale: Locale) => Page): Generator<PlannedPage> {
  for (const locale of LOCALES) yield { path: pathIn(locale, place), page: () => page(locale) };
}

/** Pages in the folder that this run does not write: they would say what no longer holds. */
async function strayPages(files: ReadableFiles, written: ReadonlySet<string>, folder = ''): Promise<string[]> {
  const entries = await files.list(folder);
  const found = await Promise.all(
    entries.map(async ({ name, directory }) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (directory) return strayPages(files, written, path);
      return name.endsWith('.html') && !written.has(path) ? [path] : [];
    }),
  );
  return found.flat();
}
