package co.anb.showcase.api.account;

import jakarta.ws.rs.FormParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The password form of OAuth 2. */
public class LoginForm {

  @FormParam("username")
  @Schema(description = "The e-mail address")
  private String username;

  @FormParam("email")
  @Schema(description = "Taken if there is no username")
  private String email;

  @FormParam("password")
  private String password;

  @FormParam("code")
  @Schema(description = "Of the second factor; only for accounts that have one")
  private String code;

  @FormParam("proof")
  @Schema(description = "A proof of work, if an earlier answer asked for one")
  private String proof;

  String name() {
    return username == null ? email : username;
  }

  String password() {
    return password;
  }

  String code() {
    return code;
  }

  String proof() {
    return proof;
  }
}
