import { CONTRACT_NAME, contractFolder, DEFINITIONS_NAME } from '../contract/paths.js';
import { contractText } from './contract-text.js';
import type { Deal, Setting } from './deal.js';
import { definitionsText, viewTexts } from './definitions-text.js';

/** The files of a deal: root-relative path → text, ready to be checked. */
export function draftOf(deal: Deal, setting: Pick<Setting, 'language' | 'data'>): ReadonlyMap<string, string> {
  const folder = contractFolder(deal.id);
  return new Map([
    [`${folder}/${CONTRACT_NAME}`, contractText(deal, setting)],
    [`${folder}/${DEFINITIONS_NAME}`, definitionsText(deal, setting)],
    ...[...viewTexts(deal, setting)].map(([name, text]): [string, string] => [`${folder}/${name}`, text]),
  ]);
}
