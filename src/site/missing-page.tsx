import { Header } from "./header.js";
import { Link } from "./navigation.js";
import type { ThemeSwitchProps } from "./theme-switch.js";
import { useTitle } from "./use-title.js";

/** What an address leads to that leads nowhere. */
export function MissingPage(props: ThemeSwitchProps) {
  useTitle("Not found");
  return (
    <>
      <Header {...props} />
      <main className="home">
        <h1>There is nothing here</h1>
        <p className="lead">A room's name has 1 to 128 letters, digits, dots, dashes, tildes and underscores.</p>
        <p>
          <Link href="/" className="button">
            All rooms
          </Link>
        </p>
      </main>
    </>
  );
}
