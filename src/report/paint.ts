import pc from 'picocolors';
import type { Span, Tone } from './blocks.js';

/** Paints a span in the colour of its tone; without colour every tone is plain. */
export function painter(color: boolean): (span: Span) => string {
  const colors = pc.createColors(color);
  const tones: Readonly<Record<Tone, (text: string) => string>> = {
    strong: colors.bold,
    dim: colors.dim,
    good: colors.green,
    warn: colors.yellow,
    bad: colors.red,
    note: colors.cyan,
  };
  return ({ text, tone }) => (tone === undefined ? text : tones[tone](text));
}
