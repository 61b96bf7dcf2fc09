package co.anb.showcase.service.account;

import co.anb.showcase.domain.account.Account;
import co.anb.showcase.domain.media.MediaKind;
import co.anb.showcase.domain.media.MediaStore;
import co.anb.showcase.service.limit.Bulkhead;
import co.anb.showcase.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** People's pictures. */
@Stateless
@RolesAllowed({"PLAYER", "JUROR", "ADMIN"})
// No transaction is open while the client sends the picture and the server paints it.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AvatarService {

  /** A decoder takes a processor, and up to 100 MB beside the heap. */
  private static final Bulkhead TURNS = new Bulkhead(2, 6, Duration.ofSeconds(10));

  @Inject private AccountService accounts;
  @Inject private MediaStore media;

  private static void paint(byte[] picture, Path target) throws IOException {
    try {
      TURNS.take(
          () -> {
            AvatarImage.write(picture, target);
            return null;
          });
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("Cannot paint an avatar", e);
    }
  }

  /**
   * Takes a JPEG or PNG and shows it as a square of 256 pixels.
   *
   * @param content at most 2 MiB; may be null
   * @throws ProblemException INVALID_FIELD, TOO_MANY_REQUESTS if too many pictures wait, or
   *     UNAUTHORIZED if the account is gone
   */
  public Account put(UUID accountId, InputStream content) {
    try {
      byte[] picture = AvatarImage.read(content);
      Path staged = media.stage(accountId, MediaKind.AVATAR);
      try {
        paint(picture, staged);
        return accounts.changeAvatar(accountId, staged);
      } finally {
        Files.deleteIfExists(staged);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot take an avatar", e);
    }
  }
}
