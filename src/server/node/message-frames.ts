/** A larger message needs a longer header than the framer writes, and is seldom said to many. */
export const MOST_FRAMED = 0xffff;

/** The first byte of a frame that is a whole binary message. */
const WHOLE_BINARY = 0x82;
/** What stands in the place of a length of more than 125 bytes, which follows in two bytes. */
const LONG = 126;

/**
 * Frames binary messages of a server as they stand on a WebSocket (RFC 6455, section 5.2). What is said to one client
 * after another is framed once: the same message gives the same bytes, so do not write into them.
 *
 * @returns takes messages of {@link MOST_FRAMED} bytes at most.
 */
export function messageFramer(): (message: Uint8Array) => Uint8Array {
  let last: Uint8Array | null = null;
  let frame: Uint8Array = new Uint8Array();
  return (message) => {
    if (message !== last) {
      frame = framed(message);
      last = message;
    }
    return frame;
  };
}

function framed(message: Uint8Array): Uint8Array {
  const { length } = message;
  const header = length < LONG ? [WHOLE_BINARY, length] : [WHOLE_BINARY, LONG, length >> 8, length & 0xff];
  const frame = Buffer.allocUnsafe(header.length + length);
  frame.set(header);
  frame.set(message, header.length);
  return frame;
}
