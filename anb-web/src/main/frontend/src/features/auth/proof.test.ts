import { describe, expect, it } from 'vitest';
import { prove } from './proof';

describe('prove', () => {
  it('finds a counter whose hash begins with enough zero bits', async () => {
    const proof = await prove({ challenge: '12.1790000000.nonce.signature', bits: 12 });
    expect(proof).toMatch(/^12\.1790000000\.nonce\.signature\.\d+$/);
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(proof));
    expect(new DataView(hash).getUint32(0) >>> 20).toBe(0);
  });

  it('says how far it is, and never goes back', async () => {
    const shares: number[] = [];
    await prove({ challenge: 'another', bits: 13 }, (share) => shares.push(share));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
  });
});
