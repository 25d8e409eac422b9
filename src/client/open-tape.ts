import { createInkDecoder } from "./ink-decoder.js";
import { createPlayer } from "../player/create-player.js";
import type { Player, PlayerOptions } from "../player/player.js";
import { roomId } from "../signal/ids.js";
import type { Transport } from "../transport/transport.js";

export interface OpenTapeOptions extends Omit<PlayerOptions, "source"> {
  readonly transport: Transport;
  /** The room's name. Throws `bad-argument` for one that cannot stand in an address. */
  readonly room: string;
}

/** Opens what was recorded of a room, and starts to load. The player runs until it is closed. */
export function openTape({ transport, room, ...options }: OpenTapeOptions): Player {
  const source = transport.tape(roomId(room));
  return createPlayer({ inkDecoder: createInkDecoder(), ...options, source });
}
