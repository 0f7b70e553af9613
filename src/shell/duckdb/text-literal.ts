/** Text as a literal of SQL: for what this program puts into statements of its own, such as paths, which cannot be bound. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
