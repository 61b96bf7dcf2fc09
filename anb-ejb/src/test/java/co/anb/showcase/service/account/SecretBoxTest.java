package co.anb.showcase.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private static final byte[] PLAIN = "twenty bytes to hide".getBytes(StandardCharsets.US_ASCII);

  private final UUID owner = UUID.randomUUID();
  private final SecretBox box = new SecretBox("a secret of the servers");

  @Test
  void opensWhatItSealed() {
    byte[] sealed = box.seal(owner, PLAIN);
    assertThat(box.open(owner, sealed)).isEqualTo(PLAIN);
    assertThat(new SecretBox("a secret of the servers").open(owner, sealed)).isEqualTo(PLAIN);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("twenty");
    assertThat(box.seal(owner, PLAIN)).isNotEqualTo(sealed);
  }

  @Test
  void aRowThatIsCopiedToAnotherAccountOpensNothing() {
    byte[] sealed = box.seal(owner, PLAIN);
    assertThatIllegalStateException().isThrownBy(() -> box.open(UUID.randomUUID(), sealed));
  }

  @Test
  void whoHasTheDatabaseAloneReadsAndChangesNothing() {
    byte[] sealed = box.seal(owner, PLAIN);
    assertThatIllegalStateException()
        .isThrownBy(() -> new SecretBox("another secret of servers").open(owner, sealed));
    sealed[sealed.length - 1] ^= 1;
    assertThatIllegalStateException().isThrownBy(() -> box.open(owner, sealed));
  }

  @Test
  void hashesDependOnTheAccountAndOnTheKey() {
    byte[] hash = box.hash(owner, "ABCDEFGHIJKLMNOP");
    assertThat(box.hash(owner, "ABCDEFGHIJKLMNOP")).isEqualTo(hash);
    assertThat(box.hash(UUID.randomUUID(), "ABCDEFGHIJKLMNOP")).isNotEqualTo(hash);
    assertThat(new SecretBox("another secret of servers").hash(owner, "ABCDEFGHIJKLMNOP"))
        .isNotEqualTo(hash);
  }
}
