import type { LocalDate } from '../kernel/calendar.js';
import type { Message } from '../kernel/text.js';
import { SAMPLE_SEED, sampleTables } from './sample-data.js';
import { type StoryEvent, storyEvents } from './story-events.js';
import { stateAt } from './timed-table.js';

/** One settlement day of the sample relationship. */
export interface StoryStep {
  readonly asOf: LocalDate;
  /** What a reader should look at in the statement of this day. */
  readonly title: Message;
  /** The data folder as it is found on that day: path below it → CSV text. */
  readonly data: ReadonlyMap<string, string>;
  /** Event files that have come in since the step before. */
  readonly events: readonly StoryEvent[];
}

/** The contract that the story is about: a folder of `contracts/`. */
const STORY_CONTRACT = 'acme-linkstar-us';

const SETTLEMENTS: readonly { readonly asOf: LocalDate; readonly title: Message }[] = [
  { asOf: '2026-02-15', title: { en: 'January: the first month, in grace: no deduction yet', zh: '一月：首月，缓冲期内不扣款' } },
  { asOf: '2026-03-15', title: { en: 'February: late refunds lower January a little', zh: '二月：迟到的退款使一月金额小幅下调' } },
  { asOf: '2026-04-15', title: { en: 'March: the tracking milestone is accepted and paid', zh: '三月：埋点里程碑验收并支付' } },
  {
    asOf: '2026-05-15',
    title: {
      en: 'April: a tracking outage is excluded; a recall booked late makes a large true-up of March wait',
      zh: '四月：埋点故障的几天已剔除；召回入账较晚，三月出现大额往期补差，待确认',
    },
  },
  {
    asOf: '2026-06-15',
    title: {
      en: 'May: orders exported twice hold what depends on them; the guarantee pays meanwhile',
      zh: '五月：订单重复导出，相关费用暂缓结算，保底先行支付',
    },
  },
  {
    asOf: '2026-07-15',
    title: {
      en: 'June: the export is repaired and May released; the commission is disputed',
      zh: '六月：数据修复，五月的暂缓结算解除；提成存在争议',
    },
  },
  { asOf: '2026-08-15', title: { en: 'July: the dispute is resolved', zh: '七月：争议达成和解' } },
  { asOf: '2026-09-15', title: { en: 'August: a weak month costs a deduction', zh: '八月：业绩偏弱，触发扣款' } },
  { asOf: '2026-10-15', title: { en: 'September: the brand delivered its creatives late', zh: '九月：品牌方素材逾期提供' } },
  { asOf: '2026-11-15', title: { en: 'October: the new targets hold', zh: '十月：启用新目标' } },
  { asOf: '2026-12-15', title: { en: 'November: Black Friday, and the cap', zh: '十一月：黑五与费用封顶' } },
  { asOf: '2027-01-15', title: { en: 'December: the last month', zh: '十二月：最后一个月' } },
  { asOf: '2027-02-15', title: { en: 'First tail: late refunds of the last months', zh: '首份尾期结算：最后几个月的迟到退款' } },
  { asOf: '2027-03-15', title: { en: 'Second tail', zh: '第二份尾期结算' } },
  { asOf: '2027-04-15', title: { en: 'The final statement', zh: '最终结算单' } },
];

/**
 * The sample relationship month by month: settle at each step's `asOf` on its data, after writing its event files, and a
 * year unfolds with true-ups, an exclusion, a hold that is released, a dispute and its resolution.
 */
export function sampleStory(seed: number = SAMPLE_SEED): { readonly contract: string; readonly steps: readonly StoryStep[] } {
  const tables = sampleTables(seed);
  const events = storyEvents();
  return {
    contract: STORY_CONTRACT,
    steps: SETTLEMENTS.map(({ asOf, title }, index) => {
      const before = SETTLEMENTS[index - 1]?.asOf ?? '';
      return {
        asOf,
        title,
        data: stateAt(tables, asOf),
        events: events.filter((event) => before < event.date && event.date <= asOf),
      };
    }),
  };
}
