import { type Issue, placeText } from '../kernel/issue.js';
import type { Locale } from '../kernel/text.js';
import { describe } from '../words/issue.js';
import { reportText } from '../words/report.js';
import { code, dotted, type ListItem, text } from './blocks.js';
import { details } from './issues.js';
import { labelled } from './punctuation.js';

/** Issues as points of a list, for a comment: the place, what is wrong, and below it what to do. */
export function issueItems(issues: readonly Issue[], locale: Locale): ListItem[] {
  return issues.map((issue) => {
    const { text: message, fix } = describe(issue, locale);
    return {
      text: dotted([code(placeText(issue.at)), text(reportText(issue.severity, locale), 'strong'), code(issue.code)]),
      notes: [
        text(message),
        ...details(issue, { text: message, fix }, locale).map((detail) => text(detail)),
        ...(fix === null ? [] : [text(labelled(reportText('fix', locale), fix, locale))]),
      ],
    };
  });
}
