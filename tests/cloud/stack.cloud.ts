import { afterAll, beforeAll, expect, test } from 'vitest';
import { RealStack } from './stack.js';

const SOURCES = 'sources:\n  shop: { owners: ["group:data@acme.example"] }\n';
const stack = new RealStack({
  project: 'acme-kpi',
  owner: 'user:admin@acme.example',
  newFor: 3000,
  datasets: { 'acme-kpi.loads': { tables: ['log'] } },
});
beforeAll(() => stack.start());
afterAll(() => stack.stop());

test('preview', async () => {
  await stack.write([{}], SOURCES);
  const step = await stack.step('preview');
  console.log(step.exitCode, step.counts, step.refused, step.said.slice(-6000));
  expect(step.exitCode).toBe(0);
});
