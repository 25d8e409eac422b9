export { tapeFile, type TapeFileOptions, type TapeFileSource } from "./tape-file.js";
