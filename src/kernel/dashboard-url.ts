/** A table of BigQuery that a dashboard is made from. */
export interface DashboardTable {
  readonly project: string;
  readonly dataset: string;
  readonly table: string;
}

/**
 * The address that opens a new Data Studio (formerly Looker Studio) report on a table. Whoever opens it sees the table with
 * rights of their own.
 * @param title the report's name.
 */
export function dashboardUrl({ project, dataset, table }: DashboardTable, title: string): string {
  const parameters: readonly (readonly [string, string])[] = [
    ['ds.connector', 'bigQuery'],
    ['ds.type', 'TABLE'],
    ['ds.projectId', project],
    ['ds.datasetId', dataset],
    ['ds.tableId', table],
    ['r.reportName', title],
  ];
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `https://datastudio.google.com/reporting/create?${query}`;
}
