package co.anb.showcase.worker.transcode;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * The bumpers and the watermark. Everything, letters too, is drawn from paths: a headless server
 * need not have a single font.
 */
final class Artwork {

  private static final Color NIGHT = new Color(0x10, 0x18, 0x33);
  private static final Color DUSK = new Color(0x2A, 0x1B, 0x4E);
  private static final Color BALL = new Color(0xF2, 0x7A, 0x1A);
  private static final Color SEAM = new Color(0x2B, 0x14, 0x06);

  private Artwork() {}

  /** Ball above the league's letters. */
  static BufferedImage openingBumper() {
    return bumper(250, 200, 170);
  }

  /** Letters and ball side by side, so that the end is not mistaken for the beginning. */
  static BufferedImage closingBumper() {
    BufferedImage image = blank();
    Graphics2D pen = pen(image);
    ball(pen, 400, 360, 150);
    pen.setColor(Color.WHITE);
    letters(pen, 610, 270, 180, 24);
    line(pen, 610, 1070, 500);
    pen.dispose();
    return image;
  }

  /** A small mark on a translucent plate, transparent around it. */
  static BufferedImage watermark() {
    var image = new BufferedImage(200, 72, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = pen(image);
    pen.setColor(new Color(0x10, 0x18, 0x33, 150));
    pen.fill(new RoundRectangle2D.Double(0, 0, 200, 72, 24, 24));
    ball(pen, 40, 36, 24);
    pen.setColor(new Color(255, 255, 255, 235));
    letters(pen, 78, 18, 36, 6);
    pen.dispose();
    return image;
  }

  /** The picture as seen through black; 1 is the picture itself. */
  static BufferedImage fade(BufferedImage image, double strength) {
    BufferedImage faded = blank();
    Graphics2D pen = pen(faded);
    pen.drawImage(image, 0, 0, null);
    pen.setColor(new Color(0, 0, 0, (int) Math.round(255 * (1 - strength))));
    pen.fillRect(0, 0, OutputForm.WIDTH, OutputForm.HEIGHT);
    pen.dispose();
    return faded;
  }

  private static BufferedImage bumper(int ballY, int radius, int letterHeight) {
    BufferedImage image = blank();
    Graphics2D pen = pen(image);
    ball(pen, OutputForm.WIDTH / 2.0, ballY, radius);
    pen.setColor(Color.WHITE);
    double width = 3 * letterHeight * 0.75 + 2 * 24;
    letters(pen, (OutputForm.WIDTH - width) / 2, 480, letterHeight, 24);
    pen.dispose();
    return image;
  }

  /** The background. */
  static BufferedImage blank() {
    var image = new BufferedImage(OutputForm.WIDTH, OutputForm.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = pen(image);
    pen.setPaint(new GradientPaint(0, 0, NIGHT, OutputForm.WIDTH, OutputForm.HEIGHT, DUSK));
    pen.fillRect(0, 0, OutputForm.WIDTH, OutputForm.HEIGHT);
    pen.dispose();
    return image;
  }

  private static Graphics2D pen(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return pen;
  }

  private static void ball(Graphics2D pen, double x, double y, double radius) {
    Shape circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    pen.setColor(BALL);
    pen.fill(circle);
    pen.setColor(SEAM);
    pen.setStroke(new BasicStroke((float) Math.max(1.5, radius / 24)));
    pen.draw(circle);
    pen.draw(new Line2D.Double(x - radius, y, x + radius, y));
    pen.draw(new Line2D.Double(x, y - radius, x, y + radius));
    Shape clip = pen.getClip();
    pen.clip(circle);
    double side = 1.6 * radius;
    pen.draw(arc(x - 1.3 * radius, y, side));
    pen.draw(arc(x + 1.3 * radius, y, side));
    pen.setClip(clip);
  }

  private static Shape arc(double x, double y, double diameter) {
    return new Arc2D.Double(
        x - diameter / 2, y - diameter / 2, diameter, diameter, 0, 360, Arc2D.OPEN);
  }

  private static void line(Graphics2D pen, double from, double to, double y) {
    pen.setColor(BALL);
    pen.setStroke(new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(new Line2D.Double(from, y, to, y));
  }

  private static void letters(Graphics2D pen, double left, double top, double height, double gap) {
    double width = 0.75 * height;
    pen.setStroke(
        new BasicStroke((float) (height / 6), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double x = left;
    for (Path2D letter : new Path2D[] {letterA(), letterN(), letterB()}) {
      var place = AffineTransform.getTranslateInstance(x, top);
      place.scale(width, height);
      pen.draw(place.createTransformedShape(letter));
      x += width + gap + height / 6;
    }
  }

  private static Path2D letterA() {
    var path = new Path2D.Double();
    path.moveTo(0, 1);
    path.lineTo(0.5, 0);
    path.lineTo(1, 1);
    path.moveTo(0.2, 0.65);
    path.lineTo(0.8, 0.65);
    return path;
  }

  private static Path2D letterN() {
    var path = new Path2D.Double();
    path.moveTo(0, 1);
    path.lineTo(0, 0);
    path.lineTo(1, 1);
    path.lineTo(1, 0);
    return path;
  }

  private static Path2D letterB() {
    var path = new Path2D.Double();
    path.moveTo(0, 0);
    path.lineTo(0, 1);
    path.lineTo(0.55, 1);
    path.curveTo(1.1, 1, 1.1, 0.48, 0.55, 0.48);
    path.lineTo(0, 0.48);
    path.moveTo(0.5, 0.48);
    path.curveTo(1.0, 0.48, 1.0, 0, 0.5, 0);
    path.lineTo(0, 0);
    return path;
  }
}
