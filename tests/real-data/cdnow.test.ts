import { describe, expect, it } from 'vitest';
import { fact, measure, request, terms } from '../build-terms.js';
import { measureFolder, only, sumText, totals } from '../shell/data-folder.js';
import { REAL_DATA, titled } from './real-data.js';

const { title, present } = titled('CDNOW: purchases of one cohort', 'cdnow');

describe.skipIf(!present)(title, () => {
  it('69,659 purchases, 167,881 CDs, 2,500,315.63 USD, 23,570 customers', async () => {
    const when = { column: 'purchase_date', zone: null };
    const measures = [
      measure('purchases', 'purchases', { count: 'rows' }, { when }),
      measure('cds', 'purchases', { sum: 'cds' }, { when }),
      measure('amount', 'purchases', { sum: 'amount_usd' }, { when }),
      measure('customers', 'purchases', { countDistinct: 'customer_id' }, { when }),
    ];
    const term = { from: '1997-01-01', to: '1998-06-30' };
    const purchases = fact('purchases', { source: { table: 'cdnow.purchases' }, grain: ['row_no'] });
    const of = terms({ zone: 'America/New_York', every: 'quarter', term, definitions: { facts: [purchases], measures } });
    const spans = [{ measure: 'customers', span: term }];
    const measured = only(await measureFolder(REAL_DATA, [request(of, { asOf: '1998-07-05', spans })]));
    const whole = (id: string): string => sumText(Object.values(totals(measured, id)));
    expect([whole('purchases'), whole('cds'), whole('amount')]).toEqual(['69659', '167881', '2500315.63']);
    expect(measured.spans[0]?.distinct).toBe(23_570);
    expect(totals(measured, 'customers')['1997-Q1']).toBe('23570');
    expect(measured.periods.every(({ facts }) => facts[0]?.complete === true)).toBe(true);
  });
});
