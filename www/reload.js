// Only in pages of `cargo run`: loads the page anew after each build, and ends when the server does.
const newest = (query) => fetch(`/__reload${query}`).then((answer) => answer.text());

newest("")
  .then((known) => newest(`?after=${known}`))
  .then(() => location.reload())
  .catch(() => {});
