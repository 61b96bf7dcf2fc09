import type { WorkProblem } from '../../api/problem';

/** So many are tried before the page gets a turn again: some milliseconds. */
const AT_A_TIME = 512;

const TEXT = new TextEncoder();

/**
 * Solves a proof of work: finds the counter such that the SHA-256 of `challenge.counter` begins with
 * so many zero bits. The browser hashes outside of this thread, a batch at a time, so the page stays
 * usable meanwhile.
 *
 * @param onProgress told after each batch how far it is, 0 to 1: the chance that it is done by then
 * @returns `challenge.counter`
 */
export async function prove(
  { challenge, bits }: WorkProblem,
  onProgress: (share: number) => void = () => undefined,
): Promise<string> {
  const expected = 2 ** bits;
  for (let from = 0; ; from += AT_A_TIME) {
    const proofs = Array.from({ length: AT_A_TIME }, (_, n) => `${challenge}.${from + n}`);
    const hashes = await Promise.all(
      proofs.map((proof) => crypto.subtle.digest('SHA-256', TEXT.encode(proof))),
    );
    const found = proofs.find((_, n) => zeroBits(hashes[n]) >= bits);
    if (found !== undefined) return found;
    onProgress(1 - Math.exp(-(from + AT_A_TIME) / expected));
  }
}

function zeroBits(hash: ArrayBuffer | undefined): number {
  return hash === undefined ? 0 : Math.clz32(new DataView(hash).getUint32(0));
}
