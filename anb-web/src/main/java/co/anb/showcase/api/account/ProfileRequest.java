package co.anb.showcase.api.account;

import co.anb.showcase.service.account.Profile;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;

/** What people may change about themselves; all members are required, others are ignored. */
public record ProfileRequest(
    @JsonbProperty("first_name") String firstName,
    @JsonbProperty("last_name") String lastName,
    @JsonbProperty("city") String city,
    @JsonbProperty("country") String country) {

  // As in SignupRequest.
  @JsonbCreator
  public ProfileRequest {}

  Profile toProfile() {
    return new Profile(firstName, lastName, city, country);
  }
}
