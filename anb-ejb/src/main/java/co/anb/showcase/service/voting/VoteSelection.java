package co.anb.showcase.service.voting;

import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** A filter as a part of a statement: fixed texts, with everything that was sent as parameters. */
final class VoteSelection {

  // The cast that made the vote as it is now; earlier ones were taken back.
  private static final String LAST_CASTS =
      """
      from vote_event e
      join vote w on w.video_id = e.video_id and w.voter_id = e.voter_id
      join video v on v.id = w.video_id
      left join account a on a.id = w.voter_id
      where e.kind = 'CAST'
        and not exists (
          select 1 from vote_event l
          where l.voter_id = e.voter_id and l.video_id = e.video_id and l.kind = 'CAST'
            and l.id > e.id)
      """;

  private final StringBuilder sql = new StringBuilder(LAST_CASTS);
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  VoteSelection(VoteFilter filter) {
    add(" and w.video_id = :video", "video", filter.videoId());
    add(" and v.owner_id = :player", "player", filter.playerId());
    add(" and w.voter_id = :voter", "voter", filter.voterId());
    add(" and substring(e.network_hash from 1 for 8) = :network", "network", filter.network());
    add(" and substring(e.address_hash from 1 for 8) = :address", "address", filter.address());
    add(" and substring(e.agent_hash from 1 for 8) = :agent", "agent", filter.agent());
    add(
        " and e.at < a.created_at + make_interval(mins => :age)",
        "age",
        filter.accountAgeMinutes());
    add(
        " and substring(a.signup_network_hash from 1 for 8) = :signupNetwork",
        "signupNetwork",
        filter.signupNetwork());
    add(" and lower(split_part(a.email, '@', 2)) = :mailDomain", "mailDomain", filter.mailDomain());
    add(" and e.at >= :from", "from", time(filter.from()));
    add(" and e.at < :to", "to", time(filter.to()));
  }

  private void add(String condition, String name, Object value) {
    if (value != null) {
      sql.append(condition);
      parameters.put(name, value);
    }
  }

  private static OffsetDateTime time(Instant moment) {
    return moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  /** From {@code from} on; {@code e} is the event, {@code w} the vote, {@code a} its account. */
  String sql() {
    return sql.toString();
  }

  Query bind(Query query) {
    parameters.forEach(query::setParameter);
    return query;
  }
}
