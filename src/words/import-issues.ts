import type { Message } from '../kernel/text.js';
import type { IssueEntry } from './issue-entry.js';

const MONTHS = {
  en: 'Platforms change their exports without notice. A month that is written otherwise is better found before it is measured.',
  zh: '平台会在不通知的情况下改变导出格式；写法有变的月份，最好在取数之前发现。',
} as const satisfies Message;

/** What is to be done about totals in a file that a preset describes: no field of the contract says how it is written. */
const TOTALS_AWAY = {
  en: '{preset} says how this file is written, and no field of the contract changes that: take these lines away in the file, and no others, or download it without them.',
  zh: '该文件的写法由 {preset} 规定，合同中没有可改的字段：请在文件中只删去这些合计行，或重新下载不含合计的文件。',
} as const satisfies Message;

/** What is to be done about a column that a preset reads and a file lacks. */
export const RENAMED = {
  en: '{preset} reads that column: tick it in the export and download again (guide, chapter 18). Where the platform has renamed it for good, the preset reads no new file: `concord import <file> --table <new table>` drafts a fact on a table of its own; in a new version of the terms take {preset} from `use` and name the new measures. What is settled stays.',
  zh: '{preset} 需要该列：请在导出时勾选该列并重新下载（见指南第 18 章）。若平台已永久改名，该预设无法再读取新文件：`concord import <文件> --table <新表>` 会在另一张表上拟出事实表；请在新版条款中从 `use` 去掉 {preset}，改用新的度量。已结算的不变。',
} as const satisfies Message;

/** What `concord import` finds in a file, or in its place. */
export const IMPORT_ISSUES = {
  'import-no-file': {
    text: { en: 'there is no file {file}', zh: '文件 {file} 不存在' },
    explanation: { en: 'Files are named as the shell names them, from where it stands.', zh: '文件路径相对于当前文件夹。' },
    fix: { en: 'Give the path of the file that you have downloaded.', zh: '请给出所下载文件的路径。' },
  },
  'import-no-repository': {
    text: { en: 'this is not a Concord repository', zh: '这里不是 Concord 仓库' },
    explanation: {
      en: 'Files are taken into the repository whose contracts read them; it has contracts/workspace.yaml.',
      zh: '文件应纳入合同所在的仓库，其中有 contracts/workspace.yaml。',
    },
    fix: {
      en: 'cd into it, or name it with --root; `--print` only shows what is seen.',
      zh: '请 cd 进入仓库，或用 --root 指定；`--print` 只显示读到的内容。',
    },
  },
  'import-bigquery': {
    text: {
      en: 'this repository is measured on BigQuery, which reads no file of data/',
      zh: '本仓库的数据在 BigQuery 中，不读取 data/ 里的文件',
    },
    explanation: {
      en: 'A file that is copied there would look as if it counted, while every figure comes from the tables in BigQuery.',
      zh: '复制到该文件夹的文件看似已计入，而所有数字都取自 BigQuery 中的表。',
    },
    fix: {
      en: 'Load its rows into BigQuery (guide, chapter 11). To try a file without it: `--warehouse duckdb`, with `import` and with `score`; `--print` only shows what is seen.',
      zh: '请把数据加载到 BigQuery（见指南第 11 章）。若只想用文件试算，请在 `import` 与 `score` 中都加 `--warehouse duckdb`；`--print` 只显示读到的内容。',
    },
  },
  'import-rates-alone': {
    text: {
      en: '{file} holds rates of exchange, and the definitions have no amounts yet that they could convert',
      zh: '{file} 为汇率表，而口径文件中还没有可供折算的金额',
    },
    explanation: {
      en: 'Definitions say what is measured. Rates are no measure: they convert the amounts of others.',
      zh: '口径文件写明如何取数；汇率本身不是度量，只用于折算其他度量的金额。',
    },
    fix: {
      en: 'Take in the file with the amounts first, or both together: `concord import <amounts> {file}`.',
      zh: '请先导入含金额的文件，或一并导入：`concord import <金额文件> {file}`。',
    },
  },
  'import-no-table': {
    text: { en: '{file} holds no table: {why}', zh: '{file} 中没有表格：{why}' },
    explanation: {
      en: 'A table is a line of names with rows like it below. What is none cannot be declared.',
      zh: '表格由一行列名及其下方同样列数的数据行组成；不是表格就无法声明。',
    },
    fix: { en: '{advice}', zh: '{advice}' },
  },
  'import-spoiled': {
    text: {
      en: '{file} looks like {pack}, saved by a spreadsheet: {sign}',
      zh: '{file} 像是 {pack} 的导出，但被电子表格软件另存过：{sign}',
    },
    explanation: {
      en: 'Spreadsheets round long ids and write dates anew when they save. What is lost cannot be brought back from the file.',
      zh: '电子表格软件保存时会截断长编号、改写日期；丢失的内容无法从该文件恢复。',
    },
    fix: { en: 'Download it again, and do not open it before it is imported.', zh: '请重新下载，导入前不要打开。' },
  },
  'import-sheet': {
    text: { en: '{file} has no sheet "{sheet}"', zh: '{file} 没有工作表“{sheet}”' },
    explanation: { en: 'A workbook is read sheet by sheet, by name.', zh: '工作簿按工作表名称读取。' },
    fix: { en: 'Use one of: {sheets}.', zh: '可用的工作表：{sheets}。' },
  },
  'import-there': {
    text: { en: 'another file is already at {path}', zh: '{path} 已有另一个文件' },
    explanation: {
      en: 'Figures that were settled may rest on the file that is there, so it is replaced only where `--replace` names it.',
      zh: '已结算的数字可能依据该文件，因此只有以 `--replace` 指明时才会取代。',
    },
    fix: {
      en: 'Where it is a newer download of the same rows, name the old file with `--replace`. Rename the new one only where its rows are others: no row may be there twice.',
      zh: '若是同一批数据的新下载，请用 `--replace` 指明旧文件；仅当数据不同时才为新文件改名，同一行不得出现两次。',
    },
  },
  'import-replaces-none': {
    text: { en: '{table} has no file {found}', zh: '{table} 没有文件 {found}' },
    explanation: {
      en: 'Only a file that the table has gives its place to another, so that no month is taken away by a slip.',
      zh: '只能取代表中已有的文件，以免误删某个月的数据。',
    },
    fix: { en: 'Name one of: {expected}.', zh: '请从这些文件中选一个：{expected}。' },
  },
  'import-replaces-nothing': {
    text: { en: '{table} has no files yet', zh: '{table} 还没有文件' },
    explanation: {
      en: 'Only a file that the table has gives its place to another; where there is none, the table may be another one.',
      zh: '只能取代表中已有的文件；若表中没有文件，可能是表名不同。',
    },
    fix: { en: 'Leave --replace away, or name the table with --table.', zh: '请去掉 --replace，或用 --table 指明数据表。' },
  },
  'import-replaces-which': {
    text: { en: 'more than one table has a file {found}', zh: '不止一张表有文件 {found}' },
    explanation: {
      en: 'Which of them gives its place to the new file would be a guess.',
      zh: '应取代哪一个，无从判断。',
    },
    fix: { en: 'Name it with its folder: {expected}.', zh: '请连同所在文件夹写明：{expected}。' },
  },
  'import-again': {
    text: {
      en: '{file} holds exactly what {other} holds: each of its rows would be there twice',
      zh: '{file} 与 {other} 的内容完全相同：其中每一行都会重复一次',
    },
    explanation: {
      en: 'Rows that no key tells apart count as often as they are there; where a key does, the period is held.',
      zh: '没有主键可区分的行，出现几次就计几次；有主键的，则该期暂缓结算。',
    },
    fix: {
      en: 'Where that is the right file, nothing is to be done: it is there. If another month was meant, download that one: platforms keep the days that were chosen last. For a new name alone, name the old file with `--replace`.',
      zh: '若这就是所需文件，则无须再导入。若本应是另一个月，请重新下载：平台往往沿用上次选定的日期范围。若只是换文件名，请用 `--replace` 指明旧文件。',
    },
  },
  'import-one-file': {
    text: {
      en: '{table} is the one file {path}: a file beside it would leave open which of them is read',
      zh: '{table} 目前是单个文件 {path}：再放入别的文件，就无从判断应读取哪一个',
    },
    explanation: {
      en: 'A table is one file or a folder of files, never both: what is read must not be a guess.',
      zh: '一张表要么是单个文件，要么是一个文件夹，不可两者并存：读取哪些数据不容猜测。',
    },
    fix: {
      en: 'Move it to {to} first, where more files can stand beside it; or, where the new file has all of its rows, name it with `--replace`.',
      zh: '请先将其移至 {to}，之后即可与其他文件并列；若新文件已含其全部数据，请用 `--replace` 指明它。',
    },
  },
  'import-fewer': {
    text: {
      en: '{old} has {count} {count:row|rows} that {file} lacks, on {days} {days:day|days}, first on {day}',
      zh: '{old} 中有 {count} 行（涉及 {days} 天，最早为 {day}）在 {file} 中没有',
    },
    explanation: {
      en: 'A newer download of the same rows has all of them. One of fewer days takes the others away, and corrects what was settled on them.',
      zh: '同一批数据的新下载应包含全部旧行；若下载的天数较少，其余数据会随之消失，已结算的金额也会被更正。',
    },
    fix: {
      en: 'Download it again for all days of the old file; or take it in without `--replace`, where no row of it is there yet. Where these rows are gone for good, say so with `--fewer`.',
      zh: '请按旧文件的全部日期重新下载；若其中各行均未导入过，请去掉 `--replace` 导入。若这些行确已不复存在，请另加 `--fewer`。',
    },
  },
  'import-far': {
    text: { en: '{path} cannot be a link to that file', zh: '无法将 {path} 链接到该文件' },
    explanation: {
      en: 'Only links within one disk make a file part of the data folder.',
      zh: '只有同一磁盘内的硬链接才能成为数据文件夹的一部分。',
    },
    fix: { en: 'Leave --link away: then it is copied.', zh: '请去掉 --link，改为复制。' },
  },
  'import-which': {
    text: { en: 'there are several contracts: {expected}', zh: '有多份合同：{expected}' },
    explanation: { en: 'What is proposed is written into the definitions of one contract.', zh: '建议内容写入某一份合同的口径。' },
    fix: { en: 'Say which with --contract, or show it only, with --print.', zh: '请用 --contract 指定，或用 --print 只显示。' },
  },
  'import-table': {
    text: { en: '"{found}" is no table', zh: '“{found}”不是表名' },
    explanation: {
      en: 'A table is a folder and a file or folder in it, in letters, digits and _: ads.google is ads/google.csv or ads/google/*.csv.',
      zh: '表名由文件夹名与其中的文件名或子文件夹名组成，只含字母、数字和 _：ads.google 即 ads/google.csv 或 ads/google/*.csv。',
    },
    fix: { en: 'Write it like ads.google.', zh: '请写成 ads.google 的形式。' },
  },
  'import-language': {
    text: {
      en: '{file} seems to be what {pack} reads, in a language that it does not read',
      zh: '{file} 似为 {pack} 的导出文件，但界面语言不受支持',
    },
    explanation: {
      en: 'The contract uses that preset and waits for this file; declared as another table it would be read by nothing.',
      zh: '合同使用该预设并等待这个文件；若作为另一张表声明，则没有任何度量读取它。',
    },
    fix: {
      en: 'Switch the platform to English (or to a language that the guide names for it, chapter 18) and download it again. To declare the columns yourself: `concord import <file> --print`.',
      zh: '请把平台界面切换为英文（或指南第 18 章为其列出的语言）后重新下载。如需自行声明各列：`concord import <文件> --print`。',
    },
  },
  'import-whose': {
    text: {
      en: '{file} may be of several: {pack} is used for {expected}',
      zh: '{file} 可能属于多处：{pack} 用于 {expected}',
    },
    explanation: {
      en: 'Files of several shops or accounts look alike, and one in the folder of another would be paid as the other’s.',
      zh: '多个店铺或账户的文件看起来一样；放错文件夹，就会按另一家的数据付款。',
    },
    fix: {
      en: 'Say whose it is, one shop or account at a time: `concord import <file> --table {table}`.',
      zh: '请逐个店铺或账户导入，并写明属于哪一处：`concord import <文件> --table {table}`。',
    },
  },
  'import-beside': {
    text: {
      en: '{file} has the columns of {expected}, where files are called otherwise: their names do not say whether they are of one shop or account',
      zh: '{file} 的列与 {expected} 相同，但其中文件的名称与它不同：文件名没有说明是否属于同一店铺或账户',
    },
    explanation: {
      en: 'Files of several shops or accounts look alike, and one in the table of another would be paid as the other’s.',
      zh: '多个店铺或账户的文件看起来一样；放入同一张表，就会按另一家的数据付款。',
    },
    fix: {
      en: 'Say which it is, one shop or account at a time: `--table {declared}` takes it in as one more file of that table, `--table {table}` as the first of a table of its own.',
      zh: '请逐个店铺或账户导入，并写明属于哪张表：`--table {declared}` 作为该表的又一个文件导入；`--table {table}` 则作为单独一张表的首个文件。',
    },
  },
  'import-like': {
    text: {
      en: '{file} has the columns of {expected}; by its name it would become {table}, which is not declared',
      zh: '{file} 的列与 {expected} 相符；而按文件名它会成为未声明的 {table}',
    },
    explanation: {
      en: 'In a table that nothing reads, a month would be missing from what is paid on; in one that is another’s, it would be paid as the other’s.',
      zh: '放入无人读取的表，计费时就会缺一个月；放错表，就会按另一方的数据付款。',
    },
    fix: {
      en: 'Say which it is: `--table {declared}` takes it in as one more file of that table, `--table {table}` as the first of a new one.',
      zh: '请写明属于哪张表：`--table {declared}` 作为该表的又一个文件导入；`--table {table}` 则作为新表的首个文件。',
    },
  },
  'import-totals': {
    text: {
      en: '{file} has {count} {count:line|lines} of totals, first in {unit} {row}, and what is declared leaves none of them out',
      zh: '{file} 有 {count} 行合计（首见于第 {row} {unit}），而现有声明未将其略去',
    },
    explanation: {
      en: 'With a day a total counts as a row, beside those that it adds up.',
      zh: '合计行若带有日期，就会与明细一起重复计入。',
    },
    fix: {
      en: 'Take them away in the file; or, in a new version of the terms, leave them out with where, or with stopAt or comment under format.',
      zh: '请在文件中删去；或在新版条款中用 where 排除，或在 format 中写 stopAt 或 comment。',
    },
    presetFix: TOTALS_AWAY,
  },
  'import-no-fact': {
    text: { en: 'no fact of {contract} reads a file like {file}', zh: '{contract} 没有读取 {file} 这类文件的事实表' },
    explanation: { en: 'A file is compared with the fact whose columns it has most of.', zh: '程序选取列名最相符的事实表与文件对照。' },
    fix: {
      en: 'Say with --fact which of them it is: {expected}. Or `concord import <file> --print` shows columns to paste into definitions.yaml.',
      zh: '请用 --fact 指明是其中哪一张：{expected}；或运行 `concord import <文件> --print`，把所示 columns 贴入 definitions.yaml。',
    },
  },
  'import-no-facts': {
    text: { en: '{contract} has no fact that reads files', zh: '{contract} 中没有读取文件的事实表' },
    explanation: {
      en: 'A file is compared with what is declared of its table, and nothing is.',
      zh: '文件与其所属表的声明对照，而这里尚无声明。',
    },
    fix: {
      en: '`concord import <file>` proposes how it is declared; `--print` only shows it.',
      zh: '`concord import <文件>` 会给出声明建议；`--print` 仅显示。',
    },
  },
  'import-unknown-fact': {
    text: { en: 'there is no fact "{found}" that reads files', zh: '没有读取文件的事实表“{found}”' },
    explanation: {
      en: 'Facts are named as definitions.yaml names them; those of a pack have the names of the pack.',
      zh: '事实表以 definitions.yaml 中的名称为准；口径包中的事实表用包内的名称。',
    },
    fix: { en: 'Use one of: {expected}.', zh: '可用：{expected}。' },
  },
  'import-other-way': {
    text: {
      en: '{file} is what {pack} reads with {given}; definitions.yaml uses it with {declared}',
      zh: '{file} 须在 {pack} 旁写明 {given} 方可读取，而 definitions.yaml 中用的是 {declared}',
    },
    explanation: {
      en: 'A platform writes one export in several ways: in the language of whoever downloads it, or as CSV of one kind or another. And one of another shop is in the currency of that shop.',
      zh: '同一平台的同一导出文件有多种写法：随下载者的界面语言或所选 CSV 格式而不同；另一站点的文件，币种也随该站点。',
    },
    fix: {
      en: 'Where nothing was settled yet, write {given} beside {pack} under use; amounts in another currency than the contract’s need rates (guide, chapter 6). Where what is declared is of another shop or account that stays, give this one a use of its own, { pack: {pack}, as: second, dataset: second, {given} }, and take the file in with --table and the table of that. Else download it in the form that is declared: what is settled was read so.',
      zh: '尚未结算过的，请在 use 中的 {pack} 旁写明 {given}；与合同币种不同的金额须有汇率（见指南第 6 章）。若现有声明属于另一店铺或账户且须保留，请为本文件另写一项 { pack: {pack}, as: second, dataset: second, {given} }，并以 --table 指明其表导入。否则请按声明的形式下载：已结算的数据均按该形式读取。',
    },
  },
  'import-form': {
    text: { en: '{file} is {found}; the files of {table} are {expected}', zh: '{file} 是 {found}；{table} 的文件是 {expected}' },
    explanation: { en: 'Files of one table are all of one form.', zh: '同一张表的文件必须是同一种形式。' },
    fix: { en: 'Export it as {expected}, or save it so.', zh: '请导出为 {expected}，或另存为该形式。' },
  },
  'import-column-gone': {
    text: {
      en: '{file} lacks the {count:column|columns} {column}, which {other} has',
      zh: '{file} 缺少 {other} 中的 {count} 列：{column}',
    },
    explanation: MONTHS,
    fix: {
      en: 'Tick it in the export and download again (guide, chapter 18). Where it has another name for good: every file of a table is read by one name, so the new ones need a table of their own. `concord import <file> --table <new table>` drafts its fact for a new version of the terms; what is settled stays.',
      zh: '请在导出时勾选该列并重新下载（见指南第 18 章）。若已永久改名：同一张表的文件须用同一列名，新文件须另立一张表；`concord import <文件> --table <新表>` 会为新版条款拟出其事实表，已结算的不变。',
    },
    presetFix: RENAMED,
  },
  'import-other-table': {
    text: {
      en: '{file} lacks columns that are read of {declared}, and has all that are read of {expected}',
      zh: '{file} 缺少 {declared} 所读的列，而 {expected} 所读的列俱全',
    },
    explanation: {
      en: 'Files of two tables are easily taken for each other: by its columns the file is of the other.',
      zh: '两张表的文件容易混淆：按列来看，该文件属于另一张表。',
    },
    fix: { en: 'Take it in with --table {table}.', zh: '请以 --table {table} 导入。' },
  },
  'import-column-new': {
    text: {
      en: '{file} has {count:a column|columns} {column}, which {other} lacks',
      zh: '{file} 多出 {count} 列：{column}，{other} 中没有',
    },
    explanation: MONTHS,
    fix: {
      en: 'Nothing, where not used: with columns only declared names are read. Else see whether one that is used was renamed.',
      zh: '若不使用则无须处理：声明 columns 后只读取所列的列。否则请确认它是否取代了其他列。',
    },
  },
  'import-written': {
    text: { en: '{file}: {what} is {found}; declared is {expected}', zh: '{file}：{what}为“{found}”，声明为“{expected}”' },
    explanation: MONTHS,
    fix: {
      en: 'Export it as declared; or, where the platform has changed for good, declare it in a new version of the terms.',
      zh: '请按声明的形式导出；若平台已永久更改，请在新版条款中声明。',
    },
    presetFix: {
      en: 'Download it again as {preset} reads it: with the language and the settings of the platform that guide 18 names, and not opened in a spreadsheet; take away what stands above the header. Where the platform writes it in no such way, declare the file without the preset: `concord import <file> --print`.',
      zh: '请按 {preset} 的要求重新下载：平台的界面语言与设置见指南第 18 章，不要用表格软件打开；表头上方若有其他行，请删去。若平台无法这样导出，请不用预设、自行声明：`concord import <文件> --print`。',
    },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
