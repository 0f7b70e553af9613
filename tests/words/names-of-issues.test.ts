import { expect, test } from 'vitest';
import { describe } from '../../src/words/issue.js';

test('several names are a list of the language, and what people have typed stays as it is', () => {
  const unfounded = { code: 'no-baseline', params: { kpis: 'roas, cac' } } as const;
  expect(describe(unfounded, 'en').text).toContain('roas, cac');
  expect(describe(unfounded, 'zh').text).toContain('roas、cac 的目标');
  const missing = { code: 'unknown-contract', params: { found: 'acme, uk', expected: 'acme-uk, acme-us' } } as const;
  expect(describe(missing, 'zh')).toEqual({ text: '没有合同“acme, uk”。', fix: '可用的合同：acme-uk、acme-us。' });
});
