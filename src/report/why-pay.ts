import { grouped } from '../kernel/grouped.js';
import { listSeparator } from '../kernel/text.js';
import type { Why, WhyPay } from '../outlook/why.js';
import { type Block, code, type Inline, left, type Row, right, row, text } from './blocks.js';
import { inCurrency, parenthesis } from './punctuation.js';
import { signedFigure, type WhyTelling } from './why-telling.js';

/** What of the fees moved with which driver: from the fees before to the fees now, row by row. */
export function payTable({ pay, payUnknown = [] }: Pick<Why, 'pay' | 'payUnknown'>, telling: WhyTelling): Block[] {
  const { why, say, words } = telling;
  if (pay === null) return [{ kind: 'paragraph', text: text(untold(payUnknown, telling), 'warn') }];
  const total = (label: string, amount: string): Row => row([text(label, 'strong'), text(grouped(amount), 'strong')]);
  const before = why.against === 'target' ? say('pay.before.target') : say('pay.before.than', { period: why.than ?? '' });
  const rows = [
    total(before, pay.before),
    ...(isNone(pay.terms) ? [] : [row([text(say('pay.terms')), text(signedFigure(pay.terms))])]),
    ...pay.drivers
      .filter(({ exact }) => exact !== '0')
      .sort(bySize)
      .map((driver) => row([driverName(driver, telling), text(signedFigure(driver.moved))])),
    { ...total(say('pay.after', { period: why.period }), pay.after), sum: true },
  ];
  return [
    { kind: 'table', columns: [left(say('figure')), right(inCurrency(say('moved'), why.currency, words.locale))], rows },
    { kind: 'paragraph', text: text(say('pay.note'), 'dim') },
  ];
}

/** Why fees are not compared: for want of which lines, or of anything to compare them with. */
function untold(unknown: NonNullable<Why['payUnknown']>, { why, say, words }: WhyTelling): string {
  if (unknown.length === 0) return say(why.against !== 'target' && why.than === null ? 'pay.none.than' : 'pay.none');
  const lines = unknown.map(({ period, line }) => `${words.lineTitle(line)}${parenthesis(period, words.locale)}`);
  return say('pay.none.lines', { lines: lines.join(listSeparator(words.locale)) });
}

type Driver = WhyPay['drivers'][number];

/** What moved most first. */
function bySize(a: Driver, b: Driver): number {
  const size = ({ moved }: Driver) => BigInt(moved.replace(/[-.]/g, ''));
  return size(a) > size(b) ? -1 : size(a) < size(b) ? 1 : 0;
}

function isNone(amount: string): boolean {
  return /^-?0(\.0+)?$/.test(amount);
}

function driverName({ kind, ids }: Driver, { words, say }: WhyTelling): Inline {
  const [id = ''] = ids;
  if (kind === 'kpi') return text(words.kpiTitle(id));
  if (kind === 'measure') {
    const title = words.measureTitle(id);
    return title === id ? code(id) : text(title);
  }
  return [
    ...text(say('pay.rest', { count: ids.length })),
    { text: parenthesis(ids.map(words.metricTitle).join(listSeparator(words.locale)), words.locale), tone: 'dim' },
  ];
}
