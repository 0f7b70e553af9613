import type { Message } from '../kernel/text.js';

/** What messages about files that are imported are filled with. */
export const IMPORT_PHRASES = {
  'way.other': { en: 'other words', zh: '其他写法' },
  'no-table.empty': { en: 'it is empty', zh: '文件为空' },
  'no-table.no-header': { en: 'no line is like a header', zh: '没有像表头的行' },
  'no-table.tables': {
    en: 'several tables stand below each other, the next from line {n}',
    zh: '多张表上下相接，下一张始于第 {n} 行',
  },
  'no-table.tables-in-sheet': {
    en: 'several tables stand below each other in sheet "{m}", the next from row {n}',
    zh: '工作表“{m}”中多张表上下相接，下一张始于第 {n} 行',
  },
  'no-table.no-time': { en: 'no column holds times', zh: '没有时间列' },
  'no-table.no-rows': { en: 'it has a header and no row below it', zh: '只有表头，没有数据行' },
  'no-table.rates-wide': {
    en: 'each currency has a column of its own; rates of exchange, as amounts, are read with a column that says the currency of each row',
    zh: '每种货币各占一列；汇率与金额均须逐行读取，由一列写明该行的币种',
  },
  'no-table.rates-per': {
    en: 'its rates are per one {n}, and the contract is in {m}: nothing can be converted by them',
    zh: '其汇率以 1 {n} 为基准，而合同币种为 {m}，无法据以折算',
  },
  'no-table.only-ahead': {
    en: 'its only days are those of {n}: expected, a deadline or a birthday, which no money is of',
    zh: '其中只有 {n} 这类预计、截止或出生日期，不能作为金额所属的日期',
  },
  'no-table.no-day': {
    en: 'no column holds times: in "{n}" this is the first value that is none',
    zh: '没有时间列：“{n}”列自此行起不是日期',
  },
  'no-table.epoch-s': {
    en: 'no column holds dates: "{n}" counts seconds since 1970 (Unix time)',
    zh: '没有日期列：“{n}”是自 1970 年起的秒数（Unix 时间戳）',
  },
  'no-table.epoch-ms': {
    en: 'no column holds dates: "{n}" counts milliseconds since 1970 (Unix time)',
    zh: '没有日期列：“{n}”是自 1970 年起的毫秒数（Unix 时间戳）',
  },
  'no-table.broken': { en: 'it is a damaged gzip file', zh: '它是损坏的 gzip 文件' },
  'no-table.workbook': { en: 'it is a damaged or locked workbook', zh: '它是损坏或加密的工作簿' },
  'no-table.workbook-too-large': { en: 'it is a workbook larger than can be read', zh: '它是过大、无法读取的工作簿' },
  'no-table.parquet': { en: 'it is a Parquet file, which needs no import', zh: '它是 Parquet 文件，无须导入' },
  'no-table.folder': { en: 'this is a folder', zh: '这是文件夹' },
  'no-table.not-excel': { en: 'this is no Excel file', zh: '这不是 Excel 文件' },
  'advice.no-table.folder': { en: 'Name its files.', zh: '请写出其中的文件名。' },
  'advice.no-table.not-excel': {
    en: 'Download it again; where it is text, let its name end in .csv.',
    zh: '请重新下载；若内容是文本，请将扩展名改为 .csv。',
  },
  'advice.no-table.empty': { en: 'Export it again.', zh: '请重新导出。' },
  'advice.no-table.no-header': { en: 'Export the rows with their header.', zh: '请连同表头一起导出明细。' },
  'advice.no-table.tables': {
    en: 'This is a report for reading. Export one table: in GA4 an exploration, by day.',
    zh: '这是供阅读的报告。请只导出一张表：GA4 请用探索，并按天细分。',
  },
  'advice.no-table.no-time': {
    en: 'Export it by day, or with the time of each row: what is paid for is counted by days. `--print` shows what is seen.',
    zh: '请按天导出，或带上每行的时间：计费按日期归属。`--print` 会显示读到的内容。',
  },
  'advice.no-table.no-rows': {
    en: 'Export a time in which there are rows: by them it is told what is in its columns. A file without any need not be taken in.',
    zh: '请导出有数据的时间段：各列内容由数据行判断。没有数据行的文件无须导入。',
  },
  'advice.no-table.rates-wide': {
    en: 'Bring a row for each day and currency: date,currency,rate (guide, chapter 6, exchange rates).',
    zh: '请整理为每天每种货币一行：date,currency,rate（见指南第 6 章“汇率”）。',
  },
  'advice.no-table.rates-per': {
    en: 'Bring rates of {n}: how much {n} one unit of each currency is, or how many units one {n} is (a column rate_per_{n}, read with inverted: true).',
    zh: '请提供以 {n} 计的汇率：每单位外币合多少 {n}，或 1 {n} 合多少外币（列名写作 rate_per_{n}，以 inverted: true 读取）。',
  },
  'advice.no-table.only-ahead': {
    en: 'Export the time of the order or of its payment too. `--print` shows what is seen.',
    zh: '请连同下单或付款时间一起导出。`--print` 会显示读到的内容。',
  },
  'advice.no-table.no-day': {
    en: 'Write its days as 2026-01-31, or export the file again. `--print` shows what is seen.',
    zh: '请将日期写作 2026-01-31，或重新导出文件。`--print` 会显示读到的内容。',
  },
  'advice.no-table.epoch-s': {
    en: 'Export it with times as 2026-01-31 16:00:00; in a spreadsheet, =A2/86400+DATE(1970,1,1) in that form says them in UTC. Or copy it by hand into the data folder, as data/shop/orders.csv, and read it in a view, as an instant: SELECT *, make_timestamptz(CAST("{n}" AS BIGINT) * 1000000) AS at FROM shop.orders.',
    zh: '请将时间导出为 2026-01-31 16:00:00 的形式；在电子表格中可用 =A2/86400+DATE(1970,1,1) 并设为该格式，所得为 UTC 时间。或手工复制到数据文件夹，如 data/shop/orders.csv，再用视图读取：SELECT *, make_timestamptz(CAST("{n}" AS BIGINT) * 1000000) AS at FROM shop.orders。',
  },
  'advice.no-table.epoch-ms': {
    en: 'Export it with times as 2026-01-31 16:00:00; in a spreadsheet, =A2/86400000+DATE(1970,1,1) in that form says them in UTC. Or copy it by hand into the data folder, as data/shop/orders.csv, and read it in a view, as an instant: SELECT *, make_timestamptz(CAST("{n}" AS BIGINT) * 1000) AS at FROM shop.orders.',
    zh: '请将时间导出为 2026-01-31 16:00:00 的形式；在电子表格中可用 =A2/86400000+DATE(1970,1,1) 并设为该格式，所得为 UTC 时间。或手工复制到数据文件夹，如 data/shop/orders.csv，再用视图读取：SELECT *, make_timestamptz(CAST("{n}" AS BIGINT) * 1000) AS at FROM shop.orders。',
  },
  'advice.no-table.broken': { en: 'Download it again.', zh: '请重新下载。' },
  'advice.no-table.workbook-too-large': {
    en: 'Delete the empty rows and columns beyond the table, or save the sheet as .csv.',
    zh: '请删除表格以外的空行和空列，或将工作表另存为 .csv。',
  },
  'advice.no-table.parquet': {
    en: 'Copy it to the place of its table below the data folder, with a name that ends in .parquet.',
    zh: '请复制到数据文件夹中该数据表的位置，并将扩展名写作 .parquet。',
  },
  'advice.no-table.workbook': { en: 'Download it again, without a password.', zh: '请重新下载，且不要加密。' },
  'spoiled.ids': { en: 'ids in {n} are rounded, like 1.2021E+17', zh: '{n} 中的编号已被截断为 1.2021E+17 这类写法' },
  'spoiled.times': { en: 'times in {n} are not as it writes them', zh: '{n} 中的时间不是平台的写法' },
  'written.encoding': { en: 'the encoding', zh: '编码' },
  'written.delimiter': { en: 'what separates columns', zh: '列分隔符' },
  'written.numbers': { en: 'how numbers look', zh: '数字写法' },
  'written.header': { en: 'the line of the header', zh: '表头所在行' },
  'written.header-row': { en: 'the row of the header', zh: '表头所在行' },
  'written.time': { en: 'how times of {n} look', zh: '{n} 的时间写法' },
} as const satisfies Readonly<Record<string, Message>>;
