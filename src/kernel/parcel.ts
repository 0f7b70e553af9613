/* What is handed to the outside world to be delivered, and what comes back. */

/** A request over the web, as it is sent. */
export interface WebPost {
  readonly url: string;
  /** JSON. */
  readonly body: string;
}

/** A letter and the server that takes it. */
export interface Mail {
  readonly server: MailServer;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The same for the same message, so that a mail program shows one of two. */
  readonly messageId: string;
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; without it STARTTLS is demanded. */
  readonly secure: boolean;
  /** Whether neither is: on this machine alone. */
  readonly mayBePlain: boolean;
  readonly user: string | null;
  readonly password: string | null;
}

export type Parcel = { readonly by: 'web'; readonly post: WebPost } | { readonly by: 'mail'; readonly mail: Mail };

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly body: string;
  /** The header `Retry-After`, where there is one. */
  readonly retryAfter: string | null;
}
