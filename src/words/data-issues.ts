import type { Message } from '../kernel/text.js';
import { RENAMED } from './import-issues.js';
import type { IssueEntry } from './issue-entry.js';

const EXACT = {
  en: 'A value that is read wrongly would be paid wrongly, so nothing is guessed and nothing is rounded.',
  zh: '读错一个值就会付错一笔钱，因此这里既不猜测，也不舍入。',
} as const satisfies Message;
const UNOPENED = {
  en: '{preset} says how this file is written, and no field of the contract changes that. Download it again in the way that guide 18 names, do not open it in a spreadsheet, and take it in with `concord import <new>`, and with `--replace <old>` where the old one was taken in.',
  zh: '该文件的写法由 {preset} 规定，合同中没有可改的字段。请按指南第 18 章的方式重新下载，不要用表格软件打开，再用 `concord import <新文件>` 导入；旧文件若已纳入，请另加 `--replace <旧文件>`。',
} as const satisfies Message;
const ROW_AWAY = {
  en: '{preset} says how this file is written, and no field of the contract changes that. Where that line is a total or a note and no row, take it away; else download the file again in the way that guide 18 names, do not open it in a spreadsheet, and take it in with `concord import <new>`, and with `--replace <old>` where the old one was taken in.',
  zh: '该文件的写法由 {preset} 规定，合同中没有可改的字段。若该行是合计或说明而非数据，请删去；否则请按指南第 18 章的方式重新下载，不要用表格软件打开，再用 `concord import <新文件>` 导入；旧文件若已纳入，请另加 `--replace <旧文件>`。',
} as const satisfies Message;
const CELL_MENDED = {
  en: '{preset} says how this file is written, and no field of the contract changes that. Download it again in the way that guide 18 names; where the cell is your own, mend it in Excel and save, which computes all formulas. Then take the file in with `concord import <new>`, and with `--replace <old>` where the old one was taken in.',
  zh: '该文件的写法由 {preset} 规定，合同中没有可改的字段。请按指南第 18 章的方式重新下载；若单元格由您自己添加，请在 Excel 中修正并保存（会计算全部公式）。再用 `concord import <新文件>` 导入；旧文件若已纳入，请另加 `--replace <旧文件>`。',
} as const satisfies Message;
const NO_VALUE = {
  en: 'A cell without a value is neither empty nor 0: to take it for either would change what is paid.',
  zh: '没有结果的单元格既不是空，也不是 0：当作任何一种都会改变应付金额。',
} as const satisfies Message;
const LINES_AWAY = {
  en: '{preset} says how this file begins and ends, and no field of the contract changes that. Take away what stands above the header and below the rows; or download it again in the way that guide 18 names, and take it in with `concord import <new>`, and with `--replace <old>` where the old one was taken in.',
  zh: '该文件的首尾由 {preset} 规定，合同中没有可改的字段。请删去表头上方与数据下方的行；或按指南第 18 章的方式重新下载，再用 `concord import <新文件>` 导入；旧文件若已纳入，请另加 `--replace <旧文件>`。',
} as const satisfies Message;
const REPAIR = {
  en: 'Correct the value where the file comes from and export it again, or say in a view how it is to be read.',
  zh: '请在数据来源处更正后重新导出，或在视图中写明如何读取。',
} as const satisfies Message;
const HELD = {
  en: 'What is not known is not zero: whatever depends on it is held until it is known.',
  zh: '未知不等于零：相关款项会暂缓结算，直到数据明确。',
} as const satisfies Message;
const ZONES = {
  en: 'The same moment is a different day in another time zone; a wall-clock time without its zone names no moment.',
  zh: '同一时刻在不同时区可能属于不同日期；不带时区的当地时间不能确定是哪一时刻。',
} as const satisfies Message;
const VIEWS = {
  en: 'A view is part of what both parties agreed, so it may only read their tables, and must give the same rows to whoever runs it.',
  zh: '视图是双方约定的一部分，因此只能读取双方的数据表，并且无论由谁运行都应得到同样的结果。',
} as const satisfies Message;

const ONE_FOLDER = {
  en: 'DuckDB reads the files of one folder and nothing else.',
  zh: 'DuckDB 只读取一个文件夹中的文件。',
} as const satisfies Message;
const FILL_FOLDER = {
  en: 'Take the downloaded files in with `concord import <file>`, which creates it, or name another with `--data` or in contracts/workspace.yaml.',
  zh: '请用 `concord import <文件>` 导入下载的文件（会创建该文件夹），或用 `--data` 或在 contracts/workspace.yaml 中指定其他文件夹。',
} as const satisfies Message;

const BY_ITS_LOG = {
  en: 'The contract goes by the load log, whatever rows there are: they may be there without all of them having come. Until then what depends on it is held: missing data is not zero.',
  zh: '合同约定以加载日志为准，不看已有哪些数据行：有数据行不等于已全部到齐。在此之前，相关款项会暂缓结算：缺失不等于零。',
};

const LOG_ITS_LOADS = {
  en: 'Wait for the next load or find out why it stopped. Whatever is loaded by hand needs a row of its own in {log}, with the time of the load in `{column}`: new rows of {fact} alone change nothing.',
  zh: '请等待下一次加载，或查明加载停止的原因。手工加载的数据须在 {log} 中为该事实表补一条记录，并在 `{column}` 列写明加载时间；只补 {fact} 的数据行不起作用。',
};

export const DATA_ISSUES = {
  'data-folder-missing': {
    text: { en: 'the data folder {folder} {state}', zh: '数据文件夹 {folder} {state}' },
    explanation: ONE_FOLDER,
    fix: FILL_FOLDER,
  },
  'data-all-missing': {
    text: {
      en: 'nothing can be measured: the data folder {folder} {state}; {tables} {tables:table|tables} of {contracts} {contracts:contract|contracts} {tables:is|are} to be read from it: {names}',
      zh: '无法取数：数据文件夹 {folder} {state}；{contracts} 份合同的 {tables} 张数据表须从该文件夹读取：{names}',
    },
    explanation: ONE_FOLDER,
    fix: {
      en: `${FILL_FOLDER.en} A table \`shop.orders\` is read from \`shop/orders.csv\` in it, or from the files in \`shop/orders/\`.`,
      zh: `${FILL_FOLDER.zh}数据表 \`shop.orders\` 取自其中的 \`shop/orders.csv\`，或 \`shop/orders/\` 中的各文件。`,
    },
  },
  'data-no-rows': {
    severity: 'warning',
    text: {
      en: 'up to the day asked for nothing tells how far the data of fact {fact} reach: no row of it has a time',
      zh: '截至所问日期，无从得知事实表 {fact} 的数据到何时：其数据行均无时间',
    },
    explanation: {
      en: 'Without rows or load times nobody can tell an empty period from a missing one.',
      zh: '没有数据行或加载时间，就无法区分空的结算期与缺失数据。',
    },
    fix: {
      en: 'Load its data; for a fact with few rows name a load log under `freshness`.',
      zh: '请加载数据；行数很少的事实表请在 `freshness` 中指定加载日志。',
    },
  },
  'data-not-fresh': {
    severity: 'warning',
    text: {
      en: 'fact {fact} has come to {reached}; {period} needs {needed}',
      zh: '事实表 {fact} 的数据到 {reached}；{period} 需要到 {needed}',
    },
    explanation: {
      en: 'Until then what depends on it is held: missing data is not zero.',
      zh: '在此之前，相关款项会暂缓结算：缺失不等于零。',
    },
    fix: {
      en: 'Wait for the next load, take newer downloads in with `concord import <file>`, or find out why it stopped; for a fact with few rows name a load log under `freshness`.',
      zh: '请等待下一次加载，或用 `concord import <文件>` 导入新下载的文件，或查明加载停止的原因；行数很少的事实表请在 `freshness` 中指定加载日志。',
    },
  },
  'data-log-empty': {
    severity: 'warning',
    text: {
      en: 'up to the day asked for nothing tells how far the data of fact {fact} reach: its load log {log} has no row of it with a time',
      zh: '截至所问日期，无从得知事实表 {fact} 的数据到何时：其加载日志 {log} 中没有该事实表带时间的记录',
    },
    explanation: BY_ITS_LOG,
    fix: LOG_ITS_LOADS,
  },
  'data-log-behind': {
    severity: 'warning',
    text: {
      en: 'by its load log {log} fact {fact} has come to {reached}; {period} needs {needed}',
      zh: '按其加载日志 {log}，事实表 {fact} 的数据到 {reached}；{period} 需要到 {needed}',
    },
    explanation: BY_ITS_LOG,
    fix: LOG_ITS_LOADS,
  },
  'data-repeated-keys': {
    severity: 'warning',
    text: {
      en: '{table}: keys ({columns}) that stand in more than one row: {count}, for instance {places}',
      zh: '{table}：有 {count} 个主键（{columns}）出现在多行中，例如 {places}',
    },
    explanation: {
      en: 'What repeats could be counted twice, so whatever is measured in its days is held. Such files repeat because names in ad managers are not unique, because orders are exported with one row per item, or because two files hold the same days.',
      zh: '重复的行可能被重复计数，因此相关日期的度量会被暂缓结算。常见原因：广告后台的名称并不唯一；订单导出为每个商品一行；或两个文件包含相同日期。',
    },
    fix: {
      en: 'Where a newer download has the rows of an older one too: `concord import <newer> --replace <older>`. Where two files have some days in common: download one of them anew without these, or one with all days, and replace each of the others by it. Else export ids and use them as `grain`, or keep one row per key in a view, as both parties agree to it.',
      zh: '若新下载的文件也含有旧文件的行：`concord import <新文件> --replace <旧文件>`。若两个文件只有部分日期重叠：请重新下载其中一个，不含重叠日期；或下载一个含全部日期的文件，替换其余各个。否则请导出编号并用作 `grain`，或按双方约定在视图中每个主键只保留一行。',
    },
  },
  'data-times-missing': {
    severity: 'warning',
    text: {
      en: '{table}: {count} of {rows} rows ({share}%) have no "{column}", so they are in no period',
      zh: '{table}：{rows} 行中有 {count} 行（{share}%）没有“{column}”，因此不属于任何结算期',
    },
    explanation: {
      en: 'More than one row in a hundred: either these events have not happened yet, or the export lost their time.',
      zh: '比例超过 1%：要么这些事件尚未发生，要么导出时丢失了时间。',
    },
    fix: {
      en: 'Look at such rows. A total is no row: leave it out by `comment` or `stopAt` under format (`comment: ",Total"` where its first cell is empty). Of merged cells only the first row has the value: unmerge them in the spreadsheet, fill every row and import the file anew. Where rows should count, name the column that has their time under `when`.',
      zh: '请查看这些行。合计不是数据：请在 format 中用 `comment` 或 `stopAt` 略去（首格为空时写 `comment: ",合计"`）。合并单元格只有首行有值：请在表格软件中取消合并、逐行填好后重新导入。若这些行应计入，请在 `when` 中指定确有时间的列。',
    },
  },
  'data-times-apart': {
    severity: 'info',
    text: {
      en: '{table}: {count} {count:row|rows} without "{column}" that nothing measured asks for (further articles of an order, orders not paid, totals): they count in no period, as they should',
      zh: '{table}：{count} 行没有“{column}”，也没有任何度量需要它们（订单续行、未付款订单、合计行）：不计入任何结算期，属正常情况',
    },
    explanation: {
      en: 'Many exports are made so: an order of several articles has its money, status and times in its first row only, an order that nobody paid has no time of payment, a total has no day.',
      zh: '许多导出文件本来如此：多件商品的订单只在首行有金额、状态与时间；未付款的订单没有付款时间；合计行没有日期。',
    },
    fix: {
      en: 'Nothing is to be done; where such rows should count after all, name the column that has their time under `when`.',
      zh: '无须处理；若这些行本应计入，请在 `when` 中指定确有时间的列。',
    },
  },
  'data-values-never': {
    severity: 'warning',
    text: {
      en: '{table}: "{column}" is never any of {asked}; other values that it has: {count}',
      zh: '{table}：“{column}”从未取值 {asked}；它有 {count} 个其他值',
    },
    explanation: {
      en: 'A filter that matches nothing makes a real zero, which is paid as zero.',
      zh: '筛选条件匹配不到任何行时，结果是真实的零，并按零付款。',
    },
    fix: {
      en: 'Write in `where` what the data has; on your own terminal `concord doctor` shows it.',
      zh: '请在 `where` 中填写数据中的实际值；`concord doctor` 会在您自己的终端显示这些值。',
    },
  },
  'data-values-alike': {
    severity: 'warning',
    text: {
      en: '{table}: beside {asked}, "{column}" has values that differ only in case, spaces or form: {alike}',
      zh: '{table}：除 {asked} 外，“{column}”还有 {alike} 个仅大小写、空格或字形不同的值',
    },
    explanation: {
      en: 'Filters compare exactly, so rows with the other spelling are not counted.',
      zh: '筛选按原文精确比较，写法不同的行不会计入。',
    },
    fix: {
      en: 'List every spelling in `where`, or make them one in a view; on your own terminal `concord doctor` shows them.',
      zh: '请在 `where` 中列出每种写法，或在视图中统一；`concord doctor` 会在您自己的终端显示这些值。',
    },
  },
  'data-amounts-missing': {
    severity: 'warning',
    text: {
      en: '{measure}: in {period} {count} of the rows it counts {count:has|have} no amount or no currency: {places}',
      zh: '{measure}：{period} 计入的行中有 {count} 行缺少金额或币种：{places}',
    },
    explanation: HELD,
    fix: {
      en: 'Complete them where the data comes from; where an empty amount means 0, agree on `nulls: zero`.',
      zh: '请在数据来源处补全；若空金额即为 0，请双方约定 `nulls: zero`。',
    },
  },
  'data-negative-subtracted': {
    severity: 'warning',
    text: {
      en: '{measure}: in {period} every day of it is negative, and {metric} subtracts it: two minus signs make a plus, so that it is added',
      zh: '{measure}：{period} 各日金额均为负，而 {metric} 的公式又将其减去：负负得正，实际成了加上',
    },
    explanation: {
      en: 'Platforms write refunds with a minus or without one. Subtracted once more, refunds raise revenue and every fee on it, and nothing is held for it.',
      zh: '平台导出的退款有的带负号，有的不带。带负号的退款再减一次，反而会抬高销售额及据此计算的费用，且不会因此暂缓结算。',
    },
    fix: {
      en: 'Where the amounts have their minus already, write + in the formula of {metric}, not - (an amendment, where the contract is signed), or export them without a minus. Where both agree that it raises {metric}, nothing is to be done.',
      zh: '如数据本身已带负号，请将 {metric} 公式中的减号改为加号（合同已签署的，须经修订），或导出不带负号的金额。如双方确认就应加上，则无须处理。',
    },
  },
  'data-negative-alone': {
    severity: 'warning',
    text: {
      en: '{measure}: in {period} every day of it is negative, and {metric} takes it as it is: what should be above 0 comes out below',
      zh: '{measure}：{period} 各日金额均为负，而 {metric} 的公式直接使用：本应为正的结果变成负数',
    },
    explanation: {
      en: 'Some systems write costs and refunds with a minus. A cost per customer below 0 is better than any target, and a return on negative spend worse than any; nothing is held for it.',
      zh: '有的系统导出的费用、退款带负号。获客成本一旦为负，任何目标都算达成；投产比以负的花费为分母，任何目标都算未达成，且不会因此暂缓结算。',
    },
    fix: {
      en: 'Export it without a minus, or write -{measure} in the formula of {metric} (an amendment, where the contract is signed). Where both agree that it is a loss, nothing is to be done.',
      zh: '请导出不带负号的金额，或在 {metric} 的公式中写成 -{measure}（合同已签署的，须经修订）。如双方确认确为亏损，则无须处理。',
    },
  },
  'data-returns-added': {
    severity: 'warning',
    text: {
      en: '{measure}: in {period} no day of it is negative, and {metric} adds it: what comes back raises what was sold',
      zh: '{measure}：{period} 各日金额均不为负，而 {metric} 的公式将其加上：退回的金额反而计为增加',
    },
    explanation: {
      en: 'Platforms write refunds with a minus or without one. Without it, a formula with + counts them as income, and every fee on it rises; nothing is held for it.',
      zh: '平台导出的退款有的带负号，有的不带。不带负号而公式又用加号，退款就会计为收入，据此计算的费用随之抬高，且不会因此暂缓结算。',
    },
    fix: {
      en: 'Where it is to be taken off, write - in the formula of {metric}, not + (an amendment, where the contract is signed), or export it with a minus. Where both agree that it raises {metric}, nothing is to be done.',
      zh: '如应扣减，请将 {metric} 公式中的加号改为减号（合同已签署的，须经修订），或导出带负号的金额。如双方确认就应加上，则无须处理。',
    },
  },
  'data-no-fx': {
    severity: 'warning',
    text: {
      en: '{measure}: in {period} {count} {count:day has|days have} amounts in {currency}, first on {day}, and the contract has no exchange rates',
      zh: '{measure}：{period} 有 {count} 天的金额为 {currency}，首见于 {day}，而合同未约定汇率',
    },
    explanation: HELD,
    fix: {
      en: 'Bring the data in the currency of the contract, without rows that are not its; or agree on `fx` with a table of rates (guide 6). A fee that needs them is held until then.',
      zh: '请提供合同币种的数据，去掉不属于本合同的行；或由双方约定 `fx` 及汇率表（指南第 6 章）。在此之前，依赖这些金额的费用暂缓结算。',
    },
  },
  'data-no-rate': {
    severity: 'warning',
    text: {
      en: '{measure}: in {period} {currency} has no exchange rate on {count} {count:day|days} with rows, first on {day}, nor shortly before',
      zh: '{measure}：{period} 有 {count} 天的 {currency} 金额在当日及此前有效期内没有汇率，首见于 {day}',
    },
    explanation: HELD,
    fix: {
      en: 'Complete the rate table. Where the currency is written otherwise there (upper and lower case count, and CNY is not RMB), make the two alike in a view.',
      zh: '请补全汇率表。若两处币种写法不同（区分大小写，CNY 与 RMB 也不相同），请在视图中统一。',
    },
  },
  'data-rate-twice': {
    severity: 'warning',
    text: {
      en: '{measure}: in {period} {currency} has two exchange rates for one day, which {count} {count:day|days} with rows would use, first {day}',
      zh: '{measure}：{period} 有 {count} 天的 {currency} 金额对应的汇率同日有两个，首见于 {day}',
    },
    explanation: HELD,
    fix: { en: 'Keep one rate per currency and day.', zh: '每个币种每天请只保留一个汇率。' },
  },
  'data-rate-not-positive': {
    severity: 'warning',
    text: {
      en: '{measure}: in {period} {currency} has an exchange rate that is not above 0, which {count} {count:day|days} with rows would use, first {day}',
      zh: '{measure}：{period} 有 {count} 天的 {currency} 金额对应的汇率不大于 0，首见于 {day}',
    },
    explanation: HELD,
    fix: { en: 'Correct the rate where it comes from.', zh: '请在来源处更正该汇率。' },
  },
  'data-no-rows-in-period': {
    severity: 'warning',
    text: {
      en: '{table} has no row in {period}, though it has later ones: is a file missing? ({fact})',
      zh: '{table} 在 {period} 没有任何数据行，之后却有：是否缺少文件？（{fact}）',
    },
    explanation: {
      en: 'Each shop and each account has a folder of its own; a month whose file was never put there looks like a month without sales.',
      zh: '每个店铺、每个账户各有一个文件夹；某月的文件没有放入，看起来就像该月没有销售。',
    },
    fix: {
      en: 'Take the file of that month in. If there really was nothing, either party says so by a review (guide, chapter 6).',
      zh: '请导入该月的文件。若确实没有业务，由任一方在复盘中确认（见指南第 6 章）。',
    },
  },
  'data-none-in-period': {
    severity: 'info',
    text: {
      en: '{table} has no row in {period}, and its load time says that it is whole ({fact})',
      zh: '{table} 在 {period} 没有任何数据行，而加载时间表明数据已完整（{fact}）',
    },
    explanation: {
      en: 'A load time is taken as word that everything there was has been loaded: nothing is flagged, and 0 is counted.',
      zh: '有加载时间即视为已全部加载：不作标记，按 0 计。',
    },
    fix: {
      en: 'Nothing is to be done where that shop or account had nothing; else look at what was loaded.',
      zh: '该店铺或账户确无业务的，无须处理；否则请检查所加载的内容。',
    },
  },
  'data-values-silent': {
    severity: 'warning',
    text: {
      en: '{table}: no row in {period} whose "{column}" is {asked}',
      zh: '{table}：{period} 没有任何“{column}”为 {asked} 的数据行',
    },
    explanation: {
      en: 'The contract names these shops or accounts, and files of the others alone do not show that theirs is missing.',
      zh: '合同点名了这些店铺或账户；只有其他几家的文件时，看不出它们的文件缺失。',
    },
    fix: {
      en: 'Take their file of that month in, or see that it is written there as the contract writes it.',
      zh: '请导入它们当月的文件，或核对其写法是否与合同一致。',
    },
  },
  'data-weeks': {
    severity: 'warning',
    text: {
      en: '{table}: rows stand seven days apart, so they seem to be weeks, and weeks go over a month’s end ({places})',
      zh: '{table}：各行相隔七天，似乎按周汇总，其中有跨月的周（{places}）',
    },
    explanation: {
      en: 'A row counts on one day. A week that begins on the 26th is then wholly in that month, whatever of it was earned in the next.',
      zh: '每行只计入一天。26 日开始的一周会全部计入当月，即使其中一部分属于下月。',
    },
    fix: { en: 'Export by day.', zh: '请按天导出。' },
  },
  'data-headers-differ': {
    severity: 'info',
    text: {
      en: '{file} has other columns than {other} (files of the table that have: {count})',
      zh: '{file} 的列与 {other} 不同（该表有 {count} 个文件如此）',
    },
    explanation: {
      en: 'Every column that the definitions use is there; the export was changed all the same.',
      zh: '口径用到的列都在，但导出格式有过变动。',
    },
    fix: { en: 'Make sure that the columns still mean the same.', zh: '请确认各列的含义没有改变。' },
  },
  'data-file-no-rows': {
    severity: 'info',
    text: {
      en: '{file} has its header and no row below it (files of the table that are so: {count})',
      zh: '{file} 只有表头，没有数据行（该表有 {count} 个文件如此）',
    },
    explanation: {
      en: 'Nothing counts of such a file, and it does not say that there was nothing to count: a platform may have exported it so by mistake.',
      zh: '这样的文件不计入任何数据，也不能说明该期确实没有数据：可能是导出有误。',
    },
    fix: {
      en: 'Where there was something in its time, export it again; else it may stay.',
      zh: '若该期实际有数据，请重新导出；确无数据的，保留即可。',
    },
  },
  'data-header-currency': {
    text: {
      en: '{table}: the column "{column}" is in {found}, the contract in {currency}',
      zh: '{table}：列“{column}”的币种是 {found}，而合同币种是 {currency}',
    },
    explanation: {
      en: 'Without a `currency` an amount counts as the contract’s own currency.',
      zh: '未写 `currency` 的金额按合同币种计算。',
    },
    fix: {
      en: 'Give the view a column with the currency and name it under `currency`, with rates under `fx`; or export in the contract’s currency.',
      zh: '请在视图中加入币种列并写入 `currency`，同时在 `fx` 中提供汇率；或按合同币种导出。',
    },
  },
  'data-file-missing': {
    text: {
      en: 'no data for table {table}: expected {expected} (a folder of such files)',
      zh: '找不到数据表 {table} 的数据：应有 {expected}（存放此类文件的文件夹）',
    },
    explanation: {
      en: 'A table `shop.orders` is a file or a folder of files of that name in the data folder: .csv, .tsv or .txt, also with .gz, .xlsx or .parquet.',
      zh: '数据表 `shop.orders` 对应数据文件夹中同名的文件，或存放多个文件的文件夹；格式为 .csv、.tsv、.txt（可加 .gz）、.xlsx 或 .parquet。',
    },
    fix: {
      en: 'Take the download in with `concord import <file>`, or put the export there; `--data` points to another folder.',
      zh: '请用 `concord import <文件>` 导入下载的文件，或把导出文件放到该位置；`--data` 可指定其他文件夹。',
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
    text: { en: '{file} leads outside the data folder', zh: '{file} 指向数据文件夹之外' },
    explanation: {
      en: 'Only files in the data folder are read, so that a contract cannot reach for others.',
      zh: '只读取数据文件夹内的文件，以免合同读取其他文件。',
    },
    fix: { en: 'Put the file itself into the data folder, not a link to it.', zh: '请把文件本身放入数据文件夹，而不是放链接。' },
  },
  'data-file-unreadable': {
    text: { en: '{file} cannot be read: {reason}', zh: '无法读取 {file}：{reason}' },
    explanation: {
      en: 'What was read of it is no evidence, so nothing is measured. What the engine said is not shown: it repeats lines of the file.',
      zh: '读不完整的文件不能作为依据，因此不计量。引擎的原始提示会带出文件内容，故不显示。',
    },
    fix: { en: 'Export or copy the file again.', zh: '请重新导出或重新复制该文件。' },
  },
  'data-file-unread': {
    text: {
      en: '{file} is there for table {table} but is not read: {why}',
      zh: '{file} 位于数据表 {table} 的位置，但没有被读取：{why}',
    },
    explanation: {
      en: 'Every file in a table’s folder is read or named here: what nobody reads would look like what nobody sold. Names that begin with a dot or ~$ are passed over.',
      zh: '数据表文件夹中的每个文件要么被读取，要么在此列出：没读到的数据看起来就像没有销售。以点或 ~$ 开头的文件会被忽略。',
    },
    fix: {
      en: '{advice} Move away what is no data.',
      zh: '{advice}不是数据的文件请移走。',
    },
  },
  'data-header-missing': {
    text: { en: '{file} has no column with the header {header} ({column}).', zh: '{file} 中没有表头为 {header} 的列（{column}）。' },
    explanation: {
      en: 'Columns that are named are found by their headers, in every file of the table: what is absent is neither NULL nor zero.',
      zh: '已命名的列按表头查找，且表的每个文件都须有该列：缺少的列既不是空值也不是零。',
    },
    fix: {
      en: 'Export the file with that column, or correct the header under columns.',
      zh: '请导出含该列的文件，或更正 columns 中的表头。',
    },
    presetFix: RENAMED,
  },
  'data-header-twice': {
    text: {
      en: '{file} has the header {header} ({column}) several times, over different values',
      zh: '{file} 中表头 {header}（{column}）出现多次，且各列的值不同',
    },
    explanation: { en: 'Which of them is meant would be a guess.', zh: '无法判断指的是哪一列。' },
    fix: { en: 'Export the file without the others.', zh: '请去掉其余同名列后重新导出。' },
  },
  'data-header-start': {
    text: { en: '{file} has no line that begins as headerStartsWith says', zh: '{file} 中没有以 headerStartsWith 所述文字开头的行' },
    explanation: { en: 'The header is found by how its line begins.', zh: '表头按行首文字查找。' },
    fix: {
      en: 'Correct headerStartsWith, or export the report in the language in which it was declared.',
      zh: '请更正 headerStartsWith，或按声明时的语言导出报表。',
    },
    presetFix: UNOPENED,
  },
  'data-report-unfit': {
    text: { en: '{file} is {report}', zh: '{file} 是{report}' },
    explanation: {
      en: 'A report for reading has no row that belongs to one day and no other, so nothing can be settled on it.',
      zh: '供阅读的报告中没有只属于某一天的行，无法据以结算。',
    },
    fix: { en: '{advice}', zh: '{advice}' },
  },
  'data-encoding-declared': {
    text: { en: '{file}, line {line} is no text in {encoding}', zh: '{file} 第 {line} 行不是 {encoding} 编码的文字' },
    explanation: {
      en: 'The format declares how characters are written; read otherwise they would be other text.',
      zh: 'format 中声明了字符编码；按其他编码读取会变成别的文字。',
    },
    fix: { en: 'Correct format.encoding, or export the file in it.', zh: '请更正 format.encoding，或按该编码重新导出文件。' },
    presetFix: UNOPENED,
  },
  'data-sheet-which': {
    text: { en: '{file} has several sheets: {sheets}', zh: '{file} 有多个工作表：{sheets}' },
    explanation: { en: 'Which of them holds the rows would be a guess.', zh: '无法判断数据在哪个工作表。' },
    fix: { en: 'Name it under format: sheet: …', zh: '请在 format 下写明 sheet: …' },
    presetFix: UNOPENED,
  },
  'data-sheet-absent': {
    text: { en: '{file} has no such sheet as is declared; it has {sheets}', zh: '{file} 中没有声明的工作表；其工作表为 {sheets}' },
    explanation: { en: 'The rows are read from one sheet, by its name.', zh: '数据按名称从一个工作表读取。' },
    fix: { en: 'Correct format.sheet, or rename the sheet.', zh: '请更正 format.sheet，或修改工作表名称。' },
    presetFix: UNOPENED,
  },
  'data-workbook-too-large': {
    text: { en: '{file} is a workbook larger than can be read', zh: '{file} 是过大的工作簿，无法读取' },
    explanation: {
      en: 'All cells up to the last that is used are made room for, also where nothing stands: at most 50 million of them, and 512 MB unpacked.',
      zh: '读取时要为最后一个用到的单元格之前的所有单元格（包括空白的）留出空间：最多 5,000 万个单元格，解压后最多 512 MB。',
    },
    fix: {
      en: 'Delete the empty rows and columns beyond the table, or save the sheet as .csv.',
      zh: '请删除表格以外的空行和空列，或将工作表另存为 .csv。',
    },
  },
  'data-file-form': {
    text: { en: '{file} is no table of text in UTF-8: {form}', zh: '{file} 不是 UTF-8 文本表格：{form}' },
    explanation: {
      en: 'The ending of a file’s name says how it is read; its first bytes say that it is something else.',
      zh: '文件按扩展名读取，而其开头的字节表明它是另一种文件。',
    },
    fix: { en: '{advice}', zh: '{advice}' },
    presetFix: UNOPENED,
  },
  'data-file-encoding': {
    text: { en: '{file}, line {line} is not UTF-8: {encoding}', zh: '{file} 第 {line} 行不是 UTF-8：{encoding}' },
    explanation: {
      en: 'Read in another encoding, names and filter values would be other text and match nothing.',
      zh: '编码不对时，列名与筛选值会变成其他文字，从而匹配不到。',
    },
    fix: {
      en: 'Declare its encoding under format (GBK: gb18030), or save it as “CSV UTF-8”.',
      zh: '请在 format 中声明 encoding（GBK 写 gb18030），或另存为“CSV UTF-8”。',
    },
    presetFix: UNOPENED,
  },
  'data-file-delimiter': {
    text: { en: '{file} is separated by {separator}, not by {wanted}', zh: '{file} 以{separator}分隔，而不是{wanted}' },
    explanation: {
      en: 'Where nothing is declared, .csv is separated by commas, .tsv and .txt by tabs. With semicolons, amounts often have a decimal comma as well.',
      zh: '未作声明时，.csv 以逗号分隔，.tsv 与 .txt 以制表符分隔。以分号分隔的文件往往还以逗号作小数点。',
    },
    fix: {
      en: '{advice}',
      zh: '{advice}',
    },
    presetFix: UNOPENED,
  },
  'data-separator-line': {
    text: {
      en: '{file} begins with a line for Excel that names {separator} as its separator',
      zh: '{file} 的首行是写给 Excel 的分隔符声明（{separator}）',
    },
    explanation: {
      en: 'Only Excel reads `sep=` so; to everything else it is a header of one column.',
      zh: '只有 Excel 认识 `sep=`；对其他程序来说，它是只有一列的表头。',
    },
    fix: {
      en: 'Say skip: 1 under format, with delimiter, and with decimal: "," where amounts have a decimal comma; or take that line away.',
      zh: '请在 format 中写 skip: 1 和 delimiter，若以逗号作小数点再加 decimal: ","；或删去该行。',
    },
    presetFix: LINES_AWAY,
  },
  'data-header-line': {
    text: {
      en: '{file}: the header seems to be {unit} {line}, not the first',
      zh: '{file}：表头似乎在第 {line} {unit}，而不是第 1 行',
    },
    explanation: {
      en: 'The first line names the columns. Above a report’s header many platforms write its title and dates, and below its rows totals, which would be added up once more.',
      zh: '首行应为列名。许多平台会在表头上方写标题和日期，并在末尾附合计行，合计行会被重复计入。',
    },
    fix: {
      en: 'Say under format how many lines to skip, and stopAt for totals and notes below the rows; or take these lines away.',
      zh: '请在 format 中用 skip 写明跳过的行数，用 stopAt 写明数据下方的合计与说明从何处开始；或删去这些行。',
    },
    presetFix: LINES_AWAY,
  },
  'data-line-fields': {
    text: {
      en: '{file}, {unit} {line} has {count} {count:field|fields}, the header {header}',
      zh: '{file} 第 {line} {unit}有 {count} 个字段，表头有 {header} 个',
    },
    explanation: {
      en: 'A separator inside a field moves all that follows into the wrong columns; a line with too few fields is cut short, or describes or adds up the others.',
      zh: '字段内若含分隔符，其后的值都会错列；字段过少的行可能被截断，或是说明行、合计行。',
    },
    fix: {
      en: 'Look at that line in the file (`concord doctor --rows` shows it on your own terminal). {advice}',
      zh: '请查看文件中的该行（`concord doctor --rows` 可在您自己的终端显示）。{advice}',
    },
  },
  'data-line-ends': {
    text: {
      en: '{file} mixes line ends: line {line} ends in {end}, the lines before it in {first}',
      zh: '{file} 的换行符不一致：第 {line} 行以 {end} 结尾，之前各行以 {first} 结尾',
    },
    explanation: {
      en: 'A file that was put together from several, or that has a line break inside a field without quotes.',
      zh: '通常是由多个文件拼接而成，或未加引号的字段中含有换行。',
    },
    fix: { en: 'Export the file in one piece.', zh: '请一次性完整导出该文件。' },
  },
  'data-line': {
    text: { en: '{file}, {unit} {line}: {fault}', zh: '{file} 第 {line} {unit}：{fault}' },
    explanation: {
      en: 'Text files are read as RFC 4180 says: a field with quotes is quoted from its first to its last character, and quotes in it are doubled.',
      zh: '文本文件按 RFC 4180 读取：带引号的字段从首字符到末字符都在引号内，其中的引号须写两次。',
    },
    fix: {
      en: 'Look at that line in the file (`concord doctor --rows` shows it on your own terminal) and export it again.',
      zh: '请查看文件中的该行（`concord doctor --rows` 可在您自己的终端显示），并重新导出。',
    },
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
    text: { en: '{name} is not a plain name', zh: '{name} 不能用作名称' },
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
    text: { en: '{table} has no column "{column}".', zh: '{table} 没有列“{column}”。' },
    explanation: {
      en: 'The definitions use this column, so every file of the table has it; upper and lower case count. What is absent is neither NULL nor zero.',
      zh: '口径中用到了该列，因此该表的每个文件都须有它；列名区分大小写。缺少的列既不是空值，也不是零。',
    },
    fix: {
      en: 'Write the column as the table has it, or export the file with it. It has: {columns}{more}.',
      zh: '请按数据表中的写法填写列名，或连同该列重新导出。现有的列：{columns}{more}。',
    },
  },
  'data-column-rename': {
    text: {
      en: '{table} has no column "{column}", but one named "{near}"',
      zh: '{table} 没有列“{column}”，但有一列名为“{near}”',
    },
    explanation: {
      en: 'Names in definitions are letters, digits and _ of ASCII; columns with other names get one under columns, or in a view.',
      zh: '口径中的名称只能由 ASCII 字母、数字和 _ 组成；其他名称的列须在 columns 中或视图中另行命名。',
    },
    fix: {
      en: 'Name every column that is used beside the table (`concord import <file> --print` writes them for you): columns: { {column}: {written}, … }. In a view: SELECT {quoted} AS {column}, … FROM the table.',
      zh: '请在 table 旁为所用的各列命名（`concord import <文件> --print` 可代为写出）：columns: { {column}: {written}, … }；若为视图，则写 SELECT {quoted} AS {column}, … FROM 该数据表。',
    },
  },
  'data-column-unseen': {
    text: {
      en: '{table} has no column "{column}", but one with characters in its name that nobody sees: {near}',
      zh: '{table} 没有列“{column}”，但有一列的名称含有看不见的字符：{near}',
    },
    explanation: {
      en: 'Invisible characters, and spaces that are not plain, come from web pages and from byte order marks that were put together; nobody can copy such a name.',
      zh: '不可见字符和特殊空格多来自网页，或文件拼接时多出的字节顺序标记；这样的名称无法照抄。',
    },
    fix: {
      en: 'Take the characters between ⟨ and ⟩ out of the header where the file comes from.',
      zh: '请在文件来源处从表头中删去 ⟨ 与 ⟩ 之间的字符。',
    },
  },
  'data-column-case': {
    text: {
      en: '{file} has the columns "{one}" and "{other}", which differ only in upper and lower case',
      zh: '{file} 中的列“{one}”与“{other}”仅大小写不同',
    },
    explanation: { en: 'SQL does not tell them apart, so which is meant would be a guess.', zh: 'SQL 不区分大小写，使用哪一列只能靠猜。' },
    fix: { en: 'Rename one of them where the file comes from.', zh: '请在文件来源处给其中一列改名。' },
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
      en: '{file}, {unit} {row}: the value in column "{column}" is no plain number: {what} ({count} in all)',
      zh: '{file} 第 {row} {unit}：列“{column}”的值不是普通数字：{what}（共 {count} 处）',
    },
    explanation: EXACT,
    fix: { en: '{advice}', zh: '{advice}' },
    presetFix: ROW_AWAY,
  },
  'data-thousands': {
    text: {
      en: '{file}: every number with a point in column "{column}" has exactly three digits after it (first in {unit} {row}): 1.234 may mean 1.234 or 1,234',
      zh: '{file}：列“{column}”中凡带点的数字，点后都恰好三位（首见于第 {row} {unit}）：1.234 可能是 1.234，也可能是 1,234',
    },
    explanation: {
      en: 'Where a point separates thousands, read as a decimal point it makes a thousandth of every amount. Nothing in the file says which it is.',
      zh: '若点是千位分隔符，当作小数点会使每个金额变成千分之一；而文件本身无法说明是哪一种。',
    },
    fix: {
      en: `Write under format decimal: "." where the point is a decimal point, decimal: "," and thousands: "." where it separates thousands. In a view: CAST({column} AS DECIMAL(38, 9)) or CAST(replace({column}, '.', '') AS DECIMAL(38, 9)).`,
      zh: `请在 format 中写明：点是小数点时写 decimal: "."，是千位分隔符时写 decimal: "," 和 thousands: "."。若为视图，则写 CAST({column} AS DECIMAL(38, 9)) 或 CAST(replace({column}, '.', '') AS DECIMAL(38, 9))。`,
    },
    presetFix: UNOPENED,
  },
  'data-blank-text': {
    text: {
      en: '{file}, {unit} {row}: the value in column "{column}" is empty text in quotes, or spaces, and none is NULL, which would be judged otherwise ({count} in all)',
      zh: '{file} 第 {row} {unit}：列“{column}”的值是带引号的空文本或空格，整列又没有空值，而两者的处理不同（共 {count} 处）',
    },
    explanation: {
      en: 'NULL matches no condition but `isNull` and is nobody in a distinct count; an empty text is a value like others. Where a column has both, they are told apart. Some exports put quotes around every field, also around those without a value: then which is meant would be a guess.',
      zh: '空值只匹配 `isNull`，去重计数时也不计入；空文本则与其他值一样。同一列中两者都有时，按原样区分；但有些导出给所有字段加引号，没有值的字段也不例外，此时究竟是哪一种只能靠猜。',
    },
    fix: {
      en: "Leave the field empty where there is no value, without quotes; or say in a view which it is: nullif(trim(…), '') makes it NULL.",
      zh: "没有值时请留空且不加引号；或在视图中写明：nullif(trim(…), '') 将其视为空值。",
    },
    presetFix: UNOPENED,
  },
  'data-cell-error': {
    text: {
      en: '{file}, sheet "{sheet}", row {line}: the cell in column "{column}" is an error ({error}) and no value ({count} in all)',
      zh: '{file} 工作表“{sheet}”第 {line} 行：列“{column}”的单元格是错误值（{error}），不是数据（共 {count} 处）',
    },
    explanation: NO_VALUE,
    fix: {
      en: 'Mend the formula in Excel, save, and take the file in again. Where the row is a total, leave it out by `stopAt` or `comment` under format; where such a cell is agreed to mean nothing, write nulls: ["{error}"] there.',
      zh: '请在 Excel 中修正公式，保存后重新导入。若该行是合计，请在 format 中用 `stopAt` 或 `comment` 略去；若双方约定此类单元格表示没有数值，请在 format 中写明 nulls: ["{error}"]。',
    },
    presetFix: CELL_MENDED,
  },
  'data-cell-uncomputed': {
    text: {
      en: '{file}, sheet "{sheet}", row {line}: the cell in column "{column}" holds a formula without its value: the program that wrote the file computed none ({count} in all)',
      zh: '{file} 工作表“{sheet}”第 {line} 行：列“{column}”的单元格只有公式，没有结果：生成该文件的程序没有计算（共 {count} 处）',
    },
    explanation: NO_VALUE,
    fix: {
      en: 'Open the file in Excel and save it, which computes all formulas, and take it in again.',
      zh: '请在 Excel 中打开并保存（会计算全部公式），再重新导入。',
    },
    presetFix: CELL_MENDED,
  },
  'data-not-a-boolean': {
    text: {
      en: '{file}, {unit} {row}: the value in column "{column}" is neither true nor false ({count} in all)',
      zh: '{file} 第 {row} {unit}：列“{column}”的值既不是 true 也不是 false（共 {count} 处）',
    },
    explanation: {
      en: 'The definitions compare the column with true or false, so it may hold true, false, 1, 0, or nothing.',
      zh: '口径中将该列与 true 或 false 比较，因此它只能是 true、false、1、0 或空。',
    },
    fix: REPAIR,
    presetFix: ROW_AWAY,
  },
  'data-not-a-time': {
    text: {
      en: '{file}, {unit} {row}: the value in column "{column}" is no date and no time: {what} ({count} in all)',
      zh: '{file} 第 {row} {unit}：列“{column}”的值既不是日期也不是时间：{what}（共 {count} 处）',
    },
    explanation: {
      en: 'Times are written 2026-01-31T16:00:00Z, 2026-02-01 00:00:00 +08:00, 2026-02-01 00:00 (wall clock) or 2026-02-01 (a local day).',
      zh: '时间应写作 2026-01-31T16:00:00Z、2026-02-01 00:00:00 +08:00、2026-02-01 00:00（不带时区的当地时间）或 2026-02-01（当地日期）。',
    },
    fix: { en: '{advice}', zh: '{advice}' },
    presetFix: ROW_AWAY,
  },
  'data-not-a-date': {
    text: {
      en: '{file}, {unit} {row}: the value in column "{column}" is not a date: {what} ({count} in all)',
      zh: '{file} 第 {row} {unit}：列“{column}”的值不是日期：{what}（共 {count} 处）',
    },
    explanation: { en: 'Dates of rates are written 2026-02-01.', zh: '汇率日期应写作 2026-02-01。' },
    fix: { en: '{advice}', zh: '{advice}' },
    presetFix: ROW_AWAY,
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
  'data-currency-form': {
    text: {
      en: 'column "{column}" of {table} has text that is no currency code, first in a row of {day}',
      zh: '{table} 的列“{column}”中有不是币种代码的文本，首见于 {day} 的数据行',
    },
    explanation: {
      en: 'Money is added up per currency, and the currencies stand in evidence and statements: names and notes must not.',
      zh: '金额按币种汇总，币种会写入取数底稿与结算单；姓名或备注不应出现在其中。',
    },
    fix: {
      en: 'Name the column that holds currency codes (USD, EUR), or make codes of what it holds in a view.',
      zh: '请改为存放币种代码（如 USD、EUR）的列，或在视图中转换为代码。',
    },
  },
  'data-mixed-time-kinds': {
    text: {
      en: '{file}: column "{column}" mixes {kinds}; {unit} {row} is of the rarer kind',
      zh: '{file}：列“{column}”混有 {kinds}；第 {row} {unit}属于较少的一种',
    },
    explanation: ZONES,
    fix: {
      en: 'Export all values of the column in one form: with an offset, without one, or as dates.',
      zh: '请以同一形式导出该列的全部值：都带时区偏移、都不带，或都是日期。',
    },
    presetFix: ROW_AWAY,
  },
  'data-parts-differ': {
    text: {
      en: 'the parts of {table} by {columns} do not add up to the whole',
      zh: '{table} 按 {columns} 拆分后，各部分之和与总数不符',
    },
    explanation: {
      en: 'Parts and whole are read from the same rows; where they differ the table changed while it was read, or the engine is at fault.',
      zh: '各部分与总数取自相同的行；两者不符说明读取期间数据有变动，或引擎出错。',
    },
    fix: { en: 'Measure again when nothing is loading.', zh: '请在没有数据正在加载时重新取数。' },
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
      en: 'Name the zone of the system that wrote the times. Where that is the contract’s own: `when: { column: {column}, zone: {zone} }`.',
      zh: '请写明写入这些时间的系统所在时区。若与合同时区相同，写作 `when: { column: {column}, zone: {zone} }`。',
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
  'filter-date-on-times': {
    text: {
      en: 'a condition compares "{column}" of {table} with a date, but {count} of its values are times',
      zh: '条件将 {table} 的列“{column}”与日期比较，但其中有 {count} 个值是时间',
    },
    explanation: {
      en: 'Text compares bytewise, and every time of a day lies after the day itself: "up to" a date would lose its last day in silence.',
      zh: '文本按字节比较，当天的任何时间都排在该日期之后：“截至”某日的条件会悄悄漏掉最后一天。',
    },
    fix: {
      en: 'Let `when` decide the days, or cut with `gte` the first day and `lt` the day after the last; or give the column dates.',
      zh: '请用 `when` 决定归属日期，或以 `gte` 首日、`lt` 末日次日划定范围；也可以让该列只存日期。',
    },
  },
  'filter-date-on-text': {
    text: {
      en: 'a condition orders "{column}" of {table} by a date, but {count} of its values are not written 2026-01-31',
      zh: '条件按日期先后比较 {table} 的列“{column}”，但其中有 {count} 个值不是 2026-01-31 的写法',
    },
    explanation: {
      en: 'Text compares bytewise, which is the order of days only where all are written alike: 31/01/2026 and 2026-1-5 both lie after 2026-01-10.',
      zh: '文本按字节比较，只有写法一致时才与日期先后相符：31/01/2026 和 2026-1-5 都会排在 2026-01-10 之后。',
    },
    fix: {
      en: "Export the column as 2026-01-31, or write it so in a view, for 31/01/2026: strftime(strptime({column}, '%d/%m/%Y'), '%Y-%m-%d').",
      zh: "请将该列导出为 2026-01-31 的形式，或在视图中改写，例如 31/01/2026：strftime(strptime({column}, '%d/%m/%Y'), '%Y-%m-%d')。",
    },
  },
  'filter-number-range': {
    text: {
      en: '{value}, compared with column "{column}", has more than 29 digits before or 9 after the point',
      zh: '与列“{column}”比较的 {value} 整数部分超过 29 位或小数部分超过 9 位',
    },
    explanation: EXACT,
    fix: { en: 'Write a number with fewer digits.', zh: '请减少该数字的位数。' },
  },
  'view-engine-missing': {
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
      en: 'Read tables by name (shop.orders), take every date and setting from the data, leave time zones to `when: { column, zone }`, and write out what says how long a text becomes (replace, lpad). A column with such a name is read with its table before it: o.user.',
      zh: '请按名称读取数据表（如 shop.orders），日期和设置一律取自数据；时区写在 `when: { column, zone }` 中；决定文本长度的参数（如 replace、lpad）须直接写明。若列名与之相同，请在前面加上表名，如 o.user。',
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
  'view-table-name': {
    text: { en: 'view "{view}" reads the table {table}, whose name is not plain', zh: '视图“{view}”读取的表 {table} 名称不规范' },
    explanation: {
      en: 'Names of datasets and tables are letters, digits and _ of ASCII, so that they mean the same to every engine; columns inside a file may have any name.',
      zh: '数据集与数据表的名称须由 ASCII 字母、数字和 _ 组成，以便在各引擎中含义一致；文件内的列名不受此限。',
    },
    fix: {
      en: 'Rename the folder and the file in the data folder, for example shop/orders.csv, and write FROM shop.orders.',
      zh: '请将数据文件夹中的文件夹和文件改名，例如 shop/orders.csv，并写作 FROM shop.orders。',
    },
  },
  'view-table-lines': {
    text: {
      en: 'view "{view}" reads {table}, of whose lines the facts {fact} and {other} say different things under format',
      zh: '视图“{view}”读取表 {table}，而事实表 {fact} 与 {other} 在 format 中对其文件写法的声明不同',
    },
    explanation: {
      en: 'A view reads the lines of a table as a fact declares them: encoding, delimiter, sheet, skip, headerStartsWith, comment, dropFirst, stopAt, ragged.',
      zh: '视图按事实表的声明读取文件的各行：encoding、delimiter、sheet、skip、headerStartsWith、comment、dropFirst、stopAt、ragged。',
    },
    fix: {
      en: 'Write the same under format of both; or put files that are written otherwise into a table of their own.',
      zh: '请让两处 format 一致；写法不同的文件请放入另一张表。',
    },
  },
  'view-column': {
    text: {
      en: 'view "{view}" names {name}, which none of its tables has',
      zh: '视图“{view}”用到了 {name}，而其数据表中都没有',
    },
    explanation: {
      en: 'Columns with spaces, brackets or other scripts stand in double quotes in SQL: "Paid at". Of several columns with one name, none can be named.',
      zh: '含空格、括号或中文的列名在 SQL 中须加双引号："付款时间"。重名的列无法按名称引用。',
    },
    fix: { en: 'Write the name as the files have it.', zh: '请按文件中的写法填写该名称。' },
  },
  'view-failed': {
    text: { en: 'view "{view}" fails: {detail}', zh: '视图“{view}”执行失败：{detail}' },
    explanation: {
      en: 'In a view the columns of CSV files are text: cast what is to be computed with, as in CAST(amount AS DECIMAL(38, 9)). What the engine says while it reads rows is not repeated: it may hold values of the data.',
      zh: '在视图中，CSV 文件的列都是文本：需要计算的列应先转换，例如 CAST(amount AS DECIMAL(38, 9))。读取数据时数据库给出的报错可能含有数据内容，因此不予转述。',
    },
    fix: {
      en: 'Correct the view. TRY_CAST and try_strptime find the rows that a type or a format does not fit.',
      zh: '请修正该视图。可用 TRY_CAST 或 try_strptime 找出无法转换的行。',
    },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;

export type DataIssueCode = keyof typeof DATA_ISSUES;
