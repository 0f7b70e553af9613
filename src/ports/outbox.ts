import type { Micros } from '../kernel/calendar.js';
import type { Parcel, Reply } from '../kernel/parcel.js';

/** What became of a parcel: an answer; nobody was reached, so that nothing was delivered; or nobody knows. */
export type Sent = { readonly kind: 'answered'; readonly reply: Reply } | { readonly kind: 'unreached' } | { readonly kind: 'unknown' };

/** Where messages leave the program. A parcel is handed over once; nothing of its address is in any error. */
export interface Outbox {
  /** What a secret of the environment holds; null where it is not set. */
  readonly secret: (name: string) => string | null;
  readonly now: () => Micros;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly send: (parcel: Parcel) => Promise<Sent>;
}
