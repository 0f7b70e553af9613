import { flag, option, optionalArgument, theContract, UsageError, verb } from './verb.js';

export const exportWorkbook = verb({
  name: 'export',
  summary: {
    en: 'a settled period as finance keeps it: a workbook to pay, sign and post from, or delimited text',
    zh: '导出已结算的一期或一年：供财务付款、签章、入账的工作簿，或 CSV',
  },
  declared: {
    contract: theContract,
    period: optionalArgument('period', {
      en: 'a settled period, for example 2026-03 (default: the last)',
      zh: '已结算的结算期，例如 2026-03（默认：最近一期）',
    }),
    year: option('--year <year>', {
      en: 'every settled period of a year, with the payments made in it and what is open on 31 December',
      zh: '一年内全部已结算的结算期、当年的付款与 12 月 31 日的未结款项',
    }),
    xlsx: flag('--xlsx', { en: 'an Excel workbook (the default)', zh: 'Excel 工作簿（默认）' }),
    csv: flag('--csv', { en: 'delimited text, as spreadsheets open it', zh: 'CSV，电子表格可直接打开' }, { conflicts: ['xlsx'] }),
    lines: flag(
      '--lines',
      { en: 'the lines alone as delimited text: one table, for an ERP', zh: '只导出结算明细：CSV，单独一张表，供 ERP 导入' },
      { conflicts: ['xlsx'] },
    ),
    out: option('--out <file>', {
      en: 'the file to write (default: named after contract and period, in this folder)',
      zh: '写入的文件（默认：以合同和结算期命名，位于当前文件夹）',
    }),
  },
  examples: [
    { line: 'export acme-linkstar-us 2026-03' },
    { line: 'export acme-linkstar-us --year 2026 --out year.xlsx --locale zh' },
    { line: 'export acme-linkstar-us 2026-03 --csv' },
    { line: 'export acme-linkstar-us --year 2026 --lines' },
  ],
  run: async (host, { contract, period, year, csv, lines, out }) => {
    if (period !== null && year !== null) throw new UsageError('period-or-year');
    const { writeExport } = await import('./run/export.js');
    const format = lines ? 'lines' : csv ? 'csv' : 'xlsx';
    return writeExport(host.context(), { contract, period, year, format, out, folder: (path) => host.folder(path) });
  },
});
