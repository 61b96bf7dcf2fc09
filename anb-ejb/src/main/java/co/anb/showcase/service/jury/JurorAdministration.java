package co.anb.showcase.service.jury;

import co.anb.showcase.domain.account.Role;
import co.anb.showcase.service.platform.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/** The jurors and how far each is. */
@Stateless
@RolesAllowed("ADMIN")
public class JurorAdministration {

  private static final String JURORS =
      """
      select j.id, j.first_name || ' ' || j.last_name as name, j.city,
             count(a.id) as assigned,
             count(a.id) filter (where a.state = 'TODO') as todo,
             count(a.id) filter (where a.state = 'DRAFT') as draft,
             count(a.id) filter (where a.state = 'SUBMITTED') as submitted,
             count(a.id) filter (where a.state = 'CONFLICT') as conflict,
             avg(a.total) filter (where a.state = 'SUBMITTED') as mean,
             stddev_pop(a.total) filter (where a.state = 'SUBMITTED') as deviation
      from account j
      left join jury_assignment_state a on a.juror_id = j.id and a.published_at is not null
      where j.role = 'JUROR'
      group by j.id
      order by j.last_name, j.first_name, j.id
      limit :limit offset :offset
      """;

  @PersistenceContext(unitName = "anb")
  private EntityManager entities;

  /** The jurors with their progress, by name. */
  public Page<JurorRow> jurors(int limit, int offset) {
    List<?> rows =
        entities
            .createNativeQuery(JURORS, Tuple.class)
            .setParameter("limit", limit)
            .setParameter("offset", offset)
            .getResultList();
    long total =
        entities
            .createQuery("select count(a) from Account a where a.role = :role", Long.class)
            .setParameter("role", Role.JUROR)
            .getSingleResult();
    return new Page<>(rows.stream().map(row -> juror((Tuple) row)).toList(), total);
  }

  private static JurorRow juror(Tuple row) {
    return new JurorRow(
        row.get("id", UUID.class),
        row.get("name", String.class),
        row.get("city", String.class),
        row.get("assigned", Long.class),
        row.get("todo", Long.class),
        row.get("draft", Long.class),
        row.get("submitted", Long.class),
        row.get("conflict", Long.class),
        row.get("mean", Double.class),
        row.get("deviation", Double.class));
  }
}
