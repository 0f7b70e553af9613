import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GOLDEN, goldenFolders } from '../../scripts/golden.mjs';

/** A working relationship to start mutations from. */
export interface Specimen {
  readonly name: string;
  readonly contract: string;
  /** Root-relative path → text, without a ledger. */
  readonly texts: ReadonlyMap<string, string>;
  /** Absolute path of its data folder. */
  readonly data: string;
  /** The dates of its steps, and the last of them: all of its periods are due by then. */
  readonly dates: readonly string[];
  readonly asOf: string;
}

/** The golden folders as they stand at their first step, with a workspace of their own. */
export function corpus(): Specimen[] {
  return goldenFolders().map((name) => {
    const root = join(GOLDEN, name);
    const texts = new Map(filesBelow(root, 'contracts').map((path) => [path, readFileSync(join(root, path), 'utf8')]));
    texts.set('contracts/workspace.yaml', WORKSPACE);
    const steps = JSON.parse(readFileSync(join(root, 'steps.json'), 'utf8')) as { asOf: string }[];
    const contract = [...texts.keys()].find((path) => path.endsWith('/contract.yaml'))?.split('/')[1] ?? '';
    const dates = steps.map((step) => step.asOf);
    return { name, contract, texts, data: join(root, 'data'), dates, asOf: dates.at(-1) ?? '' };
  });
}

export function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}

const WORKSPACE = `people:
  mei: { name: Mei Lin, github: 101 }
  tom: { name: Tom Berg, github: 102 }
governance: { brand: [mei], provider: [tom] }
warehouse: { engine: duckdb, data: data }
lint: { single-kpi: off }
`;
