package co.anb.showcase.service.voting;

import java.util.stream.Collectors;

/** The statement that looks for one kind of fraud. */
final class FraudQuery {

  // Only groups that are large enough at all are looked at closely: few of a million votes are.
  private static final String FLAGS =
      """
      with casts as (
        select e.at, e.video_id, e.voter_id, e.network_hash, e.address_hash, e.agent_hash,
               v.owner_id, %5$s
        from vote_event e join video v on v.id = e.video_id %2$s
        where e.kind = 'CAST' and e.at >= :from and e.at < :to %3$s),
      busy as (
        select %1$s from casts group by %1$s having count(*) >= :least),
      paced as (
        select c.*, w.voter_id is not null and w.voided_at is null as counts,
               count(*) over (
                 partition by %4$s order by c.moment
                 range between make_interval(secs => :span) preceding and current row) as together
        from (select * from casts k join busy using (%1$s) %6$s) c
        left join vote w on w.video_id = c.video_id and w.voter_id = c.voter_id),
      flagged as (
        select min(encode(substring(network_hash from 1 for 8), 'hex')) as network,
               min(encode(substring(address_hash from 1 for 8), 'hex')) as address,
               min(encode(substring(agent_hash from 1 for 8), 'hex')) as agent,
               min(encode(substring(signup_hash from 1 for 8), 'hex')) as signup_network,
               min(mail_domain) as mail_domain,
               cast(min(cast(video_id as text)) as uuid) as video_id,
               cast(min(cast(owner_id as text)) as uuid) as owner_id,
               cast(min(cast(voter_id as text)) as uuid) as voter_id,
               max(together) as peak, count(*) as votes,
               count(distinct (video_id, voter_id)) filter (where counts) as counted,
               count(distinct voter_id) as voters, count(distinct video_id) as videos,
               count(distinct owner_id) as players, min(at) as first_at, max(at) as last_at
        from paced group by %1$s
        having max(together) >= :least and count(distinct voter_id) >= :voters %7$s
        order by max(together) desc, min(at)
        limit :limit)
      select f.network, f.address, f.agent, v.id as video_id, v.title, p.id as player_id,
             p.first_name || ' ' || p.last_name as player_name,
             case when f.voters = 1 then f.voter_id end as voter_id,
             u.first_name || ' ' || u.last_name as voter_name,
             f.peak, f.votes, f.counted, f.voters, f.videos, f.first_at, f.last_at,
             f.signup_network, f.mail_domain
      from flagged f
      left join video v on v.id = f.video_id and f.videos = 1
      left join account p on p.id = f.owner_id and f.players = 1
      left join account u on u.id = f.voter_id and f.voters = 1
      """;

  private static final String ACCOUNT =
      """
      a.signup_network_hash as signup_hash, lower(split_part(a.email, '@', 2)) as mail_domain,
      %s as moment\
      """;

  private static final String NO_ACCOUNT =
      "cast(null as bytea) as signup_hash, cast(null as text) as mail_domain, e.at as moment";

  private FraudQuery() {}

  /**
   * Only texts of this class, and names of columns from the enumeration, become a part of it.
   * Parameters: from, to, least, voters, span, limit; age of young accounts, percent of a network's
   * share, common of mail domains.
   */
  static String of(FraudKind kind) {
    boolean sequence = kind == FraudKind.SIGNUP_SEQUENCE;
    return FLAGS.formatted(
        String.join(", ", kind.key()),
        kind.needsAccount() ? "join account a on a.id = e.voter_id" : "",
        known(kind),
        kind.key().stream().map(column -> "c." + column).collect(Collectors.joining(", ")),
        kind.needsAccount() ? ACCOUNT.formatted(sequence ? "a.created_at" : "e.at") : NO_ACCOUNT,
        single(kind),
        share(kind));
  }

  /** Votes without a value for the kind's key are left out. */
  private static String known(FraudKind kind) {
    return switch (kind) {
      case YOUNG_ACCOUNTS -> "and e.at < a.created_at + make_interval(mins => :age)";
      case SIGNUP_SEQUENCE -> "and a.signup_network_hash is not null";
      case MAIL_DOMAIN ->
          "and not lower(split_part(a.email, '@', 2)) = any(string_to_array(:common, ','))";
      default ->
          kind.key().stream()
              .filter(column -> column.endsWith("_hash"))
              .map(column -> " and e." + column + " is not null")
              .collect(Collectors.joining());
    };
  }

  /** Looked up only for votes of groups that are large enough. */
  private static String single(FraudKind kind) {
    return kind == FraudKind.SINGLE_VOTES
        ? """
        where not exists (
          select from vote_event o
          where o.voter_id = k.voter_id and o.kind = 'CAST' and o.video_id <> k.video_id)
        """
        : "";
  }

  private static String share(FraudKind kind) {
    return kind == FraudKind.NETWORK_SHARE
        ? """
        and count(*) * 100 >= :percent *
          (select count(*) from casts t where t.owner_id = paced.owner_id)
        """
        : "";
  }
}
