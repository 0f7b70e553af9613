import { PARTIES } from '../../kernel/party.js';
import { names } from './figures.js';
import { type Finding, finding, type LintRule } from './lint-rule.js';

const oneSignatory: LintRule = ({ contract, top }) => {
  return PARTIES.flatMap((party): Finding[] => {
    const [person, second] = contract.parties[party].signatories;
    if (person === undefined || second !== undefined) return [];
    return [finding('one-signatory', top, { party: `@${party}`, person })];
  });
};

/** Access is taken back on the exit date; without an exit clause there is none. */
const accessWithoutEnd: LintRule = ({ contract, top }) => {
  const readers = PARTIES.flatMap((party) => {
    const { analyst, viewer } = contract.parties[party].access;
    return [...analyst, ...viewer];
  });
  if (readers.length === 0 || contract.exit !== null) return [];
  return [finding('access-without-end', top, { who: names(readers) })];
};

/** A contract that is live although none of its settled periods was a pilot. */
const liveWithoutPilot: LintRule = ({ contract, settledStages, top }) => {
  if (contract.stage !== 'live' || settledStages.includes('pilot')) return [];
  return [finding('live-without-pilot', top, { from: contract.term.from })];
};

export const PEOPLE_RULES: readonly LintRule[] = [oneSignatory, accessWithoutEnd, liveWithoutPilot];
