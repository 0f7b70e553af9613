import { theContract, verb } from './verb.js';

export const exit = verb({
  name: 'exit',
  summary: {
    en: 'what is to be done when a contract ends: dates, checklist, exports, access that ends, settlement',
    zh: '合同结束时的待办：日期、交接清单、导出、到期收回的权限与结算',
  },
  declared: {
    contract: theContract,
  },
  examples: [{ line: 'exit acme-linkstar-us' }, { line: 'exit acme-linkstar-us --as-of 2026-12-01 --format markdown' }],
  run: async (host, { contract }) => {
    const { exit: run } = await import('./run/exit.js');
    return run(host.context(), contract);
  },
});
