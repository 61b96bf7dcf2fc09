// Measures the gallery of a running stack with Lighthouse and fails below what was agreed.
// Lighthouse is fetched when it is needed: it is as large as everything else together.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';

const VERSION = '12.8.2';
// A phone on a slow network is measured, too; its performance is told, not demanded (docs/capacity.md).
const AGREED = {
  mobile: { accessibility: 100 },
  desktop: { performance: 95, accessibility: 100 },
};
const address = `${process.env.ANB_BASE_URL ?? 'http://127.0.0.1:8080'}/videos`;
const folder = '../../../target/lighthouse';

mkdirSync(folder, { recursive: true });
let missed = false;
for (const [form, agreed] of Object.entries(AGREED)) {
  const report = `${folder}/${form}`;
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
  const { categories, audits } = JSON.parse(readFileSync(`${report}.report.json`, 'utf8'));
  const score = (name) => Math.round(categories[name].score * 100);
  const shown = (name) => audits[name].displayValue;
  console.log(
    `${form}: performance ${score('performance')}, accessibility ${score('accessibility')},`,
    `best practices ${score('best-practices')};`,
    `first paint ${shown('first-contentful-paint')}, largest ${shown('largest-contentful-paint')},`,
    `blocked ${shown('total-blocking-time')}, shift ${shown('cumulative-layout-shift')}`,
  );
  missed ||= Object.entries(agreed).some(([name, least]) => score(name) < least);
}
if (missed) {
  console.error(`Less than agreed: ${JSON.stringify(AGREED)}; the reports are in ${folder}`);
  process.exit(1);
}
