import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { parse, stringify } from 'yaml';
import { WORKSPACE_FILE } from '../../src/contract/paths.js';
import { type ContractChoices, contractTexts, SETTINGS, WORKSPACE } from '../provision/sample.js';
import { REPOSITORY } from '../run-cli.js';
import type { Cloud } from './loopback/cloud.js';
import { type ProgramRun, runProgram } from './loopback/engine.js';
import { QuestionServer } from './loopback/google/http.js';

/** A repository with a stack, and the day on which its program runs. */
export interface StackPlace {
  readonly contracts: readonly ContractChoices[];
  readonly workspace?: string;
  /** Settings, as YAML, in place of {@link SETTINGS}. */
  readonly settings?: string;
  /** Settings beyond those, as YAML. */
  readonly more?: string;
  /** Null: the day is left to the clock. */
  readonly asOf?: string | null;
  readonly preview?: boolean;
  /** Name below `concord:` → value, encrypted in the stack's file. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Where an update is made and what is asked before; without it nobody answers, and everything counts as made. */
  readonly cloud?: Cloud;
  readonly locale?: 'zh';
}

const STACK = 'production';
/** A port that nobody listens on. */
const NOBODY = 'http://127.0.0.1:1';
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Runs the compiled program on a repository, as Pulumi does. */
export async function runStack(place: StackPlace): Promise<ProgramRun> {
  const { contracts, workspace = WORKSPACE, more = '', asOf = '2026-05-01', preview = false, secrets = {}, cloud, locale } = place;
  const root = mkdtempSync(join(tmpdir(), 'concord-stack-'));
  made.push(root);
  const settings: unknown = parse(`${place.settings ?? SETTINGS}${more}`);
  const texts = new Map(contracts.flatMap((choices) => [...contractTexts(choices)]));
  texts.set(WORKSPACE_FILE, workspace);
  texts.set(`Pulumi.${STACK}.yaml`, stringify({ config: { 'concord:settings': settings } }));
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const questions = cloud === undefined ? null : new QuestionServer(cloud.google);
  const environment = {
    BIGQUERY_EMULATOR_HOST: (await questions?.start()) ?? NOBODY,
    ...(asOf === null ? {} : { CONCORD_AS_OF: asOf }),
    ...(locale === undefined ? {} : { CONCORD_LOCALE: locale }),
  };
  const run = runProgram({
    root,
    program: { folder: join(REPOSITORY, 'dist/shell/pulumi'), file: 'program.js' },
    stack: STACK,
    config: { settings: JSON.stringify(settings), ...secrets },
    secretKeys: Object.keys(secrets),
    preview,
    environment,
    project: 'acme-kpi',
    ...(cloud === undefined ? {} : { cloud }),
  });
  return run.finally(() => questions?.stop());
}
