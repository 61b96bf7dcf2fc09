package co.anb.showcase.it;

import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** What no client can do: roles, clips that are simply there, votes with a past. */
final class Backstage {

  private final LocalStack stack;
  private final Contest contest;
  private final Database database;

  Backstage(LocalStack stack, Contest contest) {
    this.stack = stack;
    this.contest = contest;
    this.database = new Database(stack);
  }

  /** A new account, signed in with a role: PLAYER, JUROR or ADMIN. */
  Person join(String firstName, String role) {
    Person person = contest.join(firstName, "Tunja");
    database.update("update account set role = ? where id = ?", role, UUID.fromString(person.id()));
    return new Person(
        person.id(),
        person.email(),
        contest.login(person.email()),
        person.firstName(),
        person.lastName());
  }

  /** A processed clip whose files hold a few bytes that nobody decodes. */
  String clip(Person owner, String title, boolean published) throws IOException {
    UUID id = UUID.randomUUID();
    database.update(
        "insert into video (id, owner_id, title, status, uploaded_at, processed_at, published_at,"
            + " source_bytes, source_duration_ms, source_width, source_height, duration_ms) values"
            + " (?, ?, ?, 'PROCESSED', now(), now(), case when ? then now() end, 1, 1, 1, 1, 1)",
        id,
        UUID.fromString(owner.id()),
        title,
        published);
    database.update(
        "insert into processing_job (video_id, state, attempt, progress, queued_at, finished_at)"
            + " values (?, 'DONE', 1, 100, now(), now())",
        id);
    write("uploaded", id, "mp4");
    write("processed", id, "mp4");
    write("processed", id, "jpg");
    return id.toString();
  }

  /** A clip whose job was given up; its original is no video. */
  String failedClip(Person owner, String title) throws IOException {
    UUID id = UUID.randomUUID();
    database.update(
        "insert into video (id, owner_id, title, status, uploaded_at, failure_code, source_bytes,"
            + " source_duration_ms, source_width, source_height) values (?, ?, ?, 'FAILED', now(),"
            + " 'processing_failed', 1, 1, 1, 1)",
        id,
        UUID.fromString(owner.id()),
        title);
    database.update(
        "insert into processing_job (video_id, state, attempt, failures, progress, queued_at,"
            + " finished_at, error_detail) values (?, 'FAILED', 5, 5, 0, now(), now(), 'disk"
            + " full')",
        id);
    write("uploaded", id, "mp4");
    return id.toString();
  }

  /** Where a clip's public file lies below the media root and the address of its folder. */
  static String publicPath(String videoId, String ending) {
    return "processed/" + videoId.substring(videoId.length() - 2) + "/" + videoId + ending;
  }

  private void write(String folder, UUID id, String extension) throws IOException {
    String name = id.toString();
    Path file =
        stack
            .mediaRoot()
            .resolve(folder)
            .resolve(name.substring(name.length() - 2))
            .resolve(name + "." + extension);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "only a few bytes");
  }

  /** An account that only votes and never signs in. */
  UUID voter(Instant since) {
    UUID id = UUID.randomUUID();
    database.update(
        "insert into account (id, email, password_hash, first_name, last_name, city, city_key,"
            + " country, role, created_at) values (?, ?, '-', 'Votante', 'Prueba', 'Tunja',"
            + " 'tunja', 'Colombia', 'PLAYER', ?)",
        id,
        id + "@anb.example",
        time(since));
    return id;
  }

  /**
   * A vote with its event.
   *
   * @param network any text; equal texts are one network; likewise address and agent
   */
  void vote(String videoId, UUID voter, Instant at, String network, String address, String agent) {
    database.update(
        "insert into vote (video_id, voter_id, cast_at) values (?, ?, ?)",
        UUID.fromString(videoId),
        voter,
        time(at));
    database.update(
        "insert into vote_event (at, kind, video_id, voter_id, network_hash, address_hash,"
            + " agent_hash) values (?, 'CAST', ?, ?, sha256(convert_to(?, 'UTF8')),"
            + " sha256(convert_to(?, 'UTF8')), sha256(convert_to(?, 'UTF8')))",
        time(at),
        UUID.fromString(videoId),
        voter,
        network,
        address,
        agent);
  }

  private static OffsetDateTime time(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
