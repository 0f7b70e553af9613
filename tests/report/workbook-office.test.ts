import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { zipOf } from '../../src/kernel/zip.js';
import { xlsxOf } from '../../src/report/xlsx/xlsx.js';
import { bookOf, ledgerOf } from './workbook-of.js';

/*
 * LibreOffice reckons every formula anew: all checks are TRUE, and FALSE where a cell was changed by hand. It starts too slowly for every
 * run: `WORKBOOK_OFFICE=soffice npx vitest run tests/report/workbook-office.test.ts` (Debian: apt install libreoffice-calc) asks for it.
 */
const OFFICE = process.env.WORKBOOK_OFFICE ?? '';

/** Never the figures that stand in the file. */
const ALWAYS_RECKON = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

test.skipIf(OFFICE === '')(
  'LibreOffice comes to TRUE everywhere, and to FALSE where a line was changed',
  { timeout: 600_000 },
  async () => {
    const place = mkdtempSync(join(tmpdir(), 'concord-office-'));
    try {
      mkdirSync(join(place, 'profile/user'), { recursive: true });
      writeFileSync(join(place, 'profile/user/registrymodifications.xcu'), ALWAYS_RECKON);
      const names: string[] = [];
      const put = (name: string, bytes: Uint8Array) => {
        writeFileSync(join(place, name), bytes);
        names.push(name);
      };
      let whole: Uint8Array | null = null;
      for (let seed = 1; names.length < 8 || whole === null; seed++) {
        const contract = await ledgerOf(seed);
        const last = (contract?.ledger.length ?? 0) - 1;
        if (contract === null || last < 1) continue;
        put(`year-${seed}.xlsx`, xlsxOf(bookOf(contract, 0, last, 'zh')));
        const one = xlsxOf(bookOf(contract, last, last, 'en'));
        put(`one-${seed}.xlsx`, one);
        if ((contract.ledger[last]?.statement.lines.length ?? 0) > 0) whole = one;
      }
      if (whole === null) throw new Error('no workbook');
      put('changed.xlsx', changedLine(whole));
      const folder = pathToFileURL(join(place, 'profile')).href;
      const args = [`-env:UserInstallation=${folder}`, '--headless', '--convert-to', 'xlsx', '--outdir', join(place, 'out')];
      execFileSync(OFFICE, [...args, ...names.map((name) => join(place, name))], { stdio: 'pipe' });
      for (const name of names) {
        const results = await checksOf(join(place, 'out', name));
        expect(results.length, name).toBeGreaterThan(6);
        if (name === 'changed.xlsx') expect(results.slice(0, 2)).toEqual([false, false]);
        else expect(results, name).toEqual(results.map(() => true));
      }
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  },
);

/** The first line's amount by one unit more; all that was reckoned from it stays as it was. */
function changedLine(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet2.xml';
  const xml = strFromU8(parts[path] ?? new Uint8Array());
  const changed = xml.replace(
    /(<c r="M2" s="\d+"><v>)([^<]*)/,
    (_, cell: string, amount: string) => `${cell}${amount.startsWith('-') ? '1' : `1${amount}`}`,
  );
  expect(changed).not.toBe(xml);
  return zipOf(new Map([...Object.entries(parts), [path, strToU8(changed)]]));
}

async function checksOf(path: string): Promise<boolean[]> {
  const sheets = await readWorkbook(readFileSync(path));
  return (sheets.at(-1)?.data ?? []).flatMap((row) => (typeof row[3] === 'boolean' ? [row[3]] : []));
}
