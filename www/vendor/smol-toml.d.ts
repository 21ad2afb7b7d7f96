// The part of smol-toml that the studio uses. tests/editor/ makes smol-toml.js of the package.

/** Returns the contents of a TOML file. Throws an Error with line and column if it is not valid. */
export function parse(text: string): Record<string, any>;
