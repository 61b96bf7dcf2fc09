package co.anb.showcase.it;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * An authority of a test's own and a certificate of it.
 *
 * @param authority what clients trust, PEM
 */
record Tls(Path authority, Path certificate, Path key) {

  /**
   * Makes both.
   *
   * @param name the server's, as a subject's alternative name such as {@code IP:10.0.0.1}
   */
  static Tls make(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Path authority = folder.resolve("ca.pem");
    Path authorityKey = folder.resolve("ca.key");
    Path certificate = folder.resolve("site.pem");
    Path key = folder.resolve("site.key");
    Path request = folder.resolve("site.csr");
    Path extension = Files.writeString(folder.resolve("site.ext"), "subjectAltName=" + name + "\n");
    Shell.run(
        ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj"
                + " /CN=ANB-test-authority -keyout %s -out %s")
            .formatted(authorityKey, authority)
            .split(" "));
    Shell.run(
        ("openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=ANB-test"
                + " -keyout %s -out %s")
            .formatted(key, request)
            .split(" "));
    Shell.run(
        "openssl x509 -req -days 2 -in %s -CA %s -CAkey %s -CAcreateserial -extfile %s -out %s"
            .formatted(request, authority, authorityKey, extension, certificate)
            .split(" "));
    return new Tls(authority, certificate, key);
  }

  /** A client that trusts the authority and nobody else. */
  HttpClient client(HttpClient.Version version) throws IOException, GeneralSecurityException {
    return HttpClient.newBuilder()
        .sslContext(context())
        .version(version)
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  /**
   * Sends what no well-behaved client would, byte by byte.
   *
   * @param requestLine the first line
   * @return the whole answer
   */
  String raw(URI address, String requestLine, String host)
      throws IOException, GeneralSecurityException {
    try (Socket socket =
        context().getSocketFactory().createSocket(address.getHost(), address.getPort())) {
      socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
      socket
          .getOutputStream()
          .write(
              "%s\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(requestLine, host)
                  .getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private SSLContext context() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(authority)) {
      trusted.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
