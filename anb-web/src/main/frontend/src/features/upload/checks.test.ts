import { describe, expect, it } from 'vitest';
import { acceptable, check, type Measures, type Rules } from './checks';
import type { HeaderFault } from './header';

const rules: Rules = {
  min_seconds: 20,
  max_seconds: 60,
  tolerance_ms: 500,
  shown_seconds: 30,
  min_height: 1080,
  max_side: 8192,
  max_pixels: 8192 * 4320,
  max_frame_rate: 250,
  max_pixel_rate: 8192 * 4320 * 30,
  max_bytes: 100,
  publish_mode: 'auto',
  self_vote: true,
  accept_quicktime: true,
};
const good: Measures = { duration: 30, width: 1920, height: 1080 };

function wrong(
  file: { size: number; fault: HeaderFault | null },
  measures: Measures | null,
): string[] {
  return check(rules, file, measures)
    .filter(({ ok }) => ok === false)
    .map(({ name }) => name);
}

describe('checks before an upload', () => {
  it('accept what the contest wants', () => {
    expect(wrong({ size: 100, fault: null }, good)).toEqual([]);
  });

  it.each([
    ['too large', { size: 101 }, {}, 'size'],
    ['empty', { size: 0 }, {}, 'size'],
    ['not an MP4', { fault: { fault: 'file_not_mp4' } as const }, {}, 'type'],
    ['too short', {}, { duration: 19.4 }, 'duration'],
    ['too long', {}, { duration: 60.6 }, 'duration'],
    ['too small', {}, { height: 1079 }, 'resolution'],
    ['too large a picture', {}, { width: 8193 }, 'resolution'],
    ['too many pixels', {}, { width: 8192, height: 8192 }, 'resolution'],
    ['too narrow in portrait', {}, { width: 1079, height: 1920 }, 'resolution'],
  ])('refuse what is %s', (_what, file, measures, name) => {
    const found = wrong({ size: 50, fault: null, ...file }, { ...good, ...measures });
    expect(found).toEqual([name]);
  });

  it('are as tolerant with the length as the server', () => {
    expect(wrong({ size: 1, fault: null }, { ...good, duration: 19.5 })).toEqual([]);
    expect(wrong({ size: 1, fault: null }, { ...good, duration: 60.5 })).toEqual([]);
  });

  it('take portrait by its shorter side', () => {
    expect(wrong({ size: 1, fault: null }, { ...good, width: 1080, height: 1920 })).toEqual([]);
  });

  it('leave to the server what the browser cannot read', () => {
    const checks = check(rules, { size: 1, fault: null }, null);
    expect(checks.map(({ ok }) => ok)).toEqual([true, true, null, null]);
    expect(acceptable(checks)).toBe(true);
  });
});
