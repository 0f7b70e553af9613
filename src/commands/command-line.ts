import { Argument, Command, CommanderError, Help, InvalidArgumentError, Option } from 'commander';
import { distance } from 'fastest-levenshtein';
import { fill, type Locale, type Params } from '../kernel/text.js';
import { formatEntry } from '../media/formats.js';
import { columnsOf, wrap } from '../report/wrap.js';
import { USAGE, type UsageKey } from '../words/usage.js';
import { EVERY_LOCALE, GLOBAL, type GlobalOptions, inOneLanguage } from './global-options.js';
import { readTyped } from './read-typed.js';
import { type Said, usageDocument, usageText } from './usage-problem.js';
import { type Declared, given, type Typed, UsageError, type Verb } from './verb.js';
import { VERBS } from './verbs.js';

/*
 * The command line of every verb, in either language. Arguments, options and help are commander's; its words are ours. Members
 * that begin with `_` are commander's own, by which it says what is wrong.
 */

/** What the command line is printed with, and what calls a verb. */
export interface CommandLine {
  readonly locale: Locale;
  readonly version: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Programs read what it says: what is wrong with what was typed, too, is a document on standard output. */
  readonly forPrograms: boolean;
  readonly run: (verb: Verb, given: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** Headings that commander prints, and ours. */
const HEADINGS: ReadonlyMap<string, UsageKey> = new Map([
  ['Usage:', 'usage-heading'],
  ['Arguments:', 'arguments-heading'],
  ['Options:', 'options-heading'],
  ['Global Options:', 'global-heading'],
  ['Commands:', 'commands-heading'],
]);

/** The program with all its verbs; parse with it. */
export function commandLine(line: CommandLine): Command {
  const say = (key: UsageKey, params: Params = {}) => fill(USAGE[key], line.locale, params);
  const program = new LocalCommand(line, 'concord');
  program.description(say('program')).version(line.version, '-V, --version', say('version-option'));
  declare(program, GLOBAL, line.locale);
  program.helpCommand('help [command]', say('help-command'));
  for (const verb of VERBS) addVerb(program, verb, line);
  for (const command of [program, ...program.commands]) {
    command
      .helpOption('-h, --help', say('help-option'))
      .showHelpAfterError(say('see-help', { command: fullName(command) }))
      .configureOutput({ writeOut: line.out, writeErr: line.err })
      .exitOverride();
  }
  return program;
}

/** What was typed of the options that every verb takes. */
export function globalOptions(program: Command): GlobalOptions {
  return inOneLanguage(given(GLOBAL, program.opts()));
}

/** A command with the program's name. */
const fullName = (command: Command): string => (command.parent === null ? command.name() : `${command.parent.name()} ${command.name()}`);

function addVerb(program: Command, verb: Verb, line: CommandLine): void {
  const { locale, run } = line;
  const command = new LocalCommand(line, verb.name).description(verb.summary[locale]);
  program.addCommand(command);
  const order = declare(command, verb.declared, locale);
  const examples = verb.examples.map(({ line, note }) => {
    const typed = typeof line === 'string' ? line : line[locale];
    return `  $ concord ${typed}${note === undefined ? '' : `    # ${note[locale]}`}`;
  });
  command.addHelpText('after', `\n${USAGE['examples-heading'][locale]}\n${examples.join('\n')}`);
  command.action(async (...typed: unknown[]) => {
    const words = Object.fromEntries(order.map((name, index) => [name, typed[index]]));
    const all = given(verb.declared, { ...command.opts(), ...words });
    try {
      const { prints } = formatEntry(globalOptions(program).format);
      // Before it does anything: what cannot be printed must not have been done.
      if (program.opts().locale === EVERY_LOCALE && verb.inBoth !== true) throw new UsageError('one-language');
      if (prints === 'tables' && verb.tables?.(all) !== true) throw new UsageError('no-tables');
      await run(verb, all);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      command.refuse(error.key);
    }
  });
}

/** Adds what is declared; gives the names of the arguments, in their order. */
function declare(command: Command, declared: Declared, locale: Locale): string[] {
  const order: string[] = [];
  for (const [name, typed] of Object.entries(declared)) {
    const text = typed.text[locale];
    if (typed.is === 'argument' || typed.is === 'rest') {
      order.push(name);
      const argument = new Argument(typed.flags, text);
      if (typed.choices !== null) argument.choices(typed.choices);
      command.addArgument(typed.is === 'rest' ? argument : argument.argParser((value) => parsed(typed, value)));
    } else command.addOption(optionOf(typed, text));
  }
  return order;
}

function optionOf(typed: Typed<unknown>, text: string): Option {
  const option = new Option(typed.flags, text).conflicts([...typed.conflicts]);
  if (typed.is === 'flag') return option.default(false);
  if (typed.choices !== null) option.choices(typed.choices);
  if (typed.is === 'list') return option.default([]).argParser((value, all: readonly string[]) => [...all, value]);
  if (typed.default !== null) option.default(typed.default);
  return option.makeOptionMandatory(typed.required).argParser((value) => parsed(typed, value));
}

function parsed(typed: Typed<unknown>, value: string): unknown {
  const read = readTyped(typed, value);
  if ('value' in read) return read.value;
  throw new RefusedValue({ key: read.refused, params: read.params ?? {} });
}

/** A value that is none of those that it may be. */
class RefusedValue extends InvalidArgumentError {
  constructor(readonly why: Said) {
    super(why.key);
  }
}

/** Commander's help, with our words, and Chinese as wide as it is. */
class LocalHelp extends Help {
  constructor(private readonly locale: Locale) {
    super();
    this.showGlobalOptions = true;
  }

  override styleTitle(title: string): string {
    const key = HEADINGS.get(title);
    return key === undefined ? title : USAGE[key][this.locale];
  }

  /** A heading in Chinese ends wide: nothing stands between it and what follows. */
  override formatHelp(command: Command, helper: Help): string {
    return super.formatHelp(command, helper).replace('： ', '：');
  }

  override commandUsage(command: Command): string {
    return this.placed(super.commandUsage(command));
  }

  override subcommandTerm(command: Command): string {
    return this.placed(super.subcommandTerm(command));
  }

  /** What Commander calls options and commands where it shows that there may be some, in our words. */
  private placed(usage: string): string {
    const keys = ['usage-options', 'usage-command'] as const satisfies readonly UsageKey[];
    return keys.reduce((text, key) => text.replace(USAGE[key].en, USAGE[key][this.locale]), usage);
  }

  override optionDescription(option: Option): string {
    const shown = option.required && typeof option.defaultValue === 'string' ? option.defaultValue : null;
    return this.with(option.description, option.argChoices, shown);
  }

  override argumentDescription(argument: Argument): string {
    return this.with(argument.description, argument.argChoices, null);
  }

  private with(description: string, choices: readonly string[] | undefined, value: string | null): string {
    const notes = [
      ...(choices === undefined ? [] : [fill(USAGE.choices, this.locale, { choices })]),
      ...(value === null ? [] : [fill(USAGE.default, this.locale, { value })]),
    ];
    if (notes.length === 0) return description;
    return this.locale === 'zh' ? `${description}（${notes.join('；')}）` : `${description} (${notes.join(', ')})`;
  }

  override displayWidth(text: string): number {
    return columnsOf(text);
  }

  override boxWrap(text: string, width: number): string {
    const lines = text.split('\n').flatMap((line) => wrap([{ text: line }], Math.max(width, this.minWidthToWrap)));
    return lines.map((line) => line.map((span) => span.text).join('')).join('\n');
  }
}

/** A command that says in its reader's language what is wrong with what was typed. */
class LocalCommand extends Command {
  constructor(
    private readonly line: CommandLine,
    name: string,
  ) {
    super(name);
  }

  private get locale(): Locale {
    return this.line.locale;
  }

  override createHelp(): Help {
    return new LocalHelp(this.locale);
  }

  refuse(key: UsageKey, params: Said['params'] = {}, near = ''): never {
    const problem = { key, params, near, command: fullName(this) };
    // A value that Concord refuses and a word that it does not know end alike: exit code 2, by cli.ts.
    if (!this.line.forPrograms) this.error(usageText(problem, this.locale));
    this.line.out(usageDocument(problem));
    throw new CommanderError(2, 'concord.usage', key);
  }

  missingArgument(name: string): void {
    this.refuseMissing('missing-argument', { name });
  }

  optionMissingArgument({ flags }: Option): void {
    this.refuse('missing-value', { flags });
  }

  missingMandatoryOptionValue({ flags }: Option): void {
    this.refuseMissing('missing-option', { flags });
  }

  /** Commander tells the first that is missing; whoever types again is to know all. */
  private refuseMissing(key: 'missing-argument' | 'missing-option', first: Params): never {
    const words = this.registeredArguments.filter((argument, index) => argument.required && this.args[index] === undefined);
    const options = this.options.filter((option) => option.mandatory && this.getOptionValue(option.attributeName()) === undefined);
    const missing = [...words.map((argument) => `<${argument.name()}>`), ...options.map(({ flags }) => flags)];
    return missing.length > 1 ? this.refuse('missing-several', { missing: missing.join(' ') }) : this.refuse(key, first);
  }

  /** Help on a command that there is none of is a slip like any other; on `help` it is that of the program. */
  _dispatchHelpCommand(name: string | undefined): this {
    const command = this.commands.find((each) => each.name() === name);
    if (command !== undefined) return command.help();
    if (name === undefined || name === 'help') return this.help();
    const known = this.commands.map((each) => each.name());
    return this.refuse('unknown-command', { name }, nearest(name, known));
  }

  _conflictingOption(one: Option, other: Option): void {
    this.refuse('options-conflict', { one: one.flags, other: other.flags });
  }

  unknownOption(flag: string): void {
    const known = [this, this.parent].flatMap((command) => command?.options.map(({ long }) => long ?? '') ?? []);
    this.refuse('unknown-option', { flag }, flag === '-v' ? '-V' : nearest(flag, [...known, '--help']));
  }

  unknownCommand(): void {
    const [name = ''] = this.args;
    const known = this.commands.map((command) => command.name());
    this.refuse('unknown-command', { name }, name === 'version' ? '--version' : nearest(name, known));
  }

  _excessArguments(found: readonly string[]): void {
    const surplus = found[this.registeredArguments.length] ?? '';
    const params = { command: this.name(), expected: this.registeredArguments.length, surplus };
    // the periods of some verbs are arguments, those of others an option
    const takesPeriod = this.options.some(({ long }) => long === '--period');
    this.refuse('too-many-arguments', params, takesPeriod && PERIOD.test(surplus) ? `--period ${surplus}` : '');
  }

  _callParseArg(target: Option | Argument, value: string, previous: unknown): unknown {
    try {
      return target.parseArg?.(value, previous as never);
    } catch (error) {
      if (!(error instanceof RefusedValue)) throw error;
      const { why } = error;
      return target instanceof Option
        ? this.refuse('invalid-option', { flags: target.flags, value, why })
        : this.refuse('invalid-argument', { name: target.name(), value, why });
    }
  }
}

/** What all options begin with says nothing of which is meant. */
const bareName = (word: string): string => word.replace(/^--/, '');

/** A period as it is typed: `2026-03`, `2026-Q1`, `2026-W09`. */
const PERIOD = /^\d{4}-(\d{2}|Q\d|W\d{2})$/;

/** The known word that a typing error may have been meant for; none where all are far. */
function nearest(word: string, known: readonly string[]): string {
  const [best] = known
    .map((name) => ({ name, far: distance(bareName(word), bareName(name)) }))
    .filter(({ name, far }) => far <= Math.max(1, Math.floor(bareName(name).length * 0.4)))
    .sort((a, b) => a.far - b.far);
  return best?.name ?? '';
}
