/**
 * What a spreadsheet shows for a formula that failed: `#N/A`, `#DIV/0!`, in German `#NV`, `#WERT!`. No way of saying that there is
 * nothing: something is missing.
 */
export const FAILED_FORMULA = /^#(n\/a|nv|[^\s#!?]{2,20}[!?])$/i;
