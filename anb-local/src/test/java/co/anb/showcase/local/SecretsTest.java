package co.anb.showcase.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void aPasswordStaysTheSameAndIsItsOwnersAlone() throws Exception {
    String password = new Secrets(folder).password("database");

    assertThat(new Secrets(folder).password("database")).isEqualTo(password).hasSize(24);
    assertThat(new Secrets(folder).password("other")).isNotEqualTo(password);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("database.password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void theKeyPairIsMadeOnceInPem() throws Exception {
    var secrets = new Secrets(folder);
    secrets.ensureKeyPair();
    String made = Files.readString(secrets.publicKey());
    secrets.ensureKeyPair();

    assertThat(Files.readString(secrets.publicKey())).isEqualTo(made);
    assertThat(Files.readString(secrets.privateKey())).startsWith("-----BEGIN PRIVATE KEY-----");
    byte[] content = Base64.getMimeDecoder().decode(made.replaceAll("-----[A-Z ]+-----", ""));
    var key =
        (RSAPublicKey)
            KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(content));
    assertThat(key.getModulus().bitLength()).isEqualTo(2048);
  }
}
