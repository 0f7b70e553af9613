import {
  type Policies,
  type PolicyResource,
  type ResourceValidationArgs,
  type ResourceValidationPolicy,
  type StackValidationPolicy,
  UnknownValueError,
} from '@pulumi/policy';
import { type Filler, fill, LOCALES, type Params } from '../../../kernel/text.js';
import { CLOUD_POLICY, type CloudRule, SECRET_KINDS } from '../../../words/cloud-policy.js';
import type { Household } from './members.js';
import { type PlannedProperties, type PlannedResource, type PlannedValue, UNKNOWN } from './planned-resource.js';
import { RESOURCE_RULES, STACK_RULES } from './rules.js';

/** The rules as Pulumi runs them: each refuses the update. Texts come in both languages, since both parties read previews. */
export function cloudPolicies(household: Household): Policies {
  return [
    ...RESOURCE_RULES.map(
      ({ name, violations }): ResourceValidationPolicy => ({
        ...about(name),
        validateResource: (args, report) => {
          for (const params of violations(plannedResource(args), household)) report(violationText(name, params));
        },
      }),
    ),
    ...STACK_RULES.map(
      ({ name, violations }): StackValidationPolicy => ({
        ...about(name),
        validateStack: ({ resources }, report) => {
          for (const { urn, params } of violations(resources.map(plannedInStack))) report(violationText(name, params), urn);
        },
      }),
    ),
  ];
}

function about(name: CloudRule): { name: string; description: string; enforcementLevel: 'mandatory' } {
  const { rule } = CLOUD_POLICY[name];
  return { name, description: `${rule.en} / ${rule.zh}`, enforcementLevel: 'mandatory' };
}

function violationText(rule: CloudRule, params: Params): string {
  const { violation, remedy } = CLOUD_POLICY[rule];
  return LOCALES.map((locale) => {
    const words = Object.entries(params).map(([name, value]): [string, Filler] => {
      const kind = Object.entries(SECRET_KINDS).find(([id]) => value === `@${id}`)?.[1];
      return [name, kind === undefined ? value : kind[locale]];
    });
    const said = fill(violation, locale, Object.fromEntries(words));
    return locale === 'zh' ? `${said}。${remedy.zh}` : `${said}. ${remedy.en}`;
  }).join('\n');
}

function plannedResource({ urn, type, name, props, opts }: ResourceValidationArgs): PlannedResource {
  return { urn, type, name, properties: plannedProperties(props), protect: opts.protect, madeOf: {} };
}

function plannedInStack({ urn, type, name, props, opts, propertyDependencies }: PolicyResource): PlannedResource {
  const madeOf = Object.entries(propertyDependencies).map(([property, made]) => [property, made.map((each) => each.urn)]);
  return { urn, type, name, properties: plannedProperties(props), protect: opts.protect, madeOf: Object.fromEntries(madeOf) };
}

/** A copy in which what is not known yet is marked: the engine's own object throws at every look at such a value. */
function plannedProperties(props: object): PlannedProperties {
  return Object.fromEntries(Object.keys(props).map((name) => [name, plannedValue(() => Reflect.get(props, name))]));
}

function plannedValue(read: () => unknown): PlannedValue {
  let value: unknown;
  try {
    value = read();
  } catch (error) {
    if (error instanceof UnknownValueError) return UNKNOWN;
    throw error;
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return Array.from({ length: list.length }, (_, index) => plannedValue(() => list[index]));
  }
  return typeof value === 'object' && value !== null ? plannedProperties(value) : null;
}
