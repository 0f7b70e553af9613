import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What `concord import` says of a file and of what it has written. */
export const IMPORT_TEXT = {
  'form.sheet': { en: 'XLSX', zh: 'XLSX' },
  'form.sheet-named': { en: 'XLSX, sheet {sheet}', zh: 'XLSX，工作表 {sheet}' },
  'form.comma': { en: 'text with commas', zh: '逗号分隔文本' },
  'form.semicolon': { en: 'text with semicolons', zh: '分号分隔文本' },
  'form.tab': { en: 'text with tabs', zh: '制表符分隔文本' },
  'form.bar': { en: 'text with bars', zh: '竖线分隔文本' },
  packed: { en: 'compressed (gzip)', zh: 'gzip 压缩' },
  'encoding.utf-16': { en: 'UTF-16', zh: 'UTF-16' },
  'encoding.gb18030': { en: 'GBK', zh: 'GBK' },
  'encoding.other': { en: 'probably {encoding}', zh: '编码可能为 {encoding}' },
  header: { en: 'header in line {line}', zh: '表头在第 {line} 行' },
  'header.row': { en: 'header in row {line}', zh: '表头在第 {line} 行' },
  'place.line': { en: 'line {line}', zh: '第 {line} 行' },
  'place.row': { en: 'row {line} of sheet "{sheet}"', zh: '工作表“{sheet}”第 {line} 行' },
  size: { en: '{columns} {columns:column|columns}, {rows} {rows:row|rows} looked at', zh: '{columns} 列，已查看 {rows} 行' },
  numbers: { en: 'numbers like {example}', zh: '数字写法如 {example}' },
  times: { en: 'times like {formats}', zh: '时间写法为 {formats}' },
  dropped: { en: '{count} {count:row|rows} of descriptions below the header', zh: '表头下方有 {count} 行字段说明' },
  totals: { en: 'totals from the line that begins with {mark}', zh: '从行首为“{mark}”的行起视为合计，不再读取' },
  'totals-between': { en: 'totals in lines that begin with {mark}', zh: '行首为“{mark}”的行视为合计，不计入' },
  'lines-left': { en: 'lines that begin with {mark} are no rows and are left out', zh: '行首为“{mark}”的行不是数据，已略去' },
  'totals-left': { en: '{count} {count:line|lines} of totals left out, first in {place}', zh: '已略去 {count} 行合计，首见于{place}' },
  'totals-agree': { en: 'the total is what the rows add up to: {names}', zh: '合计与各行之和一致：{names}' },
  'totals-differ': {
    en: 'The total says another {names} than the rows below the header add up to: see whether rows are missing, or are there twice, before anything is paid on them.',
    zh: '合计行的 {names} 与各行之和不一致：付款前请核对是否有缺失或重复的行。',
  },
  'no-rows': {
    en: 'It has a header and no row below it: nothing counts of it. Where there was something in its time, export it again.',
    zh: '只有表头，没有数据行：不计入任何数据。若该期实际有数据，请重新导出。',
  },
  'totals-kept': {
    en: 'There {count:is|are} {count} {count:line|lines} of totals, first in {place}, and what is declared leaves none out: with a day they would count as rows. Take them away in the file; or write stopAt or comment under format in a new version of the terms.',
    zh: '有 {count} 行合计（首见于{place}），而现有声明未将其略去；若合计行带有日期，就会被当作数据重复计入。请在文件中删去，或在新版条款的 format 中写 stopAt 或 comment。',
  },
  persons: {
    en: 'Columns that say who somebody is: {names}. Once the file is committed, whoever can read the repository reads them, and every copy keeps them: take away what nothing reads, or keep the file out of git (guide, chapter 16).',
    zh: '以下列含个人信息：{names}。文件提交后，凡能读取仓库者均可查看，且每份副本都会保留：请删去无人读取的列，或不要将文件提交到 git（见指南第 16 章）。',
  },
  'totals-kept-preset': {
    en: 'There {count:is|are} {count} {count:line|lines} of totals, first in {place}: with a day they would count as rows. Take {count:it|them} away in the file, and nothing else.',
    zh: '有 {count} 行合计（首见于{place}）；若合计行带有日期，就会被当作数据重复计入。请在文件中只删去合计行。',
  },
  'totals-among': {
    en: 'Column {header}: {count} {count:row says|rows say} that {count:it is a total|they are totals}, first in {place}. Added up with the others they count twice: leave them out in where.',
    zh: '“{header}”列：有 {count} 行写明为合计，首见于{place}；与其他行相加会重复计入，请在 where 中排除。',
  },
  between: {
    en: 'Lines between the rows that are no rows: {kinds}. The draft leaves none of these out: `comment` names one beginning of lines. Export the rows as one table, or take these lines away.',
    zh: '数据之间有不是数据的行：{kinds}。草稿未略去这些行（`comment` 只能写一种行首文字）。请导出为一张连续的表，或删去这些行。',
  },
  'between.header': { en: 'the header again ({lines})', zh: '重复的表头（第 {lines} 行）' },
  'between.heading': { en: 'headings of a part ({lines})', zh: '分段标题（第 {lines} 行）' },
  'between.rule': { en: 'lines of dashes ({lines})', zh: '分隔线（第 {lines} 行）' },
  'between.total': { en: 'totals ({lines})', zh: '合计（第 {lines} 行）' },
  'and-more': { en: '… ({count} more)', zh: '…（另有 {count} 项）' },
  nothing: { en: '{values} where there is no value', zh: '空值写作 {values}' },
  twice: { en: 'several columns named {names}', zh: '多列同名：{names}' },
  unnamed: { en: '{count} {count:column|columns} without a name', zh: '{count} 列没有列名' },
  'other-sheets': { en: 'other sheets: {sheets}', zh: '其他工作表：{sheets}' },
  preset: { en: 'fits the preset {pack}', zh: '符合预设 {pack}' },
  given: { en: 'with {given}: see that each is right', zh: '参数 {given}：请逐一核对' },
  'no-preset': { en: 'fits no preset: a draft is proposed', zh: '没有符合的预设，已拟出草稿' },
  elsewhere: {
    en: 'It seems to be an export of {pack} in another language: download it in one that the preset reads (guide, chapter 18), or see that the draft is right.',
    zh: '似为 {pack} 的导出文件，但界面语言不同：请改用预设支持的语言重新下载（见指南第 18 章），或核对草稿后使用。',
  },
  'left-refunds': {
    en: 'Not counted: Refunded Amount. It has no day: refunds come off on their days by the export shopify-payouts; without it revenue is before partial refunds.',
    zh: '未计入：Refunded Amount（退款金额），该列没有日期。退款按 shopify-payouts 导出文件中的退款日扣除；未使用该文件的，销售额为部分退款前的金额。',
  },
  'left-taxes': {
    en: 'Not counted: Taxes. Where the shop’s prices hold tax (VAT), Subtotal holds it too, and so does revenue: say in the contract whether rates are of that.',
    zh: '未计入：Taxes（税额）。若店铺标价含税（VAT），Subtotal 与销售额均含税；请在合同中写明费率是否按含税金额计算。',
  },
  near: { en: 'It is nearly {pack}, but:', zh: '与 {pack} 相近，但：' },
  'open.point': {
    en: 'Whether 1.234 is a thousand or has three decimals cannot be told: under format write decimal: "," and thousands: "." where it is a thousand, decimal: "." where it has decimals.',
    zh: '无法判断 1.234 是千位分隔还是三位小数：请在 format 中写明，千位分隔写 decimal: "," 和 thousands: "."，小数写 decimal: "."。',
  },
  'open.comma': {
    en: 'Whether 1,234 is a thousand or has three decimals cannot be told: under format write thousands: "," where it is a thousand, decimal: "," where it has decimals.',
    zh: '无法判断 1,234 是千位分隔还是三位小数：请在 format 中写明，千位分隔写 thousands: ","，小数写 decimal: ","。',
  },
  'open.mixed': {
    en: 'Numbers are written in more than one way: nothing is proposed for them.',
    zh: '数字的写法不一致，未作建议。',
  },
  'open.either': {
    en: 'Column {header}: times may be {one} or {other}; write the right one as time.',
    zh: '“{header}”列：时间可能是 {one} 或 {other}，请在 time 中写明。',
  },
  'odd.number': {
    en: 'Column {header}: {count} {count:value is no number|values are no numbers}, first in {place}.',
    zh: '“{header}”列：有 {count} 个值不是数字，首见于{place}。',
  },
  'odd.negative': {
    en: 'Column {header}: {count} {count:negative number is|negative numbers are} written in parentheses or with the minus behind, first in {place}. They are not read so: export them with a minus before.',
    zh: '“{header}”列：有 {count} 个负数写在括号内或负号在后，首见于{place}；程序不按此读取，请导出为负号在前的写法。',
  },
  'odd.time': {
    en: 'Column {header}: {count} {count:value is|values are} not written as the other times, first in {place}.',
    zh: '“{header}”列：有 {count} 个值不是时间，或写法与其他时间不同，首见于{place}。',
  },
  'odd.no-time': {
    en: 'Column {header}: {count} {count:value is no date or time|values are no dates or times} in a form that is known, first in {place}.',
    zh: '“{header}”列：有 {count} 个值不是可识别的日期或时间，首见于{place}。',
  },
  'odd.error': {
    en: 'Column {header}: {count} {count:cell is an error|cells are errors} of a formula, first in {place}.',
    zh: '“{header}”列：有 {count} 个单元格是公式的错误值，首见于{place}。',
  },
  'odd.formula': {
    en: 'Column {header}: {count} {count:cell holds a formula|cells hold formulas} that nobody computed, first in {place}: open the file in Excel and save it.',
    zh: '“{header}”列：有 {count} 个单元格的公式尚未计算，首见于{place}：请在 Excel 中打开并保存。',
  },
  'open.repeated': {
    en: 'Column {header} says the same in each row of an order ({count} {count:order|orders} with several rows, by {order}): it is the order’s amount, and added up row by row it would be counted once for each item. So grain is {order} alone: while an order has several rows, it is held. Keep one row for each order, in the export or in a view; if it is the amount of each item after all, add the item to grain.',
    zh: '“{header}”列在同一订单的各行中都相同（按 {order}，有多行的订单 {count} 个）：应为整单金额，逐行相加会按商品件数重复计入。因此 grain 只写了 {order}：一个订单有多行时暂缓结算。请在导出文件或视图中每个订单只保留一行；若确为每件商品的金额，请把商品列加入 grain。',
  },
  'open.repeated-instead': {
    en: 'Column {header} says the same in each row of an order ({count} {count:order|orders} with several rows, by {order}): it is the order’s amount, and added up row by row it would be counted once for each item. The draft adds up {instead} instead: see that this is what is paid on. To count {header} once for each order, keep one row of each in a view.',
    zh: '“{header}”列在同一订单的各行中都相同（按 {order}，有多行的订单 {count} 个）：应为整单金额，逐行相加会按商品件数重复计入。草稿改为对“{instead}”列求和，请核对是否以它计费；如需“{header}”每单只计一次，请用视图每个订单只保留一行。',
  },
  'open.rounded': {
    en: 'Column {header}: a spreadsheet has rounded long numbers to the likes of 1.2021E+17, first in {place}. Where they are ids, download the file again and import it unopened.',
    zh: '“{header}”列：长编号已被电子表格软件截断为 1.2021E+17 这类写法，首见于{place}。若为编号，请重新下载，导入前不要打开。',
  },
  'open.no-time': {
    en: 'No column holds times: say in a measure by which column its days are told.',
    zh: '没有时间列：请在度量中写明按哪一列划分日期。',
  },
  'open.epoch-s': {
    en: 'Column {header} counts seconds since 1970 (Unix time), which is read as no time: export it as 2026-01-31 16:00:00, or read the table in a view: make_timestamptz(CAST("{header}" AS BIGINT) * 1000000).',
    zh: '“{header}”列是自 1970 年起的秒数（Unix 时间戳），不会按时间读取：请导出为 2026-01-31 16:00:00 的形式，或用视图读取该表：make_timestamptz(CAST("{header}" AS BIGINT) * 1000000)。',
  },
  'open.epoch-ms': {
    en: 'Column {header} counts milliseconds since 1970 (Unix time), which is read as no time: export it as 2026-01-31 16:00:00, or read the table in a view: make_timestamptz(CAST("{header}" AS BIGINT) * 1000).',
    zh: '“{header}”列是自 1970 年起的毫秒数（Unix 时间戳），不会按时间读取：请导出为 2026-01-31 16:00:00 的形式，或用视图读取该表：make_timestamptz(CAST("{header}" AS BIGINT) * 1000)。',
  },
  'open.rates': {
    en: 'It holds rates of exchange: nothing is added up, and fx converts by them. Column {header} is read as {reading}.',
    zh: '文件为汇率表：不作加总，由 fx 据以折算。“{header}”列按{reading}读取。',
  },
  'rates.foreign': { en: '{currency} for one unit of the currency', zh: '每单位外币合多少 {currency} ' },
  'rates.own': { en: 'units of the currency for one {currency} (inverted: true)', zh: '1 {currency} 合多少外币（inverted: true）' },
  'rates.unsure': {
    en: '{currency} for one unit of the currency, which its header does not say: where it is the other way round, write inverted: true',
    zh: '每单位外币合多少 {currency}（表头未写明方向；若方向相反，请写 inverted: true）',
  },
  'open.no-number': { en: 'No column holds numbers: the draft counts rows.', zh: '没有数字列：草稿按行计数。' },
  'open.no-sum': { en: 'The draft adds up no column: it counts rows.', zh: '草稿未对任何列求和，仅按行计数。' },
  'open.left': {
    en: 'Columns of numbers that the draft leaves out: {names}. Their name stands twice, says who somebody is, or there are too many; what you need of them, declare under columns.',
    zh: '草稿未纳入的数字列：{names}（列名重复、涉及个人信息或列数过多）；需要的请在 columns 中声明。',
  },
  'open.no-key': {
    en: 'Which columns make a row unique could not be told from what was looked at: say in grain which do.',
    zh: '从所查看的行中无法判断哪些列能唯一标识一行：请在 grain 中写明。',
  },
  'open.price': {
    en: 'What the draft adds up seems to be the price of one piece, however many were sold: export the amount of each row, or multiply in a view.',
    zh: '草稿求和的列似为单价，未乘数量：请导出每行金额，或在视图中与数量相乘。',
  },
  'told.states': {
    en: 'There {count:is|are} {count} {count:column|columns} of states ({names}): say in where which states count.',
    zh: '有 {count} 个状态列（{names}）：请在 where 中写明哪些状态计入。',
  },
  'told.transfers': {
    en: '{names}: some rows are payouts or transfers, which only hand on what others have brought in. Added up as they stand, they take it away again: say in where which rows count.',
    zh: '{names}：部分行是提现或转账，只是转出其他行带来的款项，直接相加会把它们抵掉：请在 where 中写明哪些行计入。',
  },
  'told.refunds': {
    en: 'By its key or its day the file is of refunds, and the draft adds up {names}: see that the contract means it.',
    zh: '从主键或日期看，这是退款文件，草稿对 {names} 求和：请核对合同是否正是指它。',
  },
  'told.short': {
    en: '{names}: the numbers are shortened, like 3万 or 1.2k, and cannot be added up. Export them with all their digits (30000, 1200).',
    zh: '“{names}”是缩写的数（如 3万、1.2k），无法求和。请导出完整数字（如 30000、1200）。',
  },
  'told.wide': {
    en: '{names}: the digits are full-width characters, and cannot be added up. Export them with plain digits (3500.00).',
    zh: '“{names}”使用了全角数字，无法求和。请导出半角数字（如 3500.00）。',
  },
  'told.negative': {
    en: 'All amounts of {names} are negative already. A formula that is to take them off adds them (+): subtracted once more, they would count as income.',
    zh: '“{names}”的金额全部为负。公式中如要扣除，请用加号，不要再减：再减一次，负负得正，反而成了收入。',
  },
  'told.payouts': {
    en: 'By its key or its amounts the file is of payouts, and the draft adds up {names} by the day of the payout: see that the contract means it, and not the amount of orders on the day of the order.',
    zh: '从主键或金额看，这是平台结算文件，草稿按结算日期对 {names} 求和：请核对合同是否正是指它，而不是按下单日期计的订单金额。',
  },
  'told.beside': {
    en: 'By its header {names} is of {kind}, and that is what the draft adds up: see that the contract means it. Where it means the amount of orders, name that column in sum, or export a file that has it.',
    zh: '按列名，{names} 属于{kind}，草稿即对其求和：请核对合同是否正是指它。如合同指订单金额，请在 sum 中写明该列，或导出含该列的文件。',
  },
  'beside.refund': { en: 'refunds', zh: '退款' },
  'beside.discount': { en: 'discounts', zh: '优惠' },
  'beside.freight': { en: 'freight', zh: '运费' },
  'beside.tax': { en: 'tax', zh: '税费' },
  'beside.fee': { en: 'fees', zh: '手续费' },
  'beside.balance': { en: 'a balance', zh: '余额' },
  'beside.plan': { en: 'what is planned', zh: '预算或预估' },
  'told.passed': {
    en: 'The draft adds up no amount, it counts rows: in {names} nothing is safely the money of orders (refunds, discounts, freight, fees, tax, balances, plans, or the price of one piece beside a quantity). Name in sum the column that the contract means, or export the amount of each row.',
    zh: '草稿未对任何金额求和，仅按行计数：{names} 都不能放心当作订单金额（属于退款、优惠、运费、手续费、税费、余额、预估，或另有数量列的单价）。请在 sum 中写明合同所指的列，或导出每行金额。',
  },
  'told.unnamed': {
    en: 'No header says which of {names} is the money of the contract: the draft adds up the first. Name in sum the one that is meant.',
    zh: '{names} 中哪一列是合同所指的金额，列名未说明：草稿对第一列求和，请在 sum 中写明所指的列。',
  },
  'told.alike': {
    en: 'Several columns are amounts of money ({names}): the draft adds up the first. Name in sum the one that the contract means.',
    zh: '{names} 都是金额列：草稿对第一列求和，请在 sum 中写明合同所指的列。',
  },
  'told.later': {
    en: 'The draft goes by {names}, a day after that of the order or its payment, and the file has no other: where the contract means those, export their column.',
    zh: '草稿按 {names} 归日，该日期晚于下单和付款，而文件中没有其他日期；如合同按下单或付款日期计，请导出相应的列。',
  },
  'told.planned': {
    en: 'There is no measure: the days of {names} are expected, a deadline or a birthday, and no money is of such a day. Export the time of the order or of its payment.',
    zh: '草稿没有度量：{names} 是预计、截止或出生日期，不能作为金额所属的日期。请导出下单或付款时间。',
  },
  'told.direction': {
    en: '{names}: some rows say that money goes out, and the amounts have no sign. Added up as they stand, both count as income: say in where which rows count.',
    zh: '{names}：部分行写明为支出或退款，而金额不带正负号，直接相加会把支出也计为收入。请在 where 中写明哪些行计入。',
  },
  'open.unit': {
    en: '{header} is written in cents, thousands or the like: the formula makes whole money of it, {formula}. See that this is right.',
    zh: '{header} 以分、万元之类的单位记：公式已换算（{formula}），请核对。',
  },
  'open.currency-own': {
    en: 'Column {header} says {currency} in every row looked at: the draft counts rows that say so, and no others. Rows in another currency need rates (fx; guide, chapter 6).',
    zh: '所查看的行中，“{header}”列均为 {currency}：草稿只计这些行。其他币种的行须先约定汇率（fx，见指南第 6 章）。',
  },
  'open.currency-rows': {
    en: 'Column {header} says the currency of each row, and not every row looked at says {currency}: `check` takes the draft once definitions name rates (fx; guide, chapter 6). To count rows in {currency} alone, write {currency} for it in where, and currency: { code: {currency} }.',
    zh: '“{header}”列逐行写明币种，所查看的行并非都是 {currency}：口径写明汇率（fx，见指南第 6 章）后，`check` 才接受该草稿。如只计 {currency} 的行，请在 where 中为该列写 {currency}，并写 currency: { code: {currency} }。',
  },
  'open.currency-words': {
    en: 'Column {header} says the currency of each row in other words than codes ({found}), by which no rate is found, and `check` takes no draft with several currencies without rates. To count rows in {currency} alone, write {word} for it in where, and currency: { code: {currency} }.',
    zh: '“{header}”列逐行写明币种，但写的不是大写代码（{found}），按此查不到汇率；未约定汇率时，`check` 不接受多币种的草稿。如只计 {currency} 的行，请在 where 中为该列写 {word}，并写 currency: { code: {currency} }。',
  },
  'open.currency-words-other': {
    en: 'Column {header} says the currency of each row in other words than codes ({found}), by which no rate is found, and no row looked at is in {currency}: export their codes, or write in where which rows count and in currency which code they are in, with rates (fx; guide, chapter 6).',
    zh: '“{header}”列逐行写明币种，但写的不是大写代码（{found}），按此查不到汇率，所查看的行也没有 {currency}：请导出币种代码；或在 where 中写明计入哪些行，在 currency 中写明其代码，并约定汇率（fx，见指南第 6 章）。',
  },
  'open.currency-unknown': {
    en: 'Column {header} is called as columns of currencies are, and {found} names no currency that is known: write in where which rows count, and in currency which code they are in, for example currency: { code: USD }.',
    zh: '“{header}”列应为币种，但不认识其中的 {found}：请在 where 中写明计入哪些行，并在 currency 中写明其代码，例如 currency: { code: USD }。',
  },
  'open.currency-other': {
    en: '{header} is in {found}, and the contract in {currency}: `check` takes the draft once definitions name rates (fx; guide, chapter 6).',
    zh: '{header} 的币种为 {found}，合同为 {currency}：口径写明汇率（fx，见指南第 6 章）后，`check` 才接受该草稿。',
  },
  'open.currency-sign': {
    en: '{header} is not in {currency}, which the contract is in, and its sign may be of several currencies: write which as currency: { code: … }, with rates (fx; guide, chapter 6).',
    zh: '{header} 的币种不是合同的 {currency}，其符号可能代表多种货币：请写明 currency: { code: … }，并约定汇率（fx，见指南第 6 章）。',
  },
  'open.currency-mixed': {
    en: '{header} holds amounts with signs of several currencies, which no sum is of: export a column that says the currency of each row, or one file for each currency.',
    zh: '{header} 中有多种币种符号的金额，不能相加：请导出写明每行币种的列，或按币种分别导出。',
  },
  'open.zone': {
    en: 'Times are without a zone; {zone} stands there until you write the zone in which the platform shows them.',
    zh: '时间不带时区；在您写明平台所用时区之前，暂写为 {zone}。',
  },
  'open.letters': {
    en: 'Times say {letters}, which is taken for {zone}: write the zone that the platform means, where it is another one.',
    zh: '时间标有 {letters}，按 {zone} 读取；如平台所指为其他时区，请改写。',
  },
  'open.letters-unclear': {
    en: 'Times say {letters}, which does not name one zone: {zone} stands there and may be hours off. Write the zone that the platform means.',
    zh: '时间标有 {letters}，但无法据此确定时区；暂写为 {zone}，可能相差数小时，请写明平台所用时区。',
  },
  written: { en: 'Written into {path}: {names}', zh: '已写入 {path}：{names}' },
  'written-comment': { en: 'Written into {path} as a comment: {names}', zh: '已以注释写入 {path}：{names}' },
  'written-none': { en: 'To be written into definitions.yaml:', zh: '可写入 definitions.yaml：' },
  placed: { en: 'Copied to {path}', zh: '已复制到 {path}' },
  linked: { en: 'Linked as {path}', zh: '已链接为 {path}' },
  replaced: { en: '{path} takes the place of {old}', zh: '{path} 已取代旧文件 {old}' },
  gone: { en: '{old} has given its place in {path} to the new files', zh: '{path} 的旧文件 {old} 已被新文件取代' },
  same: { en: '{path} is there already', zh: '{path} 已存在且内容相同' },
  declared: { en: 'The contract reads {table} already: its definitions stay as they are', zh: '合同已读取数据表 {table}，口径保持不变' },
  'declared-in': {
    en: 'Table {table} is declared in {path} already: nothing is to be written. `--check` says whether the file is written as declared.',
    zh: '表 {table} 已在 {path} 中声明，无须写入；`--check` 可核对文件是否与声明一致。',
  },
  'turned-in': {
    en: 'To be written into {path}: {given}, beside {pack}, since the first file for it is written so. Nothing else.',
    zh: '只需在 {path} 的 {pack} 旁写明 {given}：其首个文件即为该形式。',
  },
  turned: {
    en: 'Written into {path}: {given}, beside {pack}: the first file for it is written so, and nothing was settled before',
    zh: '已在 {path} 的 {pack} 旁写明 {given}：其首个文件即为该形式，此前也没有结算过',
  },
  proposed: {
    en: 'The proposal for table {table} stands in {path} as a comment already',
    zh: '表 {table} 的建议已以注释写在 {path} 中',
  },
  'next-rates': {
    en: 'This is a proposal, and changes nothing yet. To convert by these rates, take the # off its lines and run `concord check {id}`. Else delete these lines and the copied file.',
    zh: '以上为建议，尚未生效。如采用这些汇率，请去掉各行前的 #，并运行 `concord check {id}`；否则请删除这些行和复制的文件。',
  },
  'next-comment': {
    en: 'This is a proposal, and changes nothing yet: what a contract declares and does not use stops its settlement. To use it, look at it line by line, take the # off its lines, name a metric of it in contract.yaml and run `concord check {id}`. Else delete these lines and the copied file.',
    zh: '以上仅为建议，尚不生效：合同中声明而未使用的定义会阻止结算。如要采用，请逐行核对，去掉这些行首的 #，在 contract.yaml 中引用其中的指标，并运行 `concord check {id}`；如不采用，请删除这些行及复制的文件。',
  },
  next: {
    en: 'This is a proposal: look at it line by line. Then name a metric of it in contract.yaml and run `concord check {id}`.',
    zh: '以上仅为建议，请逐行核对；然后在 contract.yaml 中引用其中的指标，并运行 `concord check {id}`。',
  },
  'by-log': {
    en: 'How far {fact} has come is told by its load log {log}, which is not looked at here: `concord doctor` looks at it.',
    zh: '{fact} 的加载进度以加载日志 {log} 为准，此处未查看；请用 `concord doctor` 核对。',
  },
  'next-look': {
    en: 'Next: `npx concord check {id}`, then `npx concord score {id}`.',
    zh: '下一步：`npx concord check {id}`，然后 `npx concord score {id}`。',
  },
  'check-title': { en: '{file} against {fact} of {contract}', zh: '{file} 对照 {contract} 的 {fact}' },
  'check-table': {
    en: 'By its name it would become a table of its own: take it in with `concord import <file> --table {table}`.',
    zh: '按文件名它会成为另一张表：请用 `concord import <文件> --table {table}` 导入。',
  },
  'check-good': { en: 'It is written as declared.', zh: '与声明一致。' },
  'check-done': { en: '{count} {count:finding|findings}', zh: '发现 {count} 处不符' },
} as const satisfies Readonly<Record<string, Message>>;

export type ImportTextKey = keyof typeof IMPORT_TEXT;

/** An entry of {@link IMPORT_TEXT} in a language, its places filled. */
export const importText = saying(IMPORT_TEXT);
