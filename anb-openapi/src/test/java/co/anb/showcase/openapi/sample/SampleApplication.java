package co.anb.showcase.openapi.sample;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything below {@code /api}. */
@ApplicationPath("/api")
@DeclareRoles({"PLAYER", "ADMIN"})
public class SampleApplication extends Application {}
