/** What a day brings of every measure of the generated contracts, before the contract's own size. */
const DAILY = { paid_revenue: 3200, goods_cost: 1700, refunded: 190, ad_spend: 1150, ga4_revenue: 3150, new_customers: 44 };

const WHEN = { orders: 'paid_at', refunds: 'refunded_at', ads: 'day', ga4: 'day' };

function daysOf({ from, to }) {
  const days = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** A number in [0, 1000) that depends on its arguments only. */
function dice(...parts) {
  let state = 17;
  for (const letter of parts.join('|')) state = (state * 131 + letter.charCodeAt(0)) % 4294967291;
  return ((state * 48271) % 2147483647) % 1000;
}

/**
 * Evidence as the warehouse would give it for a request: every measure on every day, complete, without duplicates. Refunds
 * measured later are a little higher, so that there are true-ups. `calendarOf` is the engine's own record of a zone's rules.
 */
export function evidenceFor(request, target, calendarOf) {
  const size = 10 + (dice(request.contract) % 20);
  const periods = request.periods.map((requested) => {
    const { definitions } = requested.terms;
    const late = requested.period < target ? 4 : 0;
    const days = daysOf(requested.inForce);
    const measured = (id, left = days) => {
      const counts = definitions.measures.find((measure) => measure.id === id).aggregate.count !== undefined;
      const list = left.map((day) => {
        const wave = 900 + (dice(request.contract, id, day) % 200);
        const amount = Math.round((DAILY[id] * size * wave) / 100) + (id === 'refunded' ? late * size : 0);
        const rows = counts ? Math.ceil(amount / 100) : 1 + (amount % 300);
        const value = counts ? String(rows) : `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`.replace(/\.?0+$/, '');
        return { day, rows, value };
      });
      return { id, rows: list.reduce((sum, { rows }) => sum + rows, 0), nulls: 0, days: list };
    };
    const ids = definitions.measures.map(({ id }) => id).sort();
    return {
      period: requested.period,
      inForce: requested.inForce,
      calendar: calendarOf(requested.inForce, requested.terms.contract.calendar.timezone, []),
      terms: requested.termsDigest,
      exclusions: requested.exclusions.map((event) => event.file).sort(),
      facts: definitions.facts
        .map(({ id }) => ({
          id,
          freshAt: `${request.asOf}T03:00:00Z`,
          complete: true,
          scans: [{ column: WHEN[id], rows: 9000 + dice(id, requested.period), nullWhen: 3, duplicateKeys: 0, repeatedKeys: [] }],
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      measures: ids.map((id) => measured(id)),
      variants: variantsOf(requested, days, measured),
      rates: [],
    };
  });
  return { apiVersion: 'concord/v1', kind: 'Evidence', contract: request.contract, period: target, asOf: request.asOf, periods, spans: [] };
}

/** The measures of ROAS without the days that its exclusion drops. */
function variantsOf(requested, days, measured) {
  return requested.exclusions.flatMap((event) => {
    const { from, to } = event.treatment.window.dates;
    const left = days.filter((day) => day < from || day > to);
    return ['ad_spend', 'paid_revenue'].map((id) => ({ kpi: 'roas', ...measured(id, left) }));
  });
}
