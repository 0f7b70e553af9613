import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BookStep } from './book.js';
import type { BookEvent, ContractText, DefinitionsText } from './documents.js';
import type { Row, Tables } from './measuring.js';

/* Case folders in the form of the reference cases: documents as JSON, tables as CSV, steps in `case.json`. */

interface CaseStep {
  readonly asOf: string;
  readonly data?: string;
  readonly contract?: string;
  readonly definitions?: string;
  readonly addEvents?: readonly { readonly file: string; readonly event: object }[];
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** Reads CSV: an empty unquoted field is NULL, an empty quoted one is text. */
function readCsv(text: string): Row[] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  let cell = '';
  let quoted = false;
  let inQuotes = false;
  const endCell = () => {
    row.push(cell === '' && !quoted ? null : cell);
    cell = '';
    quoted = false;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inQuotes) {
      if (character === '"' && text[at + 1] === '"') cell += text[at++];
      else if (character === '"') inQuotes = false;
      else cell += character;
    } else if (character === '"') {
      inQuotes = true;
      quoted = true;
    } else if (character === ',') endCell();
    else if (character === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else if (character !== '\r') cell += character;
  }
  if (cell !== '' || row.length > 0) {
    endCell();
    rows.push(row);
  }
  const [header = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(header.map((name, at) => [name ?? '', cells[at] ?? null])));
}

function readTables(folder: string): Tables {
  const tables = new Map<string, readonly Row[]>();
  for (const dataset of readdirSync(folder, { withFileTypes: true })) {
    if (!dataset.isDirectory()) continue;
    for (const file of readdirSync(join(folder, dataset.name))) {
      if (file.endsWith('.csv'))
        tables.set(`${dataset.name}.${file.slice(0, -4)}`, readCsv(readFileSync(join(folder, dataset.name, file), 'utf8')));
    }
  }
  return tables;
}

/** The steps of a case folder, with everything that lies there on each day. */
export function readCase(folder: string, contractId: string): BookStep[] {
  const home = join(folder, 'contracts', contractId);
  let contract = json<ContractText>(join(home, 'contract.yaml'));
  let definitions = json<DefinitionsText>(join(home, 'definitions.yaml'));
  let tables = readTables(join(folder, 'data'));
  const events: BookEvent[] = existsSync(join(home, 'events'))
    ? readdirSync(join(home, 'events')).map((file) => ({ ...json<BookEvent>(join(home, 'events', file)), file }))
    : [];
  return json<CaseStep[]>(join(folder, 'case.json')).map((step) => {
    if (step.data !== undefined) tables = readTables(join(folder, step.data));
    if (step.contract !== undefined) contract = json(join(folder, step.contract));
    if (step.definitions !== undefined) definitions = json(join(folder, step.definitions));
    for (const { file, event } of step.addEvents ?? []) events.push({ ...event, file } as BookEvent);
    return { asOf: step.asOf, terms: { contract, definitions }, events: [...events], tables };
  });
}
