package co.anb.showcase.api.account;

import co.anb.showcase.service.account.AccountService;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue of cities. */
@Path("cities")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "account")
public class CityResource {

  @Inject private AccountService accounts;

  /**
   * The catalogue of cities, by name.
   *
   * @return All cities of the catalogue
   */
  @GET
  @PermitAll
  public List<CityView> cities() {
    return accounts.cities().stream()
        .map(city -> new CityView(city.name(), city.department()))
        .toList();
  }
}
