import type { Message } from '../kernel/text.js';

/** What a scorecard says of milestones that are open: milestone 里程碑 · acceptance 验收. */
export const MILESTONE_WORDS = {
  milestones: { en: 'Milestones', zh: '里程碑' },
  milestoneOpen: {
    en: 'not accepted yet; its acceptance may be asked for until {on}, that day included',
    zh: '尚未验收；须在 {on}（含）前申请验收',
  },
  milestoneAsked: {
    en: 'its acceptance has been asked for; unless it is refused by {on}, that day included, it counts as accepted on that day',
    zh: '已申请验收；{on}（含）前未获答复的，于该日视为验收通过',
  },
} as const satisfies Readonly<Record<string, Message>>;
