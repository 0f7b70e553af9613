/** How lines begin that add up others. */
const TOTAL =
  /^(grand total|sub[- ]?totals?|totals?|sum|summe|gesamt(?:summe)?|zwischensumme|insgesamt|totale|sous-total|合计|总计|汇总|小计|共计|總計|合計|小計|総計|総合計|합계|총계|총합계|총합|소계|누계)(?=$|[\s:：(（-])[:：]?/i;

/** What of a line's beginning says that it adds up others, `Total`, `合计：`; null: it does not say so. */
export function totalMark(text: string): string | null {
  return TOTAL.exec(text)?.[0] ?? null;
}
