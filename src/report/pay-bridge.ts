import type { Why } from '../outlook/why.js';
import { type Block, inlineText, type Step } from './blocks.js';
import { payTable } from './why-pay.js';
import type { WhyTelling } from './why-telling.js';

/** The table of what moved with pay, drawn as a bridge: from the fees before, driver by driver, to the fees now. */
export function payBridge(title: string, of: Pick<Why, 'pay' | 'payUnknown'>, telling: WhyTelling): Block[] {
  return payTable(of, telling).map((block): Block => {
    if (block.kind !== 'table') return block;
    const last = block.rows.length - 1;
    const steps = block.rows.map(({ cells: [label = [], moved = []] }, index): Step => {
      const said = inlineText(moved);
      return { label: inlineText(label), moved: { value: said.replace(/[+,]/g, ''), text: said }, isTotal: index === 0 || index === last };
    });
    return { kind: 'chart', title, chart: { shape: 'waterfall', steps }, table: block };
  });
}
