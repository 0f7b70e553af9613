import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What measuring by the other party says. */
const WITNESS = {
  subtitle: { en: 'Measured independently', zh: '独立取数核对' },
  same: { en: 'Same: what you have measured is what the period was settled on.', zh: '一致：本次取数与结算所依据的取数底稿完全相同。' },
  'digest-settled': { en: 'Digest of the evidence: {digest}', zh: '取数底稿校验码：{digest}' },
  'digest-measured': { en: 'Digest of what you have measured: {digest}', zh: '本次取数的校验码：{digest}' },
  same_money: {
    en: 'Same money, other evidence: every line pays the same, but what was measured is not the same.',
    zh: '金额一致，取数底稿不同：各项金额相同，但取数结果不同。',
  },
  different: {
    en: 'Different: settled {settled}, on what you have measured {measured}.',
    zh: '不一致：结算为 {settled}，按本次取数为 {measured}。',
  },
  'different-lines': {
    en: 'Different: the total is {settled} both times, but single lines are not the same.',
    zh: '不一致：合计同为 {settled}，但部分项目金额不同。',
  },
  where: { en: 'Where it differs: what moves a line first, then by size', zh: '差异所在（先列影响金额的，再从大到小）' },
  measure: { en: 'Measure', zh: '度量' },
  day: { en: 'Day', zh: '日期' },
  'whole-period': { en: 'whole period', zh: '整期' },
  'whole-period-since': { en: 'whole period; rows differ from {day}', zh: '整期（{day} 起行数不同）' },
  rows: { en: 'Rows: settled → yours', zh: '行数：结算 → 本次' },
  sum: { en: 'Sum: settled → yours', zh: '数值：结算 → 本次' },
  difference: { en: 'Difference', zh: '差额' },
  'at-rate': { en: '{sum} × {rate}', zh: '{sum} × {rate}' },
  'at-inverted-rate': { en: '{sum} ÷ {rate}', zh: '{sum} ÷ {rate}' },
  'at-no-rate': { en: '{sum}, no rate', zh: '{sum}，无汇率' },
  'more-days': {
    en: 'Days and measures besides: {count}. All of them: --format json.',
    zh: '另有 {count} 项差异，完整清单见 --format json。',
  },
  moves: { en: 'What it moves', zh: '对各项金额的影响' },
  'held-for': { en: 'held because {why}', zh: '暂缓结算原因：{why}' },
  line: { en: 'Line', zh: '项目' },
  settled: { en: 'Settled', zh: '已结算' },
  measured: { en: 'On your data', zh: '按本次取数' },
  total: { en: 'Total', zh: '合计' },
  coverage: { en: 'How far the data reach', zh: '数据完整性' },
  fact: { en: 'Fact', zh: '事实表' },
  reach: {
    en: '{fresh}; complete: {complete}; repeated keys: {keys}',
    zh: '{fresh}；是否完整：{complete}；重复主键：{keys}',
  },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  nothing: { en: 'nothing', zh: '无' },
  'nothing-else': {
    en: 'No day of any measure differs: only how far the data reach, or what is counted over several periods.',
    zh: '各度量各日均无差异：不同之处只在数据完整性，或跨期计数。',
  },
  'other-evidence': {
    en: 'the same as other evidence, not as this statement’s',
    zh: '与另一份取数底稿一致，并非本结算单所依据的那一份',
  },
  line_same: { en: 'measured independently by {party}: same', zh: '由 {party} 独立取数核对：一致' },
  line_same_money: {
    en: 'measured independently by {party}: same money, other evidence',
    zh: '由 {party} 独立取数核对：金额一致，取数底稿不同',
  },
  line_other: {
    en: 'measured independently by {party}: the same as other evidence, not as the statement’s',
    zh: '由 {party} 独立取数核对：与另一份取数底稿一致，并非结算单所依据的那一份',
  },
  line_different: { en: 'measured independently by {party}: different', zh: '由 {party} 独立取数核对：不一致' },
} as const satisfies Readonly<Record<string, Message>>;

/** An entry of {@link WITNESS} in a language, its places filled. */
export const witnessText = saying(WITNESS);
