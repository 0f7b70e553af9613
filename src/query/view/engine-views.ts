/**
 * What DuckDB finds without a schema and no data folder has put there: its catalogue, settings, paths and logs. Its version is pinned,
 * and a test holds the list against what the engine finds.
 */
export const ENGINE_VIEWS: ReadonlySet<string> = new Set(
  [
    'duckdb_columns duckdb_constraints duckdb_databases duckdb_indexes duckdb_logs duckdb_schemas duckdb_tables duckdb_types duckdb_views',
    'pg_am pg_attrdef pg_attribute pg_class pg_collation pg_constraint pg_database pg_depend pg_description pg_enum pg_index pg_indexes',
    'pg_namespace pg_prepared_statements pg_proc pg_sequence pg_sequences pg_settings pg_tables pg_tablespace pg_type pg_views',
    'pragma_database_list sqlite_master sqlite_schema sqlite_temp_master sqlite_temp_schema',
  ].flatMap((line) => line.split(' ')),
);
