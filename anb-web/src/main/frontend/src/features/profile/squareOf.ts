/** Pixels a side of what is sent; the server shows a quarter of them. */
const SIDE = 512;

/** A file that the browser cannot show as a picture. */
export class UnreadablePicture extends Error {}

/**
 * The square in the middle of a photo, upright and small. Photos of phones are larger than the server
 * accepts. Where they were taken never leaves the phone.
 *
 * @returns a JPEG of at most 512 by 512 pixels
 * @throws UnreadablePicture if the browser cannot open it
 */
export async function squareOf(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new UnreadablePicture();
  });
  const cut = Math.min(picture.width, picture.height);
  const side = Math.min(cut, SIDE);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const paint = canvas.getContext('2d');
  if (!paint) throw new UnreadablePicture();
  paint.imageSmoothingQuality = 'high';
  // A JPEG has no transparency.
  paint.fillStyle = '#fff';
  paint.fillRect(0, 0, side, side);
  const left = (picture.width - cut) / 2;
  const top = (picture.height - cut) / 2;
  paint.drawImage(picture, left, top, cut, cut, 0, 0, side, side);
  picture.close();
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (jpeg) => (jpeg ? resolve(jpeg) : reject(new UnreadablePicture())),
      'image/jpeg',
      0.9,
    ),
  );
}
