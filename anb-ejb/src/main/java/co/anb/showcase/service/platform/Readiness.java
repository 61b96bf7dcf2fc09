package co.anb.showcase.service.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether this server can do its work. */
@ApplicationScoped
public class Readiness {

  private static final int DATABASE_SECONDS = 2;

  @Resource(lookup = "jdbc/anb")
  private DataSource database;

  @Inject private MediaMount media;

  /** The database answers within two seconds. */
  public boolean databaseAnswers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(DATABASE_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** The media mount is there, can be written, and is the one of the start. */
  public boolean mediaIsMounted() {
    return media.isThere();
  }
}
