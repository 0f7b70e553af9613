import { WRITTEN_SCHEMAS } from '../generated/schemas.js';
import * as validators from '../generated/validators.js';
import type { WrittenContract, WrittenDefinitions, WrittenEvent, WrittenStack, WrittenWorkspace } from '../generated/written.js';
import { type Checked, inFile } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import { cutTexts } from './cut-texts.js';
import { KnownNames } from './known-names.js';
import { type ParsedFile, parseYaml } from './parse-yaml.js';
import { schemaIssues, type ValidationError } from './schema-issues.js';
import type { Source } from './source.js';

interface WrittenKinds {
  readonly contract: WrittenContract;
  readonly definitions: WrittenDefinitions;
  readonly event: WrittenEvent;
  readonly workspace: WrittenWorkspace;
  readonly stack: WrittenStack;
}

/** A file that its schema accepts. */
export interface Written<T> {
  readonly data: T;
  readonly source: Source;
}

/** A compiled validator: says whether data is accepted and leaves the errors of the last call on itself. */
interface Validate {
  (data: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

const VALIDATORS: Readonly<Record<keyof WrittenKinds, Validate>> = validators;

/** Parses a file and holds it against its schema. Issues: everything that {@link parseYaml} and the schema find. */
export function parseWritten<K extends keyof WrittenKinds>(
  kind: K,
  path: string,
  text: string,
  known?: () => KnownNames,
): Checked<Written<WrittenKinds[K]>> {
  const { file, issues } = parseYaml(path, text, (data) => mistakes(kind, data));
  if (file === null) return { value: null, issues };
  if (file.data === null) return { value: null, issues: [issue('file-empty', inFile(path), { file: path, remedy: `@empty.${kind}` })] };
  const checked = checkWritten(kind, file, known);
  return { ...checked, issues: [...issues, ...checked.issues] };
}

function mistakes(kind: keyof WrittenKinds, data: unknown): number {
  const validate = VALIDATORS[kind];
  return validate(data) ? 0 : (validate.errors?.length ?? 0);
}

/**
 * Holds a file, or a part of one, against its schema.
 * @param known what the files beside it name; asked for only where something is wrong.
 */
export function checkWritten<K extends keyof WrittenKinds>(
  kind: K,
  file: ParsedFile,
  known: () => KnownNames = () => new KnownNames(file.data),
): Checked<Written<WrittenKinds[K]>> {
  const validate = VALIDATORS[kind];
  const schema = WRITTEN_SCHEMAS[kind];
  const cut = cutTexts(schema, file);
  // The schema from which the type is generated has just accepted the data.
  if (validate(file.data)) return { value: { data: file.data as WrittenKinds[K], source: file.source }, issues: cut };
  return { value: null, issues: [...cut, ...schemaIssues(schema, file, validate.errors ?? [], known())] };
}
