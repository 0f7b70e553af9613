import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { codesOf, type Edit, editedFiles, GOOD_ID } from './good-contract.js';

/** An exclusion of whole days of the KPI `sales`. */
function excluded(from: string, to: string, kpis = '[sales]'): string {
  return `{ kind: exclusion, reason: logistics, kpis: ${kpis}, treatment: prorate, window: { from: ${from}, to: ${to} }, evidence: [x] }`;
}

function dropped(from: string, to: string): string {
  return `{ kind: exclusion, reason: logistics, kpis: [roas], treatment: drop, window: { from: "${from}", to: "${to}" }, evidence: [x] }`;
}

function waived(periods: string, scoreAs = 'none', kpis = '[sales]'): string {
  return `{ kind: exclusion, reason: fraud, kpis: ${kpis}, treatment: waive, periods: ${periods}, scoreAs: ${scoreAs}, evidence: [x] }`;
}

function codes(events: Readonly<Record<string, string>>, ...edits: Edit[]): string[] {
  return codesOf(edits, Object.fromEntries(Object.entries(events).map(([name, text]) => [`events/${name}.yaml`, text])));
}

describe('windows on one KPI', () => {
  test('may touch, not intersect; the other KPI does not matter', () => {
    expect(codes({ '2026-01-21-a': excluded('2026-01-13', '2026-01-14') })).toEqual([]);
    expect(codes({ '2026-01-21-a': excluded('2026-01-12', '2026-01-14') })).toEqual(['exclusions-intersect']);
    expect(codes({ '2026-01-15-a': excluded('2026-01-09', '2026-01-10') })).toEqual([]);
  });

  test('of instants are half-open', () => {
    expect(codes({ '2026-02-04-a': dropped('2026-02-01T16:00:00Z', '2026-02-02T00:00:00Z') })).toEqual([]);
    expect(codes({ '2026-02-04-a': dropped('2026-02-01T15:59:59Z', '2026-02-02T00:00:00Z') })).toEqual(['exclusions-intersect']);
    expect(codes({ '2026-02-04-a': dropped('2026-02-01T00:00:00+08:00', '2026-02-01T12:00:00+08:00') })).toEqual([]);
  });

  test('of dates are local days of the contract: 1 February in Shanghai ends at 16:00Z', () => {
    expect(codes({ '2026-02-04-a': dropped('2026-02-01', '2026-02-01') })).toEqual(['exclusions-intersect']);
    expect(codes({ '2026-02-04-a': dropped('2026-02-02', '2026-02-02') })).toEqual([]);
  });

  test('a waived period may hold a window, but is waived once', () => {
    expect(codes({ '2026-01-21-a': waived('[2026-01]') })).toEqual([]);
    expect(codes({ '2026-01-21-a': waived('[2026-01]'), '2026-01-22-b': waived('[2026-02, 2026-01]', '100%') })).toEqual([
      'exclusions-intersect',
    ]);
    expect(codes({ '2026-01-21-a': waived('[2026-01]'), '2026-01-22-b': waived('[2026-02]', '100%') })).toEqual([]);
  });
});

describe('limits of exclusions', () => {
  test('are filed by the last excluded day and 10 more', () => {
    expect(codes({ '2026-03-12-a': excluded('2026-03-01', '2026-03-02') })).toEqual([]);
    expect(codes({ '2026-03-13-a': excluded('2026-03-01', '2026-03-02') })).toEqual(['filed-too-late']);
    // An instant at midnight local time ends the day before: 31 March, so 10 April is the last day.
    expect(codes({ '2026-04-10-a': dropped('2026-03-31T00:00:00+08:00', '2026-04-01T00:00:00+08:00') })).toEqual([]);
    expect(codes({ '2026-04-11-a': dropped('2026-03-31T00:00:00+08:00', '2026-04-01T00:00:00+08:00') })).toEqual(['filed-too-late']);
    expect(codes({ '2026-04-10-a': waived('[2026-03]') })).toEqual([]);
    expect(codes({ '2026-04-11-a': waived('[2026-03]') })).toEqual(['filed-too-late']);
  });

  test('hold 30 days of one KPI over the term, two of which are taken', () => {
    expect(codes({ '2026-03-29-a': excluded('2026-03-01', '2026-03-28') })).toEqual([]);
    expect(codes({ '2026-03-29-a': excluded('2026-03-01', '2026-03-29') })).toEqual(['too-many-days']);
    expect(codes({ '2026-03-20-a': excluded('2026-03-01', '2026-03-15'), '2026-04-14-b': excluded('2026-04-01', '2026-04-14') })).toEqual([
      'too-many-days',
    ]);
    expect(codes({ '2026-03-29-a': waived('[2026-03, 2026-04, 2026-05]') })).toEqual([]);
  });

  test('count parts of a day, and no day outside the term', () => {
    const limit: Edit = ['contract.yaml', 'maxDays: 30', 'maxDays: 2'];
    const half = { '2026-02-04-a': dropped('2026-02-02T00:00:00+08:00', '2026-02-03T12:00:00+08:00') };
    expect(codes(half, limit)).toEqual([]); // 0.5 + 1.5
    const more = { '2026-02-04-a': dropped('2026-02-02T00:00:00+08:00', '2026-02-03T12:00:01+08:00') };
    expect(codes(more, limit)).toEqual(['too-many-days']);
    expect(codes({ '2026-01-02-a': excluded('2025-10-01', '2026-01-01') })).toEqual([]);
  });

  test('end with the term, be it ended early: what lies after it is no excluded day', () => {
    const end = { '2026-01-25-t': '{ kind: termination, party: provider, on: 2026-03-15, cause: c }' };
    // 61 days of which 15 are left by the termination; the last of them is 15 March
    expect(codes({ ...end, '2026-03-25-a': excluded('2026-03-01', '2026-04-30') })).toEqual([]);
    expect(codes({ ...end, '2026-03-26-a': excluded('2026-03-01', '2026-04-30') })).toEqual(['filed-too-late']);
    expect(codes({ ...end, '2026-03-25-a': waived('[2026-03]') })).toEqual([]);
    expect(codes({ ...end, '2026-03-26-a': waived('[2026-03]') })).toEqual(['filed-too-late']);
    // without that one the brand's termination ends the term on 30 September
    expect(codes({ '2026-10-10-a': excluded('2026-09-29', '2026-10-20') })).toEqual([]);
    expect(codes({ '2026-10-11-a': excluded('2026-09-29', '2026-10-20') })).toEqual(['filed-too-late']);
  });

  test('are none where the contract has no clause of exclusions', () => {
    const without: Edit = ['contract.yaml', 'exclusions: { fileWithinDays: 10, maxDays: 30 }\n', ''];
    expect(codes({ '2026-09-30-a': excluded('2026-03-01', '2026-06-30') }, without)).toEqual([]);
  });
});

describe('treatments', () => {
  test('have their own fields', () => {
    const codesOfFields = (fields: string) =>
      codes({ '2026-02-10-a': `{ kind: exclusion, reason: fraud, kpis: [cac], evidence: [x], ${fields} }` });
    const window = 'window: { from: 2026-02-05, to: 2026-02-06 }';
    expect(codesOfFields(`treatment: drop, ${window}`)).toEqual([]);
    expect(codesOfFields(`treatment: drop, ${window}, where: { sku: A }`)).toEqual([]);
    expect(codesOfFields('treatment: drop')).toEqual(['missing-field']);
    expect(codesOfFields(`treatment: drop, ${window}, scoreAs: 100%`)).toEqual(['field-not-here']);
    expect(codesOfFields('treatment: waive, periods: [2026-02]')).toEqual(['missing-field']);
    expect(codesOfFields('treatment: waive, periods: [2026-02], scoreAs: 100')).toEqual(['share-without-percent']);
    expect(codesOfFields(`treatment: waive, periods: [2026-02], scoreAs: none, ${window}`)).toEqual(['field-not-here']);
    expect(codesOfFields('treatment: waive, periods: [2027-01], scoreAs: none')).toEqual(['period-outside-term']);
    expect(codesOfFields(`treatment: dorp, ${window}`)).toEqual(['wrong-value']);
  });
});

describe('disputes', () => {
  const dispute = (period: string, line: string) =>
    `{ kind: dispute, party: brand, period: ${period}, line: ${line}, claimed: 1, reason: x, evidence: [y] }`;

  test('begin on the period’s last day', () => {
    expect(codes({ '2026-03-31-a': dispute('2026-03', 'base') })).toEqual([]);
    expect(codes({ '2026-03-30-a': dispute('2026-03', 'base') })).toEqual(['period-not-over']);
  });

  test('name a line that can be', () => {
    for (const line of [
      'base',
      'floor/recovery',
      'true-up/2026-01/share',
      'correction/2026-01/base',
      'true-up/2026-01/floor/recovery',
      'true-up/2027-01/correction/2026-01/base',
    ]) {
      expect(codes({ '2026-05-01-a': dispute('2026-04', line) }), line).toEqual([]);
    }
    expect(codes({ '2026-05-01-a': dispute('2026-04', 'vat') })).toEqual(['dispute-of-tax']);
    for (const line of ['bases', 'base/recovery', 'true-up/2026-01', 'true-up/2026-01/nothing', 'floor/recovery/x', 'up/2026-01/base']) {
      expect(codes({ '2026-05-01-a': dispute('2026-04', line) }), line).toEqual(['unknown-reference']);
    }
    expect(codes({ '2026-05-01-a': dispute('2026-04', 'true-up/2025-01/base') })).toEqual(['period-outside-term']);
  });

  test('may be of what a tail says of earlier periods, not of a line that it has not, nor of a time before the term', () => {
    expect(codes({ '2027-03-01-a': dispute('2027-01', 'true-up/2026-09/base') })).toEqual([]);
    expect(codes({ '2027-03-01-a': dispute('2027-01', 'base') })).toEqual(['dispute-of-tail']);
    expect(codes({ '2027-03-01-a': dispute('2025-12', 'base') })).toEqual(['period-outside-term']);
  });

  test('are escalated before they lapse, once', () => {
    const escalation = '{ kind: escalation, party: brand, answers: 2026-02-18-dispute.yaml }';
    expect(codes({ '2026-03-19-again': escalation })).toEqual(['answered-twice']);
    const first = new Map(editedFiles([], { 'events/2026-03-19-late.yaml': escalation }));
    first.delete(`contracts/${GOOD_ID}/events/2026-02-20-escalate.yaml`);
    expect(loadContract(GOOD_ID, first).issues).toEqual([]);
  });
});

describe('what a termination made a tail', () => {
  // Terminated on 1 June for 30 September.
  const correction = (period: string, line = 'base') => `{ kind: correction, period: ${period}, line: ${line}, amount: 1, reason: agreed }`;
  const dispute = (period: string, line: string) =>
    `{ kind: dispute, party: brand, period: ${period}, line: ${line}, claimed: 1, reason: x, evidence: [y] }`;

  test('has no line to correct or dispute', () => {
    expect(codes({ '2026-10-05-a': correction('2026-09') })).toEqual([]);
    expect(codes({ '2026-10-05-a': correction('2026-10') })).toEqual(['period-outside-term']);
    expect(codes({ '2026-11-05-a': dispute('2026-10', 'base') })).toEqual(['dispute-of-tail']);
    expect(codes({ '2026-11-05-a': dispute('2026-10', 'correction/2026-09/base') })).toEqual([]);
    expect(codes({ '2026-12-05-a': dispute('2026-11', 'correction/2026-10/base') })).toEqual(['period-outside-term']);
  });

  test('what was filed before it stays valid: its file cannot be edited', () => {
    expect(codes({ '2026-05-31-a': correction('2026-10') })).toEqual([]);
  });
});

describe('terminations', () => {
  const on = (date: string) => codes({}, ['events/2026-06-01-end.yaml', 'on: 2026-09-30', `on: ${date}`]);

  test('keep 30 days of notice and lie in the term', () => {
    expect(on('2026-07-01')).toEqual([]);
    expect(on('2026-06-30')).toEqual(['termination-notice']);
    expect(on('2026-12-31')).toEqual([]);
    expect(on('2027-01-01')).toEqual(['date-outside-term']);
  });
});

describe('amounts', () => {
  const paid = (amount: string, ...edits: Edit[]) =>
    codes({}, ['events/2026-03-07-paid.yaml', 'amount: 5000.00', `amount: ${amount}`], ...edits);

  test('are exact in the minor unit of the currency', () => {
    expect(paid('-0.01')).toEqual(['payment-repaid-alone']);
    expect(paid('5000.010')).toEqual([]);
    expect(paid('0.001')).toEqual(['not-minor-unit']);
    expect(paid('12345678901234567890.12')).toEqual([]);
    const yen: Edit = ['contract.yaml', 'currency: USD', 'currency: JPY'];
    const others: Edit[] = [yen, ['events/2026-03-01-settled.yaml', '4200.50', '4200'], ['events/2026-03-20-fix.yaml', '-12.34', '-12']];
    expect(paid('5000', ...others)).toEqual([]);
    expect(paid('5000.5', ...others)).toEqual(['not-minor-unit']);
  });
});

describe('payments', () => {
  const payment = (party: string, reference: string, amount = '700', on = '2026-04-01') =>
    `{ kind: payment, party: ${party}, amount: ${amount}, on: ${on}, reference: ${JSON.stringify(reference)} }`;
  const both = (brand: string, provider: string, amount = '700') =>
    codes({ '2026-04-02-a': payment('brand', brand, amount), '2026-04-03-b': payment('provider', provider, amount) });

  test('are one where both parties file the same reference: in NFC, without spaces at its ends, capitals kept', () => {
    expect(both('TT-77', ' TT-77\u3000')).toEqual([]);
    expect(both('Caf\u00e9 7', 'Cafe\u0301 7')).toEqual([]);
    expect(both('TT-77', 'tt-77')).toEqual(['payment-counts-twice']);
  });

  test('whose references hardly differ are warned of, as long as day, amount and parties make one of them', () => {
    for (const near of ['TT 77', 'ＴＴ－77', 'TT-78', 'Bank: TT-77', 'TT-7', 'TT–77'])
      expect(both('TT-77', near)).toEqual(['payment-counts-twice']);
    for (const far of ['TT-91', 'Wire of April']) expect(both('TT-77', far)).toEqual([]);
    const twice = { '2026-04-02-a': payment('brand', 'TT-77'), '2026-04-03-b': payment('brand', 'TT 77') };
    expect(codes(twice)).toEqual([]);
    // of one party, who tells payments apart by them, only where nobody else could
    for (const same of ['tt-77', 'TT - 77', 'ＴＴ－77', 'TT–77'])
      expect(codes({ ...twice, '2026-04-03-b': payment('brand', same) })).toEqual(['payment-counts-twice']);
    expect(codes({ ...twice, '2026-04-03-b': payment('brand', 'TT-78') })).toEqual([]);
    expect(codes({ ...twice, '2026-04-03-b': payment('provider', 'TT 77', '700.01') })).toEqual([]);
    expect(codes({ ...twice, '2026-04-03-b': payment('provider', 'TT 77', '700', '2026-04-02') })).toEqual([]);
  });

  test('have references of which everything is seen', () => {
    expect(codes({ '2026-04-02-a': payment('brand', 'TT-77\u200B') })).toEqual(['reference-unseen']);
    expect(codes({ '2026-04-02-a': payment('brand', 'a\u202Eb') })).toEqual(['reference-unseen']);
    const twins = { '2026-04-02-a': payment('brand', 'TT-77'), '2026-04-03-b': payment('brand', 'TT-77\u200B') };
    expect(codes(twins)).toEqual(['payment-counts-twice', 'reference-unseen']);
  });

  test('back to the brand are warned of until both have filed them', () => {
    expect(codes({ '2026-04-02-a': payment('brand', 'R-1', '-70') })).toEqual(['payment-repaid-alone']);
    const byBoth = payment('brand', 'R-1', '-70').replace(' party: brand,', '');
    expect(codes({ '2026-04-02-a': payment('brand', 'R-1', '-70'), '2026-04-03-b': byBoth })).toEqual([]);
    expect(codes({ '2026-04-02-a': byBoth, '2026-04-03-b': payment('provider', 'R-1', '-70') })).toEqual([]);
    expect(both('R-1', 'R-1', '-70')).toEqual([]);
    expect(codes({ '2026-04-02-a': payment('brand', 'R-1', '-70'), '2026-04-03-b': payment('brand', 'R-1', '-70') })).toEqual([
      'payment-repaid-alone',
      'event-twice',
    ]);
  });
});

describe('names and dates of files', () => {
  const payment = '{ kind: payment, amount: 1, on: 2026-02-01, reference: x }';

  test.each(['2026-02-30-a', '2026-2-1-a', 'a', '2026-02-01', '2026-02-01-A', '2026-02-01-a_b', '1969-01-01-a'])(
    '%s is refused',
    (name) => {
      expect(codes({ [name]: payment })).toContain('event-file-name');
    },
  );

  test('other endings of data files are refused too, notes are left alone', () => {
    expect(codesOf([], { 'events/2026-02-01-a.yml': payment })).toEqual(['event-file-name']);
    expect(codesOf([], { 'events/2026-02-01-a.json': payment })).toEqual(['event-file-name']);
    expect(codesOf([], { 'events/README.md': '# notes', 'events/mail.eml': 'x' })).toEqual([]);
  });

  test('a duty that is done after the file’s date is none that anybody knows of', () => {
    const later: readonly [string, string, string] = ['events/2026-02-05-creatives.yaml', 'on: 2026-02-05', 'on: 2026-02-06'];
    expect(codes({}, later)).toEqual(['date-after-file']);
    expect(codes({}, ['events/2026-02-05-creatives.yaml', 'on: 2026-02-05', 'on: 2026-02-06\nagreed: true'])).toEqual(['date-after-file']);
    expect(codes({}, ['events/2026-02-05-creatives.yaml', 'on: 2026-02-05', 'on: 2026-02-04'])).toEqual([]);
  });
});

describe('claims that a duty was late', () => {
  const claimed: Edit = ['contract.yaml', 'dueDay: 10, ifLate', 'dueDay: 10, lateIf: claimed, ifLate'];
  const late = (fields = 'party: brand, duty: report, period: 2026-02') => `{ kind: lateness, ${fields}, evidence: [mail] }`;

  test('are filed from the day after the due day on, until the days of acceptance after the period’s end are over', () => {
    expect(codes({ '2026-02-10-a': late() }, claimed)).toEqual(['lateness-untimely']);
    expect(codes({ '2026-02-11-a': late() }, claimed)).toEqual([]);
    expect(codes({ '2026-03-10-a': late() }, claimed)).toEqual([]);
    expect(codes({ '2026-03-11-a': late() }, claimed)).toEqual(['lateness-untimely']);
  });

  test('are the other party’s, about a duty that is owed', () => {
    expect(codes({ '2026-02-11-a': late('party: provider, duty: report, period: 2026-02') }, claimed)).toEqual(['event-party']);
    expect(codes({ '2026-02-11-a': late('duty: report, period: 2026-02') }, claimed)).toEqual(['missing-field']);
    expect(codes({ '2026-02-11-a': late('party: brand, duty: reprot, period: 2026-02') }, claimed)).toEqual(['unknown-reference']);
    expect(codes({ '2026-02-11-a': late('party: brand, duty: report, period: 2025-12') }, claimed)).toEqual(['period-outside-term']);
  });

  test('end with the term that a termination leaves', () => {
    // the good contract ends on 30 September by its event of 1 June: ten days after that are over on 10 October
    const september = late('party: brand, duty: report, period: 2026-09');
    expect(codes({ '2026-10-10-a': september }, claimed)).toEqual([]);
    expect(codes({ '2026-10-11-a': september }, claimed)).toEqual(['lateness-untimely']);
  });

  test('stay valid by the terms of settled periods when a later change shortens acceptance', () => {
    const filed = { 'events/2026-03-10-a.yaml': late() };
    const shorter: Edit = ['contract.yaml', 'acceptance: { days: 10', 'acceptance: { days: 5'];
    const settled = loadContract(GOOD_ID, editedFiles([claimed])).folder?.terms;
    expect(codesOf([claimed, shorter], filed)).toEqual(['lateness-untimely']);
    expect(codesOf([claimed, shorter], filed, settled === undefined ? [] : [settled])).toEqual([]);
  });
});

test('an event stays valid by the terms of settled periods when a later change removes what it names', () => {
  const settled = loadContract(GOOD_ID, editedFiles([])).folder?.terms;
  const withoutDuty: Edit = [
    'contract.yaml',
    '  - { id: creatives, owes: brand, title: Creatives, dueDay: 5, ifLate: { kpis: [roas], scoreAs: 100% } }\n',
    '',
  ];
  expect(codesOf([withoutDuty])).toEqual(['unknown-reference']);
  expect(codesOf([withoutDuty], {}, settled === undefined ? [] : [settled])).toEqual([]);
});
