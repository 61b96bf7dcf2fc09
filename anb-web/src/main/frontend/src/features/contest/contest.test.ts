import { describe, expect, it } from 'vitest';
import type { Contest } from './api';
import { timeLeft } from './countdown';
import { deadlineOf, stageOf, uploadsOpen, votingOpen } from './stage';

const contest = (phase: string) =>
  ({
    name: 'ANB',
    phase,
    uploads_until: '2026-05-01T00:00:00Z',
    voting_until: '2026-06-01T00:00:00Z',
    rules: {
      min_seconds: 20,
      max_seconds: 60,
      min_height: 1080,
      max_bytes: 1,
      publish_mode: 'auto',
      self_vote: true,
      accept_quicktime: true,
      tolerance_ms: 500,
      shown_seconds: 30,
      max_side: 8192,
      max_pixels: 8192 * 4320,
      max_frame_rate: 250,
      max_pixel_rate: 8192 * 4320 * 30,
    },
  }) as Partial<Contest> as Contest;

describe('the countdown', () => {
  const until = new Date('2026-05-03T10:00:00Z');

  it('cuts the time that is left into units', () => {
    expect(timeLeft(until, new Date('2026-05-01T07:56:55Z'))).toEqual({
      days: 2,
      hours: 2,
      minutes: 3,
      seconds: 5,
    });
  });

  it('shows a second until it has passed, and stays at zero', () => {
    expect(timeLeft(until, new Date('2026-05-03T09:59:59.001Z')).seconds).toBe(1);
    const zero = { days: 0, hours: 0, minutes: 0, seconds: 0 };
    expect(timeLeft(until, until)).toEqual(zero);
    expect(timeLeft(until, new Date('2027-01-01T00:00:00Z'))).toEqual(zero);
  });
});

describe('the stage', () => {
  it.each([
    ['draft', 'draft', null],
    ['submission', 'uploads', '2026-05-01T00:00:00.000Z'],
    ['voting', 'voting', '2026-06-01T00:00:00.000Z'],
    ['closed', 'closed', null],
    ['published', 'closed', null],
  ])('of phase %s is %s', (phase, stage, deadline) => {
    const now = contest(phase);
    expect(stageOf(now)).toBe(stage);
    expect(deadlineOf(now)?.toISOString() ?? null).toBe(deadline);
  });

  it('does not decide what is open: the server says so', () => {
    const now = { ...contest('submission'), uploads_open: true, voting_open: false };
    expect(uploadsOpen(now)).toBe(true);
    expect(votingOpen(now)).toBe(false);
  });

  it('has no deadline if none is set', () => {
    expect(deadlineOf({ ...contest('voting'), voting_until: null })).toBeNull();
  });
});
