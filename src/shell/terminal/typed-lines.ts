import { createInterface } from 'node:readline';
import { AskingStopped } from '../../ports/asking.js';

/** Lines of whoever sits at a terminal, for as long as a command asks. */
export interface TypedLines {
  /** Shows a question and gives the next line. @throws AskingStopped with the words for it, where no line will come any more. */
  ask(question: string): Promise<string>;
  close(): void;
}

/**
 * One reader for all questions: of several lines that come at once, as when a list is pasted, each answers the next question.
 * @param ended what is said where somebody stops with Ctrl-C or Ctrl-D
 */
export function typedLines(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, ended: string): TypedLines {
  const lines = createInterface({ input, output, crlfDelay: Number.POSITIVE_INFINITY });
  const ahead: string[] = [];
  let waiting: { readonly take: (line: string) => void; readonly stop: (reason: Error) => void } | null = null;
  let isClosed = false;
  lines.on('line', (line) => {
    if (waiting === null) ahead.push(line);
    else waiting.take(line);
    waiting = null;
  });
  // Without a listener of its own, Ctrl-C closes the reader as Ctrl-D does.
  lines.on('close', () => {
    isClosed = true;
    if (waiting !== null) output.write('\n');
    waiting?.stop(new AskingStopped(ended));
    waiting = null;
  });
  return {
    ask(question) {
      const line = ahead.shift();
      if (line !== undefined) {
        output.write(`${question}${line}\n`);
        return Promise.resolve(line);
      }
      if (isClosed) return Promise.reject(new AskingStopped(ended));
      return new Promise((take, stop) => {
        waiting = { take, stop };
        lines.setPrompt(question);
        // What was typed of a line before its question was shown stays.
        lines.prompt(true);
      });
    },
    close: () => lines.close(),
  };
}
