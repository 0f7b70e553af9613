import { digest } from '../../kernel/canonical.js';
import { asWarning, type Issue } from '../../kernel/issue.js';
import { issue } from '../../words/issue.js';
import { type ContractEvent, eventKindOf } from '../event-kinds/event-kinds.js';
import type { CheckedEvent } from './event-check.js';

/**
 * Events without those that only repeat another: a file that was copied, or that stands under two names, is one event. Of equal ones that
 * stays which a statement has counted, since that one is no more taken away, else the first.
 * @param events ascending by file name
 * @param counted names of the files that statements have counted: of these each stays
 * @param filed path of the event that is being filed, which never stays for another; null: none is
 */
export function withoutCopies(
  events: readonly CheckedEvent[],
  counted: ReadonlySet<string>,
  filed: string | null,
): { readonly events: CheckedEvent[]; readonly copies: Issue[] } {
  const isFiled = ({ source }: CheckedEvent) => source.at([]).path === filed;
  const rankOf = (each: CheckedEvent) => (counted.has(each.event.file) ? 0 : isFiled(each) ? 2 : 1);
  const known = new Map<string, string>();
  const aside = new Map<CheckedEvent, string>();
  for (const each of [...events].sort((a, b) => rankOf(a) - rankOf(b))) {
    const said = saidBy(each.event);
    // Of what holds once the rules of its kind tell whoever files it again.
    if (said === null || (isFiled(each) && eventKindOf(each.event).again === 'once')) continue;
    const first = known.get(said);
    if (first === undefined) known.set(said, each.event.file);
    else if (!counted.has(each.event.file)) aside.set(each, first);
  }
  const copies = [...aside].map(([each, file]) => {
    const found = issue('event-twice', each.source.keyAt(['kind']), { file });
    return isFiled(each) ? found : asWarning(found);
  });
  return { events: events.filter((each) => !aside.has(each)), copies };
}

/** What an event says, by which a copy is known, whatever its file is called; null where the same may be meant once more. */
function saidBy(event: ContractEvent): string | null {
  const { file: _, date: __, digest: bytes, ...said } = event;
  const { again } = eventKindOf(event);
  if (again === 'anew') return null;
  return again === 'adds' ? digest(said) : bytes;
}
