/** Markers of JPEG (ITU-T T.81, table B.1). */
const START_OF_SCAN = 0xda;
const APP1 = 0xe1;
/** The tag of the orientation in EXIF (CIPA DC-008, 4.6.4). */
const ORIENTATION = 0x0112;

/** A JPEG without what a camera tells of itself and its place. */
export interface BareJpeg {
  readonly bytes: Uint8Array;
  /** How it was to be turned, 1 to 8 as EXIF counts; 1 is as it is. */
  readonly orientation: number;
}

/** Takes EXIF and XMP out of a JPEG: they may say where somebody lives. Bytes that are no JPEG are given back as they are. */
export function bareJpeg(bytes: Uint8Array): BareJpeg {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== START_OF_SCAN) {
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return { bytes, orientation: 1 };
    const segment = bytes.subarray(at, end);
    if (bytes[at + 1] === APP1) orientation = orientationOf(segment) ?? orientation;
    else kept.push(segment);
    at = end;
  }
  kept.push(bytes.subarray(at));
  const bare = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of kept) {
    bare.set(part, end);
    end += part.length;
  }
  return { bytes: bare, orientation };
}

/** The orientation that an APP1 segment tells, if it is EXIF and tells one: a TIFF header after "Exif\0\0". */
function orientationOf(segment: Uint8Array): number | null {
  const tiff = 10;
  if (String.fromCharCode(...segment.subarray(4, 8)) !== "Exif" || segment.length < tiff + 8) return null;
  const view = new DataView(segment.buffer, segment.byteOffset, segment.length);
  const isLittle = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  if (directory + 2 > segment.length) return null;
  for (let index = 0; index < view.getUint16(directory, isLittle); index++) {
    const entry = directory + 2 + 12 * index;
    if (entry + 12 > segment.length) return null;
    if (view.getUint16(entry, isLittle) !== ORIENTATION) continue;
    const value = view.getUint16(entry + 8, isLittle);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
