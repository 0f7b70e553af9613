/** The two sides of a relationship: who pays (brand) and who is paid (provider). */
export type Party = 'brand' | 'provider';
export const PARTIES: readonly Party[] = ['brand', 'provider'];

/** Who stands on the other side. */
export function otherParty(party: Party): Party {
  return party === 'brand' ? 'provider' : 'brand';
}
