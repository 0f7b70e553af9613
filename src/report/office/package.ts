import { bytesOfText, zipOf } from '../../kernel/zip.js';

/* What files of offices have alike, whatever is in them: parts of XML in a ZIP, and how they are found (ECMA-376, part 2). */

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a file by their paths. The same parts give the same bytes on every machine. */
export function packageOf(parts: readonly (readonly [path: string, xml: string])[]): Uint8Array {
  return zipOf(new Map(parts.map(([path, xml]) => [path, bytesOfText(xml)])));
}

/** What a part refers to, `rId1` the first. */
export function relationsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  const xml = targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${xml.join('')}</Relationships>`;
}

/** What each part is, below a kind of file. */
export function contentTypesXml(kind: string, parts: readonly (readonly [path: string, type: string])[]): string {
  const overrides = parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${kind}.${type}+xml"/>`);
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}
