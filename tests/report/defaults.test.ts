import { expect, test } from 'vitest';
import type { HoldingDefault } from '../../src/contract/defaults.js';
import type { Locale } from '../../src/kernel/text.js';
import { medium as terminal } from '../../src/media/terminal.js';
import { defaultsBlocks } from '../../src/report/defaults.js';
import { renderMarkdown } from '../../src/report/markdown.js';

const HOLDING: HoldingDefault[] = [
  { path: ['parties', 'brand', 'required'], value: '1' },
  { path: ['parties', 'provider', 'required'], value: '1' },
  { path: ['rounding'], value: 'half_even' },
  { path: ['holds', 'maxPeriods'], value: '3' },
  { path: ['fees', 'sales', 'mode'], value: 'marginal' },
  { path: ['kpis', 'roas', 'metric'], value: 'roas' },
  { path: ['kpis', 'cac', 'metric'], value: 'cac' },
];

const told = (locale: Locale, defaults = HOLDING) => {
  const blocks = defaultsBlocks('acme', defaults, locale);
  return terminal.print({ document: () => null, blocks: () => blocks }, { locale, color: false, width: 100 });
};

test('each default is told once, with whose it is', () => {
  expect(told('en')).toBe(`What "acme" leaves unsaid holds by default:
  parties.required: 1 (brand, provider)
  rounding: half_even
  holds.maxPeriods: 3
  fees.mode: marginal (sales)
  kpis.metric: roas (roas)
  kpis.metric: cac (cac)
`);
  expect(told('zh')).toBe(`“acme”未写明的事项，按以下默认值执行：
  parties.required: 1（brand、provider）
  rounding: half_even
  holds.maxPeriods: 3
  fees.mode: marginal（sales）
  kpis.metric: roas（roas）
  kpis.metric: cac（cac）
`);
  expect(renderMarkdown(defaultsBlocks('acme', HOLDING.slice(2, 3), 'en'), 'en')).toContain('`rounding: half_even`');
  expect(told('en', [])).toBe('');
});
