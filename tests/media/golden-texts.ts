import { readdirSync, readFileSync } from 'node:fs';

/** A golden folder's one contract, as texts by their paths in a repository. */
export function golden(name: string): { readonly id: string; readonly folder: URL; readonly texts: Map<string, string> } {
  const folder = new URL(`../golden/${name}/`, import.meta.url);
  const [id = ''] = readdirSync(new URL('contracts/', folder));
  const own = new URL(`contracts/${id}/`, folder);
  const files = readdirSync(own).filter((file) => file.endsWith('.yaml'));
  return { id, folder, texts: new Map(files.map((file) => [`contracts/${id}/${file}`, readFileSync(new URL(file, own), 'utf8')])) };
}
