import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Contract, Terms } from '../contract/model.js';
import { grouped } from '../kernel/grouped.js';
import { rational } from '../kernel/rational.js';
import { type Locale, localText } from '../kernel/text.js';
import type { Witnessed, WitnessFact, WitnessReach, WitnessRow, WitnessSide } from '../outlook/witness.js';
import type { Scorecard } from '../settlement/model.js';
import { reportText } from '../words/report.js';
import { witnessText } from '../words/witness.js';
import { type Block, code, left, named, right, row, text, toldLines } from './blocks.js';
import { moneyFigure } from './figures.js';
import { measureFigures } from './measure-figure.js';
import { parenthesis, separator } from './punctuation.js';
import { reasonTexts } from './reason-texts.js';
import type { Witness } from './report-context.js';
import { type Wording, wording } from './wording.js';

/** Who has measured a period, of some events. Whoever says `same` names what that is the same as. */
export function witnessesIn(
  events: readonly ContractEvent[],
  { period, evidenceDigest }: Pick<Scorecard, 'period' | 'evidenceDigest'>,
): Witness[] {
  return events
    .filter((event): event is EventOf<'witness'> => event.kind === 'witness' && event.period === period)
    .map((event) => ({ event, isOfThis: speaksOf(event, evidenceDigest) }));
}

/** Whether a witness speaks of some evidence: whoever says `same` names what that is the same as, whoever has measured otherwise what they have. */
function speaksOf(event: EventOf<'witness'>, evidenceDigest: string): boolean {
  return event.result !== 'same' || event.evidenceDigest === evidenceDigest;
}

/**
 * `measured independently by Linkstar: same`, for whoever reads the statement that was measured again.
 * @param evidenceDigest of that statement; null where there is none yet to hold the witness against
 */
export function witnessLine(
  event: EventOf<'witness'>,
  evidenceDigest: string | null,
  { parties }: Pick<Contract, 'parties'>,
  locale: Locale,
): string {
  const said = evidenceDigest === null || speaksOf(event, evidenceDigest) ? event.result : 'other';
  return witnessText(`line_${said}`, locale, { party: localText(parties[event.party ?? 'brand'].name, locale) });
}

/** Rows that are shown; a program gets all of them. */
const MOST_ROWS = 20;

/**
 * What the other party's own measuring says: in one sentence, then where it differs, then what that moves.
 * @param terms those that the period was settled on, whose names lines and measures have
 */
export function witnessBlocks(witnessed: Witnessed, terms: Terms, locale: Locale): readonly Block[] {
  const words = wording(terms, locale);
  const { contract, period, result, settledDigest, measuredDigest, rows, facts, lines, total, currency } = witnessed;
  const say = (key: Parameters<typeof witnessText>[0], params = {}): string => witnessText(key, locale, params);
  const money = (amount: string | null): string => (amount === null ? say('nothing') : moneyText(amount, currency, locale));
  const params = { settled: money(total.settled), measured: money(total.measured) };
  const title: Block = { kind: 'title', text: named(period, contract), subtitle: text(say('subtitle')) };
  const isOfLines = result === 'different' && total.settled === total.measured;
  const sentence = say(isOfLines ? 'different-lines' : result, params);
  const said: Block = { kind: 'paragraph', text: text(sentence, result === 'same' ? 'good' : 'warn') };
  const digests = [say('digest-settled', { digest: settledDigest }), say('digest-measured', { digest: measuredDigest })];
  if (result === 'same') return [title, said, toldLines(...digests.slice(0, 1))];
  const moved: Block[] =
    lines.length === 0
      ? []
      : [
          { kind: 'heading', text: say('moves') },
          {
            kind: 'table',
            columns: [left(say('line')), right(say('settled')), right(say('measured'))],
            rows: [
              ...lines.map(({ line, settled, measured, heldFor = [] }) => {
                const why = reasonTexts(heldFor, words).join(separator(locale));
                const notes = why === '' ? [] : [text(say('held-for', { why }), 'warn')];
                return row([words.line(line), text(money(settled)), text(money(measured))], notes);
              }),
              { ...row([text(say('total')), text(money(total.settled)), text(money(total.measured))]), sum: true },
            ],
          },
        ];
  return [title, said, ...apart(rows, words), ...coverage(facts, locale), ...moved, toldLines(...digests)];
}

/** `120.00 held` is an amount with the state of its line. */
function moneyText(amount: string, currency: string, locale: Locale): string {
  const [figure = '', state] = amount.split(' ');
  const said = moneyFigure(figure, currency);
  return state === 'held' || state === 'disputed' ? `${said}${parenthesis(reportText(`line.${state}`, locale), locale)}` : said;
}

function apart(rows: readonly WitnessRow[], words: Wording): Block[] {
  const { locale } = words;
  if (rows.length === 0) return [{ kind: 'paragraph', text: text(witnessText('nothing-else', locale)) }];
  const titles = ['rows', 'sum', 'difference'] as const;
  const table: Block = {
    kind: 'table',
    columns: [
      left(witnessText('measure', locale)),
      left(witnessText('day', locale)),
      ...titles.map((key) => right(witnessText(key, locale))),
    ],
    rows: rows.slice(0, MOST_ROWS).map((each) => {
      const { measure, kpi, currency, settled, measured, difference } = each;
      const own = currency === null ? measure : `${measure} ${currency}`;
      const sums = measureFigures(own, hasValue(each) ? [amountOf(settled), amountOf(measured)] : [null, null], words);
      return row([
        [...words.measure(measure), ...(kpi === null ? [] : text(` · ${words.kpiTitle(kpi)}`))],
        text(dayText(each, locale)),
        text(bothSides(rowsOf(settled), rowsOf(measured))),
        text(bothSides(sumText(settled, sums[0], currency, locale), sumText(measured, sums[1], currency, locale))),
        text(difference === null ? '' : signed(difference, { measure, currency }, words)),
      ]);
    }),
  };
  const more = rows.length - MOST_ROWS;
  const rest: Block[] = more > 0 ? [{ kind: 'paragraph', text: text(witnessText('more-days', locale, { count: more })) }] : [];
  return [{ kind: 'heading', text: witnessText('where', locale) }, table, ...rest];
}

/** A distinct count is the period's: a day beside it is only the first whose rows differ. */
function dayText({ ofPeriod, day, period }: WitnessRow, locale: Locale): string {
  if (ofPeriod !== true) return day ?? period;
  return day === null ? witnessText('whole-period', locale) : witnessText('whole-period-since', locale, { day });
}

/** Whether either side has a value: days of a distinct count have rows alone. */
function hasValue({ settled, measured }: WitnessRow): boolean {
  return settled?.value != null || measured?.value != null;
}

/** What is alike on both sides is said once. */
function bothSides(settled: string, measured: string): string {
  return settled === measured ? settled : `${settled} → ${measured}`;
}

/** Less than the last digit of an amount is a difference all the same. What is converted is told in the contract's currency, as its sums. */
function signed(difference: string, { measure, currency }: Pick<WitnessRow, 'measure' | 'currency'>, words: Wording): string {
  const [told] = measureFigures(measure, [difference, '0'], words);
  const figure = rational(difference).s > 0 && difference !== '0' ? `+${told}` : told;
  return currency === null ? figure : `${figure} ${words.currency}`;
}

function rowsOf(side: WitnessSide | null): string {
  return grouped(String(side?.rows ?? 0));
}

function amountOf(side: WitnessSide | null): string {
  return side?.value ?? '0';
}

function sumText(side: WitnessSide | null, value: string, currency: string | null, locale: Locale): string {
  const sum = currency === null || side?.value == null ? value : `${value} ${currency}`;
  if (side?.rate === undefined || side.value === null) return sum;
  if (side.rate === null) return witnessText('at-no-rate', locale, { sum });
  return witnessText(side.inverted === true ? 'at-inverted-rate' : 'at-rate', locale, { sum, rate: side.rate });
}

function coverage(facts: readonly WitnessFact[], locale: Locale): Block[] {
  if (facts.length === 0) return [];
  const reach = ({ freshAt, complete, duplicateKeys }: WitnessReach): string =>
    witnessText('reach', locale, {
      fresh: freshAt ?? witnessText('nothing', locale),
      complete: witnessText(complete ? 'yes' : 'no', locale),
      keys: duplicateKeys,
    });
  return [
    { kind: 'heading', text: witnessText('coverage', locale) },
    {
      kind: 'table',
      columns: [
        left(witnessText('fact', locale)),
        left(witnessText('day', locale)),
        left(witnessText('settled', locale)),
        left(witnessText('measured', locale)),
      ],
      rows: facts.map(({ fact, period, settled, measured }) =>
        row([code(fact), text(period), text(reach(settled)), text(reach(measured))]),
      ),
    },
  ];
}
