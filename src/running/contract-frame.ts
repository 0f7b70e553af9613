import { parseWritten } from '../contract/parse-written.js';
import { contractFile } from '../contract/paths.js';
import type { CommandContext } from './context.js';
import { readWorkspace } from './read-workspace.js';

/** What a contract's own text says of money and days; what stands there where it says nothing. */
export interface ImportFrame {
  readonly currency: string;
  readonly zone: string;
}

const UNSAID: ImportFrame = { currency: 'USD', zone: 'UTC' };

/** The currency and zone of a contract, which need not be finished; before there is one, those that new contracts begin with. */
export async function frameOf({ files }: CommandContext, id: string | null): Promise<ImportFrame> {
  const text = id === null ? null : await files.read(contractFile(id));
  const { value } = text === null ? { value: null } : parseWritten('contract', contractFile(id ?? ''), text);
  if (value === null) {
    const { workspace } = await readWorkspace(files);
    return { currency: workspace?.defaults.currency ?? UNSAID.currency, zone: workspace?.defaults.timezone ?? UNSAID.zone };
  }
  return { currency: value.data.currency, zone: value.data.calendar.timezone };
}
