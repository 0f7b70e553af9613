import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { placeOf, roomOf } from './rooms.mjs';
import { settings } from './settings.mjs';

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => placeOf(settings.room, moduleId);
    return [...files].sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    include: roomOf(settings).include,
    exclude: roomOf(settings).exclude,
    runner: 'tests/mutation/first-failure.ts',
    // a mutant's tests share one process; the next mutant has another
    isolate: false,
    // Stryker asks which test runs which mutant: one at a time
    maxConcurrency: 1,
    maxWorkers: 1,
    sequence: { sequencer: QuickFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
