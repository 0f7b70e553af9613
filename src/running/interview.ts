import { askText, doubtText, refusedText } from '../drafting/ask-text.js';
import type { Deal, Setting } from '../drafting/deal.js';
import { doubtOf } from '../drafting/doubts.js';
import { answered, isWhole, QUESTION_IDS, type QuestionId, type SoFar, settledAlready, standardOf } from '../drafting/questions.js';
import { readYes, summaryText } from '../drafting/summary-text.js';
import type { Filler } from '../kernel/text.js';
import { DRAFTING } from '../words/drafting.js';
import type { Ask } from './ask-rest.js';

/** What is typed to get back to the question before. */
const BACK = /^[<＜]$/;

/** One question that was asked, and what was known before it. */
interface Turn {
  readonly at: number;
  readonly sofar: SoFar;
}

/**
 * The questions of a first contract, one for another, until everything is answered: what was given already is not asked, unless it is no
 * answer. `<` goes back, and an answer that is most likely a slip is asked for twice.
 */
export class Interview {
  private sofar: SoFar = {};
  private at = 0;
  private readonly turns: Turn[] = [];
  /** What stands before the next question. */
  private said: string;

  /** @param typed answers as typed, by their questions; each new one is put there, so that nothing is lost where somebody stops */
  constructor(
    private readonly ask: Ask,
    private readonly typed: Map<QuestionId, string>,
    private readonly setting: Setting,
  ) {
    this.said = `\n${DRAFTING.around.begin[setting.language]}\n`;
  }

  /**
   * Asks, shows the deal as it was understood, and asks whether it is to be written.
   * @returns null where it is not
   * @throws AskingStopped where no line will come any more
   */
  async deal(): Promise<Deal | null> {
    for (;;) {
      while (this.at < QUESTION_IDS.length) await this.next();
      if (!isWhole(this.sofar)) throw new Error('a question was passed over');
      const deal = this.sofar;
      const isYes = await this.isToBeWritten(deal);
      if (isYes !== null) return isYes ? deal : null;
    }
  }

  /** The question that is next: settled, answered already, or asked. */
  private async next(): Promise<void> {
    const id = QUESTION_IDS[this.at];
    if (id === undefined) return;
    const settled = settledAlready(id, this.sofar, this.setting);
    if (settled !== null) return this.go(settled);
    const given = this.typed.get(id);
    if (given !== undefined && given !== '') {
      const outcome = answered(id, given, this.sofar, this.setting);
      const doubt = 'sofar' in outcome ? doubtOf(id, outcome.sofar, this.setting.language) : null;
      if ('sofar' in outcome && doubt === null) return this.go(outcome.sofar);
      this.said += 'sofar' in outcome ? doubtText(given, doubt?.why ?? '', this.setting.language) : this.refused(given, outcome);
      this.typed.delete(id);
      return this.asked(id, doubt === null ? null : given);
    }
    return this.asked(id, null);
  }

  /** Asks until there is an answer. @param doubted an answer that is taken when it is given once more */
  private async asked(id: QuestionId, doubted: string | null): Promise<void> {
    const { language } = this.setting;
    const number = this.turns.length + 1;
    for (let before = doubted; ; ) {
      const text = await this.ask(`${this.said}${askText(id, number, this.sofar, this.setting)}`);
      this.said = '';
      if (BACK.test(text.trim())) return this.back();
      const outcome = answered(id, text, this.sofar, this.setting);
      if (!('sofar' in outcome)) {
        this.said = this.refused(text, outcome);
        continue;
      }
      const doubt = doubtOf(id, outcome.sofar, language);
      if (doubt !== null && text.trim() !== before?.trim()) {
        before = text;
        this.said = doubtText(text, doubt.why, language);
        continue;
      }
      this.turns.push({ at: this.at, sofar: this.sofar });
      this.typed.set(id, text.trim() === '' ? (standardOf(id, this.sofar, this.setting) ?? '') : text);
      return this.go(outcome.sofar);
    }
  }

  private refused(text: string, { expected, part }: { readonly expected: Filler; readonly part?: string }): string {
    return refusedText(part ?? text, expected, this.setting.language);
  }

  private go(sofar: SoFar): void {
    this.sofar = sofar;
    this.at += 1;
  }

  /** To the question that was asked last, with nothing known of it and of what came after it. */
  private back(): void {
    const turn = this.turns.pop();
    if (turn === undefined) {
      this.said = `  ${DRAFTING.around.back[this.setting.language]}\n`;
      return;
    }
    this.at = turn.at;
    this.sofar = turn.sofar;
    const id = QUESTION_IDS[turn.at];
    if (id !== undefined) this.typed.delete(id);
  }

  /** Whether the deal that is shown is what was meant; null: back to the last question. */
  private async isToBeWritten(deal: Deal): Promise<boolean | null> {
    const { language } = this.setting;
    const question = `\n${DRAFTING.around.write[language]} > `;
    let shown = summaryText(deal, language);
    for (;;) {
      const text = await this.ask(`${this.said}${shown}${question}`);
      this.said = '';
      if (BACK.test(text.trim()) && this.turns.length > 0) {
        this.back();
        return null;
      }
      const yes = readYes(text);
      if ('value' in yes) return yes.value;
      shown = refusedText(text, yes.expected, language);
    }
  }
}
