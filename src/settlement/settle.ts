import type { EventOf } from '../contract/model.js';
import { digest } from '../kernel/canonical.js';
import { minorDigits, money, moneyText, sumMoney } from '../kernel/money.js';
import { toExact } from '../kernel/rational.js';
import { balanceOf } from './balance.js';
import { disputeOf, trueUpId } from './disputes.js';
import { timesHeld } from './holds.js';
import { correctionLines, ownLine, taxLines, trueUpLine } from './lines.js';
import type { Carried, Line, StatementBody } from './model.js';
import { type Recomputed, recompute, type SettledLine } from './recompute.js';
import { measuredPart } from './scorecard.js';
import { periodsBetween } from './timeline.js';
import { changesIn } from './true-ups.js';
import { type PeriodView, type SettlementInput, viewPeriods } from './views.js';

/**
 * Settles one period (section 6): recomputes the contract from its first period and states what the target pays, what
 * earlier periods are corrected by, and what is held. Pure: the same input gives the same bytes.
 */
export function settle(input: SettlementInput): StatementBody {
  const { terms, ledger, target, asOf } = input;
  const { contract } = terms;
  const digits = minorDigits(contract.currency);
  const views = viewPeriods(input);
  const own = views.find((view) => view.own) ?? null;
  const result = recompute(input, views);
  const mine = result.lines.filter((line) => line.before === null);
  const trueUps = result.lines.flatMap((line) => trueUpLine(line) ?? []);
  const untaxed: Line[] = [...mine.map(ownLine), ...trueUps, ...correctionLines(newCorrections(input), digits)];
  const lines = [...untaxed, ...taxLines(terms, target.period, untaxed)];
  const total = sumMoney(
    lines.map((line) => money(line.amount, digits)),
    digits,
  );
  const carried = carry(input, result);
  const owed = ledger.map(({ statement }) => ({ period: statement.period, asOf: statement.asOf, total: money(statement.total, digits) }));
  return {
    apiVersion: 'concord/v1',
    kind: 'Statement',
    contract: contract.id,
    period: target.period,
    from: target.inForce?.inForce.from ?? null,
    to: target.inForce?.inForce.to ?? null,
    currency: contract.currency,
    asOf,
    run: input.run,
    tail: target.inForce === null,
    final: isFinal(input, carried),
    termsDigest: digest(terms),
    evidenceDigest: digest(input.evidence),
    previousDigest: ledger.at(-1)?.statement.digest ?? null,
    events: input.events.map((event) => ({ file: event.file, digest: event.digest })),
    ...measuredPart(own, input.events),
    anomalies: anomaliesToShow(views, result),
    lines,
    held: heldList(result.lines, lines),
    changes: changesOf(input, views, trueUps),
    total: moneyText(total),
    ...balanceOf([...owed, { period: target.period, asOf, total }], input.events, asOf, contract.payment?.dueDays ?? null, digits),
    carried,
  };
}

/** Corrections that no earlier statement has brought. */
export function newCorrections(input: Pick<SettlementInput, 'events' | 'ledger'>): EventOf<'correction'>[] {
  const brought = new Set(input.ledger.flatMap((entry) => entry.statement.events.map((event) => event.file)));
  return input.events.filter((event): event is EventOf<'correction'> => event.kind === 'correction' && !brought.has(event.file));
}

/** The period's own anomalies, and those of earlier periods that nobody has reviewed: they keep lines as they were settled. */
function anomaliesToShow(views: readonly PeriodView[], result: Recomputed): StatementBody['anomalies'] {
  return views.flatMap((view) =>
    (result.anomalies.get(view.period.id) ?? []).filter((anomaly) => view.own || (view.measured && !anomaly.reviewed)),
  );
}

/** Only periods with a true-up, paid or waiting, name what changed in them. */
function changesOf(input: SettlementInput, views: readonly PeriodView[], trueUps: readonly Line[]) {
  return views
    .filter((view) => !view.own && trueUps.some((line) => line.id.startsWith(trueUpId(view.period.id, ''))))
    .flatMap((view) => changesIn(view, input.ledger));
}

/** Own held lines, earlier periods' lines still held, and large true-ups that wait. */
function heldList(all: readonly SettledLine[], lines: readonly Line[]): StatementBody['held'] {
  const unknown = { code: 'unknown', with: {} };
  const earlier = all
    .filter((line) => line.before !== null && line.state === 'held')
    .map((line) => ({ line: `${line.period}/${line.id}`, reason: line.why ?? unknown }));
  return [...lines.filter((line) => line.held).map((line) => ({ line: line.id, reason: line.reason ?? unknown })), ...earlier];
}

function carry(input: SettlementInput, result: Recomputed): Carried {
  const previous = input.ledger.at(-1)?.statement.carried ?? null;
  const of = ({ period, id }: SettledLine) => ({ period, line: id });
  const recordOf = (line: SettledLine) => previous?.settled.find((entry) => entry.period === line.period && entry.line === line.id);
  return {
    holds: result.lines
      .filter((line) => line.state === 'held')
      .map((line) => ({ ...of(line), statements: timesHeld(previous, line.period, line.id) + 1, causes: line.causes })),
    decided: result.lines.filter((line) => line.decided).map((line) => ({ ...of(line), amount: moneyText(line.amount) })),
    bases: [...result.bases].flatMap(([line, periods]) => [...periods].map(([period, base]) => ({ period, line, base: toExact(base) }))),
    waiting: result.lines.flatMap((line) => (line.waiting === null ? [] : [{ ...of(line), since: line.waiting.since }])),
    settled: result.lines.map((line) => ({
      ...of(line),
      kind: line.kind,
      amount: moneyText(line.amount),
      unheld: line.state !== 'held',
      zeroByRule: line.raw.value === null ? (recordOf(line)?.zeroByRule ?? false) : line.raw.zeroByRule,
    })),
    milestones: [...result.milestones].map(([line, period]) => ({ line, period })),
  };
}

/** The last statement: the true-up window has passed and nothing is held, waiting or disputed any more. */
function isFinal(input: SettlementInput, carried: Carried): boolean {
  const { terms, timeline, target } = input;
  const last = timeline.periods.at(-1);
  const { every, trueUpPeriods } = terms.contract.calendar;
  if (last === undefined || target.period < last.id || periodsBetween(last.id, target.period, every) < trueUpPeriods) return false;
  const disputed = input.events.some(
    (event) => event.kind === 'dispute' && disputeOf(terms.contract, input.events, event.period, event.line, input.asOf).state === 'open',
  );
  return carried.holds.length === 0 && carried.waiting.length === 0 && !disputed;
}
