/** Arguments of every `npx concord` of a text's examples, without the comments beside them. */
export function commandsIn(text: string): string[][] {
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const lines = blocks.flatMap((block) => block.replace(/\\\n/g, ' ').split('\n'));
  return lines.flatMap((line) => {
    const [, typed] = /^npx concord (.*?)\s*(?:\s#.*)?$/.exec(line) ?? [];
    return typed === undefined ? [] : [[...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')];
  });
}
