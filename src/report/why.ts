import type { Terms } from '../contract/model.js';
import { rational } from '../kernel/rational.js';
import { type Locale, listSeparator, localText } from '../kernel/text.js';
import type { ActionFinding, DataFinding, Why, WhyReached } from '../outlook/why.js';
import { eventValue } from '../words/event-fields.js';
import { type Block, code, type Inline, type ListItem, named, text } from './blocks.js';
import { clockFigure, moneyFigure, percentFigure } from './figures.js';
import { measureFigure } from './measure-figure.js';
import { type Preview, previewNote } from './preview-note.js';
import { bridgeTables } from './why-bridge.js';
import { kpiTable } from './why-kpis.js';
import { payTable } from './why-pay.js';
import { segmentTables } from './why-segments.js';
import { type WhyTelling, whyTelling } from './why-telling.js';

/** Why a period came out as it did, in the order in which people should look. @param preview null where the period is settled */
export function whyBlocks(why: Why, terms: Terms, locale: Locale, preview: Preview | null = null): Block[] {
  const telling = whyTelling(why, terms, locale);
  const { say } = telling;
  return [
    { kind: 'title', text: text(say('title', { period: why.period })), subtitle: text(localText(terms.contract.title, locale)) },
    ...(preview === null ? [] : [previewNote(preview, telling.words)]),
    { kind: 'paragraph', text: text(say('pays-nothing'), 'dim') },
    { kind: 'heading', text: say('data') },
    found(dataItems(telling), soundData(terms, say)),
    { kind: 'heading', text: say('actions') },
    found(actionItems(telling), say('actions.none')),
    { kind: 'heading', text: why.against === 'target' ? say('kpis') : headed(say('kpis'), telling) },
    ...kpiTable(telling),
    { kind: 'heading', text: say('segments') },
    ...segmentTables(telling),
    ...bridgeTables(telling),
    { kind: 'heading', text: headed(say('pay'), telling) },
    ...payTable(why, telling),
    { kind: 'heading', text: say('questions') },
    { kind: 'paragraph', text: text(say('questions.text')) },
  ];
}

/** Nothing stands out in the data: of what that can be said. */
function soundData({ definitions }: Terms, say: WhyTelling['say']): string {
  const [facts, rules] = [definitions.facts.length, definitions.reconcile.length];
  return rules === 0 ? say('data.none.unreconciled', { facts }) : say('data.none', { facts, rules });
}

/** Of some KPIs alone what moved with what, for whoever asks how one came to its score. Nothing where there is no period to compare with. */
export function whyOfKpis(why: WhyReached, kpis: readonly { readonly id: string }[], terms: Terms, locale: Locale): Block[] {
  const own = why.kpis.filter(({ kpi, than }) => than !== null && kpis.some(({ id }) => id === kpi));
  if (own.length === 0) return [];
  const telling = whyTelling({ ...why, kpis: own }, terms, locale);
  return [{ kind: 'heading', text: headed(telling.say('moved.with'), telling) }, ...kpiTable(telling), ...bridgeTables(telling)];
}

function headed(title: string, { why, say, words }: WhyTelling): string {
  const against =
    why.against === 'previous' || why.against === 'year' ? say('against.than', { period: why.than ?? '–' }) : say(`against.${why.against}`);
  return words.locale === 'zh' ? `${title}（${against}）` : `${title}, ${against}`;
}

function found(items: readonly ListItem[], none: string): Block {
  return items.length === 0 ? { kind: 'paragraph', text: text(none, 'good') } : { kind: 'list', items };
}

function item(about: Inline, what: string, tone: 'warn' | 'dim' = 'warn'): ListItem {
  return { text: [...about, { text: ' · ' }, { text: what, tone }], notes: [] };
}

/** What the data say of themselves, which people look at first. */
export function dataItems(telling: WhyTelling): ListItem[] {
  const isLookedAt = (finding: DataFinding) => (finding.kind === 'unusual-day' || finding.kind === 'without-rows') && finding.reviewed;
  const findings = telling.why.data.filter((finding) => !isLookedAt(finding));
  return [...findings.map((finding) => dataItem(finding, telling)), ...lookedAt(telling.why.data.filter(isLookedAt), telling)];
}

/** What both have looked at is one item: it is known. */
function lookedAt(findings: readonly DataFinding[], { words, say }: WhyTelling): ListItem[] {
  const days = [...new Set(findings.flatMap((finding) => ('day' in finding ? [finding.day] : [])))].sort();
  if (days.length === 0) return [];
  const told = say('data.unusual-reviewed', { count: findings.length, days: days.join(listSeparator(words.locale)) });
  return [{ text: text(told, 'dim'), notes: [] }];
}

function dataItem(finding: DataFinding, { why, words, say }: WhyTelling): ListItem {
  const zone = words.terms.contract.calendar.timezone;
  switch (finding.kind) {
    case 'stale':
      return item(
        code(finding.fact),
        finding.freshAt === null ? say('data.no-data') : say('data.stale', { freshAt: clockFigure(finding.freshAt, zone) }),
      );
    case 'duplicates':
      return item(code(finding.fact), say('data.duplicates', { count: finding.keys }));
    case 'without-day':
      return item(code(finding.fact), say('data.without-day', { count: finding.rows }));
    case 'unreconciled':
      return item(
        code(finding.id),
        finding.gap === null ? say('data.uncompared') : say('data.unreconciled', { gap: percentFigure(rational(finding.gap)) }),
      );
    case 'unusual-day': {
      const [measure = ''] = finding.id.split('@');
      const figure = (value: string) => measureFigure(measure, value, words);
      const told = say('data.unusual-day', { value: figure(finding.value), median: figure(finding.median) });
      return item(code(finding.id), `${told} · ${say('data.unreviewed')}`);
    }
    case 'without-rows':
      return item(code(finding.id), `${say('data.without-rows', { from: finding.day, to: finding.to })} · ${say('data.unreviewed')}`);
    case 'restated':
      return item(
        words.line(finding.line),
        say('data.restated', { period: finding.in, amount: moneyFigure(finding.amount, why.currency) }),
        'dim',
      );
    case 'held':
      return item(words.line(finding.line), say('data.held', { reason: words.reason(finding.reason) }));
  }
}

/** A dispute of nothing sets nothing aside. */
function disputeText(setAside: string, { why, say }: WhyTelling): string {
  return /[1-9]/.test(setAside) ? say('actions.dispute', { amount: moneyFigure(setAside, why.currency) }) : say('actions.dispute-none');
}

/** What the parties did or left undone, which people look at second. */
export function actionItems(telling: WhyTelling): ListItem[] {
  return telling.why.actions.map((finding) => actionItem(finding, telling));
}

function actionItem(finding: ActionFinding, telling: WhyTelling): ListItem {
  const { why, words, say } = telling;
  const { locale, terms } = words;
  switch (finding.kind) {
    case 'late-duty': {
      const title = localText(terms.contract.duties.find(({ id }) => id === finding.duty)?.title ?? finding.duty, locale);
      const party = words.party(finding.owes);
      const costs = finding.costs === null ? '' : ` · ${say('actions.costs', { party, amount: moneyFigure(finding.costs, why.currency) })}`;
      return item(named(title, finding.duty), `${say('actions.late-duty', { party })}${costs}`);
    }
    case 'exclusion': {
      const kpis = finding.kpis.map(words.kpiTitle).join(listSeparator(locale));
      return item(code(finding.file), `${eventValue('reason', finding.reason, locale)} · ${say('actions.exclusion', { kpis })}`);
    }
    case 'dispute':
      return item(words.line(finding.line), disputeText(finding.setAside, telling));
    case 'resolved':
    case 'decided':
      return item(
        words.line(finding.line),
        say(`actions.${finding.kind}`, { period: finding.in, amount: moneyFigure(finding.amount, why.currency) }),
        'dim',
      );
    case 'gate-failed':
      return item(code(finding.gate), say('actions.gate-failed'));
    case 'grace':
      return item(text(finding.fees.map((id) => words.clearTitle(id)).join(listSeparator(locale)), 'strong'), say('actions.grace'), 'dim');
  }
}
