import { Whiteboard } from "inktape";
import { Header } from "./header.js";
import { CopyLink } from "./copy-link.js";
import { offerToConsole } from "./console.js";
import { NameForm } from "./name-form.js";
import { Link } from "./navigation.js";
import { useRemembered } from "./remembered.js";
import type { ThemeSwitchProps } from "./theme-switch.js";
import { useTitle } from "./use-title.js";

export interface RoomPageProps extends ThemeSwitchProps {
  readonly room: string;
}

/** A room's whiteboard, recorded, for somebody who has said their name. */
export function RoomPage({ room, ...theme }: RoomPageProps) {
  useTitle(room);
  const [name, setName] = useRemembered<string>("inktape.name", "");
  return (
    <div className="full">
      <Header title={room} {...theme}>
        <CopyLink />
        <Link href={`/replay/${room}`} className="button">
          Watch replay
        </Link>
      </Header>
      <main className="stage">
        {name === "" ? (
          <NameForm onName={setName} />
        ) : (
          <Whiteboard room={room} isRecord user={{ name }} onReady={offerToConsole} />
        )}
      </main>
    </div>
  );
}
