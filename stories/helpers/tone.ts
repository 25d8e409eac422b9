const RATE = 8000;
const HEADER = 44;

/** A WAV file of a soft tone that gets higher every second, so that one hears where it is. */
export function tone(seconds: number): Blob {
  const count = Math.round(seconds * RATE);
  const bytes = new DataView(new ArrayBuffer(HEADER + count));
  const text = (at: number, word: string) => [...word].forEach((sign, i) => bytes.setUint8(at + i, sign.charCodeAt(0)));
  text(0, "RIFF");
  bytes.setUint32(4, HEADER - 8 + count, true);
  text(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true); // PCM
  bytes.setUint16(22, 1, true); // one channel
  bytes.setUint32(24, RATE, true);
  bytes.setUint32(28, RATE, true);
  bytes.setUint16(32, 1, true);
  bytes.setUint16(34, 8, true); // bits a sample
  text(36, "data");
  bytes.setUint32(40, count, true);
  for (let at = 0; at < count; at += 1) {
    const pitch = 220 + 20 * (Math.floor(at / RATE) % 24);
    bytes.setUint8(HEADER + at, 128 + 12 * Math.sin((2 * Math.PI * pitch * at) / RATE));
  }
  return new Blob([bytes.buffer], { type: "audio/wav" });
}
