import { contractFile } from '../contract/paths.js';
import type { LocalDate } from '../kernel/calendar.js';
import { PARTIES } from '../kernel/party.js';
import { type AgreedContract, clauseAt, placesIn } from './agreed.js';
import { exitOf } from './exit.js';
import { factColumns } from './fact-view.js';
import type { Grant, Role } from './model.js';

const ROLES: readonly Role[] = ['analyst', 'viewer'];

/**
 * What a contract lets its parties' members see as of a date, and until when: nothing once its handover is over. Who is
 * named as analyst and viewer is an analyst.
 */
export function grantsOf({ folder, texts }: AgreedContract, asOf: LocalDate): Grant[] {
  const { contract, definitions } = folder.terms;
  const exit = exitOf(contract, folder.events, asOf);
  if (exit.state === 'over') return [];
  const at = placesIn(texts, contractFile(contract.id));
  const facts = definitions.facts.map((fact) => ({ kind: 'fact' as const, fact: fact.id, columns: factColumns(fact, definitions) }));
  return PARTIES.flatMap((party) => {
    const { access } = contract.parties[party];
    return ROLES.flatMap((role) =>
      access[role].flatMap((member, index) => {
        if (role === 'viewer' && access.analyst.includes(member)) return [];
        const because = clauseAt(at(['parties', party, 'access', role, index]));
        const grant = { contract: contract.id, party, role, member, until: exit.accessUntil, expiresAt: exit.expiresAt, because };
        const what: readonly Grant['what'][] = [{ kind: 'results' }, ...(role === 'analyst' ? facts : [])];
        return what.map((each) => ({ ...grant, what: each }));
      }),
    );
  });
}
