import type { NamedNode } from '../schema-node.js';
import { scoresMeant } from '../share-meant.js';
import { type Meant, plainTrail } from './characters.js';
import { meantDate, meantPeriod } from './date.js';
import { meantNumber } from './number.js';

const YES = /^(?:yes|y|on|true|是|对|有|√|1)$/iu;
const NO = /^(?:no|n|off|false|否|不|不是|无|×|0)$/iu;
/** A multiple of a target, where there is none that it could be of. */
const MULTIPLE = /^(\d+(?:\.\d+)?)x$/;
const DATES = new Set(['date', 'moment']);
/** Names that a clause gives itself: spaces and capital letters are all that keeps them from being one. */
const OWN_NAMES: Readonly<Record<string, (text: string) => string>> = {
  id: (text) => text.replace(/\s+/g, '-'),
  name: (text) => text.replace(/[\s-]+/g, '_'),
  contractId: (text) => text.toLowerCase().replace(/[\s_]+/g, '-'),
  checklistItem: (text) => text.toLowerCase().replace(/[\s-]+/g, '_'),
};

/**
 * What was probably meant by a value that a field of the schema refuses, from its text alone; null where nothing can be seen.
 * What is offered has the form of the field.
 */
export function meantValue({ node, name }: NamedNode, text: string): Meant | null {
  // what has the form of a whole number and is none is a text
  if (node.type === 'integer' && fits(node, text)) return { slip: 'quoted', written: text };
  const meant = meantBy(node.type, name ?? '', text);
  if (meant !== null && fits(node, meant.written)) return meant;
  const [, bare] = MULTIPLE.exec(meant?.written ?? text) ?? [];
  return bare !== undefined && takesNumbers(node) && fits(node, bare) ? { slip: 'plain-number', written: bare } : null;
}

/** Whether a field takes numbers, shares or multiples, and no names. */
export function takesNumbers(node: NamedNode['node']): boolean {
  return node.type === 'integer' || (node.pattern !== undefined && ['1', '1%'].some((number) => fits(node, number)) && !fits(node, 'a'));
}

/** Words that say of a period what its place in a schedule says already: it holds from there on. */
const SINCE = /^(?:from|since|as of|自|从)\s*|\s*(?:onwards?|on|起)$/giu;

/** What was probably meant by a key of a table or of a map from periods. */
export function meantKey(patterns: readonly string[], text: string): Meant | null {
  const fits = (written: string) => patterns.some((pattern) => new RegExp(pattern, 'u').test(written));
  const fitting = (meant: Meant | null) => (meant !== null && fits(meant.written) ? meant : null);
  // where levels begin with `from` the word is theirs
  const period = fits('from 0') ? text : text.replace(SINCE, '');
  return fitting(meantPeriod(period)) ?? fitting(meantNumber(text)) ?? fitting(meantLevel(text)) ?? fitting(meantShare(text));
}

/** A number in another form after the word of a level: `from 40万` and `from ４０００００`. */
function meantLevel(text: string): Meant | null {
  const { text: plain, slip } = plainTrail(text);
  const [, direction = '', number] = /^((?:from|below)\s+)(.+)$/.exec(plain) ?? [];
  if (number === undefined) return null;
  const meant: Meant | null = meantNumber(number) ?? (slip === null ? null : { slip, written: number });
  if (meant === null) return null;
  const { otherwise, currency } = meant;
  return {
    slip: slip ?? meant.slip,
    written: direction + meant.written,
    ...(otherwise === undefined ? {} : { otherwise: direction + otherwise }),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** A score without its percent sign, after the word that may stand before it: `from 80` and `below 0.8` are both of 80%. */
function meantShare(text: string): Meant | null {
  const [, direction = '', number] = /^((?:from|below)\s+)?(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  // Between 1 and 10 it is rather a value of the KPI, a ROAS of 3.0: what it scores, its target and threshold say.
  if (number === undefined || /^[1-9]\.\d*[1-9]|^[2-9](?:\.|$)/.test(number)) return null;
  const [written = '', otherwise] = scoresMeant(number).map((share) => direction + share);
  return { slip: 'percent-sign', written, ...(otherwise === undefined ? {} : { otherwise }) };
}

function meantBy(type: NamedNode['node']['type'], form: string, text: string): Meant | null {
  if (type === 'boolean') return truthOf(text);
  if (DATES.has(form)) return meantDate(text);
  if (form === 'period') return meantPeriod(text);
  if (form === 'sha256') return digestOf(text);
  const own = OWN_NAMES[form];
  if (own !== undefined) return ownName(own, text);
  return type === 'string' && form === '' ? plainText(text) : (meantNumber(text) ?? plainText(text));
}

/** A digest as other programs print it: in capitals, in pairs, after its name. */
function digestOf(text: string): Meant | null {
  const written = plainTrail(text)
    .text.replace(/^sha-?256\s*[:=]?\s*/i, '')
    .replace(/[\s:]+/g, '')
    .toLowerCase();
  return written === text ? null : { slip: 'digest', written };
}

function truthOf(text: string): Meant | null {
  const { text: plain } = plainTrail(text);
  if (YES.test(plain)) return { slip: 'truth', written: 'true' };
  return NO.test(plain) ? { slip: 'truth', written: 'false' } : null;
}

function ownName(make: (text: string) => string, text: string): Meant | null {
  const trail = plainTrail(text);
  const written = make(trail.text);
  return written === text ? null : { slip: trail.slip ?? 'case', written };
}

/** The same text in plain characters. */
function plainText(text: string): Meant | null {
  const { text: plain, slip } = plainTrail(text);
  return slip === null ? null : { slip, written: plain };
}

function fits({ type, pattern }: NamedNode['node'], text: string): boolean {
  if (type === 'boolean') return true;
  if (type === 'integer') return /^\d{1,15}$/.test(text);
  if (pattern !== undefined) return new RegExp(pattern, 'u').test(text);
  return type === 'string';
}
