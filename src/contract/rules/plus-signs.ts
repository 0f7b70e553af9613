import type { Issue } from '../../kernel/issue.js';
import { isFields } from '../../kernel/objects.js';
import { type Rational, rational, toDecimal } from '../../kernel/rational.js';
import { issue } from '../../words/issue.js';
import { isSchedule } from '../normalize-value.js';
import { quote } from '../quote.js';
import type { Path } from '../source.js';
import { correctedBy } from '../value-slips.js';
import type { ContractCheck } from './rule.js';
import { scheduledFields } from './schedules.js';

const WITH_PLUS = /^\+(\d+(?:\.\d+)?)(%?)$/;
const PLAIN = /^(\d+(?:\.\d+)?)(%?)$/;

/**
 * A number of a scheduled field has no plus: `{ 2026-01: 3.5, 2026-07: +0.3 }` is read as 0.3 and meant as 3.8. What it would come to as a
 * change is named first where there is something that it could change.
 */
export function numbersHaveNoPlus(check: ContractCheck): readonly Issue[] {
  const { source } = check.written;
  const values = (holder: object, key: string, path: Path, before: string | null): Issue[] => {
    const text = source.written(holder, key);
    if (!WITH_PLUS.test(text)) return [];
    const plain = text.slice(1);
    const changed = before === null ? null : changedBy(before, plain);
    const readings = changed === null ? [plain] : [changed, plain];
    return [issue('plus-sign', source.at(path), { found: quote(text), ...correctedBy(source, path, readings) })];
  };
  return scheduledFields(check).flatMap(({ path, holder, key, value }) => {
    if (isSchedule(value)) {
      const periods = source.keys(path);
      return periods.flatMap((period, index) => {
        const before = periods[index - 1];
        return values(value, period, [...path, period], before === undefined ? null : source.written(value, before));
      });
    }
    return isFields(value)
      ? source.keys(path).flatMap((level) => values(value, level, [...path, level], null))
      : values(holder, key, path, null);
  });
}

/** A value and a change of it, which is a share of it where that alone has a %; null where the value is no number. */
function changedBy(before: string, change: string): string | null {
  const [, old, oldSign] = PLAIN.exec(before) ?? [];
  const [, by, sign] = PLAIN.exec(change) ?? [];
  if (old === undefined || by === undefined) return null;
  const told = (value: Rational) => toDecimal(value) + oldSign;
  if (sign === oldSign) return told(rational(old).add(rational(by)));
  return sign === '%' ? told(rational(old).mul(rational(by).div(100).add(1))) : null;
}
