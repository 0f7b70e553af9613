import type { Fact } from '../model.js';
import { names } from './figures.js';
import { finding, type LintRule } from './lint-rule.js';

/** Days after which Meta (one), Google Ads (two) and GA4 (three) no longer change what a day was, and one to read it. */
const SETTLED_AFTER_DAYS = 4;

/** What a table, view or fact of an ad platform or of web analytics is called. */
const PLATFORM = /(^|[^a-z])(ads?|adwords|advert\w*|facebook|meta|google|ga4?|analytics|tiktok|bing|criteo|taboola)([^a-z]|\d|$)/i;

function isOfPlatform({ id, source }: Fact): boolean {
  return [id, 'table' in source ? source.table : source.view].some((name) => PLATFORM.test(name));
}

/** Data that a platform goes on changing for days is locked before it has come to rest: the first statement pays a provisional figure. */
export const earlyLock: LintRule = ({ contract, definitions, top }) => {
  const { lockAfterDays: days } = contract.calendar;
  const facts = definitions.facts.filter(isOfPlatform).map(({ id }) => id);
  if (days >= SETTLED_AFTER_DAYS || facts.length === 0) return [];
  return [finding('early-lock', top, { days, facts: names(facts), least: SETTLED_AFTER_DAYS })];
};
