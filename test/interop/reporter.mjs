/** Jest's verdict in two lines a failure, and `N passed, N failed` last. */
export default class InteropReporter {
  onTestResult(_test, result) {
    for (const test of result.testResults) {
      if (test.status === 'failed') process.stdout.write(`${test.title}: FAILED\n${test.failureMessages.join('\n').slice(0, 4_000)}\n`);
    }
    if (result.testExecError) process.stdout.write(`${result.testExecError.message ?? String(result.testExecError)}\n`);
  }

  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.stdout.write(`${results.numPassedTests} passed, ${failed} failed\n`);
  }
}
