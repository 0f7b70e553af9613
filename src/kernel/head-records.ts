/** A record of a file's beginning, and the line on which it begins. */
export interface HeadRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * The first records of delimited text (RFC 4180): as many as are wanted and whole. Read here and not by the engine, which would
 * guess a file's form from its first rows.
 */
export function headRecords(text: string, separator: string, most: number): HeadRecord[] {
  const delimiter = separator === '|' ? '\\|' : separator;
  const FIELD = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^"${delimiter}\\r\\n][^${delimiter}\\r\\n]*)?)(${delimiter}|\\r\\n|\\r|\\n|$)`, 'y');
  const records: HeadRecord[] = [];
  let fields: string[] = [];
  let [line, from] = [1, 1];
  while (records.length < most) {
    const match = FIELD.exec(text);
    if (match === null) break;
    const [whole, quoted, plain, end] = match;
    fields.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    line += whole.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (end === separator) continue;
    records.push({ line: from, fields });
    fields = [];
    from = line;
    if (end === '' || FIELD.lastIndex >= text.length) break;
  }
  return records;
}
