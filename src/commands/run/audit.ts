import { contractOf, namesOf, ownerOf } from '../../gate/paths.js';
import { RULESETS_FOLDER, rulesetDrift } from '../../gate/rulesets.js';
import { localDate } from '../../kernel/calendar.js';
import { asWarning, distinctIssues, type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { CommitFiles } from '../../ports/forge.js';
import type { ForgeReads } from '../../ports/forge-reads.js';
import type { SettingReads } from '../../ports/forge-settings.js';
import { seen } from '../../reading/forge-settings.js';
import { type PolicyReading, readPolicy } from '../../reading/gate-policy.js';
import { type JudgedMerge, type MergeRecord, readMergeRecord } from '../../reading/merge-record.js';
import { readProof } from '../../reading/ratification.js';
import { readRulesProof } from '../../reading/rules-proof.js';
import { agreedRulesets, foundRulesets } from '../../reading/rulesets.js';
import { readTrustHistory, type TrustHistory } from '../../reading/trust-history.js';
import { type Audit, type AuditedChange, type AuditedContract, auditBlocks } from '../../report/audit.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { replayTools } from '../../running/replay-proposed.js';
import { type ReadContract, readContract } from '../../running/repository.js';
import { unknownContract } from '../../running/select.js';
import { replayLedger } from '../../settlement/replay.js';
import { issue } from '../../words/issue.js';

/**
 * `concord audit`: which pull requests changed which contract, with whose approval of which commit; whether every contract is
 * ratified; whether the ledger replays; whether the rules around the contracts, and GitHub's own rulesets, are as agreed. Needs
 * a token that may read, of whichever party. Exit code 1 where something is not as agreed.
 */
export async function audit(context: CommandContext, forge: ForgeReads & SettingReads, only: string | null): Promise<Outcome> {
  const { owner, name, defaultBranch } = await forge.repository();
  const commit = await forge.tip(defaultBranch);
  if (commit === null) return failed([issue('no-contracts', inNoFile('contracts/'), { folder: 'contracts/' })], new Map(), 2);
  const record = await readMergeRecord(forge);
  const trust = await readTrustHistory(record);
  const policy = await readPolicy(forge, commit, trust.now);
  const ids = [...new Set([...policy.contracts.keys(), ...(await contractsEver(record))])].sort();
  if (only !== null && !ids.includes(only)) {
    return failed([unknownContract(only, ids)], new Map(), 2);
  }
  const issues: Issue[] = [];
  const contracts: AuditedContract[] = [];
  for (const id of only === null ? ids : [only]) {
    const contract = policy.contracts.get(id) ?? (await readContract(policy.files, id));
    const audited = await auditContract(record, trust, commit, contract, context.version);
    // A contract that both parties agreed to remove is no more to be looked at.
    if (!policy.contracts.has(id) && audited.contract.state === 'ratified') continue;
    contracts.push(audited.contract);
    issues.push(...audited.issues);
  }
  const rules = await readRulesProof(record, trust, commit);
  issues.push(...rules.issues);
  const rulesets = await auditRulesets(forge, policy.files, policy);
  issues.push(...rulesets.issues);
  const found: Audit = {
    repository: `${owner}/${name}`,
    branch: defaultBranch,
    commit,
    contracts,
    rules: { agreedBy: rules.agreedBy, open: rules.issues.length > 0 },
    rulesets: rulesets.state,
    issues: distinctIssues(issues),
  };
  return { ended: hasErrors(found.issues) ? 1 : 0, report: told(policy, found) };
}

function told({ workspace }: PolicyReading, found: Audit): Report {
  const names = new Map(workspace?.people.map((person) => [person.github, person.name]));
  const telling = { nameOf: (user: number) => names.get(user) ?? null };
  return { document: () => found, blocks: (locale) => auditBlocks(found, { ...telling, locale }) };
}

/** Contracts that merged pull requests have changed, also those whose folder is gone. */
async function contractsEver(record: MergeRecord): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const each of record.merged.items) {
    for (const path of (await record.filesOf(each)).items.flatMap(namesOf)) {
      const id = contractOf(path);
      if (id !== null) ids.add(id);
    }
  }
  return ids;
}

async function auditContract(
  record: MergeRecord,
  trust: TrustHistory,
  commit: string,
  contract: ReadContract,
  engine: string,
): Promise<{ contract: AuditedContract; issues: readonly Issue[] }> {
  const { id } = contract;
  const { ratification, merged } = await readProof(record, trust, { commit, contract: id, all: true });
  const replay = replayLedger(contract.ledgerFolders, replayTools(contract, engine));
  const zone = contract.folder?.terms.contract.calendar.timezone ?? 'UTC';
  const ofTerms = ratification.issues.filter(({ code }) => TERMS_CODES.has(code));
  return {
    contract: {
      contract: id,
      state: ratification.state,
      agreedBy: ratification.agreedBy,
      termsAgreed: ratification.agreedBy !== null && ofTerms.length === 0,
      ledger: { statements: replay.entries.length, replays: replay.issues.length === 0 },
      changes: merged.map((each) => changeOf(id, each, zone)),
    },
    issues: [...ratification.issues, ...replay.issues],
  };
}

const TERMS_CODES: ReadonlySet<string> = new Set([
  'terms-never-agreed',
  'terms-pushed',
  'terms-merged',
  'agreed-text-lost',
  'people-unagreed',
]);

function changeOf(contract: string, { merged, verdict, landed, files, reviews }: JudgedMerge, zone: string): AuditedChange {
  const owners = files.flatMap(namesOf).map(ownerOf);
  const parts = owners.flatMap((owner) => (owner.kind === 'contract' && owner.contract === contract ? [owner.part] : []));
  return {
    pullRequest: merged.number,
    mergedOn: localDate(merged.mergedAt, zone),
    commit: merged.mergeCommit,
    head: merged.head.sha,
    parts: (['terms', 'event', 'ledger', 'other'] as const).filter((part) => parts.includes(part)),
    basis: verdict.basis,
    landed,
    approvals: reviews.flatMap(({ state, user, commit }) => (state === 'APPROVED' && user !== null ? [{ user: user.id, commit }] : [])),
  };
}

/** GitHub's own rules against those that the repository holds. */
async function auditRulesets(
  forge: ForgeReads & SettingReads,
  files: CommitFiles,
  { workspace }: PolicyReading,
): Promise<{ state: Audit['rulesets']; issues: readonly Issue[] }> {
  const app = workspace?.github?.app.id ?? null;
  const agreed = await agreedRulesets(files, app);
  // What only an app could pass would keep everybody out where there is none.
  const wanted = agreed.rulesets.filter(({ needsApp }) => app !== null || !needsApp);
  if (wanted.length === 0) return { state: 'none', issues: agreed.issues };
  const found = await seen(() => foundRulesets(forge));
  if ('refused' in found) {
    return {
      state: 'unseen',
      issues: [...agreed.issues, asWarning(issue('ruleset-unseen', inFile(RULESETS_FOLDER), { ruleset: '*', path: found.refused }))],
    };
  }
  const issues = wanted.flatMap((ruleset) =>
    rulesetDrift(ruleset, found.value.get(ruleset.name)?.answer ?? null).map(({ path, wanted: agreedValue, found: value, unseen }) =>
      unseen === true
        ? issue('ruleset-unseen', inFile(RULESETS_FOLDER), { ruleset: ruleset.name, path })
        : issue('ruleset-drift', inFile(RULESETS_FOLDER), {
            ruleset: ruleset.name,
            path: path === '' ? '-' : path,
            wanted: agreedValue ?? '-',
            found: value ?? '-',
          }),
    ),
  );
  return { state: hasErrors(issues) ? 'drifted' : 'as-agreed', issues: [...agreed.issues, ...issues] };
}
