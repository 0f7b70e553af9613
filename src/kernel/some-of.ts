/** The first names for a message, and how many more there are. */
export function someOf(names: readonly string[], most = 12): readonly string[] {
  return names.length > most ? [...names.slice(0, most), `… (+${names.length - most})`] : names;
}
