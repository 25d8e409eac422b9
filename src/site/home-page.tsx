import { Header } from "./header.js";
import { OpenRoom } from "./open-room.js";
import { RoomList } from "./room-list.js";
import type { ThemeSwitchProps } from "./theme-switch.js";
import { useTitle } from "./use-title.js";

/** The way into a room, and all rooms there are. */
export function HomePage(props: ThemeSwitchProps) {
  useTitle("");
  return (
    <>
      <Header {...props} />
      <main className="home">
        <h1>
          <span>Draw together.</span> <span>Play it back exactly.</span>
        </h1>
        <p className="lead">
          Open a room in two windows, draw in one and see it in the other. Everything is recorded as it happens, and can
          be replayed at once.
        </p>
        <OpenRoom />
        <RoomList />
      </main>
    </>
  );
}
