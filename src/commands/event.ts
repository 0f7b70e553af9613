import { parse, stringify } from 'yaml';
import { loadContract } from '../contract/load-contract.js';
import type { LocalDate } from '../kernel/calendar.js';
import { commandText } from '../kernel/catalogue/command-text.js';
import type { Issue } from '../kernel/issue.js';
import { commandIssue } from './command-issue.js';
import type { CommandContext, CommandResult } from './context.js';
import { failed, hasErrors } from './issue-output.js';
import { selectContract } from './select.js';
import { asOfFor } from './settlement-run.js';

export interface EventOptions {
  readonly contract: string;
  readonly kind: string;
  /** `name=value`, the value as YAML. */
  readonly fields: readonly string[];
  /** The day it counts from; null: today (`--as-of`). */
  readonly date: LocalDate | null;
  /** End of the file's name; null: the kind. */
  readonly slug: string | null;
}

const SCHEMA_LINE = '# yaml-language-server: $schema=../../../schemas/event.schema.json';

/** `concord event`: writes an event file once it passes every check together with the contract. */
export async function writeEvent(context: CommandContext, options: EventOptions): Promise<CommandResult> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(context, issues, new Map(), 2);
  if (contract.folder === null) return failed(context, contract.issues, contract.texts);
  const date = options.date ?? asOfFor(context, contract.folder.terms.contract.calendar.timezone);
  const slug = (options.slug ?? options.kind).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const path = `contracts/${contract.id}/events/${date}-${slug}.yaml`;
  const wrong: Issue[] = [];
  const fields = readFields(options.fields, path, wrong);
  if (contract.texts.has(path)) wrong.push(commandIssue('file-exists', path, { path }));
  if (wrong.length > 0) return failed(context, wrong, contract.texts, 2);
  const text = `${SCHEMA_LINE}\n${stringify({ kind: options.kind, ...fields })}`;
  const texts = new Map([...contract.texts, [path, text]]);
  const checked = loadContract(contract.id, texts);
  if (hasErrors(checked.issues)) return failed(context, checked.issues, texts);
  await context.files.write(path, text);
  return { exitCode: 0, output: `${commandText('event-written', context.locale, { path })}\n` };
}

function readFields(pairs: readonly string[], path: string, issues: Issue[]): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const pair of pairs) {
    const cut = pair.indexOf('=');
    if (cut < 1) issues.push(commandIssue('event-field', path, { found: pair }));
    else fields.set(pair.slice(0, cut), readValue(pair.slice(cut + 1)));
  }
  return Object.fromEntries(fields);
}

/** Decimals stay text, so that `0.10` is written as it was given. */
function readValue(text: string): unknown {
  if (/^[+-]?\d+\.\d+$/.test(text)) return text;
  try {
    return parse(text, { schema: 'core' }) ?? text;
  } catch {
    return text; // not YAML: plain text such as `returns: see mail`
  }
}
