import { expect, it } from 'vitest';
import { captions } from './captions';

it('captions show title and player all the time and cannot be broken by either', () => {
  expect(captions('1 < 2 &\n\nWEBVTT --> x', 'Ana', 65.2)).toBe(
    'WEBVTT\n\n00:00.000 --> 01:06.000\n1 &lt; 2 &amp; WEBVTT --&gt; x · Ana\n',
  );
});
