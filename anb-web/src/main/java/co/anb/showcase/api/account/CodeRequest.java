package co.anb.showcase.api.account;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;

/** The six digits that the authenticator app shows. */
public record CodeRequest(@JsonbProperty("code") String code) {

  // As in SignupRequest.
  @JsonbCreator
  public CodeRequest {}

  @Override
  public String toString() {
    return "CodeRequest[]";
  }
}
