import { type Sql, sql, trusted } from './sql.js';

/** Named columns of a SELECT, each expression once. */
export class Columns {
  private readonly names = new Map<string, string>();
  readonly list: Sql[] = [];

  constructor(private readonly prefix: string) {}

  /** The name of an expression's column. */
  add(key: string, expression: Sql): Sql {
    const known = this.names.get(key);
    if (known !== undefined) return trusted(known);
    const fresh = `${this.prefix}${this.names.size}`;
    this.names.set(key, fresh);
    this.list.push(sql`${expression} AS ${trusted(fresh)}`);
    return trusted(fresh);
  }

  get size(): number {
    return this.names.size;
  }
}
