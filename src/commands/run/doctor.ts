import { lintContract } from '../../contract/lint/lint-contract.js';
import type { ColumnType } from '../../contract/lint/lint-rule.js';
import type { Fact, Terms } from '../../contract/model.js';
import { digest } from '../../kernel/canonical.js';
import { type Issue, inFile } from '../../kernel/issue.js';
import { excerptOf, type Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Check } from '../../ports/warehouse.js';
import type { MeasurementRequest } from '../../query/request.js';
import { type Block, below, type Span, type ToldLine, text, toldLine, toldLines } from '../../report/blocks.js';
import { plainText } from '../../report/escape.js';
import { issueData } from '../../report/issues.js';
import { labelled } from '../../report/punctuation.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import type { ReadContract } from '../../running/repository.js';
import { selectContracts } from '../../running/select.js';
import { asOfFor } from '../../running/settlement-run.js';
import { openFor } from '../../running/warehouse.js';
import { eventsAsOf } from '../../settlement/run.js';
import { timeline } from '../../settlement/timeline.js';
import { commandText } from '../../words/command-text.js';
import { describe, issue } from '../../words/issue.js';

interface Diagnosed {
  readonly contract: ReadContract;
  readonly engine: string;
  readonly checks: readonly Check[];
}

/**
 * `concord doctor`: looks at the warehouse and everything that contracts need there, one by one, each with its remedy.
 * Ends with 1 when something needs attention. Writes nothing; where it costs nothing, the last period is measured on trial.
 * @param rows whether the lines of files that are at fault are shown: on the owner's own terminal, and nowhere else.
 */
export async function doctor(context: CommandContext, id: string | null, rows = false): Promise<Outcome> {
  if (rows && context.eyes !== 'owner') return failed([issue('rows-elsewhere', inFile('--rows'))], new Map(), 2);
  const { contracts, issues } = await selectContracts(context, id);
  if (issues.length > 0) return failed(issues, new Map(), 2);
  const unread = contracts.filter(({ folder }) => folder === null);
  const texts = new Map(contracts.flatMap((contract) => [...contract.texts]));
  if (unread.length > 0) {
    return failed(
      unread.flatMap((contract) => contract.issues),
      texts,
    );
  }
  const diagnosed: Diagnosed[] = [];
  for (const contract of contracts) diagnosed.push(await diagnosedOf(context, contract, rows));
  const checks = diagnosed.flatMap((each) => each.checks);
  const findings = checks.filter(({ issues: own }) => own.some(({ severity }) => severity !== 'info')).length;
  const report: Report = {
    document: () => ({ contracts: diagnosed.map(document) }),
    blocks: (locale) => {
      const summary = commandText(findings === 0 ? 'doctor-good' : 'doctor-done', locale, { checks: checks.length, findings });
      return below([...diagnosed.map((each) => [told(each, { locale, texts, eyes: context.eyes })]), [toldLines(summary)]]);
    },
  };
  return { ended: findings > 0 ? 1 : 0, report };
}

async function diagnosedOf(context: CommandContext, contract: ReadContract, rows: boolean): Promise<Diagnosed> {
  const { folder } = contract;
  if (folder === null) return { contract, engine: '-', checks: [] };
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
    return { contract, engine: warehouse.name, checks: withLint(terms, checks) };
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

interface Telling {
  readonly locale: Locale;
  readonly texts: ReadonlyMap<string, string>;
  /** Who is before it: only the owner of the data is shown any. */
  readonly eyes: CommandContext['eyes'];
}

function told({ contract, engine, checks }: Diagnosed, telling: Telling): Block {
  const title = commandText('doctor-title', telling.locale, { contract: contract.id, engine });
  return toldLines(toldLine(text(title, 'strong')), ...checks.flatMap((check) => checkLines(check, telling)));
}

const MARKS = { attention: { text: '✗', tone: 'bad' }, skipped: { text: '–', tone: 'warn' }, good: { text: '✓', tone: 'good' } } as const;

function checkLines(check: Check, telling: Telling): ToldLine[] {
  const { locale } = telling;
  const depth = check.kind === 'column' || check.kind === 'time' ? 2 : 1;
  const view = /^view (.+)$/.exec(check.name)?.[1];
  const called = view === undefined ? check.name : commandText('doctor-view', locale, { name: view });
  const use = check.use === undefined ? '' : commandText(`doctor-use.${check.use}`, locale);
  const name = commandText(`doctor-${check.kind}`, locale, { name: called, use });
  const found = check.skipped === true ? commandText('doctor-skipped', locale) : check.found;
  const value: Span[] = found === null ? [] : [{ text: labelled('', found, locale), tone: 'dim' }];
  const below = [...remedies(check.issues, telling), ...seen(check, telling)];
  return [toldLine([MARKS[stateOf(check)], { text: ` ${name}` }, ...value], depth), ...below.map((each) => toldLine(each, depth + 2))];
}

function stateOf({ issues, skipped }: Check): keyof typeof MARKS {
  return issues.length > 0 ? 'attention' : skipped === true ? 'skipped' : 'good';
}

function remedies(issues: readonly Issue[], { locale, texts }: Telling): string[] {
  return issues.flatMap((issue) => {
    const { text: said, fix } = describe(issue, locale);
    return [said, ...(fix === null ? [] : [fix]), ...(texts.has(issue.at.path) ? [`${issue.at.path}:${issue.at.line}`] : [])];
  });
}

/** Values that are listed; of more it is said how many. */
const MOST_VALUES = 12;

/** What of the data itself is shown, to whoever may see it. */
function seen({ values, rows }: Check, { eyes, locale }: Telling): string[] {
  if (eyes === undefined) return [];
  const listed = (values ?? []).slice(0, MOST_VALUES).map((value) => JSON.stringify(plainText(excerptOf(value, 40))));
  const left = (values ?? []).length - listed.length;
  const more = left > 0 ? commandText('doctor-more', locale, { n: left }) : '';
  return [
    ...(listed.length === 0 ? [] : [commandText('doctor-has', locale, { values: listed.join(', '), more })]),
    ...(rows ?? []).map(({ file, line, text: row }) => commandText('doctor-row', locale, { file, line, text: row })),
  ];
}

function document({ contract, engine, checks }: Diagnosed) {
  return {
    contract: contract.id,
    engine,
    checks: checks.map((check) => {
      const { kind, name, of, use, found, issues } = check;
      const own = { ...(of === undefined ? {} : { of }), ...(use === undefined ? {} : { use }) };
      return { kind, name, ...own, found, state: stateOf(check), issues: issues.map(issueData) };
    }),
  };
}
