/** What a resource is told, as plain values; secrets are opened by then. */
export type Fields = Readonly<Record<string, unknown>>;

/** A refusal in Google's own words, as the provider passes them on. */
export class GoogleRefusal extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 409,
    readonly reason: 'invalid' | 'invalidQuery' | 'accessDenied' | 'notFound' | 'duplicate',
    message: string,
  ) {
    super(message);
  }
}

export interface Dataset {
  readonly project: string;
  readonly dataset: string;
  location: string;
  access: readonly Fields[];
  readonly tables: Set<string>;
}

/** One grant on the project: a member's role, with what its condition bounds it to. */
export interface Binding {
  readonly role: string;
  readonly member: string;
  readonly condition: string | null;
}

export interface GoogleOptions {
  readonly project: string;
  /** Who owns the project, and calls until somebody else does. */
  readonly owner: string;
  /** Milliseconds until what names a new account is taken. */
  readonly newFor?: number;
  /** `project.dataset` → its tables and owners: what was there before. */
  readonly datasets?: Readonly<Record<string, { readonly tables: readonly string[]; readonly owners?: readonly string[] }>>;
  readonly buckets?: readonly string[];
}

export const PROJECT_NUMBER = '123456789012';
const LOGGING = `service-${PROJECT_NUMBER}@gcp-sa-logging.iam.gserviceaccount.com`;

/** What there is in one Google Cloud project, and beside it. Nothing is asked of anybody: it is all in this process. */
export class World {
  readonly project: string;
  readonly owner: string;
  readonly newFor: number;
  /** E-mail of an account → when it was made. */
  readonly accounts = new Map<string, number>();
  readonly datasets = new Map<string, Dataset>();
  readonly buckets = new Map<string, { seconds: number; locked: boolean }>();
  readonly roles = new Map<string, readonly string[]>();
  readonly actsFor = new Set<string>();
  bindings: Binding[] = [];

  constructor({ project, owner, newFor = 1500, datasets = {}, buckets = [] }: GoogleOptions) {
    this.project = project;
    this.owner = owner;
    this.newFor = newFor;
    for (const [name, { tables, owners = [owner] }] of Object.entries(datasets)) {
      const access = owners.map((member) => ({ role: 'OWNER', iamMember: member }));
      const [of = '', dataset = ''] = name.split('.');
      this.datasets.set(name, { project: of, dataset, location: 'EU', access, tables: new Set(tables) });
    }
    for (const bucket of buckets) this.buckets.set(bucket, { seconds: 0, locked: false });
  }

  /** The account that the first sink of a project brings about. */
  makeLoggingAccount(): void {
    if (!this.accounts.has(LOGGING)) this.accounts.set(LOGGING, Date.now());
  }

  /** Refuses to name an account that is not there, or not known everywhere yet. */
  checkNamed(email: string, reason = 'invalid'): void {
    const own = email.endsWith(`@${this.project}.iam.gserviceaccount.com`) || email.includes('@gcp-sa-');
    const made = this.accounts.get(email);
    if (own && (made === undefined || Date.now() - made < this.newFor)) {
      throw new GoogleRefusal(400, 'invalid', `googleapi: Error 400: Service account ${email} does not exist., ${reason}`);
    }
  }

  /** Where a dataset is; names without a project are of this one. */
  dataset(name: string): Dataset | null {
    return this.datasets.get(name.includes('.') ? name : `${this.project}.${name}`) ?? null;
  }
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
}

export function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}
