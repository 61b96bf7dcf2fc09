package co.anb.showcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import co.anb.showcase.clips.ClipRecipe;
import co.anb.showcase.clips.Clips;
import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A refused clip leaves nothing behind; a clip that cannot be decoded fails without a retry. */
@ExtendWith(RunningStack.class)
class BadClipsIT {

  @TempDir Path folder;

  @Test
  void refusedFilesGetTheReasonAndLeaveNoFileAndNoRow(
      Contest contest, SampleClips clips, LocalStack stack) throws Exception {
    Person player = contest.join("Torpe", "Neiva");
    long filesBefore = files(stack.mediaRoot());

    Path text = Files.writeString(folder.resolve("text.mp4"), "this is no clip".repeat(100));
    Path empty = Files.createFile(folder.resolve("empty.mp4"));
    Path audio = folder.resolve("audio.mp4");
    Clips.audioOnly(audio, 25);
    Path huge = Files.copy(clips.light(), folder.resolve("huge.mp4"));
    try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(100L * 1024 * 1024 + 1);
    }
    assertRefused(contest.upload(player, text, "Texto"));
    assertRefused(contest.upload(player, empty, "Vacío"));
    assertRefused(contest.upload(player, audio, "Solo audio"));
    assertRefused(contest.upload(player, huge, "Enorme"));
    assertRefused(contest.upload(player, null, "Sin archivo"));
    assertRefused(contest.upload(player, clips.of(ClipRecipe.standard().withSeconds(15)), "Corto"));
    assertRefused(contest.upload(player, clips.of(ClipRecipe.standard().withSeconds(62)), "Largo"));
    assertRefused(
        contest.upload(player, clips.of(ClipRecipe.standard().withSize(1280, 720)), "Pequeño"));
    Answer untitled = contest.upload(player, clips.light(), "  ");
    assertThat(untitled.status()).as("%s", untitled).isEqualTo(400);
    assertThat(contest.upload(player, clips.light(), "x".repeat(121)).status()).isEqualTo(400);

    assertThat(contest.get("/api/videos", player.token()).array()).isEmpty();
    assertThat(files(stack.mediaRoot())).isEqualTo(filesBefore);
  }

  @Test
  void aDamagedClipFailsAndDisturbsNothingElse(Contest contest, SampleClips clips)
      throws Exception {
    Person player = contest.join("Salado", "Neiva");
    Path damaged = Files.copy(clips.light(), folder.resolve("damaged.mp4"));
    overwriteMedia(damaged);

    String bad = contest.accepted(player, damaged, "Dañado");
    String good = contest.accepted(player, clips.light(), "Sano");

    JsonObject failed = contest.finished(player, bad);
    assertThat(failed.getString("status")).as("%s", failed).isEqualTo("failed");
    assertThat(failed.getJsonObject("failure").getString("code")).isNotBlank();
    assertThat(failed.getJsonObject("failure").getString("message")).isNotBlank();
    contest.processed(player, good);
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.object().getString("detail")).startsWith("Invalid file. ");
    assertThat(answer.object().getString("code")).isEqualTo("invalid_file");
  }

  /** Keeps the header, which the web tier checks, and fills all frames with zeros. */
  private static void overwriteMedia(Path clip) throws IOException {
    try (var file = new RandomAccessFile(clip.toFile(), "rw")) {
      byte[] zeros = new byte[1 << 16];
      for (long box = 0; box < file.length(); ) {
        file.seek(box);
        long size = Integer.toUnsignedLong(file.readInt());
        int type = file.readInt();
        if (type == 0x6D646174) { // mdat
          for (long left = size - 8; left > 0; left -= Math.min(left, zeros.length)) {
            file.write(zeros, 0, (int) Math.min(left, zeros.length));
          }
          return;
        }
        box += size;
      }
      throw new IOException("no mdat box in " + clip);
    }
  }

  private static long files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}
