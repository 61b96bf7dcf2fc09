import { describe, expect, it } from 'vitest';
import { nextPath, signInPath } from './paths';

describe('paths', () => {
  it('remembers where to go on', () => {
    expect(signInPath('/videos/1?a=b')).toBe('/login?next=%2Fvideos%2F1%3Fa%3Db');
    expect(nextPath('/videos/1')).toBe('/videos/1');
  });

  it.each([null, '', 'videos', '//evil.example', '/\\evil.example', 'https://evil.example'])(
    'never leaves the site: %s',
    (next) => {
      expect(nextPath(next)).toBe('/videos');
    },
  );
});
