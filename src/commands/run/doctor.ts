import pc from 'picocolors';
import { lintContract } from '../../contract/lint/lint-contract.js';
import type { ColumnType } from '../../contract/lint/lint-rule.js';
import type { Fact, Terms } from '../../contract/model.js';
import { digest } from '../../kernel/canonical.js';
import type { Issue } from '../../kernel/issue.js';
import { inFile } from '../../kernel/issue.js';
import { excerptOf, type Params } from '../../kernel/text.js';
import { print } from '../../media/print.js';
import type { Check } from '../../ports/warehouse.js';
import type { MeasurementRequest } from '../../query/request.js';
import { plainText } from '../../report/escape.js';
import { issueData } from '../../report/issues.js';
import type { CommandContext, CommandResult } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import type { ReadContract } from '../../running/repository.js';
import { selectContracts } from '../../running/select.js';
import { asOfFor } from '../../running/settlement-run.js';
import { openFor } from '../../running/warehouse.js';
import { eventsAsOf } from '../../settlement/run.js';
import { timeline } from '../../settlement/timeline.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

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
export async function doctor(context: CommandContext, id: string | null, rows = false): Promise<CommandResult> {
  if (rows && context.eyes !== 'owner') return failed(context, [issue('rows-elsewhere', inFile('--rows'))], new Map(), 2);
  const { contracts, issues } = await selectContracts(context, id);
  if (issues.length > 0) return failed(context, issues, new Map(), 2);
  const unread = contracts.filter(({ folder }) => folder === null);
  const texts = new Map(contracts.flatMap((contract) => [...contract.texts]));
  if (unread.length > 0) {
    return failed(
      context,
      unread.flatMap((contract) => contract.issues),
      texts,
    );
  }
  const diagnosed: Diagnosed[] = [];
  for (const contract of contracts) diagnosed.push(await diagnosedOf(context, contract, rows));
  const checks = diagnosed.flatMap((each) => each.checks);
  const findings = checks.filter(({ issues: own }) => own.some(({ severity }) => severity !== 'info')).length;
  const summary = commandText(findings === 0 ? 'doctor-good' : 'doctor-done', context.locale, { checks: checks.length, findings });
  const report = {
    document: () => ({ contracts: diagnosed.map(document) }),
    text: () => `${diagnosed.map((each) => pretty(context, each, texts)).join('\n')}\n${summary}\n`,
  };
  return print({ ended: findings > 0 ? 1 : 0, report }, context);
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

function pretty(context: CommandContext, { contract, engine, checks }: Diagnosed, texts: ReadonlyMap<string, string>): string {
  const colors = pc.createColors(context.color);
  const title = colors.bold(commandText('doctor-title', context.locale, { contract: contract.id, engine }));
  const lines = checks.flatMap((check) => {
    const indent = check.kind === 'column' || check.kind === 'time' ? '    ' : '  ';
    const mark = check.issues.length > 0 ? colors.red('✗') : check.skipped === true ? colors.yellow('–') : colors.green('✓');
    const view = /^view (.+)$/.exec(check.name)?.[1];
    const called = view === undefined ? check.name : commandText('doctor-view', context.locale, { name: view });
    const use = check.use === undefined ? '' : commandText(`doctor-use.${check.use}`, context.locale);
    const name = commandText(`doctor-${check.kind}`, context.locale, { name: called, use });
    const found = check.skipped === true ? commandText('doctor-skipped', context.locale) : check.found;
    return [
      `${indent}${mark} ${plainText(name)}${found === null ? '' : colors.dim(`${context.locale === 'zh' ? '：' : ': '}${found}`)}`,
      ...remedies(context, check.issues, texts, indent),
      ...seen(context, check, indent),
    ];
  });
  return `${[title, ...lines].join('\n')}\n`;
}

function remedies(context: CommandContext, issues: readonly Issue[], texts: ReadonlyMap<string, string>, indent: string): string[] {
  return issues.flatMap((issue) => {
    const { [context.locale]: words } = issueData(issue).message;
    const said = words === undefined ? [issue.code] : [words.text, words.fix ?? []].flat();
    const at = texts.has(issue.at.path) ? [`${issue.at.path}:${issue.at.line}`] : [];
    return [...said, ...at].map((line) => `${indent}    ${plainText(line)}`);
  });
}

/** Values that are listed; of more it is said how many. */
const MOST_VALUES = 12;

/** What of the data itself is shown, to whoever may see it. */
function seen(context: CommandContext, { values, rows }: Check, indent: string): string[] {
  if (context.eyes === undefined) return [];
  const say = (key: Parameters<typeof commandText>[0], params: Params): string =>
    `${indent}    ${commandText(key, context.locale, params)}`;
  const listed = (values ?? []).slice(0, MOST_VALUES).map((value) => JSON.stringify(plainText(excerptOf(value, 40))));
  const left = (values ?? []).length - listed.length;
  const more = left > 0 ? commandText('doctor-more', context.locale, { n: left }) : '';
  return [
    ...(listed.length === 0 ? [] : [say('doctor-has', { values: listed.join(', '), more })]),
    ...(rows ?? []).map(({ file, line, text }) => say('doctor-row', { file: plainText(file), line, text: plainText(text) })),
  ];
}

function document({ contract, engine, checks }: Diagnosed) {
  return {
    contract: contract.id,
    engine,
    checks: checks.map(({ kind, name, of, use, found, issues, skipped }) => ({
      kind,
      name,
      ...(of === undefined ? {} : { of }),
      ...(use === undefined ? {} : { use }),
      found,
      state: issues.length > 0 ? 'attention' : skipped === true ? 'skipped' : 'good',
      issues: issues.map(issueData),
    })),
  };
}
