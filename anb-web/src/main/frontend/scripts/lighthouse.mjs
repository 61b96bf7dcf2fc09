// Measures the gallery of a running stack with Lighthouse, several times, and fails if the medians are below what was agreed.
// Lighthouse is fetched when it is needed: it is as large as everything else together.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';

const VERSION = '12.8.2';
// A phone on a slow network is measured, too; its performance is told, not demanded (docs/capacity.md).
const AGREED = {
  mobile: { accessibility: 100 },
  desktop: { performance: 95, accessibility: 100 },
};
// Times differ from run to run by more than a change of the page is worth.
const RUNS = Number(process.env.ANB_LIGHTHOUSE_RUNS ?? 5);
const address = `${process.env.ANB_BASE_URL ?? 'http://127.0.0.1:8080'}/videos`;
const folder = '../../../target/lighthouse';

/** @returns the report of one run; it also lies in the folder, for people */
function measure(form, run) {
  const report = `${folder}/${form}-${run}`;
  execFileSync(
    'npm',
    [
      'exec',
      '--yes',
      `--package=lighthouse@${VERSION}`,
      '--',
      'lighthouse',
      address,
      '--quiet',
      '--output=json',
      '--output=html',
      `--output-path=${report}`,
      '--only-categories=performance,accessibility,best-practices',
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
      ...(form === 'desktop' ? ['--preset=desktop'] : []),
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CHROME_PATH: process.env.ANB_CHROMIUM ?? '/usr/bin/chromium' },
    },
  );
  return JSON.parse(readFileSync(`${report}.report.json`, 'utf8'));
}

/** Of an even number the lower one of both in the middle. */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length / 2) - 1];
}

mkdirSync(folder, { recursive: true });
let missed = false;
for (const [form, agreed] of Object.entries(AGREED)) {
  const reports = Array.from({ length: RUNS }, (_, run) => measure(form, run + 1));
  const scores = (name) =>
    reports.map(({ categories }) => Math.round(categories[name].score * 100));
  const audit = (name) => median(reports.map(({ audits }) => audits[name].numericValue));
  const seconds = (name) => `${(audit(name) / 1000).toFixed(1)} s`;
  const performance = scores('performance');
  console.log(
    `${form}, medians of ${RUNS}: performance ${median(performance)}`,
    `(${Math.min(...performance)} to ${Math.max(...performance)}),`,
    `accessibility ${median(scores('accessibility'))},`,
    `best practices ${median(scores('best-practices'))};`,
    `first paint ${seconds('first-contentful-paint')},`,
    `largest ${seconds('largest-contentful-paint')},`,
    `blocked ${Math.round(audit('total-blocking-time'))} ms,`,
    `shift ${audit('cumulative-layout-shift').toFixed(3)},`,
    `transferred ${Math.round(audit('total-byte-weight') / 1024)} KB`,
  );
  missed ||= Object.entries(agreed).some(([name, least]) => median(scores(name)) < least);
}
if (missed) {
  console.error(`Less than agreed: ${JSON.stringify(AGREED)}; the reports are in ${folder}`);
  process.exit(1);
}
