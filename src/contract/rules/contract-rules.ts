import { amountsAreClear } from './amounts.js';
import {
  baselineIsInOrder,
  dutiesMakeSense,
  graceIsInTerm,
  limitsArePossible,
  milestonesCanBeReached,
  quarterlyWagersFitCalendar,
  signatoriesCanSign,
} from './clauses.js';
import {
  capAndTaxAreNotBlocked,
  idIsFolder,
  idsAreUnique,
  oneGuaranteeAndOneCap,
  penaltiesDeductFromEarnings,
  referencesExist,
} from './contract-ids.js';
import { capFitsStretch, levelsAreInOrder, lowerHasThreshold, weightsSumTo100 } from './kpis.js';
import { namesAreSeen, partiesDiffer } from './names.js';
import { numbersHaveNoPlus } from './plus-signs.js';
import type { ContractCheck, Rule } from './rule.js';
import { schedulesAreInOrder, stepsAreInOrder } from './schedules.js';

/** Rules about how schedules are written; the rules after them look values up in schedules. */
export const SCHEDULE_RULES: readonly Rule<ContractCheck>[] = [schedulesAreInOrder, stepsAreInOrder, numbersHaveNoPlus];

/** Rules about contract.yaml alone. */
export const CONTRACT_RULES: readonly Rule<ContractCheck>[] = [
  amountsAreClear,
  idIsFolder,
  idsAreUnique,
  namesAreSeen,
  partiesDiffer,
  referencesExist,
  penaltiesDeductFromEarnings,
  capAndTaxAreNotBlocked,
  oneGuaranteeAndOneCap,
  weightsSumTo100,
  levelsAreInOrder,
  lowerHasThreshold,
  capFitsStretch,
  graceIsInTerm,
  dutiesMakeSense,
  signatoriesCanSign,
  milestonesCanBeReached,
  quarterlyWagersFitCalendar,
  limitsArePossible,
  baselineIsInOrder,
];
