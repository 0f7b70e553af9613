import { anyContract, flag, verb } from './verb.js';

export const doctor = verb({
  name: 'doctor',
  summary: {
    en: 'look at everything that a contract needs of its data, one by one, with remedies',
    zh: '逐项检查合同所需的数据，并给出处理办法',
  },
  declared: {
    contract: anyContract,
    rows: flag('--rows', {
      en: 'show the lines of files that are at fault, on your own terminal only',
      zh: '显示出错的数据行，仅限本人终端',
    }),
  },
  examples: [
    { line: 'doctor' },
    { line: 'doctor acme-linkstar-us --data ./exports' },
    { line: 'doctor acme-linkstar-uk --warehouse bigquery --format json' },
    { line: 'doctor acme-linkstar-us --rows' },
  ],
  run: async (host, { contract, rows }) => {
    const { doctor: run } = await import('./run/doctor.js');
    return run(host.context(), contract, rows);
  },
});
