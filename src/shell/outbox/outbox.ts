import type { Micros } from '../../kernel/calendar.js';
import type { Outbox } from '../../ports/outbox.js';
import { post } from './post.js';

/** What only the command line knows: the environment and the clock. */
export interface OutboxSettings {
  readonly secret: (name: string) => string | null;
  readonly now: () => Micros;
}

/** Messages over the web and by SMTP. */
export function openOutbox(settings: OutboxSettings): Outbox {
  return {
    ...settings,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    send: async (parcel) => {
      if (parcel.by === 'web') return post(parcel.post);
      const { sendMail } = await import('./smtp.js');
      return sendMail(parcel.mail);
    },
  };
}
