import { excerptOf } from '../../kernel/text.js';

/** Kinds of what engines complain of, by the beginning of what DuckDB says. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^Conversion Error/, 'conversion'],
  [/^Out of Range Error/, 'range'],
  [/^Out of Memory Error/, 'memory'],
  [/^IO Error/, 'io'],
  [/^Binder Error: (No function matches|Cannot (compare|mix)|Type mismatch)/, 'types'],
  [/^(Binder|Catalog) Error/, 'binder'],
  [/^Parser Error/, 'syntax'],
  [/^Invalid Input Error: More than one row/, 'rows'],
  [/^Invalid Input Error: (Could not parse|Failed to parse) string/, 'format'],
  [/^Invalid Input Error/, 'input'],
];

/** What a statement's text names and the engine does not find. */
const MISSING = /(?:column|table|function)(?: with name)? "?([\w ]+?)"? (?:not found|does not exist|does not have)/i;

/** The column whose value an engine could not turn into a type. */
const CONVERTED = /when casting from source column "?(\w+)"?/i;

/**
 * What an engine refused, in words of our own. Its message repeats lines of files and values of cells, so it is no part of this
 * error: neither a report, nor a log, nor a stack trace shows anybody's row.
 */
export class EngineError extends Error {
  /** The phrase that says what kind of thing went wrong. */
  readonly fault: string;
  readonly #said: string;

  constructor(said: string) {
    const kind = FAULTS.find(([pattern]) => pattern.test(said))?.[1] ?? 'other';
    super(`the engine refused a statement (${kind})`);
    this.name = 'EngineError';
    this.fault = `@engine.${kind}`;
    this.#said = said;
  }

  /** The name that is missing, where it stands in this text of a contract: then it is nobody's data. */
  missing(text: string): string | null {
    return this.#named(MISSING, text);
  }

  /** The column that does not fit a type, where it stands in this text of a contract. */
  converted(text: string): string | null {
    return this.#named(CONVERTED, text);
  }

  #named(said: RegExp, text: string): string | null {
    const name = said.exec(this.#said)?.[1];
    return name !== undefined && new RegExp(`\\b${name}\\b`, 'i').test(text) ? name : null;
  }

  /** All that was said about text of a contract that was only parsed: nothing of the data is in it. */
  ofText(): string {
    const lines = this.#said.split('\n').map((line) => line.trim());
    const advice = lines.findIndex((line) => /^(Possible (fix|solution)|LINE \d+:|Candidate |file = )/i.test(line));
    return excerptOf(
      lines
        .slice(0, advice === -1 ? 4 : advice)
        .filter((line) => line !== '')
        .join('; '),
      300,
    );
  }
}

/** What an engine says that runs out of memory or of space for what does not fit there. */
export const OUT_OF_MEMORY = '@engine.memory';

/** What an engine says of text that has not the format which a view names. */
export const WRONG_FORMAT = '@engine.format';

/** The phrase for what went wrong in an engine. */
export function engineFault(error: unknown): string {
  return error instanceof EngineError ? error.fault : '@engine.other';
}
