// Plays the golden folders of tests/golden and writes what came out into their expected/, through the built CLI:
//   npm run golden             every folder
//   npm run golden -- fx dst   only folders whose name holds one of the words
// tests/golden/golden.test.ts plays them in its own process with the same functions and compares. hand.txt is never written.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const GOLDEN = fileURLToPath(new URL('../tests/golden/', import.meta.url));
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** Names of the golden folders, ascending. */
export function goldenFolders() {
  return readdirSync(GOLDEN, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Plays one folder: for each step of steps.json its data and terms are put in place, then everything due is settled.
 * Returns the statements in full and the texts that belong into expected/.
 */
export async function playFolder(name, settle) {
  const source = join(GOLDEN, name);
  const root = mkdtempSync(join(tmpdir(), `concord-golden-${name}-`));
  try {
    for (const folder of ['contracts', 'data']) cpSync(join(source, folder), join(root, folder), { recursive: true });
    const steps = JSON.parse(readFileSync(join(source, 'steps.json'), 'utf8'));
    const [contract] = readdirSync(join(root, 'contracts')).filter((entry) => !entry.includes('.'));
    const folder = join(root, 'contracts', contract);
    const expected = new Map();
    const statements = [];
    for (const [index, step] of steps.entries()) {
      if (step.data !== undefined) cpSync(join(source, step.data), join(root, 'data'), { recursive: true });
      for (const file of ['contract', 'definitions']) {
        if (step[file] !== undefined) cpSync(join(source, step[file]), join(folder, `${file}.yaml`));
      }
      const result = await settle(root, contract, step.asOf);
      const found = JSON.parse(result.output);
      statements.push(...(found.statements ?? []));
      expected.set(`${index + 1}-${step.asOf}.json`, text(essentialsOf(result.exitCode, found)));
    }
    const last = statements.at(-1);
    if (last !== undefined) expected.set('statement.md', readFileSync(join(folder, 'ledger', last.period, 'statement.md'), 'utf8'));
    return { statements, expected, verified: await settle.verify(root, contract) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function text(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What a step brought, as people compare it; the digests cover every byte besides. */
function essentialsOf(exitCode, found) {
  const issues = found.issues ?? [];
  return {
    ...(exitCode === 0 ? {} : { exitCode }),
    ...(issues.length === 0 ? {} : { issues: issues.map(({ code, at, params }) => ({ code, at, params })) }),
    statements: (found.statements ?? []).map(essentialsOfStatement),
  };
}

function essentialsOfStatement(statement) {
  const { period, from, to, tail, final, composite, compositeState, total, balance, open, changes, anomalies, reconcile } = statement;
  const flagged = reconcile.filter((each) => each.breached).map((each) => `${each.id} ${each.left} : ${each.right}, ${each.onBreach}`);
  return {
    period,
    ...(from === null ? {} : { days: `${from} to ${to}` }),
    ...(tail ? { tail } : {}),
    ...(final ? { final } : {}),
    ...(tail
      ? {}
      : { kpis: object(statement.kpis, kpiText), composite: compositeState.state === 'scored' ? composite : compositeState.state }),
    ...(statement.gates.length === 0
      ? {}
      : { gates: object(statement.gates, (gate) => `${gate.actual} ${gate.limit} ${gate.value}: ${gate.state}`) }),
    ...(flagged.length === 0 ? {} : { breached: flagged }),
    ...(anomalies.length === 0
      ? {}
      : {
          anomalies: object(
            anomalies,
            (each) =>
              `${each.silence === undefined ? `${each.value}, z ${each.z}` : `${each.silence} to ${each.to}`}${each.reviewed ? ', reviewed' : ''}`,
          ),
        }),
    lines: object(statement.lines, lineText),
    ...(statement.held.length === 0 ? {} : { held: statement.held.map((each) => `${each.line}: ${each.reason.code}`) }),
    ...(changes.length === 0
      ? {}
      : { changes: changes.map((each) => `${each.measure} ${each.day ?? each.period}: ${each.before} → ${each.after}`) }),
    total,
    balance,
    open: open.map((each) => `${each.period} ${each.amount}${each.dueOn === null ? '' : ` due ${each.dueOn}`}`),
    digests: {
      terms: statement.termsDigest,
      evidence: statement.evidenceDigest,
      statement: statement.digest,
      document: statement.provenance.statementMd,
    },
  };
}

function object(entries, of) {
  return Object.fromEntries(entries.map((entry) => [entry.id, of(entry)]));
}

function kpiText({ actual, actualExact, score, scoreExact, state, target }) {
  const value = `${actualExact ?? actual} of ${target}`;
  return state === 'scored' ? `${value}: ${scoreExact ?? score}` : `${value}: ${state}`;
}

function lineText({ amount, state, reason, computed, claimed }) {
  if (state === 'held') return `${amount} held: ${reason.code}`;
  if (state === 'disputed') return `${amount} disputed: computed ${computed}, claimed ${claimed}`;
  return reason === null ? amount : `${amount} ${reason.code}`;
}

function cli(args) {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1' };
    execFile(process.execPath, [CLI, ...args, '--format', 'json'], { env, maxBuffer: 1e9 }, (error, stdout, stderr) => {
      if (stderr !== '') process.stderr.write(stderr);
      resolve({ exitCode: error === null ? 0 : error.code, output: stdout });
    });
  });
}

async function main(words) {
  if (!existsSync(CLI)) throw new Error('dist/cli.js is missing: npm run build');
  const settle = (root, contract, asOf) => cli(['settle', contract, '--root', root, '--as-of', asOf]);
  settle.verify = (root, contract) => cli(['verify', contract, '--root', root]);
  for (const name of goldenFolders().filter((each) => words.length === 0 || words.some((word) => each.includes(word)))) {
    const { expected, verified } = await playFolder(name, settle);
    if ([...expected.values()].some((content) => content.includes('"exitCode"'))) throw new Error(`${name}: a step was refused`);
    if (verified.exitCode !== 0) throw new Error(`${name}: the ledger does not verify\n${verified.output}`);
    const folder = join(GOLDEN, name, 'expected');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [file, content] of expected) writeFileSync(join(folder, file), content);
    process.stdout.write(`${name}: ${[...expected.keys()].join(', ')}\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
