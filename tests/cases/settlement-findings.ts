/*
 * What is right in each folder of settlements that went wrong, worked out by hand from the contract language. A line that pays
 * nothing and is neither held nor disputed is left out.
 */
export const RIGHT: Readonly<Record<string, readonly string[]>> = {
  // A correction after the final statement waits until the next period is due: 28 February + 5 days.
  'f10-correction-after-final-not-due': ['2026-01: bonus 1000.00 final'],
  // All tails that are due come in the first run; the second finds nothing.
  'f11-settle-again-changes-something': [
    '2026-01: bonus 1000.00 final',
    '2026-02: correction/2026-01/bonus -10.00',
    '2026-03: ',
    '2026-04:  final',
  ],
  // Held twice, then decided for the provider, disputed or not.
  'f2-dispute-of-a-held-line-ends-the-hold': [
    '2026-01: bonus 0.00 held',
    '2026-02: ',
    '2026-03: true-up/2026-01/bonus 1000.00',
    '2026-04:  final',
  ],
  'f2b-without-the-dispute': ['2026-01: bonus 0.00 held', '2026-02: ', '2026-03: true-up/2026-01/bonus 1000.00', '2026-04:  final'],
  // 10% of 40% of the sales: -60.00 is more than a tenth of 100.00, and the dispute had set nothing aside.
  'f5-lapsed-dispute-disables-the-brake': ['2026-01: com 100.00', '2026-02: true-up/2026-01/com 0.00 held'],
  'f5b-without-the-dispute': ['2026-01: com 100.00', '2026-02: true-up/2026-01/com 0.00 held'],
  // A correction of March, filed in February, comes in March's own statement.
  's1-correction-of-a-future-period': [
    '2026-01: bonus 1000.00',
    '2026-02: bonus 1000.00',
    '2026-03: bonus 1000.00, correction/2026-03/bonus -10.00 final',
  ],
  // 500 + 500 + 500 + 400 - 400: the guarantee's 400 go back when January's milestone is paid.
  't1-milestone-of-a-settled-period-paid-in-the-next': [
    '2026-01: floor 500.00',
    '2026-02: sales 500.00, true-up/2026-01/mile 0.00 held',
    '2026-03: sales 500.00, true-up/2026-01/mile 400.00, true-up/2026-01/floor -400.00',
    '2026-04: ',
    '2026-05: ',
    '2026-06:  final',
  ],
  't1b-filed-before-the-statement': [
    '2026-01: mile 400.00, floor 100.00',
    '2026-02: sales 500.00',
    '2026-03: sales 500.00',
    '2026-04: ',
    '2026-05: ',
    '2026-06:  final',
  ],
  // The mean is of January's settled 1000.00, whatever waits to change it.
  't2-mean-ignores-a-waiting-settled-amount': [
    '2026-01: bonus 1000.00',
    '2026-02: bonus 0.00 held, true-up/2026-01/bonus 0.00 held',
    '2026-03: bonus 1000.00, true-up/2026-01/bonus 0.00 held, true-up/2026-02/bonus 1000.00',
  ],
  't2d-control-without-the-waive': [
    '2026-01: bonus 1000.00',
    '2026-02: bonus 0.00 held',
    '2026-03: bonus 1000.00, true-up/2026-02/bonus 1000.00',
  ],
  // Decided finally: neither a dispute nor the data that came back take 800.00 of it.
  't3-dispute-reopens-a-decided-hold': [
    '2026-01: bonus 0.00 held',
    '2026-02: bonus 1000.00, true-up/2026-01/bonus 1000.00',
    '2026-03: bonus 1000.00',
    '2026-04: ',
    '2026-05: ',
    '2026-06:  final',
  ],
  't3b-control-without-the-dispute': [
    '2026-01: bonus 0.00 held',
    '2026-02: bonus 1000.00, true-up/2026-01/bonus 1000.00',
    '2026-03: bonus 1000.00',
    '2026-04: ',
    '2026-05: ',
    '2026-06:  final',
  ],
  // The commission of January has left its window: 1050 of sales change nothing, disputed once or not.
  't5-old-dispute-opens-a-line-outside-the-window': [
    '2026-01: sales 100.00, bonus 0.00 held',
    '2026-02: sales 100.00, bonus 1000.00',
    '2026-03: sales 100.00, bonus 1000.00',
  ],
  't5b-control-without-the-dispute': [
    '2026-01: sales 100.00, bonus 0.00 held',
    '2026-02: sales 100.00, bonus 1000.00',
    '2026-03: sales 100.00, bonus 1000.00',
  ],
};
