import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../api/problem';
import { pause, willPass } from './patience';

describe('willPass', () => {
  it.each([
    [0, 'network', true],
    [408, 'upload_interrupted', true],
    [409, 'upload_offset', true],
    [423, 'unknown', true],
    [503, 'unknown', true],
    [400, 'invalid_file', false],
    [401, 'unauthorized', false],
    [404, 'upload_not_found', false],
    [409, 'upload_incomplete', false],
    [429, 'too_many_requests', false],
  ])('of status %i %s is %s', (status, code, expected) => {
    expect(willPass(new ApiProblem(status, code))).toBe(expected);
  });
});

describe('pause', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('grows, and not without end', async () => {
    let over = 0;
    void pause(0, new AbortController().signal).then(() => over++);
    void pause(1_000, new AbortController().signal).then(() => over++);
    await vi.advanceTimersByTimeAsync(200);
    expect(over).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(over).toBe(2);
  });

  it('is over once the connection is back', async () => {
    const waiting = pause(4, new AbortController().signal);
    window.dispatchEvent(new Event('online'));
    await waiting;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends with the reason of the caller that does not want to wait', async () => {
    const stop = new AbortController();
    const waiting = pause(4, stop.signal);
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(pause(0, stop.signal)).rejects.toBe(reason);
  });
});
