import type { Contract } from '../contract/model.js';

/** A clause, or a field of it: a path that the contract does not have, or has no more, does not compile. */
export type ClausePath<Name extends keyof Contract, Between extends string> = Name extends keyof Contract
  ? Name | `${Name}${Between}${string & keyof NonNullable<Contract[Name]>}`
  : never;
