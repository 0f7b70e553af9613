/*
 * The parts of DuckDB's syntax tree that a view may be made of, with the fields of each as this version writes them. A part or a
 * filled field that is not here is refused: it may mean anything.
 *
 * `expression` is told by its class, other parts by their type, and the rest (`rest`) by the field in which they stand.
 */
const fields = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const table = (parts: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(parts).map(([name, list]) => [name, fields(list)]));

const EVERY = 'class type alias query_location';

export const EXPRESSIONS = table({
  BETWEEN: `${EVERY} input lower upper`,
  CASE: `${EVERY} case_checks else_expr`,
  CAST: `${EVERY} child cast_type try_cast`,
  COLUMN_REF: `${EVERY} column_names`,
  COMPARISON: `${EVERY} left right`,
  CONJUNCTION: `${EVERY} children`,
  CONSTANT: `${EVERY} value`,
  FUNCTION: `${EVERY} function_name schema catalog children filter order_bys distinct is_operator export_state`,
  LAMBDA: `${EVERY} lhs expr`,
  OPERATOR: `${EVERY} children`,
  STAR: `${EVERY} relation_name exclude_list replace_list columns expr qualified_exclude_list rename_list`,
  SUBQUERY: `${EVERY} subquery_type subquery child comparison_type`,
  WINDOW: `${EVERY} function_name schema catalog children partitions orders start end start_expr end_expr offset_expr default_expr ignore_nulls filter_expr exclude_clause distinct arg_orders`,
});

const TABLE = 'type alias query_location';

export const TYPED = table({
  // queries
  SELECT_NODE: 'type modifiers cte_map select_list from_table where_clause group_expressions group_sets aggregate_handling having qualify',
  SET_OPERATION_NODE: 'type modifiers cte_map setop_type left right setop_all',
  // what stands after FROM; `sample` and `at_clause` are no fields that a view may fill
  BASE_TABLE: `${TABLE} schema_name table_name column_name_alias catalog_name`,
  EMPTY: TABLE,
  EXPRESSION_LIST: `${TABLE} expected_names expected_types values`,
  JOIN: `${TABLE} left right condition join_type ref_type using_columns delim_flipped duplicate_eliminated_columns`,
  PIVOT: `${TABLE} source aggregates unpivot_names pivots groups column_name_alias include_nulls`,
  SUBQUERY: `${TABLE} subquery column_name_alias`,
  TABLE_FUNCTION: `${TABLE} function column_name_alias with_ordinality`,
  // what is done with the result
  DISTINCT_MODIFIER: 'type distinct_on_targets',
  LIMIT_MODIFIER: 'type limit offset',
  ORDER_MODIFIER: 'type orders',
  ASCENDING: 'type null_order expression',
  DESCENDING: 'type null_order expression',
  ORDER_DEFAULT: 'type null_order expression',
  // types of casts
  ARRAY_TYPE_INFO: 'type alias extension_info child_type size',
  DECIMAL_TYPE_INFO: 'type alias extension_info width scale',
  GENERIC_TYPE_INFO: 'type alias extension_info',
  LIST_TYPE_INFO: 'type alias extension_info child_type',
  STRUCT_TYPE_INFO: 'type alias extension_info child_types',
  UNBOUND_TYPE_INFO: 'type alias extension_info name catalog schema',
});

export const REST = table({
  case_checks: 'when_expr then_expr',
  cast_type: 'id type_info',
  child_type: 'id type_info',
  child_types: 'first second',
  cte_map: 'map',
  entries: 'values star_expr alias',
  key: 'catalog schema table column',
  map: 'key value',
  pivots: 'pivot_expressions unpivot_names entries',
  query: 'node',
  qualified_exclude_list: 'catalog schema table column',
  replace_list: 'key value',
  rename_list: 'key value',
  second: 'id type_info',
  statements: 'node',
  subquery: 'node',
  value: 'aliases query materialized',
});

/** Types that a cast may name; by another name stands whatever the catalogue has. */
export const CAST_TYPES: ReadonlySet<string> = new Set([
  ...fields('BOOLEAN TINYINT SMALLINT INTEGER BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT UHUGEINT FLOAT DOUBLE DECIMAL VARCHAR'),
  ...fields('DATE TIME TIMESTAMP TIMESTAMP_S TIMESTAMP_MS TIMESTAMP_NS INTERVAL BLOB UUID LIST ARRAY STRUCT MAP UNBOUND'),
  'TIMESTAMP WITH TIME ZONE',
]);

/** Kinds of joins that pair rows by their values; by their places, or with the nearest of several, they depend on the order. */
export const JOINS = fields('REGULAR NATURAL CROSS DEPENDENT');

export const OPERATORS = fields(
  'ARRAY_CONSTRUCTOR ARRAY_EXTRACT ARRAY_SLICE COMPARE_IN COMPARE_NOT_IN GROUPING_FUNCTION OPERATOR_COALESCE OPERATOR_IS_NOT_NULL OPERATOR_IS_NULL OPERATOR_NOT OPERATOR_NULLIF OPERATOR_TRY OPERATOR_UNPACK STRUCT_EXTRACT',
);
