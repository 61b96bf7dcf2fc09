package co.anb.showcase.service.trail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Seals entries, a batch at a time and one server at a time, and compares them with the seals. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TrailSeals {

  /** Entries of a seal at most. */
  public static final int BATCH = 1000;

  /** Seals that are read at a time. */
  private static final int SEALS = 20;

  // "seals" in ASCII; nobody else uses advisory locks of this number.
  private static final long LOCK = 0x7365616C73L;

  private static final String ADD =
      """
      insert into trail_seal (trail, number, keys, tags, sealed_at, hmac)
      values (:trail, :number, cast(string_to_array(:keys, ',') as bigint[]), decode(:tags, 'hex'),
              :at, decode(:hmac, 'hex'))
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "anb.audit.key")
  private String secret;

  /** Where a trail is now, for {@link SettledKeys}. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public long settled(Trail trail, SettledKeys keys) {
    Tuple position = trail.position(entities);
    return keys.observe(
        number(position, "last_key"),
        number(position, "oldest_running"),
        number(position, "next_id"));
  }

  /**
   * Seals the next entries.
   *
   * @param until a key up to which none is missing
   * @return how many
   */
  public int seal(Trail trail, long until) {
    if (!isMyTurn()) {
      return 0;
    }
    Optional<Seal> last = last(trail);
    List<TrailEntry> next = trail.entries(entities, last.map(Seal::last).orElse(0L), until, BATCH);
    if (next.isEmpty()) {
      return 0;
    }
    add(trail, sealOf(trail, next, last));
    return next.size();
  }

  /** Compares a trail with its seals, from the first to the last. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public TrailReport verify(Trail trail) {
    var check = new SealCheck(trail, secret);
    long number = 0;
    // So that what is put before the first entry is looked at as well.
    long last = Long.MIN_VALUE;
    for (List<Seal> seals = after(trail, number); !seals.isEmpty(); seals = after(trail, number)) {
      for (Seal seal : seals) {
        check.check(seal, trail.entries(entities, last, seal.last(), Integer.MAX_VALUE));
        number = seal.number();
        last = Math.max(last, seal.last());
      }
    }
    return check.report(trail.countAfter(entities, last));
  }

  private List<Seal> after(Trail trail, long number) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select "
                    + Seal.COLUMNS
                    + " from trail_seal where trail = :trail and number > :number"
                    + " order by number limit :most",
                Tuple.class)
            .setParameter("trail", trail.name())
            .setParameter("number", number)
            .setParameter("most", SEALS)
            .getResultList();
    return rows.stream().map(row -> Seal.of((Tuple) row)).toList();
  }

  private Seal sealOf(Trail trail, List<TrailEntry> entriesOfIt, Optional<Seal> last) {
    var chain = new SealChain(secret, trail.name());
    long number = last.map(Seal::number).orElse(0L) + 1;
    List<Long> keys = entriesOfIt.stream().map(TrailEntry::key).toList();
    byte[] tags = chain.tags(entriesOfIt);
    Instant now = clock.instant();
    byte[] before = last.map(Seal::hmac).orElse(SealChain.BEGINNING);
    return Seal.of(number, keys, tags, now, chain.seal(before, number, keys, tags, now));
  }

  private void add(Trail trail, Seal seal) {
    entities
        .createNativeQuery(ADD)
        .setParameter("trail", trail.name())
        .setParameter("number", seal.number())
        .setParameter(
            "keys", seal.keys().stream().map(String::valueOf).collect(Collectors.joining(",")))
        .setParameter("tags", seal.tagsHex())
        .setParameter("at", OffsetDateTime.ofInstant(seal.at(), ZoneOffset.UTC))
        .setParameter("hmac", seal.hmacHex())
        .executeUpdate();
  }

  private boolean isMyTurn() {
    return (Boolean)
        entities
            .createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
            .setParameter("lock", LOCK)
            .getSingleResult();
  }

  private Optional<Seal> last(Trail trail) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select "
                    + Seal.COLUMNS
                    + " from trail_seal where trail = :trail order by number desc limit 1",
                Tuple.class)
            .setParameter("trail", trail.name())
            .getResultList();
    return rows.stream().map(row -> Seal.of((Tuple) row)).findFirst();
  }

  private static long number(Tuple row, String column) {
    return row.get(column, Number.class).longValue();
  }
}
