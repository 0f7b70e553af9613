import type { LocalDate } from '../kernel/calendar.js';
import type { Locale } from '../kernel/text.js';
import { type DeliveredState, notifyText } from '../words/notify.js';
import { type Block, text, toldLine, toldLines } from './blocks.js';
import { type Unread, unreadBlocks } from './unread.js';

/** What was sent or would be sent to one place, as far as it is shown. */
export interface ReportedDelivery {
  readonly place: { readonly to: string; readonly secret: string; readonly locale: Locale };
  readonly state: DeliveredState;
  readonly messages: readonly {
    readonly title: string;
    readonly lines: readonly { readonly text: string; readonly link?: { readonly text: string; readonly href: string } }[];
  }[];
}

/**
 * What each channel was told, as it was told: in its own language, below a line in the reader's.
 * @param sent on which day, and whether the forge was asked what is proposed and what has been told
 */
export function deliveredBlocks(
  delivered: readonly ReportedDelivery[],
  { asOf, isAsked, unread }: { readonly asOf: LocalDate; readonly isAsked: boolean; readonly unread: readonly Unread[] },
  locale: Locale,
): Block[] {
  const missing = unreadBlocks(unread, locale);
  if (delivered.length === 0 && missing.length > 0) return missing;
  if (delivered.length === 0) return [{ kind: 'paragraph', text: text(notifyText('delivered.none', locale, { asOf })) }];
  const unasked: Block[] = isAsked ? [] : [{ kind: 'paragraph', text: text(notifyText('delivered.unasked', locale), 'dim') }];
  return [...missing, ...unasked, ...delivered.map((each) => deliveredBlock(each, locale))];
}

function deliveredBlock({ place, state, messages }: ReportedDelivery, locale: Locale): Block {
  return toldLines(
    notifyText(`delivered.${state}`, locale, { channel: place.to, secret: place.secret, count: messages.length }),
    ...messages.flatMap(({ title, lines }) => [
      toldLine(title, 1),
      ...lines.flatMap(({ text: said, link }) => [
        toldLine(said, 2),
        ...(link === undefined ? [] : [toldLine(`${link.text} ${link.href}`, 3)]),
      ]),
    ]),
  );
}

/** Notes that wait for a person. */
export function draftBlocks(
  drafts: readonly { readonly place: { readonly secret: string }; readonly contract: string }[],
  locale: Locale,
): Block[] {
  return drafts.length === 0
    ? []
    : [toldLines(...drafts.map(({ place, contract }) => notifyText('delivered.draft', locale, { secret: place.secret, contract })))];
}
