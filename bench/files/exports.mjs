import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * Exports to read: text with two lines above its header and numbers like "1,234.50", and a workbook. Made once, of counters alone.
 */

const DAY = 86_400_000;
const day = (row) => new Date(Date.UTC(2026, 0, 1) + (row % 31) * DAY).toISOString().slice(0, 10);
const cents = (row) => (row * 7919) % 1_000_000;
const amount = (row) => `${Math.floor(cents(row) / 100)}.${String(cents(row) % 100).padStart(2, '0')}`;
const grouped = (text) => text.replace(/\B(?=(\d{3})+\.)/g, ',');

/** @param {{ folder: string, megabytes: number }} options @returns {Promise<string>} the data folder; table ads.report */
export async function textExport({ folder, megabytes }) {
  const data = join(folder, `text-${megabytes}`);
  const path = join(data, 'ads', 'report.csv');
  if (existsSync(path)) return data;
  mkdirSync(join(data, 'ads'), { recursive: true });
  const stream = createWriteStream(path);
  stream.write('Report\n1 January 2026 - 31 January 2026\nDay,Id,Campaign,Currency,Cost,Clicks\n');
  let [row, bytes] = [0, 0];
  while (bytes < megabytes * 1_000_000) {
    let block = '';
    for (let index = 0; index < 10_000; index += 1, row += 1) {
      block += `${day(row)},${row},Campaign ${row % 50} of the spring collection,USD,"${grouped(amount(row))}",${row % 100}\n`;
    }
    bytes += block.length;
    if (!stream.write(block)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return data;
}

/** @param {{ folder: string, rows: number, repository: string }} options @returns {Promise<string>} the data folder; table shop.orders */
export async function workbookExport({ folder, rows, repository }) {
  const data = join(folder, `sheet-${rows}`);
  const path = join(data, 'shop', 'orders.xlsx');
  if (existsSync(path)) return data;
  mkdirSync(join(data, 'shop'), { recursive: true });
  const { zipSync } = await import(pathToFileURL(createRequire(join(repository, 'package.json')).resolve('fflate')).href);
  const cell = (column, row, text) => `<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const body = [`<row r="1">${cell('A', 1, 'id')}${cell('B', 1, 'day')}${cell('C', 1, 'status')}${cell('D', 1, 'amount')}</row>`];
  for (let row = 0; row < rows; row += 1) {
    const at = row + 2;
    body.push(
      `<row r="${at}">${cell('A', at, `A${row}`)}${cell('B', at, day(row))}${cell('C', at, 'Completed')}<c r="D${at}"><v>${amount(row)}</v></c></row>`,
    );
  }
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const parts = 'http://schemas.openxmlformats.org/package/2006';
  const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const texts = {
    '[Content_Types].xml': `<Types xmlns="${parts}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${parts}/relationships"><Relationship Id="rId1" Type="${document}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${document}"><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${parts}/relationships"><Relationship Id="rId1" Type="${document}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${body.join('')}</sheetData></worksheet>`,
  };
  writeFileSync(path, zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)])), { level: 1 }));
  return data;
}
