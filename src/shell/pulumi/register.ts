import * as pulumi from '@pulumi/pulumi';
import { isList, referencesIn } from '../../provision/input-values.js';
import type { InputFields, InputValue, Reference, ResourceSpec } from '../../provision/model.js';
import { RESOURCE_CLASSES } from './resource-classes.js';

/** Resources that exist by now, by the name of their spec. */
export type Registered = ReadonlyMap<string, pulumi.CustomResource>;

/**
 * Registers every spec with the engine, in their order.
 * @param secrets the stack's configuration, of which secrets are taken.
 * @param common the provider through which all of them are made, so that none is made in whatever project happens to be the
 *   default; and what the engine asks when one is refused.
 * @throws pulumi.RunError before anything is registered, when a spec names one that does not stand before it.
 */
export function register(
  specs: readonly ResourceSpec[],
  secrets: pulumi.Config,
  common: Pick<pulumi.CustomResourceOptions, 'provider' | 'hooks'>,
): Registered {
  checkOrder(specs);
  const made = new Map<string, pulumi.CustomResource>();
  for (const spec of specs) {
    const dependsOn = spec.dependsOn.map((name) => resourceOf(made, name));
    const { protect, retainOnDelete } = spec;
    const inputs = resolveFields(spec.inputs, made, secrets);
    made.set(spec.name, RESOURCE_CLASSES[spec.type].make(spec.name, inputs, { protect, retainOnDelete, dependsOn, ...common }));
  }
  return made;
}

/** Data of specs as the engine takes it: references become outputs, secrets are marked as such. */
export function resolveFields(fields: InputFields, made: Registered, secrets: pulumi.Config): pulumi.Inputs {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, resolve(value, made, secrets)]])),
  );
}

function resolve(value: InputValue, made: Registered, secrets: pulumi.Config): unknown {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((entry) => resolve(entry, made, secrets));
  switch (value.tag) {
    case 'reference':
      return outputOf(value, made);
    case 'secret':
      return secrets.requireSecret(value.secret);
    case 'joined':
      return pulumi
        .all(value.parts.map((part) => (typeof part === 'string' ? part : outputOf(part, made))))
        .apply((parts) => parts.map(String).join(''));
    case undefined:
      return resolveFields(value, made, secrets);
  }
}

function outputOf({ ref, property }: Reference, made: Registered): pulumi.Output<unknown> {
  const output: unknown = Reflect.get(resourceOf(made, ref), property);
  if (!pulumi.Output.isInstance<unknown>(output)) throw new pulumi.RunError(`${ref} has no output ${property}`);
  return output;
}

function resourceOf(made: Registered, name: string): pulumi.CustomResource {
  const resource = made.get(name);
  if (resource === undefined) throw new pulumi.RunError(`${name} is needed before it is made`);
  return resource;
}

/** Half a plan must never reach the engine, which would take the other half for gone. */
function checkOrder(specs: readonly ResourceSpec[]): void {
  const before = new Set<string>();
  for (const spec of specs) {
    if (before.has(spec.name)) throw new pulumi.RunError(`${spec.name} stands twice in the plan`);
    const missing = [...spec.dependsOn, ...referencesIn(spec.inputs)].find((name) => !before.has(name));
    if (missing !== undefined) throw new pulumi.RunError(`${spec.name} needs ${missing}, which does not stand before it`);
    before.add(spec.name);
  }
}
