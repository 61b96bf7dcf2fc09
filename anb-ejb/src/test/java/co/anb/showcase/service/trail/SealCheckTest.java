package co.anb.showcase.service.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import co.anb.showcase.service.trail.TrailFinding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes by an attacker who has the database, but not the key, are found. */
class SealCheckTest {

  private static final String KEY = "a-key-for-tests-alone";
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  private final List<TrailEntry> entries = new ArrayList<>();
  private List<Seal> seals;

  @BeforeEach
  void seal() {
    // As it is: some keys were never committed.
    LongStream.of(1, 2, 3, 5, 6, 9, 10).forEach(key -> entries.add(entry(key, "ana", false)));
    seals = sealed(KEY, 3);
  }

  @Test
  void anUntouchedTrailIsAsItWasSealed() {
    TrailReport report = report();

    assertThat(report.found()).isZero();
    assertThat(report.seals()).isEqualTo(3);
    assertThat(report.entries()).isEqualTo(7);
    assertThat(report.lastSeal()).hasSize(64);
  }

  @Test
  void aChangedEntryIsFound() {
    entries.set(3, entry(5, "eva", false));

    assertThat(found()).containsExactly(tuple(Kind.ENTRY_CHANGED, 5L));
  }

  @Test
  void aMissingEntryIsFound() {
    entries.remove(0);
    entries.remove(5);

    assertThat(found())
        .containsExactly(tuple(Kind.ENTRY_MISSING, 1L), tuple(Kind.ENTRY_MISSING, 10L));
  }

  @Test
  void anEntryThatIsPutBetweenOthersIsFound() {
    entries.add(3, entry(4, "ana", false));
    entries.add(0, entry(0, "ana", false));

    assertThat(found())
        .containsExactly(tuple(Kind.ENTRY_INSERTED, 0L), tuple(Kind.ENTRY_INSERTED, 4L));
  }

  @Test
  void twoEntriesThatChangePlacesAreFound() {
    entries.set(0, entry(1, "2", false));
    entries.set(1, entry(2, "1", false));

    assertThat(found())
        .containsExactly(tuple(Kind.ENTRY_CHANGED, 1L), tuple(Kind.ENTRY_CHANGED, 2L));
  }

  @Test
  void sealsWithoutTheKeyAreFound() {
    entries.set(0, entry(1, "eva", false));
    Seal forged = sealed("another-key-of-somebody", 3).get(0);
    seals.set(0, forged);

    assertThat(found())
        .contains(tuple(Kind.SEAL_CHANGED, 1L), tuple(Kind.SEAL_CHANGED, 2L))
        .contains(tuple(Kind.ENTRY_CHANGED, 1L));
  }

  @Test
  void aSealWithOtherEntriesIsFound() {
    Seal second = seals.get(1);
    entries.removeIf(entry -> entry.key() == 9);
    seals.set(1, Seal.of(2, List.of(5L, 6L), copy(second.tags(), 64), NOW, second.hmac()));

    assertThat(found()).containsExactly(tuple(Kind.SEAL_CHANGED, 2L));
  }

  @Test
  void aMissingSealIsFound() {
    seals.remove(1);
    entries.removeIf(entry -> entry.key() >= 5 && entry.key() <= 9);

    assertThat(found()).containsExactly(tuple(Kind.SEAL_MISSING, 2L));
  }

  @Test
  void aSealThatWasMadeUnreadableIsFound() {
    Seal first = seals.get(0);
    seals.set(0, Seal.of(1, first.keys(), copy(first.tags(), 5), NOW, first.hmac()));

    assertThat(found()).contains(tuple(Kind.SEAL_CHANGED, 1L));
  }

  @Test
  void anErasedEntryIsCountedAndNotFound() {
    entries.set(2, entry(3, "random", true));

    assertThat(report().found()).isZero();
    assertThat(report().erased()).isEqualTo(1);
  }

  @Test
  void anEntryThatIsGivenToSomebodyElseIsFound() {
    // The hashes are gone, but the account is there.
    entries.set(2, entry(3, "eva", false));

    assertThat(found()).containsExactly(tuple(Kind.ENTRY_CHANGED, 3L));
  }

  @Test
  void anErasedEntryIsOtherwiseAsItWas() {
    entries.set(2, new TrailEntry(3, List.of("VOIDED"), Arrays.asList("random", null), true));

    assertThat(found()).containsExactly(tuple(Kind.ENTRY_CHANGED, 3L));
  }

  private static TrailEntry entry(long key, String voter, boolean erased) {
    return new TrailEntry(
        key, List.of("CAST"), Arrays.asList(voter, erased ? null : "c0ffee"), erased);
  }

  private List<Seal> sealed(String key, int size) {
    var chain = new SealChain(key, Trail.VOTES.name());
    List<Seal> made = new ArrayList<>();
    byte[] before = SealChain.BEGINNING;
    for (int from = 0; from < entries.size(); from += size) {
      List<TrailEntry> batch = entries.subList(from, Math.min(entries.size(), from + size));
      List<Long> keys = batch.stream().map(TrailEntry::key).toList();
      byte[] tags = chain.tags(batch);
      before = chain.seal(before, made.size() + 1L, keys, tags, NOW);
      made.add(Seal.of(made.size() + 1L, keys, tags, NOW, before));
    }
    return made;
  }

  private List<Tuple> found() {
    return report().findings().stream().map(each -> tuple(each.kind(), each.key())).toList();
  }

  private TrailReport report() {
    var check = new SealCheck(Trail.VOTES, KEY);
    long last = -1;
    for (Seal seal : seals) {
      long after = last;
      check.check(
          seal,
          entries.stream()
              .filter(entry -> entry.key() > after && entry.key() <= seal.last())
              .toList());
      last = seal.last();
    }
    return check.report(0);
  }

  private static byte[] copy(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }
}
