import { renderIssues } from '../report/issues.js';
import type { Medium } from './outcome.js';

/** Annotations of a pull request: what a report says is wrong, as commands of GitHub's workflows. */
export const medium: Medium = {
  print: ({ blocks }, { locale }) => {
    const issues = blocks(locale).flatMap((block) => (block.kind === 'issues' ? block.issues : []));
    return renderIssues(issues, { format: 'github', locale, color: false, sources: new Map() });
  },
  isCommands: true,
};
