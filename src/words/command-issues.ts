import type { Message } from '../kernel/text.js';
import type { IssueEntry } from './issue-entry.js';

/** How a kind of event is named. */
const EVENT_KIND = {
  en: 'Name a kind, such as `{example}`: without fields it shows what it needs.',
  zh: '请写明事件种类，例如 `{example}`；不带字段时会列出所需内容。',
} as const satisfies Message;

/** What a command says when it is asked for something that is not there. */
export const COMMAND_ISSUES = {
  'site-not-public': {
    text: {
      en: '{contract} is not public: both parties would have to agree that anybody may read its pages',
      zh: '{contract} 未约定公开：任何人都能阅读其网页，须先经双方同意',
    },
    explanation: {
      en: 'GitHub Pages of a private repository can be read by anybody on most plans. Pages have amounts, targets and reasons of both parties, so `site --publish` writes them only where every contract on them says `dashboard: { public: true }`, which both have approved.',
      zh: '在多数套餐中，私有仓库的 GitHub Pages 任何人都能打开。网页含双方的金额、目标与说明，因此仅当其中每份合同都写有经双方批准的 `dashboard: { public: true }` 时，`site --publish` 才会生成。',
    },
    fix: {
      en: 'Leave `--publish` out and hand the pages over as a file or a workflow artifact; or agree on `public: true` under `dashboard`.',
      zh: '不用 `--publish`，以文件或工作流产物（artifact）交付网页；或双方约定在 `dashboard` 下写 `public: true`。',
    },
  },
  'site-stray-pages': {
    text: {
      en: '{out} has {count} {count:page|pages} that would be left over: {pages}',
      zh: '{out} 中有 {count} 个网页不会被更新：{pages}',
    },
    explanation: {
      en: 'A page of an earlier run that is not written again would stand there with figures that no longer hold.',
      zh: '以前生成而本次不会重写的网页若留在原处，会显示已经过时的数字。',
    },
    fix: { en: 'Delete the folder, or name a new one with `--out`.', zh: '删除该文件夹，或用 `--out` 指定新的文件夹。' },
  },
  'view-reads-unnamed': {
    severity: 'info',
    text: {
      en: 'view "{view}" reads tables that no fact names: {tables}',
      zh: '视图“{view}”读取了事实表定义中未列出的数据表：{tables}',
    },
    explanation: {
      en: 'A view may read any table of the data folder or dataset. What it reads there flows into figures and evidence that both parties see, so both must know of it before they agree. `diff` and the comment on a pull request show every table of every view, too.',
      zh: '视图可以读取数据文件夹或数据集中的任何数据表，读到的内容会进入双方都能看到的数字和取数底稿，因此双方在同意之前都应知情。`diff` 和合并请求的评论也会列出每个视图读取的全部数据表。',
    },
    fix: {
      en: 'Nothing, where the view is meant to read them and their owner agrees; files that are not in UTF-8 with commas need a fact of their table that says so under format, without a measure. Else take the table out of the view.',
      zh: '若确需读取且数据所有方同意，无须处理；文件不是 UTF-8 逗号分隔的，须为该表添加事实表并写明 format，无须度量。否则请从视图中删除该表。',
    },
  },
  'event-ahead': {
    severity: 'warning',
    text: {
      en: 'The event is dated {found}, more than a month from today; until then it counts for nothing.',
      zh: '该事件的日期为 {found}，距今一个月以上；在此之前不起作用。',
    },
    explanation: {
      en: 'An event counts from the date in its file name on. A date far ahead is nearly always a slip in the year.',
      zh: '事件自文件名中的日期起生效；远在将来的日期几乎都是年份笔误。',
    },
    fix: { en: 'Correct the year in the name of the file.', zh: '更正文件名中的年份。' },
  },
  'no-contracts': {
    text: { en: 'There is no contract under {folder} yet', zh: '{folder} 下还没有合同' },
    explanation: {
      en: 'A contract is a folder contracts/<id>/ with contract.yaml and definitions.yaml.',
      zh: '一份合同是 contracts/<id>/ 文件夹，含 contract.yaml 与 definitions.yaml。',
    },
    fix: {
      en: 'Write the first one: `concord init` asks what is paid; `concord init <id> --template media-buying` begins with a whole text.',
      zh: '新建第一份合同：`concord init` 会逐项提问；`concord init <id> --template media-buying` 则从模板开始。',
    },
  },
  'no-repository': {
    text: {
      en: 'There are no contracts here: neither this folder nor one above it has {folder}',
      zh: '这里没有合同：当前文件夹及其上级都没有 {folder}',
    },
    explanation: {
      en: 'Commands work in a repository of contracts, or anywhere below its top. A repository begins with `concord new`, which writes contracts/workspace.yaml.',
      zh: '命令须在合同仓库或其子文件夹中运行。仓库由 `concord new` 建立，其中有 contracts/workspace.yaml。',
    },
    fix: {
      en: 'Go to the repository (cd), or name it with --root. If there is none yet: `concord new <folder>`.',
      zh: '请进入仓库（cd），或用 --root 指定。若还没有仓库：`concord new <文件夹>`。',
    },
  },
  'contracts-elsewhere': {
    text: { en: 'There are no contracts here; the folder {place} has some', zh: '这里没有合同；文件夹 {place} 中有' },
    explanation: {
      en: 'Commands work in a repository of contracts, or anywhere below its top; they do not look for one in folders below.',
      zh: '命令须在合同仓库或其子文件夹中运行，不会到下级文件夹中寻找仓库。',
    },
    fix: { en: 'Run it there: cd {place}, or add --root {place}.', zh: '请到该处运行：cd {place}，或加上 --root {place}。' },
  },
  'settled-file-gone': {
    text: {
      en: 'Gone: {file}; and this contract is settled up to {period}: nothing of it can be measured, settled or filed without',
      zh: '文件已不存在：{file}；而本合同已结算至 {period}：缺少文件就无法取数、结算或提交事件',
    },
    explanation: {
      en: 'What is settled has its terms in the ledger and stays; what is to come needs the files as both parties approved them last.',
      zh: '已结算的部分在账本中留有条款，不受影响；后续各期须依据双方最后批准的文件。',
    },
    fix: {
      en: 'Bring back what was there: `git restore --source=HEAD -- {paths}`. Where the removal is committed, `git log -1 --oneline -- {paths}` names the commit, and `git restore --source=<commit>~1 -- {paths}` takes it from before. Write nothing anew: other terms would be a change that both parties approve.',
      zh: '请恢复：`git restore --source=HEAD -- {paths}`。若删除已提交，先用 `git log -1 --oneline -- {paths}` 查出该提交，再用 `git restore --source=<提交>~1 -- {paths}` 取回删除前的内容。请勿重新撰写：条款若有不同，即属须经双方批准的变更。',
    },
  },
  'contract-unnamed': {
    text: { en: 'It is not said which contract', zh: '没有写明是哪一份合同' },
    explanation: {
      en: 'Where a repository has one contract only, its name may be left out.',
      zh: '仓库中只有一份合同时，可以不写合同名。',
    },
    fix: {
      en: 'Name one of: {expected}. It comes right after the verb, as `{example}`.',
      zh: '请写明其中一份：{expected}。合同名紧跟在命令之后，如 `{example}`。',
    },
  },
  'answer-missing': {
    text: { en: 'Nothing answers "{answer}"', zh: '“{answer}”没有回答' },
    explanation: {
      en: 'A contract is written from answers: `concord init` asks for them on a terminal. Elsewhere all that have no default are given as options or in a file.',
      zh: '合同由若干回答生成：`concord init` 会在终端中逐一提问。其他情况下，没有默认值的回答须用选项或文件给出。',
    },
    fix: {
      en: 'Add --{option} to the command, or {option} to the file of --answers; or run `concord init` on a terminal (piped lines are not read), or with --template.',
      zh: '请在命令中加上 --{option}，或在 --answers 文件中写明 {option}；也可在终端中运行 `concord init`（不读取管道输入），或使用 --template。',
    },
  },
  'answers-pay-nothing': {
    text: { en: 'Nothing would be paid: no answer names a fee', zh: '合同没有任何付款：未写明任何费用' },
    explanation: {
      en: 'A contract pays at least one fee: a retainer, a commission, a bonus or a wager.',
      zh: '合同至少须有一项费用：固定服务费、提成、奖金或对赌。',
    },
    fix: {
      en: 'Add at least one of --retainer, --commission, --bonus and --wager to the command, or of the same names to the file of --answers.',
      zh: '请在命令中至少加上 --retainer、--commission、--bonus、--wager 之一，或在 --answers 文件中写明同名项目。',
    },
  },
  'answer-refused': {
    text: { en: '{found} is no answer to "{answer}"', zh: '{found} 不能作为“{answer}”的回答' },
    explanation: {
      en: 'The contract is paid by these answers, so what could be read in two ways is not read at all.',
      zh: '合同据此付款，因此可能有两种读法的回答一律不采用。',
    },
    fix: { en: 'Write it as expected.', zh: '请按所示格式填写。' },
  },
  'answer-doubtful': {
    severity: 'warning',
    text: { en: '"{answer}" is most likely a slip, {found}: {why}', zh: '“{answer}”可能有笔误，{found}：{why}' },
    explanation: {
      en: 'The answer was taken as it stands: nothing that is paid is ever guessed. But answers like it are most often slips.',
      zh: '回答已按原样采用：涉及付款的内容从不猜测。但类似的回答多为笔误。',
    },
    fix: { en: 'If it is one, correct it in {files}.', zh: '若确为笔误，请在 {files} 中更正。' },
  },
  'answer-in-part': {
    severity: 'warning',
    text: { en: '"{answer}", {found}: {why}', zh: '“{answer}”，{found}：{why}' },
    explanation: {
      en: 'What is counted of one shop and paid for by several is a figure of neither.',
      zh: '只按一家店铺计数、却由多家店铺分摊费用的数字，对哪一家都不准确。',
    },
    fix: {
      en: 'Agree on a target that is meant so, or leave the KPI away; in definitions.yaml its formula can take the ad spend of that shop alone, where its campaigns can be told apart.',
      zh: '请按此口径商定目标，或去掉该指标；若能区分该店铺的广告，可在 definitions.yaml 的公式中只取该店铺的广告费。',
    },
  },
  'answer-unknown': {
    text: { en: '{found} is the name of no question.', zh: '没有名为 {found} 的问题。' },
    explanation: {
      en: 'A name that is not known would be an answer that nobody reads.',
      zh: '名称不对，该回答便无人读取。',
    },
    fix: { en: 'Name one of: {expected}.', zh: '可用名称：{expected}。' },
  },
  'engine-files-differ': {
    severity: 'info',
    text: {
      en: 'Files are otherwise than engine {version} brings them, or missing: {files}',
      zh: '以下文件与引擎 {version} 自带的不同或缺失：{files}',
    },
    explanation: {
      en: 'Workflows, forms and rulesets came with the engine that wrote the repository; another version has its own, and decides as they run it. A repository that moves to BigQuery gets what brings up its cloud. What a repository has changed on purpose differs too.',
      zh: '工作流、表单与规则由建立仓库的引擎写入；新版本自带新的一套，并按其运行。改用 BigQuery 的仓库还需要建立云资源的文件。仓库有意改动的文件也会列在这里。',
    },
    fix: {
      en: 'After an update of the engine, or of `warehouse` in contracts/workspace.yaml, run `concord new --refresh`, look at it with `git diff`, and put it into the same pull request.',
      zh: '更新引擎，或在 contracts/workspace.yaml 中改换 `warehouse` 之后，请运行 `concord new --refresh`，用 `git diff` 查看，并放进同一个合并请求。',
    },
  },
  'no-such-file': {
    text: { en: '{file} cannot be read', zh: '无法读取 {file}' },
    explanation: {
      en: 'There is no file of that path, it is a folder, or it may not be read. Paths are from where the command runs.',
      zh: '该路径没有文件，或为文件夹，或无权读取。路径相对于运行命令的文件夹。',
    },
    fix: { en: 'Give the path of a file that is there.', zh: '请给出已有文件的路径。' },
  },
  'answers-unreadable': {
    text: { en: '{file} holds no answers', zh: '{file} 中没有可用的回答' },
    explanation: {
      en: 'The file of --answers is YAML: the name of each question as the option has it, and the answer as one would type it.',
      zh: '--answers 文件为 YAML：每行写问题名称（与选项同名）和回答内容（与键入时相同）。',
    },
    fix: {
      en: 'Write lines such as "retainer: 3000". Names: {expected}.',
      zh: '请逐行填写，如“retainer: 3000”。可用名称：{expected}。',
    },
  },
  'not-a-file': {
    text: { en: '{file} is {what}, so nothing in it counts', zh: '{file} 是{what}，其内容不会计入' },
    explanation: {
      en: 'Contracts, events, views and statements are regular files in regular folders: what lies behind a link is not what both parties see in the repository.',
      zh: '合同、事件、视图与结算单须为普通文件夹中的普通文件：链接所指的内容并非双方在仓库中看到的内容。',
    },
    fix: {
      en: 'Put the file itself there, or take it away; evidence of another kind keeps its own ending (.pdf, .eml).',
      zh: '请放入文件本身，或将其移走；其他证明材料请保留原扩展名（如 .pdf、.eml）。',
    },
  },
  'unknown-contract': {
    text: { en: 'There is no contract "{found}".', zh: '没有合同“{found}”。' },
    explanation: { en: 'Contracts are named by their folder under contracts/.', zh: '合同以 contracts/ 下的文件夹名命名。' },
    fix: { en: 'Use one of: {expected}.', zh: '可用的合同：{expected}。' },
  },
  'rows-elsewhere': {
    text: {
      en: '--rows shows lines of data files, so it works on your own terminal only',
      zh: '--rows 会显示数据文件的内容，只能在您自己的终端使用',
    },
    explanation: {
      en: 'Rows are customers and amounts. They are not written into JSON, Markdown, comments or the logs of a CI job, nor into a pipe or a file.',
      zh: '数据行涉及客户与金额，不会写入 JSON、Markdown、评论或 CI 日志，也不会写入管道或文件。',
    },
    fix: {
      en: 'Run `concord doctor --rows` in a terminal, without --format and with CI unset.',
      zh: '请在终端中运行 `concord doctor --rows`，不要使用 --format，也不要设置 CI。',
    },
  },
  'baseline-by-hand': {
    text: {
      en: '{path} is written in a way in which its baseline cannot be changed alone',
      zh: '{path} 的写法使程序无法只修改其 baseline（基线）',
    },
    explanation: {
      en: 'Every other byte of a contract stays as it is, comments and layout among them; a contract that is one line of JSON has no place for that.',
      zh: '修改时合同的其余内容（含注释与排版）须原样保留；写成单行 JSON 的合同无法做到。',
    },
    fix: {
      en: 'Write `baseline` yourself: `concord simulate … --format json` has the figures. Or write the contract as YAML, a field a line.',
      zh: '请自行填写 `baseline`，数字见 `concord simulate … --format json`；或将合同改为每行一个字段的 YAML。',
    },
  },
  'unknown-period': {
    text: { en: '"{found}" is no period of {contract}', zh: '“{found}”不是 {contract} 的结算期' },
    explanation: { en: 'Periods are named as the contract’s calendar divides time.', zh: '结算期按合同日历命名。' },
    fix: { en: 'Use one from {expected}.', zh: '可用范围：{expected}。' },
  },
  'unknown-span': {
    text: { en: '"{found}" names no two periods in their order', zh: '“{found}”不是先后排列的两个结算期' },
    explanation: {
      en: 'A span is told by its first and its last period, named as the contract’s calendar divides time.',
      zh: '起止两期按合同日历命名，先写第一期，再写最后一期。',
    },
    fix: {
      en: 'Write two periods that there are, the earlier one first, as in --from {from} --to {to}.',
      zh: '请写两个存在的结算期，较早的在前，例如 --from {from} --to {to}。',
    },
  },
  'too-many-years': {
    text: { en: '{found} scenario years are more than {most}', zh: '{found} 个情景年度，超过上限 {most}' },
    explanation: {
      en: 'Every year is drawn and paid. Ten thousand tell the ends well; more take longer and say no more.',
      zh: '每个年度都须抽样并测算。一万个已足以看清两端，再多只是更慢。',
    },
    fix: { en: 'Ask for fewer, as in --paths 10000.', zh: '请减少数量，例如 --paths 10000。' },
  },
  'too-few-past-periods': {
    text: {
      en: 'years are drawn from {needed} known periods in a row and more; up to {to} there are {found}',
      zh: '抽样需要连续 {needed} 期以上数据完整的过往结算期，截至 {to} 仅有 {found} 期',
    },
    explanation: {
      en: 'Scenario years are past periods drawn anew, three months at a time. Counted are the last periods in a row in which every measure is known.',
      zh: '情景年度由过往结算期每三个月一段重新抽取而成；只计最近连续且各度量均可知的结算期。',
    },
    fix: {
      en: 'End with the last known period by --to, begin earlier with --from, or complete the data of the periods that are not known.',
      zh: '请用 --to 截至最后一个数据完整的结算期，用 --from 从更早的结算期开始，或补齐数据未知的结算期。',
    },
  },
  'not-a-plan': {
    text: { en: '"{found}" plans nothing of {contract}', zh: '“{found}”不是 {contract} 的计划值' },
    explanation: {
      en: 'A plan says what one metric comes to by the end of the period, in place of its forecast: --plan metric=value. Only a metric of one measure can be planned.',
      zh: '计划值以 --plan metric=value 说明某一指标的期末总额，取代预测；仅由单一度量构成的指标可设计划值。',
    },
    fix: {
      en: 'Write metric=value, a number without unit, with one of {expected}.',
      zh: '写作 metric=value，值为不带单位的数字；可用指标：{expected}。',
    },
  },
  'nothing-plannable': {
    text: {
      en: 'No metric of {contract} can be planned: each is made of several measures ({metric} of {measures})',
      zh: '{contract} 的指标均由多个度量构成（{metric} 含 {measures}），无法设定计划值',
    },
    explanation: {
      en: 'A plan says what one metric comes to by the end of the period. Of a metric of several measures it would not say what each of them comes to.',
      zh: '计划值说明某一指标的期末总额；指标由多个度量构成时，无从得知各度量分别为多少。',
    },
    fix: {
      en: 'In definitions.yaml give the measure that you plan a metric of its own, and write that metric in the formula instead; both parties agree to it, as to every change of terms. Without --plan everything is forecast.',
      zh: '请在 definitions.yaml 中为要设计划值的度量单设一个指标，并在公式中改写为该指标（与其他条款变更一样须双方同意）；不用 --plan 时一律按预测计算。',
    },
  },
  'no-channels': {
    text: { en: 'Nothing of {contract} is told by "{column}": {reason}', zh: '{contract} 无法按“{column}”说明：{reason}' },
    explanation: {
      en: 'Spend and what it brings are told by channel where both measures are divided by its column, and a KPI or a watched metric is one over the other, as ROAS is.',
      zh: '花费与其结果的度量均须按渠道列拆分，且有考核指标或观察指标为两者之比（如投产比）。',
    },
    fix: {
      en: 'Where the tables of both measures have that column (or views over them have), write `by: [{column}]` below both measures in definitions.yaml: it is told from the next statement on. Is the column called otherwise, ask with --by; which measure is the spend, say with --spend (divided so far: {measures}).',
      zh: '若两项度量的数据表（或其上的视图）有该列，在 definitions.yaml 中这两项度量下写 `by: [{column}]`，自下一份结算单起即可说明。列名不同的，用 --by 指定；哪项度量是花费，用 --spend 指定（目前已拆分：{measures}）。',
    },
  },
  'not-a-move': {
    text: { en: '"{found}" moves nothing of {period}', zh: '“{found}”在 {period} 没有可转移的花费' },
    explanation: {
      en: 'Money moves from one channel with spend to another, and no more than was spent there.',
      zh: '只能从一个有花费的渠道转到另一个有花费的渠道，且不超过转出渠道的花费。',
    },
    fix: { en: 'Name two of them: {expected}.', zh: '请指定其中两个：{expected}。' },
  },
  'export-no-file': {
    text: { en: '"{found}" names no file', zh: '“{found}”不是文件名' },
    explanation: {
      en: 'What is written is one file; a path that ends in a folder does not say its name.',
      zh: '写出的是一个文件；以文件夹结尾的路径没有写明文件名。',
    },
    fix: { en: 'End the path with a name: `--out books/2026-03.xlsx`.', zh: '路径须以文件名结尾，如 `--out books/2026-03.xlsx`。' },
  },
  'period-not-due': {
    text: {
      en: '{period} of {contract} is due on {dueOn}; it is reckoned as of {asOf}',
      zh: '{contract} 的 {period} 于 {dueOn} 到期结算，当前按 {asOf} 计算',
    },
    explanation: {
      en: 'A period is settled calendar.lockAfterDays after its last day, when late data have come in.',
      zh: '期末之后 calendar.lockAfterDays 天才结算，以等待迟到数据。',
    },
    fix: { en: 'Wait, or see what it would be with --preview.', zh: '请等待到期，或用 --preview 预览。' },
  },
  'period-settled': {
    text: { en: '{period} of {contract} is settled already', zh: '{contract} 的 {period} 已结算' },
    explanation: {
      en: 'A settled period changes only by true-ups and corrections in later statements.',
      zh: '已结算的结算期只会在之后的结算单中往期补差或更正。',
    },
    fix: { en: 'See it with `concord explain {contract} {period}`.', zh: '可用 `concord explain {contract} {period}` 查看。' },
  },
  'unknown-line': {
    text: { en: '{period} of {contract} has no line or KPI "{found}"', zh: '{contract} 的 {period} 没有“{found}”这一行或考核指标' },
    explanation: {
      en: 'Lines are named by their fee, or true-up/<period>/<fee> and correction/<period>/<fee>; KPIs by their id; composite is all of them.',
      zh: '行以费用编号命名，或为 true-up/<结算期>/<费用>、correction/<结算期>/<费用>；考核指标写其 id；综合得分写 composite。',
    },
    fix: { en: 'Use one of: {expected}.', zh: '可用：{expected}。' },
  },
  'period-unsettled': {
    text: { en: '{contract} has no settled {found}', zh: '{contract} 没有已结算的 {found}' },
    explanation: {
      en: 'What is asked for is done with a statement of the ledger: what is not settled may still change, and nobody pays from it.',
      zh: '该命令以账本中的结算单为对象；尚未结算的数字仍可能变化，不能据以付款。',
    },
    fix: {
      en: 'Name a period that is settled: {expected}. Before that, `concord score` shows how it stands.',
      zh: '请写已结算的结算期：{expected}。结算之前可用 `concord score` 查看进展。',
    },
  },
  'year-unsettled': {
    text: { en: '{contract} has no settled period in {found}', zh: '{contract} 在 {found} 年没有已结算的结算期' },
    explanation: {
      en: 'What is asked for is done with statements of the ledger: what is not settled may still change, and nobody pays from it.',
      zh: '该命令以账本中的结算单为对象；尚未结算的数字仍可能变化，不能据以付款。',
    },
    fix: { en: 'Name a year that has settled periods: {expected}.', zh: '请写有已结算结算期的年份：{expected}。' },
  },
  'year-malformed': {
    text: { en: '{found} is no year of four digits', zh: '{found} 不是四位数字的年份' },
    explanation: {
      en: 'A year takes all settled periods whose names begin with it.',
      zh: '按年份选取名称以该年份开头的全部已结算结算期。',
    },
    fix: {
      en: 'Write the year alone: {expected}. One period stands in its own place, without `--year`.',
      zh: '只写年份：{expected}。只要一个结算期时，不写 `--year`，直接写该结算期。',
    },
  },
  'nothing-settled': {
    text: { en: 'Nothing of {contract} is settled yet', zh: '{contract} 尚无已结算的结算期' },
    explanation: {
      en: 'What is asked for is done with a statement of the ledger: what is not settled may still change, and nobody pays from it.',
      zh: '该命令以账本中的结算单为对象；尚未结算的数字仍可能变化，不能据以付款。',
    },
    fix: {
      en: 'Settle what is due with `concord settle {contract}`. Before that, `concord score` shows how a period stands.',
      zh: '到期的结算期用 `concord settle {contract}` 结算。结算之前可用 `concord score` 查看进展。',
    },
  },
  'publish-where': {
    text: { en: 'There is nowhere to publish to: the data is in files', zh: '没有可发布的位置：数据在文件中' },
    explanation: {
      en: 'Results are published to tables of BigQuery, or as CSV files into a folder.',
      zh: '结果可发布到 BigQuery 表，或以 CSV 文件写入文件夹。',
    },
    fix: { en: 'Name a folder with --out, or use --warehouse bigquery.', zh: '请用 --out 指定文件夹，或使用 --warehouse bigquery。' },
  },
  'dataset-name': {
    text: { en: '"{found}" is no name of a dataset', zh: '“{found}”不是有效的数据集名称' },
    explanation: { en: 'Names are letters, digits and _, and begin with no digit.', zh: '名称由字母、数字和 _ 组成，不以数字开头。' },
    fix: { en: 'Name another with --dataset.', zh: '请用 --dataset 指定其他名称。' },
  },
  'unknown-text': {
    text: {
      en: '"{found}" is no revision of this repository and no folder of contracts',
      zh: '“{found}”既不是本仓库的版本，也不是合同文件夹',
    },
    explanation: {
      en: 'Two texts are compared: git revisions, folders of repositories, or the folders or contract.yaml files of two contracts.',
      zh: '可比较两份文本：git 版本、仓库文件夹，或两份合同的文件夹或 contract.yaml 文件。',
    },
    fix: {
      en: 'In a clone of the repository, with git installed, for example `concord diff main HEAD`; fetch the revision if it is only on the server. Without git name two folders of contracts. A folder is read from where the command runs, also with --root: `.` is where you are.',
      zh: '请在仓库的克隆中运行（需安装 git），例如 `concord diff main HEAD`；若该版本仅在服务器上，请先获取。没有 git 时，请写两个合同文件夹。文件夹以运行命令的位置为准，使用 --root 时亦然：`.` 即当前所在的文件夹。',
    },
  },
  'unknown-revision': {
    text: { en: '"{found}" is no revision of this repository', zh: '“{found}”不是本仓库的版本' },
    explanation: {
      en: 'With --changed-since only the contracts that differ from a git revision are checked.',
      zh: '使用 --changed-since 时，只检查与某个 git 版本相比有改动的合同。',
    },
    fix: {
      en: 'For example `concord check --changed-since main`, with git installed; fetch the revision if it is only on the server.',
      zh: '例如 `concord check --changed-since main`（需安装 git）；若该版本仅在服务器上，请先获取。',
    },
  },
  'package-missing': {
    text: { en: 'The package {package} is not installed', zh: '未安装软件包 {package}' },
    explanation: {
      en: 'Clients of warehouses and clouds are optional packages: deciding, checking and verifying need none of them.',
      zh: '数据仓库和云服务的客户端是可选软件包；审批、检查和核验都用不到它们。',
    },
    fix: {
      en: 'Install it with `npm ci`, without --omit=optional; where it was never named, `npm install --save-optional {package}`.',
      zh: '请运行 `npm ci` 安装，不要加 --omit=optional；从未列入依赖的，请运行 `npm install --save-optional {package}`。',
    },
  },
  'no-workspace': {
    text: {
      en: 'There is no {file} here, and this installation of concord lacks the template of one',
      zh: '这里没有 {file}，此 concord 安装也缺少其模板',
    },
    explanation: {
      en: 'A contract is signed by people, and the workspace says who they are. `init` writes one where its template was installed.',
      zh: '合同由人签署，工作区写明各签署人。安装完整时，`init` 会按模板写出工作区。',
    },
    fix: {
      en: 'Write it first: five lines, as in chapter 7 of the guide (“From nothing”); or install concord whole and begin with `concord new`.',
      zh: '请先写好该文件（五行，见指南第 7 章“从零开始”）；或安装完整的 concord，用 `concord new` 建立仓库。',
    },
  },
  'unknown-template': {
    text: { en: 'There is no template "{found}"', zh: '没有模板“{found}”' },
    explanation: { en: 'Templates are contracts to start from.', zh: '模板是合同的起点。' },
    fix: { en: 'Use one of: {expected}.', zh: '可用的模板：{expected}。' },
  },
  'template-of-files': {
    text: {
      en: 'The template "{found}" reads {packs}, whose columns no table of BigQuery can have',
      zh: '模板“{found}”使用 {packs}，其中有 BigQuery 的表不能有的列名',
    },
    explanation: {
      en: 'contracts/workspace.yaml says that BigQuery measures here, and the pack names columns as a downloaded file has them. `check` would refuse what was written. Nothing was written.',
      zh: 'contracts/workspace.yaml 写明以 BigQuery 取数，而该口径包按下载文件的表头写列名；写出的合同会被 `check` 拒绝。未写入任何内容。',
    },
    fix: {
      en: 'Run `concord init` without --template, which asks for the exports that BigQuery can hold, or use one of: {expected}.',
      zh: '请不带 --template 运行 `concord init`，它只询问 BigQuery 能存放的导出；或使用以下模板之一：{expected}。',
    },
  },
  'file-exists': {
    text: { en: '{path} exists already', zh: '{path} 已存在' },
    explanation: { en: 'Nothing that is there is overwritten.', zh: '不会覆盖已有文件。' },
    fix: {
      en: 'Choose another name, or remove the file first.',
      zh: '请换一个名称，或先删除该文件。',
    },
    unfiledFix: {
      en: 'Give this event a name of its own with `--slug`, such as `--slug second`; the other stays: event files are never deleted.',
      zh: '请用 `--slug` 为本事件另取名称，如 `--slug second`；原文件保留：事件文件不得删除。',
    },
  },
  'owners-differ': {
    text: { en: '{path} is not what the workspace and the contracts say', zh: '{path} 与工作区和合同不一致' },
    explanation: {
      en: 'It is generated, so that both parties are asked to review; people or contracts have changed since.',
      zh: '该文件由程序生成，用于邀请双方评审；此后人员或合同已有变动。',
    },
    fix: { en: 'Run `concord codeowners` and commit the file.', zh: '请运行 `concord codeowners` 并提交该文件。' },
  },
  'forms-differ': {
    text: { en: 'Issue forms are not what the contracts say: {files}', zh: '议题表单与合同不一致：{files}' },
    explanation: {
      en: 'They are generated, so that people choose from what the contracts have; contracts, events or the engine have changed since.',
      zh: '表单由程序生成，供人从合同已有内容中选择；此后合同、事件或引擎已有变动。',
    },
    fix: {
      en: 'Run `concord forms` and commit the files; on GitHub `concord forms --open-pr` does it after each merge.',
      zh: '请运行 `concord forms` 并提交这些文件；在 GitHub 上，每次合并后由 `concord forms --open-pr` 自动处理。',
    },
  },
  'unknown-view': {
    text: { en: 'There is no shipped view "{found}"', zh: '没有内置视图“{found}”' },
    explanation: {
      en: 'Shipped views answer what most contracts about customers ask: first orders, repeat purchases, value.',
      zh: '内置视图覆盖大多数与顾客有关的合同：首单、复购、价值。',
    },
    fix: { en: 'Use one of: {expected}.', zh: '可用的视图：{expected}。' },
  },
  'view-name': {
    text: { en: '"{found}" is no plain name', zh: '“{found}”不能用作名称' },
    explanation: {
      en: 'Tables are named by letters, digits and `_`. Columns are named as their headers are, in quotes where they hold spaces; a column and a value of --only are not empty.',
      zh: '数据表的名称由字母、数字和 `_` 组成。列名与表头一致，含空格的加引号；列名与 --only 的值不能为空。',
    },
    fix: {
      en: 'For example: --table shop.orders --customer "Buyer Email" --order "Order ID" --time ordered_at --only "Status=paid,shipped".',
      zh: '例如：--table shop.orders --customer "Buyer Email" --order "Order ID" --time ordered_at --only "Status=paid,shipped"。',
    },
  },
  'view-name-bigquery': {
    text: { en: 'BigQuery has no column of the name {found}', zh: 'BigQuery 不支持列名 {found}' },
    explanation: {
      en: 'However it is quoted, a column of BigQuery has none of ! " $ ( ) * , . / ; ? @ [ \\ ] ^ ` { } ~, no line end, and at most 300 characters.',
      zh: '无论如何加引号，BigQuery 的列名都不能含有 ! " $ ( ) * , . / ; ? @ [ \\ ] ^ ` { } ~ 和换行，且不超过 300 个字符。',
    },
    fix: {
      en: 'Name the column as it is called in the table of BigQuery: loading a file there has given it another name.',
      zh: '请填写该列在 BigQuery 表中的实际名称：文件加载时已改名。',
    },
  },
  'event-incomplete': {
    text: { en: 'Missing for {kind} of {contract}: {fields}', zh: '{contract} 的{kind}事件还缺：{fields}' },
    explanation: {
      en: 'Each kind of event has fields of its own. What the contract and its statements say already stands in the example.',
      zh: '每种事件有各自的字段；合同与结算单已有的内容，示例中已经填好。',
    },
    fix: {
      en: 'Write it whole, with what is right in place of the examples and of each …: `{command}`{form}{link}',
      zh: '请完整填写，并将示例值和 … 改为实际内容：`{command}`{form}{link}',
    },
  },
  'event-idle': {
    text: {
      en: 'On {date} there is nothing in {contract} that {kind} could name as {field}',
      zh: '{date} 当日，{contract} 中没有可供{kind}事件填写的{field}',
    },
    explanation: {
      en: 'What has been decided, has passed its last day or was filed already is refused, so nothing would be accepted.',
      zh: '已有定论、已过截止日或已提交过的都会被拒绝，因此填写任何内容都不会被接受。',
    },
    fix: {
      en: 'See what is open with `concord status`; what is settled for good is changed only by a correction that both parties agree on.',
      zh: '可用 `concord status` 查看未了事项；已成定论的，只能由双方约定更正（correction）。',
    },
  },
  'event-idle-yet': {
    text: {
      en: 'On {date} there is nothing in {contract} that {kind} could name as {field}; from {from} on there is {value}',
      zh: '{date} 当日，{contract} 中没有可供{kind}事件填写的{field}；自 {from} 起可填 {value}',
    },
    explanation: {
      en: 'What is not over or not due yet is refused, as is what has been decided, has passed its last day or was filed already.',
      zh: '尚未结束或尚未到期的会被拒绝；已有定论、已过截止日或已提交过的也会被拒绝。',
    },
    fix: {
      en: 'Ask again from {from} on: `{command}`. What is open now `concord status` tells.',
      zh: '请自 {from} 起再执行：`{command}`。目前的未了事项可用 `concord status` 查看。',
    },
  },
  'event-about-nothing': {
    text: { en: '{kind} is about {what}, and {contract} has none', zh: '{kind}事件须针对{what}，而 {contract} 没有' },
    explanation: {
      en: 'An event is about something that the contract has, or that was filed before: a duty, a milestone, a dispute.',
      zh: '事件须针对合同中已有或先前已提交的内容：义务、里程碑或争议。',
    },
    fix: { en: '{remedy}', zh: '{remedy}' },
  },
  'event-kind-unknown': {
    text: { en: 'No kind of event is called "{kind}".', zh: '没有“{kind}”这一事件种类。' },
    explanation: { en: 'Each kind of event has fields of its own.', zh: '每种事件有各自的字段。' },
    fix: EVENT_KIND,
  },
  'event-kind': {
    text: { en: 'An event is of one of these kinds', zh: '请写明事件种类' },
    explanation: { en: 'Each kind of event has fields of its own.', zh: '每种事件有各自的字段。' },
    fix: EVENT_KIND,
  },
  'event-field': {
    text: { en: '"{found}" is not name=value', zh: '“{found}”不是 名称=值 的形式' },
    explanation: { en: 'An event’s fields are given as name=value, the value as YAML.', zh: '事件字段以 名称=值 给出，值按 YAML 书写。' },
    fix: {
      en: 'For example: period=2026-01 line=sales claimed=400 "evidence=[mail of 3 Feb]".',
      zh: '例如：period=2026-01 line=sales claimed=400 "evidence=[2月3日邮件]"。',
    },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
