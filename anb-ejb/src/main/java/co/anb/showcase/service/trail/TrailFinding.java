package co.anb.showcase.service.trail;

/**
 * Something that is not as it was sealed.
 *
 * @param key of the entry, or the number of the seal
 */
public record TrailFinding(Kind kind, long key) {

  /** What is wrong. The names in lower case are part of the interface. */
  public enum Kind {
    /** An entry is not what it was. */
    ENTRY_CHANGED,
    /** An entry is gone. */
    ENTRY_MISSING,
    /** An entry came between others that were sealed before. */
    ENTRY_INSERTED,
    /** A seal does not follow from the one before and its entries. */
    SEAL_CHANGED,
    /** A seal is gone. */
    SEAL_MISSING
  }
}
