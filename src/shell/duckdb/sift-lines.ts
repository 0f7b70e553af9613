import type { FileFormat } from '../../contract/model.js';

/** What is left of a text after a format's lines above, between and below the rows have gone. */
export interface Sifted {
  /** Whether a header was found where the format says. */
  readonly header: boolean;
  /** The line of the original in which a line of what is left stands; both from 1. */
  readonly lineOf: (line: number) => number;
}

type Stage = 'above' | 'header' | 'below' | 'rows' | 'over';

/**
 * Takes from delimited text what a format declares to be no rows. Lines that stay, stay as they are, but for those that end early
 * where that is allowed: they get the fields that they lack. Fed piece by piece, as the text is read.
 */
export class LineSieve {
  private stage: Stage;
  private toSkip: number;
  private toDrop: number;
  private rest = '';
  /** Lines of the original before the next one, and lines of what is left. */
  private read = 0;
  private kept = 0;
  /** Where the distance between the two changes: [line of what is left, line of the original]. */
  private readonly steps: [number, number][] = [];
  /** The record that has begun: inside quotation marks a line break is part of a field. */
  private record = '';
  private open = false;
  private isKept = true;
  private expected = 0;
  /** Whether a row has been kept: from the first one on, the distance between the two counts stays. */
  private hasRow = false;

  constructor(
    private readonly format: FileFormat,
    private readonly delimiter: string,
    /** Writes text of the format as the text is fed: prefixes are compared with it. */
    spelt: (text: string) => string = (text) => text,
  ) {
    this.toSkip = format.skip ?? 0;
    this.toDrop = format.dropFirst ?? 0;
    this.stage = format.headerStartsWith !== undefined || this.toSkip > 0 ? 'above' : 'header';
    const beginnings = (text: string | undefined): readonly string[] => (text === undefined ? [] : [spelt(text), `"${spelt(text)}`]);
    this.begin = beginnings(format.headerStartsWith);
    this.comment = beginnings(format.comment);
    this.stop = beginnings(format.stopAt);
  }

  private readonly begin: readonly string[];
  private readonly comment: readonly string[];
  private readonly stop: readonly string[];

  /** Takes the next piece of the text. @returns what is left of the lines that are whole by now. */
  feed(piece: string): string {
    if (this.stage === 'over') return '';
    const text = this.rest + piece;
    let [from, out] = [0, ''];
    for (const end of lineEnds(text)) {
      out += this.line(text.slice(from, end));
      from = end;
      if (this.isOver()) return out;
    }
    this.rest = text.slice(from);
    return out;
  }

  private isOver(): boolean {
    return this.stage === 'over';
  }

  /** Whether whatever is still to come stays as it is: nothing ends the rows, stands between them or is added to them. */
  get flows(): boolean {
    return this.stage === 'rows' && this.hasRow && this.comment.length === 0 && this.stop.length === 0 && this.expected === 0;
  }

  /** The beginning of a line or record that was held back; what follows need not be fed any more where all {@link flows}. */
  held(): string {
    const held = this.record + this.rest;
    [this.record, this.rest, this.open] = ['', '', false];
    return held;
  }

  /** Takes the last line, which may have no end. */
  end(): string {
    const last = this.stage === 'over' || this.rest === '' ? '' : this.line(this.rest);
    this.rest = '';
    return this.isOver() || !this.open ? last : last + this.close();
  }

  sifted(): Sifted {
    const { steps } = this;
    const lineOf = (line: number): number => {
      let [low, high] = [0, steps.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((steps[middle]?.[0] ?? 0) <= line) low = middle + 1;
        else high = middle;
      }
      const [kept, read] = steps[low - 1] ?? [1, 1];
      return read + (line - kept);
    };
    return { header: this.stage !== 'above' && this.stage !== 'header', lineOf };
  }

  private line(line: string): string {
    this.read += 1;
    if (this.open) return this.more(line);
    if (this.stage === 'above') {
      const isHeader = this.begin.length > 0 ? begins(line, this.begin) : this.toSkip === 0;
      if (!isHeader) {
        this.toSkip -= 1;
        return '';
      }
      this.stage = 'header';
    }
    if (begins(line, this.comment)) return '';
    if ((this.stage === 'below' || this.stage === 'rows') && begins(line, this.stop)) {
      this.stage = 'over';
      return '';
    }
    this.isKept = this.stage !== 'below';
    if (this.isKept) this.step();
    if (this.stage === 'rows') this.hasRow = true;
    return this.more(line);
  }

  private more(line: string): string {
    this.record += line;
    // where tabs separate, a quotation mark seldom quotes, and no field may hold a line break
    if (this.delimiter !== '\t' && quotesIn(line) % 2 === 1) this.open = !this.open;
    return this.open ? '' : this.close();
  }

  private close(): string {
    const { record } = this;
    this.record = '';
    this.open = false;
    if (this.stage === 'header') {
      this.stage = this.toDrop > 0 ? 'below' : 'rows';
      this.expected = this.format.ragged === true ? fieldsIn(record, this.delimiter) : 0;
    } else if (this.stage === 'below') {
      this.toDrop -= 1;
      if (this.toDrop === 0) this.stage = 'rows';
    }
    if (!this.isKept) return '';
    this.kept += linesIn(record);
    return this.expected > 0 ? filled(record, this.delimiter, this.expected) : record;
  }

  private step(): void {
    const [kept, read] = [this.kept + 1, this.read];
    const [lastKept, lastRead] = this.steps.at(-1) ?? [1, 1];
    if (read - kept !== lastRead - lastKept) this.steps.push([kept, read]);
  }
}

function begins(line: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => line.startsWith(prefix));
}

/** The indexes after each line break, but for a CR at the very end, which an LF may follow. */
function* lineEnds(text: string): Generator<number> {
  let [feed, back] = [text.indexOf('\n'), text.indexOf('\r')];
  while (feed !== -1 || back !== -1) {
    const alone = back !== -1 && back !== feed - 1 && (feed === -1 || back < feed);
    if (alone && back === text.length - 1) return;
    const end = (alone ? back : feed) + 1;
    yield end;
    if (feed !== -1 && feed < end) feed = text.indexOf('\n', end);
    if (back !== -1 && back < end) back = text.indexOf('\r', end);
  }
}

function quotesIn(line: string): number {
  let count = 0;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) count += 1;
  return count;
}

function linesIn(record: string): number {
  return record.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** Fields of a record, line breaks and delimiters in quotation marks aside. */
function fieldsIn(record: string, delimiter: string): number {
  let [count, inside] = [1, false];
  for (const character of record) {
    if (character === '"' && delimiter !== '\t') inside = !inside;
    else if (character === delimiter && !inside) count += 1;
  }
  return count;
}

/** A record with as many fields as the header: missing ones are added, empty ones beyond it taken away. */
function filled(record: string, delimiter: string, expected: number): string {
  const end = /(\r\n|\r|\n)?$/.exec(record)?.[0] ?? '';
  let body = record.slice(0, record.length - end.length);
  if (body === '') return record;
  let count = fieldsIn(body, delimiter);
  for (; count > expected && body.endsWith(delimiter); count -= 1) body = body.slice(0, -delimiter.length);
  return `${body}${delimiter.repeat(Math.max(0, expected - count))}${end}`;
}
