import { defineConfig } from 'vitest/config';

// The real Pulumi CLI: outside CI, since it is no npm package. README.md says how to run it.
export default defineConfig({
  test: { include: ['tests/cloud/*.cloud.ts'], testTimeout: 300_000, hookTimeout: 120_000, bail: 1, reporters: ['verbose'] },
});
