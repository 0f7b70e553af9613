import { grouped } from '../../kernel/grouped.js';
import { moneyText } from '../../kernel/money.js';
import { listSeparator } from '../../kernel/text.js';
import type { Line, Statement } from '../../settlement/model.js';
import type { WorkbookKey } from '../../words/workbook.js';
import { inlineText } from '../blocks.js';
import { lineState } from '../line-state.js';
import { isIdle, whyOf } from '../money-sections.js';
import { isTax, netAndTax, type Scene } from './pages.js';
import { type Position, positionOf } from './position.js';

/** A row of the statement's page that has an amount. */
export interface Item {
  readonly title: string;
  readonly computation: string;
  readonly state: string;
  readonly amount: string;
}

/** What the page adds up: the lines of one period, those that nothing happens to in one row, or the periods of a year. */
export function itemsOf(scene: Scene): { readonly ofNet: readonly Item[]; readonly ofTax: readonly Item[] } {
  const { year, last, words, say } = scene;
  if (year !== null) {
    const position = positionOf(scene);
    return { ofNet: scene.pages.map((page) => ofPeriod(page, position, scene)), ofTax: [] };
  }
  const { entry, context } = last;
  const { statement } = entry;
  const item = (line: Line): Item => ({
    title: words.clearTitle(line.id),
    computation: inlineText(whyOf(line, statement, context, words)),
    state: lineState(line, words),
    amount: line.amount,
  });
  const net = statement.lines.filter((line) => !isTax(line, statement));
  const idle = net.filter(isIdle);
  const [first] = idle;
  const folded =
    first === undefined || idle.length === 1
      ? []
      : [
          {
            title: words.say('withoutEffect'),
            computation: say('without-effect', { lines: idle.map(({ id }) => words.clearTitle(id)).join(listSeparator(scene.locale)) }),
            state: '',
            amount: first.amount,
          },
        ];
  const shown = folded.length === 0 ? net : net.filter((line) => !idle.includes(line));
  return {
    ofNet: [...shown.map(item), ...folded],
    ofTax: statement.lines.filter((line) => isTax(line, statement)).map(item),
  };
}

/** A period of a year, with whether it was paid by the year's end. */
function ofPeriod({ entry: { statement } }: Scene['last'], position: Position, { say }: Scene): Item {
  const { net, tax } = netAndTax(statement);
  const params = { net: grouped(moneyText(net)), tax: grouped(moneyText(tax)) };
  return {
    title: statement.period,
    computation: say('net-and-tax', params),
    state: say(paidState(statement, position)),
    amount: statement.total,
  };
}

function paidState({ period, total }: Pick<Statement, 'period' | 'total'>, { items }: Pick<Position, 'items'>): WorkbookKey {
  const left = items.find((each) => each.period === period);
  if (left === undefined) return 'state.paid';
  return left.amount === total ? 'state.open' : 'state.open-in-part';
}
