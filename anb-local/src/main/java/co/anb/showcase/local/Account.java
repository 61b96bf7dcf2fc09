package co.anb.showcase.local;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** An account of the product. */
record Account(String email, String password) {

  private static final String DEMO_EMAIL = "demo@anb.example";

  /** The account everyone may use on this stack; signed up if it is not there yet. */
  static Account demo(LocalStack stack) {
    var api = new ApiClient(stack.baseUrl());
    var account = new Account(DEMO_EMAIL, stack.password("demo-account"));
    ApiClient.Answer answer = account.requestSignUp(api, "Demo", "ANB", "Bogotá");
    boolean there =
        answer.status() == 400 && answer.object().getString("code", "").equals("email_taken");
    if (answer.status() != 201 && !there) {
      throw new StackException("The demo account could not be made: " + answer.reason());
    }
    return account;
  }

  void signUp(ApiClient api, String firstName, String lastName, String city) {
    requestSignUp(api, firstName, lastName, city).require(201, "Signing up " + email);
  }

  private ApiClient.Answer requestSignUp(
      ApiClient api, String firstName, String lastName, String city) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("first_name", firstName)
            .add("last_name", lastName)
            .add("email", email)
            .add("password1", password)
            .add("password2", password)
            .add("city", city)
            .add("country", "Colombia")
            .build();
    return api.post("/api/auth/signup", body, null);
  }

  /** Answers the token. */
  String logIn(ApiClient api) {
    JsonObject body =
        Json.createObjectBuilder().add("email", email).add("password", password).build();
    return api.post("/api/auth/login", body, null)
        .require(200, "Logging in " + email)
        .object()
        .getString("access_token");
  }
}
