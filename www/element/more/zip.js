// @ts-check
// A ZIP archive without compression. The build uses no packages of npm, and a table of some hundred rows is small.

/** The CRC-32 of each byte. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) crc = /** @type {number} */ (remainders[(crc ^ byte) & 255]) ^ (crc >>> 8);
  return ~crc;
}

/** 1 January 1980, the first day that an archive can name: two archives of the same files are the same bytes. */
const DAY = 0x21;

/**
 * Returns an archive of text files.
 * @param {Record<string, string>} files - by their paths
 */
export function zip(files) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const directory = [];
  const size = (/** @type {Uint8Array[]} */ list) => list.reduce((sum, { length }) => sum + length, 0);
  const encoder = new TextEncoder();
  for (const [path, text] of Object.entries(files)) {
    const [name, bytes] = [encoder.encode(path), encoder.encode(text)];
    // Version 2.0, names in UTF-8, stored, time and day, checksum, size twice, and the length of the name.
    const facts = fields([2, 20], [2, 0x800], [2, 0], [2, 0], [2, DAY], [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]);
    directory.push(fields([4, 0x02014b50], [2, 20]), facts, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, size(parts)]), name);
    parts.push(fields([4, 0x04034b50]), facts, name, bytes);
  }
  const count = Object.keys(files).length;
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size(directory)], [4, size(parts)], [2, 0]);
  return [...parts, ...directory, end];
}

/**
 * Returns numbers as bytes, the lowest byte first.
 * @param {[length: number, value: number][]} list
 */
function fields(...list) {
  return Uint8Array.from(list.flatMap(([length, value]) => Array.from({ length }, (_, nth) => (value >>> (8 * nth)) & 255)));
}
