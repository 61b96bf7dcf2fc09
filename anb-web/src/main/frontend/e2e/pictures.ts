import type { Page } from '@playwright/test';

/** A JPEG of 80 by 40 pixels, red on the left and blue on the right. */
export async function redAndBlue(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 80;
    canvas.height = 40;
    const paint = canvas.getContext('2d') as CanvasRenderingContext2D;
    paint.fillStyle = '#f00';
    paint.fillRect(0, 0, 40, 40);
    paint.fillStyle = '#00f';
    paint.fillRect(40, 0, 40, 40);
    return canvas.toDataURL('image/jpeg', 1).split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}

/** The same JPEG as a camera writes it that was held upright: to be turned clockwise. */
export function turned(jpeg: Buffer): Buffer {
  const exif = Buffer.from(
    'ffe10022457869660000' + // APP1, 34 bytes, "Exif"
      '4d4d002a00000008' + // TIFF, big-endian, first directory at 8
      '0001' + // one entry
      '0112000300000001' + // orientation, one short
      '00060000' + // turn by 90 degrees
      '00000000', // no other directory
    'hex',
  );
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

/** The colour of a pixel of a picture on the page, as parts of 255; places are 0 to 1. */
export function colourAt(page: Page, src: string, x: number, y: number): Promise<number[]> {
  return page.evaluate(
    async ([address, across, down]) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const paint = canvas.getContext('2d') as CanvasRenderingContext2D;
      paint.drawImage(image, 0, 0);
      const [red, green, blue] = paint.getImageData(
        canvas.width * across,
        canvas.height * down,
        1,
        1,
      ).data;
      return [red ?? 0, green ?? 0, blue ?? 0];
    },
    [src, x, y] as const,
  );
}
