import type { Message } from '../kernel/text.js';

/** What the command line says of itself: headings of help, and what is wrong with what was typed. */
export const USAGE = {
  program: {
    en: 'KPI contracts as code: checked, measured exactly, settled into statements anyone can replay',
    zh: '用代码管理 KPI 合同：逐条检查、精确取数，出具任何人都能重算核对的结算单',
  },
  'usage-heading': { en: 'Usage:', zh: '用法：' },
  'usage-options': { en: '[options]', zh: '[选项]' },
  'usage-command': { en: '[command]', zh: '[命令]' },
  'arguments-heading': { en: 'Arguments:', zh: '参数：' },
  'options-heading': { en: 'Options:', zh: '选项：' },
  'global-heading': { en: 'Global Options:', zh: '通用选项：' },
  'commands-heading': { en: 'Commands:', zh: '命令：' },
  'examples-heading': { en: 'Examples:', zh: '示例：' },
  'help-option': { en: 'display help for command', zh: '显示帮助' },
  'help-command': { en: 'display help for a command', zh: '显示某个命令的帮助' },
  'version-option': { en: 'output the version number', zh: '显示版本号' },
  choices: { en: 'choices: {choices}', zh: '可选：{choices}' },
  default: { en: 'default: {value}', zh: '默认：{value}' },
  error: { en: 'error: {said}', zh: '错误：{said}' },
  'see-command': { en: 'See `{command} --help`.', zh: '见 `{command} --help`。' },
  'meant-command': { en: 'Did you mean {near}? See `{command} --help`.', zh: '是否想写 {near}？见 `{command} --help`。' },
  'see-help': { en: '(see {command} --help)', zh: '（见 {command} --help）' },

  'missing-argument': { en: "missing required argument '{name}'", zh: '缺少参数“{name}”' },
  'missing-value': { en: "option '{flags}' argument missing", zh: '选项“{flags}”后面缺少值' },
  'missing-option': { en: "required option '{flags}' not specified", zh: '必须写明选项“{flags}”' },
  'missing-several': { en: 'missing: {missing}', zh: '缺少：{missing}' },
  'one-language': {
    en: 'only read prints both languages at once: write --locale en or --locale zh',
    zh: '只有 read 可同时输出两种语言：请写 --locale en 或 --locale zh',
  },
  'options-conflict': { en: "option '{one}' cannot be used with option '{other}'", zh: '选项“{one}”不能与“{other}”同时使用' },
  'unknown-option': { en: "unknown option '{flag}'", zh: '没有选项“{flag}”' },
  'unknown-command': { en: "unknown command '{name}'", zh: '没有命令“{name}”' },
  'did-you-mean': { en: '(Did you mean {near}?)', zh: '（是否想写 {near}？）' },
  'too-many-arguments': {
    en: "too many arguments for '{command}', which takes {expected}: '{surplus}' is one more",
    zh: '“{command}”的参数过多：应为 {expected} 个，多出“{surplus}”',
  },
  'invalid-option': {
    en: "option '{flags}' argument '{value}' is invalid. {why}",
    zh: '选项“{flags}”的值“{value}”无效。{why}',
  },
  'invalid-argument': {
    en: "argument '{name}' value '{value}' is invalid. {why}",
    zh: '参数“{name}”的值“{value}”无效。{why}',
  },

  'not-a-choice': { en: 'Allowed choices are {choices}.', zh: '可选值：{choices}。' },
  'no-such-day': {
    en: 'There is no such day: dates are year, month (01 to 12) and day of the month, for example 2026-02-15.',
    zh: '没有这一天：日期依次为年、月（01 至 12）、日，例如 2026-02-15。',
  },
  'not-a-date': { en: 'Dates are written YYYY-MM-DD, for example 2026-02-15.', zh: '日期写作 YYYY-MM-DD，例如 2026-02-15。' },
  'not-an-instant': {
    en: 'Instants are written with their offset, for example 2026-02-15T09:00:00+08:00.',
    zh: '时刻须带时区偏移，例如 2026-02-15T09:00:00+08:00。',
  },
  'not-a-size': {
    en: 'Sizes are written in bytes or with a unit, for example 20GB.',
    zh: '大小写作字节数或带单位，例如 20GB。',
  },
  'not-a-share': {
    en: 'It takes a share above 0 and up to 1 as a decimal, for example 0.25.',
    zh: '须为大于 0 且不大于 1 的小数，例如 0.25。',
  },
  'not-a-number': {
    en: 'It takes a whole number from 1 on in digits, for example 12.',
    zh: '须为不小于 1 的整数，用数字书写，例如 12。',
  },

  'contract-or-all': {
    en: 'name one contract, or all of them with --all, not both',
    zh: '写明一份合同与 --all（全部合同）只能选其一',
  },
  'period-or-year': {
    en: 'name one period, or a year with --year, not both',
    zh: '写明一个结算期与 --year（全年）只能选其一',
  },
  'workbooks-alone': {
    en: '--workbooks goes with --open-pr; of what is settled, `concord export` makes one',
    zh: '--workbooks 须与 --open-pr 一起使用；已结算的用 `concord export` 导出',
  },
  'pages-alone': {
    en: '--pages goes with --open-pr; of what is settled, `concord site` writes pages',
    zh: '--pages 须与 --open-pr 一起使用；已结算的用 `concord site` 生成网页',
  },
  'dry-run-alone': { en: '--dry-run goes with --open-pr', zh: '--dry-run 须与 --open-pr 一起使用' },
  'folder-or-refresh': {
    en: 'name the folder of a new repository, or say --refresh in one that is there',
    zh: '请写明新仓库的文件夹；更新已有仓库则用 --refresh',
  },
  'pr-or-all': { en: 'give either --pr <number> or --all', zh: '--pr <number> 与 --all 须二选一' },
  'contract-or-rules': { en: 'name a contract or --rules, not both', zh: '合同与 --rules 只能写明其一' },
  'event-or-refresh': { en: 'give either --event <file> or --refresh', zh: '--event <file> 与 --refresh 须二选一' },
  'send-all': {
    en: '--send tells every channel of all contracts; leave the contract and --for out',
    zh: '--send 会告知全部合同的所有渠道，请勿写明合同或 --for',
  },
  'send-as-of': {
    en: 'what is sent is of today; with --as-of use --send --dry-run',
    zh: '发送的内容以当日为准；使用 --as-of 时请加 --send --dry-run',
  },
  'dry-run-without-send': { en: '--dry-run goes with --send', zh: '--dry-run 须与 --send 同用' },
  'no-tables': {
    en: 'this has no tables to print; use --format pretty, markdown or json',
    zh: '此命令没有可输出的表格；请改用 --format pretty、markdown 或 json',
  },
} satisfies Readonly<Record<string, Message>>;

export type UsageKey = keyof typeof USAGE;
