import type { Issue, Position } from '../kernel/issue.js';
import type { Locale, Message, Params } from '../kernel/text.js';
import { type IssueCode, type Issues, issueTexts, severityOf } from './every-issue.js';
import type { IssueEntry } from './issue-entry.js';
import type { Filling, FillingArgs } from './message.js';
import { issueMessage, issueRemedy } from './phrases.js';
import { FILED_FIX } from './taken-back.js';

/**
 * Told below a text that does not tell it, and for programs: what was expected and found, a name that was meant or the names that there
 * are, the field as it should be written and how else it may have been meant, what a forge answered.
 */
type Told = 'expected' | 'found' | 'suggestion' | 'known' | 'corrected' | 'otherwise' | 'call' | 'status' | 'detail';

/** What an issue of a code is filled with: every place of its text and its remedy. */
export type IssueParams<Code extends IssueCode> = Filling<
  Issues[Code]['text']['en'] | Issues[Code]['fix']['en'] | FiledFix<Issues[Code]>,
  Told
>;

type FiledFix<Entry> = Entry extends { readonly filedFix: { readonly en: infer Text extends string } } ? Text : never;

/** The same as the last argument of a maker. */
export type IssueArgs<Code extends IssueCode> = FillingArgs<IssueParams<Code>>;

/** The one maker of issues: how much one matters and what fills it follow from its code. */
export function issue<Code extends IssueCode>(code: Code, at: Position, ...args: IssueArgs<Code>): Issue<Code>;
export function issue<Code extends IssueCode>(code: Code, at: Position, params: IssueParams<Code>): Issue<Code>;
export function issue(code: IssueCode, at: Position, params: Params = {}): Issue<IssueCode> {
  return { code, severity: severityOf(code), at, params };
}

/** An issue in words of one language; no remedy where the catalogues do not know the code. */
export interface Described {
  readonly text: string;
  readonly fix: string | null;
}

/** What is wrong and what to do about it, in words. */
export function describe({ code, params }: Pick<Issue, 'code' | 'params'>, locale: Locale): Described {
  const entry = issueTexts(code);
  if (entry === null) return { text: code, fix: null };
  return {
    text: issueMessage(entry.text, locale, params),
    fix: issueRemedy(fixOf(entry, params), locale, params),
  };
}

/** An issue of a table that only a view reads: nothing that is there already can say how it is written, where that would help. */
export function undeclaredIssue<Code extends string>(issue: Issue<Code>, table: string): Issue<Code> {
  return issueTexts(issue.code)?.presetFix === undefined ? issue : { ...issue, params: { ...issue.params, undeclared: table } };
}

/** What is to be declared first, before the remedy can be. */
const DECLARED_FIRST: Message = {
  en: ' No fact is of {undeclared}, which a view reads: add one with that format, its grain and custodian, and no measure.',
  zh: '表 {undeclared} 由视图读取而没有事实表定义：请为它添加一个事实表，写明该 format、grain 与 custodian，无须度量。',
};

function fixOf(
  { fix, presetFix, eventFix, unfiledFix, filedFix }: IssueEntry,
  { preset, inEvent, unfiled, filed, undeclared }: Params,
): Message {
  if (filed !== undefined) return filedFix ?? FILED_FIX;
  // what a preset declares for its tables is what others declare themselves
  if (preset === undefined && undeclared !== undefined && presetFix !== undefined)
    return { en: `${fix.en}${DECLARED_FIRST.en}`, zh: `${fix.zh}${DECLARED_FIRST.zh}` };
  return (
    (preset === undefined ? null : presetFix) ??
    (unfiled === undefined ? null : unfiledFix) ??
    (inEvent === undefined ? null : eventFix) ??
    fix
  );
}

/** The same issues of an event that is refused where it is written. */
export function ofUnfiled(issues: readonly Issue[], path: string): Issue[] {
  return issues.map((each) =>
    each.at.path === path && issueTexts(each.code)?.unfiledFix !== undefined
      ? { ...each, params: { ...each.params, unfiled: path } }
      : each,
  );
}

/** The same issues where an event that was filed before, and was right then, is an error by something else: it stays, and what breaks it does not. */
export function ofFiled(issues: readonly Issue[], isFiled: (issue: Issue) => boolean): Issue[] {
  return issues.map((each) =>
    each.severity === 'error' && isFiled(each) ? { ...each, params: { ...each.params, filed: each.at.path } } : each,
  );
}
