import { skeletonOf } from '../kernel/look-alike.js';

/** Something with the names that readers know it by. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** Two that readers take for each other, and what the names are. */
export interface Alike {
  readonly first: string;
  readonly second: string;
  readonly names: readonly string[];
}

/** Each that has a name of one before it, or one that looks the same, case aside; beside the first such only. */
export function alike(items: readonly Named[]): Alike[] {
  const known = new Map<string, { readonly id: string; readonly name: string }>();
  return items.flatMap(({ id, names }) => {
    const looks = names.flatMap((name) => [name, name.toLowerCase()].map((form) => ({ name, look: skeletonOf(form) })));
    const clash = looks.find(({ look }) => known.has(look));
    const other = clash === undefined ? undefined : known.get(clash.look);
    for (const { name, look } of looks) if (!known.has(look)) known.set(look, { id, name });
    return clash === undefined || other === undefined
      ? []
      : [{ first: other.id, second: id, names: [...new Set([other.name, clash.name])] }];
  });
}
