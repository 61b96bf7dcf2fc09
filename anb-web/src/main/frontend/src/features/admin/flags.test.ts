import { expect, it } from 'vitest';
import { hoursBefore } from './api/votes';
import { filterOf } from './flags';

it('asks for the votes that a flag names, from absolute and relative addresses', () => {
  const query = '/api/admin/votes?network=a1b2&player_id=7&from=2026-03-01T00%3A00%3A00Z';
  const wanted = { network: 'a1b2', player_id: '7', from: '2026-03-01T00:00:00Z' };
  expect(filterOf({ votes_url: query })).toEqual(wanted);
  expect(filterOf({ votes_url: `https://anb.example${query}` })).toEqual(wanted);
});

it('counts periods back from now', () => {
  expect(hoursBefore(new Date('2026-03-02T12:00:00Z'), 24)).toBe('2026-03-01T12:00:00.000Z');
});
