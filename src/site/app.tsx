import { InktapeProvider, type ThemeSetting } from "inktape";
import { webSocket } from "inktape/websocket";
import { useEffect, useState } from "react";
import { HomePage } from "./home-page.js";
import { MissingPage } from "./missing-page.js";
import { useRoute } from "./navigation.js";
import { useRemembered } from "./remembered.js";
import { ReplayPage } from "./replay-page.js";
import { RoomPage } from "./room-page.js";
import type { ThemeSwitchProps } from "./theme-switch.js";
import { takeToken } from "./token.js";

/** The whole site: one transport to the server it came from, one page at a time. */
export function App() {
  const [token] = useState(takeToken);
  const [transport] = useState(() => webSocket({ url: location.origin, token }));
  const [theme, setTheme] = useRemembered<ThemeSetting>("inktape.theme", "system");
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <InktapeProvider transport={transport} theme={theme}>
      <Page hasToken={token !== undefined} theme={theme} onTheme={setTheme} />
    </InktapeProvider>
  );
}

function Page({ hasToken, ...props }: ThemeSwitchProps & { readonly hasToken: boolean }) {
  const route = useRoute();
  switch (route.page) {
    case "home":
      return <HomePage {...props} />;
    case "room":
      return <RoomPage key={route.room} room={route.room} hasToken={hasToken} {...props} />;
    case "replay":
      return <ReplayPage {...route} {...props} />;
    case "missing":
      return <MissingPage {...props} />;
  }
}
