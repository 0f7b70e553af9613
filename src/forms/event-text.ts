import type { ContractEvent, EventKind, EventOf } from '../contract/event-kinds/event-kinds.js';
import { eventsFolder } from '../contract/paths.js';
import { yamlOf } from '../contract/yaml-text.js';
import type { LocalDate } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import type { Form, FormId } from './forms.js';
import type { Answers } from './parse-form.js';

const SCHEMA_LINE = '# yaml-language-server: $schema=../../../schemas/event.schema.json';

/** An event file that a form asks for; `path` is relative to the root. */
export interface EventFile {
  readonly path: string;
  readonly text: string;
}

/** Where an event file lies and under which date it counts. */
export interface EventPlace {
  readonly contract: string;
  readonly issue: number;
  readonly date: LocalDate;
  readonly party: Party;
}

/**
 * The event that a filled-in form asks for. Every answer becomes a value of YAML and nothing else: texts are quoted where they
 * need it, amounts keep their digits. The schema and the rules of events are checked afterwards, with the contract.
 */
export function eventFile(form: Form, answers: Answers, place: EventPlace): EventFile {
  const fields = fieldsOf(form, answers);
  const kind = eventKindIn(form, answers);
  const lines = [...textField('kind', kind), ...textField('party', place.party), ...fields];
  const slug = kind.replaceAll('_', '-');
  return {
    path: `${eventsFolder(place.contract)}/${place.date}-${slug}-${place.issue}.yaml`,
    text: [`${SCHEMA_LINE}\n`, ...lines].join(''),
  };
}

/** The same event under another date: what has not been merged yet counts from the day on which it is. */
export function redated(path: string, date: LocalDate): string {
  return path.replace(/\/events\/\d{4}-\d{2}-\d{2}-/, `/events/${date}-`);
}

/** The form that asks for each kind of event, its own or one of which it is a step; null: it is written by hand. */
export const FORM_OF = {
  exclusion: 'exclusion',
  dispute: 'dispute',
  escalation: 'escalation',
  resolution: 'resolution',
  acceptance_request: 'acceptance',
  acceptance: 'acceptance',
  refusal: 'acceptance',
  review: 'review',
  duty: 'duty',
  lateness: 'duty',
  payment: 'payment',
  correction: 'correction',
  remeasure: 'remeasure',
  witness: null,
  termination: 'notice',
} as const satisfies { readonly [K in EventKind]: FormId | null };

/** The kinds that a form asks for. */
export type FormedKind = { readonly [K in EventKind]: (typeof FORM_OF)[K] extends null ? never : K }[EventKind];
const FORMS_OF: { readonly [K in EventKind]: FormId | null } = FORM_OF;
/** Whether events of a kind can be filed by a form. */
export const isFormed = (kind: string): kind is FormedKind =>
  Object.entries(FORMS_OF).some(([each, form]) => each === kind && form !== null);
export const isFormedEvent = (event: ContractEvent): event is EventOf<FormedKind> => isFormed(event.kind);
const KINDS = Object.keys(FORM_OF).filter(isFormed);

/** The kind of event that a filled-in form asks for; where there are several, its step says which. */
function eventKindIn(form: Form, answers: Answers): FormedKind {
  const step = answers.texts.get('step');
  const kind = KINDS.find((each) => FORMS_OF[each] === form.id && (step === undefined || each === step));
  if (kind === undefined) throw new RangeError(`the form ${form.id} asks for no event`);
  return kind;
}

function fieldsOf(form: Form, answers: Answers): string[] {
  const { texts, lists } = answers;
  const skipped = form.id === 'exclusion' ? ['contract', 'step', 'from', 'to'] : ['contract', 'step'];
  const fields = form.questions.flatMap(({ id }): string[] => {
    if (skipped.includes(id)) return [];
    const [text, list] = [texts.get(id), lists.get(id)];
    if (list !== undefined) return [yamlOf({ [id]: list }, YAML)];
    if (text === undefined) return [];
    // Written as it is: a number of YAML would lose digits, a quoted one would be read as text.
    return AMOUNTS.includes(id) ? [`${id}: ${text}\n`] : textField(id, text);
  });
  const [from, to] = [texts.get('from'), texts.get('to')];
  const window = form.id === 'exclusion' && (from !== undefined || to !== undefined);
  return window
    ? [...fields, yamlOf({ window: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } }, YAML)]
    : fields;
}

const AMOUNTS = ['claimed', 'amount'];
const YAML = { schema: 'core', lineWidth: 0, aliasDuplicateObjects: false } as const;

function textField(name: string, value: string): string[] {
  return [yamlOf({ [name]: value }, YAML)];
}
