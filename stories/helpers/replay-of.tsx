import { Replay, type ReplayProps } from "../../src/index.js";
import type { Messages } from "../../src/react/messages/messages.js";
import { type Lesson, recordedLesson } from "../lesson/lesson.js";
import { Provider, Screen } from "./frame.js";
import { RunClock } from "./run-clock.js";

/** What a story's loaders give it. */
export interface LoadedLesson {
  readonly lesson: Lesson;
}

/** A loader that makes a lesson once for all stories that have it; the whole recorded one unless it says otherwise. */
export function lessonLoaders(make: () => Promise<Lesson> = recordedLesson): [() => Promise<LoadedLesson>] {
  let made: Promise<Lesson> | null = null;
  return [async () => ({ lesson: await (made ??= make()) })];
}

interface StoryContext {
  readonly loaded: Readonly<Record<string, unknown>>;
  readonly globals: Readonly<Record<string, unknown>>;
}

/** Renders the replay of a lesson that was loaded, by the lesson's own clock; CSS pixels. */
export function replayOf(
  size: { readonly width?: number; readonly height?: number } = {},
  messages: Partial<Messages> = {},
) {
  return (args: ReplayProps, { loaded, globals }: StoryContext) => {
    const { lesson } = loaded as unknown as LoadedLesson;
    return (
      <Provider theme={globals.theme} transport={lesson.transport} clock={lesson.clock} messages={messages}>
        <RunClock lesson={lesson}>
          <Screen {...size}>
            <Replay {...args} room={lesson.room} />
          </Screen>
        </RunClock>
      </Provider>
    );
  };
}
