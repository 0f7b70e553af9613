import { flag, list, option, requiredFiles, verb } from './verb.js';

export const importFiles = verb({
  name: 'import',
  summary: {
    en: 'look at downloaded files, propose how they are declared, and take them into the data',
    zh: '查看下载的文件，给出声明建议，并纳入数据文件夹',
  },
  declared: {
    files: requiredFiles('file', { en: 'CSV, TSV, TXT or XLSX, also .gz', zh: 'CSV、TSV、TXT 或 XLSX 文件，可为 .gz' }),
    contract: option('--contract <id>', {
      en: 'whose definitions are written (default: the only contract)',
      zh: '写入哪份合同的口径（默认：唯一的合同）',
    }),
    table: option('--table <table>', { en: 'the table that the files become, such as ads.google', zh: '文件所属的表，如 ads.google' }),
    sheet: option('--sheet <name>', { en: 'the sheet of a workbook', zh: '工作簿中的工作表' }),
    print: flag('--print', { en: 'show what would be declared; write and copy nothing', zh: '只显示声明建议，不写入也不复制' }),
    link: flag('--link', { en: 'link the files instead of copying them', zh: '以硬链接代替复制' }, { conflicts: ['print'] }),
    replace: list(
      '--replace <file>',
      { en: 'a file of the table that the new ones replace (may be repeated)', zh: '由新文件取代的表内文件（可重复）' },
      { conflicts: ['print'] },
    ),
    fewer: flag(
      '--fewer',
      { en: 'with --replace: also where the new files have fewer rows', zh: '与 --replace 合用：即使新文件的行数较少也取代' },
      { conflicts: ['print'] },
    ),
    check: flag(
      '--check',
      { en: 'compare files with what is declared, and take nothing in', zh: '将文件与声明对照，不纳入数据' },
      { conflicts: ['print', 'link', 'table', 'sheet'] },
    ),
    fact: option('--fact <id>', { en: 'with --check: the fact to compare with', zh: '与 --check 合用：对照的事实表' }),
  },
  examples: [
    { line: 'import ~/Downloads/orders_export_1.csv' },
    { line: 'import "Campaign report.csv" --contract acme-agency --table ads.google' },
    { line: 'import orders.xlsx --print' },
    {
      line: 'import orders_export_2.csv --replace orders_export_1.csv',
      note: { en: 'a newer download of the same rows', zh: '同一批数据的新下载' },
    },
    {
      line: 'import orders_export_2.csv --check',
      note: { en: 'ends with 1 where a new month’s file is not written as declared', zh: '新月份的文件与声明不符时，退出码为 1' },
    },
    {
      line: 'import orders_export_2.csv --check --replace orders_export_1.csv',
      note: { en: 'the same, as it would be in the place of the old one', zh: '同上，按取代旧文件后的情形对照' },
    },
  ],
  run: async (host, given) => {
    const context = host.context();
    const exports = await host.exports();
    if (given.check) {
      const { checkFiles } = await import('./run/import-check.js');
      return checkFiles(context, exports, given);
    }
    const { importFiles: run } = await import('./run/import.js');
    return run(context, exports, given);
  },
});
