import { createRoomClient } from "../../src/client/create-room-client.js";
import type { RoomClient } from "../../src/client/room-client.js";
import { roomId } from "../../src/signal/ids.js";
import type { ClientFrame } from "../../src/signal/protocol.js";
import { encodeClientFrame } from "../../src/signal/wire/frames.js";
import type { TapeSource } from "../../src/tape/tape-source.js";
import { memory } from "../../src/transport/memory/memory.js";
import type { Transport } from "../../src/transport/transport.js";
import { seededRandom } from "../property/seeded.js";
import { eventClock } from "./event-clock.js";

/** A time in 2025 at which benches begin. */
const START = 1_750_000_000_000;
const ROOM = roomId("bench");
/** Longer than a room waits before it closes its span. */
const QUIET_MS = 120_000;

/** A recorded room of this process on a clock of its own, with the bytes that its clients send. */
export class LiveRoom {
  readonly clock = eventClock(START);
  /** Bytes of all frames from clients, from the join to the leave. */
  sent = 0;
  readonly #memory = memory({ clock: this.clock });
  readonly #random = seededRandom(20_251_122);
  readonly #transport: Transport;

  /** @param line what stands between the clients and the room, such as a slow network. */
  constructor(line: (transport: Transport, room: LiveRoom) => Transport = (transport) => transport) {
    this.#transport = this.#counted(line(this.#memory, this));
  }

  /** The room's tape as it is now. */
  get source(): TapeSource {
    return this.#memory.tape(ROOM);
  }

  /** Brings somebody in, who asks for recording. */
  async arrive(name: string): Promise<RoomClient> {
    const { clock } = this;
    const client = createRoomClient({
      transport: this.#transport,
      room: ROOM,
      user: { id: name.toLowerCase(), name },
      isRecord: true,
      clock,
      random: this.#random,
    });
    for (let tries = 0; !client.self.get(); tries++) {
      if (tries === 100) throw new Error(`${name} was not let into the room.`);
      await clock.wait(clock.now() + 20);
    }
    return client;
  }

  /** Waits until the room has gone quiet, when all is sealed. */
  quiet(): Promise<void> {
    return this.clock.wait(this.clock.now() + QUIET_MS);
  }

  #counted(transport: Transport): Transport {
    const count = (frame: ClientFrame) => (this.sent += encodeClientFrame(frame).length);
    return {
      ...transport,
      connect: (request, events) => {
        count({ type: "join", request });
        const connection = transport.connect(request, events);
        return {
          send: (batch) => {
            count({ type: "signals", batch });
            connection.send(batch);
          },
          close: () => {
            count({ type: "leave" });
            connection.close();
          },
        };
      },
    };
  }
}
