export { tapeFile, type TapeFileOptions } from "./tape-file.js";
