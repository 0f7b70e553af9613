/*
 * The functions of DuckDB that a view may use, reviewed one by one: their result depends on their arguments alone, on every
 * machine, in any order of the rows, and is not larger than them but by what the text itself says. Whatever is not here is
 * refused, and so is what a new version of DuckDB brings.
 *
 * Left out on purpose: clocks, chance, sequences, settings, files, logs, catalogues; `error` and everything that takes SQL, a
 * function's or a type's name as text; functions of the machine's mathematical library (exp, ln, pow, sin …), whose last digit
 * differs between machines; approximations; collations; `hash`, which is another one in another version; makers of lists and
 * of long text (range, repeat, format, hex …).
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Of a row's values. */
export const SCALARS = words(`
  !~~ !~~* % & && + - * / // << >> <@ @> @ ^@ | || ~ ~~ ~~* ~~~ ->>
  abs add ascii bit_count bit_length ceil ceiling char_length character_length chr coalesce concat concat_ws contains divide ends_with even
  floor gcd greatest greatest_common_divisor ilike_escape instr isfinite isinf isnan lcase lcm least least_common_multiple left
  left_grapheme len length length_grapheme like_escape lower lpad ltrim md5 mod multiply not_ilike_escape not_like_escape nfc_normalize
  nullif octet_length ord position prefix regexp_escape regexp_extract regexp_full_match regexp_matches regexp_replace replace reverse
  right right_grapheme round round_even roundbankers rpad rtrim sha1 sha256 sign signbit split_part sqrt starts_with strip_accents strlen
  strpos substr substring substring_grapheme subtract suffix translate trim trunc ucase unicode upper xor

  century date_add date_diff date_part date_sub date_trunc datediff datepart datesub datetrunc day dayname dayofmonth dayofweek dayofyear
  days_in_month decade epoch epoch_ms epoch_ns epoch_us era hour isodow isoyear julian last_day make_date make_time make_timestamp
  make_timestamp_ms make_timestamp_ns make_timestamptz microsecond millennium millisecond minute month monthname nanosecond
  normalized_interval quarter second strftime strptime time_bucket timezone timezone_hour timezone_minute to_centuries to_days to_decades
  to_hours to_microseconds to_millennia to_milliseconds to_minutes to_months to_quarters to_seconds to_timestamp to_weeks to_years
  try_strptime week weekday weekofyear year yearweek

  json_array_length json_contains json_exists json_extract json_extract_path json_extract_path_text json_extract_string json_keys
  json_type json_valid json_value
  apply array_apply array_cat array_concat array_contains array_distinct array_extract array_filter array_has array_has_all array_has_any
  array_indexof array_intersect array_length array_position array_reverse_sort array_slice array_sort array_transform array_unique
  array_value cardinality element_at filter list_any_value list_append list_apply list_bool_and list_bool_or list_cat list_concat
  list_contains list_count list_distinct list_element list_extract list_filter list_first list_has list_has_all list_has_any list_indexof
  list_intersect list_last list_max list_min list_pack list_position list_prepend list_reverse list_reverse_sort list_slice list_sort
  list_sum list_transform list_unique list_value list_where list_zip map map_contains map_contains_entry map_contains_value map_entries
  map_extract map_extract_value map_keys map_values regexp_extract_all regexp_split_to_array row split str_split str_split_regex
  string_split string_split_regex string_to_array struct_contains struct_extract struct_extract_at struct_has struct_indexof struct_insert
  struct_pack struct_position struct_update unnest
`);

/** Of many rows, in whatever order they come. */
export const AGGREGATES = words(`
  avg bit_and bit_or bit_xor bool_and bool_or count count_if count_star countif max mean median min product quantile_disc sum
`);

/** Of many rows, the first or last in an order: only with an ORDER BY of their own in which no two different values are equal. */
export const PICKS = words('any_value arbitrary first last');

/** Over a window: places in an order, in which rows that are equal share theirs. */
export const RANKS = words('cume_dist dense_rank percent_rank rank rank_dense');

/** Over a window: places of rows, which need an order. */
export const PLACES = words('first_value lag last_value lead nth_value ntile row_number');

/** Rows that are no table's. */
export const ROW_MAKERS = words('generate_series range unnest');

/** Whose arguments at these places (from 0) must be written out, since they say how large the result is. */
export const WRITTEN_OUT: ReadonlyMap<string, readonly number[]> = new Map([
  ['lpad', [1, 2]],
  ['regexp_replace', [2]],
  ['replace', [2]],
  ['rpad', [1, 2]],
  ['strftime', [1]],
  ['translate', [2]],
]);

/** Known to depend on the order of the rows, so that the reader is told why. */
export const BY_ORDER = words(`
  approx_quantile approx_top_k arg_max arg_max_null arg_max_nulls_last arg_min arg_min_null arg_min_nulls_last argmax argmin array_agg
  corr covar_pop covar_samp entropy favg fsum geomean geometric_mean group_concat json_group_array json_group_object kahan_sum kurtosis
  kurtosis_pop list listagg mad max_by min_by mode quantile quantile_cont regr_avgx regr_avgy regr_intercept regr_r2 regr_slope regr_sxx
  regr_sxy regr_syy reservoir_quantile sem skewness stddev stddev_pop stddev_samp string_agg sumkahan var_pop var_samp variance wavg
  weighted_avg
`);

/** What DuckDB reads as a function where no column has the name. */
export const SESSION_NAMES = words(`
  current_catalog current_database current_date current_localtime current_localtimestamp current_role current_schema current_time
  current_timestamp current_user localtime localtimestamp now session_user today user
`);
