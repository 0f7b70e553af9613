import { renderTerminal } from '../report/terminal.js';
import type { Medium } from './outcome.js';

export const medium: Medium = { print: ({ blocks }, reader) => renderTerminal(blocks(reader.locale), reader) };
