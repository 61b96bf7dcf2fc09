// Fails the build if the first load of the gallery needs more JavaScript than agreed.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const BUDGET = 200 * 1024;
const folder = '../../../target/frontend';

const manifest = JSON.parse(await readFile(`${folder}/manifest.json`, 'utf8'));
const page = await readFile(`${folder}/index.html`, 'utf8');
// What a browser loads for /videos: the page's scripts, the gallery, and the words of one language.
const needed = new Set(
  [...page.matchAll(/<(?:script|link)\b[^>]*"\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file),
);
const add = (key) => {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`No chunk ${key}; has a file been renamed?`);
  if (needed.has(chunk.file)) return;
  needed.add(chunk.file);
  for (const each of chunk.imports ?? []) add(each);
};
['src/features/gallery/GalleryPage.tsx', 'src/i18n/es.ts'].forEach(add);

let total = 0;
for (const file of needed) {
  if (!file.endsWith('.js')) continue;
  const size = gzipSync(await readFile(`${folder}/${file}`), { level: 9 }).length;
  total += size;
  console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  ${file}`);
}
console.log(
  `${(total / 1024).toFixed(1).padStart(8)} KB  JavaScript of the gallery's first load, gzip`,
);
if (total > BUDGET) {
  console.error(`More than ${BUDGET / 1024} KB`);
  process.exit(1);
}
