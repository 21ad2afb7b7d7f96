// The part of smol-toml that the studio uses. `bundle.mjs` makes a file of it.

export { parse } from "smol-toml";
