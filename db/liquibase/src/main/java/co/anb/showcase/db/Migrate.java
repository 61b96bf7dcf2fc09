package co.anb.showcase.db;

import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The {@code migrate} command. Reads {@code ANB_DB_URL}, {@code ANB_DB_USER} and {@code
 * ANB_DB_PASSWORD}; exits with 0 when the schema is current, 1 when a change failed, 2 when a
 * setting is missing.
 */
public final class Migrate {

  private Migrate() {}

  /**
   * Runs the command.
   *
   * @param args none, or {@code rollback N} to take back the newest N changes
   */
  public static void main(String[] args) {
    System.exit(run(args, System.getenv()));
  }

  static int run(String[] args, Map<String, String> env) {
    String url = env.get("ANB_DB_URL");
    if (url == null || url.isBlank()) {
      System.err.println("ANB_DB_URL is not set; for example jdbc:postgresql://localhost/anb");
      return 2;
    }
    var database = new PGSimpleDataSource();
    database.setUrl(url);
    database.setUser(env.get("ANB_DB_USER"));
    database.setPassword(env.get("ANB_DB_PASSWORD"));
    try {
      if (args.length == 0) {
        Schema.migrate(database);
        System.out.println("The schema is current.");
        List<String> missing = Schema.missingRoles(database);
        if (!missing.isEmpty()) {
          System.out.printf(
              "There is no role %s, and this user may not make any: docs/operations.md has the SQL."
                  + " Until then everything connects as the owner.%n",
              String.join(" and no role ", missing));
        }
      } else if (args.length == 2 && args[0].equals("rollback")) {
        int count = Integer.parseInt(args[1]);
        Schema.rollback(database, count);
        System.out.printf("Rolled back %d change(s).%n", count);
      } else {
        System.err.println("Usage: migrate [rollback N]");
        return 2;
      }
    } catch (SchemaException e) {
      System.err.println(e.getMessage());
      return 1;
    }
    return 0;
  }
}
