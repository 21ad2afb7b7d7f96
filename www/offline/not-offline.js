// @ts-check
// Takes the place of offline.js under `cargo run`: removes service workers, so that no earlier build hides a new one.
if (origin !== "null") {
  navigator.serviceWorker?.getRegistrations().then((all) => all.forEach((registration) => registration.unregister()));
}
