/*
 * Amazon's shops by the name that its reports give them, with the currency that each sells and settles in. A settlement's rows have no
 * currency of their own: what the shop says is all that is known of them.
 */

const BY_CURRENCY: Readonly<Record<string, readonly string[]>> = {
  USD: ['Amazon.com'],
  CAD: ['Amazon.ca'],
  MXN: ['Amazon.com.mx'],
  BRL: ['Amazon.com.br'],
  GBP: ['Amazon.co.uk'],
  EUR: ['Amazon.de', 'Amazon.fr', 'Amazon.it', 'Amazon.es', 'Amazon.nl', 'Amazon.com.be', 'Amazon.ie'],
  SEK: ['Amazon.se'],
  PLN: ['Amazon.pl'],
  TRY: ['Amazon.com.tr'],
  AED: ['Amazon.ae'],
  SAR: ['Amazon.sa'],
  EGP: ['Amazon.eg'],
  ZAR: ['Amazon.co.za'],
  INR: ['Amazon.in'],
  JPY: ['Amazon.co.jp'],
  SGD: ['Amazon.sg'],
  AUD: ['Amazon.com.au'],
};

const CURRENCIES = new Map(
  Object.entries(BY_CURRENCY).flatMap(([currency, shops]) => shops.map((shop) => [shop.toLowerCase(), currency] as const)),
);

/** The currency of a shop of Amazon's, in letters of any size; null: no shop of that name is known. */
export function marketplaceCurrency(name: string): string | null {
  return CURRENCIES.get(name.toLowerCase()) ?? null;
}
