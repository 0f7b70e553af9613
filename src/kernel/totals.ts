/** How lines begin that add up others. */
const TOTAL =
  /^(grand total|totals?|subtotals?|sum|summe|gesamt|insgesamt|totale|合计|总计|汇总|小计|共计|總計|合計|小計)(?=$|[\s:：(（-])[:：]?/i;

/** What of a line's beginning says that it adds up others, `Total`, `合计：`; null: it does not say so. */
export function totalMark(text: string): string | null {
  return TOTAL.exec(text)?.[0] ?? null;
}
