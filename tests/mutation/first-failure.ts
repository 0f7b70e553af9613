import { VitestTestRunner } from 'vitest/runners';

type Test = Parameters<VitestTestRunner['onAfterRunTask']>[0];

/**
 * Ends at the first assertion that fails. vitest runs no further test then, but still loads the files that are left, whose own preparations
 * may never end with a mutant in the program: killed mutants would count as timed out.
 */
export default class FirstFailureRunner extends VitestTestRunner {
  private isOver = false;

  override onAfterRunTask(test: Test): void {
    super.onAfterRunTask(test);
    if (test.result?.state === 'fail') this.isOver = true;
  }

  override importFile(...given: Parameters<VitestTestRunner['importFile']>): unknown {
    return this.isOver ? undefined : super.importFile(...given);
  }
}
