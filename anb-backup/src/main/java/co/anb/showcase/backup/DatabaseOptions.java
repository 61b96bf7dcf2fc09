package co.anb.showcase.backup;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Option;

/** Where the database is. The password has no option: others on the machine would see it. */
final class DatabaseOptions {

  @Option(
      names = "--db-url",
      required = true,
      defaultValue = "${env:ANB_DB_URL}",
      description = "The database's address; by default ANB_DB_URL.")
  private String url;

  @Option(
      names = "--db-user",
      required = true,
      defaultValue = "${env:ANB_DB_USER}",
      description =
          "Whom to connect as; by default ANB_DB_USER. The password comes from ANB_DB_PASSWORD.")
  private String user;

  DataSource connect() {
    var database = new PGSimpleDataSource();
    database.setUrl(url);
    database.setUser(user);
    database.setPassword(System.getenv("ANB_DB_PASSWORD"));
    return database;
  }
}
