package co.anb.showcase.service.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A list of which only some rows are wanted, page by page. All SQL is fixed text; what was sent
 * becomes parameters.
 */
public final class FilteredList {

  private final String columns;
  private final String from;
  private final StringBuilder where = new StringBuilder(" where true");
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /**
   * All rows.
   *
   * @param columns what is read of a row, such as {@code e.id, e.at}
   * @param from the table, and tables that are joined to it without adding or dropping rows
   */
  public FilteredList(String columns, String from) {
    this.columns = columns;
    this.from = from;
  }

  /**
   * Only rows for which the condition holds, if a value is given.
   *
   * @param condition about the parameter {@code :name}
   * @param value or null
   */
  public FilteredList with(String condition, String name, Object value) {
    if (value != null) {
      where.append(" and ").append(condition);
      parameters.put(name, value);
    }
    return this;
  }

  /**
   * Only rows of a period.
   *
   * @param column a time
   * @param since the period's first moment, or null
   * @param before the first moment after it, or null
   */
  public FilteredList between(String column, Instant since, Instant before) {
    return with(column + " >= :since", "since", time(since))
        .with(column + " < :before", "before", time(before));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /**
   * A page of it.
   *
   * @param order such as {@code e.at desc, e.id desc}
   */
  public <T> Page<T> page(
      EntityManager entities, String order, int limit, int offset, Function<Tuple, T> row) {
    Query rows =
        entities
            .createNativeQuery(
                "select %s from %s%s order by %s limit :limit offset :offset"
                    .formatted(columns, from, where, order),
                Tuple.class)
            .setParameter("limit", limit)
            .setParameter("offset", offset);
    Query total = entities.createNativeQuery("select count(*) from %s%s".formatted(from, where));
    parameters.forEach(rows::setParameter);
    parameters.forEach(total::setParameter);
    List<?> found = rows.getResultList();
    return new Page<>(
        found.stream().map(each -> row.apply((Tuple) each)).toList(),
        ((Number) total.getSingleResult()).longValue());
  }
}
