import { constants } from 'node:fs';
import { copyFile, link, mkdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Taking, TakingRefused } from '../../ports/exports.js';

/*
 * Files that are taken into the data folder together, with those that give their place to them: all of it happens, or nothing does.
 */

/** Where the new file stands until all are there, and where the old one does until all have moved: under names that nothing reads. */
const beside = (to: string, what: 'new' | 'old'): string => join(dirname(to), `.${basename(to)}.${what}`);

/**
 * Each new file is made whole beside its place; then each gets its name in one step, then the old ones go. What fails on the way is
 * undone; a process that ends on the way leaves old and new rows beside each other, which is told and held, never neither.
 * @param data the data folder.
 */
export async function takeIn(data: string, { files, olds, asLink }: Taking): Promise<readonly ('placed' | 'same')[] | TakingRefused> {
  const going = new Set(olds.map((old) => resolve(old)));
  const wanted = files.map(({ path, to }) => ({ path, to: resolve(data, to) }));
  const states = await Promise.all(wanted.map(({ path, to }) => (going.has(to) ? ('free' as const) : standing(path, to))));
  const there = states.flatMap((state, index) => {
    const isTwice = wanted.slice(0, index).some(({ to }) => to === wanted[index]?.to);
    return state === 'there' || isTwice ? [index] : [];
  });
  if (there.length > 0) return { refused: 'there', files: there };
  const fresh = wanted.filter((_, index) => states[index] === 'free');
  const kept: string[] = [];
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const file of fresh) {
      if (!(await made(file.path, beside(file.to, 'new'), asLink))) return { refused: 'far', files: [wanted.indexOf(file)] };
    }
    const tos = new Set(wanted.map(({ to }) => to));
    for (const old of going) {
      await made(old, beside(old, 'old'), false);
      kept.push(beside(old, 'old'));
    }
    for (const { to } of fresh) {
      await rename(beside(to, 'new'), to);
      undo.push(() => (going.has(to) ? rename(beside(to, 'old'), to) : rm(to, { force: true })));
    }
    for (const old of going) {
      if (tos.has(old)) continue;
      await rm(old);
      undo.push(() => rename(beside(old, 'old'), old));
    }
  } catch (error) {
    for (const each of undo.toReversed()) await each();
    throw error;
  } finally {
    for (const each of [...fresh.map(({ to }) => beside(to, 'new')), ...kept]) await rm(each, { force: true });
  }
  return states.map((state) => (state === 'same' ? 'same' : 'placed'));
}

/** Copies or links a file to where nothing that is read stands; whether it could be. */
async function made(path: string, to: string, asLink: boolean): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true });
  await rm(to, { force: true });
  if (!asLink) {
    await copyFile(path, to, constants.COPYFILE_EXCL);
    return true;
  }
  // a link that only names its place would lead out of the data folder, where nothing is read
  return link(await realpath(path), to).then(
    () => true,
    () => false,
  );
}

async function standing(path: string, to: string): Promise<'free' | 'same' | 'there'> {
  const there = await stat(to).catch(() => null);
  if (there === null) return 'free';
  return there.isFile() && (await isSame(path, to)) ? 'same' : 'there';
}

async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one), stat(other)]);
  if (a.ino === b.ino && a.dev === b.dev) return true;
  return a.size === b.size && (await readFile(one)).equals(await readFile(other));
}
