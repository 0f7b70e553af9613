import type { Locale } from '../../kernel/text.js';
import type { Block, Branch, Command, Inline, ListItem, ToldLine } from '../blocks.js';
import { pageText, plainColumns } from '../escape.js';
import { issueItems } from '../issue-list.js';
import { chartHtml } from './charts.js';
import { isSeen, spansHtml } from './spans.js';
import { tableHtml } from './table.js';

/** Blocks as markup; every span is escaped here. The first title is the page's, later ones stand below it. */
export function blocksHtml(blocks: readonly Block[], locale: Locale): string {
  const hasChapters = blocks.some(({ kind }) => kind === 'chapter');
  const first = blocks.findIndex(({ kind }) => kind === 'title' || kind === 'chapter');
  const level = (block: Block, index: number): Level => {
    if (index === first) return 1;
    return block.kind === 'heading' && hasChapters && index > first ? 3 : 2;
  };
  return blocks.map((block, index) => blockHtml(block, level(block, index), locale)).join('\n');
}

type Level = 1 | 2 | 3;

function blockHtml(block: Block, level: Level, locale: Locale): string {
  switch (block.kind) {
    case 'chapter':
      return `<h${level}>${pageText(block.text)}</h${level}>`;
    case 'title':
      return `<header><h${level}>${spansHtml(block.text)}</h${level}>${paragraph(block.subtitle, 'subtitle')}</header>`;
    case 'heading':
      return `<h${level}>${pageText(block.text)}</h${level}>`;
    case 'figure':
      return `<div class="figure"><p class="label">${pageText(block.label)}</p><p class="value">${pageText(block.value)}</p>${block.notes
        .map((note) => paragraph(note, 'notes'))
        .join('')}</div>`;
    case 'paragraph':
      return paragraph(block.text);
    case 'pairs':
      return pairsHtml(block.pairs);
    case 'table':
      return tableHtml(block);
    case 'chart':
      return `${chartHtml(block.title, block.chart)}${tableHtml(block.table)}`;
    case 'list':
      return listHtml(block.items);
    case 'tree':
      return `<details><summary>${spansHtml(block.root.label)}</summary>${branchesHtml(block.root.children)}</details>`;
    case 'lines':
      return `<div class="lines">${block.lines.map(toldHtml).join('')}</div>`;
    case 'code':
    case 'markdown':
      return `<pre>${block.text.replace(/\n$/, '').split('\n').map(columnsHtml).join('\n')}</pre>`;
    case 'commands':
      return block.commands.map(commandHtml).join('');
    case 'issues':
      return listHtml(issueItems(block.issues, locale));
    case 'break':
      return '<hr>';
  }
}

function paragraph(inline: Inline, name?: string): string {
  if (!isSeen(inline)) return '';
  return `<p${name === undefined ? '' : ` class="${name}"`}>${spansHtml(inline)}</p>`;
}

function pairsHtml(pairs: Extract<Block, { kind: 'pairs' }>['pairs']): string {
  const each = pairs.map(({ label, value }) => `<div><dt>${pageText(label)}</dt><dd>${spansHtml(value)}</dd></div>`);
  return `<dl>${each.join('')}</dl>`;
}

function listHtml(items: readonly ListItem[]): string {
  const seen = items.filter(({ text }) => isSeen(text));
  if (seen.length === 0) return '';
  return `<ul>${seen
    .map(({ text, notes }) => {
      const below = notes.filter(isSeen).map((note) => `<li>${spansHtml(note)}</li>`);
      return `<li>${spansHtml(text)}${below.length === 0 ? '' : `<ul>${below.join('')}</ul>`}</li>`;
    })
    .join('')}</ul>`;
}

function branchesHtml(branches: readonly Branch[]): string {
  if (branches.length === 0) return '';
  let html = '<ul>';
  for (const { label, children } of branches) html += `<li>${spansHtml(label)}${branchesHtml(children)}</li>`;
  return `${html}</ul>`;
}

function toldHtml({ text, depth, point }: ToldLine): string {
  return `<p class="depth-${Math.min(depth, 3)}">${point === true ? '– ' : ''}${spansHtml(text)}</p>`;
}

function columnsHtml(line: string): string {
  return pageColumns(plainColumns(line));
}

/** As {@link pageText}, keeping runs of spaces. */
function pageColumns(line: string): string {
  return line
    .split(/([ \t])/)
    .map((part) => (part === ' ' || part === '\t' ? part : pageText(part)))
    .join('');
}

function commandHtml({ about, name, command }: Command): string {
  return `<p>${pageText(about)} · <code>${pageText(name)}</code></p><pre>${pageText(command)}</pre>`;
}
