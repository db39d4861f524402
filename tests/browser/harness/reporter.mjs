// One line a test, the reason under one that failed, and a sum that reads like cargo's.
const engine = process.env.ZONESTAT_ENGINE;
/** What the runner counts itself. */
const SUMS = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) \d/;
const indent = (text) => text.replace(/^/gm, '    ');

export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:diagnostic' && !SUMS.test(data.message)) yield `  note     ${engine}: ${data.message}\n`;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const time = `${Math.round(data.details?.duration_ms ?? 0)} ms`;
    if (data.skip !== undefined) {
      counts.skipped += 1;
      yield `  skipped  ${engine}: ${data.name} (${data.skip})\n`;
    } else if (type === 'test:pass') {
      counts.passed += 1;
      yield `  ok       ${engine}: ${data.name} (${time})\n`;
    } else {
      counts.failed += 1;
      const { error } = data.details;
      const reason = error?.cause ?? error;
      const stacks = [reason, reason?.cause].filter(Boolean).map((each) => String(each.stack ?? each));
      yield `  FAILED   ${engine}: ${data.name} (${time})\n${indent(stacks.join('\n'))}\n`;
    }
  }
  const verdict = counts.failed === 0 ? 'ok' : 'FAILED';
  yield `test result: ${verdict}. ${counts.passed} passed; ${counts.failed} failed; ${counts.skipped} skipped\n`;
}
