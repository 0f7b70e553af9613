// The licences of packages whose code goes into a file that is passed on.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LICENCE = /^licen[cs]e(-\w+)?(\.(md|txt))?$/i;

/**
 * Each package's licence, as a comment of JavaScript, by the packages' names.
 * @param modules paths of all modules that went in
 */
export function licencesOf(modules) {
  const names = modules.flatMap((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replaceAll('\\', '/'))?.[1] ?? []);
  return [...new Set(names)].sort().map((name) => {
    const folder = fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
    const licence = readdirSync(folder).find((each) => LICENCE.test(each));
    if (licence === undefined) throw new Error(`${name} has no licence`);
    const text = readFileSync(`${folder}/${licence}`, 'utf8').replaceAll('\r\n', '\n').replaceAll('*/', '* /').trim();
    return `/*! ${name}\n\n${text}\n*/\n`;
  });
}
