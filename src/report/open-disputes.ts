import type { Reason } from '../attainment/value.js';
import { addMoney, money, moneyText, subtractMoney, zeroMoney } from '../kernel/money.js';
import type { LineLife } from '../settlement/line-life.js';
import { lineName } from '../settlement/line-names.js';
import type { Scorecard, StatementBody } from '../settlement/model.js';
import { unresolvedDisputes } from './event-facts.js';
import type { ReportContext } from './report-context.js';

/** A dispute that nothing has ended yet, and what it sets aside; amounts are decimal text. */
export interface OpenDispute {
  /** As a statement names its line: `sales`, `true-up/2026-06/sales`, `2026-06/sales` of an earlier statement. */
  readonly line: string;
  /** Null where nobody knows it: the line is held. */
  readonly computed: string | null;
  readonly claimed: string;
  /** What of the line is paid meanwhile. */
  readonly paid: string;
  /** Null where the dispute sets nothing aside: the line is held, or stays as it was settled. */
  readonly aside: string | null;
  readonly lapsesOn: string | null;
}

/** Of a line of this very statement. */
export interface OwnDispute extends OpenDispute {
  readonly computed: string;
  readonly aside: string;
  readonly reason: Reason | null;
}

/** Of a line of an earlier statement. */
export interface EarlierDispute extends OpenDispute {
  readonly lapsesOn: string;
  /** The dispute's event. */
  readonly file: string;
  /** Of a frozen line what it comes to as it is measured now; null where nobody knows. */
  readonly frozenAt: string | null;
  /** Where the line stands. */
  readonly life: LineLife;
}

/** Disputed lines of a scorecard or statement. */
export function ownDisputes(card: Scorecard): OwnDispute[] {
  return card.lines.flatMap(({ id, state, amount, computed, claimed, reason }) => {
    if (state !== 'disputed' || computed === undefined || claimed === undefined) return [];
    const aside = difference(computed, amount, card.currency);
    return [{ line: id, computed, claimed, paid: amount, aside, lapsesOn: reason?.with.lapsesOn ?? null, reason }];
  });
}

/** Disputes of what earlier statements settled, as long as they are open: no line of this statement tells of them. */
export function earlierDisputes(card: StatementBody, context: ReportContext): EarlierDispute[] {
  const shown = card.lines.filter((line) => line.state === 'disputed').map((line) => line.id);
  return unresolvedDisputes(context).flatMap(({ dispute, lapsesOn }) => {
    const about = lineName(dispute.line);
    const [period, line] = [about.period ?? dispute.period, about.line];
    const isShown = shown.includes(`true-up/${period}/${line}`) || (period === card.period && shown.includes(line));
    const carried = card.carried.lines.find((each) => each.period === period && each.line === line);
    if (lapsesOn <= card.asOf || isShown || carried === undefined) return [];
    const { life } = carried;
    const frozenAt = life.state === 'frozen' ? (context.frozenAt?.get(`${period}/${line}`) ?? null) : null;
    const computed = life.state === 'disputed' ? life.computed : frozenAt;
    return [
      {
        line: period === card.period ? line : `${period}/${line}`,
        computed,
        // one of a true-up claims what is to be added, and all else here is of the whole line
        claimed: moneyText(
          addMoney(context.disputedFrom.get(dispute.file) ?? zeroMoney(card.currency), money(dispute.claimed, card.currency)),
        ),
        paid: life.amount,
        aside: life.state === 'disputed' ? difference(life.computed, life.amount, card.currency) : null,
        frozenAt,
        lapsesOn,
        file: dispute.file,
        life,
      },
    ];
  });
}

function difference(a: string, b: string, currency: string): string {
  return moneyText(subtractMoney(money(a, currency), money(b, currency)));
}
