import type { Message } from '../text.js';

/** What people read about a problem of the data, or of a definition that the data does not bear out. */
export interface DataIssueEntry {
  readonly text: Message;
  readonly explanation: Message;
  readonly fix: Message;
}

const EXACT: Message = {
  en: 'A value that is read wrongly would be paid wrongly, so nothing is guessed and nothing is rounded.',
  zh: '读错一个值就会付错一笔钱，因此这里既不猜测，也不舍入。',
};
const REPAIR: Message = {
  en: 'Correct the value where the file comes from, and export it again.',
  zh: '请在数据来源处更正该值，然后重新导出。',
};
const ZONES: Message = {
  en: 'The same moment is a different day in another time zone; a wall-clock time without its zone names no moment.',
  zh: '同一时刻在不同时区可能属于不同日期；没有时区的当地时间不能确定是哪一时刻。',
};
const VIEWS: Message = {
  en: 'A view is part of what both parties agreed, so it may only read their tables, and must give the same rows to whoever runs it.',
  zh: '视图是双方约定的一部分，因此只能读取双方的数据表，并且无论由谁运行都应得到同样的结果。',
};

export const DATA_ISSUES = {
  'data-folder-missing': {
    text: { en: 'there is no data folder {folder}', zh: '数据目录 {folder} 不存在' },
    explanation: {
      en: 'DuckDB reads the files of one folder and nothing else.',
      zh: 'DuckDB 只读取一个目录中的文件。',
    },
    fix: {
      en: 'Create it, or name another with `--data` or in contracts/workspace.yaml.',
      zh: '请创建该目录，或用 `--data` 或在 contracts/workspace.yaml 中指定其他目录。',
    },
  },
  'data-no-rows': {
    text: { en: 'fact {fact} has no row with a time yet', zh: '事实表 {fact} 尚无带时间的行' },
    explanation: {
      en: 'Without rows or load times nobody can tell an empty period from a missing one.',
      zh: '没有数据行或加载时间，就无法区分空期间与缺失数据。',
    },
    fix: {
      en: 'Load its data; for a fact with few rows name a load log under `freshness`.',
      zh: '请加载数据；行数很少的事实表请在 `freshness` 中指定加载日志。',
    },
  },
  'data-not-fresh': {
    text: {
      en: 'fact {fact} has come to {reached}; {period} needs {needed}',
      zh: '事实表 {fact} 的数据到 {reached}；{period} 需要到 {needed}',
    },
    explanation: {
      en: 'Until then what depends on it is held: missing data is not zero.',
      zh: '在此之前，相关款项会暂扣：缺失不等于零。',
    },
    fix: {
      en: 'Wait for the next load, or find out why it stopped; for a fact with few rows name a load log under `freshness`.',
      zh: '请等待下一次加载，或查明加载停止的原因；行数很少的事实表请在 `freshness` 中指定加载日志。',
    },
  },
  'data-file-missing': {
    text: { en: 'no data for table {table}: expected {expected}', zh: '找不到数据表 {table} 的数据：应有 {expected}' },
    explanation: {
      en: 'A table `shop.orders` is a file or a folder of files of that name in the data folder.',
      zh: '数据表 `shop.orders` 对应数据目录中同名的文件，或存放多个文件的文件夹。',
    },
    fix: {
      en: 'Put the export there, or point `--data` to the folder that holds it.',
      zh: '请把导出文件放到该位置，或用 `--data` 指定其所在目录。',
    },
  },
  'data-file-ambiguous': {
    text: { en: 'table {table} has more than one source: {found}', zh: '数据表 {table} 有多个来源：{found}' },
    explanation: {
      en: 'Which of them is meant would be a guess, and adding them up could count rows twice.',
      zh: '使用哪一个只能靠猜，全部使用又可能重复计数。',
    },
    fix: { en: 'Keep one of them.', zh: '请只保留其中一个。' },
  },
  'data-file-outside': {
    text: { en: '{file} leads outside the data folder', zh: '{file} 指向数据目录之外' },
    explanation: {
      en: 'Only files in the data folder are read, so that a contract cannot reach for others.',
      zh: '只读取数据目录内的文件，以免合同读取其他文件。',
    },
    fix: { en: 'Put the file itself into the data folder, not a link to it.', zh: '请把文件本身放入数据目录，而不是放链接。' },
  },
  'data-file-unreadable': {
    text: { en: '{file} cannot be read: {detail}', zh: '无法读取 {file}：{detail}' },
    explanation: {
      en: 'CSV is read as UTF-8 with a comma, double quotes and a header line, and every line with as many fields as the header.',
      zh: 'CSV 按 UTF-8 编码、逗号分隔、双引号、首行为表头读取，每行字段数须与表头一致。',
    },
    fix: { en: 'Export the file again in that form, or as Parquet.', zh: '请按上述格式重新导出，或导出为 Parquet。' },
  },
  'data-file-empty': {
    text: { en: '{file} has no header line', zh: '{file} 没有表头' },
    explanation: {
      en: 'Without a header nobody knows which columns the file was to have. No rows under a header are fine: that is 0.',
      zh: '没有表头就不知道文件应有哪些列。只有表头而没有数据行是可以的，结果为 0。',
    },
    fix: { en: 'Export the file again with its header.', zh: '请连同表头重新导出文件。' },
  },
  'data-name': {
    text: { en: '{name} is not a plain name', zh: '{name} 不是普通名称' },
    explanation: {
      en: 'Names of datasets, tables and columns are letters, digits and `_`, and do not begin with a digit, so that they mean the same to every engine.',
      zh: '数据集、数据表和列的名称由字母、数字和 `_` 组成，且不以数字开头，以便在各引擎中含义一致。',
    },
    fix: {
      en: 'Give the column such a name where the data comes from, or in a view.',
      zh: '请在数据来源处或视图中改用这样的名称。',
    },
  },
  'data-column-missing': {
    text: { en: '{table} has no column "{column}"{suggestion}', zh: '{table} 没有列“{column}”{suggestion}' },
    explanation: {
      en: 'The definitions name this column; upper and lower case count.',
      zh: '定义中用到了该列；列名区分大小写。',
    },
    fix: {
      en: 'Write the column as the table has it. It has: {columns}.',
      zh: '请按数据表中的写法填写列名。现有的列：{columns}。',
    },
  },
  'data-column-twice': {
    text: { en: '{file} has the column "{column}" more than once', zh: '{file} 中列“{column}”出现多次' },
    explanation: { en: 'Which of them is meant would be a guess.', zh: '使用哪一列只能靠猜。' },
    fix: { en: 'Give each column a name of its own.', zh: '请让每一列的名称各不相同。' },
  },
  'data-column-type': {
    text: {
      en: 'column "{column}" of {table} holds {found}, but is used as {expected}',
      zh: '{table} 的列“{column}”的类型是 {found}，却被当作 {expected} 使用',
    },
    explanation: EXACT,
    fix: {
      en: 'Use a column of that kind, or shape this one in a view.',
      zh: '请改用相应类型的列，或在视图中转换该列。',
    },
  },
  'data-not-a-number': {
    text: {
      en: '{file}, row {row}: "{value}" in column "{column}" is not a decimal of at most 29 digits before and 9 after the point ({count} in all)',
      zh: '{file} 第 {row} 行：列“{column}”的值“{value}”不是整数部分至多 29 位、小数部分至多 9 位的十进制数（共 {count} 行）',
    },
    explanation: EXACT,
    fix: {
      en: 'Export plain decimals (1234.50): no thousands separators, no exponents, no currency signs; an empty field where there is no value.',
      zh: '请导出普通十进制数（如 1234.50)：不要千位分隔符、指数或货币符号；没有值时留空。',
    },
  },
  'data-not-a-boolean': {
    text: {
      en: '{file}, row {row}: "{value}" in column "{column}" is neither true nor false ({count} in all)',
      zh: '{file} 第 {row} 行：列“{column}”的值“{value}”既不是 true 也不是 false（共 {count} 行）',
    },
    explanation: {
      en: 'The definitions compare the column with true or false, so it may hold true, false, 1, 0, or nothing.',
      zh: '定义中将该列与 true 或 false 比较，因此它只能是 true、false、1、0 或空。',
    },
    fix: REPAIR,
  },
  'data-not-a-time': {
    text: {
      en: '{file}, row {row}: "{value}" in column "{column}" is no date and no time ({count} in all)',
      zh: '{file} 第 {row} 行：列“{column}”的值“{value}”既不是日期也不是时间（共 {count} 行）',
    },
    explanation: {
      en: 'Times are written 2026-01-31T16:00:00Z, 2026-02-01 00:00:00+08:00, 2026-02-01 00:00:00 (wall clock) or 2026-02-01 (a local day).',
      zh: '时间应写作 2026-01-31T16:00:00Z、2026-02-01 00:00:00+08:00、2026-02-01 00:00:00（当地时间）或 2026-02-01（当地日期）。',
    },
    fix: REPAIR,
  },
  'data-not-a-date': {
    text: {
      en: '{file}, row {row}: "{value}" in column "{column}" is not a date ({count} in all)',
      zh: '{file} 第 {row} 行：列“{column}”的值“{value}”不是日期（共 {count} 行）',
    },
    explanation: { en: 'Dates of rates are written 2026-02-01.', zh: '汇率日期应写作 2026-02-01。' },
    fix: REPAIR,
  },
  'data-not-a-currency': {
    text: {
      en: 'column "{column}" of {table} has hundreds of different values, so it holds no currencies',
      zh: '{table} 的列“{column}”有数百个不同的值，不可能是币种',
    },
    explanation: {
      en: 'Money is added up per currency and day; a column of names or numbers would make every row a currency of its own.',
      zh: '金额按币种和日期汇总；若该列是名称或编号，则每一行都会成为一个“币种”。',
    },
    fix: { en: 'Name the column that holds currency codes (USD, EUR).', zh: '请改为存放币种代码（如 USD、EUR）的列。' },
  },
  'data-mixed-time-kinds': {
    text: {
      en: '{file}: column "{column}" mixes {kinds}; for instance "{value}" in row {row}',
      zh: '{file}：列“{column}”混有 {kinds}；例如第 {row} 行的“{value}”',
    },
    explanation: ZONES,
    fix: {
      en: 'Export all values of the column in one form: with an offset, without one, or as dates.',
      zh: '请以同一形式导出该列的全部值：都带时区偏移、都不带，或都是日期。',
    },
  },
  'data-sum-overflow': {
    text: {
      en: 'the sum of column "{column}" of {table} has more than 29 digits before the point',
      zh: '{table} 的列“{column}”之和的整数部分超过 29 位',
    },
    explanation: {
      en: 'Sums are exact to DECIMAL(38,9), as every engine holds them; beyond it digits would be lost.',
      zh: '求和精确到 DECIMAL(38,9)，各引擎均支持；超出则会丢失数位。',
    },
    fix: { en: 'Look for values in the column that cannot be amounts.', zh: '请检查该列中不可能是金额的值。' },
  },
  'data-engine-failed': {
    text: { en: 'the engine refused to measure {table}: {detail}', zh: '引擎无法计量 {table}：{detail}' },
    explanation: {
      en: 'The data files were readable, but a query over them failed; nothing was measured.',
      zh: '数据文件可以打开，但查询失败；未得到任何结果。',
    },
    fix: {
      en: 'Check that the files are whole and that the machine has memory and disk space left.',
      zh: '请检查文件是否完整，以及机器的内存和磁盘空间是否充足。',
    },
  },
  'when-without-zone': {
    text: {
      en: 'column "{column}" holds wall-clock times, and `when` names no zone',
      zh: '列“{column}”是不带时区的当地时间，而 `when` 没有写明时区',
    },
    explanation: ZONES,
    fix: {
      en: 'Write `when: { column: {column}, zone: Asia/Shanghai }` with the zone of the system that wrote the times.',
      zh: '请写作 `when: { column: {column}, zone: Asia/Shanghai }`，时区为写入这些时间的系统所在时区。',
    },
  },
  'zone-on-instant': {
    text: {
      en: 'column "{column}" holds instants or dates, so `when` must not name a zone',
      zh: '列“{column}”是带时区的时刻或日期，`when` 不应再写时区',
    },
    explanation: {
      en: 'An instant knows its moment and a date is a local day already; a zone could only move them.',
      zh: '带时区的时刻本身已确定，日期本身就是当地日期；再加时区只会使其偏移。',
    },
    fix: { en: 'Write `when: {column}`.', zh: '请写作 `when: {column}`。' },
  },
  'load-without-zone': {
    text: {
      en: 'load time "{column}" is a wall-clock time without a zone',
      zh: '加载时间“{column}”是不带时区的当地时间',
    },
    explanation: ZONES,
    fix: {
      en: 'Write load times with Z or an offset, or as dates.',
      zh: '请将加载时间写成带 Z 或时区偏移的形式，或写成日期。',
    },
  },
  'instant-window-on-date': {
    text: {
      en: 'an exclusion by the hour applies to "{column}", which holds only dates',
      zh: '有按时刻划定的剔除，而列“{column}”只有日期',
    },
    explanation: {
      en: 'Which of a day’s rows lie in the hours cannot be told from a date.',
      zh: '仅凭日期无法判断当天哪些行落在这些时段内。',
    },
    fix: { en: 'State the window as local dates.', zh: '请用当地日期划定剔除区间。' },
  },
  'filter-mixed-values': {
    text: {
      en: 'a condition on "{column}" mixes text, numbers or true and false',
      zh: '列“{column}”的同一条件混用了文本、数字或真假值',
    },
    explanation: {
      en: 'Numbers compare numerically and text bytewise, so one condition has to be of one kind.',
      zh: '数字按数值比较，文本按字节比较，因此同一条件中的值须为同一类型。',
    },
    fix: { en: 'Quote all of the values, or none.', zh: '请给所有值加引号，或都不加。' },
  },
  'filter-number-range': {
    text: {
      en: '{value}, compared with column "{column}", has more than 29 digits before or 9 after the point',
      zh: '与列“{column}”比较的 {value} 整数部分超过 29 位或小数部分超过 9 位',
    },
    explanation: EXACT,
    fix: { en: 'Write a number with fewer digits.', zh: '请减少该数字的位数。' },
  },
  'view-missing': {
    text: { en: 'view "{view}" has no text for {engine}', zh: '视图“{view}”没有 {engine} 的写法' },
    explanation: {
      en: 'A view is written once per engine: views/{view}.duckdb.sql, views/{view}.bigquery.sql.',
      zh: '视图按引擎分别编写：views/{view}.duckdb.sql、views/{view}.bigquery.sql。',
    },
    fix: { en: 'Write the file for the engine you measure with.', zh: '请为所用引擎编写该文件。' },
  },
  'view-not-read-only': {
    text: { en: 'view "{view}" is not one SELECT statement: {detail}', zh: '视图“{view}”不是单独一条 SELECT 语句：{detail}' },
    explanation: VIEWS,
    fix: { en: 'Write the view as a single SELECT over tables.', zh: '请将视图写成一条查询数据表的 SELECT 语句。' },
  },
  'view-function': {
    text: { en: 'view "{view}" uses {function}', zh: '视图“{view}”使用了 {function}' },
    explanation: {
      en: 'A view is part of what both parties agreed: it reads their tables and gives the same rows on every machine, whoever runs it and whenever. So it is made of the clauses and functions on a reviewed list, whose result depends on the values they are given alone. Clocks, chance, files, settings and logs are not among them, and neither is what a new version of the engine adds.',
      zh: '视图是双方约定的一部分：只读取双方的数据表，并且无论何时、由谁、在哪台机器上运行都得到同样的结果。因此只能使用经逐项审核的子句和函数，其结果仅取决于所给的值。时钟、随机数、文件、系统设置、日志均不在其列，数据库新版本增加的功能也不在其列。',
    },
    fix: {
      en: 'Read tables by name (shop.orders), take every date and setting from the data, and write out what says how long a text becomes (replace, lpad). A column with such a name is read with its table before it: o.user.',
      zh: '请按名称读取数据表（如 shop.orders），日期和设置一律取自数据；决定文本长度的参数（如 replace、lpad）须直接写明。若列名与之相同，请在前面加上表名，如 o.user。',
    },
  },
  'view-order': {
    text: {
      en: 'view "{view}" depends on the order in which rows are read: {what}',
      zh: '视图“{view}”的结果取决于读取行的先后顺序：{what}',
    },
    explanation: {
      en: 'Rows have no order of their own. What picks, numbers, cuts off or adds up rows as they happen to come may give another figure tomorrow, from the same data.',
      zh: '数据行本身没有先后顺序。按读到的先后挑选、编号、截取或累加，同样的数据明天可能得出另一个数字。',
    },
    fix: {
      en: 'Number rows with row_number() OVER (… ORDER BY …) that ends with the key of the table, and keep the first. An aggregate picks with its own argument last in its order: first(x ORDER BY paid_at, x). LIMIT needs ORDER BY ALL. In place of lists, of arg_min and of statistics of floats use sums, counts, min and max.',
      zh: '请用 row_number() OVER (… ORDER BY …) 编号并取第一行，排序以该表的主键结尾；聚合函数挑选值时，排序末尾须写上该值本身，如 first(x ORDER BY paid_at, x)；LIMIT 须配合 ORDER BY ALL。列表、arg_min 以及浮点统计量请改用求和、计数、min、max。',
    },
  },
  'view-too-large': {
    text: {
      en: 'view "{view}" is too large to run: {found} {unit}, at most {limit}',
      zh: '视图“{view}”过大，无法执行：共 {found} {unit}，上限为 {limit}',
    },
    explanation: {
      en: 'The engine writes out every name by what it stands for: each that names another twice doubles the work. This is counted before anything runs.',
      zh: '数据库会把每个名称展开为其所代表的内容：每层把上一层引用两次，工作量就翻一倍。因此在执行之前先行计数。',
    },
    fix: {
      en: 'Name a column or a common table expression fewer times, or split the view.',
      zh: '请减少对同一列或同一公用表表达式的重复引用，或将视图拆分。',
    },
  },
  'view-too-slow': {
    text: { en: 'view "{view}" was ended after {seconds} s', zh: '视图“{view}”运行超过 {seconds} 秒，已终止' },
    explanation: {
      en: 'A view that runs without an end would keep every other contract from being settled.',
      zh: '视图若不停止运行，其他合同都无法结算。',
    },
    fix: {
      en: 'Look for joins without a condition; group the rows before they are joined.',
      zh: '请检查没有条件的连接，并先分组再连接。',
    },
  },
  'view-out-of-memory': {
    text: {
      en: 'view "{view}" needs more memory or disk space than one view may use ({memory}, {disk})',
      zh: '视图“{view}”所需内存或磁盘空间超过单个视图的上限（{memory}、{disk}）',
    },
    explanation: {
      en: 'What one view takes is bounded, so that no contract can bring down the machine that settles the others.',
      zh: '单个视图可用的资源有上限，以免一份合同拖垮结算其他合同的机器。',
    },
    fix: {
      en: 'Read only the rows and columns that are needed, and group them before they are joined.',
      zh: '请只读取所需的行和列，并先分组再连接。',
    },
  },
  'view-failed': {
    text: { en: 'view "{view}" fails: {detail}', zh: '视图“{view}”执行失败：{detail}' },
    explanation: {
      en: 'In a view the columns of CSV files are text: cast what is to be computed with, as in CAST(amount AS DECIMAL(38, 9)). What the engine says while it reads rows is not repeated: it may hold values of the data.',
      zh: '在视图中，CSV 文件的列都是文本：需要计算的列应先转换，例如 CAST(amount AS DECIMAL(38, 9))。读取数据时数据库给出的报错可能含有数据内容，因此不予转述。',
    },
    fix: {
      en: 'Correct the view. TRY_CAST finds the rows that a cast does not fit.',
      zh: '请修正该视图。可用 TRY_CAST 找出无法转换的行。',
    },
  },
} as const satisfies Readonly<Record<string, DataIssueEntry>>;

export type DataIssueCode = keyof typeof DATA_ISSUES;
