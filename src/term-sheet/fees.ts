import type { FeeKind, FeeOf } from '../contract/fee-kinds/fee-kinds.js';
import { type Clause, clause, type Slot } from './clause.js';
import { LIMITS, oneOf, scheduled, steps } from './compound.js';
import { hole, type Phrase, phrase, sentence } from './phrase.js';
import { AMOUNT, choice, DAY, ID, levelOf, rateOf, SHARES, TEXT } from './scalars.js';

/* What is said of a fee: who owes whom what, and how it is computed. A kind of fee without sentences does not compile. */

const id = hole('id', ID);
const title = [sentence('title', { title: hole('title', TEXT) })];
const by = hole('by', oneOf([phrase('composite', {}, { '': 'composite' }), phrase('score-of', { kpi: hole('', ID) })]));
const amount = (path: string) => hole(path, scheduled(AMOUNT));
const most = (path: string) => hole(path, LIMITS);
/** What days in force do to it: one sentence where it is prorated, another where not. */
function yesOrNo(key: 'prorate' | 'follows' | 'alone' | 'period' | 'term'): Slot {
  return [sentence(`${key}.yes`, {}, { prorate: true }), sentence(`${key}.no`, {}, { prorate: false })];
}
const prorate = yesOrNo('prorate');
const scoreTable = (key: 'point' | 'band', path: string) => hole(path, scheduled(steps(key, SHARES)));

const tiered = {
  tiers: [sentence('tiers', { tiers: hole('tiers', scheduled(steps('tier', AMOUNT))) })],
  mode: [sentence('mode.marginal', {}, { mode: 'marginal' }), sentence('mode.whole', {}, { mode: 'whole' })],
  accumulate: [sentence('accumulate.period', {}, { accumulate: 'period' }), sentence('accumulate.term', {}, { accumulate: 'term' })],
};

const UNTITLED = { title: null };
type Opened<K extends FeeKind, Field extends keyof FeeOf<K>> = 'id' | Field;

/** Of a fee it follows that fee; of an amount it is prorated itself. */
function penalty(opening: Phrase, followed: Slot): Clause {
  const bands = [sentence('bands', { bands: scoreTable('band', 'bands') })];
  return clause<FeeOf<'penalty'>, Opened<'penalty', 'of' | 'by'>>([opening], { title, bands, prorate: followed }, UNTITLED);
}

/** Only the most of a period is prorated. */
function cap(opening: Phrase, followed: Slot): Clause {
  return clause<FeeOf<'cap'>, Opened<'cap', 'period' | 'term'>>([opening], { title, prorate: followed }, UNTITLED);
}

export const FEES = {
  retainer: clause<FeeOf<'retainer'>, Opened<'retainer', 'amount'>>(
    [sentence('fee.retainer', { id, amount: amount('amount') }, { kind: 'retainer' })],
    { title, prorate },
    UNTITLED,
  ),
  commission: clause<FeeOf<'commission'>, Opened<'commission', 'base'>>(
    [sentence('fee.commission', { id, base: hole('base', ID) }, { kind: 'commission' })],
    { title, ...tiered },
    UNTITLED,
  ),
  unit_price: clause<FeeOf<'unit_price'>, Opened<'unit_price', 'quantity' | 'price'>>(
    [sentence('fee.unit_price', { id, quantity: hole('quantity', ID), price: amount('price') }, { kind: 'unit_price' })],
    { title },
    UNTITLED,
  ),
  bonus: clause<FeeOf<'bonus'>, Opened<'bonus', 'by' | 'pool'>>(
    [sentence('fee.bonus', { id, by, pool: amount('pool') }, { kind: 'bonus' })],
    {
      title,
      points: [sentence('points', { points: scoreTable('point', 'points') })],
      shape: [sentence('shape.step', {}, { shape: 'step' }), sentence('shape.linear', {}, { shape: 'linear' })],
      prorate,
    },
    UNTITLED,
  ),
  milestone: clause<FeeOf<'milestone'>, Opened<'milestone', 'amount' | 'due'>>(
    [sentence('fee.milestone', { id, amount: amount('amount'), due: hole('due', DAY) }, { kind: 'milestone' })],
    {
      title,
      reach: [
        sentence('reach', { metric: hole('reach.metric', ID), atLeast: hole('reach.atLeast', scheduled(levelOf('reach.metric'))) }),
        sentence('reach.none', {}, { reach: null }),
      ],
    },
    UNTITLED,
  ),
  guarantee: clause<FeeOf<'guarantee'>, Opened<'guarantee', 'amount'>>(
    [sentence('fee.guarantee', { id, amount: amount('amount') }, { kind: 'guarantee' })],
    {
      title,
      recoverable: [sentence('recoverable.yes', {}, { recoverable: true }), sentence('recoverable.no', {}, { recoverable: false })],
      prorate,
    },
    UNTITLED,
  ),
  wager: clause<FeeOf<'wager'>, Opened<'wager', 'metric' | 'target' | 'better'>>(
    [
      sentence(
        'fee.wager',
        {
          id,
          metric: hole('metric', ID),
          target: hole('target', scheduled(levelOf('metric'))),
          better: hole('better', choice<FeeOf<'wager'>['better']>({ higher: 'wins.higher', lower: 'wins.lower' })),
        },
        { kind: 'wager' },
      ),
    ],
    {
      title,
      deadband: [sentence('deadband', { deadband: hole('deadband', scheduled(levelOf('metric'))) })],
      pays: [
        sentence('pays.rate', { rate: hole('pays.rate', scheduled(rateOf('metric'))), limit: amount('pays.limit') }),
        sentence('pays.stake', { stake: amount('pays.stake') }),
      ],
      over: [sentence('over.term', {}, { over: 'term' }), sentence('over.quarter', {}, { over: 'quarter' })],
      onEarlyEnd: [sentence('onEarlyEnd.void', {}, { onEarlyEnd: 'void' }), sentence('onEarlyEnd.scale', {}, { onEarlyEnd: 'scale' })],
    },
    UNTITLED,
  ),
  penalty: [
    penalty(sentence('penalty.fee', { id, of: hole('of.fee', ID), by }, { kind: 'penalty' }), yesOrNo('follows')),
    penalty(sentence('penalty.amount', { id, of: amount('of.amount'), by }, { kind: 'penalty' }), yesOrNo('prorate')),
  ],
  cap: [
    cap(sentence('cap.both', { id, period: most('period'), term: most('term') }, { kind: 'cap' }), yesOrNo('period')),
    cap(sentence('cap.period', { id, period: most('period') }, { kind: 'cap', term: null }), yesOrNo('alone')),
    cap(sentence('cap.term', { id, term: most('term') }, { kind: 'cap', period: null }), yesOrNo('term')),
  ],
  pass_through: clause<FeeOf<'pass_through'>, Opened<'pass_through', 'cost'>>(
    [sentence('fee.pass_through', { id, cost: hole('cost', ID) }, { kind: 'pass_through' })],
    {
      title,
      markup: [
        sentence('markup.onCost', { share: hole('markup.onCost', scheduled(SHARES)) }),
        sentence('markup.gross', { share: hole('markup.gross', scheduled(SHARES)) }),
      ],
      upTo: [sentence('upTo', { upTo: amount('upTo') }), sentence('upTo.none', {}, { upTo: null })],
      taxed: [sentence('taxed.yes', {}, { taxed: true }), sentence('taxed.no', {}, { taxed: false })],
    },
    UNTITLED,
  ),
  rebate: clause<FeeOf<'rebate'>, Opened<'rebate', 'base'>>(
    [sentence('fee.rebate', { id, base: hole('base', ID) }, { kind: 'rebate' })],
    { title, ...tiered },
    UNTITLED,
  ),
  tax: clause<FeeOf<'tax'>, Opened<'tax', 'rate' | 'label'>>(
    [sentence('fee.tax', { id, rate: hole('rate', scheduled(SHARES)), label: hole('label', TEXT) }, { kind: 'tax' })],
    { title },
    UNTITLED,
  ),
} satisfies { readonly [K in FeeKind]: Clause | readonly Clause[] };
