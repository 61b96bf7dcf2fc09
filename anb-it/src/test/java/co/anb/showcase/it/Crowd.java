package co.anb.showcase.it;

import co.anb.showcase.domain.account.CityKey;
import co.anb.showcase.it.Contest.Person;
import co.anb.showcase.local.LocalStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * People and clips that are simply there: written into the database, with tokens signed by the
 * stack's own key. Where neither signing up nor processing is what a test is about.
 */
final class Crowd {

  private final LocalStack stack;
  private final Database database;

  Crowd(LocalStack stack) {
    this.stack = stack;
    this.database = new Database(stack);
  }

  /** So many people of a city, with the role PLAYER, JUROR or ADMIN. */
  List<Person> people(int count, String firstName, String city, String role) {
    String insert =
        "insert into account (id, email, password_hash, first_name, last_name, city, city_key,"
            + " country, role, created_at)"
            + " values (?, ?, '-', ?, 'Prueba', ?, ?, 'Colombia', ?,"
            + " now() - interval '30 days')";
    List<Person> people = new ArrayList<>();
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(insert)) {
      for (int i = 0; i < count; i++) {
        UUID id = UUID.randomUUID();
        String email = "gente-" + id + "@anb.example";
        statement.setObject(1, id);
        statement.setString(2, email);
        statement.setString(3, firstName);
        statement.setString(4, city);
        statement.setString(5, CityKey.of(city));
        statement.setString(6, role);
        statement.addBatch();
        people.add(new Person(id.toString(), email, stack.token(id, role), firstName, "Prueba"));
      }
      statement.executeBatch();
      return people;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One person. */
  Person person(String firstName, String city, String role) {
    return people(1, firstName, city, role).get(0);
  }

  /** A published clip, of which there are no files. */
  String clip(Person owner, String title) {
    String id = UUID.randomUUID().toString();
    database.update(
        "insert into video (id, owner_id, title, status, uploaded_at, processed_at, published_at,"
            + " source_bytes, source_duration_ms, source_width, source_height, duration_ms)"
            + " values (cast(? as uuid), cast(? as uuid), ?, 'PROCESSED', now(), now(), now(),"
            + " 1000000, 30000, 1920, 1080, 34000)",
        id,
        owner.id(),
        title);
    return id;
  }
}
