import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const folder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The pages that `npm start` serves. They import inktape by its public names, which tsconfig.json leads to src. */
export default defineConfig({
  root: folder("src/site"),
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  build: { outDir: folder("dist/site"), emptyOutDir: true, target: "es2022" },
});
