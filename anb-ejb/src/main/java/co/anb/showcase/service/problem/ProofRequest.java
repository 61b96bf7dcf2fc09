package co.anb.showcase.service.problem;

/**
 * Work that a client is asked for: a counter such that the SHA-256 of {@code challenge.counter}, in
 * ASCII, begins with so many zero bits.
 *
 * @param challenge to be sent back unchanged, together with the counter
 * @param bits 1 to 30; each more doubles the work
 */
public record ProofRequest(String challenge, int bits) {}
