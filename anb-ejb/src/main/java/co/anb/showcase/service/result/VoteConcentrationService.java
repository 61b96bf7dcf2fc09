package co.anb.showcase.service.result;

import co.anb.showcase.domain.contest.Contest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Of players who would win if the contest were closed now: from how few networks their votes come.
 * An administrator sees that before closing. Only the votes of winners are looked at.
 */
@Stateless
@RolesAllowed("ADMIN")
public class VoteConcentrationService {

  // A vote that was taken back and cast again belongs to its latest origin.
  private static final String NETWORKS =
      """
      with counted as (
        select v.owner_id,
               (select e.network_hash from vote_event e
                 where e.voter_id = w.voter_id and e.video_id = w.video_id and e.kind = 'CAST'
                 order by e.id desc limit 1) as network
          from vote w join video v on v.id = w.video_id
         where v.owner_id = any(cast(string_to_array(:players, ',') as uuid[]))
           and v.published_at is not null and w.voided_at is null),
      sizes as (
        select owner_id, network, count(*) as votes,
               row_number() over (
                 partition by owner_id order by (network is null), count(*) desc) as place
          from counted group by owner_id, network)
      select a.id as player_id, a.first_name || ' ' || a.last_name as username,
             cast(sum(s.votes) as bigint) as votes, count(s.network) as networks,
             cast(coalesce(sum(s.votes) filter (where s.place <= 3 and s.network is not null), 0)
                  as bigint) as largest
        from sizes s join account a on a.id = s.owner_id
       group by a.id
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  @Inject private PresentInputs present;
  @Inject private Clock clock;

  /** Of everybody who would win now, by city and place. */
  public List<WinnerNetworks> ofWinners() {
    var settings = entities.find(Contest.class, Contest.KEY).settings();
    List<Placing> winners =
        ResultCalculation.of(present.at(settings, clock.instant())).places().stream()
            .filter(Placing::winner)
            .toList();
    Map<UUID, Tuple> networks = networks(winners);
    return winners.stream().map(winner -> view(winner, networks.get(winner.playerId()))).toList();
  }

  private Map<UUID, Tuple> networks(List<Placing> winners) {
    String players =
        winners.stream()
            .map(winner -> winner.playerId().toString())
            .collect(Collectors.joining(","));
    List<?> rows =
        entities
            .createNativeQuery(NETWORKS, Tuple.class)
            .setParameter("players", players)
            .getResultList();
    Map<UUID, Tuple> networks = new HashMap<>();
    rows.forEach(row -> networks.put(((Tuple) row).get("player_id", UUID.class), (Tuple) row));
    return networks;
  }

  /** A winner whom only the jury chose may have no vote at all. */
  private static WinnerNetworks view(Placing winner, Tuple row) {
    return row == null
        ? new WinnerNetworks(winner.playerId(), null, winner.city(), 0, 0, 0)
        : new WinnerNetworks(
            winner.playerId(),
            row.get("username", String.class),
            winner.city(),
            row.get("votes", Number.class).longValue(),
            row.get("networks", Number.class).longValue(),
            row.get("largest", Number.class).longValue());
  }
}
