import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { score } from '../../src/commands/run/score.js';
import { contextFor, run } from '../in-process.js';
import { DECLARED, type Declared, definitionsText, HERE, tenthOf } from './declared.js';

interface Card {
  readonly lines: readonly { readonly id: string; readonly amount: string; readonly held: boolean }[];
}

/** What `score` answers: the commission, `held`, or `issue`. */
async function answer(name: string, declared: Declared): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'concord-formats-'));
  try {
    cpSync(join(HERE, 'exports', name), root, { recursive: true });
    rmSync(join(root, 'contracts/case/views'), { recursive: true, force: true });
    writeFileSync(join(root, 'contracts/case/definitions.yaml'), definitionsText(declared));
    const said = await run(contextFor({ root, asOf: '2026-02-10' }), (context) => score(context, { contract: 'case', period: '2026-01' }));
    expect(said.crash).toBeNull();
    if (said.exitCode !== 0) return 'issue';
    const line = (JSON.parse(said.output) as Card).lines.find(({ id }) => id === 'sales');
    return line?.held === true ? 'held' : (line?.amount ?? 'absent');
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('exports with their form declared', () => {
  test.each(Object.entries(DECLARED))('%s', async (name, declared) => {
    expect(await answer(name, declared)).toBe(tenthOf(declared.base));
  });
});
