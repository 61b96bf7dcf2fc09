package co.anb.showcase.service.trail;

import co.anb.showcase.service.trail.TrailFinding.Kind;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Compares a trail with its seals, one after the other from the first. */
final class SealCheck {

  private static final int MOST = 100;

  private final Trail trail;
  private final SealChain chain;
  private final List<TrailFinding> findings = new ArrayList<>();

  private long seals;
  private long entries;
  private long erased;
  private long found;
  private long number;
  private byte[] before = SealChain.BEGINNING;
  private Instant sealedAt;

  SealCheck(Trail trail, String secret) {
    this.trail = trail;
    this.chain = new SealChain(secret, trail.name());
  }

  /**
   * Takes the next seal.
   *
   * @param there all entries after the seal before, up to the last of this one
   */
  void check(Seal seal, List<TrailEntry> there) {
    for (long missing = number + 1; missing < seal.number(); missing++) {
      add(Kind.SEAL_MISSING, missing);
    }
    boolean whole = seal.tags().length == seal.keys().size() * SealChain.TAGS;
    // After a gap nobody can tell; the gap itself is told.
    if (!whole || (seal.number() == number + 1 && !follows(seal))) {
      add(Kind.SEAL_CHANGED, seal.number());
    }
    if (whole) {
      compare(seal, there);
    }
    seals++;
    number = seal.number();
    before = seal.hmac();
    sealedAt = seal.at();
  }

  private boolean follows(Seal seal) {
    return MessageDigest.isEqual(
        chain.seal(before, seal.number(), seal.keys(), seal.tags(), seal.at()), seal.hmac());
  }

  private void compare(Seal seal, List<TrailEntry> there) {
    Map<Long, Integer> places = new HashMap<>();
    for (int i = 0; i < seal.keys().size(); i++) {
      places.put(seal.keys().get(i), i);
    }
    byte[] tags = seal.tags();
    for (TrailEntry entry : there) {
      Integer place = places.remove(entry.key());
      if (place == null) {
        add(Kind.ENTRY_INSERTED, entry.key());
      } else {
        entries++;
        compare(entry, tags, place * SealChain.TAGS);
      }
    }
    places.keySet().stream().sorted().forEach(key -> add(Kind.ENTRY_MISSING, key));
  }

  private void compare(TrailEntry entry, byte[] tags, int from) {
    int middle = from + SealChain.TAG;
    if (MessageDigest.isEqual(chain.whole(entry), Arrays.copyOfRange(tags, from, middle))) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(tags, middle, middle + SealChain.TAG);
    if (entry.erased() && MessageDigest.isEqual(chain.rest(entry), rest)) {
      erased++;
    } else {
      add(Kind.ENTRY_CHANGED, entry.key());
    }
  }

  private void add(Kind kind, long key) {
    found++;
    if (findings.size() < MOST) {
      findings.add(new TrailFinding(kind, key));
    }
  }

  TrailReport report(long unsealed) {
    return new TrailReport(
        trail,
        seals,
        entries,
        unsealed,
        erased,
        found,
        List.copyOf(findings),
        sealedAt,
        seals == 0 ? null : HexFormat.of().formatHex(before));
  }
}
