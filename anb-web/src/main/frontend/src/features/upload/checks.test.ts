import { describe, expect, it } from 'vitest';
import { acceptable, check, looksLikeMp4, type Measures, type Rules } from './checks';

const rules: Rules = {
  min_seconds: 20,
  max_seconds: 60,
  min_height: 1080,
  max_bytes: 100,
  publish_mode: 'auto',
  self_vote: true,
};
const good: Measures = { duration: 30, width: 1920, height: 1080 };

function wrong(file: { size: number; mp4: boolean }, measures: Measures | null): string[] {
  return check(rules, file, measures)
    .filter(({ ok }) => ok === false)
    .map(({ name }) => name);
}

describe('checks before an upload', () => {
  it('accept what the contest wants', () => {
    expect(wrong({ size: 100, mp4: true }, good)).toEqual([]);
  });

  it.each([
    ['too large', { size: 101 }, {}, 'size'],
    ['empty', { size: 0 }, {}, 'size'],
    ['not an MP4', { mp4: false }, {}, 'type'],
    ['too short', {}, { duration: 19.4 }, 'duration'],
    ['too long', {}, { duration: 60.6 }, 'duration'],
    ['too small', {}, { height: 1079 }, 'resolution'],
    ['too narrow in portrait', {}, { width: 1079, height: 1920 }, 'resolution'],
  ])('refuse what is %s', (_what, file, measures, name) => {
    const found = wrong({ size: 50, mp4: true, ...file }, { ...good, ...measures });
    expect(found).toEqual([name]);
  });

  it('are as tolerant with the length as the server', () => {
    expect(wrong({ size: 1, mp4: true }, { ...good, duration: 19.5 })).toEqual([]);
    expect(wrong({ size: 1, mp4: true }, { ...good, duration: 60.5 })).toEqual([]);
  });

  it('take portrait by its shorter side', () => {
    expect(wrong({ size: 1, mp4: true }, { ...good, width: 1080, height: 1920 })).toEqual([]);
  });

  it('leave to the server what the browser cannot read', () => {
    const checks = check(rules, { size: 1, mp4: true }, null);
    expect(checks.map(({ ok }) => ok)).toEqual([true, true, null, null]);
    expect(acceptable(checks)).toBe(true);
  });
});

describe('looksLikeMp4', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('knows the first box', () => {
    expect(looksLikeMp4(bytes('\0\0\0\x18ftypmp42'))).toBe(true);
    expect(looksLikeMp4(bytes('\x1aE\xdf\xa3 webm file'))).toBe(false);
    expect(looksLikeMp4(bytes('\0\0\0\x18ftyp'))).toBe(false);
  });
});
