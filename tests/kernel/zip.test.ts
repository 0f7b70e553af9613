import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOfText, textOfBytes, unzipped, zipOf } from '../../src/kernel/zip.js';

const FILES = new Map([
  ['b.txt', bytesOfText('two')],
  ['a.txt', bytesOfText('one one one one one one')],
]);
const BYTES = 3 + 23;
const anyName = { isName: () => true, most: 1_000 };

/** The bytes with every `from` of a name as `to`: no library writes a ZIP with one name twice. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'));
}

describe('a ZIP', () => {
  it('is the same whatever order its files came in, and has them by name', () => {
    const zip = zipOf(FILES);
    expect(zip).toEqual(zipOf(new Map([...FILES].reverse())));
    const read = unzipped(zip, anyName);
    if (typeof read === 'string') throw new Error(read);
    expect([...read]).toEqual([...FILES].reverse());
  });

  it('is read up to the bytes that it may hold, and not beyond', () => {
    expect(unzipped(zipOf(FILES), { ...anyName, most: BYTES })).toBeInstanceOf(Map);
    expect(unzipped(zipOf(FILES), { ...anyName, most: BYTES - 1 })).toBe('size');
  });

  it('has no name that it may not have, and none twice', () => {
    expect(unzipped(zipOf(FILES), { ...anyName, isName: (name) => name === 'a.txt' })).toBe('name');
    expect(unzipped(renamed(zipOf(FILES), 'b.txt', 'a.txt'), anyName)).toBe('name');
  });

  it('is told by what was wrong first', () => {
    expect(unzipped(zipOf(FILES), { isName: () => false, most: 1 })).toBe('size');
    expect(unzipped(zipOf(FILES), { isName: () => false, most: 25 })).toBe('name');
  });

  it('whose list of files is none of its files is damaged, and has no name that it may not have', () => {
    const zip = zipOf(FILES);
    const list = Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const end = Buffer.from(zip).lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    // the first name, its length, what follows it, and where the list begins
    for (const at of [list + 46, list + 28, list + 30, end + 16]) {
      const spoilt = zip.map((byte, place) => (place === at ? byte ^ 1 : byte));
      expect(unzipped(spoilt, { isName: (name) => FILES.has(name), most: 1_000 })).toBe('form');
    }
  });

  it('is of the one form that is written', () => {
    expect(unzipped(bytesOfText('PK, and no ZIP'), anyName)).toBe('cut');
    const files = Object.fromEntries([...FILES].sort());
    // the same length, another day
    expect(unzipped(zipSync(files, { mtime: '1981-01-01T12:00:00', level: 9 }), anyName)).toBe('form');
    expect(unzipped(zipSync(files, { mtime: '1980-01-01T12:00:00', level: 0 }), anyName)).toBe('form');
    expect(unzipped(zipSync(files, { mtime: '1980-01-01T12:00:00', level: 9 }), anyName)).toBeInstanceOf(Map);
    expect(unzipped(zipSync(Object.fromEntries([...FILES].sort().reverse()), { mtime: '1980-01-01T12:00:00', level: 9 }), anyName)).toBe(
      'form',
    );
  });
});

describe('text of bytes', () => {
  it('is UTF-8 with its mark of order, or nothing', () => {
    expect(textOfBytes(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('\uFEFFa');
    expect(textOfBytes(bytesOfText('中文'))).toBe('中文');
    expect(textOfBytes(new Uint8Array([0x61, 0xff]))).toBeNull();
  });
});
