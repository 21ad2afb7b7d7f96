// @ts-check
// Only in pages that `cargo run` serves: reloads the page after each build, until the server stops.

/** @param {string} query */
const latestBuild = (query) => fetch(`/__reload${query}`).then((answer) => answer.text());

latestBuild("")
  .then((known) => latestBuild(`?after=${known}`))
  .then(() => location.reload())
  .catch(() => {});
