/*
 * Numbers as people write them for people, which no file is read by: 3万, 1.2k, ３５００. They are named, and never guessed at.
 */

/** A number shortened by a word or a letter behind it. */
export const SHORT_NUMBER = /^[+-]?\d[\d.,]*\s*([万亿千]|[km])$/i;

/** A number some digits of which are full-width characters. */
export const WIDE_NUMBER = /^[０-９．，－＋\d.,+-]*[０-９][０-９．，－＋\d.,+-]*$/;
