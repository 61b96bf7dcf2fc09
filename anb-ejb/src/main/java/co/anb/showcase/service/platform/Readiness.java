package co.anb.showcase.service.platform;

import co.anb.showcase.domain.media.FileMediaStore;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this server can do its work. */
@ApplicationScoped
public class Readiness {

  private static final int DATABASE_SECONDS = 2;

  @Resource(lookup = "jdbc/anb")
  private DataSource database;

  @Inject
  @ConfigProperty(name = "anb.media.root")
  private String mediaRoot;

  /** The database answers within two seconds. */
  public boolean databaseAnswers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(DATABASE_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** The media root has its marker file and can be written. */
  public boolean mediaIsMounted() {
    Path root = Path.of(mediaRoot);
    return Files.isRegularFile(root.resolve(FileMediaStore.MARKER)) && Files.isWritable(root);
  }
}
