import { fill, type Locale, type Message, type Params } from '../text.js';

/** The words of comments on pull requests, beside those of the reports they show. */
export const COMMENT_TEXT = {
  chinese: { en: '中文', zh: '中文' },
  cut: { en: 'Cut to the length of a comment:', zh: '因评论长度限制已截断：' },
  'cut-section': { en: '{title} ({kept} of {blocks} parts shown)', zh: '{title}（共 {blocks} 部分，显示 {kept} 部分）' },
  'cut-more': { en: 'and {count} more', zh: '另有 {count} 处' },
  'report-where': {
    en: 'The full report is among the [artifacts of this run]({url}).',
    zh: '完整报告见[本次运行的产物]({url})。',
  },
  'report-nowhere': {
    en: 'The full report: `concord comment --pr <number> --dry-run --output <folder>`.',
    zh: '完整报告：`concord comment --pr <编号> --dry-run --output <目录>`。',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type CommentTextKey = keyof typeof COMMENT_TEXT;

export function commentText(key: CommentTextKey, locale: Locale, params: Params = {}): string {
  return fill(COMMENT_TEXT[key], locale, params);
}
