import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { quietLookup } from '../../src/shell/bigquery/quiet-lookup.js';

test('no credentials of a machine of Google’s are no warning for the reader; every other warning is told', async () => {
  const heard: string[] = [];
  const hear = ({ name }: Error) => heard.push(name);
  process.on('warning', hear);
  quietLookup();
  quietLookup();
  process.emitWarning('received unexpected error = All promises were rejected code = UNKNOWN', 'MetadataLookupWarning');
  process.emitWarning('the same', { type: 'MetadataLookupWarning' });
  process.emitWarning('another one', 'OtherWarning');
  process.emitWarning(new Error('one more'));
  await setImmediate();
  process.off('warning', hear);
  expect(heard).toEqual(['OtherWarning', 'Error']);
});
