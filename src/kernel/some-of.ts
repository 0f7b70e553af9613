/** The first names for a message, and how many more there are, as data of no language; `fillerText` says it in words. */
export function someOf(names: readonly string[], most = 12): readonly string[] {
  return names.length > most ? [...names.slice(0, most), `… (+${names.length - most})`] : names;
}

/** How many more an item of such a list stands for; null where it is a name. */
export function moreOf(item: string | undefined): number | null {
  const more = /^… \(\+(\d+)\)$/.exec(item ?? '')?.[1];
  return more === undefined ? null : Number(more);
}
