import type { Issue } from '../../kernel/issue.js';
import { minorDigits } from '../../kernel/money.js';
import { isFields } from '../../kernel/objects.js';
import { rational, toDecimal } from '../../kernel/rational.js';
import { issue } from '../../words/issue.js';
import { isSchedule } from '../normalize-value.js';
import { quote } from '../quote.js';
import type { Path } from '../source.js';
import type { ContractCheck } from './rule.js';

/** Fields of fees that hold an amount of money; prices and rates of one unit may have any number of digits. */
const AMOUNTS = ['amount', 'pool', 'stake', 'limit', 'upTo', 'period', 'term'];
/** `3.000` is three thousand where a point stands between thousands. An end in 0, which a decimal does not need, gives it away. */
const THOUSANDS = /^[1-9]\d{0,2}\.\d{2}0$/;
const DIRECTION = /^(?:from )?/;

/** Amounts of contract.yaml that end in `.000` or the like, in a currency with fewer digits, are refused with both readings. */
export function amountsAreClear({ contract, written: { data, source } }: ContractCheck): readonly Issue[] {
  if (minorDigits(contract.currency) > 2) return [];
  const values = (holder: object, field: string, path: Path): Issue[] => {
    const value: unknown = Reflect.get(holder, field);
    if (isSchedule(value)) return Object.keys(value).flatMap((period) => values(value, period, [...path, period]));
    const text = source.written(holder, field);
    return THOUSANDS.test(text) ? [unclear(text, text, source.at(path), (number) => source.corrected(path, { value: number }))] : [];
  };
  const tiers = (table: unknown, path: Path): Issue[] => {
    if (isSchedule(table)) return Object.entries(table).flatMap(([period, each]) => tiers(each, [...path, period]));
    if (!isFields(table)) return [];
    return Object.keys(table).flatMap((key): Issue[] => {
      const [direction = ''] = DIRECTION.exec(key) ?? [];
      const text = key.slice(direction.length);
      const at: Path = [...path, key];
      const corrected = (number: string) => source.corrected(at, { key: direction + number });
      return THOUSANDS.test(text) ? [unclear(key, text, source.keyAt(at), corrected)] : [];
    });
  };
  return data.fees.flatMap((fee, index) => [
    ...AMOUNTS.filter((field) => Object.hasOwn(fee, field)).flatMap((field) => values(fee, field, ['fees', index, field])),
    ...('tiers' in fee ? tiers(fee.tiers, ['fees', index, 'tiers']) : []),
  ]);
}

function unclear(found: string, number: string, at: Issue['at'], corrected: (number: string) => string): Issue {
  return issue('value-slip', at, {
    found: quote(found),
    slip: '@slip.point-or-thousands',
    corrected: corrected(number.replace('.', '')),
    otherwise: corrected(toDecimal(rational(number))),
  });
}
