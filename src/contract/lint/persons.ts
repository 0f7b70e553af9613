import type { Dimension, Measure } from '../model.js';
import { type Finding, finding, type LintContext, type LintRule } from './lint-rule.js';

/** Names of columns that hold whom a row is of: `customer`, `buyer_id`, `email`, `收货人`; a `customer_type` is none. */
const OF_A_PERSON =
  /(?:^|_)(?:(?:customer|buyer|shopper|user|member|recipient|consignee|contact|person)(?:_?(?:id|key|no|number|name|code|hash|uuid|login))|customer|buyer|shopper|recipient|consignee|person|e?_?mail|email_address|phone|phone_number|mobile|telephone|openid|open_id|unionid|union_id|wechat|whatsapp|ip|ip_address|street|address|passport|ssn)$|手机|电话|邮箱|姓名|身份证|买家|收货人|收件人|地址/iu;

/** Whether the values of a column are as many as there are rows or people, by what the definitions themselves say of it. */
function isOfOne({ definitions, facts }: LintContext, { of }: Measure, column: string): boolean {
  const counted = definitions.measures.some(
    ({ of: fact, aggregate }) => fact === of && 'countDistinct' in aggregate && aggregate.countDistinct === column,
  );
  const grain = facts.get(of)?.grain ?? [];
  return counted || (grain.length === 1 && grain[0] === column) || OF_A_PERSON.test(column);
}

/** Where the contract lists the values, nobody else's can come into the ledger; days between an order and its booking are nobody's. */
function isOpen(dimension: Dimension): boolean {
  return 'top' in dimension;
}

/** Parts of a measure that are single people or single rows: their values would stand in the ledger, where nothing is ever deleted. */
export const partsOfPersons: LintRule = (context) =>
  context.definitions.measures.flatMap((measure): Finding[] =>
    (measure.by ?? [])
      .filter((dimension) => isOpen(dimension) && isOfOne(context, measure, dimension.column))
      .map(({ column }) => finding('parts-of-persons', measure.clause, { measure: measure.id, column })),
  );
