import { ApiError, type Role } from './model.js';
import { Present, type Shape } from './present.js';
import type { Actor, World } from './world.js';

/** One call of the API, checked against the description, with who makes it. */
export class Call {
  readonly present: Present;

  constructor(
    readonly world: World,
    readonly actor: Actor,
    private readonly path: Readonly<Record<string, unknown>>,
    private readonly query: Readonly<Record<string, unknown>>,
    private readonly sent: unknown,
    /** The call's own address, for the links of pages. */
    private readonly address: URL,
  ) {
    this.present = new Present(world);
  }

  /** A value of the path. */
  text(name: string): string {
    return String(this.path[name]);
  }

  number(name: string): number {
    return Number(this.path[name]);
  }

  /** A value of the query; null where it was not asked. */
  asked(name: string): string | null {
    const value = this.query[name];
    return value === undefined || value === null ? null : String(value);
  }

  /** The body; the description has vouched for its shape. */
  body<T>(): T {
    return (this.sent ?? {}) as T;
  }

  private get perPage(): number {
    return Math.min(Math.max(Number(this.query.per_page ?? 30), 1), 100);
  }

  /** A page of a list, with the links to the others. `wrap` where the list is within an object. */
  page<T>(items: readonly T[], show: (item: T) => unknown, wrap: (shown: unknown[], total: number) => unknown = (shown) => shown): Answer {
    const page = Math.max(Number(this.query.page ?? 1), 1);
    const last = Math.max(Math.ceil(items.length / this.perPage), 1);
    const shown = items.slice((page - 1) * this.perPage, page * this.perPage).map(show);
    const links = [
      ...(page > 1 ? [this.link({ page: String(page - 1) }, 'prev')] : []),
      ...(page < last ? [this.link({ page: String(page + 1) }, 'next'), this.link({ page: String(last) }, 'last')] : []),
      ...(page > 1 ? [this.link({ page: '1' }, 'first')] : []),
    ];
    return { status: 200, body: wrap(shown, items.length), headers: links.length === 0 ? {} : { link: links.join(', ') } };
  }

  /** A page of a list that goes on after an entry instead of at a number. */
  pageAfter<T extends { readonly id: number }>(items: readonly T[], show: (item: T) => unknown): Answer {
    const after = this.asked('after');
    const start = after === null ? 0 : items.findIndex(({ id }) => String(id) === after) + 1;
    const shown = items.slice(start, start + this.perPage);
    const end = shown.at(-1);
    const more = end !== undefined && start + this.perPage < items.length;
    return { status: 200, body: shown.map(show), headers: more ? { link: this.link({ after: String(end.id) }, 'next') } : {} };
  }

  private link(change: Readonly<Record<string, string>>, rel: string): string {
    const address = new URL(this.address);
    for (const [key, value] of Object.entries(change)) address.searchParams.set(key, value);
    return `<${address.href}>; rel="${rel}"`;
  }

  /** The commit that a branch, a tag or an id names. */
  commitOf(name: string): string {
    const { git } = this.world;
    const found = this.world.branchTip(name.replace(/^(refs\/)?heads\//, '')) ?? (git.typeOf(name) === 'commit' ? name : null);
    if (found === null) throw new ApiError(404, 'Not Found');
    return found;
  }
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ok = (body: Shape | readonly unknown[]): Answer => ({ status: 200, body });
export const created = (body: Shape | readonly unknown[]): Answer => ({ status: 201, body });
export const done: Answer = { status: 204 };

/** What a call needs: an app's permission with its level, and the role that a person needs for the same. */
export interface Needs {
  readonly permission: string;
  readonly access: 'read' | 'write';
  readonly role: Role;
}

export interface Handler {
  readonly needs: Needs | null;
  readonly run: (call: Call) => Answer;
}

export type Handlers = Readonly<Record<string, Handler>>;

export const reads = (permission: string, run: Handler['run'], role: Role = 'read'): Handler => ({
  needs: { permission, access: 'read', role },
  run,
});

export const writes = (permission: string, role: Role, run: Handler['run']): Handler => ({
  needs: { permission, access: 'write', role },
  run: (call) => {
    call.world.tick();
    return run(call);
  },
});

/** A call of nobody's repository. */
export const open = (run: Handler['run']): Handler => ({ needs: null, run });

/** Whether whoever calls may; 404 where they may not even know. */
export function requireNeeds(world: World, { account, appId }: Actor, needs: Needs): void {
  const { permission, access, role } = needs;
  if (appId !== null) {
    const granted = world.state.apps.find(({ id }) => id === appId)?.permissions ?? {};
    // of alternatives one is enough
    const enough = permission.split('|').some((name) => name === 'metadata' || granted[name] === 'write' || granted[name] === access);
    if (!enough) throw new ApiError(403, 'Resource not accessible by integration');
    return;
  }
  if (!world.hasRole(account, 'read')) throw new ApiError(404, 'Not Found');
  if (!world.hasRole(account, role)) {
    throw new ApiError(403, role === 'admin' ? 'Must have admin rights to Repository.' : 'Must have push access to Repository.');
  }
}
