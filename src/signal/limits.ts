/**
 * What one message may hold. Both ends read these numbers: a writer cuts before them, a reader refuses beyond them.
 * Lengths of text are UTF-8 bytes.
 */
export const LIMITS = {
  /** Bytes of one frame on a connection. */
  frameBytes: 1 << 20,
  /** Signals or entries in one frame. */
  frameSignals: 4096,
  /** Points in one `ink.append`. */
  appendPoints: 1024,
  /** Points of one stroke; the pen starts another stroke beyond. */
  strokePoints: 20_000,
  /** Points that a line leads through between its ends. */
  linePoints: 100,
  /** Shapes named by one signal. */
  shapeIds: 10_000,
  /** Shapes that one member may make in a room. */
  shapesPerMember: 1 << 20,
  /** Properties of one shape. */
  shapeProps: 64,
  /** Text inside a shape. */
  textBytes: 64 * 1024,
  /** Names, labels, keys, colours, page ids, order keys. */
  nameBytes: 512,
  /** A token. */
  tokenBytes: 8 * 1024,
  /** JSON of a shared-state value or a custom event. */
  jsonBytes: 64 * 1024,
  /** Bytes of a signal this version does not know. */
  unknownBytes: 256 * 1024,
  /** Bytes of one picture, unless a server is told otherwise. */
  assetBytes: 10 << 20,
  /** The farthest coordinate and the largest size, in board units. */
  coordinate: 1e9,
} as const;
