import type { WrittenContract, WrittenDefinitions } from '../../generated/written.js';
import type { Issue } from '../../kernel/issue.js';
import type { TermPeriod } from '../../kernel/period.js';
import type { Contract, Definitions } from '../model.js';
import type { Formulas } from '../normalize-definitions.js';
import type { Written } from '../parse-written.js';
import type { Source } from '../source.js';

/** What rules about contract.yaml alone look at. */
export interface ContractCheck {
  /** The folder's name. */
  readonly folder: string;
  readonly contract: Contract;
  readonly written: Written<WrittenContract>;
  readonly periods: readonly TermPeriod[];
  /** Ids of the people in workspace.yaml; null where there is none. */
  readonly people: readonly string[] | null;
}

/** What rules about definitions.yaml alone look at. */
export interface DefinitionsCheck {
  readonly definitions: Definitions;
  readonly formulas: Formulas;
  readonly written: Written<WrittenDefinitions>;
  /** Names that packs offer: an unknown one may be a misspelling of them. */
  readonly offered: readonly string[];
  /** The contract's folder, `contracts/<id>`. */
  readonly root: string;
}

/** What rules about both files look at. */
export interface TermsCheck {
  readonly contract: Contract;
  readonly definitions: Definitions;
  readonly writtenContract: Written<WrittenContract>;
  readonly definitionsSource: Source;
  /** Names that packs offer. */
  readonly offered: readonly string[];
}

/** One rule: a pure function from what it looks at to what it finds wrong. */
export type Rule<Check> = (check: Check) => readonly Issue[];

/** All that a list of rules finds. */
export function runRules<Check>(rules: readonly Rule<Check>[], check: Check): Issue[] {
  return rules.flatMap((rule) => rule(check));
}
