import { commentText } from '../words/comment.js';
import type { ReportedAmendment, WorkspaceChange } from './amendment.js';
import { type Block, code, text } from './blocks.js';
import { type CommentStyle, contractBlocks, detailSections, inEach, workspaceBlocks } from './changes-comment.js';
import type { CommentSection } from './comment-sections.js';

/** A contract (or, null, the workspace) whose text on the default branch is not the one that was agreed last. */
export interface UnagreedText {
  readonly contract: string | null;
  readonly paths: readonly string[];
  /** What the default branch says otherwise than was agreed; null where one of the two cannot be read. */
  readonly difference: ReportedAmendment | null;
  /** The same of the workspace. */
  readonly workspace: readonly WorkspaceChange[];
}

/** Rule 16: what every comment of such a contract begins with; nothing where all is as agreed. */
export function unagreedSections(found: readonly UnagreedText[], style: CommentStyle): CommentSection[] {
  if (found.length === 0) return [];
  const { locales, mostText: most } = style;
  return [
    ...inEach(style, 'unagreed-title', (locale) => [
      { kind: 'heading', text: commentText('unagreed-title', locale) },
      { kind: 'paragraph', text: text(commentText('unagreed-note', locale), 'strong') },
      ...found.flatMap(({ paths, difference, workspace }): Block[] => [
        { kind: 'list', items: paths.map((path) => ({ text: code(path), notes: [] })) },
        ...(difference === null ? [] : contractBlocks(difference, { locale, most })),
        ...workspaceBlocks(workspace, { locale, most }),
      ]),
    ]),
    ...found.flatMap(({ difference }) =>
      difference === null ? [] : locales.flatMap((locale) => detailSections(difference, style, locale)),
    ),
  ];
}
