import { LoopbackGoogle } from './google/google.js';
import { type GoogleOptions, GoogleRefusal } from './google/world.js';
import type { PlainFields } from './values.js';

export interface Made {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: PlainFields;
  readonly protect: boolean;
}

export interface Counts {
  created: number;
  updated: number;
  same: number;
  deleted: number;
}

/** Types whose every change makes them anew. */
const REPLACED = /datasetAccess:|iAMMember:/;

/** A Google Cloud project together with what a stack remembers of it: one update after another, each held against the one before. */
export class Cloud {
  readonly google: LoopbackGoogle;
  readonly state = new Map<string, Made>();
  counts: Counts = { created: 0, updated: 0, same: 0, deleted: 0 };
  /** What was refused, retried or not. */
  readonly refused: string[] = [];

  constructor(options: GoogleOptions) {
    this.google = new LoopbackGoogle(options);
  }

  /** Makes or changes one resource. @throws GoogleRefusal */
  bring(resource: Made): void {
    const known = this.state.get(resource.urn);
    const { type, inputs } = resource;
    if (known !== undefined && JSON.stringify(known.inputs) === JSON.stringify(inputs)) {
      this.counts.same += 1;
      return;
    }
    try {
      if (known === undefined) this.google.make(type, inputs);
      else if (REPLACED.test(type)) {
        this.google.drop(type, known.inputs);
        this.google.make(type, inputs);
      } else this.google.change(type, inputs, known.inputs);
    } catch (error) {
      if (error instanceof GoogleRefusal) this.refused.push(`${resource.name}: ${error.message}`);
      throw error;
    }
    this.counts[known === undefined ? 'created' : 'updated'] += 1;
    this.state.set(resource.urn, resource);
  }

  /** Takes down everything else, the newest first; ends at the first refusal, as Pulumi does. */
  dropAllBut(kept: ReadonlySet<string>): { name: string; refused: string }[] {
    const gone = [...this.state.values()].reverse().filter(({ urn }) => !kept.has(urn));
    const held = gone.filter(({ protect }) => protect);
    if (held.length > 0) return held.map(({ name }) => ({ name, refused: 'cannot be deleted: it is protected' }));
    for (const { urn, type, name, inputs } of gone) {
      try {
        this.google.drop(type, inputs);
      } catch (error) {
        return [{ name, refused: refusalOf(error) }];
      }
      this.counts.deleted += 1;
      this.state.delete(urn);
    }
    return [];
  }

  /** Counts since the last time that this was asked. */
  counted(): Counts {
    const { counts } = this;
    this.counts = { created: 0, updated: 0, same: 0, deleted: 0 };
    return counts;
  }
}

export function refusalOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
