import type { Fault } from './faults';

/** What is wrong with a file as its header has it. */
export interface HeaderFault {
  fault: Fault;
  /** The name of the codec, where it is the codec. */
  codec?: string;
}

interface Box {
  type: string;
  body: number;
  end: number;
}

/** As far as the server reads. */
const MAX_MOVIE = 32 * 1024 * 1024;
const MAX_BOXES = 2000;
const CODECS = new Set('avc1 avc2 avc3 avc4 dva1 dvav hvc1 hev1 dvh1 dvhe'.split(' '));
const STILLS = new Set(['jpeg', 'png ', 'mjpg', 'mjpa', 'mjpb']);
const NAMES: Record<string, string> = {
  vp08: 'VP8',
  vp09: 'VP9',
  av01: 'AV1',
  apcn: 'ProRes',
  apch: 'ProRes',
  apcs: 'ProRes',
  apco: 'ProRes',
  ap4h: 'ProRes',
  ap4x: 'ProRes',
  mp4v: 'MPEG-4 Visual',
  mjpa: 'Motion JPEG',
  mjpb: 'Motion JPEG',
};

/**
 * Looks for what the server would refuse in the header of a file, before anything is sent. What
 * cannot be told here is left to the server.
 *
 * @returns null if nothing speaks against the file
 */
export async function headerFault(
  file: Blob,
  acceptQuicktime: boolean,
): Promise<HeaderFault | null> {
  let brand: string | null = null;
  let movie: Box | null = null;
  let position = 0;
  for (let count = 0; count < MAX_BOXES && position + 8 <= file.size && !movie; count++) {
    const head = await view(file, position, position + 24);
    const box = boxAt(head, 0, position, file.size);
    if (!box) break;
    if (box.type === 'ftyp' && head.byteLength >= 12) brand ??= letters(head, box.body - position);
    if (box.type === 'moov') movie = box;
    position = box.end;
  }
  if (!movie) return brand === null ? { fault: 'file_not_mp4' } : null;
  if ((brand === null || brand === 'qt  ') && !acceptQuicktime) return { fault: 'file_quicktime' };
  if (movie.end - movie.body > MAX_MOVIE) return { fault: 'file_header_too_large' };
  return codecFault(await view(file, movie.body, movie.end));
}

function codecFault(movie: DataView): HeaderFault | null {
  const formats = children(movie, { type: 'moov', body: 0, end: movie.byteLength })
    .filter(({ type }) => type === 'trak')
    .flatMap((track) => format(movie, track) ?? []);
  if (formats.length === 0) return { fault: 'file_no_video' };
  const codec = formats.find((each) => !STILLS.has(each)) ?? formats[0] ?? '';
  if (codec === 'encv' || codec === 'drmi') return { fault: 'file_encrypted' };
  if (CODECS.has(codec)) return null;
  return { fault: 'file_codec', codec: NAMES[codec] ?? codec.replace(/[^\w]/g, '?') };
}

/** The four letters of a video track's codec; null if it is another track. */
function format(view: DataView, track: Box): string | null {
  const media = inner(view, track, 'mdia');
  const handler = media && inner(view, media, 'hdlr');
  if (!media || !handler || handler.end - handler.body < 12) return null;
  if (letters(view, handler.body + 8) !== 'vide') return null;
  const table = ['minf', 'stbl', 'stsd'].reduce<Box | null>(
    (box, type) => box && inner(view, box, type),
    media,
  );
  return table && table.end - table.body >= 16 ? letters(view, table.body + 12) : null;
}

function inner(view: DataView, parent: Box, type: string): Box | null {
  return children(view, parent).find((box) => box.type === type) ?? null;
}

function children(view: DataView, parent: Box): Box[] {
  const boxes: Box[] = [];
  let position = parent.body;
  while (position + 8 <= parent.end && boxes.length < MAX_BOXES) {
    const box = boxAt(view, position, position, parent.end);
    if (!box || box.end > parent.end) break;
    boxes.push(box);
    position = box.end;
  }
  return boxes;
}

/** The box that begins at an offset of the view, which is a place in the file. */
function boxAt(view: DataView, offset: number, place: number, end: number): Box | null {
  if (offset + 8 > view.byteLength) return null;
  let size = view.getUint32(offset);
  let head = 8;
  if (size === 1) {
    if (offset + 16 > view.byteLength) return null;
    size = view.getUint32(offset + 8) * 2 ** 32 + view.getUint32(offset + 12);
    head = 16;
  } else if (size === 0) {
    size = end - place;
  }
  if (size < head) return null;
  return { type: letters(view, offset + 4), body: place + head, end: place + size };
}

function letters(view: DataView, offset: number): string {
  return [0, 1, 2, 3].map((i) => String.fromCharCode(view.getUint8(offset + i))).join('');
}

async function view(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}
