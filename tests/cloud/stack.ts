import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { WORKSPACE_FILE } from '../../src/contract/paths.js';
import { type ContractChoices, contractTexts, SETTINGS, WORKSPACE } from '../provision/sample.js';
import { LoopbackGoogle } from '../pulumi/loopback/google/google.js';
import { QuestionServer } from '../pulumi/loopback/google/http.js';
import type { GoogleOptions } from '../pulumi/loopback/google/world.js';
import { REPOSITORY } from '../run-cli.js';
import { LoopbackProvider } from './provider.js';

const STACK = 'production';

export interface Step {
  readonly exitCode: number;
  /** By what was done: create, update, same, delete, replace. */
  readonly counts: Readonly<Record<string, number>>;
  /** What Google refused on the way, tried again or not. */
  readonly refused: readonly string[];
  /** What Pulumi says. */
  readonly said: string;
}

const PACK = ['--policy-pack', 'policy'];
const COMMANDS = {
  preview: ['preview', ...PACK],
  up: ['up', '--yes', '--skip-preview', ...PACK],
  destroy: ['destroy', '--yes'],
  'destroy what is not protected': ['destroy', '--yes', '--exclude-protected'],
  'destroy without a preview': ['destroy', '--yes', '--skip-preview'],
} as const;

/** A repository with a stack in a folder of its own, brought up by the real Pulumi CLI with a backend of files. */
export class RealStack {
  readonly google: LoopbackGoogle;
  readonly provider: LoopbackProvider;
  readonly #root = mkdtempSync(join(tmpdir(), 'concord-cloud-'));
  readonly #questions: QuestionServer;
  #environment: NodeJS.ProcessEnv = {};

  constructor(google: GoogleOptions) {
    this.google = new LoopbackGoogle(google);
    this.provider = new LoopbackProvider(this.google);
    this.#questions = new QuestionServer(this.google);
  }

  async start(): Promise<void> {
    const root = this.#root;
    for (const name of ['dist', 'node_modules', 'policy', 'package.json', 'Pulumi.yaml'])
      symlinkSync(join(REPOSITORY, name), join(root, name));
    mkdirSync(join(root, '.state'));
    const { CONCORD_PULUMI_BIN: folder } = process.env;
    this.#environment = {
      PATH: [...(folder === undefined ? [] : [folder]), process.env.PATH].join(delimiter),
      HOME: join(root, '.home'),
      PULUMI_HOME: join(root, '.home'),
      PULUMI_BACKEND_URL: `file://${join(root, '.state')}`,
      PULUMI_CONFIG_PASSPHRASE: 'loopback',
      PULUMI_SKIP_UPDATE_CHECK: 'true',
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
      PULUMI_DEBUG_PROVIDERS: `gcp:${await this.provider.start()}`,
      BIGQUERY_EMULATOR_HOST: await this.#questions.start(),
    };
    await this.pulumi(['stack', 'init', STACK]);
  }

  stop(): void {
    this.provider.stop();
    this.#questions.stop();
    rmSync(this.#root, { recursive: true, force: true });
  }

  /** Writes contracts and settings; contracts that were there before and are not named are taken out. */
  write(contracts: readonly ContractChoices[], more: string, secrets: Readonly<Record<string, string>> = {}): Promise<void> {
    rmSync(join(this.#root, 'contracts'), { recursive: true, force: true });
    const texts = new Map(contracts.flatMap((choices) => [...contractTexts(choices)]));
    texts.set(WORKSPACE_FILE, WORKSPACE);
    for (const [path, text] of texts) {
      mkdirSync(dirname(join(this.#root, path)), { recursive: true });
      writeFileSync(join(this.#root, path), text);
    }
    const settings: unknown = parse(SETTINGS + more);
    return this.#configure(settings, secrets);
  }

  async #configure(settings: unknown, secrets: Readonly<Record<string, string>>): Promise<void> {
    writeFileSync(join(this.#root, `Pulumi.${STACK}.yaml`), stringify({ config: { 'concord:settings': settings } }));
    for (const [key, value] of Object.entries(secrets)) await this.pulumi(['config', 'set', '--secret', `concord:${key}`, value]);
  }

  /** With the policy pack where something is made. A preview is a step of its own, since it looks with the rights of a caller. */
  async step(command: keyof typeof COMMANDS, asOf = '2026-05-01'): Promise<Step> {
    const before = this.provider.refused.length;
    const { exitCode, said } = await this.pulumi([...COMMANDS[command], '--non-interactive', '--diff'], { CONCORD_AS_OF: asOf }, false);
    return { exitCode, said, counts: countsIn(said), refused: this.provider.refused.slice(before) };
  }

  async pulumi(args: readonly string[], more: NodeJS.ProcessEnv = {}, must = true): Promise<{ exitCode: number; said: string }> {
    const env = { ...this.#environment, ...more };
    const stack = args[0] === 'stack' ? [] : ['--stack', STACK];
    return new Promise((resolve, reject) => {
      execFile('pulumi', [...args, ...stack], { cwd: this.#root, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        const said = `${stdout}${stderr}`;
        if (must && exitCode !== 0) reject(new Error(`pulumi ${args.join(' ')}: ${said}${String(error)}`));
        else resolve({ exitCode, said });
      });
    });
  }
}

/** `+ 64 to create`, `~ 2 updated`, `67 unchanged`: the summary at the end. */
function countsIn(said: string): Record<string, number> {
  const [summary = ''] = said.slice(said.lastIndexOf('Resources:')).split('\n\n');
  const found = [
    ...summary.matchAll(/\b(\d+) (?:to )?(create|update|delete|replace|unchanged|created|updated|deleted|replaced|errored)\b/g),
  ];
  return Object.fromEntries(found.map(([, count, what = '']) => [what, Number(count)]));
}
