import { Whiteboard } from "inktape";
import { Header } from "./header.js";
import { CopyLink } from "./copy-link.js";
import { offerToConsole } from "./console.js";
import { NameForm } from "./name-form.js";
import { Link } from "./navigation.js";
import { useKept, useRemembered } from "./remembered.js";
import type { ThemeSwitchProps } from "./theme-switch.js";
import { useTitle } from "./use-title.js";

export interface RoomPageProps extends ThemeSwitchProps {
  readonly room: string;
  /** Whether a token says what this person may do: then all of it is asked for. */
  readonly hasToken: boolean;
}

/** 128 bits by chance. Not randomUUID: a page that came over plain HTTP from another machine has none. */
function newUserId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A room's whiteboard, recorded, for somebody who has said their name. */
export function RoomPage({ room, hasToken, ...theme }: RoomPageProps) {
  useTitle(room);
  const [name, setName] = useRemembered<string>("inktape.name", "");
  const id = useKept("inktape.user", newUserId);
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
          <Whiteboard
            room={room}
            isRecord
            autoFocus
            role={hasToken ? "admin" : "writer"}
            user={{ id, name }}
            onReady={offerToConsole}
            onTheme={theme.onTheme}
          />
        )}
      </main>
    </div>
  );
}
