import { loadContract } from '../../src/contract/load-contract.js';
import type { Terms } from '../../src/contract/model.js';
import { drawLife } from '../oracle/draw.js';
import { stepsOf } from '../oracle/life.js';

/** The terms of a random contract as they are first agreed; null where the check refuses them. */
export function termsDrawn(seed: number): Terms | null {
  const [step] = stepsOf(drawLife(seed));
  if (step === undefined) return null;
  const { contract, definitions } = step.terms;
  const home = `contracts/${contract.id}`;
  const files = new Map([
    [`${home}/contract.yaml`, JSON.stringify(contract)],
    [`${home}/definitions.yaml`, JSON.stringify(definitions)],
  ]);
  return loadContract(contract.id, files).folder?.terms ?? null;
}
