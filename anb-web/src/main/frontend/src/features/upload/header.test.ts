// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { headerFault } from './header';

function box(type: string, ...parts: (string | number[])[]): string {
  const body = parts.map((part) => (typeof part === 'string' ? part : bytes(part))).join('');
  return bytes([0, 0, (body.length + 8) >> 8, (body.length + 8) & 255]) + type + body;
}

function bytes(values: number[]): string {
  return String.fromCharCode(...values);
}

function track(codec: string, handler = 'vide'): string {
  const zeros = '\0'.repeat(8);
  const description = box('stsd', zeros, box(codec, '\0'.repeat(78)));
  return box(
    'trak',
    box('mdia', box('hdlr', zeros, handler), box('minf', box('stbl', description))),
  );
}

function file(...boxes: string[]): Blob {
  return new Blob([Uint8Array.from(boxes.join(''), (letter) => letter.charCodeAt(0))]);
}

const MP4 = box('ftyp', 'isom', '\0\0\0\0');
const QUICKTIME = box('ftyp', 'qt  ', '\0\0\0\0');
const MEDIA = box('mdat', '\0'.repeat(500));

describe('headerFault', () => {
  it.each([
    ['an MP4', [MP4, box('moov', track('avc1')), MEDIA]],
    ['one with its header last', [box('free'), MP4, MEDIA, box('moov', track('hvc1'))]],
    [
      'one with sound and a thumbnail',
      [MP4, box('moov', track('mp4a', 'soun'), track('jpeg'), track('avc3'))],
    ],
    ['QuickTime', [QUICKTIME, box('wide'), MEDIA, box('moov', track('dvh1'))]],
    ['what the server has to judge', [MP4, MEDIA]],
  ])('takes %s', async (_what, boxes) => {
    expect(await headerFault(file(...boxes), true)).toBeNull();
  });

  it.each([
    ['another codec', [MP4, box('moov', track('vp09'))], { fault: 'file_codec', codec: 'VP9' }],
    ['unknown letters', [MP4, box('moov', track('<b>!'))], { fault: 'file_codec', codec: '?b??' }],
    ['encryption', [MP4, box('moov', track('encv'))], { fault: 'file_encrypted' }],
    ['sound only', [MP4, box('moov', track('mp4a', 'soun'))], { fault: 'file_no_video' }],
    ['another format', ['\x1aE\xdf\xa3 this is a webm file'], { fault: 'file_not_mp4' }],
    ['nothing', [], { fault: 'file_not_mp4' }],
  ])('knows %s', async (_what, boxes, expected) => {
    expect(await headerFault(file(...boxes), true)).toEqual(expected);
  });

  it('refuses QuickTime where the contest does', async () => {
    const movie = box('moov', track('hvc1'));
    expect(await headerFault(file(QUICKTIME, movie), false)).toEqual({ fault: 'file_quicktime' });
    expect(await headerFault(file(MEDIA, movie), false)).toEqual({ fault: 'file_quicktime' });
    expect(await headerFault(file(MP4, movie), false)).toBeNull();
  });

  it('comes to an end with damaged sizes', async () => {
    const movie = box('moov', bytes([255, 255, 255, 255]), 'trak');
    expect(await headerFault(file(MP4, movie), true)).toEqual({ fault: 'file_no_video' });
  });
});
