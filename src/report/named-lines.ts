import { bareWord, namesMeant } from '../contract/synonyms.js';
import { LOCALES } from '../kernel/text.js';
import type { Line } from '../settlement/model.js';
import type { ReportContext } from './report-context.js';
import { wording } from './wording.js';

/**
 * The lines that somebody names: by id, by title in either language, by both as a statement shows them (`Performance bonus · reward`), or by
 * the kind of fee, as `bonus` and 奖金. None where nothing is called so; several where they are called the same.
 */
export function linesNamed<L extends Line>(lines: readonly L[], name: string, context: Pick<ReportContext, 'terms'>): readonly L[] {
  const byId = lines.filter(({ id }) => id === name);
  if (byId.length > 0) return byId;
  const { fees } = context.terms.contract;
  const words = LOCALES.map((locale) => wording(context.terms, locale));
  const titles = ({ id }: L): readonly string[] =>
    words.flatMap(({ lineTitle, line }) => [
      lineTitle(id),
      line(id)
        .map((span) => span.text)
        .join(''),
    ]);
  const kinds = ({ id }: L): readonly string[] => {
    const kind = fees.find((fee) => fee.id === id)?.kind;
    return kind === undefined ? [] : [kind, ...words.map(({ say }) => say(`kind.${kind}`))];
  };
  const wanted = bareWord(name);
  const called = (by: (line: L) => readonly string[]) => lines.filter((line) => by(line).some((word) => bareWord(word) === wanted));
  const found = [called(({ id }) => [id]), called(titles), called(kinds)].find((each) => each.length > 0);
  return found ?? lines.filter((line) => kinds(line).some((kind) => namesMeant(name).includes(kind)));
}
