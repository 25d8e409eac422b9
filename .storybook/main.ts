import type { StorybookConfig } from "@storybook/react-vite";
import { mergeConfig } from "vite";

export default {
  framework: "@storybook/react-vite",
  stories: ["../stories/**/*.stories.tsx"],
  addons: ["@storybook/addon-vitest", "@storybook/addon-a11y"],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  typescript: { reactDocgen: "react-docgen" },
  viteFinal: (config) => mergeConfig(config, { resolve: { tsconfigPaths: true } }),
} satisfies StorybookConfig;
