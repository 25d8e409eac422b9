import type { Preview } from "@storybook/react-vite";
import { useLayoutEffect } from "react";
import { configure } from "storybook/test";
import { InktapeProvider } from "../src/react/provider.js";

// What a story waits for comes when it comes: only what hangs is given up, on the slowest machine too.
configure({ asyncUtilTimeout: 30_000 });

const backgrounds = { light: "#ffffff", dark: "#15171c" };

export default {
  // What a viewer chose in one story is no choice in another.
  beforeEach: () => localStorage.clear(),
  parameters: {
    a11y: { test: "error" },
    backgrounds: { disable: true },
    layout: "fullscreen",
  },
  initialGlobals: { theme: "light" },
  globalTypes: {
    theme: {
      description: "Light or dark",
      toolbar: {
        title: "Theme",
        icon: "mirror",
        dynamicTitle: true,
        items: [
          { value: "light", title: "Light" },
          { value: "dark", title: "Dark" },
        ],
      },
    },
  },
  decorators: [
    (Story, { globals }) => {
      const theme = globals.theme === "dark" ? "dark" : "light";
      useLayoutEffect(() => {
        const page = document.documentElement;
        page.dataset.theme = theme;
        page.style.colorScheme = theme;
        page.style.background = backgrounds[theme];
        document.body.style.background = "transparent";
      }, [theme]);
      return (
        <InktapeProvider theme={theme}>
          <Story />
        </InktapeProvider>
      );
    },
  ],
} satisfies Preview;
