import { lintContract } from '../../contract/lint/lint-contract.js';
import type { ColumnType } from '../../contract/lint/lint-rule.js';
import type { Fact, Terms } from '../../contract/model.js';
import { digest } from '../../kernel/canonical.js';
import { inNoFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Check } from '../../ports/warehouse.js';
import type { MeasurementRequest } from '../../query/request.js';
import { below, toldLines } from '../../report/blocks.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { asOfFor } from '../../running/reckoned.js';
import { type ReadContract, textsOf } from '../../running/repository.js';
import { selectContracts } from '../../running/select.js';
import { openFor } from '../../running/warehouse.js';
import { eventsAsOf } from '../../settlement/run.js';
import { timeline } from '../../settlement/timeline.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';
import { type Diagnosed, diagnosisDocument, findingsOf, told } from './diagnosis.js';

/**
 * `concord doctor`: looks at the warehouse and everything that contracts need there, one by one, each with its remedy.
 * Ends with 1 when something needs attention. Writes nothing; where it costs nothing, the last period is measured on trial.
 * @param rows whether the lines of files that are at fault are shown: on the owner's own terminal, and nowhere else.
 */
export async function doctor(context: CommandContext, id: string | null, rows = false): Promise<Outcome> {
  if (rows && context.eyes !== 'owner') return failed([issue('rows-elsewhere', inNoFile('--rows'))], new Map(), 2);
  const { contracts, issues } = await selectContracts(context, id);
  if (issues.length > 0) return failed(issues, new Map(), 2);
  const unread = contracts.filter(({ folder }) => folder === null);
  const texts = textsOf(contracts);
  if (unread.length > 0) {
    return failed(
      unread.flatMap((contract) => contract.issues),
      texts,
    );
  }
  const diagnosed: Diagnosed[] = [];
  for (const contract of contracts) diagnosed.push(await diagnosedOf(context, contract, rows));
  const checks = diagnosed.flatMap((each) => each.checks);
  const findings = findingsOf(checks);
  const report: Report = {
    document: () => ({ contracts: diagnosed.map(diagnosisDocument) }),
    blocks: (locale) => {
      const summary = commandText(findings === 0 ? 'doctor-good' : 'doctor-done', locale, { checks: checks.length, findings });
      return below([...diagnosed.map((each) => [told(each, { locale, texts, eyes: context.eyes })]), [toldLines(summary)]]);
    },
  };
  return { ended: findings > 0 ? 1 : 0, report };
}

async function diagnosedOf(context: CommandContext, contract: ReadContract, rows: boolean): Promise<Diagnosed> {
  const { folder } = contract;
  if (folder === null) return { of: contract.id, engine: '-', checks: [] };
  const { terms } = folder;
  const asOf = asOfFor(context, terms.contract.calendar.timezone);
  const { periods } = timeline(terms.contract, eventsAsOf(folder.events, asOf));
  const last = periods.filter(({ inForce }) => inForce.to < asOf).at(-1);
  const period = last ?? periods[0];
  const asked =
    period === undefined ? [] : [{ period: period.id, inForce: period.inForce, terms, termsDigest: digest(terms), exclusions: [] }];
  const request: MeasurementRequest = { contract: contract.id, asOf, periods: asked, spans: [] };
  const warehouse = await openFor(context, contract);
  try {
    context.progress(commandText('measuring', context.locale, { contract: contract.id }));
    const { checks } = await warehouse.diagnose(request, last !== undefined, rows);
    return { of: contract.id, engine: warehouse.name, checks: withLint(terms, checks) };
  } finally {
    await warehouse.close();
  }
}

/** Columns with what lint says of their types: it can only be known where the data is. */
function withLint(terms: Terms, checks: readonly Check[]): readonly Check[] {
  const sourceOf = ({ source }: Fact): string => ('table' in source ? source.table : `view ${source.view}`);
  const columnTypes = terms.definitions.facts.flatMap((fact): ColumnType[] =>
    checks.flatMap(({ kind, name, of, found }) =>
      kind === 'column' && of === sourceOf(fact) && found !== null ? [{ fact: fact.id, column: name, type: found }] : [],
    ),
  );
  const found = lintContract({ terms, columnTypes }).filter(({ code }) => code === 'float-money');
  const facts = new Map(terms.definitions.facts.map((fact) => [fact.id, sourceOf(fact)]));
  const measures = new Map(terms.definitions.measures.map((measure) => [measure.id, measure]));
  return checks.map((check): Check => {
    if (check.kind !== 'column' || check.use !== 'number') return check;
    const own = found.filter(({ params }) => {
      const measure = measures.get(String(params.measure));
      return measure !== undefined && facts.get(measure.of) === check.of && params.column === check.name;
    });
    return own.length === 0 ? check : { ...check, issues: [...check.issues, ...own] };
  });
}
