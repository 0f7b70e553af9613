import type { StatementBody } from '../settlement/model.js';
import type { ReportContext } from './report-context.js';

type Stands = Pick<StatementBody, 'asOf' | 'balance' | 'open'>;

/**
 * A statement with what is open and owed on the day that its page is of. A statement in the ledger says what was so on its own day, and a
 * page that is read a week later asks nobody for money that has come since.
 */
export function asItStands<Of extends Stands>(statement: Of, { now }: Pick<ReportContext, 'now'>): Of {
  return now === undefined ? statement : { ...statement, asOf: now.asOf, balance: now.balance, open: now.open };
}
