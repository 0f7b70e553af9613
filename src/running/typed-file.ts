/** A path as typed, as its folder and the file in it; no file where it names a folder. */
export function typedFile(path: string): { readonly folder: string; readonly file: string } {
  const [, folder = '', file = ''] = /^(.*[/\\])?([^/\\]*)$/.exec(path) ?? [];
  return { folder: folder === '' ? '.' : folder, file: file === '.' || file === '..' ? '' : file };
}
