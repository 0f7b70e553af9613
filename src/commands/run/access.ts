import { loadWorkspace } from '../../contract/load-workspace.js';
import type { LocalDate } from '../../kernel/calendar.js';
import type { Issue } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { ReadableFiles } from '../../ports/files.js';
import { accessIn } from '../../provision/access.js';
import type { AgreedContract } from '../../provision/agreed.js';
import { accessIssues } from '../../provision/checks.js';
import { exitOf } from '../../provision/exit.js';
import { grantsOf } from '../../provision/grants.js';
import { neededFor } from '../../provision/needed.js';
import { provision } from '../../provision/provision.js';
import { parseStackFile } from '../../provision/settings.js';
import { type AccessReport, accessBlocks } from '../../report/access.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { readWorkspace } from '../../running/read-workspace.js';
import { type ReadContract, textsOf } from '../../running/repository.js';
import { contractNamed, selectContracts, unknownContract } from '../../running/select.js';
import { issue } from '../../words/issue.js';

export interface AccessOptions {
  readonly contract: string | null;
  /** The file of a stack, `Pulumi.prod.yaml`: then every right in its project is listed too. */
  readonly stack: string | null;
}

/**
 * `concord access`: who can see what of a contract, until when, and by which clause. With a stack, from the specs of
 * everything that is made there. Exit code 1 where access is agreed that nobody can be given.
 */
export async function access(context: CommandContext, options: AccessOptions): Promise<Outcome> {
  // Rights on shared sources come from every contract: a stack is looked at as a whole.
  const asked = options.stack === null ? options.contract : null;
  const { contracts: read, issues: missing } = await selectContracts(context, asked, 'refused', { evidence: false });
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const known = read.map(({ id }) => id);
  const only = options.contract === null ? null : contractNamed(options.contract, known);
  if (options.contract !== null && only === null) return failed([unknownContract(options.contract, known)], new Map(), 2);
  const named = only === null ? read : read.filter(({ id }) => id === only);
  const texts = textsOf(read);
  const contractIssues = read.flatMap(({ issues }) => issues);
  const agreed = read.flatMap(agreedOf);
  if (agreed.length < read.length) return failed(errorsOf(contractIssues), texts);
  const found = agreed.flatMap(accessIssues);
  if (hasErrors(found)) return failed(found, texts);
  const made = options.stack === null ? null : await madeIn(context, context.files, options.stack, agreed, texts);
  if (made !== null && 'issues' in made) return failed(made.issues, texts);
  const ids = new Set(named.map(({ id }) => id));
  const { workspace } = loadWorkspace(texts);
  const report: AccessReport = {
    contracts: agreed.filter(({ folder }) => ids.has(folder.id)).map((each) => reportOf(context, each)),
    entries: made === null ? null : made.entries.filter(({ contract }) => contract === null || ids.has(contract)),
    cloud: made === null ? null : made.cloud,
    provisioned: workspace?.warehouse.engine === 'bigquery',
  };
  return { ended: 0, report: told(report) };
}

/** What a stack makes, as access is told of it. */
type Made = { readonly [Part in 'entries' | 'cloud']: NonNullable<AccessReport[Part]> };

function errorsOf(issues: readonly Issue[]): Issue[] {
  return issues.filter(({ severity }) => severity === 'error');
}

function agreedOf({ folder, texts }: ReadContract): AgreedContract[] {
  return folder === null ? [] : [{ folder, texts }];
}

function dateIn(context: CommandContext): (zone: string) => LocalDate {
  return (zone) => context.asOf ?? context.today(zone);
}

function reportOf(context: CommandContext, agreed: AgreedContract): AccessReport['contracts'][number] {
  const { contract } = agreed.folder.terms;
  const asOf = dateIn(context)(contract.calendar.timezone);
  return { contract, asOf, exit: exitOf(contract, agreed.folder.events, asOf), grants: grantsOf(agreed, asOf) };
}

async function madeIn(
  context: CommandContext,
  files: ReadableFiles,
  stack: string,
  contracts: readonly AgreedContract[],
  texts: Map<string, string>,
): Promise<Pick<Made, 'entries' | 'cloud'> | { readonly issues: readonly Issue[] }> {
  const text = await files.read(stack);
  if (text === null) return { issues: [issue('file-missing', { path: stack, line: 1, column: 1 }, { file: stack })] };
  texts.set(stack, text);
  const { written, issues } = parseStackFile(stack, text);
  const { workspace, texts: workspaceTexts } = await readWorkspace(files);
  // The workspace's own issues came with every contract.
  if (written === null || workspace === null) return { issues };
  const provisioning = provision({ workspace, texts: workspaceTexts }, contracts, written, dateIn(context));
  if (hasErrors(provisioning.issues)) return { issues: provisioning.issues };
  const { specs } = provisioning;
  const { settings } = written;
  return { entries: accessIn(specs), cloud: { needed: neededFor(specs, settings), evidence: settings.evidence } };
}

function told(report: AccessReport): Report {
  const document = () => {
    const contracts = report.contracts.map(({ contract, asOf, exit, grants }) => {
      const { endsOn, accessUntil, expiresAt, state } = exit;
      return { contract: contract.id, asOf, endsOn, accessUntil, expiresAt, state, grants };
    });
    return { contracts, entries: report.entries, cloud: report.cloud };
  };
  return { document, blocks: (locale) => accessBlocks(report, locale) };
}
