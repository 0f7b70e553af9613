/** Signs that no column of BigQuery has, control characters among them, and how none begins. */
const NOT_IN_BIGQUERY = /[!"$()*,./;?@[\\\]^`{}~\p{Cc}]|^(?:_TABLE_|_FILE_|_PARTITION|_ROW_TIMESTAMP|__ROOT__|_COLIDENTIFIER)/iu;
const LONGEST_IN_BIGQUERY = 300;

/** Whether a table of BigQuery can have a column of this name, however it is quoted. */
export function isBigqueryColumn(name: string): boolean {
  return !NOT_IN_BIGQUERY.test(name) && [...name].length <= LONGEST_IN_BIGQUERY;
}
