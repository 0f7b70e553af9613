import { LOCALES } from '../kernel/text.js';
import { theContract, verb } from './verb.js';

export const read = verb({
  name: 'read',
  summary: {
    en: 'a contract in plain words: a term sheet with every clause as a sentence, English and Chinese side by side',
    zh: '以通俗文字列出合同：逐条成句、中英对照的条款清单',
  },
  declared: { contract: theContract },
  examples: [
    { line: 'read acme-linkstar-us', note: { en: 'both languages', zh: '中英对照' } },
    { line: 'read acme-linkstar-us --locale zh --format markdown', note: { en: 'one of them, to be sent', zh: '只要中文，便于发送' } },
  ],
  run: async (host, { contract }) => {
    const { read: run } = await import('./run/read.js');
    return run(host.context(), { contract, locales: host.locale === null ? LOCALES : [host.locale] });
  },
});
