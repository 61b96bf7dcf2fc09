package co.anb.showcase.api.account;

import co.anb.showcase.service.account.Enrolment;
import io.nayuki.qrcodegen.QrCode;

/**
 * What an authenticator app needs to know.
 *
 * @param secret In Base32, for typing
 * @param uri The same as an otpauth: address
 * @param qrPath The address as a QR code: the dark squares, as the d of an SVG path whose unit is a
 *     square
 * @param qrSize Squares a side, with the margin of four that a QR code needs
 */
public record EnrolmentView(String secret, String uri, String qrPath, int qrSize) {

  private static final int MARGIN = 4;

  static EnrolmentView of(Enrolment enrolment) {
    QrCode code = QrCode.encodeText(enrolment.uri(), QrCode.Ecc.MEDIUM);
    return new EnrolmentView(
        enrolment.secret(), enrolment.uri(), path(code), code.size + 2 * MARGIN);
  }

  private static String path(QrCode code) {
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  @Override
  public String toString() {
    return "EnrolmentView[]";
  }
}
