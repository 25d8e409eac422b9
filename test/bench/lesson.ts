import { LessonWriter, StrokeSupply } from "./lesson-writer.js";
import { LiveRoom } from "./live-room.js";
import { slowLine } from "./slow-line.js";

const MINUTE_MS = 60_000;
/** The lesson is five parts of nine minutes. In each the teacher writes, then the pupils do, then all look and point. */
const PART_MS = 9 * MINUTE_MS;
const PARTS = 5;
const TEACHER_MS = 5 * MINUTE_MS;
const PUPILS_MS = 3 * MINUTE_MS;

/**
 * A lesson of 45 minutes over a network with some delay, made from ../shared/ink: the teacher writes what wacom-uim has
 * from its beginning, two pupils what iinkts and omniglot have, with the pauses of the recordings. Resolves with its room,
 * quiet and sealed.
 */
export async function giveLesson(): Promise<LiveRoom> {
  const room = new LiveRoom((transport, { clock }) => slowLine(transport, clock));
  await room.clock.run(lessonIn(room));
  return room;
}

async function lessonIn(room: LiveRoom): Promise<void> {
  const { clock } = room;
  const start = clock.now();
  const teacher = new LessonWriter(await room.arrive("Teacher"), clock, new StrokeSupply("wacom-uim"), "black", 1);
  const supplies = [new StrokeSupply("iinkts"), new StrokeSupply("omniglot")] as const;
  const [ann, ben] = [await room.arrive("Ann"), await room.arrive("Ben")];
  const pupils = [
    new LessonWriter(ann, clock, supplies[0], "blue", 2),
    new LessonWriter(ben, clock, supplies[1], "red", 3),
  ];
  for (let part = 0; part < PARTS; part++) {
    const from = start + part * PART_MS;
    await teacher.write(from + TEACHER_MS);
    await clock.wait(from + TEACHER_MS);
    await Promise.all(pupils.map((pupil) => pupil.write(from + TEACHER_MS + PUPILS_MS)));
    await clock.wait(from + TEACHER_MS + PUPILS_MS);
    await Promise.all([teacher, ...pupils].map((writer) => writer.lookAround(from + PART_MS)));
    if (part === 1) {
      // One of them reloads the page.
      pupils[1]?.client.close();
      pupils[1] = new LessonWriter(await room.arrive("Ben"), clock, supplies[1], "red", 4);
    }
    await clock.wait(from + PART_MS);
  }
  for (const { client } of [teacher, ...pupils]) client.close();
  await room.quiet();
}
