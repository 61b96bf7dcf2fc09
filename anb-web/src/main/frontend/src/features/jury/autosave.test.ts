import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../api/problem';
import { Autosave, PAUSE, RETRY, type Save } from './autosave';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function saving() {
  return vi.fn<Save<string>>((_draft, version) => Promise.resolve(version + 1));
}

describe('Autosave', () => {
  it('saves once after the last of several changes', async () => {
    const save = saving();
    const drafts = new Autosave(0, save);
    drafts.change('a');
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    drafts.change('ab');
    expect(drafts.state().kind).toBe('waiting');
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls).toEqual([['ab', 0]]);
    expect(drafts.state().kind).toBe('saved');
    expect(drafts.isDirty).toBe(false);
  });

  it('never has two requests under way, and sends the version of the one before', async () => {
    let answer: (version: number) => void = () => undefined;
    const save = vi.fn<Save<string>>(() => new Promise((resolve) => (answer = resolve)));
    const drafts = new Autosave(4, save);
    drafts.change('a');
    await vi.advanceTimersByTimeAsync(PAUSE);
    drafts.change('ab');
    await vi.advanceTimersByTimeAsync(2 * PAUSE);
    expect(save).toHaveBeenCalledTimes(1);
    answer(5);
    await vi.advanceTimersByTimeAsync(0);
    expect(save.mock.calls).toEqual([
      ['a', 4],
      ['ab', 5],
    ]);
    expect(drafts.isDirty).toBe(true);
    answer(6);
    await vi.advanceTimersByTimeAsync(0);
    expect(drafts.version).toBe(6);
    expect(drafts.isDirty).toBe(false);
  });

  it('tries again by itself while the server cannot be reached', async () => {
    const save = saving().mockRejectedValueOnce(new ApiProblem(0, 'network'));
    const drafts = new Autosave(0, save);
    drafts.change('a');
    expect(await drafts.flush()).toBe(false);
    expect(drafts.state()).toMatchObject({ kind: 'failed', error: { code: 'network' } });
    expect(drafts.isDirty).toBe(true);
    await vi.advanceTimersByTimeAsync(RETRY);
    expect(drafts.state().kind).toBe('saved');
  });

  it('does not repeat what was refused', async () => {
    const save = saving().mockRejectedValue(new ApiProblem(400, 'phase_closed'));
    const drafts = new Autosave(0, save);
    drafts.change('a');
    await vi.advanceTimersByTimeAsync(PAUSE + 3 * RETRY);
    expect(save).toHaveBeenCalledTimes(1);
    expect(drafts.state()).toMatchObject({ kind: 'failed', error: { code: 'phase_closed' } });
  });

  it('stops at a conflict, keeps the draft and goes on when told from which version', async () => {
    const save = saving().mockRejectedValueOnce(new ApiProblem(409, 'version_conflict'));
    const drafts = new Autosave(2, save);
    drafts.change('a');
    expect(await drafts.flush()).toBe(false);
    drafts.change('ab');
    await vi.advanceTimersByTimeAsync(3 * PAUSE);
    expect(drafts.state().kind).toBe('conflict');
    expect(save).toHaveBeenCalledTimes(1);
    expect(await drafts.keepMine(7)).toBe(true);
    expect(save).toHaveBeenLastCalledWith('ab', 7);
    expect(drafts.version).toBe(8);
  });

  it('tells listeners until they stop', async () => {
    const drafts = new Autosave(0, saving());
    const seen: string[] = [];
    const stop = drafts.subscribe(() => seen.push(drafts.state().kind));
    drafts.change('a');
    await drafts.flush();
    stop();
    drafts.change('b');
    expect(seen).toEqual(['waiting', 'saving', 'saved']);
  });
});
