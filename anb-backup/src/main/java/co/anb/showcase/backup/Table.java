package co.anb.showcase.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of the product.
 *
 * @param name its name, quoted if necessary
 * @param columns what is to be copied, quoted and separated by commas
 */
record Table(String name, String columns) {

  // Liquibase keeps its own two tables. Columns that are computed cannot be loaded.
  private static final String TABLES =
      """
      select quote_ident(c.relname) as name,
             string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname not in ('databasechangelog', 'databasechangeloglock')
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.relname order by c.relname
      """;

  private static final String REFERENCES =
      """
      select distinct quote_ident(f.relname) as child, quote_ident(t.relname) as parent
      from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid
      """;

  /** All tables, each after those that it refers to. */
  static List<Table> all(Connection connection) throws SQLException {
    Map<String, Table> tables = new LinkedHashMap<>();
    Map<String, Set<String>> references = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(TABLES)) {
        while (rows.next()) {
          String name = rows.getString("name");
          tables.put(name, new Table(name, rows.getString("columns")));
        }
      }
      try (ResultSet rows = statement.executeQuery(REFERENCES)) {
        while (rows.next()) {
          references
              .computeIfAbsent(rows.getString("child"), key -> new HashSet<>())
              .add(rows.getString("parent"));
        }
      }
    }
    List<Table> ordered = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    while (placed.size() < tables.size()) {
      int before = placed.size();
      for (Table table : tables.values()) {
        if (!placed.contains(table.name())
            && placed.containsAll(references.getOrDefault(table.name(), Set.of()))) {
          placed.add(table.name());
          ordered.add(table);
        }
      }
      if (placed.size() == before) {
        throw new BackupException("Tables refer to each other in a circle: no order to load them");
      }
    }
    return List.copyOf(ordered);
  }

  /** The path of its rows below a back-up's folder. */
  String path() {
    return Backup.DATABASE + name.replace("\"", "") + ".copy.gz";
  }

  String copyOut() {
    return "copy %s (%s) to stdout".formatted(name, columns);
  }

  String copyIn() {
    return "copy %s (%s) from stdin".formatted(name, columns);
  }
}
