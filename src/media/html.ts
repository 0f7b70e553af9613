import { blocksHtml } from '../report/html/blocks.js';
import { documentHtml } from '../report/html/document.js';
import type { Medium } from './outcome.js';

/** A page that opens from a file: no script, no font, nothing that is loaded. */
export const medium: Medium = {
  print: ({ blocks }, { locale }) => {
    const said = blocks(locale);
    const title = said.flatMap((block) => (block.kind === 'title' ? [block.text, block.subtitle].flat() : [])).map(({ text }) => text);
    return documentHtml({ locale, title: title.join(' · ') || 'Concord', body: `<main>${blocksHtml(said, locale)}</main>` });
  },
};
