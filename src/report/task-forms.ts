import type { FormId } from '../forms/forms.js';
import type { Task } from '../settlement/tasks.js';
import type { Inline } from './blocks.js';
import { linkToForm, thenLink } from './form-links.js';
import type { Wording } from './wording.js';

/** Where a task is to be done. */
interface TaskPlace {
  readonly contract: string;
  /** The repository's page on its forge; null where there is none to link to. */
  readonly repository: string | null;
  /** The last period that was settled, whose statement lists what waits; null before the first. */
  readonly settled: string | null;
}

/** The forms by which a task is done, what is known of it filled in; nothing where it has none. */
export function taskForms(task: Task, { contract, repository, settled }: TaskPlace, words: Pick<Wording, 'locale'>): Inline {
  const at = repository === null ? {} : { repository };
  const link = (id: FormId, answers: Readonly<Record<string, string>>) => linkToForm(at, id, { contract, ...answers }, words);
  const ofStatement = settled === null ? {} : { period: settled };
  switch (task.task) {
    case 'pay':
    case 'repay':
      return link('payment', { amount: task.task === 'repay' ? `-${task.amount}` : task.amount });
    case 'check':
      return link('dispute', { period: task.period });
    case 'resolve':
      return [...link('resolution', { answers: task.file }), ...thenLink(link('escalation', { answers: task.file }))];
    case 'acknowledge': {
      const review = link('review', { ...ofStatement, acknowledges: task.line });
      return [...review, ...thenLink(link('dispute', { ...ofStatement, line: task.line }))];
    }
    case 'review': {
      const { id = '', ids = id } = task.reason.with;
      return link('review', { ...ofStatement, acknowledges: ids.split(', ').join('\n') });
    }
    case 'examine':
      return link('review', { period: task.period });
    case 'duty':
    case 'claim':
      return link('duty', { period: task.period, duty: task.duty });
    case 'answer':
    case 'ask':
      return link('acceptance', { milestone: task.milestone });
    case 'mend':
    case 'ratify':
    case 'settle':
    case 'accept':
    case 'deliver':
    case 'hand-over':
      return [];
  }
}
