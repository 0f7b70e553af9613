import { type Locale, localText } from '../kernel/text.js';
import { isDisputable } from '../settlement/disputable.js';
import { siteText } from '../words/site.js';
import { type Block, code, text } from './blocks.js';
import { lineBlocks } from './explain.js';
import { disputeCommand } from './first-lines.js';
import { laterSection } from './later-section.js';
import type { ReportContext } from './report-context.js';
import { INDEX, type Page, pageAt, pageLink, periodPlace } from './site-page.js';
import { type ReportedStatement, statementSections } from './statement.js';
import { wording } from './wording.js';

/** A settled period with what it is read with. */
export interface SettledReport {
  readonly statement: ReportedStatement;
  readonly report: ReportContext;
}

/** A statement's page: the statement as it stands in the ledger, and below its lines how each came to its amount. */
export function periodPage({ statement, report }: SettledReport, asOf: string, locale: Locale): Page {
  const { opening, lines, after, beneath } = statementSections(statement, report, locale);
  const contract = localText(report.terms.contract.title, locale);
  const above = [pageLink(siteText('index', locale), `../${INDEX}`), pageLink(contract, INDEX)];
  const place = periodPlace(statement.contract, statement.period);
  const later = laterSection(statement, report, wording(report.terms, locale));
  const sheet = [...opening, ...later, ...lines, ...unfolded({ statement, report }, locale), ...after];
  return pageAt(place, locale, asOf, above, {
    title: `${statement.period} · ${contract}`,
    sheet,
    folded: [...beneath, command({ statement, report }, locale)],
    more: [],
  });
}

/** The page of a statement that is proposed and in no ledger yet, for a folder that holds nothing else: nothing stands above it. */
export function proposedPage(report: SettledReport, locale: Locale): Page {
  const { contract, period, asOf } = report.statement;
  const page = periodPage(report, asOf, locale);
  const file = (each: Locale) => `${contract}-${period}.${each}.html`;
  const { other } = page;
  return { ...page, path: file(locale), above: [text(siteText('proposed', locale))], other: { ...other, href: file(other.locale) } };
}

/** How to dispute a line at a command line, as long as that is possible and no form is linked. */
function command({ statement, report }: SettledReport, locale: Locale): Block[] {
  const { today, repository } = report;
  if (today === undefined || repository !== undefined || today > statement.disputableUntil || !isDisputable(statement)) return [];
  return [
    { kind: 'heading', text: siteText('commands', locale) },
    { kind: 'paragraph', text: code(disputeCommand(statement)) },
  ];
}

/** Each line, to be unfolded: clause, inputs, rules, formula, rounding. */
function unfolded({ statement, report }: SettledReport, locale: Locale): Block[] {
  const trees = statement.lines.flatMap((line) => lineBlocks(line, statement, report, locale));
  return trees.length === 0 ? [] : [{ kind: 'heading', text: siteText('lines', locale) }, ...trees];
}
