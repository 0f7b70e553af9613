import type { Message } from '../kernel/text.js';

/** What issues about data are filled with: kinds of faults in words of our own, never a value and never a line. */
export const DATA_PHRASES: Readonly<Record<string, Message>> = {
  // What a query is for
  'query.latest': { en: 'latest {n}', zh: '{n} 的最新值' },
  'query.tallies': { en: 'sums and counts per day by {n}', zh: '按 {n} 逐日求和与计数' },
  'query.without': { en: 'rows without {n}', zh: '没有 {n} 的行' },
  'query.undated': { en: 'rows asked for without {n}', zh: '应计入但没有 {n} 的行' },
  'query.distinct': { en: 'distinct {n} by {m}', zh: '按 {m} 计 {n} 的去重数' },
  'query.parts': { en: 'parts of distinct {n} by {m}', zh: '按 {m} 计 {n} 的分项去重数' },
  'query.rates': { en: 'rates by {n}', zh: '按 {n} 的汇率' },
  'query.misfits': { en: 'values of {n} that do not fit', zh: '{n} 中不合类型的值' },
  'query.times': { en: 'times in {n}', zh: '{n} 中的时间' },
  'query.filters': { en: 'values of filter columns', zh: '筛选列的取值个数' },
  'query.range': { en: 'range of {n}', zh: '{n} 的取值范围' },
  'query.repeats': { en: 'whether {m} repeats by {n}', zh: '{m} 是否重复（按 {n}）' },
  'query.maybe-ordered': { en: 'whether {m} may be in order by {n}', zh: '{m} 是否可能已排序（按 {n}）' },
  'query.ordered': { en: 'whether {m} is in order by {n}', zh: '{m} 是否已排序（按 {n}）' },
  'query.repeated': { en: 'repeated {m} by {n}', zh: '重复的 {m}（按 {n}）' },
  'query.examples': { en: 'examples of repeated {m} by {n}', zh: '重复的 {m} 举例（按 {n}）' },
  'query.view': { en: 'view {n}', zh: '视图 {n}' },

  'unit.line': { en: 'line', zh: '行' },
  'unit.sheet-row': { en: 'sheet "{n}", row', zh: '行（工作表“{n}”）' },
  'unit.row': { en: 'row', zh: '条记录' },

  // Why a file is not read
  'unread.folder': { en: 'folders inside a table’s folder are not looked into', zh: '不读取数据表文件夹中的子文件夹' },
  'unread.other': { en: 'it is neither a file nor a folder, or a link that leads nowhere', zh: '它不是文件，或是失效的链接' },
  'unread.case': {
    en: 'upper and lower case of the name differ from the table’s',
    zh: '文件名的大小写与数据表名不一致',
  },
  'unread.spreadsheet': { en: 'it is a spreadsheet', zh: '它是电子表格' },
  'unread.packed': {
    en: 'it is packed in a form that is not read (.csv.gz, .tsv.gz and .txt.gz are)',
    zh: '不支持该压缩格式（可用 .csv.gz、.tsv.gz、.txt.gz）',
  },
  'unread.ending': {
    en: 'its name does not end in .csv, .tsv, .txt (or these with .gz), .xlsx or .parquet',
    zh: '文件名不以 .csv、.tsv、.txt（可加 .gz）、.xlsx 或 .parquet 结尾',
  },

  // What a file is that should be text
  'form.utf16': {
    en: 'it is UTF-16 (Excel’s “Unicode text”, Google Ads’ “Excel .csv”)',
    zh: '它是 UTF-16 编码（Excel 的“Unicode 文本”、Google Ads 的“Excel .csv”）',
  },
  'form.utf32': { en: 'it is UTF-32', zh: '它是 UTF-32 编码' },
  'form.pdf': { en: 'it is a PDF', zh: '它是 PDF 文件' },
  'form.json': { en: 'it is JSON', zh: '它是 JSON 文件' },
  'form.zip': { en: 'it begins with PK, as XLSX and ZIP files do', zh: '它以 PK 开头，是 XLSX 或 ZIP 文件' },
  'form.gzip': { en: 'it is compressed by gzip, but its name does not end in .gz', zh: '它是 gzip 压缩文件，但文件名不以 .gz 结尾' },
  'form.parquet': { en: 'it is a Parquet file with another name', zh: '它是改了扩展名的 Parquet 文件' },
  'form.xls': { en: 'it is a file of old Excel, of the kind .xls', zh: '它是旧版 Excel 的 .xls 格式文件' },
  'form.html': { en: 'it is a web page or XML', zh: '它是网页或 XML 文件' },
  'form.binary': { en: 'it has bytes in it that no text has', zh: '其中含有文本不会有的字节' },
  'report.ga4': {
    en: 'the CSV of a Google Analytics report: several tables below each other, without dates',
    zh: '谷歌分析（GA4）“报告”导出的 CSV：多张表上下相接，没有日期',
  },
  'report.amazon': {
    en: 'a date range report of Amazon in the language of the account, with month names and amounts that differ from site to site',
    zh: '亚马逊日期范围报告的本地语言版本，月份名称与金额写法因站点而异',
  },
  'advice.report.ga4': {
    en: 'Export an exploration by day instead (Explore, Free form, rows: Date); the pack ga4-exploration-export reads it.',
    zh: '请改为导出按天的探索（探索 › 自由形式，行：日期），由口径包 ga4-exploration-export 读取。',
  },
  'advice.report.amazon': {
    en: 'Download the settlement as Flat File V2 instead (Payments, All Statements); the pack amazon-settlement-export reads it.',
    zh: '请改为下载 Flat File V2 结算报告（付款 › 所有结算），由口径包 amazon-settlement-export 读取。',
  },
  'advice.form.utf16': {
    en: 'Declare it: format: { encoding: utf-16 }. Or save it as “CSV UTF-8 (comma delimited)”.',
    zh: '请声明 format: { encoding: utf-16 }，或另存为“CSV UTF-8（逗号分隔）”。',
  },
  'advice.form.utf32': { en: 'Save it as “CSV UTF-8 (comma delimited)”.', zh: '请另存为“CSV UTF-8（逗号分隔）”。' },
  'advice.form.zip': {
    en: 'Let its name end in .xlsx where it is a workbook; unpack it where it is a ZIP file.',
    zh: '若是 Excel 工作簿，请把扩展名改为 .xlsx；若是 ZIP 文件，请先解压。',
  },
  'advice.form.gzip': {
    en: 'Let its name end in .csv.gz (or .tsv.gz), or unpack it.',
    zh: '请把文件名改为以 .csv.gz（或 .tsv.gz）结尾，或先解压。',
  },
  'advice.form.parquet': { en: 'Let its name end in .parquet.', zh: '请把文件名改为以 .parquet 结尾。' },
  'advice.form.xls': {
    en: 'Open it in a spreadsheet program and save the sheet as “CSV UTF-8 (comma delimited)”.',
    zh: '请用表格软件打开，把工作表另存为“CSV UTF-8（逗号分隔）”。',
  },
  'advice.form.pdf': { en: 'Export the rows as CSV where the report comes from.', zh: '请在报表来源处将明细导出为 CSV。' },
  'advice.form.html': {
    en: 'Look into it: it may say that a login ran out. Then download it again as CSV; a table that is named .xls is saved as CSV by a spreadsheet program.',
    zh: '请打开查看：可能是登录已失效的提示页，此时请重新下载 CSV；若是扩展名为 .xls 的网页表格，请用表格软件另存为 CSV。',
  },
  'advice.form.json': { en: 'Export it as CSV, a row for each record.', zh: '请导出为 CSV，每条记录一行。' },
  'advice.form.binary': { en: 'Export it again as “CSV UTF-8 (comma delimited)”.', zh: '请重新导出为“CSV UTF-8（逗号分隔）”。' },
  'advice.unread.folder': {
    en: 'Put the files themselves into the table’s folder, under names of their own; a column that only the folder’s name holds (month=2026-02) has to be in them.',
    zh: '请把其中的文件直接放入该表的文件夹并各自命名；只写在文件夹名中的列（month=2026-02）须写入文件。',
  },
  'advice.unread.other': { en: 'Put the file itself there.', zh: '请放入文件本身。' },
  'advice.unread.case': { en: 'Let the name be written as the table is.', zh: '请使文件名与数据表名的大小写一致。' },
  'advice.unread.spreadsheet': {
    en: 'Save it as .xlsx under the table’s name or in its folder.',
    zh: '请另存为 .xlsx，以表名命名或放入该表的文件夹。',
  },
  'advice.unread.packed': {
    en: 'Unpack it, and put the CSV or Parquet file there.',
    zh: '请先解压，再放入其中的 CSV 或 Parquet 文件。',
  },
  'advice.unread.ending': {
    en: 'Save it as CSV or Parquet under the table’s name or in its folder.',
    zh: '请另存为 CSV 或 Parquet，以表名命名或放入该表的文件夹。',
  },
  'advice.delimiter.comma': {
    en: 'Let its name end in .csv, or declare it: format: { delimiter: "," }',
    zh: '请把文件名改为以 .csv 结尾，或声明 format: { delimiter: "," }',
  },
  'advice.delimiter.tab': {
    en: 'Let its name end in .tsv, or declare it: format: { delimiter: "\\t" }',
    zh: '请把文件名改为以 .tsv 结尾，或声明 format: { delimiter: "\\t" }',
  },
  'advice.delimiter.other-comma': {
    en: 'Declare it under format: delimiter, and decimal: "," where amounts have a decimal comma.',
    zh: '请在 format 中声明 delimiter；若以逗号作小数点，再加 decimal: ","。',
  },
  'advice.delimiter.other-tab': {
    en: 'Declare it under format: delimiter, and decimal: "," where amounts have a decimal comma.',
    zh: '请在 format 中声明 delimiter；若以逗号作小数点，再加 decimal: ","。',
  },
  'delimiter.other': { en: 'another character', zh: '其他字符' },
  'encoding.gbk': {
    en: 'GBK, perhaps, as Chinese Excel and marketplaces write it',
    zh: '可能是 GBK（中文版 Excel 与电商平台导出的常见编码）',
  },
  'encoding.western': { en: 'Windows-1252 or the like, perhaps', zh: '可能是 Windows-1252 等西文编码' },
  'delimiter.comma': { en: 'commas', zh: '逗号' },
  'delimiter.semicolon': { en: 'semicolons', zh: '分号' },
  'delimiter.tab': { en: 'tabs', zh: '制表符' },
  'delimiter.bar': { en: 'vertical bars', zh: '竖线' },

  // What is wrong with a line
  'line.quote': { en: 'there is text right before or after a quoted field', zh: '带引号的字段前后紧跟着其他内容' },
  'line.unclosed': { en: 'a quotation mark opens a field and none closes it', zh: '字段以引号开头，却没有收尾引号' },
  'line.long': { en: 'it is longer than 2 MB', zh: '该行超过 2 MB' },
  'line.tabs': {
    en: 'a quoted field goes on over tabs or lines, which may swallow rows',
    zh: '带引号的字段跨越了制表符或换行，可能吞掉其他行',
  },

  'advice.fields.comma': {
    en: 'A field with a comma in it is exported in quotes; such a line is no row where it only adds up the others: then take it away.',
    zh: '含逗号的字段须带引号导出；若该行只是合计，请删去。',
  },
  'advice.fields.tab': {
    en: 'A field with a tab in it goes on into the next column: export it without, or as a .csv with quotes.',
    zh: '含制表符的字段会串列：请导出不含制表符的内容，或导出为带引号的 .csv。',
  },
  'advice.fields.fewer': {
    en: 'A line that describes or adds up the others is no row: take it away, or export rows alone; one that is cut short is exported again.',
    zh: '说明行或合计行不是数据行：请删去，或只导出明细；被截断的行请重新导出。',
  },

  // Why a file cannot be read
  'unreadable.broken': { en: 'it is no whole gzip file', zh: '它不是完整的 gzip 文件' },
  'unreadable.workbook': { en: 'it is no workbook that can be opened', zh: '它不是可以打开的 Excel 工作簿' },
  'unreadable.parquet': { en: 'it is no whole Parquet file', zh: '它不是完整的 Parquet 文件' },
  'unreadable.together': {
    en: 'its columns do not go together with those of the table’s other files',
    zh: '它的列与该表其他文件的列无法合并',
  },
  'unreadable.engine': { en: 'the engine cannot read it to its end', zh: '引擎无法完整读取' },
  'unreadable.disagree': { en: 'two readers find different numbers of rows in it', zh: '两种读取方式得到的行数不一致' },

  // What an engine refused
  'engine.conversion': { en: 'a value cannot be turned into the type that is asked for', zh: '有值无法转换为所需类型' },
  'engine.rows': { en: 'a subquery that stands for one value has several rows', zh: '应为单个值的子查询返回了多行' },
  'engine.range': { en: 'a number is too large', zh: '数值超出范围' },
  'engine.memory': { en: 'there is not enough memory', zh: '内存不足' },
  'engine.io': { en: 'a file or the disk cannot be read or written', zh: '文件或磁盘无法读写' },
  'engine.binder': { en: 'it names something that its tables do not have', zh: '引用了数据表中不存在的内容' },
  'engine.types': { en: 'it computes with or compares columns of other types', zh: '以不同类型的列进行计算或比较' },
  'engine.syntax': { en: 'it is not valid SQL', zh: 'SQL 语法有误' },
  'engine.format': { en: 'a text is not written as strptime is told', zh: '有文本与 strptime 所写的格式不符' },
  'engine.input': { en: 'a file or a value is not what is asked for', zh: '文件或值不符合要求' },
  'engine.zero': { en: 'it divides by zero', zh: '出现除以零' },
  'engine.other': { en: 'the engine does not say why in words that may be shown', zh: '引擎给出的原因不便显示' },

  // What BigQuery, or the way to it, refused
  'credentials.none': { en: 'none are found', zh: '未找到' },
  'credentials.file': {
    en: 'the file that GOOGLE_APPLICATION_CREDENTIALS names is not there, or holds none',
    zh: '环境变量 GOOGLE_APPLICATION_CREDENTIALS 所指的文件不存在，或其中没有可用凭据',
  },
  'credentials.key': { en: 'the key in them cannot be read', zh: '其中的密钥无法读取' },
  'credentials.expired': { en: 'they have expired or were withdrawn', zh: '已过期或被撤销' },
  'credentials.refused': { en: 'Google does not accept them', zh: 'Google 不接受' },
  'jobs.api': { en: 'the BigQuery API is not enabled', zh: '未启用 BigQuery API' },
  'jobs.right': { en: 'the account lacks bigquery.jobs.create', zh: '该账号缺少 bigquery.jobs.create 权限' },
  'billing.off': { en: 'billing is not enabled', zh: '未启用结算' },
  'billing.tier': { en: 'it computes more than on-demand prices include', zh: '计算量超出按需计费的范围' },
  'answer.none': { en: 'no answer', zh: '没有应答' },
  'answer.gone': { en: 'it is no longer there', zh: '对象已不存在' },
  'travel.window': { en: 'BigQuery does not keep so old a state', zh: 'BigQuery 未保留如此早的状态' },
  'travel.view': { en: 'its tables cannot be told from its columns', zh: '无法在文本中区分其数据表与列' },

  // What is wrong with a number
  'number.decimals': { en: 'it has more than nine decimals', zh: '小数超过九位' },
  'number.digits': { en: 'it has more than 29 digits before the point', zh: '整数部分超过 29 位' },
  'number.exponent': { en: 'it has an exponent', zh: '使用了科学计数法' },
  'number.currency': { en: 'it has a currency sign or code', zh: '带有货币符号或币种代码' },
  'number.percent': { en: 'it has a % sign', zh: '带有 % 号' },
  'number.separators': { en: 'it has separators, or a decimal comma', zh: '带有千位分隔符或以逗号作小数点' },
  'number.blank': { en: 'it is empty text in quotes, or spaces', zh: '是带引号的空文本或空格' },
  'number.padded': { en: 'it has spaces around it', zh: '前后有空格' },
  'number.brackets': { en: 'it is in brackets, as books show what is below 0', zh: '带括号（账簿中表示负数）' },
  'number.minus-last': { en: 'its minus sign stands last', zh: '负号在末尾' },
  'number.minus': { en: 'a dash or another character stands for its minus sign', zh: '负号用的是破折号等其他字符' },
  'number.wide': { en: 'its digits are full-width characters', zh: '使用了全角数字' },
  'number.formula': { en: 'it is wrapped as a formula (="…")', zh: '写成了公式形式（="…"）' },
  'number.apostrophe': { en: 'an apostrophe stands before it', zh: '前面有单引号' },
  'number.error': { en: 'it is the error of a spreadsheet’s formula', zh: '是电子表格公式的错误值' },
  'number.nothing': { en: 'it is a word or a sign for no value', zh: '是表示没有数值的词或符号' },
  'number.declared': {
    en: 'it is not written as decimal and thousands under format say',
    zh: '写法与 format 中的 decimal、thousands 不符',
  },
  'number.short': { en: 'it is shortened, like 3万 or 1.2k', zh: '是缩写的数，如 3万、1.2k' },
  'number.text': { en: 'it is other text', zh: '是其他文本' },
  'number.range': {
    en: 'it does not fit 29 digits before and 9 after the point',
    zh: '超出整数 29 位、小数 9 位的范围',
  },
  'advice.decimals': {
    en: 'As both parties agree to it, write under columns round: 2 beside the column of an amount, round: 9 beside any other. In a view: CAST(ROUND(CAST(… AS DECIMAL(38, 18)), 9) AS DECIMAL(38, 9)).',
    zh: '请按双方约定在 columns 的该列中写 round: 2（金额）或 round: 9（其他数值）。若为视图，则写 CAST(ROUND(CAST(… AS DECIMAL(38, 18)), 9) AS DECIMAL(38, 9))。',
  },
  'advice.declared.number': {
    en: 'Correct the format, or export the file as it is declared.',
    zh: '请更正 format，或按声明的写法重新导出。',
  },
  'advice.declared.time': {
    en: 'Correct the column’s time, or export the file as it is declared.',
    zh: '请更正该列的 time，或按声明的写法重新导出。',
  },
  'advice.digits': { en: 'Such a number is no amount; look where it comes from.', zh: '这样的数不会是金额，请到数据来源处查明。' },
  'advice.exponent': { en: 'Export plain decimals, such as 1234.50.', zh: '请导出普通十进制数，如 1234.50。' },
  'advice.currency': {
    en: 'Export plain decimals (1234.50), or take the sign away in a view and say what each other character is.',
    zh: '请导出普通十进制数（1234.50），或在视图中去掉货币符号，并写明其他字符的含义。',
  },
  'advice.currency.plain': {
    en: `Export without the sign, or write strip: "{n}" beside the column under columns. In a view: CAST(replace(…, '{n}', '') AS DECIMAL(38, 9)).`,
    zh: `请导出不带货币符号的金额，或在 columns 的该列中写 strip: "{n}"。若为视图，则写 CAST(replace(…, '{n}', '') AS DECIMAL(38, 9))。`,
  },
  'advice.currency.thousands': {
    en: `Export plain decimals (1234.50), or write strip: "{n}" beside the column under columns and thousands: "," under format. In a view: CAST(replace(replace(…, '{n}', ''), ',', '') AS DECIMAL(38, 9)).`,
    zh: `请导出普通十进制数（1234.50），或在 columns 的该列中写 strip: "{n}"，并在 format 中写 thousands: ","。若为视图，则写 CAST(replace(replace(…, '{n}', ''), ',', '') AS DECIMAL(38, 9))。`,
  },
  'advice.currency.comma': {
    en: `Export plain decimals (1234.50), or write strip: "{n}" beside the column under columns and decimal: ",", thousands: "." under format. In a view: CAST(replace(replace(replace(…, '{n}', ''), '.', ''), ',', '.') AS DECIMAL(38, 9)).`,
    zh: `请导出普通十进制数（1234.50），或在 columns 的该列中写 strip: "{n}"，并在 format 中写 decimal: ",", thousands: "."。若为视图，则写 CAST(replace(replace(replace(…, '{n}', ''), '.', ''), ',', '.') AS DECIMAL(38, 9))。`,
  },
  'advice.currency.either': {
    en: `Export plain decimals (1234.50), or write strip: "{n}" beside the column under columns, and under format thousands: "," or decimal: ",", whichever the comma is. In a view: CAST(replace(replace(…, '{n}', ''), ',', '') AS DECIMAL(38, 9)) where it sets thousands apart, CAST(replace(replace(…, '{n}', ''), ',', '.') AS DECIMAL(38, 9)) where it is the decimal point.`,
    zh: `请导出普通十进制数（1234.50），或在 columns 的该列中写 strip: "{n}"，并在 format 中写明逗号的含义：thousands: "," 或 decimal: ","。若为视图，千位分隔符写 CAST(replace(replace(…, '{n}', ''), ',', '') AS DECIMAL(38, 9))，小数点写 CAST(replace(replace(…, '{n}', ''), ',', '.') AS DECIMAL(38, 9))。`,
  },
  'advice.currency.other': {
    en: 'Export plain decimals (1234.50), or take {n} away in a view and say what each other character is.',
    zh: '请导出普通十进制数（1234.50），或在视图中去掉 {n}，并写明其他字符的含义。',
  },
  'advice.percent': {
    en: 'Export a plain number, or divide in a view by 100 what stands before the sign.',
    zh: '请导出普通数字，或在视图中去掉 % 后除以 100。',
  },
  'advice.separators.thousands': {
    en: `Export plain decimals (1234.50), or write thousands: "," under format. In a view: CAST(replace(…, ',', '') AS DECIMAL(38, 9)).`,
    zh: `请导出普通十进制数（1234.50），或在 format 中写 thousands: ","。若为视图，则写 CAST(replace(…, ',', '') AS DECIMAL(38, 9))。`,
  },
  'advice.separators.comma': {
    en: `Export plain decimals (1234.50), or write decimal: ",", thousands: "." under format. In a view: CAST(replace(replace(…, '.', ''), ',', '.') AS DECIMAL(38, 9)).`,
    zh: `请导出普通十进制数（1234.50），或在 format 中写 decimal: ",", thousands: "."。若为视图，则写 CAST(replace(replace(…, '.', ''), ',', '.') AS DECIMAL(38, 9))。`,
  },
  'advice.separators.either': {
    en: `Export plain decimals (1234.50), or write under format thousands: "," or decimal: ",", whichever the comma is. In a view: CAST(replace(…, ',', '') AS DECIMAL(38, 9)) where it sets thousands apart, CAST(replace(…, ',', '.') AS DECIMAL(38, 9)) where it is the decimal point.`,
    zh: `请导出普通十进制数（1234.50），或在 format 中写明逗号的含义：thousands: "," 或 decimal: ","。若为视图，千位分隔符写 CAST(replace(…, ',', '') AS DECIMAL(38, 9))，小数点写 CAST(replace(…, ',', '.') AS DECIMAL(38, 9))。`,
  },
  'advice.separators.other': {
    en: 'Export plain decimals (1234.50), or write under format which character sets thousands apart (thousands) and which is the decimal point (decimal).',
    zh: '请导出普通十进制数（1234.50），或在 format 中写明哪个字符是千位分隔符（thousands）、哪个是小数点（decimal）。',
  },
  'advice.blank': {
    en: "Leave the field empty where there is no value, without quotes; or write nullif(trim(…), '') in a view.",
    zh: "没有值时请留空且不加引号；或在视图中写 nullif(trim(…), '')。",
  },
  'advice.strip-more': {
    en: 'The column takes other text off already: write strip: [{n}] in its place, so that every file is read; or export the bare number.',
    zh: '该列已写有 strip：请改写为 strip: [{n}]，使各文件均可读取；或导出不带这些字符的数字。',
  },
  'advice.padded': {
    en: String.raw`Write strip: [" ", "\t"] beside the column under columns, or export without the spaces. In a view: trim(…).`,
    zh: String.raw`请在 columns 的该列中写 strip: [" ", "\t"]，或导出不带空格的值。若为视图，则写 trim(…)。`,
  },
  'advice.brackets': {
    en: "Export plain decimals (-1234.50), or say it in a view: CAST(regexp_replace(replace(…, ',', ''), '^[(（] *(.*?) *[)）]$', '-\\1') AS DECIMAL(38, 9)).",
    zh: "请导出普通十进制数（-1234.50），或在视图中写明：CAST(regexp_replace(replace(…, ',', ''), '^[(（] *(.*?) *[)）]$', '-\\1') AS DECIMAL(38, 9))。",
  },
  'advice.minus-last': {
    en: "Export plain decimals (-1234.50), or say it in a view: CAST(regexp_replace(replace(…, ',', ''), '^(.*?) *-$', '-\\1') AS DECIMAL(38, 9)).",
    zh: "请导出普通十进制数（-1234.50），或在视图中写明：CAST(regexp_replace(replace(…, ',', ''), '^(.*?) *-$', '-\\1') AS DECIMAL(38, 9))。",
  },
  'advice.minus': {
    en: "Export plain decimals (-1234.50), or say it in a view: CAST(replace(replace(…, '{n}', '-'), ',', '') AS DECIMAL(38, 9)).",
    zh: "请导出普通十进制数（-1234.50），或在视图中写明：CAST(replace(replace(…, '{n}', '-'), ',', '') AS DECIMAL(38, 9))。",
  },
  'advice.wide': {
    en: "Export plain decimals (-1234.50), or say it in a view: CAST(translate(…, '０１２３４５６７８９．－', '0123456789.-') AS DECIMAL(38, 9)).",
    zh: "请导出普通十进制数（-1234.50），或在视图中写明：CAST(translate(…, '０１２３４５６７８９．－', '0123456789.-') AS DECIMAL(38, 9))。",
  },
  'advice.formula': {
    en: `Export plain decimals (-1234.50), or say it in a view: CAST(regexp_replace(replace(…, ',', ''), '^="(.*)"$', '\\1') AS DECIMAL(38, 9)).`,
    zh: `请导出普通十进制数（-1234.50），或在视图中写明：CAST(regexp_replace(replace(…, ',', ''), '^="(.*)"$', '\\1') AS DECIMAL(38, 9))。`,
  },
  'advice.apostrophe': {
    en: "Export plain decimals (-1234.50), or say it in a view: CAST(ltrim(replace(…, ',', ''), '''') AS DECIMAL(38, 9)).",
    zh: "请导出普通十进制数（-1234.50），或在视图中写明：CAST(ltrim(replace(…, ',', ''), '''') AS DECIMAL(38, 9))。",
  },
  'advice.odd': {
    en: 'Export plain decimals (-1234.50), or say in a view what each other character is.',
    zh: '请导出普通十进制数（-1234.50），或在视图中写明其他每个字符的含义。',
  },
  'advice.nothing': {
    en: `Leave the field empty where there is no value, or write nulls: ["{n}"] under format. In a view: nullif(…, '{n}').`,
    zh: `没有值时请留空，或在 format 中写 nulls: ["{n}"]。若为视图，则写 nullif(…, '{n}')。`,
  },
  'advice.column-pack': {
    en: 'Use {m} instead of {n}: it reads what is delivered to BigQuery, and its measures have other names, so that formulas change with it. Or declare a fact of your own whose columns have the names of the table that the file was loaded into (guide, chapter 11).',
    zh: '请把 {n} 换成 {m}：它读取送达 BigQuery 的数据，其度量名称不同，公式须随之修改。或自行声明事实表，列名用加载后的表中的名称（见指南第 11 章）。',
  },
  'advice.column-file': {
    en: 'Declare a fact of your own whose columns have the names of the table that the file was loaded into (guide, chapter 11).',
    zh: '请自行声明事实表，列名用文件加载后的表中的名称（见指南第 11 章）。',
  },
  'advice.total': {
    en: 'That line adds up others and is no row. Write comment: "{n}" under format, which leaves out each line that begins so; or stopAt: "{n}", where it and all below are no rows.',
    zh: '该行是合计，不是数据。请在 format 中写 comment: "{n}"，略去以此开头的每一行；若该行及以下都不是数据，则写 stopAt: "{n}"。',
  },
  'advice.error': {
    en: 'Mend the formula where the file comes from and export again; where it is agreed to mean nothing, write nulls: ["{n}"] under format.',
    zh: '请在数据来源处修正公式后重新导出；若双方约定其表示没有数值，请在 format 中写 nulls: ["{n}"]。',
  },
  'advice.short': {
    en: 'Export the whole number (30000 for 3万); what a shortened one has been rounded by is lost.',
    zh: '请导出完整的数（3万 写作 30000）；缩写时舍去的部分无法恢复。',
  },
  'advice.text': {
    en: 'Look at it (of a text file `concord doctor --rows` shows the line on your own terminal). Where it is no row, say so under format: comment: "Total" leaves out each line that begins so, stopAt: "Total" that line and all below, dropFirst: 1 a line of descriptions below the header. Else name another column, or say in a view what such text means.',
    zh: '请查看该行（文本文件可用 `concord doctor --rows` 在您自己的终端显示）。若该行不是数据，请在 format 中写明：comment: "合计" 略去以此开头的每一行，stopAt: "合计" 略去该行及以下所有行，dropFirst: 1 略去表头下方的一行说明。否则请改用其他列，或在视图中写明此类文本的含义。',
  },
  'advice.range': { en: 'Look for values in the column that cannot be amounts.', zh: '请检查该列中不可能是金额的值。' },

  // What is wrong with a time
  'time.clock': { en: 'it has a time of day', zh: '带有时刻' },
  'time.padded': { en: 'it has spaces or a tab around it', zh: '前后有空格或制表符' },
  'time.order': { en: 'its day, month and year are in an order that has to be guessed', zh: '年月日的顺序只能靠猜' },
  'time.form': { en: 'its day is not written as 2026-01-31', zh: '日期不是 2026-01-31 的写法' },
  'time.han': { en: 'its day is written with 年, 月 and 日', zh: '日期写成了“年月日”' },
  'time.zone': { en: 'it names its zone in letters', zh: '用字母注明时区' },
  'time.comma': { en: 'a comma stands before its parts of a second', zh: '秒的小数部分用了逗号' },
  'time.span': { en: 'it is a week, a month or a quarter, and no day', zh: '是周、月或季度，而不是某一天' },
  'time.alike': { en: 'its digits or dashes are other characters that look like them', zh: '数字或连字符是外形相近的其他字符' },
  'time.half': { en: 'it has AM or PM', zh: '使用了上午/下午' },
  'time.compact': { en: 'it has no dashes', zh: '缺少连字符' },
  'time.serial': { en: 'it is a plain number', zh: '是一个普通数字' },
  'time.epoch-s': { en: 'it counts seconds since 1970 (Unix time)', zh: '是自 1970 年起的秒数（Unix 时间戳）' },
  'time.epoch-ms': { en: 'it counts milliseconds since 1970 (Unix time)', zh: '是自 1970 年起的毫秒数（Unix 时间戳）' },
  'time.blank': { en: 'it is empty text in quotes', zh: '是带引号的空文本' },
  'time.calendar': { en: 'no calendar or clock has it', zh: '日历或时钟上不存在该时间' },
  'time.declared': { en: 'it is not written as time says', zh: '写法与 time 不符' },
  'time.error': { en: 'it is the error of a spreadsheet’s formula', zh: '是电子表格公式的错误值' },
  'time.nothing': { en: 'it is a word or a sign for no value', zh: '是表示没有数值的词或符号' },
  'time.text': { en: 'it is other text', zh: '是其他文本' },
  'advice.time.clock': {
    en: 'Export the day alone, or say in a view in which zone: CAST(… AS DATE).',
    zh: '请只导出日期，或在视图中写明时区后转换：CAST(… AS DATE)。',
  },
  'advice.time.padded': {
    en: String.raw`Write strip: [" ", "\t"] beside the column under columns. In a view: trim(…, chr(9) || ' ').`,
    zh: String.raw`请在 columns 的该列中写 strip: [" ", "\t"]。若为视图，则写 trim(…, chr(9) || ' ')。`,
  },
  'advice.time.order': {
    en: 'Export times as 2026-01-31, or write in which order day, month and year stand, as time: "%d/%m/%y" beside the column under columns (%y for a year of two digits).',
    zh: '请导出为 2026-01-31 的形式，或在 columns 的该列中写明年月日的顺序，如 time: "%d/%m/%y"（两位年份用 %y）。',
  },
  'advice.time.order-day': {
    en: `Write time: "{n}" beside the column under columns, or export times as 2026-01-31. In a view: CAST(strptime(…, '{n}') AS DATE).`,
    zh: `请在 columns 的该列中写 time: "{n}"，或导出为 2026-01-31 的形式。若为视图，则写 CAST(strptime(…, '{n}') AS DATE)。`,
  },
  'advice.time.order-day-either': {
    en: `Write beside the column under columns time: "{n}" where the day comes first, time: "{m}" where the month does; or export times as 2026-01-31. In a view: CAST(strptime(…, '{n}') AS DATE) or CAST(strptime(…, '{m}') AS DATE).`,
    zh: `请在 columns 的该列中写明顺序：日在前写 time: "{n}"，月在前写 time: "{m}"；或导出为 2026-01-31 的形式。若为视图，则写 CAST(strptime(…, '{n}') AS DATE) 或 CAST(strptime(…, '{m}') AS DATE)。`,
  },
  'advice.time.order-clock': {
    en: `Write time: "{n}" beside the column under columns, or export times as 2026-01-31 16:00:00. In a view: strptime(…, '{n}').`,
    zh: `请在 columns 的该列中写 time: "{n}"，或导出为 2026-01-31 16:00:00 的形式。若为视图，则写 strptime(…, '{n}')。`,
  },
  'advice.time.order-clock-either': {
    en: `Write beside the column under columns time: "{n}" where the day comes first, time: "{m}" where the month does; or export times as 2026-01-31 16:00:00. In a view: strptime(…, '{n}') or strptime(…, '{m}').`,
    zh: `请在 columns 的该列中写明顺序：日在前写 time: "{n}"，月在前写 time: "{m}"；或导出为 2026-01-31 16:00:00 的形式。若为视图，则写 strptime(…, '{n}') 或 strptime(…, '{m}')。`,
  },
  'advice.time.order-day-day-or-year': {
    en: `Write beside the column under columns time: "{n}" where the day comes first, time: "{m}" where the year does; or export times as 2026-01-31. In a view: CAST(strptime(…, '{n}') AS DATE) or CAST(strptime(…, '{m}') AS DATE).`,
    zh: `请在 columns 的该列中写明顺序：日在前写 time: "{n}"，年在前写 time: "{m}"；或导出为 2026-01-31 的形式。若为视图，则写 CAST(strptime(…, '{n}') AS DATE) 或 CAST(strptime(…, '{m}') AS DATE)。`,
  },
  'advice.time.order-clock-day-or-year': {
    en: `Write beside the column under columns time: "{n}" where the day comes first, time: "{m}" where the year does; or export times as 2026-01-31 16:00:00. In a view: strptime(…, '{n}') or strptime(…, '{m}').`,
    zh: `请在 columns 的该列中写明顺序：日在前写 time: "{n}"，年在前写 time: "{m}"；或导出为 2026-01-31 16:00:00 的形式。若为视图，则写 strptime(…, '{n}') 或 strptime(…, '{m}')。`,
  },
  'advice.time.order-day-month-or-year': {
    en: `Write beside the column under columns time: "{n}" where the month comes first, time: "{m}" where the year does; or export times as 2026-01-31. In a view: CAST(strptime(…, '{n}') AS DATE) or CAST(strptime(…, '{m}') AS DATE).`,
    zh: `请在 columns 的该列中写明顺序：月在前写 time: "{n}"，年在前写 time: "{m}"；或导出为 2026-01-31 的形式。若为视图，则写 CAST(strptime(…, '{n}') AS DATE) 或 CAST(strptime(…, '{m}') AS DATE)。`,
  },
  'advice.time.order-clock-month-or-year': {
    en: `Write beside the column under columns time: "{n}" where the month comes first, time: "{m}" where the year does; or export times as 2026-01-31 16:00:00. In a view: strptime(…, '{n}') or strptime(…, '{m}').`,
    zh: `请在 columns 的该列中写明顺序：月在前写 time: "{n}"，年在前写 time: "{m}"；或导出为 2026-01-31 16:00:00 的形式。若为视图，则写 strptime(…, '{n}') 或 strptime(…, '{m}')。`,
  },
  'advice.time.half': {
    en: 'Export times on a clock of 24 hours, as 2026-01-31 16:00:00; or write how they are written, as time: "%m/%d/%Y %I:%M:%S %p" beside the column under columns (%I for the hour, %p for AM and PM).',
    zh: '请按 24 小时制导出，如 2026-01-31 16:00:00；或在 columns 的该列中写明格式，如 time: "%m/%d/%Y %I:%M:%S %p"（%I 表示小时，%p 表示 AM/PM）。',
  },
  'advice.time.half-first': {
    en: 'Write how they are written, as time: "{n}" beside the column under columns (%p for the half of the day, %I for the hour); or export times on a clock of 24 hours, as 2026-01-31 16:00:00.',
    zh: '请在 columns 的该列中写明格式 time: "{n}"（%p 表示上午/下午，%I 表示小时）；或按 24 小时制导出，如 2026-01-31 16:00:00。',
  },
  'advice.time.zone': {
    en: 'Export times with an offset (2026-01-31 16:00:00 +08:00), or without a zone, and name that under `when`.',
    zh: '请导出带时区偏移的时间（2026-01-31 16:00:00 +08:00），或导出不带时区的时间并在 `when` 中写明时区。',
  },
  'advice.time.letters': {
    en: 'Write strip: [{n}] beside the column under columns, and name its zone under `when`; where the rest is not written as 2026-01-31 16:00:00, say how it is under time, without the letters. Or export times with an offset (2026-01-31 16:00:00 +08:00).',
    zh: '请在 columns 的该列中写 strip: [{n}]，并在 `when` 中写明时区；其余部分若不是 2026-01-31 16:00:00 的写法，请在 time 中写明（不含这些字母）。也可导出带时区偏移的时间（2026-01-31 16:00:00 +08:00）。',
  },
  'advice.time.comma': {
    en: "Write a point in a view: replace(…, ',', '.').",
    zh: "请在视图中改为小数点：replace(…, ',', '.')。",
  },
  'advice.time.span': {
    en: 'Export by day: a row counts on one day.',
    zh: '请按天导出：每行计入某一天。',
  },
  'advice.time.alike': {
    en: 'Export times as 2026-01-31 in plain digits and dashes, or put plain ones in their place in a view: translate(…).',
    zh: '请以半角数字和连字符导出，如 2026-01-31；或在视图中用 translate(…) 替换。',
  },
  'advice.time.compact': {
    en: `Write time: "%Y%m%d" beside the column under columns. In a view: CAST(strptime(…, '%Y%m%d') AS DATE).`,
    zh: `请在 columns 的该列中写 time: "%Y%m%d"。若为视图，则写 CAST(strptime(…, '%Y%m%d') AS DATE)。`,
  },
  'advice.time.epoch-s': {
    en: 'Read the table in a view, as an instant without a zone: make_timestamptz(CAST(… AS BIGINT) * 1000000). Or export times as 2026-01-31 16:00:00.',
    zh: '请用视图读取该表，所得为时刻，无须时区：make_timestamptz(CAST(… AS BIGINT) * 1000000)。或将时间导出为 2026-01-31 16:00:00 的形式。',
  },
  'advice.time.epoch-ms': {
    en: 'Read the table in a view, as an instant without a zone: make_timestamptz(CAST(… AS BIGINT) * 1000). Or export times as 2026-01-31 16:00:00.',
    zh: '请用视图读取该表，所得为时刻，无须时区：make_timestamptz(CAST(… AS BIGINT) * 1000)。或将时间导出为 2026-01-31 16:00:00 的形式。',
  },
  'advice.time.serial': {
    en: 'Export times as 2026-01-31 16:00:00; a number says neither its unit nor where it begins.',
    zh: '请以 2026-01-31 16:00:00 的形式导出；单独的数字既无单位也无起点。',
  },
  'advice.time.blank': {
    en: "Leave the field empty where there is no value, without quotes; or write nullif(…, '') in a view.",
    zh: "没有值时请留空且不加引号；或在视图中写 nullif(…, '')。",
  },
  'advice.time.calendar': {
    en: 'Correct the value where the file comes from, and export it again.',
    zh: '请在数据来源处更正该值，然后重新导出。',
  },
  'advice.time.text': {
    en: 'Look at it (of a text file `concord doctor --rows` shows the line on your own terminal). Where it is no row, say so under format: comment: "Total" leaves out each line that begins so, stopAt: "Total" that line and all below, dropFirst: 1 a line of descriptions below the header. Else name another column.',
    zh: '请查看该行（文本文件可用 `concord doctor --rows` 在您自己的终端显示）。若该行不是数据，请在 format 中写明：comment: "合计" 略去以此开头的每一行，stopAt: "合计" 略去该行及以下所有行，dropFirst: 1 略去表头下方的一行说明。否则请改用其他列。',
  },

  // Lists of columns
  'columns.more': { en: ' … and {n} more', zh: ' …… 另有 {n} 列' },
  'columns.unshown': {
    en: '{n} columns, whose names are not shown: none is asked for, so the first line may be no header',
    zh: '{n} 列；其中没有口径用到的列名，首行可能不是表头，因此不显示',
  },
};
