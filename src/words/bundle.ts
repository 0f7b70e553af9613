import type { Message } from '../kernel/text.js';

/*
 * What a bundle says: the page that tells how it is checked, and what its `verify.mjs` prints. That file carries these words along, and
 * no others.
 */

/** What is not as it was made. */
export const DIFFERENCES = {
  missing: { en: '{file} is missing', zh: '缺少文件 {file}' },
  unlisted: { en: '{file} is not among the files that bundle.json names', zh: '{file} 不在 bundle.json 列出的文件之中' },
  changed: { en: '{file} has been changed: its digest is another', zh: '{file} 已被改动：校验码不符' },
  'line-ends': {
    en: '{file} is as it was written but for its line ends, which an editor, git or a mail has changed',
    zh: '{file} 的内容未变，只是换行符被编辑器、git 或邮件改动了',
  },
  misnames: {
    en: '{file} has been changed: it names another digest of {of} than that file has',
    zh: '{file} 已被改动：其中所列 {of} 的校验码与该文件不符',
  },
  'misnames-engine': {
    en: '{file} has been changed: it names engine {found}, VERIFY.md another',
    zh: '{file} 已被改动：其中的引擎版本 {found} 与 VERIFY.md 所写不符',
  },
  'misnames-more': {
    en: '{file} has been changed: it names {of}, which VERIFY.md does not',
    zh: '{file} 已被改动：其中列有 {of}，而 VERIFY.md 并未列出',
  },
  'misnames-of': {
    en: '{file} has been changed: it says {found}, and its last statement is of {expected}',
    zh: '{file} 已被改动：其中写的是 {found}，而最后一份结算单属于 {expected}',
  },
  unnamed: {
    en: '{file} has been changed: it does not name {of}, which is a file of this bundle',
    zh: '{file} 已被改动：其中缺少 {of}，而该文件确属本包',
  },
  form: { en: '{file} has been written again: its bytes are others', zh: '{file} 已被重新写过：字节不符' },
  unreadable: { en: '{file} cannot be read: the engine writes nothing of that kind', zh: '{file} 无法读取：结算引擎不会写出这样的内容' },
  'too-large': {
    en: '{file} is larger than any such file can be, or has a number of a thousand digits: nothing is computed with it',
    zh: '{file} 超出此类文件可能的大小，或含有上千位的数字，不以其计算',
  },
  digest: { en: '{file} has another content than its statement names', zh: '{file} 的内容与结算单记载的校验码不符' },
  'of-another': { en: '{file} is of another contract or period than {period} of this one', zh: '{file} 不属于本合同的 {period} 期' },
  chain: { en: '{file} does not follow the statement before it', zh: '{file} 与上一期结算单不衔接' },
  'ledger-gap': { en: '{file}: the statement of {missing} comes before it', zh: '{file}：在此之前应有 {missing} 的结算单' },
  'ledger-days': {
    en: '{file} is of the days {found}; by the terms they are {expected}',
    zh: '{file} 的起止日为 {found}，按条款应为 {expected}',
  },
  'ledger-not-due': { en: '{file} is as of {asOf}, before it was due on {dueOn}', zh: '{file} 的数据截至 {asOf}，早于应结算日 {dueOn}' },
  'ledger-as-of-back': {
    en: '{file} is as of {asOf}, before that of {after} ({expected})',
    zh: '{file} 的数据截至 {asOf}，早于 {after} 的结算单（{expected}）',
  },
  'ledger-event-left-out': {
    en: '{file} leaves out {event}, which the statement of {by} counted',
    zh: '{file} 漏计了 {by} 的结算单已计入的 {event}',
  },
  'ledger-terms-kept': { en: '{file}: its terms say {found}, those before {expected}', zh: '{file}：其条款为 {found}，之前为 {expected}' },
  'evidence-of': {
    en: '{file} says {found} at {pointer}; by its statement it is {expected}',
    zh: '{file} 在 {pointer} 处写的是 {found}，按结算单应为 {expected}',
  },
  uncounted: { en: '{file} is an event that no statement counts', zh: '{file} 是任何结算单都未计入的事件' },
  computed: {
    en: '{file} says {found} at {pointer}; computed again it is {expected}',
    zh: '{file} 在 {pointer} 处写的是 {found}，重算结果为 {expected}',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type DifferenceKey = keyof typeof DIFFERENCES;

/** What `verify.mjs` prints. */
export const VERIFIER_TEXT = {
  title: { en: '{contract} {period}', zh: '{contract} {period}' },
  same: { en: 'same', zh: '一致' },
  again: { en: 'differs: computed again: {amount}', zh: '不一致：重算为 {amount}' },
  'again-in': {
    en: 'differs: the amount is the same, but {pointer} says {found}; computed again it is {expected}',
    zh: '不一致：金额相同，但 {pointer} 处写的是 {found}，重算结果为 {expected}',
  },
  'not-computed': { en: 'differs: not computed again', zh: '不一致：未能重算' },
  total: { en: 'Total', zh: '合计' },
  balance: { en: 'Payment balance', zh: '往来余额' },
  'all-same': {
    en: 'Same: every line comes out again from the terms, the evidence and the events of this bundle ({statements} {statements:statement|statements}, {first} to {last}).',
    zh: '一致：凭本包中的条款、取数底稿与事件，重算出的每一行都相同（共 {statements} 份结算单，{first} 至 {last}）。',
  },
  'first-difference': { en: 'First difference: {difference}.', zh: '第一处不同：{difference}。' },
  'other-difference': { en: 'Besides: {difference}.', zh: '此外：{difference}。' },
  'more-differences': { en: 'And {count} more.', zh: '另有 {count} 处。' },
  digest: { en: 'Digest of this statement: {digest}', zh: '本结算单的校验码：{digest}' },
  compare: {
    en: 'Compare it with the statement in the repository or its pull request: only then do you know that this is the one that was settled.',
    zh: '请与仓库或合并请求中的结算单核对该校验码：两者相同，才能确认本包就是已结算的那一份。',
  },
  'as-no-engine': {
    en: 'No engine writes a bundle like this: neither pay nor sign by it. Ask whoever sent it for it again, or have it made from the repository with `concord bundle`.',
    zh: '结算引擎不会写出这样的核对包，请勿据此付款或签认：请向发送方重新索取，或由持有仓库的一方用 `concord bundle` 重新生成。',
  },
  'no-bundle': {
    en: 'This is no bundle that can be read: {where} has no bundle.json of the kind. Name the ZIP, or the folder that it was extracted to.',
    zh: '这不是可读取的核对包：{where} 中没有符合格式的 bundle.json。请写明 ZIP 文件，或其解压后的文件夹。',
  },
  manifest: {
    en: 'The bundle.json of {where} cannot be read: it has been changed, or it is of no bundle. Ask whoever sent it for it again.',
    zh: '{where} 中的 bundle.json 无法读取：已被改动，或不属于核对包。请向发送方重新索取。',
  },
  'not-there': { en: 'There is no file or folder {where}.', zh: '没有文件或文件夹 {where}。' },
  'zip-name': {
    en: '{where} is refused: it has a file of a name that no bundle has, or one twice. If somebody has packed it anew, check the folder that it is unpacked to.',
    zh: '拒绝读取 {where}：其中有核对包不会有的文件名，或同名文件出现两次。若为他人重新打包，请解压后核对其文件夹。',
  },
  'zip-size': { en: '{where} is refused: it holds more than any bundle does.', zh: '拒绝读取 {where}：内容超出核对包可能的大小。' },
  'zip-cut': {
    en: '{where} is no whole ZIP: its download broke off, or it is another kind of file. Get it again, or name the folder that it was unpacked to.',
    zh: '{where} 不是完整的 ZIP：可能下载中断，也可能是其他类型的文件。请重新取得，或写明其解压后的文件夹。',
  },
  'zip-form': {
    en: '{where} is not byte for byte what a bundle is written as: it was packed anew, or something in it was changed. Unpack it and check the folder: that tells which file is another, if any is.',
    zh: '{where} 的字节与核对包的写法不符：可能是重新打包，也可能内容已被改动。请解压后核对其文件夹，即可知道是否有文件不同、是哪一个。',
  },
  help: {
    en: `Computes every line of the bundle again, offline, and prints each with "same" or the first difference.
Without a place it checks the folder that it lies in.
Ends with 0 where all is the same, 1 where something differs, 2 where there is no bundle.
  --locale en|zh   language of the answer (default: from LANG)
  --version        the engine that made the bundle
  --help           this text`,
    zh: `离线重算核对包中的每一行，逐行显示“一致”或第一处不同。未写位置时，核对本文件所在的文件夹。
退出码：全部一致为 0，有不同为 1，没有核对包为 2。
  --locale en|zh   输出语言（默认：取自 LANG）
  --version        生成核对包的引擎版本
  --help           显示本说明`,
  },
  'too-long': {
    en: '{where} is refused: computing it takes more than {seconds} seconds or more memory than any bundle does.',
    zh: '拒绝核对 {where}：计算超过 {seconds} 秒，或所需内存超出核对包可能的用量。',
  },
  usage: {
    en: 'Usage: node verify.mjs [folder or ZIP of the bundle] [--locale en|zh]',
    zh: '用法：node verify.mjs [核对包的文件夹或 ZIP] [--locale en|zh]',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** The page `VERIFY.md`, paragraph by paragraph; what stands between two braces is filled in. */
export const INSTRUCTIONS_TEXT = {
  title: { en: '# How to check {period} of {contract}', zh: '# 如何核对 {contract} 的 {period} 期结算' },
  what: {
    en: 'This bundle has all that the statement was computed from: the agreed terms, the measured totals (evidence), the events filed by the parties, and every earlier statement that it goes on from. It has totals only: no row of data, no password, and no account but those that the contract itself names.',
    zh: '本包收有计算这份结算单的全部依据：约定条款、取数所得的汇总数（取数底稿）、双方提交的事件，以及之前的各期结算单。只有汇总数，没有任何明细数据或密码，除合同本身写明的账号外也没有其他账号。',
  },
  'heading-run': { en: '## 1. Compute it again', zh: '## 1. 重新计算' },
  run: {
    en: 'With Node.js 20 or newer, in this folder; nothing is installed and no network is needed:',
    zh: '在本文件夹中用 Node.js 20 或更高版本运行，无须安装，也无须联网：',
  },
  ends: {
    en: 'It prints every line with "same", or the first difference. It ends with 0 where all is the same, 1 where anything differs, 2 where the bundle cannot be read, as of a ZIP in which a byte was changed. `node verify.mjs <file>.zip` checks the ZIP itself.',
    zh: '它逐行显示“一致”，或指出第一处不同。全部一致时退出码为 0，有不同为 1，无法读取为 2（包括字节被改动的 ZIP）。`node verify.mjs <文件>.zip` 可直接核对 ZIP 文件。',
  },
  'heading-compare': { en: '## 2. Compare the digest', zh: '## 2. 核对校验码' },
  compare: {
    en: 'A bundle that was made anew as a whole is the same in itself. So compare this digest with `statement.json` in `contracts/{contract}/ledger/{period}/` of the repository, with the one in the settlement pull request, or with the one at the foot of the signed workbook:',
    zh: '整包重新伪造时，包内各文件之间仍会一致。因此请把下面的校验码与仓库 `contracts/{contract}/ledger/{period}/` 中的 `statement.json`，或结算合并请求中、盖章的结算单工作簿页末所示的校验码核对：',
  },
  'heading-verifier': { en: '## 3. Trust the checker', zh: '## 3. 核实核对程序' },
  verifier: {
    en: '`verify.mjs` cannot find what was changed in itself. It is the same file in every bundle that engine {engine} makes, and it lies in the engine as `node_modules/concord/dist/verify.mjs`: compare the two, or run that one on this folder. With `sha256sum --check VERIFY.md` any system tool checks all files below.',
    zh: '`verify.mjs` 无法发现它自身被改动。凡由 {engine} 版结算引擎生成的核对包，该文件都相同，并存放于结算引擎的 `node_modules/concord/dist/verify.mjs`：请比对两者，或直接用后者核对本文件夹。也可用系统自带的 `sha256sum --check VERIFY.md` 核对下列全部文件。',
  },
  'heading-means': { en: '## What this proves', zh: '## 能证明什么' },
  means: {
    en: 'Proved: the amounts follow from these terms, totals and events, to the cent. Not proved: that the totals are what the data says. For that, whoever has access measures again; the folder `sql` has what is asked of DuckDB and of BigQuery. The digest of step 2 is of what was computed: lines, total, balance, and by their digests terms, evidence and events. It is not of the words around: `statement.md`, this page, the folder `sql`, and who computed where (`provenance`). Take amounts from what `verify.mjs` prints, not from the page.',
    zh: '能证明：各项金额可由这些条款、汇总数与事件推算而得，分毫不差。不能证明：汇总数与数据相符。后者须由有数据权限的一方重新取数；`sql` 文件夹中有向 DuckDB 与 BigQuery 查询的语句。第 2 步的校验码所涵盖的是计算结果：各行、合计、余额，以及条款、取数底稿与事件各自的校验码；不涵盖 `statement.md`、本页、`sql` 文件夹，以及由谁在何处计算（`provenance`）。金额请以 `verify.mjs` 显示的为准，不以页面为准。',
  },
  'heading-files': { en: '## Files (SHA-256)', zh: '## 文件（SHA-256）' },
  files: {
    en: 'All but this page and `bundle.json`, which has the digest of this page too:',
    zh: '不含本页与 `bundle.json`；后者另载有本页的校验码：',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** What stands above the statements of a file of SQL. */
export const QUERIES_TEXT = {
  about: {
    en: 'What is asked of {engine} for {period} of {contract}, column types as the definitions use them; an engine may ask the same in fewer or more parts.',
    zh: '为 {contract} 的 {period} 期向 {engine} 查询的语句，列类型按定义中的用法；实际执行时可合并或拆分。',
  },
  view: { en: 'View {view}, as it was agreed', zh: '视图 {view}，按约定原文' },
} as const satisfies Readonly<Record<string, Message>>;
