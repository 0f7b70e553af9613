import type { RulesetDrift } from '../gate/rulesets.js';
import type { SetupPlan } from '../gate/setup.js';
import type { SetupRequest, SetupState, SetupStep, SetupSubject } from '../gate/setup-step.js';
import { fill, LOCALES, type Locale, type Params } from '../kernel/text.js';
import { SETUP_LIMITS, SETUP_NOTES, setupText } from '../words/setup.js';
import { type Block, code, dotted, type Inline, left, row, type Tone, text } from './blocks.js';

/** A repository's set-up with what has just been changed in it. */
export interface SetupReport {
  /** `owner/name` */
  readonly repository: string;
  readonly plan: SetupPlan;
  readonly done: readonly DoneRequest[];
}

export interface DoneRequest {
  readonly subject: SetupSubject;
  readonly name: string;
  readonly request: SetupRequest;
  /** The forge's words where it refused. */
  readonly refused: string | null;
}

/** A set-up for programs, with every text in both languages. */
export function setupDocument({ repository, plan, done }: SetupReport) {
  const both = (say: (locale: Locale) => string) => Object.fromEntries(LOCALES.map((locale) => [locale, say(locale)]));
  return {
    apiVersion: 'concord/v1',
    kind: 'Setup',
    repository,
    steps: plan.steps.map(({ subject, name, state, note, drift, requests }) => ({
      subject,
      name,
      state,
      note: note === null ? null : { code: note.code, text: both((locale) => fill(SETUP_NOTES[note.code], locale, note.with)) },
      drift: drift.map(({ path, wanted, found, unseen }) => ({ path, wanted, found, unseen: unseen === true })),
      requests,
    })),
    limits: plan.limits.map(({ code, with: params }) => ({ code, text: both((locale) => fill(SETUP_LIMITS[code], locale, params)) })),
    done,
  };
}

const TONES: Readonly<Record<SetupState, Tone>> = { done: 'good', 'to-do': 'warn', 'by-hand': 'warn', unknown: 'dim', 'not-here': 'dim' };

/** Every setting with its state, what was done, and what no setting can do. */
export function setupBlocks({ repository, plan, done }: SetupReport, locale: Locale): Block[] {
  const say = (key: Parameters<typeof setupText>[0], params: Params = {}) => setupText(key, locale, params);
  const open = plan.steps.filter(({ state }) => state !== 'done' && state !== 'not-here').length;
  const subtitle = open === 0 ? text(say('all-done'), 'good') : text(say('open', { open, steps: plan.steps.length }), 'warn');
  const rows = plan.steps.map((step) =>
    row(
      [text(say(`subject.${step.subject}`, { name: step.name })), text(say(`state.${step.state}`), TONES[step.state])],
      notesOf(step, locale),
    ),
  );
  const doable = done.length === 0 && plan.steps.some(({ requests }) => requests.length > 0);
  return [
    { kind: 'title', text: text(say('title', { repository })), subtitle },
    { kind: 'table', columns: [left(say('column.setting')), left(say('column.state'))], rows },
    ...doneBlocks(done, locale),
    ...(doable ? [{ kind: 'paragraph' as const, text: text(say('apply-next')) }] : []),
    { kind: 'heading', text: say('limits') },
    {
      kind: 'list',
      items: plan.limits.map(({ code, with: params }) => ({ text: text(fill(SETUP_LIMITS[code], locale, params)), notes: [] })),
    },
  ];
}

function notesOf({ note, drift }: SetupStep, locale: Locale): Inline[] {
  const said = note === null ? [] : [text(fill(SETUP_NOTES[note.code], locale, note.with))];
  return [...said, ...drift.filter(({ unseen }) => unseen !== true).map((each) => text(driftText(each, locale)))];
}

function driftText({ path, wanted, found }: RulesetDrift, locale: Locale): string {
  if (path === '') return setupText('drift.missing', locale);
  const key = found === null ? 'drift.lacks' : wanted === null ? 'drift.more' : 'drift.differs';
  return setupText(key, locale, { path, wanted: wanted ?? '', found: found ?? '' });
}

function doneBlocks(done: readonly DoneRequest[], locale: Locale): Block[] {
  const list = (key: 'applied' | 'failed', these: readonly DoneRequest[]): Block[] => {
    const items = these.map(({ subject, name, request, refused }) => ({
      text: dotted([
        text(setupText(`subject.${subject}`, locale, { name })),
        code(`${request.method} ${request.path === '' ? '/' : request.path}`, 'dim'),
      ]),
      notes: refused === null ? [] : [text(refused)],
    }));
    return items.length === 0
      ? []
      : [
          { kind: 'heading', text: setupText(key, locale) },
          { kind: 'list', items },
        ];
  };
  const [went, failed] = [done.filter(({ refused }) => refused === null), done.filter(({ refused }) => refused !== null)];
  return [...list('applied', went), ...list('failed', failed)];
}
