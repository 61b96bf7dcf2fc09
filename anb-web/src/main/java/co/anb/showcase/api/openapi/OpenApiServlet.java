package co.anb.showcase.api.openapi;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * The OpenAPI document, byte for byte as the build made it: YAML, or JSON for those who ask for it
 * with {@code Accept: application/json} or {@code ?format=JSON}.
 */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String JSON = "application/json";

  private byte[] json = {};
  private byte[] yaml = {};

  @Override
  public void init() throws ServletException {
    json = read("openapi.json");
    yaml = read("openapi.yaml");
  }

  private byte[] read(String name) throws ServletException {
    try (InputStream in = getServletContext().getResourceAsStream("/WEB-INF/openapi/" + name)) {
      if (in == null) {
        throw new ServletException("The description of the interface is missing in the WAR");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ServletException("Cannot read the description of the interface", e);
    }
  }

  /** The container leaves the body out of an answer to HEAD. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean asJson = isJson(request.getParameter("format"), request.getHeader("Accept"));
    byte[] document = asJson ? json : yaml;
    response.setContentType(asJson ? JSON + ";charset=UTF-8" : "text/plain;charset=UTF-8");
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Vary", "Accept");
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }

  static boolean isJson(String format, String accept) {
    if (format != null) {
      return format.equalsIgnoreCase("json");
    }
    return accept != null && accept.toLowerCase(Locale.ROOT).contains(JSON);
  }
}
