import { argument, choiceWithDefault, oneContract, option, requiredOption, verb } from './verb.js';

const TIME_KINDS: readonly ('instant' | 'wall' | 'date')[] = ['instant', 'wall', 'date'];

export const view = verb({
  name: 'view',
  summary: {
    en: 'write a shipped view into a contract: first_order, repeat_90_days or value_90_days',
    zh: '向合同写入内置视图：first_order（首单）、repeat_90_days（90 天复购）或 value_90_days（90 天价值）',
  },
  declared: {
    contract: oneContract,
    view: argument('view', { en: 'the shipped view', zh: '内置视图' }),
    table: requiredOption('--table <name>', { en: 'the table of orders, as shop.orders', zh: '订单表，例如 shop.orders' }),
    customer: requiredOption('--customer <column>', { en: 'who ordered', zh: '下单顾客列' }),
    order: requiredOption('--order <column>', { en: 'the order’s key', zh: '订单编号列' }),
    time: requiredOption('--time <column>', { en: 'when it was ordered', zh: '下单时间列' }),
    kind: choiceWithDefault(
      '--kind <kind>',
      {
        en: 'what the time column holds: instants, wall-clock times or dates',
        zh: '时间列的内容：instant（时刻）、wall（不带时区的当地时间）或 date（日期）',
      },
      TIME_KINDS,
      'instant',
    ),
    only: option('--only <column=values>', {
      en: 'only orders with one of these values, as status=paid,shipped',
      zh: '只取该列为所列值之一的订单，例如 status=paid,shipped',
    }),
  },
  examples: [
    { line: 'view acme-linkstar-us first_order --table shop.orders --customer customer_id --order order_id --time ordered_at' },
    {
      line: 'view acme-linkstar-us repeat_90_days --table shop.orders --customer buyer --order id --time paid_at --only status=paid,shipped',
    },
  ],
  run: async (host, given) => {
    const { writeView } = await import('./run/view.js');
    return writeView(host.context(), given);
  },
});
