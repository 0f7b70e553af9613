import { renderMarkdown } from '../report/markdown.js';
import type { Medium } from './outcome.js';

/** GitHub-flavoured Markdown. */
export const medium: Medium = { print: ({ blocks }, { locale }) => renderMarkdown(blocks(locale), locale) };
