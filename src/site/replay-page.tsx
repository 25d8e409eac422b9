import { readLink, Replay } from "inktape";
import { offerToConsole } from "./console.js";
import { CopyLink } from "./copy-link.js";
import { Header } from "./header.js";
import { go, Link } from "./navigation.js";
import type { ThemeSwitchProps } from "./theme-switch.js";
import { useTitle } from "./use-title.js";

export interface ReplayPageProps extends ThemeSwitchProps {
  readonly room: string;
  readonly from?: string;
  readonly to?: string;
}

/** The replay of a room, or of the stretch of it that the address names. */
export function ReplayPage({ room, from, to, theme, onTheme }: ReplayPageProps) {
  useTitle(`Replay of ${room}`);
  const { position, wall } = readLink(location.href);
  return (
    <div className="full">
      <Header title={room} theme={theme} onTheme={onTheme}>
        <CopyLink />
        <Link href={`/room/${room}`} className="button">
          Back to the board
        </Link>
      </Header>
      <main className="stage">
        <Replay
          room={room}
          from={from}
          to={to}
          startAt={wall === undefined ? position : new Date(wall)}
          onReady={offerToConsole}
          onFork={(made) => go(`/room/${made}`)}
        />
      </main>
    </div>
  );
}
