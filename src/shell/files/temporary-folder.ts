import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for what nobody has named a place for. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'concord-demo-'));
}
