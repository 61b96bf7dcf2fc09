package co.anb.showcase.api.account;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;

/** The present password, to make sure that it is the owner who asks. */
public record OwnPasswordRequest(@JsonbProperty("password") String password) {

  // As in SignupRequest.
  @JsonbCreator
  public OwnPasswordRequest {}

  @Override
  public String toString() {
    return "OwnPasswordRequest[]";
  }
}
