/**
 * The files of what was dropped: those that came, or else the pictures at the addresses that came. Reads the transfer at
 * once, for it is empty later. Rejects when something that is only an address cannot be fetched.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const files = [...transfer.files];
  if (files.length > 0) return files;
  const addresses = transfer
    .getData("text/uri-list")
    .split(/\r?\n/)
    .filter((line) => /^(https?:|data:image\/)/i.test(line));
  return Promise.all(addresses.map(fetchFile));
}

async function fetchFile(address: string): Promise<File> {
  const response = await fetch(address, { credentials: "omit" });
  if (!response.ok) throw new Error(`${address} answered with HTTP status ${response.status}.`);
  const name = address.startsWith("data:") ? "" : (new URL(address).pathname.split("/").at(-1) ?? "");
  return new File([await response.blob()], decodeURIComponent(name));
}
