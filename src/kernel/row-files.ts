/** Endings of files that are read as rows, and of no other: by a name's ending alone the engine reads it, and the gate takes it for rows. */
export const ROW_ENDINGS = ['parquet', 'csv', 'csv.gz', 'tsv', 'tsv.gz', 'txt', 'txt.gz', 'xlsx'] as const;
