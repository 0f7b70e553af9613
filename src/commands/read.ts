import { LOCALES } from '../kernel/text.js';
import { option, theContract, verb } from './verb.js';

export const read = verb({
  name: 'read',
  summary: {
    en: 'a contract in plain words: a term sheet with every clause as a sentence, English and Chinese side by side',
    zh: '用白话列出合同：逐条成句、中英对照的条款清单',
  },
  declared: {
    contract: theContract,
    docx: option('--docx <file>', {
      en: 'write it as a Word document, with a place for signatures',
      zh: '写成 Word 文档，附双方签署栏',
    }),
  },
  examples: [
    { line: 'read acme-linkstar-us --locale en,zh', note: { en: 'both languages, as without it', zh: '中英对照，不写亦同' } },
    { line: 'read acme-linkstar-us --locale zh --format markdown', note: { en: 'one of them, to be sent', zh: '只要中文，便于发送' } },
    { line: 'read acme-linkstar-us --docx term-sheet.docx', note: { en: 'to be signed', zh: '供签署' } },
  ],
  inBoth: true,
  run: async (host, { contract, docx }) => {
    const { read: run } = await import('./run/read.js');
    return run(host.context(), {
      contract,
      locales: host.locale === null ? LOCALES : [host.locale],
      docx,
      folder: (path) => host.folder(path),
    });
  },
});
