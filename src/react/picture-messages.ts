/** What is said about pictures. */
export interface PictureMessages {
  readonly choose: string;
  readonly drop: string;
  readonly sending: string;
  readonly waiting: string;
  readonly retry: string;
  readonly remove: string;
  readonly close: string;
  /** Why a file was not taken; `name` is the file's. */
  readonly notTaken: (name: string) => string;
  readonly problem: Readonly<Record<"type" | "damaged" | "tooLarge" | "denied" | "unreachable" | "other", string>>;
  /** The name of a page that a PDF is made into; it becomes part of the recording. */
  readonly pdfPageName: (file: string, number: number) => string;
  readonly readingPdf: (name: string) => string;
  readonly pdfProgress: (page: number, pages: number) => string;
  readonly cancel: string;
  /** Says which picture is selected, to those who listen. */
  readonly selected: (description: string) => string;
  readonly tools: string;
  readonly crop: string;
  readonly replace: string;
  readonly describe: string;
  readonly description: string;
  readonly descriptionHint: string;
  readonly save: string;
  readonly cropping: string;
  /** A handle of the crop: the sides it moves. */
  readonly cropHandle: (side: CropSide) => string;
  readonly wholePicture: string;
  readonly done: string;
}

export type CropSide =
  "left" | "right" | "top" | "bottom" | "topLeft" | "topRight" | "bottomLeft" | "bottomRight" | "all";

const CROP_SIDES: Readonly<Record<CropSide, string>> = {
  left: "Left side",
  right: "Right side",
  top: "Upper side",
  bottom: "Lower side",
  topLeft: "Upper left corner",
  topRight: "Upper right corner",
  bottomLeft: "Lower left corner",
  bottomRight: "Lower right corner",
  all: "Part that is shown",
};

export const ENGLISH_PICTURES: PictureMessages = {
  choose: "Choose pictures or PDFs",
  drop: "Drop pictures or PDFs here",
  sending: "Sending…",
  waiting: "Waiting for the connection…",
  retry: "Try again",
  remove: "Remove",
  close: "Close",
  notTaken: (name) => `“${name}” was not added.`,
  problem: {
    type: "Only PNG, JPEG, GIF, WebP, AVIF, SVG and PDF can be added.",
    damaged: "The file is damaged, or of a kind that this browser cannot read.",
    tooLarge: "It is too large, or the room has no place for more. Try a smaller one.",
    denied: "You may not add pictures in this room.",
    unreachable: "It could not be fetched. Save it and add the file.",
    other: "Something went wrong. Try again.",
  },
  pdfPageName: (file, number) => `${file}, ${number}`,
  readingPdf: (name) => `Reading “${name}”…`,
  pdfProgress: (page, pages) => `Page ${page} of ${pages}`,
  cancel: "Cancel",
  selected: (description) => (description ? `Picture: ${description}` : "Picture without a description"),
  tools: "Picture",
  crop: "Crop",
  replace: "Replace the picture",
  describe: "Describe the picture",
  description: "Description",
  descriptionHint: "Read out to those who cannot see it.",
  save: "Save",
  cropping: "Crop the picture",
  cropHandle: (side) => CROP_SIDES[side],
  wholePicture: "Whole picture",
  done: "Done",
};
