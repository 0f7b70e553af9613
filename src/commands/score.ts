import { flag, option, theContract, UsageError, verb } from './verb.js';

export const score = verb({
  name: 'score',
  summary: {
    en: 'measure one period now and print its scorecard; writes nothing',
    zh: '立即取数并显示某一结算期的计分卡，不写入任何文件',
  },
  declared: {
    contract: theContract,
    all: flag('--all', { en: 'every contract, measured together', zh: '全部合同，一并取数' }),
    period: option('--period <period>', {
      en: 'for example 2026-03, 2026-Q1 or 2026-W09 (default: the current one)',
      zh: '例如 2026-03、2026-Q1 或 2026-W09（默认：当前结算期）',
    }),
  },
  examples: [
    { line: 'score acme-linkstar-us --period 2026-03 --data ./exports' },
    { line: 'score acme-linkstar-us --period 2026-03 --format json' },
    { line: 'score acme-linkstar-us --period 2026-03 --format csv', note: { en: 'for a spreadsheet', zh: '供电子表格打开' } },
    { line: 'score --all', note: { en: 'every contract, measured together', zh: '全部合同，一并取数' } },
  ],
  tables: () => true,
  run: async (host, { contract, all, period }) => {
    if (contract !== null && all) throw new UsageError('contract-or-all');
    const { score: run } = await import('./run/score.js');
    return run(host.context(), { contract, all, period });
  },
});
