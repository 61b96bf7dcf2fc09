import { describe, expect, it } from 'vitest';
import { toLocal, toSend, zones } from './zone';

const BOGOTA = 'America/Bogota';

describe('times of the contest', () => {
  it('are shown in its zone, whatever the browser has', () => {
    expect(toLocal('2026-03-11T04:59:59Z', BOGOTA)).toBe('2026-03-10T23:59:59');
    expect(toLocal('2026-03-11T05:00:00Z', BOGOTA)).toBe('2026-03-11T00:00:00');
    expect(toLocal('2026-07-01T12:00:00Z', 'Europe/Madrid')).toBe('2026-07-01T14:00:00');
    expect(toLocal(null, BOGOTA)).toBe('');
  });

  it('are sent back untouched, with the parts of seconds that a field does not have', () => {
    const before = '2026-03-11T04:59:59.123456Z';
    expect(toSend(toLocal(before, BOGOTA), before, BOGOTA)).toBe(before);
    expect(toSend('2026-03-11T00:00', '2026-03-11T05:00:00Z', BOGOTA)).toBe('2026-03-11T05:00:00Z');
  });

  it('are sent as local times once they were changed, and as none once they were emptied', () => {
    expect(toSend('2026-03-12T00:00', '2026-03-11T05:00:00Z', BOGOTA)).toBe('2026-03-12T00:00');
    expect(toSend('2026-03-12T00:00', null, BOGOTA)).toBe('2026-03-12T00:00');
    expect(toSend('', '2026-03-11T05:00:00Z', BOGOTA)).toBeNull();
  });

  it('have a zone that can be chosen even if the browser does not list it', () => {
    expect(zones(BOGOTA)).toContain(BOGOTA);
    expect(zones('Etc/GMT+5')[0]).toBe('Etc/GMT+5');
  });
});
