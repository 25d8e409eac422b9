/** Calls back whenever letters have come that were not at hand before; returns what ends that. */
export function watchFonts(fonts: FontFaceSet, onFonts: () => void): () => void {
  const listen = ({ fontfaces }: FontFaceSetLoadEvent) => {
    if (fontfaces.length > 0) onFonts();
  };
  fonts.addEventListener("loadingdone", listen);
  return () => fonts.removeEventListener("loadingdone", listen);
}
