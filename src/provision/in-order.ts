import { referencesIn } from './input-values.js';
import type { ResourceSpec } from './model.js';

/**
 * Specs such that each comes after those it needs, else in the order given.
 * @throws RangeError where one needs what is not there, or itself by way of others: no contract can bring that about.
 */
export function inOrder(specs: readonly ResourceSpec[]): ResourceSpec[] {
  const byName = new Map(specs.map((spec) => [spec.name, spec]));
  const placed = new Set<string>();
  const ordered: ResourceSpec[] = [];
  const place = (name: string, way: readonly string[]): void => {
    if (placed.has(name)) return;
    const spec = byName.get(name);
    if (spec === undefined || way.includes(name)) throw new RangeError(`cannot be made: ${[...way, name].join(' → ')}`);
    for (const need of [...referencesIn(spec.inputs), ...spec.dependsOn]) place(need, [...way, name]);
    placed.add(name);
    ordered.push(spec);
  };
  for (const { name } of specs) place(name, []);
  return ordered;
}
