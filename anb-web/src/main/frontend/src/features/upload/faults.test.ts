// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../../i18n/en';
import es from '../../i18n/es';
import { FAULTS } from './faults';

/** What only the server finds out; its answer brings the words. */
const LEFT_TO_THE_SERVER = [
  'file_damaged',
  'file_contradictory',
  'file_external',
  'file_mixed',
  'file_edits',
  'file_recording_too_long',
  'file_rate_too_high',
] as const;

const JAVA = '../../../../anb-domain/src/main/java/co/anb/showcase/domain/mp4/FileFault.java';

/** The codes of the server's own list, which its bundles and its documentation are tested against. */
function serverCodes(): string[] {
  const source = readFileSync(JAVA, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
  const constants = /enum FileFault \{([^;]*);/.exec(source)?.[1] ?? '';
  return constants.split(',').map((name) => name.trim().toLowerCase());
}

describe('the reasons to refuse a file', () => {
  it('are those of the server', () => {
    expect(serverCodes().length).toBeGreaterThan(15);
    expect([...FAULTS, ...LEFT_TO_THE_SERVER].sort()).toEqual(serverCodes().sort());
  });

  it.each(FAULTS)('%s has words in both languages', (fault) => {
    expect(es.upload[fault]).toMatch(/\S/);
    expect(en.upload[fault]).toMatch(/\S/);
    expect(en.upload[fault]).not.toBe(es.upload[fault]);
  });

  it('have no words for a code that is none', () => {
    const words = Object.keys(es.upload).filter((key) => key.startsWith('file_'));
    expect(words.sort()).toEqual([...FAULTS].sort());
  });
});
