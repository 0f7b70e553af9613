import { anyContract, flag, verb } from './verb.js';

export const calendar = verb({
  name: 'calendar',
  summary: {
    en: 'the days of every contract: pay by, dispute until, duties, notice, new targets',
    zh: '全部合同的日期：到期日、异议截止日、配合义务、终止通知、目标值调整',
  },
  declared: {
    contract: anyContract,
    ics: flag('--ics', { en: 'as a calendar file that calendar programs take', zh: '输出日历程序可导入的日历文件' }),
  },
  examples: [
    { line: 'calendar' },
    { line: 'calendar acme-linkstar-us --ics', note: { en: 'into a file: … > acme.ics', zh: '写入文件：… > acme.ics' } },
    { line: 'calendar --ics --locale zh' },
  ],
  format: ({ ics }) => (ics ? 'ics' : null),
  run: async (host, { contract }) => {
    const { showCalendar } = await import('./run/calendar.js');
    return showCalendar(host.context(), contract);
  },
});
