import { anyContract, flag, option, UsageError, verb } from './verb.js';

export const settle = verb({
  name: 'settle',
  summary: {
    en: 'settle every due period in order and write the ledger, or propose it as pull requests',
    zh: '按顺序结算每个到期的结算期并写入账本，或以合并请求提出',
  },
  declared: {
    contract: anyContract,
    period: option('--period <period>', { en: 'settle no further than this period', zh: '最多结算到该结算期' }, { conflicts: ['openPr'] }),
    preview: flag('--preview', { en: 'write nothing', zh: '只预览，不写入' }, { conflicts: ['openPr'] }),
    openPr: flag('--open-pr', { en: 'propose on GitHub instead of writing files', zh: '不写文件，而是在 GitHub 上提出' }),
    workbooks: option('--workbooks <folder>', {
      en: 'with --open-pr: write each proposed statement there as a workbook, in both languages',
      zh: '与 --open-pr 同用：把每份已提出的结算单写成工作簿（中英文各一份），存入该文件夹',
    }),
    pages: option('--pages <folder>', {
      en: 'with --open-pr: write each proposed statement there as a page for a browser, in both languages',
      zh: '与 --open-pr 同用：把每份已提出的结算单写成网页（中英文各一份），存入该文件夹',
    }),
    dryRun: flag('--dry-run', {
      en: 'with --open-pr: say what would be done next, and do nothing',
      zh: '与 --open-pr 同用：只说明下一步会做什么，不执行',
    }),
  },
  examples: [
    { line: 'settle' },
    { line: 'settle acme-linkstar-us --as-of 2026-04-15' },
    {
      line: 'settle acme-linkstar-us --period 2026-04 --preview',
      note: { en: 'before it is due; writes nothing', zh: '到期之前预览，不写入' },
    },
    { line: 'settle --open-pr', note: { en: 'one pull request per contract and period', zh: '每份合同的每个结算期各提一个合并请求' } },
  ],
  tables: ({ openPr }) => !openPr,
  run: async (host, { contract, period, preview, openPr, workbooks, pages, dryRun }) => {
    if (openPr) {
      const { settleByPullRequest } = await import('./run/settle-open-pr.js');
      return settleByPullRequest(host.context(), await host.forge(), {
        contract,
        dryRun,
        ...(workbooks === null ? {} : { workbooks: host.folder(workbooks) }),
        ...(pages === null ? {} : { pages: host.folder(pages) }),
      });
    }
    if (dryRun) throw new UsageError('dry-run-alone');
    if (workbooks !== null) throw new UsageError('workbooks-alone');
    if (pages !== null) throw new UsageError('pages-alone');
    const { settleDue } = await import('./run/settle.js');
    return settleDue(host.context(), { contract, period, preview, history: await host.history() });
  },
});
