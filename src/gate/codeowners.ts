import type { Workspace } from '../contract/load-workspace.js';
import type { Contract } from '../contract/model.js';
import { PARTIES } from '../kernel/party.js';

export const CODEOWNERS_FILE = '.github/CODEOWNERS';

const HEADER = [
  '# Generated from contracts/workspace.yaml and the contracts. Do not edit: change those and generate it again.',
  '# It asks both parties to review. That both have approved is decided by concord/both-parties, not by this file:',
  '# for the forge one owner is enough.',
  '# 由 contracts/workspace.yaml 与各合同生成，请勿手工修改。它只用于邀请双方评审；双方是否均已批准，以 concord/both-parties 为准。',
];

/**
 * The text of CODEOWNERS: everything is owned by the approvers of the rules of both parties, each contract's folder by both
 * parties' signatories. The last line that matches a path counts, so the general one stands first.
 * A person whose login the workspace does not name is left out and named in a comment.
 */
export function codeowners(workspace: Workspace, contracts: readonly Contract[]): string {
  const logins = new Map(workspace.people.map(({ id, login }) => [id, login]));
  const line = (pattern: string, people: readonly string[]): string[] => {
    const named = [...new Set(people)];
    const owners = named.flatMap((person) => logins.get(person) ?? []).map((login) => `@${login}`);
    const unknown = named.filter((person) => logins.get(person) === undefined);
    return [
      ...(unknown.length === 0 ? [] : [`# no login known for ${unknown.join(', ')}`]),
      // A pattern without owners would take the general owners away.
      ...(owners.length === 0 ? [] : [`${pattern} ${owners.join(' ')}`]),
    ];
  };
  const sorted = [...contracts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = [
    ...HEADER,
    ...line(
      '*',
      PARTIES.flatMap((party) => workspace.governance[party]),
    ),
    ...sorted.flatMap((contract) =>
      line(
        `/contracts/${contract.id}/`,
        PARTIES.flatMap((party) => contract.parties[party].signatories),
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
