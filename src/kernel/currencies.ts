import type { LocalDate } from './calendar.js';

/*
 * ISO 4217 as the engine knows it, the same on every machine (contract language, section 9): codes and minor units of list
 * one as published on 2026-01-01, last days as legal tender of CLDR 48.2. The platform's own list is never asked. Codes
 * without a minor unit (gold, SDR, XTS) are left out: nothing can be rounded to it. Withdrawn before 2008: left out too.
 */

/** A currency: digits after the point of its minor unit, and the days of its life where they lie after 2008. */
export interface Currency {
  readonly code: string;
  readonly digits: number;
  readonly from: LocalDate | null;
  /** Its last day as legal tender. */
  readonly until: LocalDate | null;
}

const IN_USE: readonly (readonly [digits: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU
    CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
    KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR
    NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
    TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

const SINCE: Readonly<Record<string, LocalDate>> = {
  BYN: '2016-07-01',
  MRU: '2018-01-01',
  SLE: '2022-07-01',
  SSP: '2011-07-18',
  STN: '2018-01-01',
  TMT: '2009-01-01',
  VED: '2021-10-01',
  VES: '2018-08-20',
  XAD: '2025-05-12',
  XCG: '2025-03-31',
  ZMW: '2013-01-01',
  ZWG: '2024-06-25',
};

const WITHDRAWN: readonly (readonly [code: string, digits: number, until: LocalDate])[] = [
  ['ANG', 2, '2025-06-30'],
  ['BGN', 2, '2026-01-31'],
  ['BYR', 0, '2017-01-01'],
  ['CUC', 2, '2021-06-01'],
  ['CYP', 2, '2008-01-31'],
  ['EEK', 2, '2010-12-31'],
  ['HRK', 2, '2023-01-14'],
  ['LTL', 2, '2014-12-31'],
  ['LVL', 2, '2013-12-31'],
  ['MRO', 2, '2018-06-30'],
  ['MTL', 2, '2008-01-31'],
  ['SKK', 2, '2009-01-01'],
  ['SLL', 2, '2023-12-31'],
  ['STD', 2, '2017-12-31'],
  ['TMM', 2, '2009-01-01'],
  ['USS', 2, '2014-03-01'],
  ['VEB', 2, '2008-06-30'],
  ['VEF', 2, '2018-08-20'],
  ['ZMK', 2, '2013-01-01'],
  ['ZWD', 2, '2008-08-01'],
  ['ZWL', 2, '2024-08-31'],
  ['ZWR', 2, '2009-02-02'],
];

const CURRENCIES: ReadonlyMap<string, Currency> = new Map([
  ...IN_USE.flatMap(([digits, codes]) =>
    codes.split(/\s+/).map((code): [string, Currency] => [code, { code, digits, from: SINCE[code] ?? null, until: null }]),
  ),
  ...WITHDRAWN.map(([code, digits, until]): [string, Currency] => [code, { code, digits, from: null, until }]),
]);

/** The currency of a code of ISO 4217; null where there is none that amounts can be rounded to. */
export function currencyNamed(code: string): Currency | null {
  return CURRENCIES.get(code) ?? null;
}

/** Every currency that the engine knows, by code. */
export function currencies(): Currency[] {
  return [...CURRENCIES.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
