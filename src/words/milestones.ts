import type { Message } from '../kernel/text.js';

/** What a scorecard says of milestones that are open: milestone 里程碑 · acceptance 验收. */
export const MILESTONE_WORDS = {
  milestones: { en: 'Milestones', zh: '里程碑' },
  milestoneOpen: {
    en: 'not accepted yet; its acceptance may be asked for until {on}, that day included',
    zh: '尚未验收；须在 {on}（含）前申请验收',
  },
  milestoneLapsed: {
    en: 'not accepted, and can no longer be asked for: the last day for it was {on}',
    zh: '未验收，且不能再申请：申请的最后一天为 {on}',
  },
  milestoneRefused: {
    en: 'refused on {since}: “{reason}”; its acceptance may be asked for again until {on}, that day included, or its line disputed',
    zh: '于 {since} 验收不通过：“{reason}”；可在 {on}（含）前再次申请验收，或对其款项提出争议',
  },
  milestoneRefusedLapsed: {
    en: 'refused on {since}: “{reason}”; it can no longer be asked for: the last day for it was {on}',
    zh: '于 {since} 验收不通过：“{reason}”；不能再申请：申请的最后一天为 {on}',
  },
  milestoneAsked: {
    en: 'its acceptance has been asked for; unless it is refused by {on}, that day included, it counts as accepted on that day',
    zh: '已申请验收；{on}（含）前未获答复的，于该日视为验收通过',
  },
} as const satisfies Readonly<Record<string, Message>>;
