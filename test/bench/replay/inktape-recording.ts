import { writeTapeFile } from "../../../src/tape/file/write.js";
import { LiveRoom } from "../live-room.js";
import { PenHand } from "../pen-hand.js";
import type { LongDrawing } from "./drawing.js";

/** The `.inktape` file of a room in which somebody drew this with the pen. */
export async function inktapeRecording({ strokes }: LongDrawing): Promise<Uint8Array> {
  const room = new LiveRoom();
  const { clock } = room;
  const drawn = async () => {
    const client = await room.arrive("Ann");
    const [hand, start] = [new PenHand(client, clock), clock.now()];
    for (const stroke of strokes) await hand.draw(stroke, start);
    client.close();
    await room.quiet();
  };
  await clock.run(drawn());
  const pieces: Uint8Array[] = [];
  await writeTapeFile(room.source, (bytes) => void pieces.push(bytes));
  return Buffer.concat(pieces);
}
