import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Locale } from '../kernel/text.js';
import type { StatementBody } from '../settlement/model.js';
import { commentText } from '../words/comment.js';
import { type Block, code, left, row, text } from './blocks.js';
import type { ReportContext } from './report-context.js';
import { witnessLine } from './witness.js';
import type { Wording } from './wording.js';

/** The event files that counted. */
export function eventSection(statement: StatementBody, context: ReportContext, words: Wording): Block[] {
  if (statement.events.length === 0) return [];
  const rows = statement.events.map(({ file, digest }) => {
    const event = context.events.find((each) => each.file === file);
    const kind = event === undefined ? [] : text(eventKindText(event, statement, context, words.locale));
    return row([code(file), kind, code(shortDigest(digest), 'dim')]);
  });
  return [
    { kind: 'heading', text: words.say('events') },
    { kind: 'table', columns: [left(words.say('event')), left(words.say('eventKind')), left(words.say('digest'))], rows },
  ];
}

/** What an event is; of an independent measuring, who measured which period, what came of it, and the evidence that it names. */
function eventKindText(event: ContractEvent, statement: StatementBody, { history, terms }: ReportContext, locale: Locale): string {
  if (event.kind !== 'witness') return commentText(`event.${event.kind}`, locale);
  const of = [...history, statement].find(({ period }) => period === event.period)?.evidenceDigest ?? null;
  return `${event.period} ${witnessLine(event, of, terms.contract, locale)} · ${shortDigest(event.evidenceDigest)}`;
}

/** What ties the statement to its terms, its evidence and the one before it. */
export function digestSection(statement: StatementBody & { readonly digest?: string }, words: Wording): Block[] {
  const pairs = [
    { label: words.say('digestTerms'), value: code(shortDigest(statement.termsDigest), 'dim') },
    { label: words.say('digestEvidence'), value: code(shortDigest(statement.evidenceDigest), 'dim') },
    {
      label: words.say('digestPrevious'),
      value: statement.previousDigest === null ? text(words.say('first'), 'dim') : code(shortDigest(statement.previousDigest), 'dim'),
    },
    ...(statement.digest === undefined ? [] : [{ label: words.say('digestThis'), value: code(shortDigest(statement.digest), 'dim') }]),
  ];
  return [
    { kind: 'heading', text: words.say('digests') },
    { kind: 'pairs', pairs },
  ];
}

/** Enough of a digest to compare by eye. */
function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 16);
}
