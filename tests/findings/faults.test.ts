import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../run-cli.js';

/*
 * Inputs on which an earlier version paid, or printed, something wrong. They are read from a folder beside the repository (or
 * CONCORD_FINDINGS), each run by its own script; what must be there and what must never be was worked out by hand.
 */
const FINDINGS = process.env.CONCORD_FINDINGS ?? resolve(REPOSITORY, '../shared/findings');
const FAULTS = join(FINDINGS, 'faults');
const present = existsSync(FAULTS);

interface Right {
  readonly must: readonly RegExp[];
  readonly never: readonly RegExp[];
}

const RIGHT: Readonly<Record<string, Right>> = {
  '02a-uppercase-extension': { must: [/2026-02 total \S+ \| .*sales 100\.00 payable|2026-02\.CSV/], never: [/sales 0\.00 payable/] },
  '02b-gz': { must: [/2026-02 total \S+ \| .*sales 100\.00 payable|2026-02\.csv\.gz/], never: [/sales 0\.00 payable/] },
  '02c-hive-subfolder': { must: [/2026-02 total \S+ \| .*sales 100\.00 payable|month=2026-02/], never: [/sales 0\.00 payable/] },
  // The script restores with plain Git; a clone of a repository that Concord set up never gets there.
  '03-windows-clone': { must: [/line ends/i, /verify rc 1/], never: [/Restore the file from version control/] },
  '04a-shopify-cancelled-after-the-window': { must: [/^2026-03 .*sales -100\.00 payable/m], never: [] },
  '04b-shopify-refunded-after-the-window': { must: [/^2026-03 .*sales -100\.00 payable/m], never: [] },
  '05-shopify-refund-of-an-order-that-never-counted': { must: [/sales 100\.00 payable/], never: [/sales 80\.00/] },
  '07-ga4-two-purchases-one-key': { must: [/sales 150\.00 payable|held/], never: [/sales 80\.00/] },
  '08-ga4-refund-sent-twice': { must: [/sales 0\.00/], never: [/sales -100\.00 payable/] },
  '09-both-file-the-same-payment': { must: [/0\.10/], never: [/99\.90/] },
  '10-between-on-a-time-column': { must: [/column|110\.00 payable/], never: [/sales 10\.00 payable/] },
  // As handed the log cannot say which table it speaks of; `freshness.where` can, and has tests of its own.
  '11-one-load-log-for-several-tables': { must: [/2026-02/], never: [] },
  '12-nfc-nfd': { must: [/100\.00 payable/], never: [/\b0\.00 payable/] },
  // As handed there are no order lines, and nothing tells a gift card from goods: `check` asks which it is, and the pack has tests of its own.
  '13-gift-card-counted-twice': { must: [/sales \d+\.00 payable/], never: [] },
  '14-mixed-line-ends': { must: [/line end/i], never: [/state machine/] },
  '15-semicolons': { must: [/semicolon/i], never: [/Did you mean\s*\?/] },
  '16-utf16': { must: [/UTF-16/], never: [/Parser Error/] },
  '17b-unreviewed-is-decided-at-nothing-in-silence': { must: [/true-up\/2026-01\/\S+/], never: [] },
};

function runScript(folder: string): Promise<string> {
  const script = join(FAULTS, folder, 'run.sh');
  return new Promise((resolve) => {
    execFile('sh', [script, REPOSITORY], { env: { ...process.env, NO_COLOR: '1', CONCORD_LOCALE: 'en' } }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}

describe.skipIf(!present)('faults found by trying public bug reports', () => {
  const scripts = present ? readdirSync(FAULTS).filter((name) => name !== 'tz-two-nodes' && existsSync(join(FAULTS, name, 'run.sh'))) : [];

  it('each has its right answer here', () => {
    expect(scripts.filter((name) => RIGHT[name] === undefined)).toEqual([]);
  });

  it.concurrent.each(Object.keys(RIGHT).filter((name) => scripts.includes(name)))('%s', async (name) => {
    const printed = await runScript(name);
    for (const pattern of RIGHT[name]?.must ?? []) expect(printed).toMatch(pattern);
    for (const pattern of RIGHT[name]?.never ?? []) expect(printed).not.toMatch(pattern);
    expect(printed).not.toMatch(/\n\s+at .*\.js:\d+/);
  });
});
