import type { LocalDate } from '../kernel/calendar.js';
import type { Locale, Message } from '../kernel/text.js';
import type { Format } from '../media/formats.js';
import type { Outcome } from '../media/outcome.js';
import type { Exports } from '../ports/exports.js';
import type { BinaryFiles, Files, History, Revisions, WorkingTree } from '../ports/files.js';
import type { Outbox } from '../ports/outbox.js';
import type { Packages } from '../ports/packages.js';
import type { WholeForge } from '../ports/whole-forge.js';
import type { CommandContext } from '../running/context.js';
import type { UsageKey } from '../words/usage.js';

/*
 * A verb of the command line: its name, what may be typed after it, its help and examples in both languages, and what it runs.
 * Declarations are light: what a verb runs is loaded when it is called, so that `check` does not pay for a query engine.
 */

/** Words that may be typed after a verb, with the shape of what they become. */
export interface Typed<Value> {
  readonly is: 'argument' | 'rest' | 'flag' | 'option' | 'list';
  /** As typed: `<contract>`, `[contract]`, `--period <period>`, `--all`. */
  readonly flags: string;
  readonly text: Message;
  readonly required: boolean;
  readonly choices: readonly string[] | null;
  readonly parse: Kind;
  /** What it is without; shown as typed. */
  readonly default: string | null;
  /** Names of options that it cannot be used with. */
  readonly conflicts: readonly string[];
  /** The type alone; never there. */
  readonly value?: Value;
}

/** How what is typed is read. */
export type Kind = 'text' | 'date' | 'number' | 'instant' | 'size' | 'share';

export type Declared = Readonly<Record<string, Typed<unknown>>>;
export type Given<D extends Declared> = { readonly [K in keyof D]: D[K] extends Typed<infer Value> ? Value : never };

type Settings = Partial<Pick<Typed<unknown>, 'choices' | 'conflicts'>>;

function typed<Value>(is: Typed<Value>['is'], flags: string, text: Message, more: Partial<Typed<Value>> = {}): Typed<Value> {
  return { is, flags, text, required: false, choices: null, parse: 'text', default: null, conflicts: [], ...more };
}

/** An argument that must be there: `<contract>`. */
export const argument = (name: string, text: Message, more: Settings = {}) =>
  typed<string>('argument', `<${name}>`, text, { required: true, ...more });

/** An argument that may be there: `[contract]`. */
export const optionalArgument = (name: string, text: Message) => typed<string | null>('argument', `[${name}]`, text);

/** All further arguments. */
export const restArguments = (name: string, text: Message) => typed<readonly string[]>('rest', `[${name}...]`, text);

/** Further arguments, of which there is at least one. */
export const requiredFiles = (name: string, text: Message) => typed<readonly string[]>('rest', `<${name}...>`, text, { required: true });

/** An option without a value. */
export const flag = (flags: string, text: Message, more: Settings = {}) => typed<boolean>('flag', flags, text, more);

/** An option with a value; null where it is not given. */
export const option = (flags: string, text: Message, more: Settings = {}) => typed<string | null>('option', flags, text, more);

/** An option that has to be given. */
export const requiredOption = (flags: string, text: Message) => typed<string>('option', flags, text, { required: true });

/** An option with a value that it has where it is not given. */
export const optionWithDefault = (flags: string, text: Message, value: string) => typed<string>('option', flags, text, { default: value });

/** An option that takes one of some words, and is one of them without. */
export const choiceWithDefault = <Value extends string>(flags: string, text: Message, choices: readonly Value[], value: Value) =>
  typed<Value>('option', flags, text, { default: value, choices });

/** An option whose text is read otherwise than as it stands. */
export const readOption = <Value>(flags: string, text: Message, parse: Kind) => typed<Value | null>('option', flags, text, { parse });

/** An option that takes one of some words. */
export const choiceOption = <Value extends string>(flags: string, text: Message, choices: readonly Value[]) =>
  typed<Value | null>('option', flags, text, { choices });

/** An option that is a day (2026-03-31); null where it is not given. */
export const dateOption = (flags: string, text: Message) => readOption<LocalDate>(flags, text, 'date');

/** An option that is a whole number; null where it is not given. */
export const numberOption = (flags: string, text: Message) => readOption<number>(flags, text, 'number');

/** An option that is a whole number, and has to be given. */
export const requiredNumber = (flags: string, text: Message) => typed<number>('option', flags, text, { parse: 'number', required: true });

/** An option that may be repeated. */
export const list = (flags: string, text: Message, more: Settings = {}) => typed<readonly string[]>('list', flags, text, more);

/** What several verbs take. */
export const oneContract = argument('contract', { en: 'the contract', zh: '合同' });
export const theContract = optionalArgument('contract', { en: 'the contract (default: the only one)', zh: '合同（默认：唯一的一份）' });
export const anyContract = optionalArgument('contract', { en: 'one contract (default: all)', zh: '某一份合同（默认：全部）' });
export const publishedDataset = optionWithDefault(
  '--dataset <name>',
  { en: 'dataset of the tables scorecards, statements and outlooks', zh: '存放 scorecards、statements 与 outlooks 表的数据集' },
  'concord',
);

/** What was typed of what is declared, each in its declared shape; what was not typed is null. */
export function given<D extends Declared>(declared: D, typed: Readonly<Record<string, unknown>>): Given<D> {
  return Object.fromEntries(Object.keys(declared).map((name) => [name, typed[name] ?? null])) as Given<D>;
}

/** One line of the examples, without the program's name, and what is worth saying of it. */
export interface Example {
  /** In both languages where it has words that people choose. */
  readonly line: string | Message;
  readonly note?: Message;
}

/** What a verb gets of the machine that it runs on; nothing is opened before it is asked for. */
export interface Host {
  /** `--locale`, where it was typed. */
  readonly locale: Locale | null;
  /** The address of the workflow's run, where a workflow runs it. */
  readonly runUrl: string | null;
  context(root?: string): CommandContext;
  forge(): Promise<WholeForge>;
  /** Null where no token is set: for verbs that the repository's files tell enough. */
  forgeIfToken(): Promise<WholeForge | null>;
  /** The repository's page on its forge, as the workflow or the checkout's remote names it; null where neither does. Nobody is asked. */
  repositoryPage(): Promise<string | null>;
  /** Where messages leave the program. */
  outbox(): Promise<Outbox>;
  /** A folder, by a path as typed. */
  folder(path: string): Files & BinaryFiles;
  /** What came with the program. */
  shipped(folder?: string): Files;
  /** A file's text, by a path as typed. */
  text(path: string): string;
  /** A folder as typed, or a new one of its own; as an absolute path. */
  workingFolder(path: string | null): string;
  revisions(): Promise<Revisions>;
  history(): Promise<History>;
  workingTree(): Promise<WorkingTree>;
  packages(): Promise<Packages>;
  /** Asks at the terminal, one line for another; null where nobody sits there. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** Files that somebody has downloaded, and where the data is. */
  exports(): Promise<Exports>;
  today(zone: string): LocalDate;
}

export interface Verb {
  readonly name: string;
  readonly summary: Message;
  readonly declared: Declared;
  readonly examples: readonly Example[];
  /** Whether what it prints comes in both languages at once, too. Default: no, and who asks for both is refused. */
  readonly inBoth?: true;
  /** Whether it has tables to print, given what was typed; a format of tables alone is refused where it has none. Default: none. */
  readonly tables?: (typed: Readonly<Record<string, unknown>>) => boolean;
  /** The format that it is printed in whatever `--format` says; null: that one. */
  readonly format?: (typed: Readonly<Record<string, unknown>>) => Format | null;
  /** @param typed {@link given} of what is declared. What it says it gives back: only `cli.ts` prints. */
  readonly run: (host: Host, typed: Readonly<Record<string, unknown>>) => Promise<Outcome>;
}

/** A verb whose arguments and options have the types that are declared. */
export function verb<D extends Declared>(
  words: Omit<Verb, 'declared' | 'run' | 'tables' | 'format'> & {
    readonly declared: D;
    readonly tables?: (given: Given<D>) => boolean;
    readonly format?: (given: Given<D>) => Format | null;
    readonly run: (host: Host, given: Given<D>) => Promise<Outcome>;
  },
): Verb {
  // The command line hands over what {@link given} has made of it.
  const { tables, format, run, ...declared } = words;
  return {
    ...declared,
    ...(tables === undefined ? {} : { tables: (typed) => tables(typed as Given<D>) }),
    ...(format === undefined ? {} : { format: (typed) => format(typed as Given<D>) }),
    run: (host, typed) => run(host, typed as Given<D>),
  };
}

/** What was typed makes no sense together. */
export class UsageError extends Error {
  constructor(readonly key: UsageKey) {
    super(key);
  }
}
